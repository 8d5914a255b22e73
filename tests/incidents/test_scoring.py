"""What two claims agree in, weighed."""

import numpy as np
import pytest
from made_claims import claim_of, made, told

from vigil.incidents.footprints import footprints
from vigil.incidents.scoring import ENOUGH, ENOUGH_OF_FEW, PARTS, REFUSED, parts, probability, scores
from vigil.model.claim import Certainty, EventType, Polarity


def score(one, other):
    rows = footprints([one, other])
    return float(scores(rows, np.array([0]), np.array([1]))[0])


def part(name, one, other):
    return float(parts(footprints([one, other]), np.array([0]), np.array([1]))[name][0])


def test_one_day_and_one_place_are_enough():
    """Two who say that people died there on that day speak of one event, whatever their figures."""
    assert score(made(), made("d2", source="Council", number=19)) >= ENOUGH


def test_a_place_without_a_day_is_enough_only_near_in_time():
    """What is told weeks later without a day may be of another event."""
    assert score(made(day=None), made("d2", day=None, hours=2)) >= ENOUGH
    assert score(made(day=None, number=3), made("d2", day=None, number=4, hours=24 * 50)) < ENOUGH


@pytest.mark.parametrize(
    "other",
    [
        made("d2", day="2019-07-25"),
        made("d2", event=EventType.KIDNAPPING),
        made("d2", polarity=Polarity.THREATENED),
        made("d2", cumulative=True, number=90),
        made("d2", at=(36.9, 38.0)),
        made("d2", place="Karsha", country="Iraq"),
    ],
    ids=["another day", "another kind", "only threatened", "a running total", "far away", "another country"],
)
def test_what_cannot_be_one_event_is_refused(other):
    """No figure in common outweighs another day, another kind of event, or a place far away."""
    assert score(made(at=(33.5, 36.3), country="Syria"), other) == REFUSED


def test_a_telling_figure_counts_more_than_a_round_one():
    """Eighty-two in two texts is rarely chance; three or twenty may be."""
    weights = [part("figure", made(number=n), made("d2", number=n)) for n in (3, 20, 82)]
    assert weights == sorted(weights)


def test_a_place_named_in_passing_is_not_held_against_it():
    """A report that names the town and the province does not contradict one that names the province."""
    near = made(place="Harbanah", text="Twelve were killed in Harbanah, in the Tarmal countryside.")
    assert part("place", near, made("d2", place="Tarmal")) == 1.5
    long = made(place="Harbanah", text="Twelve were killed in Harbanah, in the Tarmal countryside." + " Also." * 400)
    assert part("place", long, made("d2", place="Tarmal")) == 0.5
    assert part("place", near, made("d2", place=None)) == 0.0
    assert part("place", made("d2", place=None, text="Bodies in the streets of Harbanah"), near) == 2.0
    assert part("place", made(place="Harbanah"), made("d2", place="Tarmal")) < 0


def test_a_place_holds_another():
    """A district of the city, and the city."""
    assert part("place", made(place="Old Quarter of Salma", city="Tarmal"), made("d2", place="Tarmal")) == 1.5


def test_parts_of_one_figure_are_of_one_event():
    """Six children of the twelve belong to the twelve."""
    rows = footprints(told([claim_of(), claim_of(number=6, subset_of=0)]))
    assert parts(rows, np.array([0]), np.array([1]))["document"][0] == 10.0


def test_whoever_denies_it_is_the_actor_others_name():
    """The army's denial meets the claim that the army did it."""
    blamed = made(actors=[("the army", False)])
    denial = made("d2", certainty=Certainty.DENIED, polarity=Polarity.NOT_HAPPENED, speakers=("The army",), number=None)
    assert part("actors", blamed, denial) == 1.0


def test_every_weight_has_its_name():
    """Nothing is weighed of which no sentence can be said."""
    assert tuple(parts(footprints([made(), made("d2")]), np.array([0]), np.array([1]))) == PARTS
    assert probability(ENOUGH) == 0.5


def test_a_toll_so_far_is_of_this_event():
    """ "Fifteen so far" goes with twelve; ninety since March does not."""
    assert score(made(), made("d2", number=15, cumulative=True)) >= ENOUGH
    assert score(made(), made("d2", number=90, cumulative=True)) == REFUSED


def test_a_close_figure_is_no_other_figure():
    """Thirty-seven and "some forty" may well be one count; of eight and ten nobody can tell, and ninety is another."""
    weights = [part("figure", made(number=37), made("d2", number=n)) for n in (37, 40, 50, 120)]
    assert weights == sorted(weights, reverse=True)
    assert weights[1] == 0 > weights[2]
    assert part("figure", made(number=8), made("d2", number=10)) < 0


def test_whoever_is_cited_for_nearly_their_figure_is_cited_for_that_event():
    """A nurse counts 37; a paper has "some 40" from her, in a place nobody knows to be the same."""
    nurse = made(source="Salima Haddad", number=37, place="Salma")

    def paper(number, source="Gazette"):
        return made("d2", source=source, number=number, place="Tarmal", speakers=("Salima Haddad",), hours=48)

    assert score(nurse, paper(40)) >= ENOUGH_OF_FEW > score(nurse, paper(90))


def test_people_who_were_taken_are_counted_alike_by_whatever_name():
    """Twenty-six arrested and 26 abducted are one figure; 26 killed and 26 wounded are two."""
    taken = [made(event=each, number=26) for each in (EventType.ARBITRARY_DETENTION, EventType.KIDNAPPING)]
    assert part("figure", *taken) > 0
    assert part("event", *taken) == 0
    assert part("figure", made(number=26), made(event=EventType.INJURY, number=26)) == 0


def test_a_place_in_another_language_may_be_the_same_translated():
    """Of two names no gazetteer knows, in two scripts: it speaks less against than two in one script."""
    one, same, other = made(place="سجن القلعة"), made("d2", place="Stone Fort prison"), made("d2", place="سجن الوادي")
    assert part("place", one, other) < part("place", one, same) < 0
