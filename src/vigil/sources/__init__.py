"""In: one module a platform or file format, each giving observations and saying where each came from."""
