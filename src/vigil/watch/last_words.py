"""Last words: the last posts before a silence, read for danger.

It reads farewell, immediate threat to life, capture, injury, calls for help and the giving up of hope, in English and
Arabic, by rules that are named and listed in docs/last-words.md. What it finds ranks the board among the dark. It never
decides a verdict, and finding nothing says nothing: people in danger write of bread and of the weather.

Precision is looked after in layers, each its own small step below: the phrase must speak of the writer; what stands
around it must not deny it, report it, quote it, remember it or joke; and its grade depends on what else the post says.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache, lru_cache
from itertools import islice

from vigil.model.observation import Kind
from vigil.model.verdict import Danger, Grade, LastWord
from vigil.watch.lexicon.arabic import ARABIC
from vigil.watch.lexicon.english import ENGLISH
from vigil.watch.lexicon.phrases import Anchor, Phrase, compile_any, compile_phrase
from vigil.watch.lexicon.rule import Language, Rule
from vigil.watch.lexicon.words import Words, fold, original_span, words

LAST_WORDS_WITHIN = timedelta(hours=48)
"""How long before the last sign of life a post still counts as last words: two nights, so that a goodbye written
before a day without power or network is still read."""

LAST_WORDS_AT_MOST = 20
"""How many posts are read, newest first: under fire people post in bursts, and the newest say most."""

MATCHES_A_PHRASE = 5
"""So many matches of one phrase in one post are looked at: saying it more often says nothing more, and a post that
repeats one cry for pages must not hold up the board."""

RULES_VERSION = "last-words-2"
"""Stored with a finding; raised whenever a rule changes what would be found."""

LANGUAGES: tuple[Language, ...] = (ENGLISH, ARABIC)

_GRAVITY = {Grade.CRITICAL: 0, Grade.SERIOUS: 1, Grade.CONCERN: 2}
_LOWER = {Grade.CRITICAL: Grade.SERIOUS, Grade.SERIOUS: Grade.CONCERN, Grade.CONCERN: None}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """One post as it is read for danger."""

    post: str  # the platform's id of the post, or our row's where it has none
    published_at: datetime
    text: str
    held: bool = False  # its author deleted it
    kind: Kind = Kind.POST  # reposts are other people's words and are not read


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What one rule found in one text."""

    rule: Rule
    grade: Grade
    span: tuple[int, int]  # [begin, end) in code points of the text


def last_words(posts: Sequence[KeptText], *, last_sign_at: datetime | None = None) -> tuple[LastWord, ...]:
    """The danger the last posts speak of: gravest first, then newest first, then as they stand in the post.

    Args:
        posts: An account's posts, in any order.
        last_sign_at: The last sign of life; None takes the newest post for it. Posts after it are not read, nor those
            more than `LAST_WORDS_WITHIN` before it, nor more than the `LAST_WORDS_AT_MOST` newest.
    Returns:
        Every hit. Where the author deleted the post: grade, rule and span, never the words.
    """
    found = [
        LastWord(
            post=post.post,
            published_at=post.published_at,
            danger=hit.rule.danger,
            grade=hit.grade,
            rule=hit.rule.name,
            span=hit.span,
            held=post.held,
            text=None if post.held else post.text[slice(*hit.span)],
        )
        for post in _recent(posts, last_sign_at)
        for hit in read(post.text)
    ]
    return tuple(sorted(found, key=lambda word: _GRAVITY[word.grade]))


def read(text: str) -> tuple[Hit, ...]:
    """Every rule's hits in one text, in the order they stand there. A text that hands on another's words has none."""
    if _HANDED_ON.match(text):
        return ()
    plain = fold(text)
    hits = [hit for reader in _readers() for hit in reader.read(text, plain)]
    return tuple(sorted(_without_overlaps(hits), key=lambda hit: hit.span))


def gravity(grade: Grade) -> int:
    """A rank for sorting, 0 the gravest."""
    return _GRAVITY[grade]


def rules() -> tuple[Rule, ...]:
    """Every rule of every language, as listed in docs/last-words.md."""
    return tuple(rule for language in LANGUAGES for rule in language.rules)


# RT @someone: ..., MT @someone, "@someone: ..." as people handed posts on by hand.
_HANDED_ON = re.compile(r"\W*(?:(?:RT|MT)\b|[\"“]?@\w+\s*:)", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r" [.!?;\n](?= )")
_CLAUSE_AT_MOST = 300  # characters looked back over for a denial
_QUOTED = re.compile(r'"[^"]*"')


def _recent(posts: Sequence[KeptText], last_sign_at: datetime | None) -> list[KeptText]:
    if not posts:
        return []
    end = max(post.published_at for post in posts) if last_sign_at is None else last_sign_at
    within = [post for post in posts if end - LAST_WORDS_WITHIN <= post.published_at <= end]
    newest_first = sorted(within, key=lambda post: post.published_at, reverse=True)
    return [post for post in newest_first[:LAST_WORDS_AT_MOST] if post.kind is not Kind.REPOST]


def _without_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    """Of hits of one danger that overlap, the gravest, then the longest; the others say nothing new."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (_GRAVITY[hit.grade], hit.span[0] - hit.span[1], hit.span, hit.rule.name)):
        if not any(_repeats(hit, other) for other in kept):
            kept.append(hit)
    return kept


def _repeats(hit: Hit, other: Hit) -> bool:
    overlap = hit.span[0] < other.span[1] and other.span[0] < hit.span[1]
    return hit.rule.danger is other.rule.danger and overlap


@cache
def _readers() -> tuple["_Reader", ...]:
    """Compiled once, on the first text read: importing this module costs nothing."""
    return tuple(_Reader(language) for language in LANGUAGES)


@dataclass(frozen=True, slots=True)
class _Compiled:
    rule: Rule
    phrase: Phrase


class _Reader:
    """One language's rules, compiled, with the phrases to try by a word they cannot do without."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._script = re.compile(language.script)
        self._expansions = {fold(short): fold(full) for short, full in language.expansions.items()}
        self._breakers = {fold(word) for word in language.breakers}
        self._by_word: dict[str, list[_Compiled]] = {}
        self._by_prefix: dict[str, list[_Compiled]] = {}
        for rule in language.rules:
            for source in rule.phrases:
                phrase = compile_phrase(source, classes=language.classes, common=language.common)
                for anchor in phrase.anchors:
                    self._shelf(anchor).append(_Compiled(rule, phrase))
        self._phrases_of = lru_cache(maxsize=65_536)(self._phrases_with)  # posts say the same words over and over
        self._prefix_lengths = sorted({len(prefix) for prefix in self._by_prefix})
        self._negations = self._any(language.negations, ending=" $")
        self._negations_through = self._any(language.negations_through, ending=" $")
        self._reports = self._any(language.reports, ending=" $")
        self._speech = self._any(language.speech)
        self._war = self._any(language.war, clitics=True)
        self._dire = self._any(language.dire, clitics=True)
        self._urgent = self._any(language.urgent)
        self._everyday = self._any(language.everyday, clitics=True)
        self._laughter = self._any(language.laughter)
        self._past = self._any(language.past)
        self._guard = cache(lambda guard: self._any((guard,), clitics=True))  # compiled when first asked for

    def read(self, text: str, plain: str) -> list[Hit]:
        """The hits in a text, given also as folded."""
        if not self._script.search(plain):
            return []
        post = words(plain, expansions=self._expansions)
        found = [
            (compiled, match.span())
            for compiled in self._worth_trying(post)
            for match in islice(compiled.phrase.pattern.finditer(post.line), MATCHES_A_PHRASE)
        ]
        return self._hits(found, text, post) if found else []

    def _hits(self, found: Sequence[tuple[_Compiled, tuple[int, int]]], text: str, post: Words) -> list[Hit]:
        company = self._company(post.line)
        if company.past:
            return []
        meant: list[tuple[Rule, int, int]] = []
        for compiled, (start, end) in found:
            begin = start + 2 * post.line.startswith(" ,", start)  # a comma before the first word is not part of it
            if not self._meant_otherwise(compiled, company, begin, end):
                meant.append((compiled.rule, begin, end))
        grave = [(begin, end) for rule, begin, end in meant if rule.alone in {Grade.CRITICAL, Grade.SERIOUS}]
        graded = [(_grade(rule, company, grave, begin, end), rule, begin, end) for rule, begin, end in meant]
        return [
            Hit(rule=rule, grade=grade, span=_place(text, post, begin, end))
            for grade, rule, begin, end in graded
            if grade is not None
        ]

    def _company(self, line: str) -> "_Company":
        return _Company(
            line=line,
            war=tuple(match.span() for match in self._war.finditer(line)),
            dire=tuple(match.span() for match in self._dire.finditer(line)),
            urgent=self._urgent.search(line) is not None,
            everyday=self._everyday.search(line) is not None,
            laughter=self._laughter.search(line) is not None,
            past=self._past.search(line) is not None,
        )

    def _any(self, sources: Sequence[str], *, clitics: bool = False, ending: str = "") -> re.Pattern[str]:
        return compile_any(sources, classes=self._language.classes, clitics=clitics, ending=ending)

    def _shelf(self, anchor: Anchor) -> list[_Compiled]:
        return (self._by_prefix if anchor.is_prefix else self._by_word).setdefault(anchor.word, [])

    def _worth_trying(self, post: Words) -> list[_Compiled]:
        tried = {id(each.phrase): each for word in set(post.line.split(" ")) for each in self._phrases_of(word)}
        return list(tried.values())

    def _phrases_with(self, word: str) -> tuple[_Compiled, ...]:
        """The phrases that need this word, or one it is a form of."""
        found: list[_Compiled] = []
        for form in self._forms(word):
            found += self._by_word.get(form, ())
            for length in self._prefix_lengths:
                if length <= len(form):
                    found += self._by_prefix.get(form[:length], ())
        return tuple(found)

    def _forms(self, word: str) -> Iterator[str]:
        """The word, and what it may be behind clitics."""
        yield word
        for cut in range(1, 5):
            if len(word) - cut < 2 or word[cut - 1] not in self._language.clitics:
                return
            yield word[cut:]

    def _meant_otherwise(self, compiled: _Compiled, company: "_Company", begin: int, end: int) -> bool:
        return (
            (company.everyday and not company.war_beside(begin, end))
            or self._denied_or_reported(compiled.rule, company.line, begin)
            or any(self._said(guard, company) for guard in compiled.rule.unless)
            or self._quoted(company.line, begin, end)
        )

    def _said(self, guard: str, company: "_Company") -> bool:
        """Whether a post says what a rule lists as meaning otherwise: looked for once, for all rules that list it."""
        if guard not in company.guards:
            company.guards[guard] = self._guard(guard).search(company.line) is not None
        return company.guards[guard]

    def _denied_or_reported(self, rule: Rule, line: str, begin: int) -> bool:
        before = line[max(0, begin - _CLAUSE_AT_MOST) : begin + 1]
        clause = before[max((match.end() for match in _CLAUSE_ENDS.finditer(before)), default=0) :]
        if self._reports.search(clause):
            return True
        if not rule.negatable:
            return False
        return bool(self._negations_through.search(clause) or self._negations.search(self._since_breaker(clause)))

    def _since_breaker(self, clause: str) -> str:
        said = clause.split()
        last = max((at for at, word in enumerate(said) if word in self._breakers), default=-1)
        return f" {' '.join(said[last + 1 :])} "

    def _quoted(self, line: str, begin: int, end: int) -> bool:
        """In quotation marks, with somebody speaking outside of them."""
        return any(
            quote.start() < begin + 1
            and end < quote.end()
            and self._speech.search(f"{line[: quote.start()]} {line[quote.end() :]}") is not None
            for quote in _QUOTED.finditer(line)
        )


@dataclass(frozen=True, slots=True)
class _Company:
    """What a post says beside its hits, found once for all of them."""

    line: str
    war: tuple[tuple[int, int], ...]
    dire: tuple[tuple[int, int], ...]
    urgent: bool
    everyday: bool
    laughter: bool
    past: bool
    guards: dict[str, bool] = field(default_factory=dict)

    def war_beside(self, begin: int, end: int) -> bool:
        """Whether war is spoken of outside of a hit: a hit is no company to itself."""
        return _beside(self.war, begin, end)


def _beside(spans: Sequence[tuple[int, int]], begin: int, end: int) -> bool:
    return any(until <= begin or since >= end for since, until in spans)


def _grade(rule: Rule, company: _Company, grave: Sequence[tuple[int, int]], begin: int, end: int) -> Grade | None:
    """The grade of a hit beside the post's company and its other hits that are grave alone, or None."""
    war = company.war_beside(begin, end)
    dire = war or _beside(company.dire, begin, end) or _beside(grave, begin, end)
    applying = (rule.alone, rule.near_war if dire else None, rule.urgent if company.urgent else None)
    grade = min((each for each in applying if each is not None), key=gravity, default=None)
    if grade is not None and company.laughter:
        return _LOWER[grade] if war else None
    return grade


def _place(text: str, post: Words, begin: int, end: int) -> tuple[int, int]:
    """Where a match in `post.line` stands in the text."""
    within = [at for at, start in enumerate(post.starts) if begin < start < end and post.line[start] != ","]
    return original_span(text, post.folded[within[0]][0], post.folded[within[-1]][1])


def strongest(hits: Sequence[Hit], danger: Danger) -> Grade | None:
    """The gravest grade of one danger among hits, or None where there is none."""
    return min((hit.grade for hit in hits if hit.rule.danger is danger), key=gravity, default=None)


def rule_table() -> str:
    """Every rule with its danger, grades and an example, as a Markdown table."""
    head = "| rule | danger | alone | beside war | urgent | example, made up |\n|---|---|---|---|---|---|\n"
    return head + "".join(
        f"| `{rule.name}` | {rule.danger.value.replace('_', ' ')} | {_said(rule.alone)} | {_said(rule.near_war)} "
        f"| {_said(rule.urgent)} | {rule.example} |\n"
        for rule in rules()
    )


def _said(grade: Grade | None) -> str:
    return "no hit" if grade is None else grade.value
