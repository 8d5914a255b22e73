"""From what is known of each account to its finding: what holds, in the table's order, dated, with its reasons."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from vigil.model.coverage import Hearing
from vigil.model.ids import PlaceName, WitnessName
from vigil.model.instants import from_micros, to_micros
from vigil.model.observation import AccountState
from vigil.model.verdict import Finding, LastWord, Neighbours, Verdict
from vigil.usecases.check_accounts import Watched
from vigil.usecases.check_reasons import Known, reasons_of
from vigil.usecases.check_returns import Return
from vigil.watch.neighbours import SharedSilence
from vigil.watch.outages import SharedSilences, Silence, left_out_of, shares
from vigil.watch.verdict import Holds, verdict_of, witness_verdict

LEAST_SIGNS, LEAST_DAYS = 20, 14.0
"""Under either an account has too little history (DESIGN.md, "Verdicts")."""

SPEAKING_PER_YEAR = 256.0
"""Heard lately: silent for less than what happens to it on most days."""

USUAL_PER_YEAR = 64.0
"""The silence that is usual for an account: about once a week. It is given so long to return with its place."""


@dataclass(slots=True, kw_only=True)
class Judged:
    """One account on its way to a finding."""

    one: Watched
    returned: Return | None
    changed: AccountState | None = None
    changed_at: datetime | None = None
    blind: bool = False
    too_new: bool = False
    dark: bool = False
    silence: Silence | None = None  # None where nobody is near, or it is too new
    outage: SharedSilence | None = None
    lull: SharedSilence | None = None  # its alarm waits until somebody near speaks
    left_out: SharedSilence | None = None
    past_alarm: bool = False
    counted_s: float = 0.0  # heard silence
    quiet: bool = False
    company: Neighbours = field(default_factory=lambda: Neighbours(speaking=0, of=0))
    verdict: Verdict = Verdict.SPEAKING


def judge(
    accounts: Sequence[Watched],
    returns: Sequence[Return | None],
    *,
    as_of: datetime,
    least_signs: int = LEAST_SIGNS,
    least_days: float = LEAST_DAYS,
) -> list[Judged]:
    """What holds of each account as of a moment, and its verdict; in the accounts' order."""
    now_us = to_micros(as_of)
    judged = [
        _judge_alone(one, back, now_us, least_signs=least_signs, least_days=least_days)
        for one, back in zip(accounts, returns, strict=True)
    ]
    _judge_together(judged, now_us)
    for each in judged:
        each.verdict = verdict_of(
            Holds(
                changed=each.changed is not None,
                returned=each.returned is not None and not each.dark and each.outage is None,
                blind=each.blind,
                too_little_history=each.too_new,
                outage=each.outage is not None,
                dark=each.dark,
                quiet=each.quiet,
            )
        )
        together = {Verdict.OUTAGE: each.outage, Verdict.QUIET: each.lull}.get(each.verdict)
        since = together.begin_us if together else None
        each.company = each.one.company(now_us, silent_since_us=since)
    return judged


def findings_of(
    judged: Sequence[Judged],
    *,
    as_of: datetime,
    call_after_s: float,
    model: str,
    last_words: Sequence[tuple[LastWord, ...]],
    unlike: Sequence[tuple[str, ...]],
) -> list[Finding]:
    """The findings, each with the verdict of its witness."""
    findings = [
        _finding(each, as_of=as_of, call_after_s=call_after_s, model=model, last_words=words, unlike=different)
        for each, words, different in zip(judged, last_words, unlike, strict=True)
    ]
    beneath: dict[WitnessName, list[tuple[Verdict, bool]]] = defaultdict(list)
    for finding in findings:
        beyond = finding.silence_s is None or finding.silence_s >= call_after_s
        beneath[finding.witness].append((finding.verdict, beyond))
    return [replace(each, witness_verdict=witness_verdict(beneath[each.witness])) for each in findings]


def _judge_alone(one: Watched, back: Return | None, now_us: int, *, least_signs: int, least_days: float) -> Judged:
    each = Judged(one=one, returned=back)
    each.blind = one.heard.at(now_us) is Hearing.BLIND
    last_us = one.last_us
    _read_state(each, last_us)
    each.too_new = one.reading.n_signs < least_signs or one.reading.history_days < least_days
    if last_us is None or each.too_new:
        return each
    counted_s = each.counted_s = one.heard.counted_s(last_us, now_us)
    usual_s = one.reading.alarm_after_s(USUAL_PER_YEAR) or 0.0
    speaking_s = one.reading.alarm_after_s(SPEAKING_PER_YEAR) or 0.0
    each.quiet = (now_us - last_us) / 1e6 > speaking_s
    alarm_us = None if one.alarm_s is None else one.heard.counted_by(last_us, one.alarm_s)
    each.past_alarm = one.alarm_s is not None and counted_s >= one.alarm_s
    each.silence = Silence(
        who=0,
        last_us=last_us,
        alarm_us=alarm_us if each.past_alarm else None,
        usual_us=int(usual_s * 1e6),
        shared=one.shared(last_us, now_us) if one.neighbours else SharedSilences(outages=(), lulls=()),
    )
    return each


def _judge_together(judged: Sequence[Judged], now_us: int) -> None:
    """What the accounts of each place share, and who is dark once that is known."""
    places: dict[PlaceName | None, list[Judged]] = defaultdict(list)
    for each in judged:
        if each.silence is not None:
            places[each.one.place].append(each)
    for together in places.values():
        names = [each.one.witness.name for each in together]
        silences = [replace(each.silence, who=names.index(each.one.witness.name)) for each in together if each.silence]
        for each, share in zip(together, shares(silences, now_us=now_us), strict=True):
            if share is not None and share.is_outage:
                each.outage = share.silence
            elif share is not None:
                each.lull = share.silence
    for each in judged:
        each.dark = each.past_alarm and each.outage is None and each.lull is None and not each.blind
        if each.dark and each.silence is not None and each.silence.alarm_us is not None:
            each.left_out = left_out_of(
                each.silence.shared,
                last_us=each.silence.last_us,
                alarm_us=each.silence.alarm_us,
                now_us=now_us,
            )


def _read_state(each: Judged, last_us: int | None) -> None:
    """The platform's last word on the account, if that is that it is not as it was, and nothing was posted since."""
    if not each.one.states:
        return
    last = each.one.states[-1]
    if last.state is not AccountState.ACTIVE and (last_us is None or last_us <= to_micros(last.at)):
        each.changed, each.changed_at = last.state, last.at


def _finding(
    each: Judged,
    *,
    as_of: datetime,
    call_after_s: float,
    model: str,
    last_words: tuple[LastWord, ...],
    unlike: tuple[str, ...],
) -> Finding:
    one, now_us = each.one, to_micros(as_of)
    last_at = None if one.last_us is None else from_micros(one.last_us)
    silence_s = None if one.last_us is None else (now_us - one.last_us) / 1e6
    counted_s = None if one.last_us is None else one.heard.counted_s(one.last_us, now_us)
    known = each.verdict is not Verdict.TOO_LITTLE_HISTORY
    waits = each.verdict is Verdict.QUIET and each.lull is not None
    heard = known and each.verdict is not Verdict.BLIND
    rarity_days = one.reading.expected_once_in_days(counted_s) if heard and counted_s is not None else None
    finding = Finding(
        account=one.account.account,
        handle=one.account.handle,
        witness=one.witness.name,
        place=one.place,
        verdict=each.verdict,
        witness_verdict=each.verdict,
        as_of=as_of,
        last_post_at=last_at,
        silence_s=silence_s,
        expected_once_in_days=rarity_days,
        budget_per_year=one.budget_per_year,
        neighbours=each.company,
        coverage=one.shares(now_us),
        last_words=last_words,
        since=_since(each, now_us),
        model=model,
        alarm_after_s=one.alarm_s if known else call_after_s,
        usual_gap_s=one.reading.usual_gap_s,
        longest_gap_90d_s=one.reading.longest_gap_90d_s,
        waits=waits,
        unlike_before=unlike,
    )
    shared = each.outage or each.lull or each.left_out
    deaf_to, deaf_since_us = one.heard.deaf_since(now_us)
    return replace(
        finding,
        reasons=reasons_of(
            finding,
            Known(
                changed=each.changed,
                returned=each.returned,
                shared=shared,
                place_returned=each.left_out is not None,
                counted_s=counted_s,
                n_signs=one.reading.n_signs,
                history_days=one.reading.history_days,
                n_automated=one.n_automated,
                n_future=one.n_future,
                deaf_collector=deaf_to,
                deaf_since=None if deaf_since_us is None else from_micros(deaf_since_us),
            ),
        ),
    )


def _since(each: Judged, now_us: int) -> datetime | None:
    """When the change, return, deafness, outage or silence is dated from."""
    last_us = each.one.last_us
    last_at = None if last_us is None else from_micros(last_us)
    if each.verdict is Verdict.ACCOUNT_CHANGED:
        return each.changed_at
    if each.verdict is Verdict.RETURNED and each.returned is not None:
        return each.returned.back_at
    if each.verdict is Verdict.BLIND:
        deaf_us = each.one.heard.deaf_since(now_us)[1]
        return last_at if deaf_us is None else from_micros(deaf_us)
    if each.verdict is Verdict.OUTAGE and each.outage is not None:
        return from_micros(each.outage.begin_us)
    if each.verdict is Verdict.DARK and each.left_out is not None:
        return from_micros(each.left_out.begin_us)
    return last_at
