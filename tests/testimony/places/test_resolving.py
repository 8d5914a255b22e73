"""Which place of a name is meant."""

from towns_made import world

from vigil.model.claim import Span
from vigil.testimony.places.candidates import Candidate
from vigil.testimony.places.resolving import country_weights, resolve

WORLD = world()


def candidate(text, name, **more):
    begin = text.index(name)
    return Candidate(span=Span(begin, begin + len(name)), key=name.lower(), places=WORLD.named(name.lower()), **more)


def test_the_most_populous_where_nothing_else_is_said():
    """Without other evidence the largest town of the name is meant, and the others are alternatives."""
    text = "in London"
    (found,) = resolve(text, [candidate(text, "London", spoken_for=3)])
    assert (found.country, found.alternatives) == ("United Kingdom", ("London, Ontario, Canada",))


def test_names_within_names_give_no_place():
    """A candidate within a person's name, an adjective or a government is left out."""
    text = "London"
    assert resolve(text, [candidate(text, "London", in_name=True)]) == ()
    assert resolve(text, [candidate(text, "London", acts=True)]) == ()


def test_countries_are_weighed():
    """The country named most has weight 1."""
    text = "Syria and Lebanon and Aleppo"
    weights = country_weights(
        [candidate(text, "Syria"), candidate(text, "Lebanon"), candidate(text, "Aleppo", spoken_for=3)]
    )
    assert weights["Syria"] == 1.0
    assert weights["Lebanon"] < 1.0


def test_no_candidates_no_places():
    """Empty gives nothing."""
    assert resolve("", []) == ()
    assert country_weights([]) == {}
