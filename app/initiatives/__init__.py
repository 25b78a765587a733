"""Floor 6: residents' plans: their life, their texts, their team and what people say about them."""
