"""Gazetteers: the world's towns as GeoNames has them, and lists of the user's own."""
