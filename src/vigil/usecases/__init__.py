"""One verb a module: what a user can ask Vigil to do, with what it needs from outside in `ports`."""
