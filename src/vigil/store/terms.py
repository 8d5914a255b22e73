"""Words that repeat in a million rows (handles, places, clients, languages) and accounts, as numbers."""

from collections.abc import Iterable

import polars as pl

from vigil.model.witness import Account
from vigil.store.database import Database

_REMEMBERED = 100_000  # entries of each kind, at most some 20 MB: memory must not grow with the file


class Numbers:
    """Gives words and accounts their numbers, making new ones as they come. For one writer's connection."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._terms: dict[str, int] = {}
        self._accounts: dict[tuple[str, str], int] = {}

    def forget(self) -> None:
        """Forget what was remembered: after a transaction was undone, some of it may never have been."""
        self._terms.clear()
        self._accounts.clear()

    def term(self, word: str) -> int:
        """The number of one word."""
        return self.terms([word])[word]

    def terms(self, words: Iterable[str]) -> dict[str, int]:
        """The number of each word."""
        if len(self._terms) > _REMEMBERED:
            self._terms.clear()
        given = {}
        for word in words:
            number = self._terms.get(word)
            if number is None:
                number = self._found_or_made("term", "term = ?", "(term) VALUES (?)", (word,))
                self._terms[word] = number
            given[word] = number
        return given

    def account(self, platform: str, account: str) -> int:
        """The number of one account."""
        number = self._accounts.get((platform, account))
        if number is None:
            if len(self._accounts) > _REMEMBERED:
                self._accounts.clear()
            number = self._found_or_made(
                "account", "platform = ? AND id = ?", "(platform, id) VALUES (?, ?)", (platform, account)
            )
            self._accounts[platform, account] = number
        return number

    def with_accounts(self, frame: pl.DataFrame) -> pl.DataFrame:
        """The frame with a column account_no."""
        pairs = frame.select("platform", "account").unique(maintain_order=True)
        numbers = [self.account(platform, account) for platform, account in pairs.iter_rows()]
        numbered = pairs.with_columns(pl.Series("account_no", numbers, dtype=pl.Int64))
        return frame.join(numbered, on=["platform", "account"], how="left", maintain_order="left")

    def column(self, words: pl.Series, name: str) -> pl.Series:
        """A column of words as a column of numbers, null where the word is."""
        known = words.drop_nulls()
        if known.is_empty():
            return pl.Series(name, [None] * len(words), dtype=pl.Int64)
        given = self.terms(known.unique(maintain_order=True).to_list())
        return words.replace_strict(list(given), list(given.values()), default=None, return_dtype=pl.Int64).alias(name)

    def _found_or_made(self, table: str, where: str, values: str, parameters: tuple[str, ...]) -> int:
        found = self._database.row(f"SELECT {table}_no FROM {table} WHERE {where}", parameters)  # noqa: S608
        if found is not None:
            return int(found[0])
        return self._database.inserted(f"INSERT INTO {table} {values}", parameters)


def account_no(database: Database, account: Account) -> int | None:
    """The number of an account, or None where the case does not know it."""
    found = database.row("SELECT account_no FROM account WHERE platform = ? AND id = ?", (account.platform, account.id))
    return int(found[0]) if found else None
