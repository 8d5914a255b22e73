"""`python -m vigil`, where the command itself is not on the path."""

from vigil.cli.main import main

if __name__ == "__main__":
    main()
