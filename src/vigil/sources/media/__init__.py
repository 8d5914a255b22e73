"""Media that posts show: what their bytes are, read where a stranger's file can do no harm."""
