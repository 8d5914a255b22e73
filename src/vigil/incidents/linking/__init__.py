"""Which records speak of the same person: names in Arabic and Latin letters, and weights for what agrees."""
