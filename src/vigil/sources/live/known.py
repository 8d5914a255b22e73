"""What was heard before, so that nothing is given twice: a stream goes on from a little before where it stopped."""

from collections import OrderedDict

MOST_KEYS = 100_000
"""23 MB, measured. Only watched accounts' events are remembered, and a stream goes back by seconds."""


class Known:
    """The keys heard last, up to a bound; the one heard longest ago is forgotten first."""

    def __init__(self, most: int = MOST_KEYS) -> None:
        """Nothing is known yet."""
        self.n_repeated = 0
        self._most = most
        self._keys: OrderedDict[str, None] = OrderedDict()

    def add(self, key: str) -> bool:
        """Whether the key is new. From here on it is known."""
        if key in self._keys:
            self._keys.move_to_end(key)
            self.n_repeated += 1
            return False
        self._keys[key] = None
        if len(self._keys) > self._most:
            self._keys.popitem(last=False)
        return True
