"""What might be an attribution: every predicate, noun or sign that may have a source and a content, by the grammar.

Nothing is decided here. Each verb is taken with what hangs on it, whatever it means; `weighing` says which of them are
attributions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from vigil.model.claim import Span
from vigil.testimony.attribution.certainty import hedge
from vigil.testimony.attribution.nouns import SAYING_OF
from vigil.testimony.attribution.speakers import MOST_STEPS, SAID, Stretch, lends, noun_phrase, speaker, trimmed
from vigil.testimony.attribution.tree import Tree
from vigil.testimony.attribution.verbs import CARRYING, HOLDING, OF
from vigil.testimony.attribution.wordlist import words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A predicate with a possible source and content.

    Attributes:
        head: The token that would make it a saying.
        cue: With auxiliaries, verbs that lead to it, and particles.
        source: None where the grammar names none.
        content: In order; none where only a quotation beside it can be what is said.
        form: How the content hangs on the head: clause, around, infinitive, object, passive, noun, sign, relative,
        quote.
        subject: The head word of the source.
        governor: The verb that leads to it ("refused to say"), or the noun's verb.
    """

    head: int
    cue: Stretch
    source: Stretch | None
    content: tuple[Stretch, ...]
    form: str
    subject: int | None = None
    governor: int | None = None


_OBJECTS: Final = frozenset({"dobj", "oprd", "prep", "xcomp", "acomp", "attr", "dative", "pcomp", "ccomp"})
_ABOUT: Final = frozenset(
    {"of", "about", "for", "on", "against", "to", "in", "over", "toward", "towards", "with", "at"}
)
_QUOTES: Final = frozenset({'"', "“", "”", "''", "``", "«", "»", "‘"})
_APART: Final = frozenset({",", "-", "–", "—", "--", "(", '"', "”", "''", "’"})
_ASIDES: Final = frozenset({"relcl", "advcl", "acl", "appos", "dep", "parataxis"})
_PAUSES: Final = frozenset({",", "-", "–", "—", "--", ";", "("})
_FELT: Final = frozenset({"emote", "think", "know", "fear"})
_IN_WRITING: Final = frozenset({"in", "by", "per", "from"})
_SURVEYS: Final = frozenset(
    words("""
        poll survey study estimate report analysis projection account count tally assessment statement interview
        letter speech memo tweet testimony briefing book article op-ed essay column video message
    """)
)
_TIME: Final = frozenset({"DATE", "TIME"})
_RELATIVE: Final = frozenset({"who", "which", "that", "whom", "what"})


def candidates(tree: Tree) -> tuple[Candidate, ...]:
    """All candidates of a text, by the place of their heads."""
    found: list[Candidate] = []
    for index, token in enumerate(tree.parsed.tokens):
        if token.text.lower() == "according":
            one = _according(tree, index)
        elif token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass"):
            one = _of_verb(tree, index)
        elif token.pos == "NOUN":
            one = _of_noun(tree, index)
        elif token.dep == "prep" and token.text.lower() in _IN_WRITING:
            one = _in_writing(tree, index)
        elif token.pos == "ADV" and hedge(token.text.lower()) is not None:
            one = _adverb(tree, index)
        else:
            one = None
        if one is not None:
            found.append(one)
    return tuple(found)


def _of_verb(tree: Tree, verb: int) -> Candidate | None:
    tokens = tree.parsed.tokens
    children = tree.children[verb]
    governor = _governor(tree, verb)
    if any(tokens[child].dep == "xcomp" and _leads(tree, verb, child, CARRYING) for child in children):
        return None  # the verb it leads to stands for both
    passive = _is_passive(tree, verb)
    subject, source = speaker(tree, verb, passive=passive)
    cue = _cue(tree, verb, governor if governor is not None and tree.lemma(governor) in CARRYING else None)
    clauses = [child for child in children if tokens[child].dep == "ccomp" and not _parenthesis(tree, verb, child)]
    if clauses:
        if any(child > verb for child in clauses):  # what stands before it is another's, or no clause of it
            clauses = [c for c in clauses if c > verb or tokens[tree.first[c]].text in _QUOTES]
        content: list[Stretch | None] = [_clause(tree, verb, child) for child in clauses]
        return _made(verb, cue, source, content, "clause", subject=subject, governor=governor)
    around = _around(tree, verb)
    if around is not None:
        return _made(verb, cue, source, around, "around", subject=subject, governor=governor)
    if passive:
        content, form = _of_passive(tree, verb, cue, subject, governor), "passive"
    else:
        content, form = _of_active(tree, verb, cue)
    if subject is None and not passive and tree.lemma(verb) in ("seem", "appear", "look"):
        content = [_all_of(tree, tree.child(verb, "nsubj")), *content]
    if not any(content):
        return Candidate(verb, cue, source, (), "quote", subject, governor)
    return _made(verb, cue, source, content, form, subject=subject, governor=governor)


def _of_active(tree: Tree, verb: int, cue: Stretch) -> tuple[list[Stretch | None], str]:
    """What a verb without a clause says, and its form."""
    tokens = tree.parsed.tokens
    own = tree.labelled[verb]
    asked = [c for c in tree.children[verb] if c < verb and tokens[c].dep == "dobj" and tokens[c].tag in ("WP", "WDT")]
    content: list[Stretch | None] = [Stretch(c, c) for c in asked[:1]] or _right(tree, verb, cue)
    form = "relative" if asked else "infinitive" if "xcomp" in own else "object"
    if tokens[verb].dep == "relcl":
        thing = [c for c in tree.children[verb] if tokens[c].dep in ("dobj", "pobj") and tree.word(c) in _RELATIVE]
        if thing or (form == "object" and "dobj" not in own):
            head = tokens[verb].head
            before = trimmed(tree, tree.first[head], max(tree.first[head], tree.first[verb] - 1))
            return [before, *content], "relative"
    return content, form


def _of_passive(tree: Tree, verb: int, cue: Stretch, agent: int | None, governor: int | None) -> list[Stretch | None]:
    """What is said of somebody, with the one it is said of."""
    patient = tree.child(verb, "nsubjpass", "csubjpass")
    if patient is None and governor is not None:
        patient = tree.child(governor, "nsubjpass", "nsubj")
    charge = None if agent is None else _charge(tree, agent)
    return [_all_of(tree, patient), *_right(tree, verb, cue), charge]


def _all_of(tree: Tree, token: int | None) -> Stretch | None:
    """A word with all that hangs on it."""
    return None if token is None else trimmed(tree, tree.first[token], tree.last[token])


def _is_passive(tree: Tree, verb: int) -> bool:
    """Whether somebody else says it: "was told", "asked about it, he". "Were angered that" tells what they hold."""
    token = tree.parsed.tokens[verb]
    own = tree.labelled[verb]
    if "nsubjpass" in own and "ccomp" in own and "agent" not in own:
        return not OF.get(token.lemma.lower(), frozenset()) & _FELT
    if own.keys() & {"nsubjpass", "auxpass", "csubjpass", "agent"}:
        return True
    return token.tag == "VBN" and token.dep in ("advcl", "acl", "relcl") and not own.keys() & {"aux", "nsubj"}


def _charge(tree: Tree, agent: int) -> Stretch | None:
    """What the grammar hangs on an agent and is said by them: "was accused by residents of shelling"."""
    for child in tree.children[agent]:
        if tree.parsed.tokens[child].dep == "prep" and "pcomp" in tree.labelled[child]:
            return trimmed(tree, tree.first[child], tree.last[child])
    return None


def _clause(tree: Tree, verb: int, clause: int) -> Stretch | None:
    """The words of a clause that hangs on a verb of saying, without those that belong to the saying itself."""
    tokens = tree.parsed.tokens
    first, last = tree.first[clause], tree.last[clause]
    if first < verb < clause:
        first = verb + 1
    if tokens[first].dep == "mark" and tree.word(first) == "that":
        first += 1  # it leads to what is said
    elif clause < verb < last and tokens[clause].tag != "":
        last = last if any(token.text in _QUOTES for token in tokens[verb : min(last, verb + 12)]) else verb - 1
        if last > verb:
            return trimmed(tree, first, last)
    for child in _borrowed(tree, verb, clause):
        last = min(last, tree.first[child] - 1)
        while last > first and tokens[last].dep in ("cc", "punct") and tokens[last].text not in _QUOTES:
            last -= 1
    return trimmed(tree, first, last)


def _borrowed(tree: Tree, verb: int, clause: int) -> list[int]:
    """Verbs the grammar hangs on a clause though its speaker says them: "said it was over, adding", "and warned"."""
    tokens = tree.parsed.tokens
    found = []
    at: int | None = clause
    for _ in range(MOST_STEPS):
        if at is None:
            break
        deeper = None
        for child in tree.children[at]:
            token = tokens[child]
            if child <= max(verb, at):
                continue
            if lends(tree, child) or (
                token.dep == "conj"
                and token.tag == tokens[verb].tag
                and token.tag in ("VBD", "VBZ")
                and tokens[at].tag != token.tag
                and bool(OF.get(token.lemma.lower(), frozenset()) & SAID)
                and tree.child(child, "nsubj", "nsubjpass") is None
            ):
                found.append(child)
            elif token.dep in ("ccomp", "xcomp", "conj", "advcl"):
                deeper = child
        at = deeper
    return found


def _made(
    head: int,
    cue: Stretch,
    source: Stretch | None,
    content: Iterable[Stretch | None],
    form: str,
    *,
    subject: int | None = None,
    governor: int | None = None,
) -> Candidate | None:
    kept = tuple(sorted({stretch for stretch in content if stretch is not None}))
    return Candidate(head, cue, source, kept, form, subject, governor) if kept else None


def _leads(tree: Tree, verb: int, child: int, verbs: frozenset[str]) -> bool:
    """Whether a verb only leads to the infinitive or participle that hangs on it."""
    tokens = tree.parsed.tokens
    return (
        tokens[verb].lemma.lower() in verbs
        and tokens[child].pos == "VERB"
        and child > verb
        and (
            not any(tokens[other].dep in ("dobj", "nsubj") and other > verb for other in tree.children[verb])
            and not any(tokens[other].dep in ("nsubj", "mark") for other in tree.children[child])
        )
    )


def _governor(tree: Tree, verb: int) -> int | None:
    """The first of the verbs that lead to this one."""
    tokens = tree.parsed.tokens
    found = None
    for _ in range(MOST_STEPS):
        head = tokens[verb].head
        if tokens[verb].dep != "xcomp" or not _leads(tree, head, verb, CARRYING | HOLDING):
            break
        found = verb = head
    return found


def _cue(tree: Tree, verb: int, governor: int | None) -> Stretch:
    """The verb with what leads to it and its particle."""
    tokens = tree.parsed.tokens
    first = last = verb
    for child in tree.children[verb]:
        if tokens[child].dep in ("aux", "auxpass", "neg") and verb - child <= 3:
            first = min(first, child)
        elif tokens[child].dep == "prt" and child - verb <= 2:
            last = max(last, child)
    if governor is not None and verb - governor <= 6:
        first = min(first, governor)
    return Stretch(first, last)


def _parenthesis(tree: Tree, verb: int, clause: int) -> bool:
    """Whether what hangs on the verb as its clause is a comment on it: "he is, I think, right"."""
    return tree.first[clause] == tree.last[clause] and clause < verb


def _around(tree: Tree, verb: int) -> list[Stretch | None] | None:
    """What a verb in parenthesis is said of: "12, he said, were hurt"; "as he put it"."""
    tokens = tree.parsed.tokens
    token = tokens[verb]
    first, last = tree.first[verb], tree.last[verb]
    if token.head == verb or token.dep not in ("parataxis", "ccomp", "advcl", "dep", "prep"):
        return None
    head = token.head
    marks = [tokens[c].text.lower() for c in tree.children[verb] if tokens[c].dep in ("mark", "advmod", "prep")]
    if token.dep in ("advcl", "prep"):
        if "as" not in marks or any(tokens[c].dep in ("dobj", "ccomp", "xcomp") for c in tree.children[verb]):
            return None
    elif (
        last - first > 14
        or marks[:1] == ["that"]
        or any(tokens[c].dep in ("dobj", "ccomp", "xcomp", "acomp", "attr") and c > verb for c in tree.children[verb])
    ):
        return None
    if token.dep == "ccomp" and first > head and tokens[first - 1].text not in _APART:
        return None
    outer = head
    left = trimmed(tree, tree.first[outer], first - 1) if tree.first[outer] < first else None
    right = trimmed(tree, last + 1, tree.last[outer]) if tree.last[outer] > last else None
    if token.dep == "ccomp" and tokens[head].pos not in ("VERB", "AUX"):
        return None
    return [left, right] if left or right else None


def _right(tree: Tree, verb: int, cue: Stretch) -> list[Stretch | None]:
    """What a verb says or judges, where it has no clause: its object, with what is said of it."""
    tokens = tree.parsed.tokens
    parts: list[int] = []
    for child in tree.children[verb]:
        token = tokens[child]
        if child < verb or child <= cue.last or token.dep not in _OBJECTS:
            continue
        if token.dep == "prep":
            inner = tree.child(child, "pobj")
            if inner is not None and tokens[inner].entity in _TIME:
                continue
            if token.text.lower() in ("during", "after", "before", "since", "until", "at", "when"):
                continue
        if token.dep == "dative" and any(tokens[c].dep == "dobj" for c in tree.children[verb]):
            continue
        parts.append(child)
    if not parts:
        return []
    first, last = min(tree.first[p] for p in parts), max(tree.last[p] for p in parts)
    return [trimmed(tree, max(first, verb + 1), _before_asides(tree, parts, last))]


def _before_asides(tree: Tree, parts: list[int], last: int) -> int:
    """The last token before what is only added to an object: ", which", ", as he", " - a"."""
    tokens = tree.parsed.tokens
    level = parts
    for _ in range(3):
        below: list[int] = []
        for part in level:
            for child in tree.children[part]:
                before = tree.first[child] - 1
                if child < part or before <= part or before >= last:
                    continue
                if tokens[child].dep in _ASIDES and tokens[before].text in _PAUSES:
                    last = min(last, before - 1)
                elif tokens[child].dep == "advcl" and tree.word(tree.first[child]) in ("as", "while", "when", "after"):
                    last = min(last, before)
                else:
                    below.append(child)
        level = below
    return last


def _according(tree: Tree, index: int) -> Candidate | None:
    """According to somebody: all of the clause it stands in."""
    tokens = tree.parsed.tokens
    to = next((c for c in tree.children[index] if c > index and tokens[c].text.lower() == "to"), None)
    last = index
    named = None
    if to is not None:
        named, last = tree.child(to, "pobj", "pcomp"), to
    elif index + 1 < len(tokens) and tokens[index + 1].text.lower() == "to":
        named, last = tree.child(index + 1, "pobj"), index + 1
    if named is None:
        named = tree.child(index, "pobj")
    if named is None:
        return None
    first_own, last_own = min(tree.first[index], index), max(tree.last[index], tree.last[named])
    head = tokens[index].head
    for _ in range(MOST_STEPS):
        if (tokens[head].pos in ("VERB", "AUX") and tokens[head].dep != "relcl") or tokens[head].head == head:
            break
        head = tokens[head].head
    left = trimmed(tree, tree.first[head], first_own - 1) if tree.first[head] < first_own else None
    right = trimmed(tree, last_own + 1, tree.last[head]) if tree.last[head] > last_own else None
    source = noun_phrase(tree, named)
    return _made(index, Stretch(index, last), source, [left, right], "according", subject=named)


def _of_noun(tree: Tree, noun: int) -> Candidate | None:
    """A noun that names a saying, with what is said: "the claim that", "plans to", "criticism of"."""
    tokens = tree.parsed.tokens
    listed = tree.lemma(noun) in SAYING_OF
    content: list[Stretch | None] = []
    subject = tree.child(noun, "poss")
    for child in tree.children[noun]:
        token = tokens[child]
        if child < noun:
            continue
        if token.dep in ("acl", "ccomp", "relcl") and _says_what(tree, child, listed=listed):
            content.append(trimmed(tree, tree.first[child], tree.last[child]))
        elif listed and token.dep == "prep" and token.text.lower() in _ABOUT:
            content.append(trimmed(tree, min(child + 1, tree.last[child]), tree.last[child]))
        elif token.dep == "prep" and token.text.lower() in ("by", "from", "among") and subject is None:
            subject = tree.child(child, "pobj")
    if not any(content):
        return None
    governor = tokens[noun].head if tokens[noun].dep in ("dobj", "nsubj", "attr", "pobj") else None
    if subject is None:
        subject = next((c for c in tree.children[noun] if tokens[c].dep == "compound" and tokens[c].entity), None)
    if subject is None and governor is not None and tokens[noun].dep in ("dobj", "attr"):
        subject = tree.child(governor, "nsubj")
    if subject is not None and tokens[subject].tag == "EX":
        subject = None
    source = None if subject is None else noun_phrase(tree, subject)
    return _made(noun, Stretch(noun, noun), source, content, "noun", subject=subject, governor=governor)


def _says_what(tree: Tree, clause: int, *, listed: bool) -> bool:
    """Whether a clause on a noun tells what is said ("the claim that he fled"), not which one ("the claim he made")."""
    tokens = tree.parsed.tokens
    if listed and tokens[clause].dep == "ccomp":
        return True
    if listed and tokens[clause].dep == "acl" and tokens[clause].tag != "VBN":
        return True
    return any(tokens[c].dep == "mark" and tokens[c].text.lower() == "that" for c in tree.children[clause])


def _in_writing(tree: Tree, preposition: int) -> Candidate | None:
    """In a poll, by one estimate: all of the clause it stands before or after."""
    tokens = tree.parsed.tokens
    named = tree.child(preposition, "pobj")
    head = tokens[preposition].head
    if named is None or tree.lemma(named) not in _SURVEYS or tokens[head].pos not in ("VERB", "AUX"):
        return None
    first, last = tree.first[preposition], tree.last[preposition]
    left = trimmed(tree, tree.first[head], first - 1) if tree.first[head] < first else None
    right = trimmed(tree, last + 1, tree.last[head]) if tree.last[head] > last else None
    cue = Stretch(preposition, preposition)
    return _made(preposition, cue, noun_phrase(tree, named), [left, right], "writing", subject=named, governor=head)


def _adverb(tree: Tree, adverb: int) -> Candidate | None:
    """Reportedly, allegedly: nobody is named, and all of the clause is said."""
    head = tree.parsed.tokens[adverb].head
    if head == adverb:
        return None
    left = trimmed(tree, tree.first[head], adverb - 1) if tree.first[head] < adverb else None
    right = trimmed(tree, adverb + 1, tree.last[head]) if tree.last[head] > adverb else None
    return _made(adverb, Stretch(adverb, adverb), None, [left, right], "adverb")


def characters(tree: Tree, stretch: Stretch) -> Span:
    """A stretch of tokens in characters of the text."""
    return tree.parsed.span(stretch.first, stretch.last + 1)
