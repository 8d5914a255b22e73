"""The gazetteers a run looks names up in: the user's own lists first, then the world's towns."""

from collections.abc import Iterable
from pathlib import Path

from vigil.sources.gazetteers.own import own_gazetteer
from vigil.sources.gazetteers.world import World
from vigil.testimony.places.gazetteer import Gazetteer
from vigil.testimony.places.index import Together


def open_gazetteers(own: Iterable[Path] = ()) -> Gazetteer:
    """All of them as one. The world's towns are read when the first name is looked up.

    Raises:
        InvalidInput: A list of the user's has no entries, or cannot be read; the words say where.
        Unavailable: It is not there.
    """
    lists = [own_gazetteer(path) for path in own]
    return Together(*lists, World()) if lists else World()
