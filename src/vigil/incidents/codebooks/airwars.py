"""The airwars codebook: how Airwars' published methodology turns what sources say into a minimum and a maximum.

Source: Airwars, "Methodology" (airwars.org/about/methodology) and the methodology note on Gaza, October 2023
(airwars.org/research). Which of several figures is followed was fitted to its assessments; docs/codebooks.md.
"""

from vigil.incidents.codebooks.tolls import Vague
from vigil.incidents.codebooks.weighing import Convention

CONVENTIONS = {
    Vague.PLURAL: Convention(2, 2),  # more than one, and no more is known
    Vague.LARGE: Convention(12, 24),
    Vague.DOZENS: Convention(12, 24),  # one dozen at least, two at most
    Vague.SCORES: Convention(20, 40),
    Vague.HUNDREDS: Convention(100, 200),
    Vague.THOUSANDS: Convention(1000, 2000),
}
