"""What speaks for a named person being a victim: what was done to them, and as what they are introduced."""

import math
from collections.abc import Iterator, Mapping, Sequence

from vigil.incidents.assess.names import Mention, Person
from vigil.incidents.assess.roles import roles
from vigil.incidents.assess.told import Told
from vigil.incidents.assess.words import OTHER_CLASSES, VICTIM_CLASSES, VIOLATION_CLASSES

_OF_VIOLATION: Mapping[str, str] = {
    **{name: violation for violation, names in VIOLATION_CLASSES.items() for name in names},
    **dict.fromkeys(OTHER_CLASSES, "attack"),
}
_HARM = frozenset(name for name in _OF_VIOLATION if name not in {"release", "killer", "captive"})
_CERTAIN_HARM = frozenset({"kill", "arrest", "jail", "kidnap", "torture", "disappear", "execute"})
_BEFORE, _AFTER = 7, 12
"""Tokens before and after a name that introduce the person."""
_OBJECT = frozenset({"dobj", "nsubjpass", "obj", "iobj", "dative"})
_SUBJECT = frozenset({"nsubj", "agent"})


def victim_signs(told: Told, people: Sequence[Person]) -> list[Mapping[str, float]]:
    """For each person features by name, 0 where nothing speaks for anything."""
    starts: dict[int, int] = {}  # token: person
    for number, person in enumerate(people):
        for mention in person.mentions:
            for at in range(mention.first, mention.last):
                starts[at] = number
    per_sentence: dict[int, set[int]] = {}
    for at, number in starts.items():
        per_sentence.setdefault(told.sentence_of[at], set()).add(number)
    harm_in = _harm_by_sentence(told)
    parts = _parts(told, people, starts)
    ranked = sorted(range(len(people)), key=lambda number: -len(people[number].mentions))
    rank = {number: place for place, number in enumerate(ranked)}
    signs: list[dict[str, float]] = [
        _person_signs(told, person, number, per_sentence, harm_in)
        | parts[number]
        | {"rank": 1 / (1 + rank[number]), "persons": math.log1p(len(people))}
        for number, person in enumerate(people)
    ]
    _add_company(signs, told, starts)
    topic = _topic(told)
    return [{**each, **topic, **crossed({**each, **topic})} for each in signs]


def _topic(told: Told) -> dict[str, float]:
    """What the whole document speaks of."""
    counts = dict.fromkeys(("kill", "arrest", "kidnap", "torture", "disappear"), 0)
    titled: set[str] = set()
    for hit in told.hits:
        if hit.name in counts:
            counts[hit.name] += 1
            if told.in_title(hit.first):
                titled.add(hit.name)
    return {
        **{f"doc {name}": math.log1p(count) for name, count in counts.items()},
        **{f"doc title {name}": float(name in titled) for name in counts},
    }


def crossed(signs: Mapping[str, float]) -> dict[str, float]:
    """Features that say more together than each by itself."""

    def any_of(*names: str) -> bool:
        return any(signs.get(name, 0.0) > 0 for name in names)

    kinds = ("journalist", "defender", "unionist", "lawyer", "medic", "aid")
    kind = any_of("victim word before", "victim word after", "is victim word", "is subject victim word")
    trade = any_of(*(f"first {each} before" for each in kinds), *(f"{each} after" for each in kinds))
    bears, he_bears = any_of("is bears any"), any_of("he bears any")
    accused, says = any_of("is accused", "is does any"), any_of("is says", "says by place")
    official = any_of("official before", "official after", "is official", "first official before")
    row, row_of_three = signs.get("row", 0.0) > 0.6, signs.get("row", 0.0) > 1.05
    early, titled = any_of("in title", "in lead"), any_of("in title")
    only_held = any_of("is bears arbitrary_detention") and not any_of(
        "is bears killing", "is bears kidnapping", "is bears torture", "is bears enforced_disappearance"
    )
    crime = any_of("doc title kill", "doc title kidnap")
    once, kin, near = any_of("once"), any_of("kin before", "kin after", "is kin"), any_of("beside harm")
    given = any_of("row given")
    facts = {
        "x kind": kind,
        "x trade": trade,
        "x bears": bears,
        "x he bears": he_bears,
        "x accused": accused,
        "x near": near,
        "x row of three": row_of_three,
        "x kin": kin,
        "x kind bears": kind and bears,
        "x trade bears": trade and bears,
        "x kind bears early": kind and bears and early,
        "x bears early": bears and early,
        "x bears in row": bears and row,
        "x near in row": row_of_three and near,
        "x kind in row": kind and row,
        "x held for a crime": only_held and crime,
        "x held for a crime, no trade": only_held and crime and not trade,
        "x bears and accused": bears and accused,
        "x bears and official": bears and official,
        "x only says": says and not bears and not he_bears,
        "x official only": official and not bears,
        "x official says": official and says,
        "x once bears": once and bears,
        "x once, bears nothing": once and not bears,
        "x once, no kind": once and not kind,
        "x once, kind, near": once and kind and near,
        "x often bears": bears and not once,
        "x often, bears nothing": not once and not bears and not he_bears,
        "x bears by both": bears and he_bears,
        "x title bears": titled and bears,
        "x title near": titled and near,
        "x early kind": early and kind,
        "x early trade": early and trade,
        "x trade near": trade and near,
        "x trade, silent": trade and not says,
        "x trade says": trade and says,
        "x kin says": kin and says,
        "x nothing": not (bears or kind or he_bears or near),
        "x only bears": bears and not (accused or says or official),
        "x only bears, early": bears and early and not (accused or says or official),
        "x kind given": kind and given,
        "x row given": row and given,
        "x row bears": any_of("row bears") and not bears,
        "x one word bears": any_of("one word") and bears,
    }
    found = {name: float(fact) for name, fact in facts.items()}
    found["x sure name bears"] = signs.get("by grammar", 0.0) * bears
    found["x unsure name bears"] = (1 - signs.get("by grammar", 0.0)) * bears
    return found


def _person_signs(
    told: Told,
    person: Person,
    number: int,
    per_sentence: Mapping[int, set[int]],
    harm_in: Sequence[frozenset[str]],
) -> dict[str, float]:
    counts: dict[str, float] = {}

    def add(name: str) -> None:
        counts[name] = counts.get(name, 0.0) + 1.0

    text_mentions = [mention for mention in person.mentions if not told.in_title(mention.first)]
    for mention in person.mentions:
        place = "title" if told.in_title(mention.first) else "lead" if told.in_lead(mention.first) else "body"
        for sign in _mention_signs(told, mention):
            add(sign)
            if place != "body":
                add(f"{sign} early")
        sentence = told.sentence_of[mention.first]
        for name in harm_in[sentence]:
            add(f"beside {_OF_VIOLATION[name]}")
        if harm_in[sentence] & _CERTAIN_HARM:
            add("beside harm")
            add(f"beside harm {place}")
        if (
            sentence + 1 < len(told.sentences)
            and not per_sentence.get(sentence + 1, set()) - {number}
            and _pronoun(told, sentence + 1)
        ):
            add("then he")
            if harm_in[sentence + 1] & _CERTAIN_HARM:
                add("then he harm")
            if _speaks(told, sentence + 1):
                add("then he says")
    first = person.full[0] if person.full else person.mentions[0]
    introduced = set(introduction(told, first))
    for sign in introduced:
        counts[f"first {sign}"] = 1.0
    signs = {name: math.log1p(value) for name, value in counts.items()}
    n = len(person.mentions)
    for name in ("bears", "says", "does", "beside harm", "harm of", "speaks near"):
        signs[f"{name} share"] = counts.get(name, 0.0) / n
    signs["mentions"] = math.log1p(n)
    signs["in title"] = float(len(text_mentions) < n)
    signs["in lead"] = float(any(told.in_lead(mention.first) for mention in text_mentions))
    signs["place"] = 1 - (text_mentions or person.mentions)[0].first / max(1, len(told.tokens))
    words = max(mention.last - mention.first for mention in person.full) if person.full else 1
    signs["one word"] = float(words == 1)
    signs["three words"] = float(words >= 3)
    signs["by grammar"] = sum(mention.by_grammar for mention in person.mentions) / n
    signs["once"] = float(n == 1)
    signs["long text"] = math.log1p(len(told.tokens))
    return signs


def _parts(told: Told, people: Sequence[Person], starts: Mapping[int, int]) -> list[dict[str, float]]:  # noqa: PLR0912 - the cases of one question stand together
    """The parts each person plays, by name and by pronoun."""
    parts = roles(told)
    counts: list[dict[str, float]] = [{} for _ in people]
    last_subject = last_named = -1
    named_in = subject_in = -10
    for at, token in enumerate(told.tokens):
        number = starts.get(at)
        sentence = told.sentence_of[at]
        how = "is"
        if number is not None:
            last_named, named_in = number, sentence
            if token.dep in ("nsubj", "nsubjpass"):
                last_subject, subject_in = number, sentence
        elif told.words[at] in ("he", "she", "him", "her", "his"):
            how = "he"
            if sentence - subject_in <= 2:
                number = last_subject
            elif sentence - named_in <= 2:
                number = last_named
        if number is None or number < 0 or not parts[at]:
            continue
        early = told.in_title(at) or told.in_lead(at)
        given = set(parts[at])
        if any(
            part.startswith("bears ") and part not in ("bears attack", "bears release", "bears something")
            for part in given
        ):
            given.add("bears any")
        if any(part.startswith("does ") for part in given):
            given.add("does any")
        for part in given:
            name = f"{how} {part}"
            counts[number][name] = counts[number].get(name, 0.0) + 1
            if early:
                counts[number][f"{name} early"] = counts[number].get(f"{name} early", 0.0) + 1
    for each in counts:
        for name in each:
            each[name] = math.log1p(each[name])
        bears = each.get("is bears any", 0.0) + 0.5 * each.get("he bears any", 0.0)
        accused = each.get("is accused", 0.0) + 0.5 * each.get("he accused", 0.0) + each.get("is does any", 0.0)
        says = each.get("is says", 0.0) + 0.5 * each.get("he says", 0.0)
        if bears or accused or says:
            each["bears net"] = bears - accused
            each["bears of all"] = bears / (bears + accused + says)
    return counts


def _mention_signs(told: Told, mention: Mention) -> Iterator[str]:  # noqa: PLR0912 - the cases of one question stand together
    yield from introduction(told, mention)
    if told.grammar:
        yield from _relations(told, mention)
    words = told.words
    before = words[mention.first - 1] if mention.first else ""
    two_before = words[mention.first - 2] if mention.first > 1 else ""
    after = words[mention.last] if mention.last < len(words) else ""
    two_after = words[mention.last + 1] if mention.last + 1 < len(words) else ""
    if after in {"'s", "'"}:
        yield "genitive"
        if any(
            told.classes.get(at, frozenset()) & _HARM
            for at in range(mention.last + 1, min(len(words), mention.last + 4))
        ):
            yield "harm of"
        if any(
            "kin" in told.classes.get(at, frozenset())
            for at in range(mention.last + 1, min(len(words), mention.last + 4))
        ):
            yield "kin of"
    if before == "of":
        if any(told.classes.get(at, frozenset()) & _HARM for at in range(max(0, mention.first - 4), mention.first - 1)):
            yield "harm of"
        if two_before in {"case", "cases", "release", "fate", "family", "wife", "mother", "father", "lawyer"}:
            yield "case of"
    if before == "by":
        yield "by"
    if before in {"for", "free"}:
        yield "for"
    if before in {"mr", "mr.", "mrs", "mrs.", "ms", "ms."}:
        yield "mr"
    if before in {"like", "including", "as", "namely"}:
        yield "such as"
    if after == "," and two_after.isdigit() and len(two_after) <= 2:
        yield "age"
    if after == "(" and two_after.isdigit():
        yield "age"
    if (
        any(
            each.startswith("year-old") or each.endswith("year-old")
            for each in words[max(0, mention.first - 5) : mention.first]
        )
        or "old" in words[max(0, mention.first - 4) : mention.first]
    ):
        yield "age"
    near = [told.classes.get(at, frozenset()) for at in _around(told, mention, 6)]
    for name in {each for classes in near for each in classes & _HARM}:
        yield f"near {name}"
    if any("say" in classes for classes in near[-3:]):
        yield "speaks near"
    if any(
        told.classes.get(at, frozenset()) & {"say"} for at in range(mention.last, min(mention.last + 2, len(words)))
    ) or before in {"said", "says", "told"}:
        yield "says by place"
    if any("not" in classes for classes in near):
        yield "near not"
    if any("may" in classes for classes in near):
        yield "near may"
    if any("state" in classes for classes in near):
        yield "near state"
    if any("armed" in classes for classes in near):
        yield "near armed"
    if any("release" in classes for classes in near):
        yield "near release"


def introduction(told: Told, mention: Mention) -> Iterator[str]:
    """As what the words right before the name and in the apposition after it introduce the person."""
    first, last = told.sentences[told.sentence_of[mention.first]]
    found: set[str] = set()
    at = mention.first - 1
    while at >= max(first, mention.first - _BEFORE) and _nominal(told, at):
        found |= told.classes.get(at, frozenset())
        at -= 1
    if found & frozenset(VICTIM_CLASSES):
        yield "victim word before"
    if "official" in found:
        yield "official before"
    for name in found & {*VICTIM_CLASSES, "kin", "victim", "state", "armed"}:
        yield f"{name} before"
    after: set[str] = set()
    if mention.last < last and told.words[mention.last] in {",", "(", "-", "–", "—"}:
        for at in range(mention.last + 1, min(last, mention.last + _AFTER)):
            if told.words[at] in {",", ")", ".", ";"} or told.tokens[at].tag in {"VBD", "VBZ", "VBP", "MD"}:
                break
            after |= told.classes.get(at, frozenset())
    if after & frozenset(VICTIM_CLASSES):
        yield "victim word after"
    if "official" in after:
        yield "official after"
    for name in after & {*VICTIM_CLASSES, "kin", "victim", "state", "armed", "kill", "arrest", "jail", "kidnap"}:
        yield f"{name} after"
    if mention.last + 1 < last and told.words[mention.last : mention.last + 2] == (",", "who"):
        yield "who"
        inside = {
            name
            for at in range(mention.last + 2, min(last, mention.last + 10))
            for name in told.classes.get(at, frozenset())
        }
        if inside & _HARM:
            yield "who harm"


def _nominal(told: Told, at: int) -> bool:
    token = told.tokens[at]
    if told.words[at] in {",", "and", ";", ":", "by", "said", "that"}:
        return False
    return (
        not token.pos
        or token.pos in {"NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADP"}
        or told.words[at] in {"-", "'s"}
        or (token.tag in {"VBN", "VBG"})
    )


def _relations(told: Told, mention: Mention) -> Iterator[str]:  # noqa: PLR0912, PLR0915 - the cases of one question stand together
    """What the name is to the verb or noun it hangs on; a name in a list is what the first of the list is."""
    head = next(
        (
            at
            for at in range(mention.last - 1, mention.first - 1, -1)
            if not mention.first <= told.tokens[at].head < mention.last
        ),
        mention.last - 1,
    )
    seen = 0
    listed = False
    while (
        told.tokens[head].dep in {"conj", "appos", "compound", "nmod", "flat"}
        and told.tokens[head].head != head
        and seen < 12
    ):
        listed = listed or told.tokens[head].dep == "conj"
        if told.tokens[head].dep in {"appos", "compound", "nmod"}:
            above = told.classes.get(told.tokens[head].head, frozenset())
            if above & frozenset(VICTIM_CLASSES):
                yield "is victim word"
            if "official" in above:
                yield "is official"
            for name in above & _HARM:
                yield f"compound {name}"
        head = told.tokens[head].head
        seen += 1
    if listed:
        yield "listed"
    token = told.tokens[head]
    above = told.classes.get(token.head, frozenset())
    above_word = told.words[token.head]
    if token.dep in _OBJECT:
        yield "object"
        if above & _HARM:
            yield "bears"
        for name in above & _HARM:
            yield f"bears {name}"
        if "release" in above:
            yield "bears release"
        if "threat" in above or "attack" in above:
            yield "bears attack"
    elif token.dep in _SUBJECT:
        yield "subject"
        if "say" in above:
            yield "says"
        elif above & _HARM:
            yield "does"
            for name in above & {"die", "disappear", "missing"}:
                yield f"suffers {name}"
        if above_word in {
            "was",
            "is",
            "were",
            "be",
            "been",
            "are",
            "remains",
            "has",
            "had",
            "faces",
            "faced",
            "spent",
            "served",
            "died",
            "disappeared",
            "went",
            "fled",
        }:
            below = {name for at in told.children[token.head] for name in told.classes.get(at, frozenset())}
            yield "is subject"
            if below & _HARM:
                yield "is subject harm"
            if below & frozenset(VICTIM_CLASSES):
                yield "is subject victim word"
            if "official" in below:
                yield "is subject official"
        below = {
            name
            for at in told.children[token.head]
            for deeper in (at, *told.children[at])
            for name in told.classes.get(deeper, frozenset())
        }
        for name in below & _CERTAIN_HARM:
            yield f"subject over {name}"
    elif token.dep == "pobj":
        over = told.classes.get(told.tokens[token.head].head, frozenset())
        yield (
            f"after {above_word}"
            if above_word
            in {"of", "by", "to", "with", "against", "for", "on", "in", "like", "including", "from", "about"}
            else "after other"
        )
        if above_word in {"of", "against", "on", "like", "including", "with"} and over & _HARM:
            yield "harm over"
            for name in over & _HARM:
                yield f"harm over {name}"
        if above_word == "by" and over & _HARM:
            yield "does"
        if above_word == "to" and "say" in over:
            yield "said to"
        if above_word in {"like", "including", "of", "as"} and over & frozenset(VICTIM_CLASSES):
            yield "one of"
    elif token.dep == "poss":
        yield "owner"
        if above & _HARM:
            yield "owner harm"
            for name in above & _HARM:
                yield f"owner {name}"
        if "kin" in above:
            yield "owner kin"
    elif token.dep == "ROOT":
        yield "root"


def _around(told: Told, mention: Mention, reach: int) -> range:
    first, last = told.sentences[told.sentence_of[mention.first]]
    return range(max(first, mention.first - reach), min(last, mention.last + reach))


def _harm_by_sentence(told: Told) -> list[frozenset[str]]:
    found: list[set[str]] = [set() for _ in told.sentences]
    for hit in told.hits:
        if hit.name in _HARM:
            found[told.sentence_of[hit.first]].add(hit.name)
    return [frozenset(each) for each in found]


def _pronoun(told: Told, sentence: int) -> bool:
    first, last = told.sentences[sentence]
    return any(
        told.words[at] in {"he", "she", "his", "her", "him", "they"} for at in range(first, min(last, first + 12))
    )


def _speaks(told: Told, sentence: int) -> bool:
    first, last = told.sentences[sentence]
    return any("say" in told.classes.get(at, frozenset()) for at in range(first, last))


def _add_company(signs: list[dict[str, float]], told: Told, starts: Mapping[int, int]) -> None:
    """Names in one row with this one, and what they bear: who is listed with the arrested is arrested."""
    rows: list[list[int]] = []
    parts = roles(told)
    given: set[int] = set()
    for first, last in told.sentences:
        row: list[int] = []
        before = -10
        opened = False
        for at in range(first, last):
            number = starts.get(at)
            if number is None or (row and row[-1] == number and at - before <= 1):
                before = at if number is not None else before
                continue
            if (
                row
                and at - before <= 5
                and any(told.words[each] in {",", "and", ";"} for each in range(before + 1, at))
            ):
                row.append(number)
            else:
                rows.append(row)
                row = [number]
                opened = bool(
                    {"including", "namely", "as", "like", ":", "them", "•", "-"}.intersection(
                        told.words[max(first, at - 4) : at]
                    )
                )
                opened = opened and any(part.startswith("bears ") for each in range(first, at) for part in parts[each])
            before = at
            if opened:
                given.add(number)
        rows.append(row)
    longest: dict[int, int] = {}
    borne: dict[int, float] = {}
    for row in rows:
        members = set(row)
        strength = max((signs[number].get("is bears any", 0.0) for number in members), default=0.0)
        for number in members:
            longest[number] = max(longest.get(number, 0), len(members))
            if len(members) > 1:
                borne[number] = max(borne.get(number, 0.0), strength)
    for number, each in enumerate(signs):
        signs[number] = {
            **each,
            "row": math.log(max(1, longest.get(number, 1))),
            "row bears": borne.get(number, 0.0),
            "row given": float(number in given),
        }
