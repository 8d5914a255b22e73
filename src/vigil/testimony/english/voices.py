"""Claims that are made by answering others: denials, blame, corrections, and figures that are part of one before."""

from collections.abc import Sequence

from vigil.testimony.attribution.chains import Chains
from vigil.testimony.counts.mention import CountMention
from vigil.testimony.english.drafts import Draft
from vigil.testimony.english.scene import Scene


def voices(view: Scene, drafts: list[Draft], said: Chains, mentions: Sequence[CountMention]) -> list[Draft]:
    return drafts
