"""What was typed wrong, in our sentences: the parser's own are its libraries', and speak of types and inputs."""

from collections.abc import Mapping
from typing import Any

from typer.exceptions import TyperException


def misuse_in_words(error: TyperException) -> str:
    """The sentence for an option or word that does not read; empty where the help has just been printed instead."""
    option = _option(error)
    fault = _fault(error)
    if option is None or fault is None:
        return error.format_message()
    return f"{option}: {_in_words(fault)}"


def _in_words(fault: Mapping[str, Any]) -> str:
    said = fault.get("ctx", {})
    match fault["type"]:
        case "float_parsing" | "float_type" | "finite_number":
            return "not a number"
        case "int_parsing" | "int_from_float" | "int_type" | "int_parsing_size":
            return "not a whole number"
        case "greater_than_equal":
            return f"must be {said['ge']:g} or more"
        case "less_than_equal":
            return f"must be {said['le']:g} or less"
        case "value_error":  # raised by typer for a word that is none of several; its message ends with them
            return str(said.get("error", fault["msg"])).replace("is not one of", "is none of").removesuffix(".")
        case _:
            return str(fault["msg"])


def _option(error: TyperException) -> str | None:
    """The option's name as it is typed, or the word's as the help calls it."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return None
    names = [str(name) for name in parameter.opts]
    return max(names, key=len) if names[0].startswith("-") else str(parameter.metavar or names[0]).upper()


def _fault(error: TyperException) -> Mapping[str, Any] | None:
    """What the library that reads values found, under its own code, if it was that library."""
    listed = getattr(error.__cause__, "errors", None)
    faults = listed() if callable(listed) else []
    return faults[0] if faults else None
