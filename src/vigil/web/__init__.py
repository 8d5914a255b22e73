"""The pages: served from memory on the loopback interface, readable without scripts, with no external request."""
