"""Assessing made-up documents: who bore what, which violations, by whom; and that nothing breaks or is invented."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vigil.incidents.assess import assessing, names, perpetrators, roles, scoring, told, victims, violations, words
from vigil.incidents.assess.sentence_signs import sentence_signs, together
from vigil.incidents.assess.victim_signs import victim_signs
from vigil.incidents.assess.violation_signs import violation_signs
from vigil.model.claim import (
    Actor,
    Certainty,
    Claim,
    Count,
    Document,
    EventType,
    Exactness,
    Link,
    Polarity,
    Reading,
    Span,
    Unit,
    VictimKind,
)
from vigil.sources.grammar.english import english_grammar

GRAMMAR = english_grammar()
needs_grammar = pytest.mark.skipif(GRAMMAR is None, reason="the extra `english` is not installed")

TITLE = "Journalist Dario Menk arrested in Harbiya"
TEXT = """Security forces arrested journalist Dario Menk at his home in Harbiya on Monday, his lawyer said. Menk, 34, \
was taken to a police station and has been in detention since. He was beaten in custody, the lawyer, Ruth Alder, told \
reporters.

Police also detained two activists, Lena Marsh and Omar Feld, who had protested against the arrest. Interior minister \
Hans Brenner said the law would take its course. "He has done nothing," said Alder."""


def seen(text, title=None):
    """The document with its grammar, or without where none is installed."""
    parse = GRAMMAR
    return told.told(
        text,
        title=title,
        parsed=parse(text) if parse else None,
        parsed_title=parse(title) if parse and title else None,
    )


def bare(text, title=None):
    return told.told(text, title=title, parsed=None, parsed_title=None)


def parts_of(text):
    view = seen(text)
    return {view.tokens[at].text: sorted(found) for at, found in enumerate(roles.roles(view)) if found}


def claim(event=EventType.KILLING, *, polarity=Polarity.HAPPENED, speaker="AUTHOR", actor=None, count=None, kinds=()):
    return Claim(
        event=event,
        polarity=polarity,
        certainty=Certainty.ALLEGED,
        chain=(Link(speaker=speaker, certainty=Certainty.ALLEGED),),
        actors=() if actor is None else (Actor(text=actor, span=Span(0, len(actor))),),
        count=count,
        victims=frozenset(kinds),
        spans={"event": (Span(0, 4),)},
    )


def reading(*claims, lang="en"):
    return Reading(document="d", lang=lang, reader="none", claims=claims)


def test_words_are_found_by_form_and_phrase():
    """A phrase wherever its words follow one another, and every class a word is in."""
    found = {(hit.name, hit.first, hit.last) for hit in words.find(["he", "was", "shot", "dead", "and", "buried"])}
    assert {("kill", 2, 4), ("die", 5, 6), ("he", 0, 1)} <= found
    assert not [hit for hit in words.find(["executive", "skill"]) if hit.name in {"execute", "kill"}]


def test_title_and_text_stand_in_one_row_and_keep_their_places():
    """Spans are counted in the part a word stands in."""
    view = seen("Omar Feld was freed.", "Feld freed")
    assert view.said(0, 1) == "Feld"
    assert view.said(view.n_title, view.n_title + 2) == "Omar Feld"
    assert view.in_title(0)
    assert view.in_lead(view.n_title)


@needs_grammar
@pytest.mark.parametrize(
    ("text", "word", "part"),
    [
        ("Police arrested three activists, including Lena Marsh and Omar Feld.", "Feld", "bears arbitrary_detention"),
        ("Dario Menk was shot dead by two gunmen, police said.", "Menk", "bears killing"),
        ("Dario Menk was shot dead by two gunmen, police said.", "gunmen", "does killing"),
        ("Dario Menk was shot dead by two gunmen, police said.", "police", "says"),
        ("The murder of blogger Peter Noll shocked the town.", "Noll", "bears killing"),
        ("Hans Brenner was charged with the killing of a lawyer.", "Brenner", "accused"),
        ("The detained journalists were identified as Ivo Tal and Mia Roth.", "Roth", "bears arbitrary_detention"),
        ("Tom Reyes was taken away and beaten.", "Reyes", "bears torture"),
    ],
)
def test_parts_go_to_names(text, word, part):
    """Over lists, appositions, "including" and passives."""
    assert part in parts_of(text)[word]


@needs_grammar
def test_shorter_names_are_the_same_person():
    """And titles are no part of a name."""
    people = names.persons(seen(TEXT, TITLE))
    found = {person.name: len(person.mentions) for person in people}
    assert found["Dario Menk"] >= 3
    assert "Menk" not in found
    assert "Minister Hans Brenner" not in found


@needs_grammar
def test_whoever_bears_it_is_a_victim_and_who_speaks_is_not():
    """The arrested are named; the lawyer and the minister who speak of it are not."""
    found = {each.name: each for each in victims.named_victims(seen(TEXT, TITLE))}
    assert {"Dario Menk", "Lena Marsh", "Omar Feld"} == set(found)
    menk = found["Dario Menk"]
    assert (menk.kind, menk.sex, menk.age_group, menk.number) == ("journalist", "male", "adult", 1)
    assert found["Lena Marsh"].kind == "human_rights_defender"


@needs_grammar
def test_the_violations_told_are_found():
    """Held by a state's forces, and beaten while held; nothing else."""
    found = {each.kind: each for each in violations.violations(seen(TEXT, TITLE), None)}
    assert "arbitrary_detention" in found
    assert not {"kidnapping", "enforced_disappearance", "killing"} & set(found)
    for each in found.values():
        assert each.words


@needs_grammar
def test_a_sentence_tells_whom_it_befell_and_what_is_only_charged():
    """One entry a sentence and violation; a crime somebody is held for is a charge, what may come is not real."""
    view = seen("Guards beat the lawyer. He was charged with kidnapping. They may arrest the doctor.")
    found = {(each.sentence, each.violation): each.signs for each in sentence_signs(view)}
    assert {(0, "torture"), (1, "kidnapping"), (2, "arbitrary_detention")} <= set(found)
    assert found[0, "torture"].keys() >= {"bears victim", "second real", "near victim"}
    assert "plainest charged" in found[1, "kidnapping"]
    assert found[2, "arbitrary_detention"].keys() >= {"plainest unreal", "bears victim"}
    assert "plainest real" not in found[2, "arbitrary_detention"]


def test_sentences_together_say_as_much_as_the_plainest():
    """Ten that say little add little to one that says much; none at all is the floor."""
    assert together([]) == pytest.approx(-3)
    assert together([3.0, *[-3.0] * 10]) == pytest.approx(3.0, abs=0.05)
    assert together([1e9]) == pytest.approx(20)


@needs_grammar
def test_the_words_shown_stand_in_the_sentences_that_say_most():
    """Of many words of a violation those are shown that decide, not the first twelve."""
    vague = "Arrest statistics were discussed, and an arrest policy may follow. " * 12
    plain = "Soldiers arrested journalist Dario Menk without charge in Harbiya."
    found = {each.kind: each for each in violations.violations(seen(vague + plain, TITLE), None)}
    shown = {where.span.begin for where in found["arbitrary_detention"].words if not where.in_title}
    assert len(vague) + plain.index("arrested") in shown
    assert len(found["arbitrary_detention"].words) == violations.MOST_WORDS_SHOWN


def test_a_text_of_peace_has_no_violation_and_no_victim():
    """Whatever is read into it would be invented."""
    text = "The village held its harvest fair on Sunday. Anna Weber sold bread, and children sang in the square."
    for view in (seen(text, "A fair"), bare(text, "A fair")):
        assert violations.violations(view, None) == ()
        assert victims.named_victims(view) == ()


def test_without_grammar_names_are_found_by_capitals():
    """Less surely, but not at all blind."""
    view = bare(TEXT, TITLE)
    assert {"Dario Menk", "Omar Feld"} <= {person.name for person in names.persons(view)}
    assert "arbitrary_detention" in {each.kind for each in violations.violations(view, None)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the security forces", "state_forces"),
        ("unidentified gunmen", "unknown_armed"),
        ("rebels", "armed_group"),
        ("a gang", "criminal"),
        ("the authorities", "state"),
        ("her neighbour", None),
    ],
)
def test_what_an_actor_is_by_its_words(text, kind):
    """None where the words do not tell."""
    assert perpetrators.kind_of(text) == kind


def test_a_perpetrator_keeps_certainty_and_speaker():
    """An allegation by somebody stays one; what did not happen has no doer."""
    found = perpetrators.claimed_perpetrators(
        reading(
            claim(actor="The army", speaker="the mayor"),
            claim(actor="the army"),
            claim(actor="rebels", polarity=Polarity.NOT_HAPPENED),
        )
    )
    (army,) = found
    assert (army.name, army.kind, army.certainty, army.according_to) == (
        "The army",
        "state_forces",
        Certainty.ALLEGED,
        "the mayor",
    )
    assert len(army.words) == 2


def test_groups_are_counted_once():
    """A group with a figure or a kind; one person without either is none."""
    twelve = Count(low=12, high=12, exactness=Exactness.EXACT, unit=Unit.PEOPLE, span=Span(0, 2))
    one = Count(low=1, high=1, exactness=Exactness.EXACT, unit=Unit.PEOPLE, span=Span(0, 2))
    found = list(
        victims.counted_victims(
            reading(
                claim(count=twelve, kinds=[VictimKind.CHILDREN]),
                claim(count=twelve, kinds=[VictimKind.CHILDREN]),
                claim(count=one),
            )
        )
    )
    assert [(each.kind, each.number) for each in found] == [("children", 12)]


def test_a_document_in_another_language_is_assessed_from_its_claims():
    """Its words are not looked for in an English lexicon."""
    document = Document(id="d", text="قتل ثلاثة", lang="ar")
    found = assessing.assess(document, reading=reading(claim(), lang="ar"))
    assert [each.kind for each in found.violations] == ["killing"]
    planned = assessing.assess(document, reading=reading(claim(polarity=Polarity.THREATENED), lang="ar"))
    assert planned.violations == ()


def test_nothing_stated_is_nothing_said():
    """An empty document has no place, no date, no figure."""
    found = assessing.assess(Document(id="d", text=""))
    assert (found.violations, found.victims, found.perpetrators, found.place, found.occurred) == (
        (),
        (),
        (),
        None,
        None,
    )


def test_weights_are_added_and_unknown_features_say_nothing():
    """A logistic of the sum."""
    weights = scoring.read_weights("feature a b\n(intercept) 0 -50\ntwo words 1.5 0\n")
    assert weights.probabilities({"two words": 0.0, "other": 9.0})["a"] == 0.5
    assert weights.probabilities({"two words": 2.0})["a"] == pytest.approx(0.9526, abs=1e-4)
    assert weights.probabilities({})["b"] < 1e-9


@given(st.text(max_size=300), st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_is_assessed_and_every_word_stands_in_it(text, title):
    """Signs, scripts and halves of surrogates: no crash, and spans lie within the part they name."""
    for text_ in (text, f"Police arrested {text} and {title} was killed"):
        found = assessing.assess(Document(id="d", text=text_, title=title, lang="en"))
        for words_ in (*(each.words for each in found.violations), *(each.words for each in found.victims)):
            for where in words_:
                part = title if where.in_title else text_
                assert 0 <= where.span.begin < where.span.end <= len(part)
        for victim in found.victims:
            assert victim.name is None or " ".join(victim.name.split()) in " ".join(f"{text_} {title}".split())


@pytest.mark.parametrize("text", ["a" * 100_000, "Omar Feld arrested " * 5_500, "Omar, " * 16_000, "kill " * 20_000])
def test_long_monotony_is_linear(text):
    """100 kB of one letter or one phrase in well under ten seconds."""
    begun = time.perf_counter()
    view = bare(text, "x")
    violation_signs(view)
    list(sentence_signs(view))
    victim_signs(view, names.persons(view))
    assert time.perf_counter() - begun < 8


def test_the_same_text_twice_gives_the_same():
    """No order of a set shows through."""
    document = Document(id="d", text=TEXT, title=TITLE, lang="en")
    assert assessing.assess(document) == assessing.assess(document)
