"""Who says what: sentences of our own, every shape of saying, with and without a grammar."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vigil.model.claim import AUTHOR, UNNAMED, Certainty, Link, Span
from vigil.testimony.attribution.chains import certainty_of, chains
from vigil.testimony.attribution.quotes import quotations
from vigil.testimony.attribution.reading import BY_RULE, MOST_NESTED, outermost, read_attributions
from vigil.testimony.attribution.signs import signed
from vigil.testimony.attribution.verbs import CLASSES, OF
from vigil.testimony.attribution.weighing import ENOUGH, likely
from vigil.testimony.attribution.weights import WEIGHTS


def _chain(grammar, text, words):
    begin = text.index(words)
    return chains(text, parsed=grammar(text)).of(Span(begin, begin + len(words)))


_A = Certainty.ASSERTED

CHAINS = [
    (
        "The group's leader said the UN confirmed what residents had reported.",
        "what",
        [
            ("The group's leader", Certainty.ASSERTED),
            ("the UN", Certainty.CONFIRMED),
            ("residents", Certainty.REPORTED),
        ],
    ),
    ("Shells fell on the bakery at noon.", "fell", [(AUTHOR, Certainty.ASSERTED)]),
    ("Soldiers reportedly shot 12 people in Marat.", "shot", [(UNNAMED, Certainty.REPORTED)]),
    ("The strike allegedly killed 12 people.", "killed", [(UNNAMED, Certainty.ALLEGED)]),
    ("An alleged massacre took place in Qarna.", "massacre", [(UNNAMED, Certainty.ALLEGED)]),
    ("Officials said 12 people may have died.", "died", [("Officials", Certainty.SUSPECTED)]),
    ("They may have been executed, a lawyer warned.", "executed", [("a lawyer", Certainty.SUSPECTED)]),
    (
        "The UN said it could not verify reports that 12 people were killed.",
        "killed",
        [("The UN", Certainty.UNVERIFIED)],
    ),
    ("The mayor was unable to confirm that the bridge had been hit.", "hit", [("The mayor", Certainty.UNVERIFIED)]),
    (
        "The army refused to confirm that its jets had struck the clinic.",
        "struck",
        [("The army", Certainty.UNVERIFIED)],
    ),
    ("I saw two men shot dead.", "shot", [(AUTHOR, Certainty.WITNESSED)]),
    ('"I saw the plane drop a barrel bomb," said Samer, a baker.', "drop", [("Samer", Certainty.WITNESSED)]),
    ('"They shelled us all night," he said. "My brother was killed."', "killed", [("he", Certainty.WITNESSED)]),
    ("“We were surrounded,” said Dina. “They shot my cousin.”", "shot", [("Dina", Certainty.WITNESSED)]),
    ("A resident told reporters he saw soldiers fire on the crowd.", "fire", [("A resident", Certainty.WITNESSED)]),
    ("Witnesses said the tank fired at the school.", "fired", [("Witnesses", Certainty.WITNESSED)]),
    ("The ministry denied that its troops shot dead 12 farmers.", "shot", [("The ministry", Certainty.DENIED)]),
    ("The army did not deny that it had shelled the camp.", "shelled", [("The army", Certainty.ASSERTED)]),
    ("Residents accused the army of shelling the market.", "shelling", [("Residents", Certainty.ALLEGED)]),
    ("The army was accused by residents of shelling the market.", "shelling", [("residents", Certainty.ALLEGED)]),
    ("The council blamed the rebels for the attack that killed nine.", "killed", [("The council", Certainty.ALLEGED)]),
    ("Activists claimed that the army stormed the village.", "stormed", [("Activists", Certainty.CLAIMED)]),
    ("Twelve people are believed to have been killed.", "killed", [(UNNAMED, Certainty.SUSPECTED)]),
    ("The commander is said to have ordered the strike.", "ordered", [(UNNAMED, Certainty.REPORTED)]),
    ("It was reported that the convoy had been looted.", "looted", [(UNNAMED, Certainty.REPORTED)]),
    ("Unconfirmed reports say 30 people were abducted.", "abducted", [(UNNAMED, Certainty.UNVERIFIED)]),
    ("Some reports said five children were among the dead.", "dead", [(UNNAMED, Certainty.REPORTED)]),
    ("There is no evidence that the convoy was hit.", "hit", [(UNNAMED, Certainty.UNVERIFIED)]),
    ("Families fear that dozens have been executed.", "executed", [("Families", Certainty.FEARED)]),
    ("The ministry retracted its claim that 12 were killed.", "killed", [("The ministry", Certainty.RETRACTED)]),
    ("Twelve people were killed, according to the network.", "killed", [("the network", Certainty.ASSERTED)]),
    ("According to the network, 12 people were killed.", "killed", [("the network", Certainty.ASSERTED)]),
    ("The rebels fired first, the colonel insisted.", "fired", [("the colonel", Certainty.ASSERTED)]),
    ("The school was hit, the mayor said, by two rockets.", "hit", [("the mayor", Certainty.ASSERTED)]),
    ("The network verified the deaths of 12 people.", "deaths", [("The network", Certainty.CONFIRMED)]),
    ("The killings were confirmed by the hospital.", "killings", [("the hospital", Certainty.CONFIRMED)]),
    ("No one has claimed responsibility for the blast that killed six.", "killed", [(AUTHOR, Certainty.ASSERTED)]),
    ("The second bureau, which never admitted holding him, said he fled.", "fled", [("The second bureau", _A)]),
    ("His wife spoke of the bureau, which said he was shot.", "shot", [("the bureau", _A)]),
    (
        "The radio reported that a witness had said that soldiers shot the teacher.",
        "shot",
        [("The radio", Certainty.REPORTED), ("a witness", Certainty.WITNESSED)],
    ),
    (
        "The agency quoted a doctor as saying 12 people had died.",
        "died",
        [("The agency", Certainty.ASSERTED), ("a doctor", Certainty.ASSERTED)],
    ),
    (
        "The observatory, citing local medics, said 14 people were killed.",
        "killed",
        [("The observatory", Certainty.ASSERTED), ("local medics", Certainty.ASSERTED)],
    ),
    (
        "Local activists said warplanes bombed the bakery. The claim could not be independently verified.",
        "bombed",
        [(AUTHOR, Certainty.UNVERIFIED), ("Local activists", Certainty.ASSERTED)],
    ),
]


@pytest.mark.parametrize(("text", "words", "speakers"), CHAINS, ids=[text for text, _, _ in CHAINS])
def test_a_chain_names_every_speaker_outermost_first(grammar, text, words, speakers):
    """And how surely each of them says it."""
    assert [(link.speaker, link.certainty) for link in _chain(grammar, text, words)] == speakers


def test_a_quotation_is_direct_and_a_witness_firsthand(grammar):
    """Both are told of the link."""
    (link,) = _chain(grammar, '"I saw the plane drop a barrel bomb," said Samer, a baker.', "plane")
    assert link.direct
    assert link.firsthand
    (link,) = _chain(grammar, "The mayor said the bridge was hit.", "hit")
    assert not link.direct
    assert not link.firsthand


@pytest.mark.parametrize(
    ("certainties", "whole"),
    [
        ([Certainty.ASSERTED, Certainty.CONFIRMED, Certainty.REPORTED], Certainty.CONFIRMED),
        ([Certainty.ASSERTED, Certainty.ASSERTED], Certainty.ASSERTED),
        ([Certainty.UNVERIFIED, Certainty.CONFIRMED], Certainty.UNVERIFIED),
        ([Certainty.ASSERTED, Certainty.WITNESSED], Certainty.WITNESSED),
        ([], Certainty.ASSERTED),
    ],
)
def test_the_first_link_that_is_not_neutral_decides(certainties, whole):
    """The codebook's walk, from the outside in."""
    assert certainty_of([Link(speaker="x", certainty=one) for one in certainties]) is whole


def _said(text, attributions):
    def words(span):
        return None if span is None else text[span.begin : span.end]

    return [(words(one.source), words(one.cue), " ".join(map(words, one.content))) for one in outermost(attributions)]


READINGS = [
    ("The governor said that the road was closed.", [("The governor", "said", "the road was closed")]),
    ("“The road is closed,” the governor said.", [("the governor", "said", "“The road is closed,”")]),
    (
        "“The road is closed,” said the governor. “Nobody can pass.”",
        [("the governor", "said", "“The road is closed,” “Nobody can pass.”")],
    ),
    (
        "The spokeswoman said the siege must end, adding that food had run out.",
        [
            ("The spokeswoman", "said", "the siege must end"),
            ("The spokeswoman", "adding", "food had run out"),
        ],
    ),
    ("ANNA BELL: We had no water.", [("ANNA BELL", ":", "We had no water.")]),
]


@pytest.mark.parametrize(("text", "said"), READINGS, ids=[text for text, _ in READINGS])
def test_an_attribution_has_its_source_its_cue_and_its_content(grammar, text, said):
    """In the words of the text, a quotation to its end."""
    assert _said(text, read_attributions(text, parsed=grammar(text))) == said


PLAIN = [
    ("The governor said that the road was closed.", [("The governor", "said", "the road was closed")]),
    ("“The road is closed,” the governor said.", [("the governor", "said", "“The road is closed,”")]),
    ("“The road is closed,” said the old governor.", [("the old governor", "said", "“The road is closed,”")]),
    ("According to the mayor, ten were hurt.", [("the mayor", "According to", "ten were hurt")]),
    ("The walls shook all night.", []),
]


@pytest.mark.parametrize(("text", "said"), PLAIN, ids=[text for text, _ in PLAIN])
def test_without_a_grammar_the_order_of_words_is_read(text, said):
    """Less is found, and what is found is whole."""
    assert _said(text, read_attributions(text, parsed=None)) == said


def test_without_a_grammar_hedges_before_a_word_count():
    """A comma ends their reach."""
    text = "Troops reportedly shot ten men. Troops reportedly came, and shot ten men."
    said = chains(text, parsed=None)
    first, second = text.index("shot"), text.rindex("shot")
    assert said.of(Span(first, first + 4))[0].certainty is Certainty.REPORTED
    assert said.of(Span(second, second + 4))[0].certainty is Certainty.ASSERTED


def test_a_quotation_ends_with_its_paragraph_and_may_go_on_in_the_next():
    """As newspapers print long ones."""
    text = "“We fled.\n\n“We had nothing,” she said of the ’90s and her uncle's house."
    first, second = quotations(text)
    assert (first.closed, second.closed, second.continues) == (False, True, True)
    assert text[slice(*second.span)] == "“We had nothing,”"


def test_a_signed_quotation_names_who_signs():
    """A dash and a name."""
    text = "“We had no bread.” ― Anna Bell"
    (one,) = signed(text, quotations(text))
    assert text[slice(*one.source)] == "Anna Bell"


def test_word_classes_are_words():
    """One verb can stand in several, and each is found by its lemma."""
    assert "say" in OF["state"]
    assert all(word == word.lower() for listed in CLASSES.values() for word in listed.split())


def test_a_verb_of_saying_weighs_more_than_one_of_motion():
    """A feature that was never seen weighs nothing."""
    assert likely(["kind=say", "form=clause", "quotes"]) > likely(["kind=move", "form=object"])
    assert likely(["never seen"]) == likely([])
    assert ENOUGH > BY_RULE
    assert all(abs(weight) < 10 for weight in WEIGHTS.values())


TEXTS = st.text(alphabet=st.sampled_from("ab .,:;\"'“”‘’«»\n—-\u202e\ud83d😀قال"), max_size=80)
WORDS = [
    *("said", "that", "the", "mayor", "“", "”", '"', ",", ".", ":", "according", "to", "witnesses", "reportedly"),
    *("killed", "12", "and", "\n", "adding", "citing", "I", "saw"),
]
SENTENCES = st.lists(
    st.sampled_from(WORDS),
    max_size=40,
).map(" ".join)


@given(text=st.one_of(TEXTS, SENTENCES))
@example(text="said : to to mayor mayor according the")  # the "to" of a parse may stand before its "according"
def test_every_span_is_literally_in_the_text(grammar, text):
    """And the same text read twice gives the same attributions, no deeper than they may be."""
    for parsed in (None, grammar(text)):
        made = read_attributions(text, parsed=parsed)
        assert made == read_attributions(text, parsed=parsed)
        for index, one in enumerate(made):
            assert one.content
            for span in filter(None, (one.source, one.cue, *one.content)):
                assert 0 <= span.begin < span.end <= len(text)
            depth, at = 0, one.parent
            while at is not None:
                assert at != index
                at, depth = made[at].parent, depth + 1
                assert depth <= 2 * MOST_NESTED
        said = chains(text, parsed=parsed)
        for begin in range(0, len(text), 7):
            links = said.of(Span(begin, min(len(text), begin + 3)))
            assert links
            for link in links:
                named = link.speaker not in (AUTHOR, UNNAMED)
                assert not named or text[slice(*link.speaker_span)] == link.speaker


@pytest.mark.parametrize("part", ["said ", '"', "“a” ", "according to ", "he said “", "A: b\n", "citing x, "])
def test_time_grows_with_the_text_alone(part):
    """A hundred thousand characters of the same, without a grammar."""
    text = (part * 100_000)[:100_000]
    begun = time.process_time()
    chains(text, parsed=None).of(Span(0, 4))
    assert time.process_time() - begun < 5


@pytest.mark.slow
@pytest.mark.parametrize("part", ["said ", "he said that ", "he said “", "citing medics, ", "Anna said, adding "])
def test_time_grows_with_the_text_alone_with_a_grammar(grammar, part):
    """The grammar's own time is not counted."""
    seconds = []
    for size in (10_000, 40_000):
        text = (part * size)[:size]
        parsed = grammar(text)
        begun = time.process_time()
        said = chains(text, parsed=parsed)
        for token in parsed.tokens:
            said.of(Span(token.begin, token.end))
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 12 * seconds[0] + 2
