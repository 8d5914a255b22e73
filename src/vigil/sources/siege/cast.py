"""Who is in the simulated siege, and what happens to them when.

Nobody here exists. Pseudonyms are birds, handles begin with `sim_`, the platform is called `simulated`. What happens
around them follows the public record of eastern Aleppo in December 2016, in our own words: an account that says
goodbye and is deleted on 4 December and is back a day later; neighbourhoods in which accounts stop one by one from the
12th; convoys from the 15th, halted on the 16th, resumed on the 18th.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from vigil.sources.siege.words import Lang

ROSTER: tuple[tuple[str, ...], ...] = (
    # One line a district, in the order of city.DISTRICTS.
    ("Swallow", "Heron", "Kestrel", "Plover", "Lark", "Robin", "Teal", "Crane", "Finch", "Stork"),
    ("Wren", "Bittern", "Siskin", "Rook", "Linnet", "Pipit", "Martin", "Dove", "Thrush"),
    ("Oriole", "Shrike", "Starling", "Bunting", "Dunlin", "Egret", "Falcon", "Gannet"),
    ("Godwit", "Harrier", "Hoopoe", "Ibis", "Jackdaw", "Kite", "Lapwing", "Merlin"),
    ("Nightjar", "Osprey", "Owl", "Partridge", "Petrel", "Pochard", "Quail", "Raven", "Redstart"),
    ("Ruff", "Sandpiper", "Shearwater", "Skylark", "Snipe", "Sparrow", "Swift", "Tern"),
    ("Turnstone", "Wagtail", "Warbler", "Wheatear", "Whimbrel", "Woodcock", "Yellowhammer", "Avocet"),
)


def _on(day: str, at: str) -> datetime:
    """A moment of 2016 in UTC, written `12-04`, `18:30`."""
    return datetime.fromisoformat(f"2016-{day}T{at}:00").replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A post of the script."""

    minutes_before: int  # before the silence begins
    lang: Lang
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A silence of the script: from when, after which words, until when (None: for good), and with what it ends."""

    witness: str
    begin: datetime
    last: tuple[Said, ...] = ()
    end: datetime | None = None
    first: Said | None = None  # the first post after it; its minutes are not used
    takes_back: bool = False  # the author deletes the last posts before the silence begins
    changed_hands: bool = False  # another client, other hours and language afterwards


ABSENCES = (
    Absence(witness="Avocet", begin=_on("11-28", "17:20")),
    Absence(
        witness="Rook",
        begin=_on("12-01", "20:10"),
        last=(Said(minutes_before=3, lang="ar", text="أنقذونا، نحن تحت الركام ولا أحد يصل إلينا"),),
        end=_on("12-04", "15:10"),
        first=Said(minutes_before=0, lang="ar", text="أنا حي. ضاع الهاتف تحت الحجارة، وهذا هاتف أخي."),
    ),
    Absence(
        witness="Ibis",
        begin=_on("12-02", "21:05"),
        last=(Said(minutes_before=6, lang="ar", text="أصبت بشظية في كتفي وأنزف، أنتظر الإسعاف"),),
    ),
    # The goodbye of 4 December. The account itself is deleted some minutes later (CHILD_DELETED_AT).
    Absence(
        witness="Swallow",
        begin=_on("12-04", "20:31"),
        last=(
            Said(minutes_before=52, lang="en", text="There is shooting at the end of the street. Please pray for us."),
            Said(minutes_before=2, lang="en", text="The soldiers have come, they will surely take us. Goodbye, all."),
        ),
        takes_back=True,
        end=_on("12-05", "20:20"),
        first=Said(minutes_before=0, lang="en", text="Under attack. Nowhere to go. Every minute could be our last."),
    ),
    Absence(
        witness="Wren",
        begin=_on("12-12", "18:05"),
        last=(Said(minutes_before=4, lang="ar", text="هذه آخر رسالة مني، سامحونا، أستودعكم الله"),),
    ),
    Absence(
        witness="Heron",
        begin=_on("12-12", "20:10"),
        last=(
            Said(minutes_before=40, lang="ar", text="القصف لا يتوقف والمشافي خرجت عن الخدمة"),
            Said(minutes_before=2, lang="ar", text="الموت قريب منا، سيقتلوننا جميعاً هذه الليلة"),
        ),
    ),
    Absence(
        witness="Lark",
        begin=_on("12-12", "22:35"),
        last=(
            Said(minutes_before=9, lang="en", text="They are going from house to house and arresting the men."),
            Said(minutes_before=1, lang="en", text="They are at our door. They are taking us."),
        ),
    ),
    Absence(
        witness="Godwit",
        begin=_on("12-12", "23:50"),
        last=(Said(minutes_before=12, lang="en", text="Nobody is coming for us. There is no hope left here."),),
    ),
    Absence(
        witness="Oriole",
        begin=_on("12-13", "01:15"),
        last=(Said(minutes_before=7, lang="ar", text="نداء استغاثة: عائلات تحت الأنقاض في الكلاسة، ساعدونا"),),
    ),
    Absence(witness="Bittern", begin=_on("12-13", "06:40")),
    Absence(
        witness="Shrike",
        begin=_on("12-13", "08:20"),
        last=(
            Said(minutes_before=5, lang="en", text="I am wounded in the leg and bleeding, no ambulance can get here."),
        ),
        end=_on("12-19", "16:05"),
        first=Said(minutes_before=0, lang="en", text="In a hospital bed across the border. The leg stays on."),
    ),
    Absence(
        witness="Crane",
        begin=_on("12-13", "11:45"),
        last=(
            Said(minutes_before=15, lang="en", text="This may be my last message. Goodbye, tell them we were here."),
        ),
        takes_back=True,
    ),
    Absence(
        witness="Harrier",
        begin=_on("12-13", "14:00"),
        last=(Said(minutes_before=6, lang="ar", text="يعتقلون الشباب من الحي، وصلوا إلى بابنا"),),
        end=_on("12-17", "23:40"),
        first=Said(minutes_before=0, lang="en", text="All fine here. Everything is calm and safe now."),
        changed_hands=True,
    ),
    Absence(
        witness="Martin",
        begin=_on("12-13", "17:30"),
        last=(
            Said(minutes_before=3, lang="en", text="Final message. We will be killed tonight. Farewell, forgive us."),
        ),
    ),
    Absence(witness="Skylark", begin=_on("12-13", "10:00")),  # silent with its district, and not back with it
    Absence(
        witness="Turnstone",
        begin=_on("12-14", "03:10"),
        last=(Said(minutes_before=2, lang="en", text="Tanks in our street. We are about to die here."),),
    ),
    Absence(witness="Bunting", begin=_on("12-14", "09:30")),
    Absence(
        witness="Dove",
        begin=_on("12-14", "19:00"),
        last=(Said(minutes_before=20, lang="ar", text="فقدنا الأمل، لم يعد أحد يسمعنا"),),
    ),
    Absence(
        witness="Nightjar",
        begin=_on("12-15", "08:15"),
        last=(Said(minutes_before=4, lang="en", text="SOS, wounded people on the ambulance road, please help us."),),
        end=_on("12-18", "20:30"),
        first=Said(minutes_before=0, lang="en", text="Reached the countryside tonight. Two of our crew did not."),
    ),
    Absence(
        witness="Stork",
        begin=_on("12-15", "21:30"),
        last=(Said(minutes_before=8, lang="ar", text="وداعاً يا حلب، هذه كلماتي الأخيرة"),),
    ),
    Absence(
        witness="Egret",
        begin=_on("12-16", "05:10"),
        last=(Said(minutes_before=1, lang="en", text="They are shooting at the convoy, we are trapped between them."),),
    ),
    Absence(witness="Osprey", begin=_on("12-16", "13:40")),
    # The account falls silent on the way out; that she is safe is first said by others (FATES).
    Absence(witness="Swallow", begin=_on("12-18", "17:40")),
)

CHILD = "Swallow"
CHILD_DELETED_AT = _on("12-04", "20:38")
CHILD_BACK_AT = _on("12-05", "20:15")

TWO_ACCOUNTS = "Kestrel"
"""Speaks on the second platform all along; falls silent on the first on 11 December."""
TWO_ACCOUNTS_SILENT_AT = _on("12-11", "19:20")

SCHEDULED = "Quail"
"""A relief kitchen with a program that posts every six hours. The people behind it stop; the program does not."""
SCHEDULED_SILENT_AT = _on("12-13", "09:00")
SCHEDULED_CLIENT = "sim-scheduler"

NEWCOMER = "Pipit"
NEWCOMER_BEGINS_AT = _on("12-09", "10:00")
NEWCOMER_SILENT_AT = _on("12-13", "02:00")

OUTAGE_PLACE = "al-Mashhad"
OUTAGE_BEGINS_AT = _on("12-12", "09:00")
OUTAGE_ENDS_AT = _on("12-14", "13:20")
NOT_BACK_FROM_OUTAGE = "Skylark"

DEAF_TO = ("Owl", "Partridge", "Petrel", "Pochard", "Redstart")
"""They post all along; nobody hears it."""
DEAF_FROM, DEAF_UNTIL = _on("12-13", "15:00"), _on("12-14", "09:00")
FILLED_IN_LATER = frozenset({"Owl", "Partridge"})
"""Whose posts of that time reach the case afterwards. Those of the others never do."""

CONVOYS = (_on("12-15", "12:30"), _on("12-15", "21:00"), _on("12-18", "22:00"), _on("12-19", "11:00"))
JOURNEY_H = (7.0, 22.0)
REMAINING = 12
"""So many of those still speaking have not left when the simulation ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An entry of the register in the script."""

    witness: str
    fate: str  # a value of model.fate.Fate
    claimed_by: str
    evidence: str
    recorded_at: datetime
    occurred: str | None = None


FATES = (
    Judged(
        witness="Swallow",
        fate="unreachable",
        claimed_by="a colleague abroad",
        evidence="four calls, no answer",
        recorded_at=_on("12-05", "01:30"),
    ),
    Judged(
        witness="Ibis",
        fate="injured",
        claimed_by="a nurse at the field clinic",
        evidence="a call to the desk",
        recorded_at=_on("12-03", "09:10"),
        occurred="2016-12-02",
    ),
    Judged(
        witness="Ibis",
        fate="killed",
        claimed_by="a brother",
        evidence="a call to the desk; one source only",
        recorded_at=_on("12-08", "14:00"),
        occurred="2016-12-03",
    ),
    Judged(
        witness="Lark",
        fate="unreachable",
        claimed_by="her editor",
        evidence="calls and messages unanswered since 12 December",
        recorded_at=_on("12-13", "10:20"),
    ),
    Judged(
        witness="Lark",
        fate="detained",
        claimed_by="two neighbours, separately",
        evidence="statements taken by telephone",
        recorded_at=_on("12-15", "16:40"),
        occurred="2016-12-12",
    ),
    Judged(
        witness="Heron",
        fate="missing",
        claimed_by="a cousin",
        evidence="a message to the desk",
        recorded_at=_on("12-14", "11:15"),
    ),
    Judged(
        witness="Hoopoe",
        fate="in_hiding",
        claimed_by="the witness, through a colleague",
        evidence="a message to the desk",
        recorded_at=_on("12-13", "19:00"),
    ),
    Judged(
        witness="Shrike",
        fate="injured",
        claimed_by="a doctors' society",
        evidence="a list of patients",
        recorded_at=_on("12-17", "08:00"),
        occurred="2016-12-13",
    ),
    Judged(
        witness="Swallow",
        fate="evacuated",
        claimed_by="an aid group",
        evidence="a photograph at the reception point",
        recorded_at=_on("12-19", "09:40"),
        occurred="2016-12-19",
    ),
    Judged(
        witness="Swallow",
        fate="safe",
        claimed_by="a doctors' society",
        evidence="a statement of its president, who met the family",
        recorded_at=_on("12-19", "13:05"),
        occurred="2016-12-19",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A morning worth looking at."""

    as_of: datetime
    title: str


MOMENTS = (
    Moment(as_of=_on("12-05", "05:00"), title="the morning after the goodbye: the child's account is deleted"),
    Moment(as_of=_on("12-14", "05:00"), title="a district silent together, a collector deaf, others gone one by one"),
    Moment(as_of=_on("12-16", "05:00"), title="the first convoys; the district is back, but for one"),
    Moment(as_of=_on("12-20", "05:00"), title="evacuated, as others say; many have not been heard again"),
)
