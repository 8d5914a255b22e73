"""Who did what to whom, by grammar: for each word the parts it plays in what is told as done.

A part goes from the word that holds it to everything that word stands for: to a name in apposition, to every member of
a list, to the names after "including", to whoever "he" or "the journalist" was.
"""

from collections.abc import Iterator

from vigil.incidents.assess.told import Told
from vigil.incidents.assess.words import OTHER_CLASSES, VIOLATION_CLASSES

VIOLATION_OF = {
    **{name: violation for violation, names in VIOLATION_CLASSES.items() for name in names},
    **dict.fromkeys(OTHER_CLASSES, "attack"),
}
_SUFFERED = frozenset(
    {"died", "dies", "die", "dying", "disappeared", "disappear", "vanished", "perished", "succumbed", "missing", "dead"}
)
"""Whose subject is the one it befell."""
_ACCUSED = frozenset(
    {
        "charged",
        "convicted",
        "accused",
        "suspected",
        "sentenced",
        "wanted",
        "indicted",
        "guilty",
        "responsible",
        "arrested",
        "tried",
        "blamed",
        "confessed",
        "pleaded",
        "acquitted",
        "behind",
    }
)
"""Whose object is the doer where "with", "of", "for", "in" and a violation follow."""
_BY_NAME = frozenset(
    {
        "suspect",
        "suspects",
        "accused",
        "perpetrator",
        "perpetrators",
        "killer",
        "killers",
        "murderer",
        "gunman",
        "gunmen",
        "attacker",
        "attackers",
        "kidnapper",
        "kidnappers",
        "criminal",
        "criminals",
        "terrorist",
        "terrorists",
        "assailant",
        "assailants",
        "mastermind",
        "defendant",
        "defendants",
        "militant",
        "militants",
        "abductor",
        "abductors",
        "robber",
        "robbers",
        "rapist",
        "shooter",
    }
)
_INCLUDING = frozenset({"including", "like", "as", "namely", "such", "included", "include", "includes"})
_HOLDERS = frozenset(
    {
        "one",
        "some",
        "many",
        "most",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "number",
        "group",
        "members",
        "several",
        "two",
        "three",
        "four",
        "five",
        "all",
        "both",
        "each",
        "people",
        "others",
        "those",
    }
)
_DONE_TO = frozenset(
    {
        "arrested",
        "detained",
        "killed",
        "jailed",
        "kidnapped",
        "abducted",
        "murdered",
        "sentenced",
        "charged",
        "beaten",
        "tortured",
        "imprisoned",
        "convicted",
        "assassinated",
        "rearrested",
        "remanded",
        "slain",
        "executed",
        "hanged",
        "shot",
        "stabbed",
        "wounded",
        "injured",
        "released",
        "freed",
        "seized",
        "attacked",
        "assaulted",
    }
)
"""Verbs that need an object: without one, their subject is it, as in headlines ("Editor arrested in Harbiya")."""
_OBJECTS = frozenset({"dobj", "nsubjpass", "obj", "dative"})
_LIGHT = frozenset(
    {
        "be",
        "was",
        "is",
        "were",
        "are",
        "been",
        "being",
        "'s",
        "remain",
        "remains",
        "remained",
        "became",
        "spend",
        "spent",
        "serving",
        "serves",
        "serve",
        "served",
        "face",
        "faces",
        "faced",
        "facing",
        "get",
        "got",
        "suffered",
        "received",
        "endured",
        "undergo",
        "has",
        "had",
        "have",
        "stand",
        "held",
        "kept",
        "given",
        "found",
        "left",
        "taken",
        "moved",
        "transferred",
        "put",
        "thrown",
        "placed",
        "languishing",
        "sent",
    }
)
_MOST = 40
"""Members of one list or steps of one walk that are followed."""


def roles(told: Told) -> list[set[str]]:  # noqa: PLR0912 - the cases of one question stand together
    """For each token its parts: "bears killing", "does killing", "accused", "says", and so on."""
    found: list[set[str]] = [set() for _ in told.tokens]
    if not told.grammar:
        return found
    for at, classes in told.classes.items():
        violations = {
            VIOLATION_OF[name]
            for name in classes
            if name in VIOLATION_OF and name not in ("killer", "captive", "release")
        }
        if "release" in classes:
            violations.add("release")
        if "say" in classes and told.tokens[at].pos in ("VERB", "AUX"):
            for subject in _subjects(told, at):
                _give(told, found, subject, "says")
        if told.words[at] in _BY_NAME:
            _give(told, found, at, "accused")
        if "hostage" in told.words[at] or told.words[at] in {
            "detainee",
            "detainees",
            "prisoner",
            "prisoners",
            "victim",
            "victims",
            "captive",
            "captives",
            "inmate",
        }:
            _give(
                told,
                found,
                at,
                "bears "
                + ("kidnapping" if "captive" in classes else "detention" if "jail" in classes else "something"),
            )
        if not violations:
            continue
        for whom, doing in _parties(told, at):
            for violation in violations:
                _give(told, found, whom, f"{'does' if doing else 'bears'} {violation}")
    for at, word in enumerate(told.words):
        if word in ("identified", "named", "known"):
            _same_as(told, found, at)
        if word in _ACCUSED and _harm_below(told, at):
            for whom, _ in _parties(told, at):
                _give(told, found, whom, "accused")
    return found


def _parties(told: Told, at: int) -> Iterator[tuple[int, bool]]:  # noqa: PLR0912 - the cases of one question stand together
    """The words that bear (False) or do (True) what the word at `at` says."""
    token = told.tokens[at]
    children = told.children[at]
    told_as_verb = any(told.tokens[child].dep in ("auxpass", "nsubjpass") for child in children)
    if (token.pos in ("NOUN", "PROPN", "ADJ") and not told_as_verb) or (
        token.tag == "VBG" and token.dep in ("pobj", "dobj", "nsubj", "pcomp", "compound")
    ):
        yield from _noun_parties(told, at)
        if token.tag != "VBG" and not (token.pos == "ADJ" and told.words[token.head] in _LIGHT):
            return
    bare = told.words[at] in _DONE_TO and not any(
        told.tokens[child].dep in ("dobj", "ccomp", "xcomp", "aux") for child in children
    )
    passive = bare or (
        token.tag == "VBN"
        and (
            token.dep in ("acl", "amod", "relcl")
            or any(told.tokens[child].dep in ("auxpass", "nsubjpass") for child in children)
        )
    )
    own_subject = False
    for child in children:
        dep = told.tokens[child].dep
        if dep in _OBJECTS:
            yield child, False
            own_subject = own_subject or dep == "nsubjpass"
        elif dep == "nsubj":
            own_subject = True
            yield child, not (told.words[at] in _SUFFERED or passive)
        elif dep == "prep" and told.words[child] in ("including", "include", "like", "alongside", "with"):
            for below in told.children[child]:
                if told.tokens[below].dep == "pobj" and (
                    told.words[child] != "with" or told.tokens[below].entity == "PERSON"
                ):
                    yield below, False
        elif dep == "agent":
            for below in told.children[child]:
                if told.tokens[below].dep == "pobj":
                    yield below, True
    if token.tag == "VBN" and token.dep in ("acl", "amod"):
        yield token.head, False
    elif token.dep == "relcl":
        who = [child for child in children if told.words[child] in ("who", "that", "whom", "which")]
        if who:
            active = told.tokens[who[0]].dep == "nsubj" and told.words[at] not in _SUFFERED and not passive
            yield token.head, active
    elif token.dep in ("conj", "xcomp", "ccomp", "advcl", "acomp") and not own_subject:
        yield from _subject_above(told, at, passive=passive)
    elif passive and not own_subject:
        before = _person_before(told, at)
        if before is not None:
            yield before, False


def _person_before(told: Told, at: int) -> int | None:
    """The last person named before a verb in its sentence: the grammar loses the subject behind a long "who" clause."""
    first = told.sentences[told.sentence_of[at]][0]
    return next(
        (each for each in range(at - 1, max(first, at - 25) - 1, -1) if told.tokens[each].entity == "PERSON"), None
    )


def _subject_above(told: Told, at: int, *, passive: bool) -> Iterator[tuple[int, bool]]:
    """The subject a verb shares with the one it hangs on: "was taken and beaten", "after being arrested"."""
    above = told.tokens[at].head
    for _ in range(4):
        for child in told.children[above]:
            if told.tokens[child].dep in ("nsubj", "nsubjpass"):
                suffers = (
                    passive
                    or (told.tokens[at].tag == "VBN" and told.tokens[child].dep == "nsubjpass")
                    or told.words[at] in _SUFFERED
                    or told.tokens[at].pos == "ADJ"
                )
                yield child, not suffers
                return
        if told.tokens[above].dep not in ("conj", "xcomp", "advcl") or told.tokens[above].head == above:
            return
        above = told.tokens[above].head


def _noun_parties(told: Told, at: int) -> Iterator[tuple[int, bool]]:  # noqa: PLR0912 - the cases of one question stand together
    """Of "the murder of X", "X's arrest", "X was in custody", "X faces charges", "X killing"."""
    token = told.tokens[at]
    for child in told.children[at]:
        dep = told.tokens[child].dep
        if dep == "poss" or (dep in ("compound", "nmod") and told.tokens[child].pos == "PROPN"):
            yield child, False
        elif dep == "prep" and told.words[child] in ("of", "against", "on"):
            for below in told.children[child]:
                if told.tokens[below].dep in ("pobj", "pcomp"):
                    yield below, False
        elif dep == "prep" and told.words[child] == "by":
            for below in told.children[child]:
                if told.tokens[below].dep == "pobj":
                    yield below, True
        elif dep == "appos" and told.tokens[child].entity == "PERSON":
            yield child, False
    above = token.head
    for _ in range(3):  # "in prison", "to death", "to five years in jail": over the prepositions to the verb
        if (
            told.tokens[above].pos in ("ADP", "NOUN", "NUM")
            and told.tokens[above].head != above
            and told.tokens[above].dep in ("prep", "pobj", "npadvmod", "dobj")
        ):
            above = told.tokens[above].head
        else:
            break
    if above != at and told.tokens[above].pos in ("VERB", "AUX"):
        held = any(VIOLATION_OF.get(name) == "arbitrary_detention" for name in told.classes.get(at, ()))
        if told.words[above] in _ACCUSED - {"sentenced", "arrested"} and not held:
            return
        light = (
            told.words[above] in _LIGHT
            or "court" in told.classes.get(above, ())
            or "arrest" in told.classes.get(above, ())
            or "die" in told.classes.get(above, ())
        )
        if light:
            for child in told.children[above]:
                if told.tokens[child].dep in ("nsubjpass", "nsubj") or (
                    told.tokens[child].dep == "dobj" and child != at
                ):
                    yield child, False
                    return


def _same_as(told: Told, found: list[set[str]], at: int) -> None:
    """ "The detained were identified as X and Y": X and Y have the parts of the detained."""
    who = [child for child in told.children[at] if told.tokens[child].dep in ("nsubjpass", "dobj")] or (
        [told.tokens[at].head] if told.tokens[at].dep in ("acl", "amod") else []
    )
    for child in told.children[at]:
        for below in (
            (child, *told.children[child]) if told.words[child] == "as" or told.tokens[child].dep == "oprd" else ()
        ):
            if told.tokens[below].dep in ("pobj", "oprd") and who:
                for part in tuple(found[who[0]]):
                    _give(told, found, below, part)


def _harm_below(told: Told, at: int) -> bool:
    """Whether a violation other than being held hangs on this word with "with", "of", "for", "in" or "over"."""
    waiting = [
        child
        for child in told.children[at]
        if told.words[child] in ("with", "of", "for", "in", "on", "over", "to", "behind")
    ]
    for each in waiting:  # grows as it is walked
        for below in told.children[each]:
            if {"kill", "kidnap", "torture", "sexual", "beat"} & told.classes.get(below, frozenset()):
                return True
            if told.tokens[below].dep in ("prep", "pobj", "pcomp", "conj", "dobj") and len(waiting) < _MOST:
                waiting.append(below)
    return False


def _subjects(told: Told, at: int) -> Iterator[int]:
    for child in told.children[at]:
        if told.tokens[child].dep == "nsubj":
            yield child
    if told.words[at] == "according":
        for child in told.children[at]:
            yield from (below for below in told.children[child] if told.tokens[below].dep == "pobj")


def _stood_for(told: Told, at: int) -> int | None:
    """The word this one explains: over an apposition, "is", and "one of"."""
    token = told.tokens[at]
    if token.dep == "appos":
        return token.head
    if token.dep == "attr" and told.words[token.head] in ("is", "was", "are", "were", "be", "been"):
        return next((child for child in told.children[token.head] if told.tokens[child].dep == "nsubj"), None)
    if token.dep == "pobj" and told.words[token.head] in ("of", "among"):
        above = told.tokens[token.head].head
        if told.words[token.head] == "among" and told.tokens[above].pos == "AUX":
            return next((child for child in told.children[above] if told.tokens[child].dep in ("nsubj", "attr")), None)
        return above if told.words[above] in _HOLDERS else None
    return None


def _give(told: Told, found: list[set[str]], word: int, part: str) -> None:
    """A part to a word and to all it stands for."""
    waiting, seen = [word], {word}
    while waiting and len(seen) < _MOST:
        at = waiting.pop()
        found[at].add(part)
        for child in told.children[at]:
            dep = told.tokens[child].dep
            if child in seen:
                continue
            if dep in ("conj", "appos") or (dep in ("compound", "nmod") and told.tokens[child].entity == "PERSON"):
                seen.add(child)
                waiting.append(child)
            elif dep == "prep" and (
                told.words[child] in _INCLUDING or (told.words[child] == "of" and told.words[at] in _HOLDERS)
            ):
                for below in told.children[child]:
                    if told.tokens[below].dep == "pobj" and below not in seen:
                        seen.add(below)
                        waiting.append(below)
        token = told.tokens[at]
        above = _stood_for(told, at)
        if above is not None and above not in seen:
            seen.add(above)
            waiting.append(above)
        if (
            token.dep in ("compound", "nmod")
            and token.entity != "PERSON"
            and told.tokens[token.head].entity == "PERSON"
            and token.head not in seen
        ):
            seen.add(token.head)
            waiting.append(token.head)
