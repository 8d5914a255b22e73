"""The words of the board in the languages it is read in. Two catalogues with the same entries; a test holds them equal.

Numbers are formatted here too, because how a language counts is part of its words.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

from vigil.model.board import Board, Chance, Ear, Outage
from vigil.model.coverage import Shares
from vigil.model.fate import ProofOfLife
from vigil.model.verdict import Finding, Neighbours, Verdict
from vigil.model.witness import Basis
from vigil.publish.outside_text import isolated

Language = Literal["en", "ar"]

_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
_DAYS_PER_MONTH, _DAYS_PER_YEAR = 30.44, 365.25

_NAMES_SHOWN = 8

_HEARD_WELL = 0.995
"""From here on a share of hearing reads as the whole."""


class Words(ABC):
    """One language."""

    code: Language
    direction: Literal["ltr", "rtl"]
    labels: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The entry of that key, with its values filled in."""
        entry = self.labels[key]
        return entry.format(**values) if values else entry

    @abstractmethod
    def counted(self, n: int, unit: str) -> str:
        """So many of a unit: minute, hour, day (full_day: not abbreviated), week and longer, account, alarm."""

    @abstractmethod
    def month(self, number: int) -> str:
        """A month's name, short."""

    @abstractmethod
    def weekday(self, number: int) -> str:
        """A weekday's name, Monday being 0."""

    def outside(self, text: str) -> str:
        """Text from outside within a sentence: it acts on nothing and leaves the sentence's order alone."""
        return isolated(text)

    def duration(self, seconds: float | None) -> str:
        """About so long, in the one or two units a person would use; hours up to two days."""
        if seconds is None:
            return self("never_heard")
        minutes = round(seconds / _MINUTE_S)
        if minutes < 100:
            return self.counted(max(minutes, 0), "minute")
        hours = round(seconds / _HOUR_S)
        if hours < 48:
            return self.counted(hours, "hour")
        days, hours = divmod(hours, 24)
        if days < 7 and hours:
            return self("and", first=self.counted(days, "day"), second=self.counted(hours, "hour"))
        return self.counted(days, "day")

    def once_in(self, days: float | None) -> str:
        """How often a silence as long as this comes, in plain words."""
        if days is None:
            return self("rarity_unknown")
        if days < 2 / 3:  # more than one and a half times a day
            return self("times_a_day", n=round(1 / max(days, 1 / 24)))
        if days < 1.5:
            return self("once_a_day")
        if days >= 10 * _DAYS_PER_YEAR - 1:
            return self("once_in_over", span=self.counted(10, "year"))
        for limit, unit, length in (
            (14, "full_day", 1.0),
            (60, "week", 7.0),
            (24 * _DAYS_PER_MONTH, "month", _DAYS_PER_MONTH),
        ):
            if days < limit:
                return self("once_in", span=self.counted(round(days / length), unit))
        return self("once_in", span=self.counted(round(days / _DAYS_PER_YEAR), "year"))

    def instant(self, at: datetime, *, year: bool = False) -> str:
        """A moment in UTC, to the minute: 13 Dec 22:10 UTC."""
        at = at.astimezone(UTC)
        shown_year = f" {at.year}" if year else ""
        return f"{at.day} {self.month(at.month)}{shown_year} {at:%H:%M} UTC"

    def day(self, at: datetime) -> str:
        """A day in UTC: 13 Dec."""
        at = at.astimezone(UTC)
        return f"{at.day} {self.month(at.month)}"

    def share(self, part: float) -> str:
        """A share in whole per cent; what is small but not nothing never reads as 0."""
        if 0 < part < 0.005:
            return f"<1{self('percent')}"
        return f"{min(round(part * 100), 99) if part < _HEARD_WELL else 100}{self('percent')}"

    def neighbours(self, neighbours: Neighbours) -> str:
        """How many of them are speaking."""
        if neighbours.of == 0:
            return self("no_neighbours")
        return self("n_of_m_speak", n=neighbours.speaking, m=neighbours.of)

    def n_of_m(self, neighbours: Neighbours) -> str:
        """The same for a narrow column."""
        return self("n_of_m", n=neighbours.speaking, m=neighbours.of) if neighbours.of else self("no_neighbours")

    def heard(self, shares: Shares, *, narrow: bool = False) -> str:
        """How well we heard since the last post, in two or three words: the worst first."""
        form = "" if narrow else "_long"
        if shares.blind > 1 - _HEARD_WELL:
            return self(f"heard_blind{form}", share=self.share(shares.blind))
        if shares.degraded > 1 - _HEARD_WELL:
            return self(f"heard_degraded{form}", share=self.share(shares.degraded))
        return self(f"heard_well{form}")

    def hearing_24h(self, shares: Shares) -> str:
        """How the case was heard over the last day."""
        parts = {"healthy": shares.healthy, "degraded": shares.degraded, "blind": shares.blind}
        return self("hearing_24h", **{name: self.share(part) for name, part in parts.items()})

    def deaf(self, ear: Ear) -> str:
        """A collector that hears less than well."""
        said = {
            "collector": self.outside(ear.collector),
            "hearing": self(f"hearing_{ear.hearing.value}"),
            "accounts": self.counted(ear.n_accounts, "account"),
        }
        if ear.since is None:
            return self("deaf_always", **said)
        return self("deaf", since=self.instant(ear.since), **said)

    def spoken_to(self, proof: ProofOfLife) -> str:
        """Somebody spoke to the witness after the last sign of life."""
        return self(
            "spoken_to",
            at=self.instant(proof.confirmed_until),
            who=self.outside(proof.spoke_with),
            how=self.outside(proof.how),
            judge=self.outside(proof.judged_by),
        )

    def outage(self, outage: Outage) -> str:
        """A place that fell silent together."""
        since = self.instant(outage.since)
        place = self.outside(outage.place)
        said = self("outage_says", place=place, since=since, n=outage.n_silent, m=outage.n_accounts)
        return f"{said} {self('outage_signal', signal=self.outside(outage.signal))}" if outage.signal else said

    def no_basis(self, board: Board) -> str | None:
        """Who is watched on no stated basis, where there are any: some names, and how many more."""
        names = [self.outside(row.witness) for row in board.rows if row.basis is Basis.UNSTATED]
        if not names:
            return None
        shown = ", ".join(names[:_NAMES_SHOWN])
        more = len(names) - _NAMES_SHOWN
        return self("basis_unstated", names=f"{shown} {self('more_words', n=more)}" if more > 0 else shown)

    def chance(self, chance: Chance) -> tuple[str, ...]:
        """How much of tonight's board is expected to be chance, and how far the rarest alarms are above it."""
        if chance.n_judged == 0:
            return (self("chance_nobody"),)
        accounts = self.counted(chance.n_judged, "account")
        if chance.n_alarms == 0:
            return (self("chance_none", accounts=accounts),)
        few = chance.n_expected < 0.05
        expected = self("less_than", n="0.1") if few else self("about", n=f"{chance.n_expected:.1f}")
        alarms = self.counted(chance.n_alarms, "alarm")
        said = self("chance_says", alarms=alarms, accounts=accounts, expected=expected)
        if chance.false_discovery is None or chance.n_kept is None:
            return (said,)
        bound = "chance_kept" if chance.n_kept else "chance_kept_none"
        return said, self(bound, kept=chance.n_kept, share=self.share(chance.false_discovery))

    def sentences(self, finding: Finding) -> tuple[str, ...]:
        """Why the finding is as it is: its own sentences in English, where it has some; else made from its numbers."""
        if self.code == "en" and finding.reasons:
            return finding.reasons
        made = [self._verdict_sentence(finding)]
        if finding.verdict is Verdict.DARK and finding.neighbours.of < 3:
            made.append(self("sentence_no_neighbours"))
        return tuple(made)

    def _verdict_sentence(self, finding: Finding) -> str:
        since = self.instant(finding.since) if finding.since else self("time_unknown")
        rhythm = ""
        if finding.usual_gap_s is not None and finding.longest_gap_90d_s is not None:
            rhythm = self(
                "sentence_rhythm",
                usual=self.duration(finding.usual_gap_s),
                longest=self.duration(finding.longest_gap_90d_s),
            )
        return self(
            "sentence_waits" if finding.waits else f"sentence_{finding.verdict.value}",
            rhythm=rhythm,
            silent=self.duration(finding.silence_s),
            rarity=self.once_in(finding.expected_once_in_days),
            since=since,
        )


def words_for(code: Language) -> Words:
    """The catalogue of a language."""
    from vigil.publish.words.arabic import Arabic
    from vigil.publish.words.english import English

    return Arabic() if code == "ar" else English()
