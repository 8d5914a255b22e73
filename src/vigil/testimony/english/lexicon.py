"""Words by which English tells of what befalls people in a war: an own list, of general language.

A word is looked up by its lemma and whether it stands as verb, noun or adjective. Where the meaning hangs on the
company
a word keeps ("hold" a prisoner, "hold" a meeting), the lexicon says which company that is.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from vigil.model.claim import EventType


class Frame(Enum):
    """How the people of an event stand around its word."""

    DOES = auto()  # subject does it to object: killed
    BEFALLS = auto()  # subject suffers it: died
    MOVES = auto()  # subject leaves, or is driven: fled
    LANDS = auto()  # subject is what falls: a shell landed
    STATE = auto()  # a state of things: dead, under siege


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word.

    Attributes:
        objects: Lemmas one of which has to be its object (or subject, where passive); empty: any will do.
        near: Lemmas or words one of which has to stand in its clause; empty: any will do.
        person: Its object has to be somebody.
    """

    event: EventType
    frame: Frame = Frame.DOES
    objects: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()  # one of these has to be there as well
    person: bool = False
    subjects: frozenset[str] = frozenset()  # lemmas one of which has to be what it befalls
    apart: frozenset[str] = frozenset()  # words in its clause that make it mean something else


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one reads it."""
    return frozenset(words.split())


E = EventType

PLACES_OF_BUILDING: Final = word_set(
    """home house building mosque church school hospital clinic shop market bakery village town quarter neighbourhood
    neighborhood district block tower barn farm field crop orchard granary warehouse factory bridge dam
    monastery temple shrine synagogue library museum university kindergarten office station depot pharmacy
    apartment flat property dwelling hut tent shelter camp car vehicle truck ambulance bus boat tractor store
    storehouse power plant pipeline well archive cathedral minaret dormitory street wall roof hall headquarters
    courthouse refinery substation terminal kiosk caravan barge brewery laundry guesthouse hangar tannery pump gasworks
    courthouse compound infrastructure stall livestock city facility centre center hotel palace prison mill silo
    olive tree registry ward theatre theater cinema laboratory lab parliament consulate embassy gym classroom workshop
    shed stadium mansion villa chapel convent seminary madrasa madrassa newsroom studio mast pylon waterworks
    transformer pier jetty quay greenhouse vineyard plantation"""
)

AID: Final = word_set(
    """aid convoy truck supply supplies food medicine water fuel relief delivery access flour ambulance humanitarian
    electricity power assistance lorry shipment medical rescuer rescue paramedic"""
)

PRISONS: Final = word_set(
    """prison jail cell custody detention branch basement dungeon incommunicado checkpoint captivity branch
    hostage ransom bureau prisoner detainee captive charge trial interrogation security intelligence police militia
    gunman soldier army guard troops authorities regime"""
)

VERBS: Final[dict[str, tuple[Sense, ...]]] = {
    **dict.fromkeys(
        [
            "kill",
            "murder",
            "execute",
            "assassinate",
            "massacre",
            "slaughter",
            "behead",
            "slay",
            "butcher",
            "lynch",
            "exterminate",
            "decapitate",
            "crucify",
            "martyr",
            "crush",
            "electrocute",
            "garrotte",
            "strangle",
            "gas",
        ],
        (Sense(E.KILLING, person=True),),
    ),
    "hang": (
        Sense(
            E.KILLING,
            person=True,
            apart=word_set("wrist wrists arm arms ceiling poster flag banner ankle ankles up phone"),
        ),
    ),
    **dict.fromkeys(
        ["die", "perish", "succumb", "suffocate", "drown"],
        (
            Sense(
                E.OTHER,
                Frame.BEFALLS,
                near=word_set(
                    "hunger cold thirst malnutrition starvation want lack disease cholera "
                    "dehydration hypothermia exposure"
                ),
            ),
            Sense(E.KILLING, Frame.BEFALLS),
        ),
    ),
    "starve": (Sense(E.OTHER, Frame.BEFALLS),),
    "freeze": (Sense(E.OTHER, Frame.BEFALLS, near=word_set("death")),),
    "fall": (
        Sense(
            E.KILLING,
            Frame.BEFALLS,
            near=word_set("fighter fighters soldier soldiers martyr martyrs comrade comrades"),
            apart=word_set(
                "shell shells bomb bombs missile missiles rocket rockets mortar mortars barrel drone drones"
            ),
        ),
        Sense(
            E.ATTACK,
            Frame.LANDS,
            near=word_set(
                "shell shells bomb bombs missile missiles rocket rockets mortar mortars "
                "barrel projectile projectiles round rounds drone drones bomblet bomblets"
            ),
        ),
    ),
    "lose": (
        Sense(E.KILLING, Frame.BEFALLS, objects=word_set("life")),
        Sense(
            E.KILLING,
            objects=word_set(
                "son daughter brother sister father mother husband wife child family "
                "parent fighter soldier relative cousin"
            ),
            person=True,
        ),
    ),
    "claim": (Sense(E.KILLING, objects=word_set("life")),),
    "bury": (Sense(E.OTHER, person=True, near=word_set("alive")), Sense(E.KILLING, person=True)),
    "recover": (Sense(E.KILLING, objects=word_set("body corpse remains")),),
    **dict.fromkeys(
        ["find", "pull", "retrieve", "exhume", "unearth", "collect", "discover", "dig", "count", "extract", "dump"],
        (Sense(E.KILLING, objects=word_set("body corpse remains")),),
    ),
    **dict.fromkeys(["injure", "wound", "hurt", "maim", "cripple"], (Sense(E.INJURY, person=True),)),
    "harm": (Sense(E.INJURY, person=True),),
    "shoot": (
        Sense(E.KILLING, person=True, near=word_set("dead death")),
        Sense(
            E.ATTACK,
            near=word_set("at down"),
            apart=word_set(
                "head chest leg legs back checkpoint roadblock gate protest rally demonstration home station"
            ),
        ),
        Sense(E.INJURY, person=True),
    ),
    "go": (
        Sense(
            E.PROPERTY_DESTRUCTION,
            Frame.BEFALLS,
            subjects=PLACES_OF_BUILDING,
            near=word_set("flame flames smoke fire"),
        ),
    ),
    **dict.fromkeys(
        ["throw", "hurl", "lob", "toss"],
        (
            Sense(E.KILLING, person=True, near=word_set("death roof window balcony")),
            Sense(E.ATTACK, objects=word_set("bomb grenade explosive stone molotov device firebomb cocktail")),
        ),
    ),
    "down": (Sense(E.ATTACK, objects=word_set("helicopter plane jet aircraft drone airliner warplane")),),
    **dict.fromkeys(["spray", "rake"], (Sense(E.ATTACK, near=word_set("bullets gunfire fire")),)),
    "lie": (Sense(E.KILLING, Frame.BEFALLS, subjects=word_set("body corpse")),),
    "litter": (Sense(E.KILLING, Frame.BEFALLS, subjects=word_set("body corpse")),),
    "poison": (Sense(E.KILLING, person=True),),
    "run": (Sense(E.KILLING, person=True, near=word_set("over"), also=word_set("tank vehicle car truck armoured")),),
    **dict.fromkeys(
        ["pick", "whisk", "haul", "cart"], (Sense(E.KIDNAPPING, person=True, near=word_set("up away off")),)
    ),
    **dict.fromkeys(
        ["reach", "enter", "arrive", "come"],
        (
            Sense(
                E.OBSTRUCTION,
                Frame.BEFALLS,
                near=word_set("no not never nothing n't neither"),
                subjects=AID | word_set("nothing"),
            ),
        ),
    ),
    **dict.fromkeys(
        ["close", "shut", "seal"],
        (Sense(E.OBSTRUCTION, objects=word_set("crossing road border checkpoint corridor highway bridge route")),),
    ),
    "hamper": (Sense(E.OBSTRUCTION),),
    "intercept": (Sense(E.OBSTRUCTION, near=AID | word_set("trucks convoys ambulances")),),
    "strip": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING),),
    "steal": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING),),
    "gut": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING),),
    "collapse": (Sense(E.PROPERTY_DESTRUCTION, Frame.BEFALLS, subjects=PLACES_OF_BUILDING),),
    **dict.fromkeys(["chase", "uproot", "banish"], (Sense(E.DISPLACEMENT, person=True),)),
    **dict.fromkeys(["hand", "swap"], (Sense(E.OTHER, person=True),)),
    "lay": (
        Sense(E.KILLING, Frame.BEFALLS, subjects=word_set("body corpse")),
        Sense(E.ATTACK, objects=word_set("mine landmine explosive")),
        Sense(E.SIEGE, near=word_set("siege")),
    ),
    "plant": (Sense(E.ATTACK, objects=word_set("mine landmine explosive bomb")),),
    "gun": (Sense(E.KILLING, person=True, near=word_set("down")),),
    "mow": (Sense(E.KILLING, person=True, near=word_set("down")),),
    **dict.fromkeys(
        ["stab", "burn", "hack", "bludgeon", "choke", "push"],
        (Sense(E.KILLING, person=True, near=word_set("death alive roof")),),
    ),
    **dict.fromkeys(
        ["beat", "kick", "punch"],
        (Sense(E.KILLING, person=True, near=word_set("death")), Sense(E.TORTURE, person=True)),
    ),
    "torture": (Sense(E.KILLING, person=True, near=word_set("death")), Sense(E.TORTURE, person=True)),
    "arrest": (Sense(E.ARBITRARY_DETENTION, person=True),),
    **dict.fromkeys(
        ["detain", "imprison", "jail", "incarcerate", "intern"], (Sense(E.ARBITRARY_DETENTION, person=True),)
    ),
    **dict.fromkeys(["kidnap", "abduct", "snatch"], (Sense(E.KIDNAPPING, person=True),)),
    **dict.fromkeys(
        ["hold", "take", "seize", "capture", "drag", "apprehend", "force", "grab", "round", "lead", "bundle"],
        (Sense(E.KIDNAPPING, person=True),),  # which kind of taking: by whom, and how it went on
    ),
    "disappear": (Sense(E.ENFORCED_DISAPPEARANCE, Frame.BEFALLS),),
    "vanish": (Sense(E.ENFORCED_DISAPPEARANCE, Frame.BEFALLS, person=True),),
    **dict.fromkeys(
        ["whip", "flog", "waterboard", "torment", "mistreat", "brutalise", "brutalize"],
        (Sense(E.TORTURE, person=True),),
    ),
    "rape": (Sense(E.SEXUAL_VIOLENCE, person=True),),
    "molest": (Sense(E.SEXUAL_VIOLENCE, person=True),),
    **dict.fromkeys(["assault", "abuse"], (Sense(E.SEXUAL_VIOLENCE, near=word_set("sexually")),)),
    **dict.fromkeys(["shell", "bomb", "bombard", "strafe", "pound", "mortar", "rocket"], (Sense(E.ATTACK),)),
    **dict.fromkeys(["attack", "raid", "storm", "ambush", "invade"], (Sense(E.ATTACK),)),
    "strike": (Sense(E.ATTACK, apart=word_set("deal agreement balance bargain chord")),),
    "hit": (Sense(E.INJURY, person=True, near=word_set("was were been be being")), Sense(E.ATTACK)),
    "target": (Sense(E.ATTACK),),
    "explode": (Sense(E.ATTACK, Frame.LANDS),),
    "detonate": (Sense(E.ATTACK, Frame.LANDS),),
    "land": (
        Sense(
            E.ATTACK,
            Frame.LANDS,
            near=word_set(
                "shell shells bomb bombs missile missiles rocket rockets mortar "
                "mortars barrel projectile projectiles round rounds"
            ),
        ),
    ),
    "fire": (Sense(E.ATTACK, apart=word_set("job")),),
    "open": (Sense(E.ATTACK, objects=word_set("fire")),),
    "drop": (
        Sense(
            E.ATTACK,
            objects=word_set("bomb barrel explosive shell missile munition phosphorus napalm ordnance chlorine gas it"),
        ),
    ),
    "launch": (
        Sense(E.ATTACK, objects=word_set("attack strike airstrike missile rocket raid drone offensive assault shell")),
    ),
    "use": (Sense(E.ATTACK, objects=word_set("chlorine sarin gas phosphorus munition napalm weapon agent")),),
    "conduct": (Sense(E.ATTACK, objects=word_set("strike airstrike raid attack")),),
    "carry": (Sense(E.ATTACK, objects=word_set("strike airstrike raid attack assault bombing")),),
    "blow": (
        Sense(E.PROPERTY_DESTRUCTION, near=word_set("up"), objects=PLACES_OF_BUILDING | word_set("it")),
        Sense(E.ATTACK, near=word_set("up")),
    ),
    **dict.fromkeys(["besiege", "blockade", "encircle", "surround"], (Sense(E.SIEGE),)),
    "trap": (Sense(E.SIEGE, near=word_set("enclave city town quarter siege besieged district area neighbourhood")),),
    "block": (Sense(E.OBSTRUCTION),),
    "obstruct": (Sense(E.OBSTRUCTION),),
    "impede": (Sense(E.OBSTRUCTION),),
    "hinder": (Sense(E.OBSTRUCTION),),
    **dict.fromkeys(
        [
            "prevent",
            "stop",
            "bar",
            "halt",
            "delay",
            "turn",
            "confiscate",
            "remove",
            "divert",
            "withhold",
            "restrict",
            "cut",
            "disallow",
        ],
        (
            Sense(
                E.OBSTRUCTION,
                near=AID | word_set("supplies ambulances trucks convoys lorries rescuers paramedics entry"),
            ),
        ),
    ),
    "deny": (
        Sense(E.OBSTRUCTION, objects=word_set("access entry permission passage food water medicine aid treatment")),
    ),
    "refuse": (Sense(E.OBSTRUCTION, objects=word_set("access entry permission passage permit")),),
    "receive": (
        Sense(
            E.OBSTRUCTION,
            near=word_set("no nothing not never neither"),
            objects=word_set("aid food delivery supply medicine assistance relief water"),
        ),
    ),
    "get": (Sense(E.EVACUATION, person=True, near=word_set("out")),),
    **dict.fromkeys(
        ["let", "allow", "permit"],
        (
            Sense(
                E.OBSTRUCTION,
                near=word_set("no not never nothing without n't"),
                also=word_set("into enter reach in access visit inside"),
            ),
            Sense(E.EVACUATION, person=True, near=word_set("out leave")),
            Sense(
                E.OBSTRUCTION,
                near=word_set("no not never nothing without refused refuse only nor"),
                objects=AID | word_set("through"),
            ),
        ),
    ),
    **dict.fromkeys(
        ["displace", "expel", "evict", "deport", "uproot", "resettle", "dislocate"],
        (Sense(E.DISPLACEMENT, person=True),),
    ),
    "drive": (Sense(E.DISPLACEMENT, person=True, near=word_set("out from home homes land lands")),),
    "flee": (Sense(E.DISPLACEMENT, Frame.MOVES),),
    "leave": (
        Sense(
            E.EVACUATION,
            Frame.MOVES,
            near=word_set("bus buses corridor deal convoy agreement evacuation car cars families"),
        ),
        Sense(E.DISPLACEMENT, Frame.MOVES, near=word_set("home homes village fled displaced"), person=True),
    ),
    "cross": (Sense(E.DISPLACEMENT, Frame.MOVES, near=word_set("into border"), person=True),),
    **dict.fromkeys(
        [
            "destroy",
            "loot",
            "demolish",
            "bulldoze",
            "raze",
            "damage",
            "ransack",
            "wreck",
            "pillage",
            "torch",
            "vandalise",
            "vandalize",
            "dynamite",
            "flatten",
            "plunder",
            "desecrate",
            "obliterate",
        ],
        (Sense(E.PROPERTY_DESTRUCTION),),
    ),
    "level": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING),),
    "burn": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING | word_set("it down")),),
    "set": (Sense(E.PROPERTY_DESTRUCTION, near=word_set("fire ablaze alight")),),
    "reduce": (Sense(E.PROPERTY_DESTRUCTION, near=word_set("rubble ashes ruins")),),
    "evacuate": (Sense(E.EVACUATION),),
    "bus": (Sense(E.EVACUATION),),
    **dict.fromkeys(["release", "free", "liberate"], (Sense(E.OTHER, person=True),)),
    "surrender": (Sense(E.OTHER, Frame.BEFALLS),),
    "exchange": (Sense(E.OTHER, person=True),),
    "move": (Sense(E.OTHER, objects=word_set("detainee prisoner hostage captive")),),
    "transfer": (Sense(E.OTHER, person=True),),
    "force-march": (Sense(E.DISPLACEMENT, person=True),),
}

NOUNS: Final[dict[str, Sense]] = {
    **dict.fromkeys(
        [
            "killing",
            "murder",
            "execution",
            "assassination",
            "massacre",
            "slaughter",
            "beheading",
            "death",
            "fatality",
            "lynching",
            "martyr",
            "martyrdom",
            "slaying",
            "hanging",
            "bloodbath",
            "bloodshed",
            "carnage",
        ],
        Sense(E.KILLING),
    ),
    **dict.fromkeys(["body", "corpse"], Sense(E.KILLING)),
    **dict.fromkeys(["injury", "wounding", "maiming"], Sense(E.INJURY)),
    **dict.fromkeys(
        ["arrest", "detention", "imprisonment", "incarceration", "internment"], Sense(E.ARBITRARY_DETENTION)
    ),
    **dict.fromkeys(["kidnapping", "abduction", "hostage-taking"], Sense(E.KIDNAPPING)),
    "disappearance": Sense(E.ENFORCED_DISAPPEARANCE),
    **dict.fromkeys(["torture", "beating", "flogging", "ill-treatment", "mistreatment"], Sense(E.TORTURE)),
    "rape": Sense(E.SEXUAL_VIOLENCE),
    **dict.fromkeys(
        [
            "airstrike",
            "shelling",
            "bombardment",
            "bombing",
            "attack",
            "raid",
            "ambush",
            "offensive",
            "clash",
            "assault",
            "explosion",
            "blast",
            "strike",
            "gunfire",
            "air-strike",
            "barrage",
        ],
        Sense(E.ATTACK),
    ),
    **dict.fromkeys(["siege", "blockade", "encirclement"], Sense(E.SIEGE)),
    **dict.fromkeys(["obstruction"], Sense(E.OBSTRUCTION)),
    **dict.fromkeys(["displacement", "expulsion", "eviction", "deportation", "exodus"], Sense(E.DISPLACEMENT)),
    **dict.fromkeys(
        ["destruction", "demolition", "looting", "burning", "razing", "arson"], Sense(E.PROPERTY_DESTRUCTION)
    ),
    "victim": Sense(E.KILLING),
    "casualty": Sense(E.KILLING),
    "pause": Sense(E.CEASEFIRE, near=word_set("humanitarian")),
    "exchange": Sense(E.OTHER, near=word_set("prisoner prisoners hostage hostages")),
    "swap": Sense(E.OTHER, near=word_set("prisoner prisoners hostage hostages")),
    "passage": Sense(E.EVACUATION, near=word_set("safe")),
    "corridor": Sense(E.EVACUATION, near=word_set("humanitarian safe")),
    "grave": Sense(E.KILLING),
    **dict.fromkeys(["evacuation"], Sense(E.EVACUATION)),
    **dict.fromkeys(["ceasefire", "cease-fire", "truce", "armistice"], Sense(E.CEASEFIRE)),
    **dict.fromkeys(["release", "surrender"], Sense(E.OTHER)),
}

ADJECTIVES: Final[dict[str, Sense]] = {
    "dead": Sense(E.KILLING, Frame.STATE),
    "missing": Sense(E.OTHER, Frame.STATE),
    "injured": Sense(E.INJURY, Frame.STATE),
    "wounded": Sense(E.INJURY, Frame.STATE),
    "displaced": Sense(E.DISPLACEMENT, Frame.STATE),
    "besieged": Sense(E.SIEGE, Frame.STATE),
    "homeless": Sense(E.DISPLACEMENT, Frame.STATE),
}

ORDERS: Final = word_set("tell order instruct command")
"""How people are made to leave: "ordered all residents to evacuate"."""

ENDINGS: Final = word_set("stop cease halt end lift")
"""What is asked of whoever goes on: "must stop firing"."""

FIGURES: Final = word_set("figure number toll count tally total")
"""What a figure goes by: "the toll is 14"."""

WEAPONS: Final = word_set(
    """shell strike airstrike air-strike bomb missile rocket explosion blast fire mortar raid drone attack gas shelling
    bombing bombardment gunfire clash shrapnel bullet round projectile grenade mine landmine barrel munition artillery
    ammunition shot phosphorus chlorine sarin napalm device ied ambush offensive barrage assault operation incursion
    fighting battle violence collapse crossfire salvo warhead torpedo agent crash cylinder rubble wall debris
    duel exchange stampede"""
)
"""What kills without being who kills."""

HELD_BY: Final = word_set("wrist ankle hand arm leg foot feet hair neck throat rope chain handcuff shackle")
"""By what people are hung or held: it did nothing."""

BESIDE: Final = word_set(
    """river road roadside lake pond canal stream shore riverside beach seaside well fence wall gate bridge pool ditch
    motorway highway railway harbour harbor quay path track doorway window"""
)
"""What people are shot by, and were shot beside."""

MEANS: Final = word_set(
    """phone telephone email e-mail text message radio skype whatsapp telegram bus rail train road sea air boat plane
    leaflet loudspeaker land foot truck car helicopter ambulance ferry ship mail post letter video"""
)
"""By what something is said or people are brought, where the word stands alone: "by bus"."""

PARTS_OF_NATURE: Final = word_set(
    """hunger cold disease famine starvation cholera winter flood earthquake storm wildfire tsunami hurricane
    cyclone typhoon tornado blizzard avalanche volcano quake aftershock drought exposure dehydration want
    lack malnutrition accident landslide heat hypothermia fever infection electricity number toll figure count
    total tally estimate report statement video
    photo footage image record list article news claim evidence agreement deal
    siege war conflict blockade which that this there what decision order policy campaign sanction heart"""
)
"""What is no actor either."""

STATE: Final = word_set(
    """army soldier troop troops police policeman officer intelligence government regime authorities authority
    mukhabarat ministry guard directorate bureau military security idf state navy gendarme gendarmerie interior
    administration junta court prosecutor ministry command air branch border-guard warplane jet aircraft"""
)
"""Of state forces."""

ARMED: Final = word_set(
    """rebel militant gunman gunmen militia militiaman militiamen group gang bandit jihadist extremist insurgent
    fighter terrorist kidnapper abductor armed masked unidentified unknown islamic isis isil daesh houthi
    houthis settler settlers vigilante warlord cartel smuggler faction brigade battalion captor assailant
    attacker hooded tribesman opposition paramilitary separatist guerrilla front jaish jabhat ahrar liwa hamas
    hezbollah hizbollah hizballah rsf m23 adf taliban shabaab janjaweed"""
)
"""Of armed men who are no state's."""

PEOPLE_WHO_ACT: Final = word_set(
    """force forces coalition pilot sniper man men convoy unit patrol team commander colonel general lieutenant captain
    major sergeant cell company party side bomber suicide-bomber driver mob crowd leader warden interrogator
    jailer"""
)

VICTIM_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(["civilian", "noncombatant"], "civilians"),
    **dict.fromkeys(
        ["woman", "grandmother", "mother", "sister", "wife", "widow", "aunt", "niece", "lady", "bride", "housewife"],
        "women",
    ),
    **dict.fromkeys(
        [
            "child",
            "boy",
            "girl",
            "infant",
            "baby",
            "toddler",
            "minor",
            "newborn",
            "kid",
            "schoolchild",
            "schoolgirl",
            "schoolboy",
            "teenager",
            "orphan",
            "pupil",
        ],
        "children",
    ),
    **dict.fromkeys(
        [
            "doctor",
            "nurse",
            "medic",
            "paramedic",
            "surgeon",
            "midwife",
            "physician",
            "pharmacist",
            "anaesthetist",
            "paediatrician",
            "dentist",
        ],
        "medics",
    ),
    **dict.fromkeys(["aid worker", "relief worker", "humanitarian worker", "humanitarian", "aid staff"], "aid_workers"),
    **dict.fromkeys(
        [
            "journalist",
            "reporter",
            "editor",
            "photographer",
            "cameraman",
            "correspondent",
            "broadcaster",
            "photojournalist",
            "cameraperson",
            "newsreader",
        ],
        "journalists",
    ),
    **dict.fromkeys(
        [
            "soldier",
            "fighter",
            "militant",
            "rebel",
            "troop",
            "insurgent",
            "gunman",
            "combatant",
            "militiaman",
            "trooper",
            "jihadist",
            "serviceman",
            "servicewoman",
            "sergeant",
            "corporal",
            "reservist",
            "guerrilla",
            "paratrooper",
            "conscript",
            "marine",
            "mercenary",
            "terrorist",
        ],
        "combatants",
    ),
}

PHRASES_OF: Final = {
    ("prisoner", "war"): "combatants",
    **{(one, body): "aid_workers" for one in ("staff", "worker", "employee", "member") for body in ("ngo", "charity")},
}

VICTIM_PHRASES: Final[dict[str, str]] = {
    "aid worker": "aid_workers",
    "relief worker": "aid_workers",
    "humanitarian worker": "aid_workers",
    "health worker": "medics",
    "medical worker": "medics",
    "medical staff": "medics",
    "ambulance crew": "medics",
    "ambulance driver": "medics",
    **{
        f"{body} {one}": "aid_workers"
        for body in ("crescent", "cross", "helmet", "ngo", "un", "charity")
        for one in ("volunteer", "worker", "staff", "employee")
    },
    "media worker": "journalists",
    **{
        f"{what} {one}": "journalists"
        for what in ("radio", "tv", "television", "news")
        for one in ("presenter", "anchor")
    },
    "radio host": "journalists",
    "pro-government fighter": "combatants",
}

ANIMALS: Final = word_set(
    "goat cow sheep camel horse donkey dog cat chicken livestock animal bird tree leaflet tonne ton"
)
