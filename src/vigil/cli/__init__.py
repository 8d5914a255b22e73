"""The command line: one module a subject, each a thin door on a use case."""
