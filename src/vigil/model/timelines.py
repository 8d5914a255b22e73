"""Many accounts' signs of life as columns: what rhythm is learnt from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vigil.model.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Timelines:
    """Signs of life of n_accounts accounts, one row a distinct (account, instant), sorted by account, then instant.

    Attributes:
        names: One name an account; row ranges follow this order.
        starts: shape (n_accounts + 1,), int64: account k's rows are starts[k]:starts[k + 1].
        at_us: shape (n,), int64, microseconds since 1970 UTC, strictly increasing within an account.
        place: shape (n_accounts,), int64: index of the account's place, -1 for none or unknown.
    """

    names: Sequence[str]
    starts: NDArray[np.int64]
    at_us: NDArray[np.int64]
    place: NDArray[np.int64]

    def __post_init__(self) -> None:
        """Refuse columns that do not fit together.

        Raises:
            InvalidInput: Lengths disagree, or the instants of an account are not strictly increasing.
        """
        n = len(self.names)
        if self.starts.shape != (n + 1,) or self.place.shape != (n,) or self.starts[0] != 0:
            raise InvalidInput("timelines: names, starts and place disagree about how many accounts there are")
        if self.starts[-1] != self.at_us.size or (np.diff(self.starts) < 0).any():
            raise InvalidInput("timelines: starts does not divide at_us")
        steps = np.diff(self.at_us) > 0
        firsts = self.starts[1:-1]
        inside = np.ones(steps.size, dtype=bool)
        inside[firsts[(firsts > 0) & (firsts < self.at_us.size)] - 1] = False
        if not steps[inside].all():
            raise InvalidInput("timelines: the instants of an account must be strictly increasing")

    @property
    def n_accounts(self) -> int:
        """How many accounts there are."""
        return len(self.names)

    def of(self, account: int) -> NDArray[np.int64]:
        """The instants of one account, a view."""
        return self.at_us[self.starts[account] : self.starts[account + 1]]
