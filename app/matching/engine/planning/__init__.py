"""A plan for a whole round: arrays in, a plan with a proven distance to the best possible out."""
