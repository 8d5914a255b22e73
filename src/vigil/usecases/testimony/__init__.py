"""From what a case holds to claims and incidents, and the judgements of named persons on them."""
