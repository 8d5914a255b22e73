"""Claims to incidents: is it the same event, who says so independently, how many, what changed as it was repeated."""
