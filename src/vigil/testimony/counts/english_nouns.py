"""English nouns that are counted in testimony, by what they count, and the words that end the run of a counted noun."""

from vigil.model.claim import Unit
from vigil.testimony.counts.mention import Kind

_PEOPLE = """
person man woman child boy girl baby infant toddler newborn teenager teen youth youngster adult
minor kid elder adolescent
civilian resident citizen national local villager inhabitant bystander passerby pedestrian
passenger worshipper worshiper
human individual member relative victim casualty fatality death body corpse remain survivor martyr dead soul life injury
dier wounded injured patient amputee refugee migrant idp evacuee returnee hostage captive detainee
prisoner inmate abductee
missing disappeared fighter militant soldier gunman rebel insurgent combatant troop militiaman conscript recruit officer
policeman policewoman guard sniper commander leader general colonel operative terrorist attacker assailant jihadist
mercenary guerrilla serviceman serviceperson personnel paramilitary suicide-bomber bomber
doctor medic nurse paramedic surgeon physician pharmacist dentist midwife medical-worker staff staffer worker employee
labourer laborer driver farmer shepherd fisherman trader merchant shopkeeper vendor baker teacher student pupil
schoolchild schoolboy schoolgirl academic professor lecturer engineer lawyer judge prosecutor activist campaigner
demonstrator protester protestor journalist reporter correspondent photographer photojournalist cameraman editor
broadcaster blogger freelancer rescuer volunteer firefighter responder aid-worker humanitarian expert technician
official politician lawmaker mayor councillor councilor deputy minister imam priest cleric sheikh monk nun pastor bishop
artist musician singer poet writer author actor player footballer athlete businessman businesswoman cook tailor
mechanic carpenter porter cleaner custodian nomad bedouin tribesman settler pilgrim
father mother son daughter brother sister husband wife parent grandparent grandfather grandmother grandson
granddaughter grandchild uncle aunt cousin nephew niece sibling twin spouse widow orphan fiance fiancee bride groom
mother-in-law father-in-law brother-in-law sister-in-law son-in-law daughter-in-law stepson stepdaughter
friend neighbour neighbor colleague companion other stranger suspect lad guy gentleman lady female male
syrian palestinian israeli iraqi lebanese turk kurd iranian russian ukrainian yemeni egyptian jordanian sudanese afghan
libyan somali american briton german
""".split()  # noqa: SIM905
_PLURALS_ONLY = {
    "people": Unit.PEOPLE, "persons": Unit.PEOPLE, "men": Unit.PEOPLE, "women": Unit.PEOPLE, "children": Unit.PEOPLE,
    "babies": Unit.PEOPLE, "casualties": Unit.PEOPLE, "fatalities": Unit.PEOPLE, "bodies": Unit.PEOPLE,
    "injuries": Unit.PEOPLE, "lives": Unit.PEOPLE, "kids": Unit.PEOPLE, "policemen": Unit.PEOPLE, "policewomen": Unit.PEOPLE,  # noqa: E501
    "gunmen": Unit.PEOPLE, "militiamen": Unit.PEOPLE, "fishermen": Unit.PEOPLE, "cameramen": Unit.PEOPLE,
    "servicemen": Unit.PEOPLE, "tribesmen": Unit.PEOPLE, "businessmen": Unit.PEOPLE, "schoolchildren": Unit.PEOPLE,
    "grandchildren": Unit.PEOPLE, "wives": Unit.PEOPLE, "ladies": Unit.PEOPLE, "gentlemen": Unit.PEOPLE,
    "passersby": Unit.PEOPLE, "remains": Unit.PEOPLE, "relatives": Unit.PEOPLE, "troops": Unit.PEOPLE, "police": Unit.PEOPLE,  # noqa: E501
    "personnel": Unit.PEOPLE, "staff": Unit.PEOPLE, "dead": Unit.PEOPLE, "wounded": Unit.PEOPLE, "injured": Unit.PEOPLE,
    "killed": Unit.PEOPLE, "missing": Unit.PEOPLE, "disappeared": Unit.PEOPLE, "detained": Unit.PEOPLE,
    "arrested": Unit.PEOPLE, "abducted": Unit.PEOPLE, "kidnapped": Unit.PEOPLE, "displaced": Unit.PEOPLE,
    "executed": Unit.PEOPLE, "hurt": Unit.PEOPLE, "martyred": Unit.PEOPLE, "evacuated": Unit.PEOPLE, "elderly": Unit.PEOPLE,  # noqa: E501
    "slain": Unit.PEOPLE, "deceased": Unit.PEOPLE, "murdered": Unit.PEOPLE, "youths": Unit.PEOPLE, "evacuees": Unit.PEOPLE, "died": Unit.PEOPLE,  # noqa: E501
    "households": Unit.FAMILIES, "families": Unit.FAMILIES, "lorries": Unit.VEHICLES, "ferries": Unit.VEHICLES,
    "factories": Unit.BUILDINGS, "bakeries": Unit.BUILDINGS, "pharmacies": Unit.BUILDINGS, "universities": Unit.BUILDINGS,  # noqa: E501
    "churches": Unit.BUILDINGS, "facilities": Unit.BUILDINGS, "ambushes": Unit.ATTACKS, "libraries": Unit.BUILDINGS,
    "universitys": Unit.BUILDINGS, "clashes": Unit.ATTACKS, "sorties": Unit.ATTACKS,
}  # fmt: skip
PARTICIPLES = frozenset(
    [
        "dead",
        "wounded",
        "injured",
        "killed",
        "missing",
        "disappeared",
        "detained",
        "arrested",
        "abducted",
        "kidnapped",
        "displaced",
        "executed",
        "hurt",
        "martyred",
        "evacuated",
        "slain",
        "murdered",
        "died",
    ]
)
"""They end the run of a counted noun, and stand for people where no noun came before."""

_OTHER_UNITS = {
    Unit.FAMILIES: "family household clan couple",
    Unit.VEHICLES: (
        "vehicle car bus minibus truck lorry ambulance tank convoy plane aircraft airplane jet"
        " helicopter drone boat ship"
        " ferry van pickup motorcycle motorbike bicycle taxi train tanker bulldozer warplane fighter-jet"
        " tractor dinghy cart"
    ),
    Unit.BUILDINGS: (
        "building house home apartment flat hospital clinic school mosque church shop market bakery"
        " warehouse tower villa"
        " university factory pharmacy shelter hotel bridge structure facility residence workshop dwelling block storey"
        " office kindergarten library synagogue cafe restaurant station depot tent store barrack"
    ),
    Unit.ATTACKS: (
        "attack strike airstrike air-strike raid airraid bombing bombardment explosion blast shelling assault ambush"
        " shooting incident clash sortie massacre violation breach incursion stabbing killing kidnapping"
        " abduction arrest"
        " execution disappearance arson detonation offensive siege drone-strike hit"
    ),
    Unit.MUNITIONS: (
        "bomb rocket missile shell mortar grenade mine landmine ied munition warhead projectile bullet"
        " round barrel torpedo"
        " submunition bomblet canister artillery-shell shot"
    ),
}
_THINGS = """
source village town city country neighbourhood neighborhood area district region province governorate camp street road
report account statement video photo photograph image post tweet message article page document
interview testimony witness
side party group faction brigade organisation organization ngo agency outlet channel newspaper website team
point condition demand clause step stage phase reason way thing part half time occasion case example question state
front checkpoint crossing corridor route border base position post line meter word vote seat charge count count
tonne ton bag box parcel loaf animal sheep cow goat horse tree donkey olive-tree wheel floor room storeys corner crater
law resolution round-of-talks meeting call letter copy result site location target cell branch chapter item type kind
""".split()  # noqa: SIM905


def _plural(noun: str) -> str:
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


_NO_NOUN = {
    "dead",
    "wounded",
    "injured",
    "missing",
    "disappeared",
    "dier",
    "personnel",
    "staff",
    "general",
    "female",
    "male",
}

SINGULAR: dict[str, Unit] = {
    **{
        noun: Unit.PEOPLE
        for noun in _PEOPLE
        if noun not in _NO_NOUN | {"other", "remain", "death", "troop", "injury", "life"}
    },
    **{noun: unit for unit, nouns in _OTHER_UNITS.items() for noun in nouns.split()},
}
"""One of them, by its noun."""

NOUNS: dict[str, Unit | None] = {
    **{word: None for noun in _THINGS for word in (noun, _plural(noun))},
    **{word: unit for noun, unit in SINGULAR.items() for word in (noun, _plural(noun))},
    **{_plural(noun): Unit.PEOPLE for noun in _PEOPLE if noun not in {"dier", "dead", "wounded", "injured"}},
    **_PLURALS_ONLY,
    "cities": None, "countries": None, "parties": None, "agencies": None, "bodyguards": Unit.PEOPLE,
}  # fmt: skip
"""Counted nouns, with None for things that are counted but are no unit of a claim."""

SINGLE_PEOPLE = frozenset(noun for noun, unit in SINGULAR.items() if unit is Unit.PEOPLE)
RELATIONS = frozenset(
    [
        "father",
        "mother",
        "son",
        "daughter",
        "brother",
        "sister",
        "husband",
        "wife",
        "grandfather",
        "grandmother",
        "grandson",
        "granddaughter",
        "grandchild",
        "uncle",
        "aunt",
        "cousin",
        "nephew",
        "niece",
        "spouse",
        "fiance",
        "fiancee",
        "child",
        "baby",
        "infant",
        "friend",
        "neighbour",
        "neighbor",
        "colleague",
        "mother-in-law",
        "father-in-law",
        "brother-in-law",
        "sister-in-law",
        "son-in-law",
        "daughter-in-law",
        "driver",
        "bodyguard",
    ]
)
"""One person, told by whose they are."""

STOPS = frozenset(
    """
a an the this that these those his her their its my our your who whom whose which what when where while because
and or but nor as at by for from in into inside near of off on onto out over per since than then
through to toward towards
under until upon via with within without after before against about around across along among between during amid amidst
were was is are be been being had has have having do does did will would could should may might must can shall
also not only just still already later yesterday today tonight when if so said say says told tells reported reportedly
including include includes included sustained suffered lost received took fled left arrived remained remain came went
including, being say according hit struck targeted destroyed fell landed made met saw heard lay lying trapped buried
injuring wounding killing leaving bringing it he she they we you i there here such each every all both more than
""".split()  # noqa: SIM905
)
"""They end the run of words in which a counted noun is looked for."""

MEASURES: dict[str, Kind] = {
    **dict.fromkeys(
        [
            "second",
            "seconds",
            "sec",
            "secs",
            "minute",
            "minutes",
            "min",
            "mins",
            "hour",
            "hours",
            "hr",
            "hrs",
            "day",
            "days",
            "night",
            "nights",
            "week",
            "weeks",
            "weekend",
            "weekends",
            "month",
            "months",
            "year",
            "years",
            "yr",
            "yrs",
            "decade",
            "decades",
            "century",
            "centuries",
            "fortnight",
            "fortnights",
            "season",
            "seasons",
            "generation",
            "generations",
            "moments",
            "moment",
        ],
        Kind.DURATION,
    ),
    **dict.fromkeys(
        [
            "km",
            "kms",
            "kilometer",
            "kilometers",
            "kilometre",
            "kilometres",
            "meter",
            "meters",
            "metre",
            "metres",
            "mile",
            "miles",
            "yard",
            "yards",
            "foot",
            "feet",
            "ft",
            "inch",
            "inches",
            "cm",
            "centimetre",
            "centimetres",
            "centimeter",
            "centimeters",
            "nm",
            "hectometres",
        ],
        Kind.DISTANCE,
    ),
    **dict.fromkeys(
        [
            "kg",
            "kgs",
            "kilogram",
            "kilograms",
            "kilo",
            "kilos",
            "gram",
            "grams",
            "tonne",
            "tonnes",
            "ton",
            "tons",
            "litre",
            "litres",
            "liter",
            "liters",
            "gallon",
            "gallons",
            "pound",
            "pounds",
            "lb",
            "lbs",
            "degree",
            "degrees",
            "°c",
            "°f",
            "km²",
            "m²",
            "sqkm",
            "hectare",
            "hectares",
            "acre",
            "acres",
            "megawatt",
            "megawatts",
            "mw",
            "kw",
            "kilowatts",
            "volts",
            "kmh",
            "kph",
            "mph",
            "knots",
            "barrels-of-oil",
            "calories",
            "°",
        ],
        Kind.MEASURE,
    ),
    **dict.fromkeys(
        ["mm", "millimetre", "millimetres", "millimeter", "millimeters", "caliber", "calibre"], Kind.CALIBRE
    ),
    **dict.fromkeys(["percent", "%", "percentage"], Kind.PERCENTAGE),
    **dict.fromkeys(
        [
            "dollar",
            "dollars",
            "euro",
            "euros",
            "lira",
            "liras",
            "dinar",
            "dinars",
            "rial",
            "rials",
            "riyal",
            "riyals",
            "shekel",
            "shekels",
            "rouble",
            "roubles",
            "ruble",
            "rubles",
            "usd",
            "cents",
        ],
        Kind.SUM,
    ),
}
"""Words behind a number that make it no count."""
