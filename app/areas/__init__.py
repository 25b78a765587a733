"""Floor 2: municipality, district (wijk), neighbourhood (buurt), and their figures."""
