"""A figure followed through its repetitions, in words."""

from dataclasses import replace

from made_claims import made

from vigil.incidents.weighing import weigh
from vigil.model.claim import Count, Exactness, Polarity, Span, Unit
from vigil.publish.drift_terminal import aside_line, drift_lines


def counted(low, high, exactness):
    claim = made("a")
    count = Count(low=low, high=high, exactness=exactness, unit=Unit.PEOPLE, span=Span(0, 1))
    return replace(claim, claim=replace(claim.claim, count=count))


def lines(*claims):
    return [line for incident in weigh(claims) for line in drift_lines(incident)]


def test_a_range_keeps_both_its_ends():
    """About 12 to 15 is not about 12."""
    assert any("about 12 to 15 killed" in line for line in lines(counted(12, 15, Exactness.ABOUT)))


def test_dozens_are_no_silence():
    """Somebody was killed, in no number; that is told from a notice without a figure."""
    assert any("no number, but some" in line for line in lines(counted(None, None, Exactness.VAGUE)))
    assert any(": no figure" in line for line in lines(made("a", number=None)))


def test_each_hop_is_told_with_what_changed():
    """From whom, and each change in a sentence."""
    first = made("a", exactness=Exactness.AT_LEAST)
    later = made("b", source="Daily", hours=5, speakers=("Noor Hospital",))
    told = "\n".join(lines(first, later))
    assert "repeats a" in told
    assert "at_least_dropped: " in told
    assert "origin: Noor Hospital: 2 documents" in told


def test_an_arabic_name_moves_no_figure():
    """What stands behind it stays behind it, whichever way a terminal turns."""
    told = "\n".join(
        lines(made("a", source="مشفى النور"), made("b", source="Daily", hours=5, speakers=("مشفى النور",)))
    )
    assert "origin: \u2068مشفى النور\u2069: 2 documents" in told
    assert "b (Daily): 12 killed" in told


def test_a_denial_is_told_as_one():
    """Whoever says that it was not so is not shown as saying how many were killed."""
    denial = made("b", source="The army", hours=3, number=None, polarity=Polarity.NOT_HAPPENED)
    told = "\n".join(lines(made("a"), denial))
    assert "b (The army): says that it was not so (" in told


def test_what_stands_beside_is_one_line():
    """With who alone tells it."""
    (incident,) = weigh([made("a", number=40)])
    assert aside_line(incident).startswith("beside, by a alone: killing, Harbanah: 40 killed")


def test_a_partys_denial_and_one_told_besides_are_told_as_denials():
    """Whoever is accused, and whoever stands beside what others repeat."""
    blamed = made("a", actors=[("the army", False)])
    answer = made("b", source="The army", hours=3, number=None, polarity=Polarity.NOT_HAPPENED)
    told = "\n".join(lines(blamed, answer))
    assert "b (The army): says that it was not so (" in told
    assert "[party answer]" in told
    (beside,) = weigh([made("c", number=None, polarity=Polarity.NOT_HAPPENED)])
    assert "says that it was not so (" in aside_line(beside)
