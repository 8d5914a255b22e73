"""What stands around a number in English: bounds, what makes it a part or a running total, what makes it no count."""

from vigil.model.claim import Exactness
from vigil.testimony.counts.mention import Kind
from vigil.testimony.counts.numeral import Phrases

BEFORE = Phrases(
    {
        **dict.fromkeys(
            (
                "at least", "at the very least", "at a minimum", "no fewer than", "not fewer than", "no less than",
                "not less than", "a minimum of", "minimum of", "minimum", "upwards of , at least", "> =", "≥", "min .",
                "not fewer", "a confirmed minimum of", "at least some", "at least about", "at least around", "atleast",
            ),
            Exactness.AT_LEAST,
        ),
        **dict.fromkeys(
            (
                "more than", "over", "well over", "upwards of", "upward of", "in excess of", "above", "exceeding",
                "exceeds", "exceeded", "tops", "topped",
                "surpasses", "surpassed", "beyond", "> ", "greater than", "just over", "some more than", "well above",
                "higher than", "surpassing", "surpassed", "north of", "considerably more than", "far more than",
            ),
            Exactness.MORE_THAN,
        ),
        **dict.fromkeys(
            (
                "up to", "as many as", "no more than", "not more than", "under", "fewer than", "less than", "at most",
                "at the most", "a maximum of", "maximum of", "below", "as much as", "<", "< =", "≤", "as high as",
                "up to about", "up to around", "up to some", "just under_", "maximum", "no fewer and no more than",
                "not exceeding",
            ),
            Exactness.UP_TO,
        ),
        **dict.fromkeys(
            (
                "about", "some", "around", "roughly", "approximately", "approx", "approx .", "nearly", "almost",
                "close to", "just under", "an estimated", "estimated", "estimated at", "circa", "ca .", "c .", "~",
                "somewhere around", "in the region of", "in the order of", "on the order of", "an average of",
                "near to",
                "perhaps", "probably", "possibly", "maybe", "nearing", "approaching", "nearly or over", "near",
                "an approximate", "what may be", "reportedly around", "a reported",
            ),
            Exactness.ABOUT,
        ),
    }
)  # fmt: skip
"""Bounds before the number."""

HEDGES_OF_EXISTENCE = frozenset({"perhaps", "probably", "possibly", "maybe", "a reported", "near"})

AFTER = Phrases(
    {
        **dict.fromkeys(
            ("or more", "at least", "at the very least", "at a minimum", "and more", "if not more", ", if not more",
             "and counting", "or above", "minimum", "and up", "and upwards", ", at least", "plus", ", or more"),
            Exactness.AT_LEAST,
        ),
        **dict.fromkeys(("or fewer", "or less", "at most", "at the most", "maximum", "tops"), Exactness.UP_TO),
        **dict.fromkeys(
            ("or so", "or thereabouts", "approximately", "- odd", "odd", "- ish", "- something", "-something",
             "or around that", "more or less", ", give or take", "give or take"),
            Exactness.ABOUT,
        ),
    }
)  # fmt: skip
"""Bounds behind the number or what it counts."""

ONE_PERSON = frozenset(
    [
        *("woman", "man", "boy", "girl", "child", "teenager", "youth", "student", "mother", "father", "widow", "son"),
        *("daughter", "brother", "sister", "nurse", "teacher", "farmer", "driver", "shepherd", "patient"),
    ]
)
"""Whose age may stand behind "of"."""

FILLERS = frozenset(
    [
        "a",
        "an",
        "the",
        "another",
        "further",
        "additional",
        "other",
        "just",
        "only",
        "exactly",
        "total",
        "precisely",
        "of",
        "nearly",
    ]
)
"""Between a bound and its number: `at least another 12`."""

PARTS = Phrases(
    dict.fromkeys(
        (
            "including", "includes", "included", "include", "including at least", "among them", "among whom", "of whom",
            "of which", "among which", "amongst them", "among those killed", "among the dead", "among the victims",
            "among the casualties", "among the wounded", "among the injured", "among those", "of them", "of these",
            "out of them", "comprising", "comprised of", "consisting of", "inclusive of", "counting", "of those",
            "among the killed", "amongst whom", "these include", "they include", "the dead include", "incl", "incl .",
            "notably", "most of them", "mostly", "mainly", "at least half of them", "broken down as",
        ),
        True,
    )
)  # fmt: skip
"""Before a number: it is a part of the figure named before."""

PARTS_AFTER = Phrases(
    dict.fromkeys(
        ("of whom", "of which", "of them", "of these", "of those", "among them", "among whom", "of the dead",
         "of the victims", "of the killed", "of the wounded", "of the injured", "of the casualties", "of the total",
         "of the bodies", "of the deceased", "of the fatalities", "out of them"),
        True,
    )
)  # fmt: skip
"""Behind a number, or behind what it counts."""

IDENTIFIERS = Phrases(
    {
        **dict.fromkeys(
            (
                "resolution", "resolutions", "article", "articles", "section", "chapter", "clause", "annex",
                "paragraph",
                "brigade", "division", "battalion", "regiment", "unit", "corps", "squadron", "platoon", "company",
                "flight", "phase", "stage", "version", "volume", "part", "episode", "page", "pages", "figure", "table",
                "line", "track", "level", "grade", "class", "category", "type", "model", "number", "numbers",
                "no", "no .",
                "nr", "nr .", "code", "id", "id no", "id no .", "id number", "case", "case no", "file", "branch",
                "committee", "decree", "law", "law no", "order", "season", "camp", "sector", "area", "zone", "ward",
                "area c", "channel", "group of", "security council resolution", "terminal", "platform", "incident",
                "square", "moh id", "slide", "item", "point", "rank", "battery", "wave", "day", "week", "option",
                "protocol", "convention", "cell", "hall", "prison", "centre", "center", "iphone", "windows", "update",
            ),
            Kind.IDENTIFIER,
        ),
        **dict.fromkeys(
            (
                "street", "road", "highway", "route", "checkpoint", "gate", "block", "house", "apartment",
                "apt", "flat",
                "floor", "room", "km", "kilometre", "kilometer", "avenue", "building", "exit", "junction",
                "bus", "tower",
                "district", "intersection", "house no", "house number", "p . o . box", "po box", "box", "suite", "plot",
                "alley", "lane",
            ),
            Kind.ADDRESS,
        ),
        **dict.fromkeys(
            ("aged", "age", "ages", "aged between", "ages between", "aged from", "aged about", "aged around",
             "at the age of", "age of", "aged just", "aged only", "aged under", "aged over", "under the age of",
             "over the age of", "the ages of", "between the ages of", "from the ages of", "aged approximately"),
            Kind.AGE,
        ),
        **dict.fromkeys(("at exactly", "by noon or"), Kind.TIME),
        **dict.fromkeys(("article no", "rule", "psalm", "verse", "surah"), Kind.IDENTIFIER),
        **dict.fromkeys(("$", "€", "£", "us$", "usd", "eur", "gbp", "₪"), Kind.SUM),
        **dict.fromkeys(("lat", "lon", "lat :", "lon :", "latitude", "longitude", "lng"), Kind.COORDINATE),
        **dict.fromkeys(("won", "lost", "beat them", "score", "scored", "a score of", "drew",
        "final score"), Kind.SCORE),
    }
)  # fmt: skip
"""Right before a number: it names something, and counts nothing."""

RATES = Phrases(
    dict.fromkeys(
        ("per day", "per hour", "per week", "per month", "per year", "per minute", "per night", "per capita", "a day",
         "an hour", "a week", "a month", "a year", "a minute", "a night", "each day", "each hour", "each week",
         "each month", "each year", "every day", "every hour", "every week", "every month", "every year", "daily",
         "every night", "each night", "hourly", "weekly", "monthly", "yearly", "annually", "per 100", "per 1,000",
         "per 1000", "per person", "per family"),
        True,
    )
)  # fmt: skip
"""Behind what is counted: so many a day."""

TOTALS_BEFORE = Phrases(
    dict.fromkeys(
        (
            "bringing the toll to", "bringing the death toll to", "bringing the total to", "bringing the number to",
            "bringing to", "brings the toll to", "brings the death toll to", "brings the total to", "brings to",
            "brought the toll to", "brought the death toll to", "brought the total to", "raising the toll to",
            "raising the death toll to", "raising the total to", "raises the toll to", "raises the death toll to",
            "raises the total to", "raised the death toll to", "raised the toll to", "taking the toll to",
            "taking the death toll to", "taking the total to", "takes the death toll to", "takes the total to",
            "pushing the death toll to", "pushing the toll to", "bringing the overall toll to", "raising to",
            "bringing the overall death toll to", "bringing the total number to", "brings the overall toll to",
            "bringing the number of dead to", "bringing the total death toll to", "bringing the total toll to",
            "raising the number to", "brings the number to", "bringing the tally to", "overall", "the total",
            "total number",
            "total toll", "total of all", "overall toll of", "overall death toll of", "cumulative toll of",
        ),
        True,
    )
)  # fmt: skip
"""Right before a number or its bound: it is a running total."""

TOTAL_VERBS = frozenset(
    [
        "bringing",
        "brings",
        "brought",
        "raising",
        "raises",
        "raised",
        "taking",
        "takes",
        "took",
        "pushing",
        "pushes",
        "pushed",
    ]
)
TOTAL_NOUNS = frozenset(["toll", "total", "number", "tally", "figure", "count"])

TOTALS = Phrases(
    dict.fromkeys(
        ("so far", "to date", "till now", "until now", "up to now", "thus far", "as of now", "altogether", "all told",
         "in total since", "overall", "cumulatively", "this year", "this year alone", "year to date",
         "throughout the war",
         "over the course of the war", "during the war", "in the past year", "since then", "in all since"),
        True,
    )
)  # fmt: skip
"""Anywhere in the clause of a number: it is a running total."""

SINCE = frozenset({"since"})
SINCE_OBJECTS = frozenset(
    """the january february march april may june july august september october november december monday tuesday
    wednesday
thursday friday saturday sunday last early late mid yesterday then dawn morning midnight noon
spring summer autumn winter
jan feb mar apr jun jul aug sep sept oct nov dec this start war beginning""".split()  # noqa: SIM905
)
"""After `since`: a time, and not a reason."""

FAMILY_OF = frozenset(
    [
        "family",
        "household",
        "group",
        "team",
        "crew",
        "squad",
        "party",
        "gang",
        "convoy",
        "crowd",
        "class",
        "unit",
        "pair",
        "cell",
        "patrol",
    ]
)
"""A family of five: five people."""

FURTHER_BEFORE = frozenset(["another", "further", "additional", "extra"])
FURTHER_AFTER = frozenset(["more", "others", "other", "another", "further", "additional"])
ARTICLES = frozenset(["a", "an", "another", "one"])
OWNERS = frozenset(["his", "her", "their", "my", "our", "your", "whose"])
NOT_COUNTED_ONE = frozenset(
    ["day", "night", "morning", "evening", "side", "point", "hand", "thing", "time", "way", "another"]
)

MONTHS_AND_IN = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "during",
        "of",
        "early",
        "late",
        "mid",
        "year",
        "between",
        "around",
        "circa",
        "and",
    ]
)

AUXILIARIES = frozenset(
    """
were was are is have has had been being be also reportedly later allegedly all more others still
either both said to believed feared thought confirmed and
""".split()  # noqa: SIM905 - a table of words reads best in lines
)
"""Between a figure and a verb of killing or wounding."""

BEFALLS = frozenset(
    """
kill kills killed killing wound wounds wounded wounding injure injures injured injuring martyred
martyring murdered murdering executed executing
""".split()  # noqa: SIM905 - a table of words reads best in lines
)
"""Right before a figure: whom it befell is a person."""

OF_A_GROUP = frozenset(
    """
person man people strong woman plus
""".split()  # noqa: SIM905 - a table of words reads best in lines
)
"""A 12-man crew: the group is as many people."""

ORDINALS = frozenset(
    """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth twentieth thirtieth hundredth
""".split()  # noqa: SIM905 - a table of words reads best in lines
)
"""They number things, and count none."""

NEVER_SINGLE_AFTER_THE = frozenset(
    """
people other official president minister mayor spokesman block stranger jet human individual national
female male member relative victim body staffer resident villager source civilian fighter soldier
militant settler guard expert house building office shop market hospital school mosque church tower
bridge station hotel shelter vehicle car bus truck plane aircraft convoy ship boat family store depot
facility structure camp home apartment syrian palestinian israeli iraqi lebanese turk kurd iranian
russian ukrainian yemeni egyptian jordanian sudanese afghan libyan somali american briton german
commander leader general colonel officer jihadist terrorist
""".split()  # noqa: SIM905 - a table of words reads best in lines
)
"""With `the` they mostly take up someone or something named before."""
