"""What every page is made of: the skeleton and the components."""
