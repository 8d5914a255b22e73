"""The board on a terminal: a row a witness, most urgent first, readable at 80 columns, without colour and in a pipe.

The verdict is always a word; colour only repeats it. What came from outside can neither drive the terminal nor turn a
row around (outside_text.py).
"""

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text

from vigil.model.board import AccountRow, Board, WitnessRow
from vigil.model.verdict import Finding, Grade, LastWord, Verdict
from vigil.publish.outside_text import isolated
from vigil.publish.terminal_lines import TerminalLines
from vigil.publish.words import words_for

_STYLES = {
    Verdict.ACCOUNT_CHANGED: "bold magenta",
    Verdict.RETURNED: "bold yellow",
    Verdict.DARK: "bold red",
    Verdict.OUTAGE: "bold blue",
    Verdict.BLIND: "bold cyan",
    Verdict.TOO_LITTLE_HISTORY: "bold",
    Verdict.QUIET: "",
    Verdict.SPEAKING: "green",
}
_GRADE_STYLES = {Grade.CRITICAL: "bold red", Grade.SERIOUS: "red", Grade.CONCERN: ""}

_WIDEST = 132
"""Beyond this a row is harder to follow than two."""

_VERDICT_W, _SILENT_W, _RARE_W, _NEIGHBOURS_W, _HEARD_W = 8, 8, 17, 8, 9
_NAME_W = 30
"""A name's column grows no wider than this, so that its row stays together on a wide terminal."""
_LABEL_W = 12
_W = words_for("en")


def print_board(board: Board, console: Console, *, show_all: bool = False) -> None:
    """Write the board to a console, whose width, colours and encoding are respected.

    Args:
        board: What to write.
        console: Where.
        show_all: Give a row to those who speak, too, instead of a count.
    """
    for line in _Face(board, console).lines(show_all=show_all):
        console.print(line, no_wrap=True, overflow="ignore", crop=False, highlight=False, markup=False)


class _Face:
    """One board, laid out for one console."""

    def __init__(self, board: Board, console: Console) -> None:
        self.board = board
        self.lay = TerminalLines(console, widest=_WIDEST)
        names_w = self.lay.width - _VERDICT_W - _SILENT_W - _RARE_W - _NEIGHBOURS_W - _HEARD_W - 6
        witness_w = min(max(names_w // 2 - 1, 6), _NAME_W)
        place_w = min(max(names_w - witness_w, 6), _NAME_W)
        self.widths = (_VERDICT_W, witness_w, place_w, _SILENT_W, _RARE_W, _NEIGHBOURS_W, _HEARD_W)

    def lines(self, *, show_all: bool) -> Iterator[Text]:
        """The whole board."""
        yield from self._header()
        for heading, group in groupby(self.board.rows, key=_heading_of):
            rows = list(group)
            yield Text()
            if heading is Verdict.SPEAKING and not show_all:
                yield self._speaking_count(len(rows))
            else:
                yield from self._section(heading, rows)
        yield Text()
        yield from self._footer()

    def _header(self) -> Iterator[Text]:
        board = self.board
        name = Text(f"vigil  {self.lay.outside(board.case)}", style="bold")
        yield self.lay.both_ends(name, Text(" SIMULATED ", style="bold reverse") if board.simulated else Text())
        as_of = f"{_W('as_of')} {_W.weekday(board.as_of.weekday())} {_W.instant(board.as_of, year=True)}"
        yield Text(as_of, style="bold")
        if board.simulated:
            yield Text(_W("simulated_says"))
        yield Text()
        counts = [
            Text(f"{n} {_W(f'verdict_{verdict.value}').lower()}", style=_STYLES[verdict])
            for verdict, n in board.counts().items()
            if n
        ]
        yield self._beneath(Text(self.lay.fit(" · ")).join(counts) if counts else Text(_W("nobody")), margin=0)
        yield Text()
        yield from self._trust()

    def _trust(self) -> Iterator[Text]:
        yield self._beneath(Text(_W.hearing_24h(self.board.heard_24h)), margin=0, label="heard")
        for ear in self.board.deaf:
            yield self._beneath(Text(self.lay.fit(_W.deaf(ear)), style="bold cyan"), margin=0, label=" ")
        for nth, sentence in enumerate(_W.chance(self.board.chance)):
            yield self._beneath(Text(sentence), margin=0, label=" " if nth else "chance")

    def _section(self, heading: Verdict, rows: list[WitnessRow]) -> Iterator[Text]:
        n_own = sum(row.verdict is heading for row in rows)
        title = Text(f"{_W(f'verdict_{heading.value}')}  {n_own}", style=_STYLES[heading])
        yield self.lay.rule(title.append(f"  {_W(f'means_{heading.value}')}", style="not bold dim default"))
        if n_own < len(rows):
            yield self._beneath(Text(_W("and_past_limit", n=len(rows) - n_own)))
        if heading is Verdict.OUTAGE:
            for outage in self.board.outages:
                yield self._beneath(Text(self.lay.fit(_W.outage(outage)), style="bold"))
        yield self._columns()
        for row in rows:
            yield from self._row(row)

    def _columns(self) -> Text:
        names = ("witness", "place", "silent_short", "rare", "nearby", "heard")
        line = self.lay.cells([Text(), *(Text(_W(name)) for name in names)], self.widths)
        line.stylize("dim")
        return line

    def _row(self, row: WitnessRow) -> Iterator[Text]:
        finding = row.lead.finding
        cells = [
            Text(_W(f"short_{row.verdict.value}"), style=_STYLES[row.verdict]),
            Text(self.lay.outside(row.witness), style="bold"),
            Text(self.lay.outside(finding.place or _W("place_unknown"))),
            Text(_W.duration(row.silence_s), style="bold"),
            *_measures(finding),
        ]
        yield self.lay.cells(cells, self.widths)
        if len(row.accounts) > 1:
            yield from (self._account(account) for account in row.accounts)
        yield from self._details(row)

    def _account(self, row: AccountRow) -> Text:
        finding = row.finding
        name = self.lay.outside(finding.handle or finding.account.id)
        verdict_w, witness_w, place_w, *others = self.widths
        cells = [
            Text(),
            Text(f"  {self.lay.outside(finding.account.platform)}: {name}"),
            Text(_W.duration(finding.silence_s)),
            Text(_W(f"verdict_{finding.verdict.value}").lower(), style=_STYLES[finding.verdict]),
            *_measures(finding)[1:],
        ]
        return self.lay.cells(cells, (verdict_w, witness_w + 1 + place_w, *others))

    def _details(self, row: WitnessRow) -> Iterator[Text]:
        if row.speaking_elsewhere is not None:
            where = self.lay.outside(row.speaking_elsewhere.account.platform)
            heard = _W("speaks_elsewhere", where=where, silent=_W.duration(row.speaking_elsewhere.silence_s))
            yield self._beneath(Text(heard, style="bold green"), label="but")
        if row.last_words:
            yield self._beneath(self._last_words(row.last_words), label="last words")
        if row.fate is not None:
            yield self._beneath(self._register(row), label="register")
        if row.spoken_to is not None:
            yield self._beneath(Text(_W.spoken_to(row.spoken_to), style="bold"), label="spoken to")
        if row.note and row.to_act_on:
            yield self._beneath(Text(self.lay.outside(row.note), style="bold"), label="mind")
        if row.to_act_on:
            yield self._beneath(self._reasons(row), label="why")

    def _last_words(self, last_words: tuple[LastWord, ...]) -> Text:
        gravest = last_words[0]
        line = Text(_W(f"grade_{gravest.grade.value}").upper(), style=_GRADE_STYLES[gravest.grade])
        line.append(f" {_W(f'danger_{gravest.danger.value}')}, ", style="not bold default")
        if gravest.held:
            line.append(_W("held"))
        elif gravest.text is not None:
            line.append(self.lay.fit(f"“{isolated(gravest.text)}”"))
        said = f"{_W('rule', rule=self.lay.outside(gravest.rule))}, {_W.instant(gravest.published_at)}"
        line.append(f" ({said})", style="dim")
        if len(last_words) > 1:
            line.append(f" {_W('more_words', n=len(last_words) - 1)}", style="dim")
        return line

    def _register(self, row: WitnessRow) -> Text:
        entry = row.fates[-1]
        fate = _W("claimed", fate=_W(f"fate_{entry.fate.value}"), who=self.lay.outside(entry.claimed_by))
        line = Text(fate, style="bold")
        if entry.occurred:
            line.append(f" ({_W('occurred', occurred=self.lay.outside(entry.occurred))})")
        judged = _W("entered", day=_W.day(entry.recorded_at), judge=self.lay.outside(entry.judged_by))
        line.append(f"; {judged}", style="not bold dim default")
        if len(row.fates) > 1:
            line.append(f"; {_W('more_entries', n=len(row.fates) - 1)}", style="not bold dim default")
        return line

    def _reasons(self, row: WitnessRow) -> Text:
        finding = row.lead.finding
        sentences = [self.lay.outside(sentence) for sentence in _W.sentences(finding)]
        if row.past_plain_limit and not finding.reasons:
            sentences.append(_W("past_limit", limit=_W.duration(finding.alarm_after_s)))
        if finding.unlike_before:
            what = "; ".join(self.lay.outside(change) for change in finding.unlike_before)
            sentences.append(_W("unlike_before", what=what))
        return Text(" ".join(sentences))

    def _beneath(self, text: Text, *, label: str = "", margin: int = _VERDICT_W + 1) -> Text:
        """A paragraph beneath a row, or with margin 0 beneath the title."""
        label_width = 0 if not label else 8 if margin == 0 else _LABEL_W
        return self.lay.paragraph(text, indent=margin, label=label, label_width=label_width)

    def _speaking_count(self, n: int) -> Text:
        line = Text(f"{_W('verdict_speaking')}  {n}", style="bold green")
        return self.lay.rule(line.append(f"  {_W('means_speaking')}; {_W('show_all')}", style="not bold dim default"))

    def _footer(self) -> Iterator[Text]:
        board = self.board
        if no_basis := _W.no_basis(board):
            yield self._beneath(Text(self.lay.fit(no_basis), "bold"), margin=0)
        if board.budget_per_year is not None:
            model = self.lay.outside(board.model) or _W("rarity_unknown")
            yield self._beneath(Text(_W("footer", budget=f"{board.budget_per_year:g}", model=model), "dim"), margin=0)
        yield self._beneath(Text(_W("footer_machine"), "dim"), margin=0)


def _heading_of(row: WitnessRow) -> Verdict:
    """The heading a row stands under: one too new for a rhythm but beyond the plain limit stands with the dark."""
    return Verdict.DARK if row.past_plain_limit else row.verdict


def _measures(finding: Finding) -> tuple[Text, Text, Text]:
    rarity = "" if finding.verdict is Verdict.SPEAKING else _W.once_in(finding.expected_once_in_days)
    return Text(rarity), Text(_W.n_of_m(finding.neighbours)), Text(_W.heard(finding.coverage, narrow=True))
