"""Numbers of a narrative that count killed or injured people, and how each stands there."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.incidents.codebooks.narrative import read_narrative
from vigil.incidents.codebooks.tolls import Harm, Stated, Vague, Voice, Whom
from vigil.model.claim import Exactness

KILLED, INJURED = Harm.KILLED, Harm.INJURED


def numbers(text):
    """Harm and numbers of every toll that is no part, in order."""
    return [(toll.harm, *toll.numbers) for toll in read_narrative(text) if not toll.part]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shelling killed 12 people and wounded 30 in the old town.", [(KILLED, 12), (INJURED, 30)]),
        ("Twelve people were killed and 30 others injured.", [(KILLED, 12), (INJURED, 30)]),
        ("The strike hit a bakery; 6 killed, 14 wounded.", [(KILLED, 6), (INJURED, 14)]),
        ("An air strike caused the death of three civilians.", [(KILLED, 3)]),
        ("The death toll rose to 23.", [(KILLED, 23)]),
        ("The number of injured had risen to ten.", [(INJURED, 10)]),
        ("Troops shot dead 12 protesters.", [(KILLED, 12)]),
        ("Four workers sustained moderate injuries.", [(INJURED, 4)]),
        ("Between 10 and 14 civilians died.", [(KILLED, 10, 14)]),
        ("At least one but possibly up to 12 civilians were killed.", [(KILLED, 1), (KILLED, 12)]),
        ("Five people were killed and injured.", [(INJURED, 5), (KILLED, 5)]),
    ],
)
def test_each_number_belongs_to_its_own_verb(text, found):
    """Before it, behind it, or the noun itself."""
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2023 at 14:30, three missiles hit the 4-storey house at 15 Palm Street.",
        "Ten houses were destroyed and 45 people are missing under the rubble.",
        "No one was killed, and no injuries were reported.",
        "The plan would have allowed the killing of 300 people.",
        "About 30 people were sheltering in the school.",
    ],
)
def test_what_counts_no_victims_is_no_toll(text):
    """Dates, houses, the missing, the unhurt, and deaths that did not happen."""
    assert numbers(text) == []


def test_those_included_come_off_first():
    """Women and children among the dead are parts; others beside them are not."""
    text = "18 people, including five children and three women, were killed and 23 others were injured."
    tolls = {toll.low: toll for toll in read_narrative(text)}
    assert [tolls[n].part for n in (18, 5, 3, 23)] == [False, True, True, False]
    assert tolls[5].whom is Whom.KIND
    assert tolls[23].harm is INJURED


def test_fighters_are_told_apart():
    """They are counted, and marked."""
    tolls = {toll.low: toll.whom for toll in read_narrative("Three militants and five civilians were killed.")}
    assert tolls[3] is Whom.FIGHTERS
    assert tolls[5] is Whom.PEOPLE


def test_an_early_figure_and_a_late_one_in_one_sentence():
    """Only the clause that calls it early makes a figure early."""
    text = "A clinic was hit. Help came. At first three people were reported killed, while later five were killed."
    assert [(toll.low, toll.early) for toll in read_narrative(text)] == [(3, True), (5, False)]


def test_another_incident_and_the_whole_war_are_elsewhere():
    """Such figures are kept, and marked."""
    text = "Two people were killed. In a previous strike nine people were killed."
    assert [(toll.low, toll.elsewhere) for toll in read_narrative(text)] == [(2, False), (9, True)]


def test_a_sentence_on_method_is_the_authors():
    """A stated minimum and maximum are known as such, and belong to the harm named before them."""
    text = (
        "A house was hit. Many were hurt. The minimum number of civilians injured was therefore recorded as four and"
        " the maximum as seven."
    )
    tolls = [toll for toll in read_narrative(text) if toll.numbers]
    assert [(t.harm, t.low, t.stated, t.voice) for t in tolls] == [
        (INJURED, 4, Stated.MINIMUM, Voice.METHOD),
        (INJURED, 7, Stated.MAXIMUM, Voice.METHOD),
    ]


def test_amounts_without_a_number_stay_without_one():
    """What dozens and several come to is a codebook's to say."""
    tolls = read_narrative("Several people were killed and dozens wounded.")
    assert [(t.harm, t.vague, t.numbers) for t in tolls] == [(KILLED, Vague.PLURAL, ()), (INJURED, Vague.DOZENS, ())]


def test_people_who_are_not_counted():
    """Were killed: more than one; was killed, or a teacher: one."""
    assert [(t.exactness, t.vague) for t in read_narrative("Civilians were reportedly killed.")] == [
        (Exactness.NONE, Vague.PLURAL)
    ]
    assert numbers("Her brother was killed.") == [(KILLED, 1)]
    assert numbers("The blast killed a teacher.") == [(KILLED, 1)]


def test_companions_and_rows_add_up():
    """One with so many others, and kinds told one after another without a total."""
    assert (KILLED, 6) in numbers("She was killed alongside her five sons.")
    assert (KILLED, 3) in numbers("A shell killed a girl and her two brothers.")
    assert (KILLED, 34) in numbers("The baker and 33 other members of his family died.")


def test_a_list_and_named_persons_are_counted():
    """Each with the voice it has."""
    prose = "The sisters\nAnn Example\nand\nBea Example\nwere killed."
    text = f"{prose}\nThe victims:\nAnn Example\nkilled\nBea Example\nkilled"
    by_voice = {toll.voice: toll.numbers for toll in read_narrative(text) if toll.numbers}
    assert by_voice[Voice.LIST] == (2,)
    assert by_voice[Voice.NAMES] == (2,)


WORDS = st.sampled_from(
    """12 five killed wounded were was and , . ; ( ) including at least up to people children of whom toll rose others
    dozens between Ann no قتل ١٢ \u202e \U0001f600 \ud800 /""".replace("/", "\n").split(" ")
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_any_text_is_read_and_no_number_invented(text):
    """Every span lies in the text; every number is written there, or is a sum of such or a count of lines."""
    tolls = read_narrative(text)
    assert tolls == read_narrative(text)
    for toll in tolls:
        assert 0 <= toll.span.begin < toll.span.end <= len(text)
        if toll.voice not in (Voice.LIST, Voice.NAMES) and toll.exactness is not Exactness.NONE and not toll.together:
            assert set(toll.numbers) <= {12, 5, 1, 2}


@pytest.mark.parametrize(
    "piece", ["a", ".", "(", "12 killed ", "toll to 12 ", "Ann Example\n", "killed\n", "one and ", "\ud800 5 died "]
)
def test_time_grows_with_the_text(piece):
    """Repeated words and characters take seconds, not hours."""
    began = time.perf_counter()
    read_narrative((piece * 100_000)[:100_000])
    assert time.perf_counter() - began < 10


def test_who_died_of_wounds_is_killed_and_no_longer_injured():
    """One person injured first is counted once; several injured stay."""
    text = "A medic was injured by a shell. Two days later he died of his wounds."
    assert numbers(text) == [(KILLED, 1)]
    assert (INJURED, 4) in numbers("Four medics were injured. One of them later died.")
