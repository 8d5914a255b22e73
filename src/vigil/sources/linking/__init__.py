"""Lists of persons: read from CSV, and searched for pairs worth weighing."""
