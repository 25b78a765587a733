"""Reports: somebody says that a text on the site is not right, and a moderator looks."""
