"""Vigil keeps watch over the people who report from inside a siege."""

__version__ = "0.1.0"
