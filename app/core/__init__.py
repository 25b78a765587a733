"""Floor 0: tools without a word of the field in them; imports nothing of ours."""
