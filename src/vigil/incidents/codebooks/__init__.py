"""Codebooks: named, published rules by which claims become figures, each bound with its rule and its words."""
