"""Names of places to places: which town of that name, in what region and country, by what else the text names."""
