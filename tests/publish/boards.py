"""Made-up findings and boards for the tests of every face. Nobody in them exists."""

from datetime import UTC, datetime, timedelta

from vigil.model.board import (
    Board,
    Chance,
    Ear,
    MarkedSpan,
    Outage,
    Strip,
    StripMark,
    arrange,
)
from vigil.model.coverage import Hearing, Shares
from vigil.model.fate import Fate, FateEntry
from vigil.model.ids import AccountId, CollectorName, PlaceName, Platform, WitnessName
from vigil.model.verdict import Danger, Finding, Grade, LastWord, Neighbours, Verdict
from vigil.model.witness import Account, Basis

AS_OF = datetime(2016, 12, 14, 5, 0, tzinfo=UTC)
HEALTHY = Shares(healthy=1.0, degraded=0.0, blind=0.0)


def last_word(danger, grade, *, held=False, text=None, rule=None, post="p1", at=None):
    """One hit; held ones have no text."""
    return LastWord(
        post=post,
        published_at=at or AS_OF - timedelta(hours=31),
        danger=danger,
        grade=grade,
        rule=rule or f"{danger.value}.1",
        span=(0, len(text or "goodbye")),
        held=held,
        text=None if held else text,
    )


def finding(witness, verdict, **changes):
    """A finding of one account of a witness, plausible unless changed."""
    silence_h = changes.pop("silence_h", {Verdict.SPEAKING: 0.7, Verdict.QUIET: 9.0}.get(verdict, 31.0))
    platform = changes.pop("platform", "simulated")
    values = {
        "account": Account(Platform(platform), AccountId(changes.pop("account", f"sim-{witness}"))),
        "handle": f"sim_{witness}",
        "witness": WitnessName(witness),
        "place": PlaceName("Bustan al-Qasr"),
        "verdict": verdict,
        "witness_verdict": verdict,
        "as_of": AS_OF,
        "last_post_at": AS_OF - timedelta(hours=silence_h),
        "silence_s": silence_h * 3600,
        "expected_once_in_days": 425.0 if verdict is Verdict.DARK else 0.8,
        "budget_per_year": 4.0,
        "neighbours": Neighbours(speaking=4, of=5),
        "coverage": HEALTHY,
        "reasons": (),
        "model": "rhythm-1",
        "since": AS_OF - timedelta(hours=silence_h),
        "usual_gap_s": 2400.0,
        "longest_gap_90d_s": 9 * 3600.0,
    }
    return Finding(**(values | changes))


def strip(*, silent_steps=5, marks=(), seed=1):
    """A strip of 30 days that ends in silence."""
    counts = [((i * 7919 + seed * 104729) % 11) * (i % 4 != 0) for i in range(120)]
    counts[120 - silent_steps :] = [0] * silent_steps
    begin = AS_OF - timedelta(days=30)
    silence = MarkedSpan(mark=StripMark.SILENCE, begin=AS_OF - timedelta(hours=6 * silent_steps), end=AS_OF)
    return Strip(begin=begin, counts=tuple(counts), marks=(*((silence,) if silent_steps else ()), *marks))


def fate(witness, what, claimed_by="a relative", occurred=None):
    """An entry of the register."""
    return FateEntry(
        witness=WitnessName(witness),
        fate=what,
        claimed_by=claimed_by,
        evidence="a photograph, seen by the desk",
        judged_by="R. Desk",
        recorded_at=AS_OF - timedelta(hours=2),
        occurred=occurred,
    )


def board(findings=None, *, simulated=True, **changes):
    """A board over all verdicts: long names, Arabic, held last words, an outage, a deaf collector."""
    findings = everyone() if findings is None else findings
    strips = {f.account: strip(silent_steps=_steps(f), marks=_marks(f), seed=k) for k, f in enumerate(findings)}
    rows = arrange(
        findings,
        strips=strips,
        fates=(
            fate("Swallow", Fate.IN_HIDING, "the family's lawyer"),
            fate("Heron", Fate.UNREACHABLE, "a colleague"),
            fate("Lark", Fate.MISSING, "her editor"),
            fate("Lark", Fate.DETAINED, "two neighbours", "2016-12-13"),
        ),
        bases={WitnessName("Heron"): Basis.CONSENT},
        notes={WitnessName("Heron"): "do not call: the phone may be in other hands"},
    )
    values = {
        "case": "aleppo",
        "as_of": AS_OF,
        "simulated": simulated,
        "rows": rows,
        "chance": Chance(n_judged=58, n_alarms=6, n_expected=0.63, false_discovery=0.1, n_kept=5),
        "heard_24h": Shares(healthy=0.91, degraded=0.03, blind=0.06),
        "deaf": (
            Ear(
                collector=CollectorName("telegram-2"),
                hearing=Hearing.BLIND,
                since=AS_OF - timedelta(hours=14),
                n_accounts=3,
            ),
        ),
        "outages": (
            Outage(
                place=PlaceName("al-Saleheen"),
                since=AS_OF - timedelta(hours=12.5),
                n_silent=4,
                n_accounts=5,
                signal=None,
            ),
        ),
        "budget_per_year": 4.0,
        "model": "rhythm-1",
    }
    return Board(**(values | changes))


def everyone():
    """Findings over all verdicts."""
    return [*_urgent(), *_together(), *_calm()]


def _urgent():
    farewell = last_word(Danger.FAREWELL, Grade.CRITICAL, held=True, rule="farewell.en.goodbye")
    threat = last_word(
        Danger.THREAT_TO_LIFE, Grade.CRITICAL, text="القصف لا يتوقف، لا نعرف إن كنا سننجو", rule="threat.ar.bombing"
    )
    capture = last_word(Danger.CAPTURE, Grade.SERIOUS, text="they are two streets away", rule="capture.en.approach")
    return [
        finding(
            "Swallow",
            Verdict.ACCOUNT_CHANGED,
            last_words=(farewell,),
            place=PlaceName("al-Kallaseh"),
            reasons=("The platform says: deleted, seen 13 Dec 22:10 UTC. Its posts are held.",),
        ),
        finding(
            "Kestrel",
            Verdict.ACCOUNT_CHANGED,
            account="k1",
            reasons=("The platform says: suspended, seen 13 Dec 03:00 UTC.",),
            silence_h=50,
        ),
        finding(
            "Kestrel", Verdict.SPEAKING, account="k2", platform="telegram", witness_verdict=Verdict.ACCOUNT_CHANGED
        ),
        finding(
            "Plover",
            Verdict.RETURNED,
            silence_h=2.0,
            reasons=("Posted again after 2 d 3 h dark. Nobody has confirmed yet that it is them.",),
            unlike_before=("new client", "posts at night"),
        ),
        finding(
            "Heron",
            Verdict.DARK,
            last_words=(threat,),
            reasons=(
                (
                    "Posts about every 40 minutes while awake; longest silence in 90 days 9 h; now 31 h; this happens "
                    "to this account about once in 14 months. 4 of 5 neighbours are speaking; heard well throughout."
                ),
            ),
        ),
        finding(
            "Lark",
            Verdict.DARK,
            silence_h=77,
            expected_once_in_days=3000.0,
            last_words=(capture,),
            place=PlaceName("al-Ferdous"),
            neighbours=Neighbours(speaking=2, of=6),
            coverage=Shares(healthy=0.8, degraded=0.2, blind=0.0),
            reasons=(
                (
                    "Posts about every 3 h while awake; longest silence in 90 days 20 h; now 3 d 5 h; "
                    "this happens to this account about once in 8 years."
                ),
            ),
        ),
        finding(
            "Wagtail of the long pseudonym that nobody should have chosen",
            Verdict.DARK,
            silence_h=26,
            expected_once_in_days=95.0,
            place=PlaceName("حي بستان القصر والكلاسة القديمة"),
            neighbours=Neighbours(speaking=1, of=1),
            reasons=("No neighbours to compare with: an outage can't be excluded.",),
        ),
        finding("نورس", Verdict.DARK, silence_h=40, expected_once_in_days=200.0, place=PlaceName("الفردوس")),
        finding("Teal", Verdict.DARK, account="t1", platform="telegram", silence_h=90, expected_once_in_days=1200.0),
        finding("Teal", Verdict.DARK, account="t2", platform="mastodon", silence_h=70, expected_once_in_days=100.0),
    ]


def _together():
    saleheen = PlaceName("al-Saleheen")
    return [
        *(
            finding(name, Verdict.OUTAGE, place=saleheen, silence_h=12.5 + k, expected_once_in_days=20.0)
            for k, name in enumerate(("Crane", "Finch", "Stork", "Wren"))
        ),
        *(
            finding(
                name,
                Verdict.BLIND,
                silence_h=14 + k,
                coverage=Shares(healthy=0.1, degraded=0.0, blind=0.9),
                expected_once_in_days=None,
            )
            for k, name in enumerate(("Bittern", "Siskin", "Rook"))
        ),
        finding(
            "Linnet",
            Verdict.TOO_LITTLE_HISTORY,
            silence_h=30,
            alarm_after_s=24 * 3600.0,
            expected_once_in_days=None,
            reasons=("Eleven signs of life over 6 days: too few for a rhythm. Silent beyond the plain limit of 24 h.",),
        ),
        finding(
            "Pipit",
            Verdict.TOO_LITTLE_HISTORY,
            silence_h=5,
            alarm_after_s=24 * 3600.0,
            expected_once_in_days=None,
        ),
    ]


def _calm():
    return [
        finding("Martin", Verdict.QUIET, silence_h=9, expected_once_in_days=1.5),
        finding("Dove", Verdict.QUIET, silence_h=20, expected_once_in_days=12.0, place=None),
        *(
            finding(name, Verdict.SPEAKING, silence_h=0.2 + k, place=PlaceName("al-Sukkari"))
            for k, name in enumerate(("Robin", "Thrush", "Oriole", "Shrike", "Starling"))
        ),
    ]


def _steps(one):
    return min(120, int((one.silence_s or 0) // (6 * 3600)))


def _marks(one):
    marks = {
        Verdict.OUTAGE: (StripMark.OUTAGE, 12.5),
        Verdict.BLIND: (StripMark.BLIND, 14),
    }
    if one.verdict not in marks:
        return ()
    mark, hours = marks[one.verdict]
    return (MarkedSpan(mark=mark, begin=AS_OF - timedelta(hours=hours), end=AS_OF),)
