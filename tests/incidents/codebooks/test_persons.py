"""Persons pointed to one by one."""

from vigil.incidents.codebooks.persons import persons_by_grammar, persons_on_lines
from vigil.incidents.codebooks.prose import parts, sentences
from vigil.incidents.codebooks.tolls import Harm
from vigil.model.claim import Span
from vigil.testimony.counts.reading import read_counts
from vigil.testimony.parsed import Parsed, Token


def on_lines(text):
    """Counted and open plurals by harm."""
    found = persons_on_lines(text, sentences(text, parts(text).prose), read_counts(text, lang="en"))
    return {each.harm: (each.counted, each.plurals) for each in found}


def test_names_on_lines_of_their_own_are_persons():
    """Each once, however often named; titles and by-names are part of a name."""
    text = "The engineer\nDr. Ann Example (Umm Ben)\n, her cousin\nCora Example\nand\nCora Example\nwere killed."
    assert on_lines(text) == {Harm.KILLED: (2, 0)}


def test_kin_without_a_name_are_persons_too():
    """A wife is one, three sons are three, children without a number are left open."""
    text = "The baker\nDan Example\n, his\nwife\n,\nthree sons\nand his brother's\nchildren\nwere killed."
    assert on_lines(text) == {Harm.KILLED: (5, 1)}


def test_kin_in_front_of_a_name_is_its_bearer():
    """ "And his wife / Eve Example" are one."""
    assert on_lines("The baker\nDan Example\nand his wife\nEve Example\nwere killed.") == {Harm.KILLED: (2, 0)}


def test_fate_is_what_is_said_behind_or_else_before():
    """The injured are counted apart, survivors not at all."""
    text = "There\nDan Example\nwas injured. Also\nEve Example\nwas killed. Only\nFay Example\nsurvived."
    assert on_lines(text) == {Harm.KILLED: (1, 0), Harm.INJURED: (1, 0)}


def test_running_text_has_no_such_lines():
    """A paragraph is no line of its own."""
    assert on_lines("Dan Example and Eve Example were killed.") == {}


def tree(*rows):
    """A parsed sentence from (text, lemma, dependency, head, entity)."""
    tokens, at = [], 0
    for text, lemma, dep, head, entity in rows:
        tokens.append(Token(at, at + len(text), text, lemma, "X", "X", dep, head, entity, False))
        at += len(text) + 1
    return Parsed(" ".join(row[0] for row in rows), tuple(tokens), ((0, len(tokens)),))


def test_grammar_tells_who_a_verb_of_harm_is_said_of():
    """Subjects of the passive and of dying, objects of the active, and whoever is joined to them; no places."""
    parsed = tree(
        ("Dan", "Dan", "nsubjpass", 4, "PERSON"),
        ("and", "and", "cc", 0, ""),
        ("Eve", "Eve", "conj", 0, "PERSON"),
        ("were", "be", "auxpass", 4, ""),
        ("killed", "kill", "ROOT", 4, ""),
        ("in", "in", "prep", 4, ""),
        ("Springfield", "Springfield", "pobj", 5, "GPE"),
    )
    found = persons_by_grammar(parsed, Span(0, len(parsed.text)))
    assert [(each.harm, each.counted, each.within) for each in found] == [(Harm.KILLED, 2, Span(0, 11))]


def test_the_killer_is_no_victim():
    """The subject of the active verb is not counted."""
    parsed = tree(
        ("Dan", "Dan", "nsubj", 1, "PERSON"),
        ("wounded", "wound", "ROOT", 1, ""),
        ("Eve", "Eve", "dobj", 1, "PERSON"),
    )
    found = persons_by_grammar(parsed, Span(0, len(parsed.text)))
    assert [(each.harm, each.counted) for each in found] == [(Harm.INJURED, 1)]
