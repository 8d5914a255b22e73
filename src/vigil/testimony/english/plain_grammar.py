"""A grammar guessed from word lists and word order, for where no other is installed, and where thousands of posts a
second
must be read.

It finds noun phrases, the verb of each clause with its subject, object and agent, prepositions and what follows them,
and clauses that hang on a verb of saying. What it cannot tell it leaves hanging on the verb. It reads simple sentences
as well as a trained grammar, and gets lost in long ones.
"""

import re
from typing import Final

from vigil.testimony.english.lexicon import ADJECTIVES, NOUNS, VERBS, word_set
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.parsed import Parsed, Token

_TOKEN: Final = re.compile(r"\d[\d,.]*\d|\d|[^\W\d_]+(?=n['’]t\b)|n['’]t\b|['’]s\b|[^\W_]+|[^\w\s]|_")
_STOPS: Final = frozenset(".!?")

_DETERMINERS: Final = word_set(
    "the a an this that these those no some any every each all both half several many few most"
)
_POSSESSIVES: Final = word_set("his her their its our my your")
_PRONOUNS: Final = word_set("i we he she it they him them me us you who nobody none anyone someone everyone whom")
_PREPOSITIONS: Final = word_set(
    """in on at by of from to for with near during after before since under over into against between among around
    across outside inside through without within about towards off behind despite including"""
)
_CONJUNCTIONS: Final = frozenset({"and", "or", "but", "nor"})
_MARKS: Final = word_set("that when while if after before because unless although though where since as whether")
_MODALS: Final = word_set("will would may might could can should must shall wo ca")
_BE: Final = word_set("is are was were be been being am 's")
_HAVE: Final = word_set("has have had having")
_DO: Final = frozenset({"do", "does", "did"})
_NUMBERS: Final = word_set(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen"""
)
_BOUNDS: Final = word_set("at over about around under up to than nearly some")
"""Before a figure these are no prepositions: "at least 12", "up to 40"."""
_NEGATIONS: Final = frozenset({"not", "n't", "never"})
_ADVERBS: Final = word_set(
    """reportedly allegedly apparently yesterday today tonight also just only still already again now then there here
    presumably possibly probably perhaps overnight least more than nearly up once later earlier down away back
    out"""
)
_SAYS: Final[dict[str, str]] = {
    **dict.fromkeys(("said", "says", "say", "saying"), "say"),
    **dict.fromkeys(("told", "tells", "tell"), "tell"),
    **dict.fromkeys(("reported", "reports"), "report"),
    **dict.fromkeys(("claimed", "claims"), "claim"),
    **dict.fromkeys(("denied", "denies", "deny"), "deny"),
    **dict.fromkeys(("confirmed", "confirms"), "confirm"),
    **dict.fromkeys(("announced", "announces"), "announce"),
    **dict.fromkeys(("accused", "accuses"), "accuse"),
    **dict.fromkeys(("blamed", "blames"), "blame"),
    **dict.fromkeys(("warned", "warns"), "warn"),
    **dict.fromkeys(("feared", "fears", "fear"), "fear"),
    **dict.fromkeys(("believed", "believes", "believe"), "believe"),
    **dict.fromkeys(("demanded", "demands"), "demand"),
    **dict.fromkeys(("called", "calls"), "call"),
    **dict.fromkeys(("urged", "urges"), "urge"),
    **dict.fromkeys(("threatened", "threatens", "threaten"), "threaten"),
    **dict.fromkeys(("planned", "plans", "plan"), "plan"),
    **dict.fromkeys(("verified", "verify"), "verify"),
    **dict.fromkeys(("saw", "seen", "see"), "see"),
    **dict.fromkeys(("insisted", "insists"), "insist"),
    **dict.fromkeys(("added", "adds"), "add"),
    **dict.fromkeys(("alleged", "alleges"), "allege"),
    **dict.fromkeys(("agreed", "agree"), "agree"),
    **dict.fromkeys(("want", "wants", "wanted"), "want"),
    **dict.fromkeys(("asked", "asks"), "ask"),
}
_IRREGULAR: Final[dict[str, tuple[str, str]]] = {
    "shot": ("shoot", "VBN"), "hung": ("hang", "VBN"), "fell": ("fall", "VBD"), "fallen": ("fall", "VBN"),
    "lost": ("lose", "VBD"), "found": ("find", "VBN"), "held": ("hold", "VBN"), "took": ("take", "VBD"),
    "taken": ("take", "VBN"), "beaten": ("beat", "VBN"), "struck": ("strike", "VBD"), "hit": ("hit", "VBD"),
    "fled": ("flee", "VBD"), "left": ("leave", "VBD"), "driven": ("drive", "VBN"), "blew": ("blow", "VBD"),
    "blown": ("blow", "VBN"), "burnt": ("burn", "VBN"), "dug": ("dig", "VBN"), "hurt": ("hurt", "VBN"),
    "set": ("set", "VBD"), "cut": ("cut", "VBD"), "led": ("lead", "VBN"), "slain": ("slay", "VBN"),
    "dying": ("die", "VBG"), "gone": ("go", "VBN"), "thrown": ("throw", "VBN"), "let": ("let", "VBD"),
    "laid": ("lay", "VBN"),
}  # fmt: skip
_PLURALS: Final[dict[str, str]] = {
    "people": "people", "children": "child", "women": "woman", "men": "man", "bodies": "body", "families": "family",
    "civilians": "civilian", "gunmen": "gunman", "police": "police", "lives": "life", "policemen": "policeman",
    "militiamen": "militiaman", "forces": "force",
}  # fmt: skip


def plain_grammar(text: str) -> Parsed:
    """The grammar of a text as far as word lists show it. Linear in its length."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    words: list[tuple[int, int, str]] = []
    for match in _TOKEN.finditer(text):
        words.append((match.start(), match.end(), match.group()))
        if (
            (match.group() in _STOPS and _ends(text, match.end()))
            or len(words) >= 120
            or "\n" in text[match.end() : match.end() + 2]
        ):
            _sentence(words, tokens, sentences)
            words = []
    _sentence(words, tokens, sentences)
    return Parsed(text, tuple(tokens), tuple(sentences))


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not text[at].isalnum()


def _sentence(words: list[tuple[int, int, str]], tokens: list[Token], sentences: list[tuple[int, int]]) -> None:
    if not words:
        return
    first = len(tokens)
    tags = _tagged(words)
    heads, deps = _hung([word.lower() for _, _, word in words], tags)
    for (begin, end, word), (tag, lemma), head, dep in zip(words, tags, heads, deps, strict=True):
        pos = (
            "VERB"
            if tag.startswith("VB")
            else "PROPN"
            if tag.startswith("NNP")
            else "NOUN"
            if tag.startswith("NN")
            else "X"
        )
        if tag == "PRP":
            pos = "PRON"
        elif tag == "AUX":
            pos = "AUX"
        tokens.append(Token(begin, end, word, lemma, pos, tag, dep, first + head, "", entity_begins=False))
    sentences.append((first, len(tokens)))


def _tagged(words: list[tuple[int, int, str]]) -> list[tuple[str, str]]:
    """The part of speech and the lemma of each word."""
    found: list[tuple[str, str]] = []
    for at, (_, _, word) in enumerate(words):
        before = found[-1][0] if found else ""
        before_word = words[at - 1][2].lower() if at else ""
        following = words[at + 1][2].lower() if at + 1 < len(words) else ""
        found.append(_tag(word, before, before_word, following, first=at == 0))
    return found


def _tag(word: str, before: str, before_word: str, following: str, *, first: bool) -> tuple[str, str]:  # noqa: PLR0911, PLR0912 - one case after another reads best
    lower = word.lower()
    if not word[0].isalnum() and lower not in {"n't", "n’t", "'s", "’s"}:
        return ("PUNCT", lower)
    if word[0].isdigit() or lower in _NUMBERS:
        return ("CD", lower)
    if lower in {"'s", "’s"}:
        return ("POS", "'s")
    if lower in _NEGATIONS or lower == "n’t":
        return ("RB", "not")
    if lower in _POSSESSIVES:
        return ("PRP$" if following and following not in _PREPOSITIONS and following[0].isalpha() else "PRP", lower)
    if lower in _PRONOUNS:
        return ("PRP", lower)
    if lower == "that" and (before.startswith("VB") or before == "NN"):
        return ("IN", lower)
    if lower in _DETERMINERS:
        return ("DT", lower)
    if lower in _MODALS:
        return ("MD", {"wo": "will", "ca": "can"}.get(lower, lower))
    if lower in _BE:
        return ("AUX", "be")
    if lower in _HAVE:
        return ("AUX", "have")
    if lower in _DO:
        return ("AUX", "do")
    bounds = following in {"least", "most", "to"} or following[:1].isdigit() or following in _NUMBERS
    if lower in _BOUNDS and bounds and (lower != "to" or before_word == "up"):
        return ("RB", lower)
    if lower == "to" and following in VERBS:
        return ("TO", lower)
    if lower in _PREPOSITIONS or lower in _MARKS:
        return ("IN", lower)
    if lower in _CONJUNCTIONS:
        return ("CC", lower)
    if lower in _ADVERBS or (lower.endswith("ly") and len(lower) > 4):
        return ("RB", lower)
    nominal = before in {"DT", "PRP$", "CD", "JJ", "POS"}
    if lower in ADJECTIVES and (before in {"AUX", "CD"} or before_word in {"feared", "left", "reported"}):
        return ("JJ", lower)
    if not nominal or lower in _SAYS:
        verb = _verb(lower, before, before_word)
        if verb is not None:
            return verb
    if word[0].isupper() and (not first or (lower not in NOUNS and lower not in PERSONS and lower not in _PLURALS)):
        return ("NNP", lower)
    if lower in _PLURALS:
        return ("NNS", _PLURALS[lower])
    lemma = _singular(lower)
    return ("NNS" if lemma != lower else "NN", lemma)


def _verb(lower: str, before: str, before_word: str) -> tuple[str, str] | None:  # noqa: PLR0911 - one case after another reads best
    if lower in _SAYS:
        return ("VBN" if before == "AUX" else "VBD", _SAYS[lower])
    if lower in _IRREGULAR:
        lemma, tag = _IRREGULAR[lower]
        return ("VBN" if before == "AUX" and tag == "VBD" else tag, lemma)
    if lower.endswith("ed"):
        for lemma in (lower[:-2], lower[:-1], lower[:-3] if lower[-3:-2] == lower[-4:-3] else "", lower[:-3] + "y"):
            if lemma in VERBS:
                return ("VBN" if before == "AUX" else "VBD", lemma)
    if lower.endswith("ing"):
        for lemma in (lower[:-3], lower[:-3] + "e", lower[:-4] if lower[-4:-3] == lower[-5:-4] else ""):
            if lemma in VERBS and lower not in NOUNS:
                return ("VBG", lemma)
    if lower in VERBS and (before in {"TO", "MD", "PRP"} or before_word in {"to", "will"}):
        return ("VB", lower)
    if lower.endswith("s") and lower[:-1] in VERBS and before == "PRP":
        return ("VBZ", lower[:-1])
    return None


def _singular(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3:
        return lower[:-1]
    return lower


def _hung(lower: list[str], tags: list[tuple[str, str]]) -> tuple[list[int], list[str]]:
    """The head and the label of each word."""
    n = len(lower)
    heads = list(range(n))
    deps = ["dep"] * n
    _phrases(lower, tags, heads, deps)
    verbs = _clauses(lower, tags, heads, deps)
    root = verbs[0] if verbs else next((at for at in range(n) if deps[at] == "head"), 0)
    for at in range(n):
        if at == root:
            heads[at], deps[at] = at, "ROOT"
        elif heads[at] == at:
            heads[at] = root
            deps[at] = "punct" if tags[at][0] == "PUNCT" else "dep"
    return heads, deps


_INSIDE: Final = frozenset({"DT", "PRP$", "CD", "JJ", "NN", "NNS", "NNP", "POS"})
_LABELS: Final[dict[str, str]] = {"DT": "det", "PRP$": "poss", "CD": "nummod", "JJ": "amod", "POS": "case"}


def _phrases(lower: list[str], tags: list[tuple[str, str]], heads: list[int], deps: list[str]) -> None:
    """Noun phrases: every word hangs on the last noun."""
    at, n = 0, len(lower)
    while at < n:
        if tags[at][0] not in _INSIDE:
            if tags[at][0] == "PRP":
                deps[at] = "head"
            at += 1
            continue
        end = at
        while end + 1 < n and (
            tags[end + 1][0] in _INSIDE or (lower[end + 1] == "-" and end + 2 < n and tags[end + 2][0] in _INSIDE)
        ):
            if tags[end][0].startswith("NN") and tags[end + 1][0] in {"DT", "PRP$", "CD"}:
                break
            end += 1
        head = end
        while head > at and tags[head][0] == "POS":
            head -= 1
        for one in range(at, end + 1):
            if one != head:
                heads[one] = head
                tag = tags[one][0]
                deps[one] = _LABELS.get(tag, "punct" if tag == "PUNCT" else "compound")
                if tag.startswith("NN") and one + 1 <= end and tags[one + 1][0] == "POS":
                    deps[one] = "poss"
        deps[head] = "head"
        at = end + 1


def _clauses(lower: list[str], tags: list[tuple[str, str]], heads: list[int], deps: list[str]) -> list[int]:  # noqa: PLR0912, PLR0915 - one case after another reads best
    """Verbs with what stands around them, from left to right; gives those that stand at the top."""
    n = len(lower)
    tops: list[int] = []
    subject: int | None = None
    verb: int | None = None
    pending: list[int] = []  # auxiliaries, negations and adverbs before the verb
    mark: int | None = None
    prep: int | None = None
    object_open = False
    noun: int | None = None
    for at in range(n):
        tag = tags[at][0]
        if deps[at] == "head":
            if prep is not None:
                heads[at], deps[at] = prep, "pobj"
                prep = None
            elif verb is not None and object_open and not pending:
                heads[at], deps[at] = verb, "dobj"
                object_open = False
            else:
                subject = at
            noun = at
        elif tag == "IN":
            is_mark = lower[at] in _MARKS and not (
                lower[at] in {"after", "before", "since", "as"} and not _verb_ahead(tags, at)
            )
            if is_mark and _verb_ahead(tags, at):
                mark, subject, prep = at, None, None
                object_open = False
            else:
                anchor = noun if lower[at] == "of" and noun is not None else verb if verb is not None else noun
                if anchor is not None and anchor != at:
                    heads[at], deps[at] = anchor, "prep"
                    if lower[at] == "by" and verb is not None:
                        deps[at] = "agent"
                prep = at
                object_open = object_open and lower[at] == "of"
        elif tag in {"AUX", "MD", "TO"} or tag == "RB":
            pending.append(at)
        elif tag.startswith("VB"):
            verb, subject, mark = _verb_found(lower, tags, heads, deps, at, verb, subject, mark, pending, tops, noun)
            pending = []
            object_open = True
            prep = None
        elif tag == "CC" and noun is not None and at + 1 < n and tags[at + 1][0] in _INSIDE | {"PRP"}:
            following = next((one for one in range(at + 1, n) if deps[one] == "head"), None)
            if following is not None and not _verb_between(tags, following, n):
                heads[at], deps[at] = noun, "cc"
        elif tag == "PUNCT" and lower[at] in {",", ";", ":", "-", "–"}:
            object_open = False
            prep = None
            if lower[at] == ";":
                subject, mark = None, None
    for at in pending:
        if verb is not None:
            heads[at], deps[at] = verb, "advmod"
    _last_adjectives(tags, heads, deps)
    return tops


def _verb_ahead(tags: list[tuple[str, str]], at: int) -> bool:
    for one in range(at + 1, min(len(tags), at + 14)):
        if tags[one][0].startswith("VB") or tags[one][0] == "AUX":
            return True
        if tags[one][0] == "PUNCT":
            return False
    return False


def _verb_between(tags: list[tuple[str, str]], at: int, n: int) -> bool:
    return at + 1 < n and (tags[at + 1][0].startswith("VB") or tags[at + 1][0] in {"AUX", "MD"})


def _top(heads: list[int], verb: int) -> int:
    """The verb that a verb hangs on in the end."""
    for _ in range(24):
        if heads[verb] == verb:
            break
        verb = heads[verb]
    return verb


def _verb_found(  # noqa: PLR0917 - one case after another reads best
    lower: list[str],
    tags: list[tuple[str, str]],
    heads: list[int],
    deps: list[str],
    at: int,
    verb: int | None,
    subject: int | None,
    mark: int | None,
    pending: list[int],
    tops: list[int],
    noun: int | None,
) -> tuple[int, int | None, int | None]:
    """Hang a verb on what is before it, and its subject, auxiliaries and mark on the verb."""
    passive = any(tags[one][1] == "be" for one in pending) and tags[at][0] in {"VBN", "VBD"}
    participle = tags[at][0] in {"VBN", "VBG"} and not pending
    infinitive = any(tags[one][0] == "TO" for one in pending)
    for one in pending:
        heads[one] = at
        tag = tags[one][0]
        deps[one] = (
            "auxpass"
            if tags[one][1] == "be" and passive
            else "aux"
            if tag in {"AUX", "MD", "TO"}
            else "neg"
            if tags[one][1] == "not"
            else "advmod"
        )
    if verb is None:
        tops.append(at)
    elif participle and tags[at][0] == "VBN" and noun == at - 1:
        heads[at], deps[at] = noun, "acl"
        return at, None, None
    elif participle or infinitive:
        heads[at], deps[at] = verb, "advcl" if tags[at][0] == "VBG" else "xcomp"
        if tags[at][0] == "VBG" and lower[at - 1] in {"of", "for", "from"}:
            deps[at] = "pcomp"
            heads[at] = at - 1
        return at, None, None
    elif mark is not None:
        heads[at] = verb
        deps[at] = "ccomp" if lower[mark] in {"that", "whether"} else "advcl"
        heads[mark], deps[mark] = at, "mark"
    elif tags[verb][1] in set(_SAYS.values()) and tags[at][1] not in set(_SAYS.values()):
        heads[at], deps[at] = verb, "ccomp"
    elif tags[at][1] in set(_SAYS.values()) and subject is not None and verb < subject:
        # "Twelve were killed, the mayor said": what stands before is what is said
        top = _top(heads, verb)
        heads[top], deps[top] = at, "ccomp"
        if top in tops:
            tops[tops.index(top)] = at
        else:
            tops.append(at)
    else:
        heads[at], deps[at] = verb, "conj"
    if subject is not None and subject < at:
        heads[subject] = at
        deps[subject] = "nsubjpass" if passive else "nsubj"
    return at, None, None


def _last_adjectives(tags: list[tuple[str, str]], heads: list[int], deps: list[str]) -> None:
    """ "Twelve dead", "were missing"."""
    for at, (tag, _) in enumerate(tags):
        if tag != "JJ" or heads[at] != at:
            continue
        if at and tags[at - 1][0] == "CD":
            if deps[at - 1] == "head":
                heads[at - 1], deps[at - 1] = at, "nummod"
            deps[at] = "head"
