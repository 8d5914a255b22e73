"""Incidents and actors on a terminal: a range and never a bare number, who says so, what speaks against it.

Nothing here calls a claim more than a claim. What came from outside can neither drive the terminal nor turn a row.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.text import Text

from vigil.incidents.actors import ActorRecord, Blamed
from vigil.model.claim import AUTHOR, UNNAMED, EventType, Exactness, Link
from vigil.model.counted import counted
from vigil.model.figure_words import figure_words
from vigil.model.incident import (
    AddsNothing,
    Bound,
    ClaimId,
    CountRange,
    Grade,
    Incident,
    Judgement,
    JudgementKind,
    SourceRecord,
)
from vigil.model.instants import to_the_second
from vigil.publish.claims_terminal import claim_words, keepers_words
from vigil.publish.terminal_lines import TerminalLines
from vigil.usecases.testimony.weigh_case import WeighedCase

_WIDEST = 120
_INDENT, _LABEL_W = 2, 12
_ID_LETTERS = 10
"""So many characters of an id are shown; as many are enough to name it by."""

_ABOUT = Exactness.ABOUT
_OR_MORE = frozenset({Exactness.AT_LEAST, Exactness.MORE_THAN})

_GRADE_STYLES = {Grade.CONFIRMED: "bold red", Grade.FAIR: "bold", Grade.CONTESTED: "bold yellow"}


def print_incidents(weighed: WeighedCase, case: str, console: Console) -> None:
    """Every incident of a case, a few lines each, in order of time."""
    _print(_Incidents(weighed, console).overview(case), console)


def print_incident(weighed: WeighedCase, incident: Incident, console: Console) -> None:
    """One incident with everything it rests on."""
    _print(_Incidents(weighed, console).whole(incident), console)


def print_actors(actors: Iterable[ActorRecord], console: Console, *, whole: bool) -> None:
    """Actors, a line each, or each with the incidents they are made responsible for."""
    lay = TerminalLines(console, widest=_WIDEST)
    _print(_actors(actors, lay, whole=whole), console)


def range_words(counted_range: CountRange | None) -> str:
    """A range in words: `82`, `at least 82`, `12 to 15, best 14`, `number not stated`."""
    if counted_range is None:
        return "number not stated"
    low, best, high = (
        None if bound is None else bound.value for bound in (counted_range.low, counted_range.best, counted_range.high)
    )
    if low is None and high is None:
        return "number not stated" if best is None else f"{best:,}, bounds not stated"
    if high is None:
        words = f"at least {low:,}"
    elif low is None:
        words = f"up to {high:,}"
    else:
        words = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return words if best is None or best in {low, high} else f"{words}, best {best:,}"


def chain_words(chain: Iterable[Link]) -> str:
    """Who says so, outermost first: `the group > the UN (confirmed) > residents (reported)`."""
    return " > ".join(_link_words(link) for link in chain)


def _link_words(link: Link) -> str:
    speaker = {AUTHOR: "the author", UNNAMED: "not named"}.get(link.speaker, link.speaker)
    said = [link.certainty.value] if link.certainty.value != "asserted" else []
    said += ["quoted"] if link.direct else []
    return f"{speaker} ({', '.join(said)})" if said else speaker


def _print(lines: Iterable[Text], console: Console) -> None:
    for line in lines:
        console.print(line, no_wrap=True, overflow="ignore", crop=False, highlight=False, markup=False)


class _Incidents:
    def __init__(self, weighed: WeighedCase, console: Console) -> None:
        self._weighed = weighed
        self._lay = TerminalLines(console, widest=_WIDEST)

    def overview(self, case: str) -> Iterator[Text]:
        weighed = self._weighed
        yield Text(f"{self._lay.outside(case)}  as of {to_the_second(weighed.as_of)}", style="bold")
        yield from self._trust()
        for incident in sorted(weighed.incidents, key=_when):
            yield Text()
            yield from self._short(incident)

    def whole(self, incident: Incident) -> Iterator[Text]:
        yield from self._short(incident)
        yield from self._counts(incident)
        yield from self._sources(incident)
        yield from self._contradictions(incident)
        yield from self._drift(incident)
        yield from self._claims(incident)
        yield from self._judgements(incident)

    def _trust(self) -> Iterator[Text]:
        read, weighed = self._weighed.reading, self._weighed
        yield self._beneath(
            f"{counted(len(weighed.incidents), 'incident')} from {counted(len(weighed.stated), 'claim')} in "
            f"{counted(len(read.said), 'text')}, of {read.n_texts:,} read",
            "claims",
        )
        passed = []
        if read.n_held:
            passed.append(f"{read.n_held:,} held: their authors deleted them")
        if read.n_not_watched:
            passed.append(f"{read.n_not_watched:,} of those who asked not to be watched")
        if read.n_refused_lines:
            passed.append(f"{counted(read.n_refused_lines, 'line')} of kept files that could not be read as documents")
        if read.unreadable:
            passed.append(f"{len(read.unreadable):,} captures in which no text could be read")
        if passed:
            yield self._beneath("; ".join(passed), "not read")
        yield self._beneath(f"{weighed.reader}; figures by the codebook {weighed.codebook}", "read by")
        if weighed.idle:
            yield self._beneath(
                f"{counted(len(weighed.idle), 'judgement')} on claims that are not found any more: `vigil judge list`",
                "judged",
            )

    def _short(self, incident: Incident) -> Iterator[Text]:
        head = Text(f"{incident.id[:_ID_LETTERS]}  ", style="dim")
        head.append(f"{incident.occurred or 'date not stated'}  ", style="bold")
        head.append(f"{_event_words(incident.event)}  ")
        head.append(self._lay.outside(_place_words(incident)), style="bold")
        head.append(f"  {incident.grade.grade.value}", style=_GRADE_STYLES.get(incident.grade.grade, ""))
        if incident.accepted is not None:
            head.append("  accepted" if incident.accepted else "  REJECTED", style="bold")
        yield head
        counts = []
        if (
            incident.killed or incident.event is EventType.KILLING
        ):  # of the killed a page says also that none is counted
            counts.append(f"killed: {self._range_words(incident.killed)}")
        counts += [f"injured: {self._range_words(incident.injured)}"] if incident.injured else []
        if counts:
            yield self._beneath("; ".join(counts), "claimed")
        yield self._beneath(f"{incident.grade.why} ({incident.grade.rule})", "grade")
        yield self._beneath(self._origin_words(incident), "says so")
        for each in incident.contradictions:
            yield self._beneath(
                " / ".join(f"{voice.says}: {', '.join(voice.sources)}" for voice in each.voices), "against"
            )
        changed = [hop for hop in incident.hops if hop.flags]
        if changed:
            flags = sorted({flag.value.replace("_", " ") for hop in changed for flag in hop.flags})
            yield self._beneath(f"{', '.join(flags)} as it was repeated", "drift")

    def _origin_words(self, incident: Incident) -> str:
        if not incident.origins:
            return "nobody of their own"
        names = []
        doubting = {each.document for each in incident.unsupporting if each.why is AddsNothing.NOT_CLAIMED}
        for origin in incident.origins:
            doubts = len(doubting & set(origin.documents))
            repeats = len(origin.documents) - 1 - doubts
            extra = [f"party: {origin.side}"] if origin.side else []
            extra += [f"repeated by {counted(repeats, 'document')}"] if repeats > 0 else []
            extra += [f"quoted by {counted(doubts, 'document')} that could not verify it"] if doubts else []
            names.append(f"{origin.source} ({'; '.join(extra)})" if extra else origin.source)
        return f"{counted(len(incident.origins), 'independent source')}: {', '.join(names)}"

    def _counts(self, incident: Incident) -> Iterator[Text]:
        yield self._heading("How many, and by which rule")
        for name, found in (("killed", incident.killed), ("injured", incident.injured)):
            if found is None:
                continue
            for end, bound in (("low", found.low), ("best", found.best), ("high", found.high)):
                said = "not stated" if bound is None else f"{bound.value:,}: {bound.rule} [{self._ids(bound.claims)}]"
                yield self._beneath(f"{end}: {said}", name if end == "low" else "")
        for group in incident.groups:
            kind = group.kind.value.replace("_", " ")
            yield self._beneath(f"{kind} among them: {self._range_words(group.range)}", _event_words(group.event))
        for figure in incident.figures:
            told = figure_words(figure.low, figure.high, figure.exactness) or "in no number"
            side = f" (party: {figure.side})" if figure.side else ""
            yield self._beneath(
                f"{figure.source}{side}: {told}, {figure.certainty.value} [{self._ids(figure.claims)}]",
                _event_words(figure.event),
            )

    def _sources(self, incident: Incident) -> Iterator[Text]:
        yield self._heading("Who says so")
        for each in incident.admiralty:
            yield self._beneath(f"{each.source}: {each.why}", f"{each.reliability.value}{each.credibility.value}")
        for derived in incident.derivations:
            yield self._beneath(f"{derived.document} repeats {derived.parent}: {derived.why}", "repeats")
        for other in incident.unsupporting:
            yield self._beneath(f"{other.document}: {other.why.value.replace('_', ' ')}", "no support")

    def _contradictions(self, incident: Incident) -> Iterator[Text]:
        if incident.contradictions:
            yield self._heading("Against each other")
        for each in incident.contradictions:
            for voice in each.voices:
                sides = f" (party: {', '.join(voice.sides)})" if voice.sides else ""
                yield self._beneath(
                    f"{voice.says}: {', '.join(voice.sources)}{sides} [{self._ids(voice.claims)}]", each.about.value
                )

    def _drift(self, incident: Incident) -> Iterator[Text]:
        changed = [hop for hop in incident.hops if hop.flags]
        if changed:
            yield self._heading("What changed as it was repeated")
        for hop in changed:
            yield self._beneath(f"{hop.parent} > {hop.document}", "")
            for flag, why in zip(hop.flags, hop.why, strict=False):
                yield self._beneath(f"{flag.value.replace('_', ' ')}: {why}", "")

    def _claims(self, incident: Incident) -> Iterator[Text]:
        yield self._heading("Claims")
        for name, joined in zip(incident.claims, incident.joined, strict=True):
            stated = self._weighed.stated[name]
            claim, publication = stated.claim, stated.publication
            when = to_the_second(publication.published_at) if publication.published_at else "date not known"
            if publication.keepers_date is not None:
                when = keepers_words(publication.keepers_date)
            head = Text(f"{name[:_ID_LETTERS]}  ", style="dim").append(f"{when}  ")
            yield head.append(self._lay.outside(publication.source or "source not known"), style="bold")
            yield self._beneath(f"{claim_words(claim)}; {claim.certainty.value}: {chain_words(claim.chain)}", "says")
            if claim.sentence is not None and publication.text:
                yield self._beneath(f"“{publication.text[claim.sentence.begin : claim.sentence.end]}”", "words")
            yield self._beneath(f"{joined.why} ({joined.score:.2f})", "joined")

    def _judgements(self, incident: Incident) -> Iterator[Text]:
        made = [each for each in self._weighed.judgements if each.id in incident.judgements]
        if made:
            yield self._heading("Judged")
        for each in made:
            what = f"{each.kind.value}{f' {each.grade.value}' if each.grade else ''}"
            yield self._beneath(f"{what} by {each.by}, {to_the_second(each.at)}: {each.reason}", each.id[:_ID_LETTERS])

    def _range_words(self, found: CountRange | None) -> str:
        """The range, with what claims behind its ends say around their figures: no codebook takes that off the page."""
        words = range_words(found)
        if found is None:
            return words
        if _ABOUT in self._exactness(found.low) | self._exactness(found.high):
            words += ", or thereabouts"
        return f"{words}, or more" if self._exactness(found.high) & _OR_MORE else words

    def _exactness(self, bound: Bound | None) -> frozenset[Exactness]:
        claims = () if bound is None else bound.claims
        counts = [self._weighed.stated[claim].claim.count for claim in claims]
        return frozenset(count.exactness for count in counts if count is not None)

    def _ids(self, claims: Iterable[ClaimId]) -> str:
        return " ".join(claim[:_ID_LETTERS] for claim in claims)

    def _heading(self, words: str) -> Text:
        return Text("\n").append_text(self._lay.rule(Text(words, style="bold")))

    def _beneath(self, words: str, label: str) -> Text:
        return self._lay.paragraph(Text(self._lay.outside(words)), indent=_INDENT, label=label, label_width=_LABEL_W)


def print_judgements(judgements: Sequence[Judgement], console: Console) -> None:
    """Every judgement of a case in order, and whether it was withdrawn."""
    lay = TerminalLines(console, widest=_WIDEST)
    back = {each.withdraws for each in judgements if each.kind is JudgementKind.WITHDRAW}
    lines = []
    for each in judgements:
        what = f"{each.kind.value}{f' {each.grade.value}' if each.grade else ''}"
        what += f" {each.withdraws[:_ID_LETTERS]}" if each.withdraws else f" ({counted(len(each.claims), 'claim')})"
        became = "  WITHDRAWN" if each.id in back else ""
        lines.append(Text(f"{each.id[:_ID_LETTERS]}  {to_the_second(each.at)}  {what}{became}"))
        lines.append(lay.paragraph(Text(lay.outside(f"{each.by}: {each.reason}")), indent=_INDENT))
    _print(lines, console)


def print_sources(records: Sequence[SourceRecord], console: Console) -> None:
    """What was entered of who speaks."""
    lay = TerminalLines(console, widest=_WIDEST)
    lines = []
    for each in records:
        lines.append(Text(f"{each.reliability.value}  ").append(lay.outside(each.name), style="bold"))
        said = [f"party: {each.side}"] if each.side else []
        said += [f"also {', '.join(each.aliases)}"] if each.aliases else []
        said += [f"{each.judged_by}: {each.reason}"]
        lines.append(lay.paragraph(Text(lay.outside("; ".join(said))), indent=_INDENT))
    _print(lines, console)


def _actors(actors: Iterable[ActorRecord], lay: TerminalLines, *, whole: bool) -> Iterator[Text]:
    for actor in actors:
        head = Text(lay.outside(actor.name), style="bold")
        one_sided = sum(each.one_sided for each in actor.incidents)
        words = f"  {counted(len(actor.incidents), 'incident')}"
        words += f", {one_sided} of them said by one side only" if one_sided else ""
        yield head.append(words)
        repeated = [f"{_event_words(event)} {n} times" for event, n in actor.events]
        repeated += [f"{place} {n} times" for place, n in actor.places]
        if repeated:
            yield lay.paragraph(
                Text(lay.outside(", ".join(repeated))), indent=_INDENT, label="repeats", label_width=_LABEL_W
            )
        if whole:
            if len(actor.names) > 1:
                names = Text(lay.outside(", ".join(actor.names)))
                yield lay.paragraph(names, indent=_INDENT, label="named", label_width=_LABEL_W)
            for each in actor.incidents:
                yield from _blamed(each, lay)


def _blamed(each: Blamed, lay: TerminalLines) -> Iterator[Text]:
    head = Text(f"  {each.incident[:_ID_LETTERS]}  ", style="dim")
    head.append(f"{each.occurred or 'date not stated'}  {_event_words(each.event)}  ")
    head.append(lay.outside(each.place or "place not stated")).append(f"  {each.grade.value}")
    yield head
    roles = "" if all(role.value == "perpetrator" for role in each.roles) else " as backer"
    said = f"made responsible{roles} by {', '.join(each.by)}"
    said += f" (party: {', '.join(each.sides)})" if each.sides else ""
    said += "; only one side says so" if each.one_sided else ""
    said += "; hedged" if each.hedged else ""
    said += f"; denied by {', '.join(each.denied_by)}" if each.denied_by else ""
    yield lay.paragraph(Text(lay.outside(said)), indent=_INDENT, label="", label_width=_LABEL_W)
    if each.killed is not None:
        yield lay.paragraph(
            Text(f"killed, as claimed: {range_words(each.killed)}"), indent=_INDENT, label="", label_width=_LABEL_W
        )


def _when(incident: Incident) -> tuple[bool, str, str]:
    begin, _, end = (incident.occurred or "").partition("/")
    return incident.occurred is None, end if begin in {"", ".."} else begin, incident.id


def _event_words(event: EventType) -> str:
    return event.value.replace("_", " ")


def _place_words(incident: Incident) -> str:
    return "place not stated" if incident.place is None else incident.place.name or incident.place.text
