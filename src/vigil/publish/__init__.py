"""Out: one module a format, each turning findings into something a person or a machine reads."""
