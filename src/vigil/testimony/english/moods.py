"""In what mood an event is spoken of: it happened, did not, is feared, threatened, planned, asked for, or hangs on an
if."""

from itertools import islice
from typing import Final, NamedTuple

from vigil.model.claim import EventType, Polarity
from vigil.testimony.english.event import Event, is_nothing_that_acts, phrase_words
from vigil.testimony.english.heard import negates_verifying
from vigil.testimony.english.lexicon import ARMED, ENDINGS, ORDERS, STATE, word_set
from vigil.testimony.english.scene import Scene

_NOT: Final = word_set("not n't never no neither nor nobody none nothing without hardly")
_NO_ONE: Final = frozenset({"nobody", "none", "no-one", "noone"})

_THREATENS: Final = word_set("threaten vow swear menace")
_INTENTS: Final = word_set("intention intent plan desire wish")
_FOILS: Final = word_set("foil thwart avert frustrate")
_PLANS: Final = word_set(
    """plan intend prepare propose aim promise pledge arrange schedule expect mean set agree seek deal agreement
    provide stipulate envisage foresee due slate try attempt vote decide plot conspire scheme conspiracy bid effort"""
)
_ASKS: Final = word_set(
    """want ask demand urge call appeal request beg plead insist implore petition press need require let please plea
    push"""
)
_FEARS: Final = word_set("fear afraid worry dread concern fearful terrify terrified scare scared frightened petrified")
_BY_SUBJECT: Final = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "prep", "acl", "conj", "nsubjpass", "pcomp", "advcl", "nsubj", "oprd", "dative"}
)
_THINKS: Final = word_set("know understand remember care believe think sleep ask")
_TRUE: Final = word_set("true correct accurate real")
_HAPPENS: Final = word_set("happen occur take exist")
_INVERTS: Final = word_set("is are was were did do does has have had")
_OF_WHAT_IS_ASKED: Final = frozenset({"ccomp", "xcomp", "acomp", "conj", "attr", "nsubj", "nsubjpass", "dobj", "csubj"})
_STOPS: Final = frozenset({"relcl"})


class Mood(NamedTuple):
    """A polarity, and the word that gives it; no word where it simply happened."""

    polarity: Polarity
    word: int | None


def mood(view: Scene, event: Event) -> Mood:  # noqa: PLR0911, PLR0912 - one case after another reads best
    """The mood of an event."""
    if is_asked(view, event) is not None:
        return Mood(Polarity.HAPPENED, None)
    if event.type is EventType.CEASEFIRE and (what := view.child(event.head, "det")) is not None:
        first, last = view.sentence(event.head)
        doubts = any(
            view.tokens[one].text[:1] in {"?", "…"} or view.tokens[one].text == "..." for one in range(first, last)
        )
        if view.lower[what] == "what" and doubts:
            return Mood(Polarity.NOT_HAPPENED, what)  # "What ceasefire?"
    negation = _negated(view, event)
    apart = negation is not None and negation > event.head and "," in view.lower[event.head : negation]
    if (event.type is EventType.OBSTRUCTION and apart) or event.sense.near & {"not", "n't"}:
        negation = None  # what was not let through was obstructed: "turned back, again no food"
    if negation is not None:
        return Mood(Polarity.NOT_HAPPENED, negation)
    condition = _conditional(view, event)
    if condition is not None:
        governed = _governed(view, event)
        if governed is not None and governed.word is not None and view.lemma[governed.word] in _FEARS:
            return governed  # "fear that they will die unless"
        return Mood(Polarity.CONDITIONAL, condition)
    if _told_to(view, event) or (event.type is EventType.EVACUATION and view.lemma[event.head] in ORDERS):
        return Mood(Polarity.ASKED_FOR, event.verb)
    threat = _or_else(view, event)
    if threat is not None:
        return Mood(Polarity.THREATENED, threat)
    governed = _governed(view, event)
    if governed is not None:
        return governed
    future = None if _is_looked_into(view, event) else _future(view, event.verb)
    if event.type is EventType.OBSTRUCTION and future is not None and view.lower[future] == "would":
        future = None  # "would not let them through" is what they did
    if future is not None and _of_their_own(view, event):
        return Mood(Polarity.THREATENED, future)
    if future is not None:
        return Mood(Polarity.PLANNED, future)
    return Mood(Polarity.HAPPENED, None)


_THREATS: Final = frozenset(
    {EventType.KILLING, EventType.INJURY, EventType.TORTURE, EventType.PROPERTY_DESTRUCTION, EventType.SEXUAL_VIOLENCE}
)


def _of_their_own(view: Scene, event: Event) -> bool:
    """ "The militia said it would kill every hostage", "they say they will burn the mill": it is a threat."""
    if event.type not in _THREATS or event.noun or view.passive(event.verb):
        return False
    telling = view.tokens[event.verb].head
    who = view.subjects(event.verb)
    if view.tokens[event.verb].dep != "ccomp" or view.lemma[telling] not in {"say", "tell", "write", "declare"}:
        return False
    if not who or view.lower[who[0]] not in {"it", "they", "he", "she", "we", "i"}:
        return False
    speaking = view.subjects(telling)
    named = bool(speaking) and bool(phrase_words(view, speaking[0]) & (ARMED | STATE | _COMMANDS))
    return named or (bool(speaking) and view.lower[speaking[0]] in {"it", "they", "he"} and event.agents == tuple(who))


_LOOKS_INTO: Final = word_set("report investigate inquire look comment testify speak brief hear rule decide")
_EXAMINES: Final = word_set("investigate probe examine review discuss condemn mourn commemorate document prosecute")


def _is_looked_into(view: Scene, event: Event) -> bool:
    """ "A committee will report on the killing", "will investigate the killing of four": which took place."""
    above = view.tokens[event.head].head
    if not event.noun:
        return False
    if view.tokens[event.head].dep == "dobj" and view.lemma[above] in _EXAMINES:
        return any(view.lower[one] in {"the", "this", "that"} for one in view.children(event.head, "det"))
    if view.tokens[event.head].dep != "pobj" or view.lower[above] not in {"on", "into", "about", "over"}:
        return False
    return view.lemma[view.tokens[above].head] in _LOOKS_INTO


def is_asked(view: Scene, event: Event) -> int | None:
    """The "did" of "did soldiers shoot?": it is asked whether they did. Not of "who shelled the school?"."""
    first, last = view.sentence(event.head)
    while first < event.head and not view.tokens[first].text[:1].isalpha():
        first += 1
    if view.lower[first] not in _INVERTS or not any(view.lower[at][:1] == "?" for at in range(last - 1, last - 3, -1)):
        return None
    if view.lower[first : first + 3] == ["is", "it", "true"]:
        return first
    here = event.verb
    for _ in range(6):
        token = view.tokens[here]
        if token.head == here:
            return first
        if token.dep not in _OF_WHAT_IS_ASKED:
            return None
        here = token.head
    return None


def _or_else(view: Scene, event: Event) -> int | None:
    """ "Convert or be killed", "leave or we will shoot"."""
    token = view.tokens[event.verb]
    if token.dep != "conj" or event.noun:
        return None
    word = next((c for c in view.children(token.head, "cc") if view.lower[c] == "or" and c < event.verb), None)
    helped = any(view.lower[c] in {"be", "will", "'ll"} for c in view.children(event.verb, "aux", "auxpass"))
    return word if helped else None


def _negated(view: Scene, event: Event) -> int | None:  # noqa: PLR0911, PLR0912 - one case after another reads best
    for at in dict.fromkeys((event.head, event.verb)):
        if event.noun and at != event.head and (_is_setting(view, event) or _without_effect(view, event)):
            continue  # "nobody died in the raid", "the strike did not kill anyone"
        if event.noun and at > event.head and view.lemma[at] in _THINKS:
            continue  # "heavy shelling, I don't know from whom"
        found = _own_negation(view, at)
        if found is not None and _of_another(view, at, found):
            continue
        if found is not None:
            return None if _of_one_of_several(view, found) else found
    if (untrue := _untrue(view, event)) is not None:
        return untrue
    for victim in event.victims:
        first, last = view.core(victim)
        for one in range(first, last + 1):
            if view.lower[one] == "no" and view.lower[one + 1 : one + 2] in (["fewer"], ["less"], ["more"]):
                break
            if view.lower[one] in {"no", "nobody", "none", "neither", "zero"} or (
                view.lower[one] == "not" and one == first
            ):
                return one
    of_another = event.noun and (_is_setting(view, event) or negates_verifying(view, event.verb))
    for subject in [] if of_another else view.subjects(event.verb)[:1]:
        found = next(
            (c for c in view.children(subject, "det", "neg", "preconj") if view.lower[c] in {"no", "neither"}), None
        )
        if found is not None:
            return found
        if view.lower[subject] in _NO_ONE:
            return subject
    head = view.tokens[event.verb].head
    if view.tokens[event.verb].dep == "xcomp" and head != event.verb:
        if view.lemma[head] in {"fail", "refuse", "avoid", "decline"}:
            return head
        return _own_negation(view, head)
    if view.tokens[event.verb].dep == "pcomp" and view.lower[head] == "without":
        return head
    return None


_SETTINGS: Final = word_set("in during after for over since following before at")
_CHARGES: Final = word_set("charge arrest detain punish prosecute try convict blame sentence hold die lose")
_DOES_HARM: Final = word_set("kill wound injure hurt harm hit destroy damage cause claim leave")


def _is_setting(view: Scene, event: Event) -> bool:
    """ "Nobody was killed in the raid", "no one was charged for the killing": the raid and the killing were."""
    token = view.tokens[event.head]
    definite = any(view.lower[c] in {"the", "this", "that", "these"} for c in view.children(event.head, "det", "poss"))
    beside = token.dep == "pobj" and view.lower[token.head] in _SETTINGS and definite
    return beside and view.lemma[view.tokens[token.head].head] in _DOES_HARM | _CHARGES


def _without_effect(view: Scene, event: Event) -> bool:
    """ "The strike did not kill anyone": it took place."""
    work = any(view.lemma[one] in {"work", "doing"} for one in view.children(event.verb, "attr"))
    return view.tokens[event.head].dep == "nsubj" and (work or view.lemma[event.verb] in _DOES_HARM)


def is_presupposed(view: Scene, event: Event) -> bool:
    """ "Denied carrying out the attack that killed 12": that it killed 12 is not denied."""
    here = event.verb
    for _ in range(4):
        token = view.tokens[here]
        if token.dep == "relcl":
            what = token.head
            told = any(view.lower[c] in {"the", "this", "that", "these", "those"} for c in view.children(what, "det"))
            above = [head for head, _ in islice(view.ancestors(what), 5)]
            denied = any(view.lemma[head] in _DENIES for head in above)
            blow = is_nothing_that_acts(view, what)
            negated = blow and any(view.child(head, "neg") is not None for head in above[:1])
            return told and view.lemma[what] not in _SAYINGS and (denied or negated)
        if token.head == here or not (view.is_verb(token.head) and token.dep in {"conj", "xcomp"}):
            return False
        here = token.head
    return False


def of_a_blow(view: Scene, event: Event) -> bool:
    """ "The attack that killed 12": nobody did it by denying the attack. Not "the gunmen who killed 12"."""
    here = event.verb
    for _ in range(4):
        token = view.tokens[here]
        if token.dep == "relcl" or token.head == here:
            return token.dep == "relcl" and is_nothing_that_acts(view, token.head)
        here = token.head
    return False


_DENIES: Final = word_set("deny reject dispute refute")
_SAYINGS: Final = word_set("claim report allegation statement account accusation rumour rumor story news")


def bare_negation(view: Scene, event: Event) -> int | None:
    """The "not" of "attack on the school not true", "shelling of the hospital not confirmed": no verb between."""
    if not event.noun and view.tokens[event.head].tag != "VBG":
        return None
    _, last = view.sentence(event.head)
    for at in range(event.head + 1, last - 1):
        if view.lower[at] == "not":
            return at
        token = view.tokens[at]
        if token.pos == "AUX" or token.tag in {"VBD", "VBZ", "VBP", "MD"} or token.text in {",", ";", ":"}:
            return None
    return None


def _of_another(view: Scene, at: int, negation: int) -> bool:
    """ "7 dead and the fire still not out": of the fire. Not "attack on the school not true"."""
    noun = view.tokens[at].tag == "VBG" and view.child(at, "aux", "nsubj", "nsubjpass") is None  # "shelling of"
    if negation < at or (view.is_verb(at) and not noun) or view.tokens[at].pos == "AUX":
        return False
    return not {"and", ",", ";", "but"}.isdisjoint(view.lower[at:negation])


def _untrue(view: Scene, event: Event) -> int | None:
    """ "No truth to news of a massacre", "the massacre that did not happen"."""
    bare = bare_negation(view, event)
    if bare is not None and view.lower[bare + 1] in _TRUE:
        return bare
    for verb in view.children(event.head, "relcl"):
        if event.noun and view.lemma[verb] in _HAPPENS and (found := _own_negation(view, verb)) is not None:
            return found
    for head, _ in view.ancestors(event.head):
        if view.lemma[head] == "truth":
            return next((one for one in view.children(head, "det") if view.lower[one] == "no"), None)
    return None


def _of_one_of_several(view: Scene, negation: int) -> bool:
    """ "Not the first attack", "not the only one": there were others, and this one happened."""
    return view.lower[negation + 1 : negation + 2] in (["the"], ["a"], ["their"], ["its"]) and view.lower[
        negation + 2 : negation + 3
    ] in (["first"], ["only"], ["last"])


def _own_negation(view: Scene, at: int) -> int | None:
    if negates_verifying(view, at):
        return None
    for child in view.tree.children[at]:
        token = view.tokens[child]
        if view.lower[child] in {"only", "just"}:
            continue
        if token.dep == "neg" or (token.dep in {"advmod", "det", "preconj", "cc"} and view.lower[child] in _NOT):
            if (
                view.lower[child] == "no"
                and child + 1 < len(view.lower)
                and view.lower[child + 1] in {"fewer", "less", "more"}
            ):
                continue
            return child
    return None


def _conditional(view: Scene, event: Event) -> int | None:
    verb = event.verb
    for _ in range(3):
        mark = next(
            (c for c in view.children(verb, "mark", "advmod") if view.lower[c] in {"if", "unless", "should"}), None
        )
        if mark is not None:
            return mark
        head = view.tokens[verb].head
        if view.tokens[verb].dep in {"conj", "xcomp", "ccomp"} and head != verb and view.is_verb(head):
            verb = head
            continue
        break
    modal = next(
        (
            c
            for c in view.children(event.verb, "aux")
            if view.lower[c] in {"would", "will", "could", "'ll", "'d", "might"}
        ),
        None,
    )
    state = event.head != event.verb and view.lower[event.verb] in {"are", "is", "'re", "'m"}
    present = event.head == event.verb and view.tokens[event.verb].tag in {"VBP", "VBZ"}
    if modal is None and (state or present):
        modal = event.verb  # "if they bomb it we are all dead", "if they catch me they kill me"
    above = [event.verb, *(head for head, _ in zip((h for h, _ in view.ancestors(event.verb)), range(2), strict=False))]
    for at in above:
        for child in view.children(at, "advcl"):
            begins = view.tree.first[child]
            if view.lower[begins] == "should" and begins in view.children(child, "aux") and child != event.verb:
                return begins  # "should the town be stormed"
            if (
                child == event.verb
                or any(view.lower[c] in {"if", "unless"} for c in view.children(child, "mark")) is False
            ):
                continue
            if modal is not None:
                return next(c for c in view.children(child, "mark") if view.lower[c] in {"if", "unless"})
    return None


def _governed(view: Scene, event: Event) -> Mood | None:  # noqa: PLR0911 - one case after another reads best
    at = event.head
    for steps, (head, child) in enumerate(view.ancestors(at)):
        token = view.tokens[child]
        if token.dep in _STOPS or (token.dep == "advcl" and view.child(child, "mark") is not None):
            return None
        lemma = view.lemma[head]
        link = token.dep
        tensed = view.is_verb(child) and any(
            view.tokens[c].dep in {"aux", "auxpass"} and view.lower[c] != "to" for c in view.tree.children[child]
        )
        infinitive = any(view.lower[c] == "to" for c in view.children(child, "aux"))
        if lemma in _FEARS and link in {"ccomp", "xcomp", "oprd", "acomp", "pobj", "dobj", "nsubjpass", "prep", "acl"}:
            return Mood(Polarity.FEARED, head)
        polarity = _ordered_or_warned(view, event, head, child, infinitive=infinitive)
        if polarity is not None:
            return Mood(polarity, head)
        if link in _BY_SUBJECT and not (
            view.is_verb(child) and not infinitive and link in {"ccomp", "conj"} and _past(view, child)
        ):
            if lemma in _INTENTS and any(view.lower[c] == "no" for c in view.children(head, "det")):
                return Mood(Polarity.NOT_HAPPENED, head)  # "has no intention of attacking"
            if lemma in _FOILS and link in {"dobj", "xcomp", "acl", "nsubjpass"}:
                return Mood(Polarity.PLANNED, head)  # "foiled a plot to bomb the ministry"
            if lemma in _THREATENS or lemma == "threat":
                return Mood(Polarity.THREATENED, head)
            if (
                lemma in _ASKS
                and not (lemma == "call" and link in {"oprd", "xcomp"} and not infinitive)
                and link not in {"nsubj", "advcl"}
                and _really_asks(view, head)
            ):
                return Mood(Polarity.ASKED_FOR, head)
            if (
                lemma in _PLANS
                and (infinitive or not view.is_verb(child) or tensed)
                and link not in {"nsubj", "advcl", "conj"}
                and (lemma not in {"agree", "set"} or infinitive)
            ):
                return Mood(Polarity.PLANNED, head)
        if view.is_verb(head) and link not in {
            "xcomp",
            "ccomp",
            "dobj",
            "prep",
            "pobj",
            "pcomp",
            "oprd",
            "conj",
            "acomp",
        }:
            break
        if steps > 5:
            break
    return None


def _ordered_or_warned(view: Scene, event: Event, head: int, child: int, *, infinitive: bool) -> Polarity | None:
    """ "Ordered all to evacuate", "must stop firing", "warned that it could be cut", "that it will be shot down"."""
    lemma, link = view.lemma[head], view.tokens[child].dep
    if lemma in ORDERS and infinitive and event.type in {EventType.EVACUATION, EventType.DISPLACEMENT}:
        return Polarity.ASKED_FOR
    if lemma in ENDINGS and link in {"xcomp", "dobj"} and _auxiliaries(view, head) & {"must", "should"}:
        return Polarity.ASKED_FOR
    if lemma != "warn" or link != "ccomp":
        return None
    if _may(view, child):
        return Polarity.FEARED
    would = _auxiliaries(view, child) & {"will", "would", "'ll"}
    others = [one for one in event.agents if view.tokens[one].pos != "PRON" and not view.children(one, "poss")]
    return Polarity.THREATENED if would and not others and _by_a_party(view, head) else None


def _auxiliaries(view: Scene, verb: int) -> set[str]:
    return {view.lower[child] for child in view.children(verb, "aux")}


def _by_a_party(view: Scene, verb: int) -> bool:
    """ "The army warned that any aircraft will be shot down": by whoever would do it."""
    words = {word for one in view.subjects(verb) for word in phrase_words(view, one)}
    return bool(words & (STATE | ARMED | _COMMANDS) - {"ministry", "government", "police", "court"})


_COMMANDS: Final = word_set("commander colonel warlord leaflet leaflets")


def _may(view: Scene, verb: int) -> bool:
    """ "Could be cut", not "could have been"."""
    aux = [view.lower[child] for child in view.children(verb, "aux")]
    return not {"could", "may", "might"}.isdisjoint(aux) and "have" not in aux


def _told_to(view: Scene, event: Event) -> bool:
    """ "Please get the children out": an imperative."""
    at = event.verb
    token = view.tokens[at]
    if token.tag not in {"VB", "VBP"} or token.dep not in {"ROOT", "conj", "ccomp"} or event.noun:
        return False
    if view.child(at, "nsubj", "nsubjpass", "aux", "auxpass", "mark") is not None and "please" not in view.own_words(
        at
    ):
        return False
    first, last = view.sentence(at)
    return "please" in view.lower[first:last] or (token.tag == "VB" and token.dep == "ROOT")


def _past(view: Scene, at: int) -> bool:
    return view.tokens[at].tag == "VBD" or any(
        view.lower[c] in {"had", "has", "have", "was", "were"} for c in view.children(at, "aux", "auxpass")
    )


def _really_asks(view: Scene, head: int) -> bool:
    lemma = view.lemma[head]
    if lemma == "call":
        return any(view.lower[c] in {"for", "on"} for c in view.children(head, "prep")) or view.tokens[
            head
        ].tag.startswith("NN")
    if lemma == "let":
        return False
    if lemma == "insist":
        return any(view.lower[c] == "on" for c in view.children(head, "prep"))
    if lemma == "ask":
        return not any(view.lower[c] == "about" for c in view.children(head, "prep"))
    return True


def _future(view: Scene, verb: int) -> int | None:
    above = view.tokens[verb].head
    purpose = view.tokens[verb].dep == "advcl" and any(
        view.lower[child] == "to" for child in view.children(verb, "aux")
    )
    if purpose and view.is_verb(above):
        return _future(view, above)  # "are to leave on Tuesday to bring civilians out"
    is_to = view.tokens[verb].dep == "xcomp" and view.lower[above] in {"is", "are"}
    if is_to and any(view.lower[child] == "to" for child in view.children(verb, "aux")):
        return above  # "are to be evacuated"
    for at in (verb, view.tokens[verb].head if view.tokens[verb].dep in {"conj", "xcomp"} else verb):
        for child in view.children(at, "aux"):
            if view.lower[child] in {"will", "would", "'ll", "shall", "wo"}:
                return child
        if view.lemma[at] == "go" and view.tokens[at].tag == "VBG":
            return at
    return None
