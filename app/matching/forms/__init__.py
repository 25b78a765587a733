"""What is asked about rounds and plans."""
