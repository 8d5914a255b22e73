"""Claims to incidents: is it the same event, who says so independently, how many, and what changed as it was repeated."""
