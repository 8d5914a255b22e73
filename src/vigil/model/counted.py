"""How many of a thing, in a sentence."""


def counted(n: int, thing: str, things: str | None = None) -> str:
    """`1 row`, `22,657 rows`; the plural is given where it is not the thing and an s: `2 entries`."""
    return f"{n:,} {thing if n == 1 else things or f'{thing}s'}"
