"""A simulated siege: some 60 people who do not exist, four months of their posts, and what becomes of them.

It resembles eastern Aleppo from August to December 2016 as the public record has it. Everything in it says that it is
simulated: the platform's name, the handles, the collectors, the evidence.
"""

from vigil.sources.siege.cast import Moment
from vigil.sources.siege.city import BEGINS_AT, DISTRICTS, ENDS_AT
from vigil.sources.siege.rhythm import Rhythm, Surroundings, human_rhythm, timeline
from vigil.sources.siege.simulate import Siege, simulate_siege

__all__ = [
    "BEGINS_AT",
    "DISTRICTS",
    "ENDS_AT",
    "Moment",
    "Rhythm",
    "Siege",
    "Surroundings",
    "human_rhythm",
    "simulate_siege",
    "timeline",
]
