"""What the desks ask. Every inquiry is one statement, whatever there is to show."""
