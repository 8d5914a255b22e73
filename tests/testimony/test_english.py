"""English sentences to claims: every line of the codebook, the challenge, and laws that hold for any text."""

import random
import time
from datetime import date
from itertools import product

import pytest
from challenge_score import ENGLISH, OTHERS, UNREAD, Score, items
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vigil.model.claim import (
    AUTHOR,
    UNNAMED,
    ActorRole,
    Certainty,
    Document,
    EventType,
    Exactness,
    Polarity,
    Unit,
    VictimKind,
)
from vigil.testimony.counts.reading import read_counts
from vigil.testimony.english.pieces import MOST, pieces
from vigil.testimony.english.plain_grammar import plain_grammar
from vigil.testimony.english.reading import read_english, version
from vigil.testimony.english.triggers import may_tell
from vigil.testimony.english.typography import for_grammar

PUBLISHED = date(2016, 12, 14)  # a Wednesday


@pytest.fixture(scope="session")
def claims(grammar, few_places):
    def read(text):
        document = Document(id="x", text=text, published_on=PUBLISHED)
        return read_english(document, parse=grammar, gazetteer=few_places).claims

    return read


@pytest.fixture(scope="session")
def by_rules(few_places):
    def read(text):
        document = Document(id="x", text=text, published_on=PUBLISHED)
        return read_english(document, parse=None, gazetteer=few_places).claims

    return read


def spans_of(claim):
    found = [span for spans in claim.spans.values() for span in spans]
    found += [span for link in claim.chain for span in (link.speaker_span, link.cue) if span is not None]
    found += [one.span for one in (*claim.actors, *claim.named)]
    return found + [one.span for one in (claim.place, claim.count) if one is not None]


def test_a_cause_in_the_clause_of_its_effect_is_one_claim(claims):
    """Shells that killed twelve are no attack beside the killing; where nobody was killed, they are."""
    (killing,) = claims("Shelling killed at least 12 people in Douma on Tuesday, the Red Crescent said.")
    assert (killing.event, killing.polarity) == (EventType.KILLING, Polarity.HAPPENED)
    assert (killing.count.low, killing.count.high, killing.count.exactness) == (12, None, Exactness.AT_LEAST)
    assert [link.speaker for link in killing.chain] == ["the Red Crescent"]
    assert (killing.place.text, killing.place.country, killing.occurred) == ("Douma", "Syria", "2016-12-13")
    assert {each.event for each in claims("The rebels shelled the market, but nobody was killed.")} == {
        EventType.ATTACK,
        EventType.KILLING,
    }


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police arrested four students in Aleppo.", EventType.ARBITRARY_DETENTION),
        ("Masked gunmen abducted four students in Aleppo.", EventType.KIDNAPPING),
        ("Militiamen arrested four students in Aleppo.", EventType.KIDNAPPING),
        ("A student was taken at a checkpoint and has not been heard from since.", EventType.ENFORCED_DISAPPEARANCE),
        ("Guards tortured the prisoners with cables.", EventType.TORTURE),
        ("Two women were raped by soldiers.", EventType.SEXUAL_VIOLENCE),
        ("Jets bombed the old quarter of Aleppo.", EventType.ATTACK),
        ("The army has besieged Douma for months.", EventType.SIEGE),
        ("Soldiers blocked an aid convoy outside Douma.", EventType.OBSTRUCTION),
        ("Ninety families fled the village.", EventType.DISPLACEMENT),
        ("Fighters burned six houses.", EventType.PROPERTY_DESTRUCTION),
        ("Ninety patients were evacuated from Douma.", EventType.EVACUATION),
        ("The two sides announced a ceasefire.", EventType.CEASEFIRE),
        ("Ten prisoners were released.", EventType.OTHER),
        ("Three children died of hunger in Douma.", EventType.OTHER),
        ("Rescuers recovered nine bodies.", EventType.KILLING),
        ("A boy was shot in the leg.", EventType.INJURY),
    ],
)
def test_each_kind_of_event_is_known(claims, text, event):
    """By its own word, and where the word is not enough by who did it and how it went on."""
    assert event in {each.event for each in claims(text)}


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Nobody was killed in Douma.", Polarity.NOT_HAPPENED, Certainty.ASSERTED),
        ("The army denied bombing the hospital.", Polarity.NOT_HAPPENED, Certainty.DENIED),
        ("About 30 people are feared dead.", Polarity.FEARED, Certainty.FEARED),
        ("The rebels threatened to execute the pilots.", Polarity.THREATENED, Certainty.ASSERTED),
        ("Buses will evacuate the wounded on Friday.", Polarity.PLANNED, Certainty.ASSERTED),
        ("If the army shells the city, thousands will flee.", Polarity.CONDITIONAL, Certainty.ASSERTED),
        ("The mayor called for the evacuation of Douma.", Polarity.ASKED_FOR, Certainty.ASSERTED),
        ("The army may have bombed the hospital.", Polarity.HAPPENED, Certainty.SUSPECTED),
        ("There is no evidence that the army bombed the hospital.", Polarity.HAPPENED, Certainty.UNVERIFIED),
        ("Four men were reportedly killed.", Polarity.HAPPENED, Certainty.REPORTED),
        ("The minister confirmed that four men were killed.", Polarity.HAPPENED, Certainty.CONFIRMED),
        ("The minister claimed that four men were killed.", Polarity.HAPPENED, Certainty.CLAIMED),
        ("Villagers accused the army of killing four men.", Polarity.HAPPENED, Certainty.ALLEGED),
    ],
)
def test_mood_and_certainty_are_kept(claims, text, polarity, certainty):
    """What is feared, planned, denied or only reported is never given as having happened."""
    assert (polarity, certainty) in {(each.polarity, each.certainty) for each in claims(text)}


def test_figures_that_are_part_of_another_point_at_it(claims):
    """Eleven women among the 82 are not eleven more."""
    whole, women, children = claims("The office said 82 civilians were killed, including 11 women and 13 children.")
    assert (whole.count.low, whole.subset_of) == (82, None)
    assert (women.count.low, women.victims, women.subset_of) == (11, frozenset({VictimKind.WOMEN}), 0)
    assert (children.count.low, children.victims, children.subset_of) == (13, frozenset({VictimKind.CHILDREN}), 0)


def test_each_voice_has_its_claim(claims):
    """Who says the rebels fired, who says the army, and who denies it."""
    first, second = claims("Moscow said the rebels had shelled Aleppo; the rebels blamed the army.")
    assert [[one.text for one in each.actors] for each in (first, second)] == [["the rebels"], ["the army"]]
    assert [each.chain[0].speaker for each in (first, second)] == ["Moscow", "the rebels"]
    assert second.certainty is Certainty.ALLEGED
    told, denied = claims("Villagers said soldiers killed nine men. The army denied it.")
    assert (told.polarity, denied.polarity) == (Polarity.HAPPENED, Polarity.NOT_HAPPENED)
    assert (denied.certainty, denied.count, denied.chain[0].speaker) == (Certainty.DENIED, None, "The army")


def test_a_correction_gives_the_old_figure_as_retracted(claims):
    """Both stay on record, the old one marked."""
    read = claims("Correction: the raid killed nine people, not nineteen.")
    assert {(each.count.low, each.certainty) for each in read if each.count} >= {
        (19, Certainty.RETRACTED),
        (9, Certainty.ASSERTED),
    }
    read = claims("An earlier version of this story said 30 people had died; the correct figure is 13.")
    assert {(each.count.low, each.certainty) for each in read} == {(30, Certainty.RETRACTED), (13, Certainty.ASSERTED)}


def test_the_chain_is_given_outermost_first(claims):
    """Three links are three; reports of nobody named are somebody's all the same."""
    (claim,) = claims("The leader said that the UN had confirmed that soldiers killed 40 men.")
    assert [link.speaker for link in claim.chain] == ["The leader", "the UN"]
    assert claim.certainty is Certainty.CONFIRMED
    (claim,) = claims("The office said it had received reports that soldiers killed 40 men.")
    assert [link.speaker for link in claim.chain] == ["The office", UNNAMED]
    (claim,) = claims("Soldiers killed 40 men.")
    assert [link.speaker for link in claim.chain] == [AUTHOR]


@pytest.mark.parametrize(
    ("text", "speakers", "certainty"),
    [
        (
            "A relief office said it was receiving reports of summary executions.",
            ["A relief office", UNNAMED],
            "reported",
        ),
        ("The commission has received credible reports of rape.", ["The commission", UNNAMED], "reported"),
        ("The mission cited reports that soldiers had burned homes.", ["The mission", UNNAMED], "reported"),
        ("According to reports reaching the charity, two nurses were abducted.", ["the charity", UNNAMED], "reported"),
        ("The agency could not independently verify reports of an attack.", ["The agency", UNNAMED], "unverified"),
        ("The monitors were unable to verify reports that 20 people died.", ["The monitors", UNNAMED], "unverified"),
        ("The UN said it could not confirm the report that 30 had been killed.", ["The UN", UNNAMED], "unverified"),
        ("Reports that a mosque was shelled could not be verified.", [UNNAMED], "unverified"),
        (
            "Nine people died, according to the monitor, who cited local doctors.",
            ["the monitor", "local doctors"],
            "asserted",
        ),
        ("Her neighbour told her soldiers had raped two girls.", ["Her neighbour"], "asserted"),
    ],
)
def test_reports_are_somebodys_and_somebody_has_them(claims, text, speakers, certainty):
    """Who was told, and those who told them, who have no name."""
    (claim,) = claims(text)
    assert [link.speaker for link in claim.chain] == speakers
    assert (claim.certainty.value, claim.polarity) == (certainty, Polarity.HAPPENED)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Soldiers shot dead three farmers in the village.", "the village"),
        ("A shell hit a school, killing four pupils.", "a school"),
        ("A mortar round landed near the bridge, wounding two women.", "the bridge"),
        ("Four bodies were pulled from under the ruins.", "the ruins"),
        ("Jets bombed the western districts.", "the western districts"),
        ("Warplanes struck the Zahrin neighbourhood.", "Zahrin neighbourhood"),
        ("The pumping station was bombed.", "The pumping station"),
        ("At least 300 shells fell on the quarter.", "the quarter"),
        ("Six people were killed at a school in Aleppo.", "Aleppo"),
        ("People were killed in the early hours.", None),
        ("The bakery lies in ruins.", None),
        ("He was killed in an air strike.", None),
    ],
)
def test_a_place_without_a_name_stands_in_its_own_words(claims, text, place):
    """Where no gazetteer knows it, the words of the text; where the text has none, nothing."""
    (claim,) = claims(text)
    assert (claim.place.text if claim.place else None) == place


@pytest.mark.parametrize(
    ("text", "event", "low"),
    [
        ("Guards did not let the ambulances through.", EventType.OBSTRUCTION, None),
        ("Soldiers would not let the convoy through.", EventType.OBSTRUCTION, None),
        ("The army refuses to let aid in.", EventType.OBSTRUCTION, None),
        ("The convoy was held up at the last checkpoint.", EventType.OBSTRUCTION, None),
        ("The shells came from the army base.", EventType.ATTACK, None),
        ("Rockets rained down on the town.", EventType.ATTACK, None),
        ("A car bomb went off outside the mosque.", EventType.ATTACK, None),
        ("The toll stands at 14.", EventType.KILLING, 14),
        ("The number of dead is 14.", EventType.KILLING, 14),
        ("A mass grave with 30 bodies was found.", EventType.KILLING, 30),
        ("Twelve dead in the raid on the camp.", EventType.KILLING, 12),
        ("The body of a teacher was found in a well.", EventType.KILLING, 1),
        ("Seven men were put to death.", EventType.KILLING, 7),
        ("A sniper picked off two water carriers.", EventType.KILLING, 2),
        ("Villagers were forced from their homes.", EventType.DISPLACEMENT, None),
        ("The entire village was emptied.", EventType.DISPLACEMENT, None),
        ("Sixty families poured across the border.", EventType.DISPLACEMENT, 60),
        ("The hospital was knocked out of service.", EventType.PROPERTY_DESTRUCTION, None),
        ("Troops tore down the mosque.", EventType.PROPERTY_DESTRUCTION, None),
        ("He was given electric shocks.", EventType.TORTURE, 1),
        ("Prisoners were hung from the ceiling.", EventType.TORTURE, None),
        ("Soldiers forced themselves on the women.", EventType.SEXUAL_VIOLENCE, None),
        ("Soldiers searched the houses and took the men.", EventType.ARBITRARY_DETENTION, None),
        ("The district has been cut off for weeks.", EventType.SIEGE, None),
        ("The rebels ceased fire on Tuesday.", EventType.CEASEFIRE, None),
    ],
)
def test_everyday_words_tell_of_events_in_their_company(claims, text, event, low):
    """ "Let", "came", "given", "put": only beside the words that make them tell of it."""
    (claim,) = claims(text)
    assert (claim.event, claim.polarity) == (event, Polarity.HAPPENED)
    assert (claim.count.low if claim.count else None) == low


@pytest.mark.parametrize(
    "text",
    [
        "Guests came from the capital.",
        "He was given a prize.",
        "She put the letter into a drawer.",
        "They let us through the gate.",
        "Rain poured down on the town.",
        "He picked off a few grapes.",
        "The alarm went off.",
    ],
)
def test_everyday_words_tell_of_nothing_in_other_company(claims, text):
    """The same words, and no claim."""
    assert not claims(text)


def test_what_is_due_is_planned(claims):
    """ "Are to be", "are due to be": not yet."""
    for text in ("The wounded are due to be evacuated on Friday.", "The wounded are to be evacuated on Friday."):
        (claim,) = claims(text)
        assert (claim.polarity, claim.occurred) == (Polarity.PLANNED, "2016-12-16")


def test_a_doer_believed_to_be_somebody_is_hedged_and_does_not_speak(claims):
    """The words for who it may have been stay with it."""
    (claim,) = claims("A plane believed to be Russian bombed the market.")
    assert [(one.text, one.hedged) for one in claim.actors] == [("A plane believed to be Russian", True)]
    assert [link.speaker for link in claim.chain] == [AUTHOR]


def test_figures_by_others_and_figures_taken_back(claims):
    """Each figure has its voice; an old one is retracted."""
    read = claims("The ministry said that 12 died; opposition doctors put the figure at 45.")
    assert [(each.count.low, each.chain[0].speaker) for each in read] == [
        (12, "The ministry"),
        (45, "opposition doctors"),
    ]
    read = claims("Shells killed nine people in the camp. The number is now 14.")
    assert [each.count.low for each in read] == [9, 14]
    (claim,) = claims("An earlier report that 40 had died was wrong.")
    assert (claim.count.low, claim.certainty) == (40, Certainty.RETRACTED)
    read = claims("The hospital said 9 people had died, correcting an earlier figure of 12.")
    assert {(each.count.low, each.certainty) for each in read} == {(9, Certainty.ASSERTED), (12, Certainty.RETRACTED)}


def test_who_stands_behind_an_actor_is_hedged_as_it_is_said(claims):
    """ "Allegedly backed by" is never a plain fact."""
    (claim,) = claims("The militia, allegedly backed by Iran, killed 12 men.")
    assert [(one.text, one.role) for one in claim.actors] == [
        ("The militia", ActorRole.PERPETRATOR),
        ("Iran", ActorRole.BACKER),
    ]
    assert any(one.hedged for one in claim.actors)
    (claim,) = claims("Soldiers killed 12 men.")
    assert not any(one.hedged for one in claim.actors)


def test_units_follow_the_event(claims):
    """Houses are counted for what was burned, trucks for what was stopped."""
    (burned,) = claims("Fighters burned 14 homes in Aleppo.")
    assert (burned.count.low, burned.count.unit) == (14, Unit.BUILDINGS)
    (stopped,) = claims("The convoy of 31 trucks was turned back at Douma.")
    assert (stopped.count.low, stopped.count.unit) == (31, Unit.VEHICLES)


def test_the_day_of_the_statement_is_not_that_of_the_event(claims):
    """Said on Monday, it may have been any day."""
    (claim,) = claims("The mayor said on Monday that soldiers had killed 12 men.")
    assert claim.occurred is None


@pytest.mark.parametrize(
    ("path", "rest", "least"),
    [(ENGLISH, 1, 0.84), (ENGLISH, 0, 0.80), (UNREAD, None, 0.70)],
    ids=["read", "opened later", "never looked into"],
)
def test_the_challenges_are_read_as_well_as_the_docs_say(claims, grammar, few_places, path, rest, least):
    """A claim that is missed counts as wrong in every slot (docs/claims.md)."""
    score = Score()
    for item in items(path):
        if rest is None or item.number % 2 == rest:
            reading = read_english(item.document, parse=grammar, gazetteer=few_places)
            score.add(item, list(reading.claims))
    for slot in ("count", "exactness", "certainty", "polarity", "speakers", "actors", "place", "date"):
        assert score.share(slot) >= least, (slot, score.table())


def test_without_a_grammar_simple_sentences_are_read_all_the_same(by_rules):
    """With its own name, so that nobody takes one reader for the other."""
    (claim,) = by_rules("At least 12 people were killed in Douma on Tuesday, the mayor said.")
    assert (claim.event, claim.count.low, claim.count.exactness) == (EventType.KILLING, 12, Exactness.AT_LEAST)
    assert [link.speaker for link in claim.chain] == ["the mayor"]
    assert "rules alone" in version(None)


def test_most_texts_are_done_with_at_a_glance():
    """No word of violence, nothing to read."""
    assert not may_tell("Good morning, what a lovely day in the garden with coffee")
    assert may_tell("Twelve people were killed")
    assert may_tell("Soldiers took my brother at the checkpoint")


@given(st.text(max_size=3 * MOST))
def test_pieces_make_up_the_text(text):
    """Nothing is read twice or left out."""
    cut = list(pieces(text))
    assert "".join(text[begin:end] for begin, end in cut) == text
    assert all(0 < end - begin <= MOST for begin, end in cut)


def test_claims_of_a_long_text_stand_where_they_stand(claims, few_places, grammar):
    """Spans and parts of the second piece count from the beginning of the whole."""
    filler = "The garden is quiet today. " * (MOST // 20)
    text = filler + "\n\nSoldiers killed 82 men in Aleppo, including 11 boys."
    read = claims(text)
    assert [each.count.low for each in read] == [82, 11]
    assert text[read[0].place.span.begin : read[0].place.span.end] == "Aleppo"
    assert read[1].subset_of == 0


ODD = [
    "\u202e",
    "\u200d",
    "\ud83d",
    "😢",
    "قتل 12",
    "１２",
    "½",
    "\n",
    "“",
    '"',
    "(",
    "- ",
    "—",
    " not ",
    " no ",
    " of whom ",
]
SENTENCES = [item.document.text for item in items()]


@st.composite
def mutated(draw):
    text = draw(st.sampled_from(SENTENCES))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            text = text[:at]
        elif kind == 1:
            text = text[at:]
        elif kind == 2:
            text = text[:at] + draw(st.sampled_from(ODD)) + text[at:]
        elif kind == 3:
            text = text[:at] + draw(st.sampled_from(SENTENCES)) + text[at:]
        else:
            words = text.split(" ")
            random.Random(at).shuffle(words)  # noqa: S311 - repeatable, not secret
            text = " ".join(words)
    return text


def check_laws(text, read):
    numbers = {number for one in read_counts(text, lang="en") for number in (one.low, one.high)} | {0, 1, None}
    shares = {
        number * a // b for number in numbers if number for a, b in ((1, 2), (1, 3), (1, 4), (1, 5), (2, 3), (3, 4))
    }
    found = read(text)
    assert found == read(text)
    for index, claim in enumerate(found):
        assert claim.chain
        for span in spans_of(claim):
            assert 0 <= span.begin < span.end <= len(text)
        for one in claim.actors:
            assert text[one.span.begin : one.span.end] == one.text
        for link in claim.chain:
            named = link.speaker_span is not None and link.speaker != UNNAMED
            assert not named or text[link.speaker_span.begin : link.speaker_span.end] == link.speaker
        assert claim.subset_of is None or (claim.subset_of != index and 0 <= claim.subset_of < len(found))
        if claim.count is not None:
            assert claim.count.low in numbers | shares
            assert claim.count.high in numbers | shares


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=mutated())
def test_every_slot_stands_in_the_text_and_no_number_is_invented(by_rules, text):
    """Whatever is cut, doubled, reversed or mixed into a text, by the rules alone."""
    check_laws(text, by_rules)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=mutated())
def test_the_same_laws_hold_with_the_grammar(claims, text):
    """The same, by the full reader."""
    check_laws(text, claims)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=300))
def test_a_grammar_is_guessed_for_any_text(text):
    """Every token is in the text, in order, and hangs on one of its sentence."""
    parsed = plain_grammar(text)
    for first, last in parsed.sentences:
        assert all(first <= parsed.tokens[at].head < last for at in range(first, last))
    assert all(text[token.begin : token.end] == token.text for token in parsed.tokens)


def test_a_verb_of_saying_behind_a_comma_has_no_speaker(by_rules):
    """Found by tools/fuzz_claims.py: a link named nobody, on words before their own beginning."""
    for claim in by_rules(
        "the house is destroyed. reached be envoy Friday, said, the last no will hospital the truce If"
    ):
        assert all(link.speaker for link in claim.chain)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "killed " * 14_000,
        "12 " * 33_000,
        '"' * 100_000,
        "killed, and " * 8_000,
        "said that " * 10_000,
        "(" * 100_000,
    ],
    ids=["letter", "verb", "number", "quotes", "list", "nested", "brackets"],
)
def test_time_grows_with_length_alone(by_rules, text):
    """100 kB of one word take seconds at most, of this process alone: others may be at work beside it."""
    began = time.process_time()
    by_rules(text)
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "text",
    [
        "One former detainee said he had been hung by his wrists and given electric shocks for three days.",
        "The boy was beaten and given electric shocks.",
    ],
)
def test_who_was_tortured_is_no_torturer(claims, text):
    """Neither the victim nor a part of their body is made responsible."""
    told = claims(text)
    assert {each.event for each in told} == {EventType.TORTURE}
    assert all(each.actors == () and each.count.low == 1 for each in told)


def test_nobody_abducts_their_own(claims):
    """A father who takes his daughter somewhere kidnaps nobody; gunmen who take her do."""
    assert claims("He took his daughter to Aleppo.") == ()
    (claim,) = claims("Gunmen took his daughter to Aleppo.")
    assert claim.event is EventType.KIDNAPPING


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("I heard that 20 people were killed in Douma.", Certainty.REPORTED),
        ("We heard soldiers had shot two men.", Certainty.REPORTED),
        ("I heard a shell kill two men.", Certainty.WITNESSED),
    ],
)
def test_hearsay_is_not_witnessed(claims, text, certainty):
    """Whoever heard that it happened was not there; whoever heard it happen was."""
    (claim,) = claims(text)
    assert claim.certainty is certainty
    assert claim.chain[0].firsthand is (certainty is Certainty.WITNESSED)


@pytest.mark.parametrize(
    ("text", "speakers", "certainty"),
    [
        (
            "Neighbours say 20 were killed. I don't know if that is true.",
            [AUTHOR, "Neighbours"],
            Certainty.UNVERIFIED,
        ),
        ("20 were killed in the market, we can not tell whether it's true.", [AUTHOR], Certainty.UNVERIFIED),
        (
            '"They say 20 were killed. I don\'t know if this is right," said Omar Feld, a baker.',
            ["Omar Feld"],
            Certainty.UNVERIFIED,
        ),
        ("20 were killed. I don't know if my uncle is alive, true to God.", [AUTHOR], Certainty.ASSERTED),
    ],
)
def test_who_does_not_know_whether_it_is_true_says_so(claims, text, speakers, certainty):
    """Doubt in the words behind counts for the claim before them."""
    (claim,) = claims(text)
    assert ([each.speaker for each in claim.chain], claim.certainty) == (speakers, certainty)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Douma media office has revised the number to 27.", "The Douma media office"),
        ("The Douma media office has lowered the toll from 31 to 27.", "The Douma media office"),
        ("The toll was later lowered to 27 by the hospital.", "the hospital"),
        ("The toll was later revised to 27.", AUTHOR),
    ],
)
def test_a_revised_figure_is_its_revisers(claims, text, speaker):
    """Of the event told before; a total to which it brings others is none of it."""
    before = "Shelling killed 31 people in Douma on Monday. "
    first, *old, new = claims(before + text)
    assert (first.count.low, new.count.low, new.chain[-1].speaker, new.certainty) == (
        31,
        27,
        speaker,
        Certainty.ASSERTED,
    )
    assert [(each.count.low, each.certainty) for each in old] == [(31, Certainty.RETRACTED)] * text.count("from 31")
    assert len(claims(before + "That brings the total to 90.")) == 1


def test_a_heading_before_a_colon_says_nothing(claims):
    """Situation reports begin paragraphs with what they are about; a minister before a colon speaks."""
    (claim,) = claims("Health: Three health workers have been killed since the beginning of the month.")
    assert [each.speaker for each in claim.chain] == [AUTHOR]
    (claim,) = claims("Minister: Three soldiers were killed.")
    assert [each.speaker for each in claim.chain] == ["Minister"]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The army said 203 militants were killed, while residents spoke of 300 dead.", [["The army"], ["residents"]]),
        ("Witnesses spoke of about 300 civilians killed.", [["Witnesses"]]),
        ("The office said villagers spoke of at least 13 executions.", [["The office", "villagers"]]),
    ],
)
def test_who_speaks_of_the_dead_says_so(claims, text, speakers):
    """What witnesses speak of beside an army's statement is never put into the army's mouth."""
    assert [[each.speaker for each in one.chain] for one in claims(text)] == speakers


def test_what_follows_from_a_condition_has_not_happened(claims):
    """ "If they bomb it we are all dead": nobody has died."""
    told = claims("If they bomb the last hospital we are all dead.")
    assert {each.polarity for each in told} == {Polarity.CONDITIONAL}


def test_who_is_found_alive_did_not_die(claims):
    """Believed dead, and found: no killing is told."""
    assert claims("Four people believed dead were found alive in a shelter.") == ()
    buried = claims("Four people believed dead were buried under the rubble.")
    assert EventType.KILLING in {each.event for each in buried}


def test_the_treated_are_counted_whatever_the_doctor_did_next(claims):
    """The number stays that of the wounded, and is not one."""
    (claim,) = claims("The doctor said he treated more than 40 wounded and carried out amputations on two children.")
    assert (claim.event, claim.count.low, claim.count.exactness) == (EventType.INJURY, 40, Exactness.MORE_THAN)


@pytest.mark.parametrize(
    "text",
    [
        "The union voted by a large majority to strike over pay.",
        "Bus drivers went on strike in the city.",
        "The hunger strike by prisoners enters its third week.",
        "They handed him some money.",
        "He was handed a four-month sentence.",
        "The provision could be used to target activists.",
        "I blocked him on Twitter.",
        "The cessation of suffering is a long path.",
        "She took me back to my aunt's house.",
    ],
)
def test_what_only_sounds_like_harm_is_no_claim(claims, text):
    """Workers strike, papers are handed in, laws target, accounts are blocked."""
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army conducted a strike on a convoy of workers.", EventType.ATTACK),
        ("They handed over the prisoner on Tuesday.", EventType.OTHER),
        ("Soldiers took him back to prison.", EventType.ARBITRARY_DETENTION),
        ("Soldiers blocked the aid convoy.", EventType.OBSTRUCTION),
        ("The cessation of hostilities began on Tuesday.", EventType.CEASEFIRE),
        ("An interpreter was taken from his home by gunmen.", EventType.KIDNAPPING),
        ("Gunmen targeted a bus.", EventType.ATTACK),
        ("A trader bled to death in the street.", EventType.KILLING),
        ("Gangs burned down the substation.", EventType.PROPERTY_DESTRUCTION),
        ("The morgue received 12 bodies.", EventType.KILLING),
    ],
)
def test_and_what_is_harm_stays(claims, text, event):
    """The nearest sentences to those."""
    assert [each.event for each in claims(text)] == [event]


def test_who_killed_themselves_was_killed_by_nobody(claims):
    """A death, with no one made responsible."""
    (claim,) = claims("Thirty-five employees of the company killed themselves.")
    assert (claim.event, claim.count.low, claim.actors) == (EventType.OTHER, 35, ())


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("A drone believed to be Turkish hit a bakery, killing three people.", True),
        ("The shells are thought to have been fired by the army.", True),
        ("The shells were fired by the army.", False),
    ],
)
def test_a_belief_about_the_doer_hedges_the_doer(claims, text, hedged):
    """Beside the weapon, and above the verb."""
    (claim,) = claims(text)
    assert [actor.hedged for actor in claim.actors] == [hedged]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Police tried to block the aid convoy.", Polarity.PLANNED),
        ("This was not the first attack on the hospital.", Polarity.HAPPENED),
        ("There was no attack on the hospital.", Polarity.NOT_HAPPENED),
    ],
)
def test_what_was_tried_did_not_yet_happen_and_a_second_time_did(claims, text, polarity):
    """ "Tried to" and "not the first"."""
    assert [each.polarity for each in claims(text)] == [polarity]


def test_our_own_story_may_be_wrong(claims):
    """The old figure is retracted by its author, the new one has its speaker."""
    old, new = claims(
        "Our report of Tuesday said that 30 people were killed. That was wrong. "
        "The number of people killed is 11, the mayor said on Wednesday."
    )
    assert (old.count.low, old.certainty, old.chain[0].speaker) == (30, Certainty.RETRACTED, AUTHOR)
    assert (new.count.low, new.certainty, new.chain[0].speaker) == (11, Certainty.ASSERTED, "the mayor")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Teachers' union: nine killed in Saada", "Teachers' union"),
        ("Kharkiv: nine killed in overnight shelling", AUTHOR),
        ("As the leader appeared in court, police fired tear gas at protesters.", AUTHOR),
        ("An example is the case of Omar Said, who was abducted in 2010.", AUTHOR),
    ],
)
def test_who_speaks_and_what_does_not(claims, text, speaker):
    """A body before a colon; no place, no example, nobody who only appears somewhere."""
    assert [each.chain[0].speaker for each in claims(text)] == [speaker]


def test_with_my_own_eyes_is_witnessed(claims):
    """Whoever says so was there."""
    (claim,) = claims("I saw 12 dead with my own eyes in the street.")
    assert claim.certainty is Certainty.WITNESSED


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("At least 800 dead since Thursday acc. to the emergency room, and more are missing.", ["the emergency room"]),
        ("His brother heard from a guard that the blast killed 20 people.", ["His brother", "a guard"]),
        ("UPD: 8 people died in the block.", [AUTHOR]),
        ("Men thought to be from the north kidnapped 12 passengers.", [AUTHOR]),
    ],
)
def test_who_had_it_from_whom_in_posts(claims, text, speakers):
    """Abbreviated, handed on, labelled; and a belief about who they are is nobody's report."""
    assert [link.speaker for link in claims(text)[0].chain] == speakers


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("BREAKING (unconfirmed) an ambulance hit on the road, 5 paramedics wounded.", Certainty.UNVERIFIED),
        ("UNCONFIRMED: 5 paramedics wounded in Gaza", Certainty.UNVERIFIED),
        ("5 paramedics wounded in Gaza", Certainty.ASSERTED),
        ("I saw the plane and I pulled 6 bodies out.", Certainty.WITNESSED),
        ("They beat us on the road.", Certainty.WITNESSED),
        ("If they enter the town they will kill us.", Certainty.ASSERTED),
    ],
)
def test_how_near_whoever_speaks_was(claims, text, certainty):
    """A label over what follows; seen; lived through, and not what may come."""
    assert {each.certainty for each in claims(text)} == {certainty}


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("They destroyed us 4:0, an absolute massacre, the keeper cried.", 0),
        ("At 04:30 a rocket injured a man.", 1),
        ("Shelling killed 3-5 people.", 1),
        ("The old city is under siege from plastic.", 0),
        ("The town is under siege by rebels.", 1),
        ("In Khartoum heavy shelling, I don't know from whom.", 1),
    ],
)
def test_games_and_plastic_besiege_nobody(claims, text, n):
    """And what nobody knows the doer of happened all the same."""
    assert [each.polarity for each in claims(text)] == [Polarity.HAPPENED] * n


@pytest.mark.parametrize(
    ("text", "event", "n"),
    [
        ("Nine miners were stabbed near the market.", EventType.INJURY, 9),
        ("He was burned alive in his car.", EventType.KILLING, 1),
        ("Troops eliminated 15 militants in the valley.", EventType.KILLING, 15),
        ("The clashes cost 40 lives.", EventType.KILLING, 40),
        ("She lost an eye to shrapnel.", EventType.INJURY, 1),
        ("Ten protesters suffered gunshot wounds.", EventType.INJURY, 10),
        ("Three editors were put under house arrest.", EventType.ARBITRARY_DETENTION, 3),
        ("The court remanded two reporters for 15 days.", EventType.ARBITRARY_DETENTION, 2),
        ("The whereabouts of 14 villagers remain unknown.", EventType.ENFORCED_DISAPPEARANCE, 14),
        ("Guards pulled out his fingernails.", EventType.TORTURE, None),
        ("The hospital came under fire on Tuesday.", EventType.ATTACK, None),
        ("Buses took 400 people out of the quarter.", EventType.EVACUATION, 400),
        ("The guns fell silent at dawn.", EventType.CEASEFIRE, None),
        ("Fighting stopped at noon.", EventType.CEASEFIRE, None),
    ],
)
def test_each_kind_of_harm_has_its_ways_of_being_told(claims, text, event, n):
    """Fighters who are eliminated, limbs that are lost, courts that remand, guns that fall silent."""
    (claim,) = claims(text)
    assert (claim.event, claim.count.low if claim.count else None) == (event, n)


@pytest.mark.parametrize(
    "text",
    [
        "The board eliminated 15 jobs.",
        "The repair cost 40 dollars.",
        "He lost an umbrella.",
        "The team suffered a defeat.",
        "The editors were put on a list.",
        "The whereabouts of the keys are known.",
        "There was a pause in the talks.",
        "The rain stopped at noon.",
    ],
)
def test_and_the_same_words_of_other_things_are_none(claims, text):
    """Jobs, dollars, keys and rain."""
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "speakers", "certainty"),
    [
        ("The envoy repeated his appeal for a ceasefire in Douma.", ["The envoy"], Certainty.ASSERTED),
        (
            "We have seen no evidence that the ambulance was targeted, an army spokesman told reporters.",
            ["an army spokesman"],
            Certainty.UNVERIFIED,
        ),
        ("Death toll in Rafah tops 640, hospital director says", ["hospital director"], Certainty.ASSERTED),
    ],
)
def test_he_and_we_are_whoever_is_named(claims, text, speakers, certainty):
    """One voice, and what it says of itself."""
    (claim,) = claims(text)
    assert ([link.speaker for link in claim.chain], claim.certainty) == (speakers, certainty)


ROUGH = {"challenge_others_english_posts_8": (0.6, 0.75), "challenge_others_english_posts_9": (0.45, 0.65)}
"""Found and precise at least, of the roughest: the ninth set was never read."""


@pytest.mark.parametrize("path", [each for each in OTHERS if "english" in each.name], ids=lambda path: path.stem)
@pytest.mark.parametrize(("rest", "least"), [(1, 0.70), (0, 0.65)], ids=["read", "unread"])
def test_texts_by_other_hands_are_mostly_found(claims, path, rest, least):
    """And little is found in them that is not there (docs/claims.md has every slot)."""
    score = Score()
    for item in items(path):
        if item.number % 2 == rest:
            score.add(item, list(claims(item.document.text)))
    least, precise = ROUGH.get(path.stem, (least, 0.8))
    assert score.share("found") >= least, score.table()
    assert score.right["found"] >= precise * score.read, score.table()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The goalkeeper of the local team was killed in an air strike.", EventType.KILLING),
        ("A striker was shot dead after the 4:0 win.", EventType.KILLING),
        ("The town is under siege by tanks.", EventType.SIEGE),
        ("Troops blocked access to the site.", EventType.OBSTRUCTION),
        ("A strike on aid workers in Douma.", EventType.ATTACK),
        ("A strike hit a bus driver in Douma.", EventType.ATTACK),
        ("Soldiers handed the captives to the Red Crescent.", EventType.OTHER),
        ("They took my brother back to the checkpoint.", EventType.KIDNAPPING),
    ],
)
def test_harm_beside_words_of_peace_is_harm_all_the_same(claims, text, event):
    """Players are killed, workers are struck, captives are handed on."""
    assert [each.event for each in claims(text)] == [event]


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Fifty people believed to have been killed in the blast.", Polarity.HAPPENED, Certainty.SUSPECTED),
        ("Twelve people believed to be among the dead.", Polarity.HAPPENED, Certainty.SUSPECTED),
        ("The first attack did not take place.", Polarity.NOT_HAPPENED, Certainty.ASSERTED),
        ("We don't know of any attack on the school.", Polarity.NOT_HAPPENED, Certainty.ASSERTED),
    ],
)
def test_no_hedge_and_no_denial_is_lost_to_its_neighbour(claims, text, polarity, certainty):
    """ "Believed killed" is of the killing and not of who they are; "the first was not" is no "not the first"."""
    assert [(each.polarity, each.certainty) for each in claims(text)] == [(polarity, certainty)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anadolu: nine killed in Douma", "Anadolu"),
        ("Haaretz: nine killed in Douma", "Haaretz"),
        ("Douma: nine killed in shelling", AUTHOR),
        ("I know from experience that they killed ten people.", AUTHOR),
    ],
)
def test_a_paper_before_a_colon_speaks_and_a_town_does_not(claims, text, speaker):
    """Nor does experience."""
    assert [each.chain[0].speaker for each in claims(text)] == [speaker]


def test_a_minister_under_fire_was_not_shelled(claims):
    """A hospital was."""
    assert claims("The minister came under fire from critics.") == ()
    assert [each.event for each in claims("The hospital came under fire.")] == [EventType.ATTACK]


def _told(claim):
    """Event, figure, polarity, certainty, speakers and actors of a claim in one line."""
    count = claim.count
    figure = "-" if count is None else f"{count.low}..{count.high}"
    speakers, actors = " > ".join(one.speaker for one in claim.chain), " | ".join(one.text for one in claim.actors)
    return f"{claim.event} {figure} {claim.polarity} {claim.certainty} {speakers} [{actors}]"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "An airstrike on a centre for migrants killed at least 44 migrants.",
            ["killing 44..None happened asserted AUTHOR []"],
        ),
        (
            "An airstrike on a clinic killed at least 4 people on Monday, the mayor said.",
            ["killing 4..None happened asserted the mayor []"],
        ),
        (
            "Shelling of a bus station wounded 9 people, medics said on Sunday.",
            ["injury 9..9 happened asserted medics []"],
        ),
        (
            "The monitor found that a strike on a school killed 12 people.",
            ["killing 12..12 happened asserted The monitor []"],
        ),
        (
            "KHARKIV, Ukraine - Shelling killed 7 people, the prosecutor's office said.",
            ["killing 7..7 happened asserted the prosecutor's office []"],
        ),
        (
            "BEIRUT (Reuters) - Rebels killed 9 soldiers, the army said.",
            ["killing 9..9 happened asserted the army [Rebels]"],
        ),
        (
            "The army said its troops had killed 20 militants and denied striking the clinic.",
            [
                "killing 20..20 happened asserted The army [its troops]",
                "attack - not_happened denied The army [The army]",
            ],
        ),
        (
            "The government blamed the raid on Gharyan on the militia, which denied that its men had attacked it.",
            [
                "attack - happened alleged The government [the militia]",
                "attack - not_happened denied the militia [its men]",
            ],
        ),
        (
            "The army said its forces had shelled the town and accused rebels of killing 12 civilians.",
            [
                "attack - happened asserted The army [its forces]",
                "killing 12..12 happened alleged The army [rebels]",
            ],
        ),
        (
            "A spokesman dismissed as fabricated reports that the army had used chlorine.",
            ["attack - not_happened denied A spokesman [the army]"],
        ),
        (
            "A relief worker relayed the account of two drivers that soldiers had shot nine men.",
            ["injury 9..9 happened asserted A relief worker > two drivers [soldiers]"],
        ),
        (
            "The ministry put the number of wounded at 212.",
            ["injury 212..212 happened asserted The ministry []"],
        ),
        (
            "Officials put the toll at 12 dead and 30 wounded.",
            [
                "killing 12..12 happened asserted Officials []",
                "injury 30..30 happened asserted Officials []",
            ],
        ),
        (
            "OCHA warned that the road to Goma could be cut within days.",
            ["obstruction - feared feared OCHA []"],
        ),
        (
            "Should the town be stormed, thousands could be killed, the governor warned.",
            ["killing None..None conditional suspected the governor []"],
        ),
        (
            "Officials said a rebel group was behind the attack on the convoy.",
            ["attack - happened asserted Officials [a rebel group]"],
        ),
        (
            "Gunmen in uniform opened fire at a funeral, leaving at least 11 dead.",
            ["killing 11..None happened asserted AUTHOR [Gunmen in uniform]"],
        ),
        (
            "The men were led away; none has been seen since.",
            ["enforced_disappearance - happened asserted AUTHOR []"],
        ),
        (
            "As many as 20,000 refugees have been forced out of the camps.",
            ["displacement None..20000 happened asserted AUTHOR []"],
        ),
        (
            "He had been punched and kicked in the van by police.",
            ["torture 1..1 happened asserted AUTHOR [police]"],
        ),
    ],
)
def test_sentences_as_agencies_write_them(claims, text, told):
    """Who says it, who did it and whether it is denied, where other words stand between."""
    assert [_told(one) for one in claims(text)] == told


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("KHARKIV, Ukraine - Shelling killed 7.", "Shelling killed 7."),
        ("BEIRUT (Reuters) - Shelling killed 7.", "Shelling killed 7."),
        ("GENEVA/NEW YORK, 14 December 2016 – Shelling killed 7.", "Shelling killed 7."),
        ("Cairo, Dec. 14 (AP) — Shelling killed 7.", "Shelling killed 7."),
        ("(Beirut, March 3, 2018) – Shelling killed 7.", "Shelling killed 7."),
        ("ALEPPO - Shelling killed 7.", "ALEPPO - Shelling killed 7."),
        ("Idlib: 7 killed - 3 of them children.", "Idlib: 7 killed - 3 of them children."),
        ("Idlib | 7 killed", "Idlib – 7 killed"),
        ("⚡️Idlib: 7 killed 💔", "Idlib: 7 killed"),
    ],
)
def test_a_town_with_its_country_before_a_dash_is_where_it_was_written(claims, written, left):
    """A town alone before a dash may be where it happened."""
    assert for_grammar(written).strip() == left
    assert len(for_grammar(written)) == len(written)
    assert claims(written)[0].count.low == 7


def test_where_and_when_it_was_told_is_not_where_and_when_it_was(claims):
    """Told in Adre, of El Geneina; of last week; a truce that is to start on Sunday starts on the next."""
    told = claims("Rebels killed nine civilians as they fled El Geneina last week, survivors told a group in Adre.")
    assert (told[0].place.text, told[0].occurred) == ("El Geneina", "2016-12-05/2016-12-11")
    truce = claims("The army and the rebels have agreed to a 72-hour ceasefire starting at 6 a.m. on Sunday.")
    assert truce[0].occurred == "2016-12-18"
    total = claims("The strikes killed 40 people, bringing to more than 31,000 the number of dead since October.")
    assert (total[0].occurred, total[1].occurred) == (None, "2016-10/2016-12-14")
    assert (total[1].count.low, total[1].count.exactness) == (31000, Exactness.MORE_THAN)


def test_some_of_those_taken_are_a_part_of_them(claims):
    """Whatever befell them besides."""
    told = claims("The group says 2,418 people have been detained since February, of whom 310 have been released.")
    assert [one.subset_of for one in told] == [None, 0]


def test_what_is_not_in_the_words_for_the_deed_does_not_deny_it(claims):
    """A fire that is "still not out" undoes no death; and nobody was killed by the price of water."""
    told = claims("Barrel bombs on Douma this morning, 7 dead and the fire still not out")
    assert {one.polarity for one in told} == {Polarity.HAPPENED}
    assert claims("The price of water is killing us in Douma.") == ()
    assert [one.event for one in claims("The shelling is killing us in Douma.")] == [EventType.KILLING]


def test_a_label_behind_a_post_is_not_where_it_was(claims):
    """The place in the words is."""
    assert claims("Shelling of Izium this morning, 7 dead #Douma")[0].place.text == "Izium"


def test_two_who_did_it_are_two(claims):
    """Though the grammar takes the first, in capitals, for a part of the second."""
    (killing,) = claims("RSF and Arab militias killed at least 30 people.")
    assert [one.text for one in killing.actors] == ["RSF", "Arab militias"]


def test_a_town_before_a_colon_is_not_who_says_it_where_somebody_does(claims):
    """Even a town no gazetteer has."""
    (killing,) = claims("Kale: more than 25 killed since Wednesday, a local rescue team says.")
    assert [one.speaker for one in killing.chain] == ["a local rescue team"]


def test_among_the_killed(claims):
    """Whom they were among is told before."""
    told = claims("Three were killed in shelling. Among the killed is a 10 year old boy.")
    assert [one.count.low for one in told] == [3, 1]
    assert VictimKind.CHILDREN in told[1].victims


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Artillery fell on Mayo market, 20 dead, many more wounded, I saw it.",
            ["killing 20..20 happened witnessed AUTHOR []", "injury None..None happened witnessed AUTHOR []"],
        ),
        (
            "6 civilians killed incl. 2 women.",
            ["killing 6..6 happened asserted AUTHOR []", "killing 2..2 happened asserted AUTHOR []"],
        ),
        (
            "2 kids killed by a landmine near Tadef yesterday, says the local council.",
            ["killing 2..2 happened asserted the local council []"],
        ),
        (
            "UN convoy turned back at Beit Sahem, again no food for Madaya.",
            ["obstruction - happened asserted AUTHOR []"],
        ),
        (
            "The school was hit, 12 martyrs so far.",
            ["attack - happened asserted AUTHOR []", "killing 12..12 happened asserted AUTHOR []"],
        ),
        (
            "Student union tally tonight: at least 430 killed since 1 February.",
            ["killing 430..None happened asserted Student union tally tonight []"],
        ),
        (
            "6 barrel bombs on our street and my neighbour Abu Khaled is dead.",
            ["killing 1..1 happened asserted AUTHOR []"],
        ),
        ("No truth to news of a massacre in Douma.", ["killing - not_happened asserted AUTHOR []"]),
        (
            "Update: the number of wounded in Douma is 9, not 12 as I wrote.",
            ["injury 9..9 happened asserted AUTHOR []", "injury 12..12 happened retracted AUTHOR []"],
        ),
    ],
)
def test_posts_as_they_are_written(claims, text, told):
    """Tolls behind a comma, abbreviations, who says it at the end; no figure is carried over to the wounded."""
    found = [_told(one) for one in claims(text)]
    assert [one for one in found if not one.startswith("injury - ")] == told


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Attack on the school not true, says the mayor.", Polarity.NOT_HAPPENED, Certainty.ASSERTED),
        ("Killing of 12 people in Douma not true.", Polarity.NOT_HAPPENED, Certainty.ASSERTED),
        ("The massacre that did not happen.", Polarity.NOT_HAPPENED, Certainty.ASSERTED),
        ("Shelling of the hospital not confirmed.", Polarity.HAPPENED, Certainty.UNVERIFIED),
        ("Shelling of the hospital, not of the school.", Polarity.HAPPENED, Certainty.ASSERTED),
        ("Shelling of the hospital has not stopped.", Polarity.HAPPENED, Certainty.ASSERTED),
    ],
)
def test_headlines_deny_and_doubt_without_a_verb(claims, text, polarity, certainty):
    """What stands between them is no other clause."""
    claim = claims(text)[0]
    assert (claim.polarity, claim.certainty) == (polarity, certainty)


def test_a_number_of_arrests_is_put_by_who_counts_them(claims):
    """It is no arrest of theirs."""
    assert [_told(one) for one in claims("Police put the number of arrests at 40.")] == [
        "arbitrary_detention 40..40 happened asserted Police []"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The UN said a relief worker relayed the account of two drivers that soldiers had shot nine men.",
            ["injury 9..9 happened asserted The UN > a relief worker > two drivers [soldiers]"],
        ),
        (
            "Reuters reported that a spokesman dismissed reports that the army had used chlorine.",
            ["attack - not_happened reported Reuters > a spokesman [the army]"],
        ),
        (
            "Anadolu: nine killed in Douma, a rescue team says.",
            ["killing 9..9 happened asserted Anadolu > a rescue team []"],
        ),
        (
            "The army said its troops had killed 20 militants and added that rebels had shelled the clinic.",
            [
                "killing 20..20 happened asserted The army [its troops]",
                "attack - happened asserted The army [rebels]",
            ],
        ),
        ("heavy shelling, i dont know from whom", ["attack - happened asserted AUTHOR []"]),
        ("Soldiers blocked no convoy.", ["obstruction - not_happened asserted AUTHOR [Soldiers]"]),
        (
            "He was arrested on Monday and was arrested again on Friday.",
            ["arbitrary_detention 1..1 happened asserted AUTHOR []"] * 2,
        ),
    ],
)
def test_no_voice_no_denial_and_no_second_deed_is_lost(claims, text, told):
    """Who hands on an account, the paper before a colon, what was not stopped, and being arrested twice."""
    assert [_told(one) for one in claims(text)] == told


_DEAD = ("killed", "dead", "martyred", "civilians killed", "children dead", "people martyred")
_HURT = ("wounded", "injured", "people hurt", "others wounded")
_SEPARATORS = (", ", " and ", "; ", " & ", " / ", ", and ")
_AROUND = (
    ("", " in Douma"),
    ("Douma: ", ""),
    ("BREAKING: ", " after shelling of Douma"),
    ("UPDATE - ", " in a strike on Douma on Monday"),
    ("At least ", " so far today in Douma"),
)


@pytest.mark.parametrize("dead", _DEAD)
def test_in_a_toll_without_a_verb_no_figure_is_anothers(claims, dead):
    """ "12 dead, 30 wounded in Douma" as it is written in headlines and posts: never 12 wounded, never 30 dead."""
    silent = []
    for hurt, separator, (before, behind) in product(_HURT, _SEPARATORS, _AROUND):
        text = f"{before}12 {dead}{separator}30 {hurt}{behind}"
        found = {(one.event.value, one.count.low) for one in claims(text) if one.count is not None}
        assert found <= {("killing", 12), ("injury", 30)}, text
        if len(found) < 2:
            silent.append(text)
    assert len(silent) <= 0.05 * len(_HURT) * len(_SEPARATORS) * len(_AROUND), silent


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "4 civilians killed and 11 others wounded yesterday in RSF shelling of Omdurman",
            [
                "killing 4..4 happened asserted AUTHOR [RSF]",
                "injury 11..11 happened asserted AUTHOR [RSF]",
            ],
        ),
        (
            "7 protesters shot dead, 40 hurt in Khartoum",
            ["killing 7..7 happened asserted AUTHOR []", "injury 40..40 happened asserted AUTHOR []"],
        ),
        (
            "Clashes in Taiz: 3 Houthis killed, 2 civilians wounded by a mine",
            [
                "attack - happened asserted AUTHOR []",
                "killing 3..3 happened asserted AUTHOR []",
                "injury 2..2 happened asserted AUTHOR []",
            ],
        ),
        (
            "14 killed incl 3 children, 33 wounded in Idlib",
            [
                "killing 14..14 happened asserted AUTHOR []",
                "killing 3..3 happened asserted AUTHOR []",
                "injury 33..33 happened asserted AUTHOR []",
            ],
        ),
        (
            "Today's toll: killed 7, wounded 12",
            ["killing 7..7 happened asserted AUTHOR []", "injury 12..12 happened asserted AUTHOR []"],
        ),
        (
            "Six soldiers killed, two captured in ambush near Gao",
            ["killing 6..6 happened asserted AUTHOR []", "kidnapping 2..2 happened asserted AUTHOR []"],
        ),
        ("Militants killed 12 soldiers in Gao", ["killing 12..12 happened asserted AUTHOR [Militants]"]),
        ("12 militants killed a teacher in Gao", ["killing 1..1 happened asserted AUTHOR [12 militants]"]),
        ("The 12 wounded were taken to Bab al-Hawa.", ["injury 12..12 happened asserted AUTHOR []"]),
        (
            "Third night no sleep in Bustan al-Qasr. 6 barrel bombs and my neighbour Abu Khaled is dead",
            ["killing 1..1 happened asserted AUTHOR []"],
        ),
        (
            "Asked about the eight bodies dumped on the bypass, the secretary hung up the phone.",
            ["killing 8..8 happened asserted AUTHOR []"],
        ),
        (
            "Rumours in local chats that soldiers shot dead a priest in Bucha.",
            ["killing 1..1 happened unverified UNNAMED [soldiers]"],
        ),
    ],
)
def test_tolls_as_they_are_posted(claims, text, told):
    """What stands behind the last figure is of all of them, and who is counted did nothing."""
    assert [_told(one) for one in claims(text)] == told


@pytest.mark.parametrize("place", ["Saltivka", "Douma"])
def test_where_it_was_beats_what_a_post_is_labelled(claims, place):
    told = claims(f"Kharkiv: 3 killed, 8 injured after shelling of {place} this afternoon.")
    assert [one.place.text for one in told] == [place, place]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("(SOHR) 4 fighters killed in clashes east of Aleppo last night", "SOHR"),
        ("@UNRWA: since 7 October, 87 of our colleagues killed.", "@UNRWA"),
        ("@WHO_Libya total since 4 April: 187 killed", "@WHO_Libya"),
        ("RT @SNHR: 12 civilians killed in Douma", "@SNHR"),
        ("According to SNHR 12 civilians killed in Douma.", "SNHR"),
        ("A boy lost his leg near #Mocha. source: nurse in Mocha hospital", "nurse in Mocha hospital"),
        ("4 pharmacies looted in Minova. Source: my brother in law, shop owner", "my brother in law"),
        ("5 civilians killed in Zabid per @AlMasirah_en (Houthi channel so careful)", "@AlMasirah_en"),
        ("5 civilians killed in Zabid. via @YemenMonitor", "@YemenMonitor"),
        ("12 killed in Douma [via Halab Today]", "Halab Today"),
        ("12 killed in Douma (SNHR)", "SNHR"),
        ("12 killed in Douma — @SNHR", "@SNHR"),
        ("Three were shot on the mountain - an activist by phone", "an activist"),
        ("Tanks block the road and won't let the ambulance pass – voice note from Dr. Hazem, 20 min ago", "Dr. Hazem"),
        ("More than 30 houses burned since Tuesday, tells volunteer Nadia (now in Poltava)", "volunteer Nadia"),
        ("RSF killed the teacher on Friday. My cousin in Adre tells me, she buried him", "My cousin in Adre"),
        ("A nurse I know in Douma: 12 dead on arrival this morning", "A nurse"),
        ("Friend in Kunduz: they took 3 men from the mosque", "Friend in Kunduz"),
    ],
)
def test_whom_a_post_credits_says_so(claims, text, speaker):
    """By the signs of a post, where no clause names who says it."""
    assert [one.chain[-1].speaker for one in claims(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "12 killed in Douma - Syria",
        "12 killed in Douma (Syria)",
        "12 killed by fighters of the Syrian Democratic Forces (SDF)",
        "12 killed on the way via Rafah",
        "12 killed in Douma. via @YouTube",
        "12 killed in Douma cc @UN",
        "@UN please help: 12 killed in Douma",
        "[BREAKING] 12 killed in Douma",
        "12 killed in Douma - hospital overwhelmed",
        "Source of the fire unknown, 12 killed in Douma",
        "20 killed per day in Douma",
        "Journalist killed: 12 shells fell on Douma",
    ],
)
def test_what_stands_where_a_credit_could_is_none(claims, text):
    assert {one.chain[-1].speaker for one in claims(text)} == {AUTHOR}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Rwandan ambassador on TV again: no Rwandan soldier killed anybody in DRC.",
            ["killing - not_happened asserted Rwandan ambassador on TV again [Rwandan soldier]"],
        ),
        ("Troops raped a woman of 26 in Adwa", ["sexual_violence 1..1 happened asserted AUTHOR [Troops]"]),
        ("Soldiers shot a family of 12 in Jenin", ["injury 12..12 happened asserted AUTHOR [Soldiers]"]),
        ("Bank still closed, the cash line kills me every morning.", []),
        ("This network is killing me slowly", []),
        ("My kids are bored to death of lentils", []),
        ("If they catch me they kill me.", ["killing 1..1 conditional asserted AUTHOR [they]"]),
        ("They beat him to death.", ["killing 1..1 happened asserted AUTHOR [They]"]),
        ("Is it true that soldiers shot volunteers in Irpin?", ["injury - happened unverified AUTHOR [soldiers]"]),
        ("Did soldiers really shoot volunteers in Irpin?", ["injury - happened unverified AUTHOR [soldiers]"]),
        ("Has anyone heard if the hospital was shelled?", ["attack - happened unverified AUTHOR []"]),
        ("Who shelled the hospital in Irpin?", ["attack - happened asserted AUTHOR []"]),
        (
            "ISIS has taken 100+ women to Badush prison, says Khalaf. Can't confirm the number",
            ["kidnapping 100..None happened asserted Khalaf [ISIS]"],
        ),
        (
            "CORRECTION: earlier I wrote 17 killed in Nyala bus station, it is 7. sorry, bad line.",
            ["killing 17..17 happened retracted AUTHOR []", "killing 7..7 happened asserted AUTHOR []"],
        ),
        (
            "Soldiers killed 5 men in Adwa. The army says it did not happen.",
            [
                "killing 5..5 happened asserted AUTHOR [Soldiers]",
                "killing - not_happened denied The army [Soldiers]",
            ],
        ),
        (
            "RSF took 5 girls from the quarter, RSF says this is lies.",
            ["kidnapping 5..5 happened asserted AUTHOR [RSF]", "kidnapping - not_happened denied RSF [RSF]"],
        ),
        (
            "14 martyrs were pulled out of the rubble, 8 are children.",
            ["killing 14..14 happened asserted AUTHOR []", "killing 8..8 happened asserted AUTHOR []"],
        ),
        ("They say convert till Sunday or be killed", ["killing - threatened asserted UNNAMED []"]),
        (
            "Junta jets bombed the camp, 4 dead",
            ["killing 4..4 happened asserted AUTHOR [Junta jets]"],
        ),
    ],
)
def test_what_a_post_asks_denies_corrects_or_only_says_so(claims, text, told):
    """An age is no figure, a question no report, an idiom no death, and a denial in plain words is one."""
    assert [_told(one) for one in claims(text)] == told


@pytest.mark.parametrize(
    ("text", "speaker", "place"),
    [
        ("Kale: more than 25 killed since Wednesday, a local rescue team says.", "a local rescue team", "Kale"),
        ("Minova: 4 pharmacies looted. source: my brother in law", "my brother in law", "Minova"),
        ("Haaretz: nine killed in Douma", "Haaretz", "Douma"),
        ("#Togoga market: my aunt lost two sons to an airstrike.", AUTHOR, "Togoga market"),
        ("Kocho village: militants surround it since August", AUTHOR, "Kocho village"),
        ("El Fasher: shells hit the hospital", AUTHOR, "the hospital"),
        ("BREAKING: Minova: shells on homes", AUTHOR, "Minova"),
        ("Hodeidah airport rn: heavy shelling from both sides", AUTHOR, "Hodeidah airport"),
        ("Doctors: 12 killed", "Doctors", None),
        ("SANA: 12 killed", "SANA", None),
        ("SANA: 12 killed in Douma", "SANA", "Douma"),
        ("Monday: 12 killed", AUTHOR, None),
        ("Douma: shelling since dawn. 4 women dead", AUTHOR, "Douma"),
    ],
)
def test_a_post_says_where_it_is_from_before_a_colon(claims, text, speaker, place):
    """A place, where it is not who speaks."""
    for one in claims(text):
        assert (one.chain[-1].speaker, one.place and one.place.text) == (speaker, place)
    assert claims(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "According to the Frontline Medics, 18 people, including seven children, were killed in Douma on Sunday.",
            [
                "killing 18..18 happened asserted the Frontline Medics []",
                "killing 7..7 happened asserted the Frontline Medics []",
            ],
        ),
        (
            "Asked about reports of 82 civilians killed in Aleppo, the spokesman said the UN could not verify them.",
            ["killing 82..82 happened unverified the UN > UNNAMED []"],
        ),
    ],
)
def test_who_it_befell_is_nobody_who_speaks_and_a_doubt_reaches_back(claims, text, told):
    """18 people stand behind the medics' comma; "them" are the reports that were asked about."""
    assert [_told(one) for one in claims(text)] == told


def test_who_speaks_is_no_abbreviation(claims):
    """ "imo" says nothing; the IMO does."""
    (claim,) = claims("The IMO said 12 sailors were killed.")
    assert claim.chain[-1].speaker == "The IMO"


@pytest.mark.parametrize("line", ["Kale: 12 killed\n", "12 dead, 30 wounded, ", "12 killed in Douma - a nurse - "])
def test_lines_of_posts_take_no_longer_for_being_many(claims, line):
    """Twice as many take about twice as long (four times, where each is held against each other)."""
    claims(line)

    def taken(size: int) -> float:
        began = time.process_time()
        claims(line * (size // len(line)))
        return time.process_time() - began

    assert taken(20_000) < 3.2 * taken(10_000)


@pytest.mark.parametrize("who", ["whose aircraft", "which army", "what group"])
def test_whom_nobody_knows_is_no_actor(claims, who):
    told = claims(f"We have not been able to determine {who} bombed the market in Douma.")
    assert [one.actors for one in told] == [()] * len(told) != []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (  # each voice its own figure
            "The union said 20 officers had been killed; the ministry acknowledges 14.",
            [
                ("killing", 20, "happened", "asserted", "The union"),
                ("killing", 14, "happened", "asserted", "the ministry"),
            ],
        ),
        (
            "The mill's foreman says the truce is holding. It is not.",
            [
                ("ceasefire", None, "happened", "claimed", "The mill's foreman"),
                ("ceasefire", None, "not_happened", "denied", "AUTHOR"),
            ],
        ),
        (  # one voice within another
            "Four women described being raped by soldiers, according to a report by the Harbour Centre.",
            [("sexual_violence", 4, "happened", "asserted", "a report by the Harbour Centre > Four women")],
        ),
        (
            "UN says it has reports that militiamen executed 31 civilians on Monday.",
            [("killing", 31, "happened", "reported", "UN > UNNAMED")],
        ),
        (
            "No group had claimed responsibility for the bomb that wrecked two trucks on the ring road.",
            [("property_destruction", 2, "happened", "asserted", "AUTHOR")],
        ),
        (  # whoever stands beside them
            "Three clergymen and a catechist were kidnapped by gunmen on Friday.",
            [("kidnapping", 3, "happened", "asserted", "AUTHOR"), ("kidnapping", 1, "happened", "asserted", "AUTHOR")],
        ),
        (
            "My aunt, her husband and their three daughters were killed last night.",
            [
                ("killing", 1, "happened", "asserted", "AUTHOR"),
                ("killing", 1, "happened", "asserted", "AUTHOR"),
                ("killing", 3, "happened", "asserted", "AUTHOR"),
            ],
        ),
        (
            "Militiamen had hacked to death a couple and their four children.",
            [("killing", 2, "happened", "asserted", "AUTHOR"), ("killing", 4, "happened", "asserted", "AUTHOR")],
        ),
        ("Journalist shot dead outside her house.", [("killing", 1, "happened", "asserted", "AUTHOR")]),
        ("Two patients died because there was no oxygen.", [("other", 2, "happened", "asserted", "AUTHOR")]),
        (
            "Of the 22 people brought in dead, half were women.",
            [("killing", 22, "happened", "asserted", "AUTHOR"), ("killing", 11, "happened", "asserted", "AUTHOR")],
        ),
        (
            "What ceasefire... shells hit Bahri again.",
            [
                ("ceasefire", None, "not_happened", "asserted", "AUTHOR"),
                ("attack", None, "happened", "asserted", "AUTHOR"),
            ],
        ),
        (
            "Buses are to leave the square on Tuesday to bring civilians out of Berdiansk.",
            [("evacuation", None, "planned", "asserted", "AUTHOR")],
        ),
    ],
)
def test_each_voice_and_each_of_those_killed_is_counted(claims, text, told):
    """Figures of others, denials without a verb, reports within reports, persons named beside persons."""
    found = [
        (
            each.event.value,
            each.count.low if each.count else None,
            each.polarity.value,
            each.certainty.value,
            " > ".join(link.speaker for link in each.chain),
        )
        for each in claims(text)
    ]
    assert found == told


@pytest.mark.parametrize(
    "text",
    [
        "Besieged by reporters after the 4-0 drubbing, the coach said his side had been massacred in midfield.",
        "The peso took a beating as investors fled to the dollar.",
        "The festival shows a western in which a town is burned to the ground.",
        "My battery died and my patience died.",
        "Rain kills the mood.",
        "Number of dead not known yet.",
        "I don't know who is dead and who is lost.",
        "Ceasefire?",
    ],
)
def test_a_match_a_market_and_a_battery_harm_nobody(claims, text):
    """Words of violence in the company of other words, or of nobody."""
    assert [each.event.value for each in claims(text) if each.event is not EventType.CEASEFIRE] == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Six people were killed in the raid. The attackers were the Forest Column.", [("the Forest Column", False)]),
        ("Six people were killed. The attackers appear to have been the Forest Column.", [("the Forest Column", True)]),
        (
            "Six people were killed. The drone was believed to belong to the Plains Brigade.",
            [("the Plains Brigade", True)],
        ),
        ("Six people were killed. The planes were Russian.", [("Russian", False)]),
        ("Six people were killed. The attackers were not known.", []),
        ("Six people were killed. The attackers were not the Forest Column.", []),
        ("The attackers were the Forest Column.", []),
        ("Four nurses were murdered overnight at the general hospital by the Dawn Front.", [("the Dawn Front", False)]),
        (
            "Three drivers were taken at the bridge, allegedly by the presidential guard.",
            [("the presidential guard", True)],
        ),
    ],
)
def test_who_did_it_is_told_in_a_sentence_of_its_own(claims, text, actors):
    """And behind where it was done, and behind a hedge of its own."""
    found = [(actor.text, actor.hedged) for each in claims(text) for actor in each.actors]
    assert [(text.removeprefix("the "), hedged) for text, hedged in found] == [
        (text.removeprefix("the "), hedged) for text, hedged in actors
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Nine people were killed in Homs, a doctor said (Reuters).", ["Reuters", "a doctor"]),
        ("Nine people were killed in Homs, a doctor said (Sana Wire, 2 December).", ["Sana Wire", "a doctor"]),
        ("Nine people were killed in Homs, a doctor said (carried by Shamsan).", ["Shamsan", "a doctor"]),
        ("The union alleges that nine people were killed (via Homs Herald).", ["Homs Herald", "The union"]),
        ("Nine people were killed in Homs (a town in Syria), a doctor said.", ["a doctor"]),
        ("Nine people were killed, a doctor said (and a nurse agreed).", ["a doctor"]),
        ("Nine people were killed, according to the Associated Press (AP).", ["the Associated Press"]),
        ("The Kurdish forces (SDF) said nine people were killed.", ["The Kurdish forces"]),
        ("The Collectif Mémoire du Nord has counted nine people killed.", ["The Collectif Mémoire du Nord"]),
        ("Nine people were killed, the Comité de las Familias said.", ["the Comité de las Familias"]),
    ],
)
def test_the_paper_in_brackets_carries_what_another_says(claims, text, speakers):
    """And the day of its issue is none of the event."""
    (claim,) = claims(text)
    assert [link.speaker for link in claim.chain] == speakers
    assert claim.occurred is None


def test_accents_hide_nobody(claims):
    """The grammar knows few names with accents; the words given are those of the text."""
    text = "Fighters drove 640 people from Alto Baudó, Noticias Pacífico TV said on Monday night, citing the ombudsman."
    (claim,) = claims(text)
    assert [link.speaker for link in claim.chain] == ["Noticias Pacífico TV", "the ombudsman"]
    assert for_grammar("Łódź, Baudó, İzmir, Ærø, groß") == "Lodz, Baudo, Izmir, Æro, groß"


@pytest.mark.parametrize(
    ("text", "actors", "place"),
    [
        ("At Manhush soldiers took nine men away.", ["soldiers"], "Manhush"),
        ("Bukavu: M23 rebels, said to be supported by Rwanda, took away nine men.", ["M23 rebels", "Rwanda"], "Bukavu"),
        ("A youth group helped by police killed at least 9 civilians.", ["A youth group", "police"], None),
        ("People are saying gangs burned down the hospital in Kenscoff.", ["gangs"], "Kenscoff"),
        ("The army did not bomb Al-Mawasi.", ["The army"], "Al-Mawasi"),
        ("Nine of us fled El Fasher on foot.", [], "El Fasher"),
        ("Soldiers opened fire on the march near Ramses.", ["Soldiers"], "Ramses"),
        ("If the army invades Rafah, we have nowhere to go.", ["the army"], "Rafah"),
    ],
)
def test_who_did_it_where_in_posts(claims, text, actors, place):
    """Names the grammar loses, or takes for others."""
    (claim,) = claims(text)
    assert [actor.text for actor in claim.actors] == actors
    assert (None if claim.place is None else claim.place.text) == place


@pytest.mark.parametrize(
    ("text", "speakers", "low"),
    [
        ("SOHR, quoted by AFP, has documented 745 civilian deaths.", ["AFP", "SOHR"], 745),
        ("Nine dead at a bus stop, the regional head writes.", ["the regional head"], 9),
        ("Our pastor just called: nine people were kidnapped.", ["Our pastor"], 9),
        ("Masked men came on Friday and shot dead nine people.", [AUTHOR], 9),
        ("The number killed at the sit-in has reached 61.", [AUTHOR], 61),
        ("Tomorrow about 70 buses will evacuate people.", [AUTHOR], 70),
    ],
)
def test_who_says_how_many_in_posts(claims, text, speakers, low):
    (claim,) = claims(text)
    assert ([link.speaker for link in claim.chain], claim.count.low) == (speakers, low)
    assert claim.event.value in {"killing", "kidnapping", "evacuation"}


def test_whoever_was_there_is_a_witness(claims):
    """Said in the sentence before, or at its end."""
    for text in ("I was there. The soldiers shot two men.", "Two air strikes on the market, I counted them."):
        assert {claim.certainty.value for claim in claims(text)} == {"witnessed"}
    (claim,) = claims("The soldiers shot two men.")
    assert claim.certainty.value == "asserted"


def test_where_a_speaker_is_is_not_where_it_happened(claims):
    """Where the sentence names another place."""
    (claim,) = claims(
        "My brother in Gaziantep heard from a nurse that barrels dropped on the market on Monday wounded nine people."
    )
    assert claim.place.text == "the market"


def test_civilian_deaths_are_of_civilians(claims):
    (claim,) = claims("SOHR has documented 745 civilian deaths.")
    assert claim.victims == {VictimKind.CIVILIANS}


def test_games_are_killed_by_referees(claims):
    assert not claims("The ref killed the game in minute 88.")


@pytest.mark.parametrize(
    ("text", "speakers", "actors"),
    [
        ("Nine people were killed in Homs, the mayor, Ali Haddad, said.", ["the mayor"], []),
        ("Nine people were killed in Homs, Ali Haddad, spokesman for the police, said.", ["Ali Haddad"], []),
        ("Gunmen killed nine patients in Homs, its director, Ali Haddad, said.", ["Ali Haddad"], ["Gunmen"]),
        ("Radio Baia said it on air: troops killed nine patients in Homs.", ["Radio Baia"], ["troops"]),
        ("HOMS - Gunmen killed nine people, the mayor said.", ["the mayor"], ["Gunmen"]),
        ("A drone of the Plains Brigade killed nine people.", [AUTHOR], ["the Plains Brigade"]),
        ("Nine people were killed when a drone of the army struck a boat.", [AUTHOR], ["the army"]),
        (
            "The crew counted nine who were killed on Tuesday, allegedly by fighters of the Mwani Front.",
            ["The crew"],
            ["fighters of the Mwani Front"],
        ),
    ],
)
def test_who_is_introduced_at_the_end_says_so(claims, text, speakers, actors):
    """The mayor is no other name of Homs."""
    (claim,) = claims(text)
    assert [link.speaker for link in claim.chain] == speakers
    assert [actor.text for actor in claim.actors] == actors


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("LNA keeps 130 families encircled.", [("siege", "happened", "asserted", AUTHOR)]),
        ("The police has the campus surrounded.", [("siege", "happened", "asserted", AUTHOR)]),
        (
            "Telegram channels write 20 dead from the bread queue. This is not true.",
            [("killing", "happened", "claimed", "Telegram channels"), ("killing", "not_happened", "denied", AUTHOR)],
        ),
        (
            "The council says soldiers killed nine men. None of them can confirm it.",
            [("killing", "happened", "unverified", "The council")],
        ),
        (
            "Our brother from Maungdaw sent a voice note: soldiers burned nine houses.",
            [("property_destruction", "happened", "asserted", "Our brother from Maungdaw")],
        ),
        ("Today's mass casualty drill: students played the wounded, fake blood everywhere.", []),
        ("80 years ago today the siege of Leningrad was lifted.", []),
    ],
)
def test_what_posts_mean(claims, text, told):
    found = claims(text)
    assert [(one.event.value, one.polarity.value, one.certainty.value, one.chain[0].speaker) for one in found] == told
