"""Grammar of a language, found by a library: an extra, without which rules read alone."""
