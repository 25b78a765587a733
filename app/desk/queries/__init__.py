"""What the desks read. Every function is one statement, whatever there is to show."""
