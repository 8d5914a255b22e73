"""Victims a document names, and the groups it counts."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vigil.incidents.assess.assessment import AssessedVictim, Where
from vigil.incidents.assess.names import Mention, Person, persons
from vigil.incidents.assess.scoring import read_weights
from vigil.incidents.assess.told import Told
from vigil.incidents.assess.victim_signs import introduction, victim_signs
from vigil.incidents.assess.victim_weights import BARE, LINE, PARSED
from vigil.incidents.assess.violations import MOST_WORDS_SHOWN
from vigil.model.claim import Polarity, Reading, Unit

_PARSED, _BARE = read_weights(PARSED), read_weights(BARE)

_KINDS = {
    "journalist": "journalist",
    "unionist": "trade_unionist",
    "lawyer": "lawyer",
    "medic": "medic",
    "aid": "aid_worker",
    "defender": "human_rights_defender",
}
"""What a person is introduced as; where by several words, the first of these counts."""

_MEN = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "mr",
        "man",
        "boy",
        "husband",
        "father",
        "son",
        "brother",
        "businessman",
        "cameraman",
        "priest",
    ]
)
_WOMEN = frozenset(
    [
        "she",
        "her",
        "hers",
        "herself",
        "mrs",
        "ms",
        "miss",
        "woman",
        "girl",
        "wife",
        "mother",
        "daughter",
        "sister",
        "actress",
    ]
)
_ADULT_FROM, _OLDER_FROM, _OLDEST = 18, 60, 115
"""Years."""


def named_victims(told: Told) -> tuple[AssessedVictim, ...]:
    """Persons who are said to have borne a violation, in order of their first mention."""
    people = persons(told)
    weights = _PARSED if told.grammar else _BARE
    chosen = [
        person
        for person, signs in zip(people, victim_signs(told, people), strict=True)
        if weights.probabilities(signs)["victim"] > LINE
    ]
    sexes = _sexes(told, people)
    return tuple(_victim(told, person, sexes.get(id(person))) for person in chosen)


def claimed_victims(reading: Reading | None) -> Iterator[AssessedVictim]:
    """Persons whom claims name as victims: for documents in which names are not looked for."""
    seen: set[str] = set()
    for claim in () if reading is None else reading.claims:
        for victim in claim.named if claim.polarity is Polarity.HAPPENED else ():
            if victim.name not in seen:
                seen.add(victim.name)
                kind = None if victim.kind is None else victim.kind.value
                yield AssessedVictim(
                    name=victim.name,
                    kind=kind,
                    sex=victim.sex,
                    age_group=victim.age_group,
                    number=1,
                    words=(Where(victim.span),),
                )


def counted_victims(reading: Reading | None) -> Iterator[AssessedVictim]:
    """Groups that claims count or call by a kind; a group that comes back with the same figure is given once."""
    seen: set[tuple[str | None, int | None]] = set()
    for claim in () if reading is None else reading.claims:
        count = claim.count
        if claim.polarity is not Polarity.HAPPENED or claim.named or (count is None and not claim.victims):
            continue  # those a claim names are given by name
        people = count is not None and count.unit is Unit.PEOPLE
        number = count.low if people and count is not None and count.low == count.high else None
        kind = "+".join(sorted(each.value for each in claim.victims)) or None
        if (kind is None and (number is None or number < 2)) or (kind, number) in seen:
            continue
        seen.add((kind, number))
        words = [*claim.spans.get("victims", ()), *([count.span] if count is not None and people else [])]
        yield AssessedVictim(name=None, kind=kind, number=number, words=tuple(Where(span) for span in words))


def _victim(told: Told, person: Person, sex: str | None) -> AssessedVictim:
    kind = _kind(told, person)
    years = next((age for mention in person.mentions if (age := _age(told, mention)) is not None), None)
    return AssessedVictim(
        name=person.name,
        kind=kind,
        sex=sex,
        age_group=_age_group(years, kind),
        number=1,
        words=tuple(
            Where(told.span(mention.first, mention.last), told.in_title(mention.first))
            for mention in person.mentions[:MOST_WORDS_SHOWN]
        ),
    )


def _kind(told: Told, person: Person) -> str | None:
    introduced = {sign for mention in person.mentions for sign in introduction(told, mention)}
    explained = {name for mention in person.mentions for name in _explained(told, mention)}
    for name, kind in _KINDS.items():
        if {f"{name} before", f"{name} after"} & introduced or name in explained:
            return kind
    return None


def _explained(told: Told, mention: Mention) -> Iterator[str]:
    """Classes of the word a name explains, by itself or in a list: "two activists, X and Y"."""
    at = mention.last - 1
    for _ in range(12):
        token = told.tokens[at]
        if token.dep not in {"conj", "appos", "compound", "nmod"} or token.head == at:
            return
        at = token.head
        if not mention.first <= at < mention.last and token.dep != "conj":
            yield from told.classes.get(at, frozenset())


def _age(told: Told, mention: Mention) -> int | None:
    """Of "X, 34," "34-year-old X" and "X (34)"."""
    words = told.words
    after = words[mention.last : mention.last + 3]
    if len(after) == 3 and after[0] in {",", "("} and after[2] in {",", ")", ".", ";"} and after[1].isdecimal():
        years = int(after[1]) if len(after[1]) <= 3 else _OLDEST
        return years if years < _OLDEST else None
    before = words[max(0, mention.first - 6) : mention.first]
    for at, word in enumerate(before):
        head = word.split("-")[0]
        if (
            head.isdecimal()
            and len(head) <= 3
            and ("year" in word or "year" in before[at + 1 : at + 3])
            and "old" in " ".join(before)
        ):
            return int(head)
    return None


def _age_group(years: int | None, kind: str | None) -> str | None:
    if years is not None:
        return "child" if years < _ADULT_FROM else "adult" if years < _OLDER_FROM else "older"
    return None if kind is None else "adult"  # whoever has a trade is of age


def _sexes(told: Told, people: Sequence[Person]) -> dict[int, str]:
    """By "Mr" and "woman" beside the name, and by the "he" or "she" of a sentence that names nobody else."""
    owner = {
        at: person for person in people for mention in person.mentions for at in range(mention.first, mention.last)
    }
    in_sentence: dict[int, set[int]] = {}
    for at, person in owner.items():
        in_sentence.setdefault(told.sentence_of[at], set()).add(id(person))
    found: dict[int, str] = {}
    for person in people:
        votes: Counter[str] = Counter()
        for mention in person.mentions:
            sentence = told.sentence_of[mention.first]
            votes.update(
                {sex: 3 for word in told.words[max(0, mention.first - 3) : mention.first] if (sex := _sex_of(word))}
            )
            for number in (sentence, sentence + 1):
                others = in_sentence.get(number, set()) - {id(person)}
                if number < len(told.sentences) and not others:
                    first, last = told.sentences[number]
                    begin = mention.last if number == sentence else first
                    votes.update(sex for at in range(begin, last) if (sex := _sex_of(told.words[at], pronouns=True)))
        if votes["female"] != votes["male"]:
            found[id(person)] = max(votes, key=lambda sex: votes[sex])
    return found


def _sex_of(word: str, *, pronouns: bool = False) -> str | None:
    word = word.strip(".")
    if pronouns and word not in {"he", "him", "his", "himself", "she", "her", "hers", "herself"}:
        return None
    return "female" if word in _WOMEN else "male" if word in _MEN else None
