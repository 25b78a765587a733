"""Where people live: the municipality, its districts and neighbourhoods, and what is known of them."""
