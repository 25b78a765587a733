"""The invented municipality of Rietmonde on the map."""
