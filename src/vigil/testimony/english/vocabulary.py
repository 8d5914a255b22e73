"""All verbs that tell of an event: those of the lexicon, and everyday ones that do so only in a certain company."""

from typing import Final

from vigil.model.claim import EventType as E
from vigil.testimony.english.lexicon import AID, NOUNS, ORDERS, PLACES_OF_BUILDING, VERBS, Frame, Sense, word_set
from vigil.testimony.english.persons import PERSONS

_MORGUES: Final = word_set("morgue morgues mortuary hospital hospitals clinic")
_WEAPONS: Final = word_set(
    """shell bomb missile rocket mortar barrel projectile round device charge car-bomb grenade mine explosive munition
    drone ied"""
)
_FALLING: Final = _WEAPONS | frozenset(word + "s" for word in _WEAPONS)
_BOMBS: Final = _FALLING | word_set("car truck motorcycle motorbike charge explosion")
_AREAS: Final = word_set(
    "town city village enclave quarter district neighbourhood neighborhood suburb camp area hamlet region"
)
_WAYS: Final = word_set("road crossing route highway border corridor bridge line street")
_NOT: Final = word_set("no not never nothing n't neither nobody cannot unable refuse refused refuses refusing")
_DOWN: Final = Sense(E.PROPERTY_DESTRUCTION, near=word_set("down apart"), objects=PLACES_OF_BUILDING)
_OUT_OF_USE: Final = Sense(
    E.PROPERTY_DESTRUCTION,
    objects=PLACES_OF_BUILDING,
    near=word_set("service action use commission order"),
    also=word_set("out"),
)
_LANDING: Final = Sense(E.ATTACK, Frame.LANDS, subjects=_FALLING)
_THROUGH: Final = Sense(E.OBSTRUCTION, near=_NOT, also=word_set("through in past pass into enter"))
_TO_DEATH: Final = Sense(E.KILLING, person=True, near=word_set("death"))
_OUT: Final = Sense(
    E.EVACUATION, person=True, near=word_set("out"), also=word_set("bus buses ambulance wounded sick patients corridor")
)
_AWAY: Final = Sense(E.KIDNAPPING, person=True, near=word_set("away off into onto"))
_POUR: Final = Sense(E.DISPLACEMENT, Frame.MOVES, person=True, near=word_set("out into border across towards toward"))
_TO_THE_MORGUE: Final = Sense(E.KILLING, objects=word_set("body corpse remains"), near=_MORGUES)
_BLOWS: Final = Sense(E.TORTURE, person=True)

_VEHICLES: Final = word_set(
    "car bus taxi van minibus vehicle truck motorbike motorcycle jeep pickup pick-up boat lorry suv"
)
_CARRIERS: Final = AID | _VEHICLES | word_set("column lorry ship tanker tractor coach train")
_FIGHTERS: Final = word_set(
    """militant fighter terrorist insurgent gunman rebel militiaman combatant jihadist commander extremist soldier
    mercenary"""
)
_LIMBS: Final = word_set(
    "eyesight vision eye leg arm limb hand foot finger sight hearing legs arms eyes fingers toe ear"
)
_WOUNDS: Final = word_set("wound injury burn fracture")
_HURT_BY: Final = word_set(
    "wounds injuries burns fractures wound injury burn shrapnel bullet bullets gunshot concussion"
)
_DISPOSED: Final = word_set(
    "safely unexploded controlled clear disposal sappers sapper experts engineers defused field"
)
_MONEY: Final = word_set("budget economy finances revenue profits reputation sales")
_CRIMES: Final = word_set(
    "abusing abuse raping rape murder murdering fraud theft robbery smuggling corruption manslaughter assault"
)
_PLAGUES: Final = word_set("hunger starvation famine cholera disease measles cold winter malnutrition thirst")
_HOUSEHOLDS: Final = word_set("population inhabitant resident villager townspeople family")
_PAPERS: Final = word_set("visa permit permission clearance access entry licence license accreditation authorisation")
_RELIEF: Final = word_set("aid relief humanitarian agencies agency ngo ngos charities charity msf unicef un doctors")
_WRITES: Final = word_set(
    """journalist reporter editor blogger activist lawyer protester demonstrator student teacher poet writer
    photographer priest campaigner unionist dissident politician opponent critic publisher cartoonist defender"""
)
_UNDER_FIRE: Final = (
    PLACES_OF_BUILDING
    | _AREAS
    | AID
    | word_set(
        "patrol position team crew troop soldier rescuer medic unit civilian resident protester crowd checkpoint"
    )
)
"""What comes under fire, and is no minister whom critics blame."""
_SHOOTING: Final = word_set("fighting hostility shelling gun shooting bombardment firing")
_ENDS_ITSELF: Final = Sense(E.CEASEFIRE, Frame.LANDS, subjects=_SHOOTING)
_SUFFERS: Final = Sense(E.INJURY, Frame.BEFALLS, objects=_WOUNDS)

_FIGHTING: Final = word_set(
    "fighting shelling bombing bombardment clashes violence offensive attack attacks advance strikes"
)

FIRST: Final[dict[str, tuple[Sense, ...]]] = {
    "force": (
        Sense(E.OBSTRUCTION, objects=_CARRIERS | word_set("it they we"), near=word_set("back around return")),
        Sense(E.SEXUAL_VIOLENCE, near=word_set("themselves himself"), also=word_set("on upon")),
        Sense(
            E.DISPLACEMENT,
            person=True,
            near=word_set("home homes house houses out village villages land lands"),
            apart=word_set("into van car"),
        ),
        Sense(E.DISPLACEMENT, person=True, near=frozenset({"out"}), also=_AREAS | word_set("camps towns villages")),
    ),
    "hang": (
        Sense(
            E.TORTURE,
            person=True,
            near=word_set("wrist wrists arm arms ceiling ankle ankles feet hands pipe hook hooks"),
        ),
    ),
    "shoot": (Sense(E.KILLING, person=True, near=word_set("wall execution-style executed point-blank")),),
    "come": (
        Sense(E.PROPERTY_DESTRUCTION, Frame.BEFALLS, subjects=PLACES_OF_BUILDING, near=word_set("down")),
        Sense(E.ATTACK, Frame.LANDS, subjects=_FALLING, near=word_set("from down in")),
        Sense(E.ATTACK, Frame.BEFALLS, near=word_set("under"), also=word_set("fire"), subjects=_UNDER_FIRE),
    ),
    "cut": (
        Sense(E.SIEGE, objects=_AREAS, near=word_set("off")),
        Sense(E.OBSTRUCTION, objects=_WAYS),
    ),
    "seal": (Sense(E.SIEGE, objects=_AREAS, near=word_set("off")),),
    "stop": (Sense(E.CEASEFIRE, objects=word_set("fighting hostility hostilities shooting")),),
    "halt": (Sense(E.CEASEFIRE, objects=word_set("fighting hostility hostilities")),),
    "pick": (Sense(E.KILLING, person=True, near=word_set("sniper snipers"), also=word_set("off")),),
    "knock": (_OUT_OF_USE, Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING, near=frozenset({"out"}))),
    "put": (_OUT_OF_USE,),
    "lay": (Sense(E.CEASEFIRE, objects=word_set("arm arms weapon"), near=word_set("down")),),
    "go": (
        Sense(E.ATTACK, Frame.LANDS, subjects=_BOMBS, near=word_set("off")),
        Sense(E.KILLING, Frame.BEFALLS, subjects=word_set("body bodies corpse corpses"), near=_MORGUES),
    ),
    "arrive": (Sense(E.KILLING, Frame.BEFALLS, subjects=word_set("body bodies corpse corpses"), near=_MORGUES),),
    **dict.fromkeys(["enter", "register", "log", "record"], (Sense(E.KILLING, objects=word_set("body corpse")),)),
    "trigger": (Sense(E.ATTACK, objects=_BOMBS - {"explosion"}, apart=_DISPOSED),),
    "carry": (
        _TO_THE_MORGUE,
        Sense(E.ATTACK, objects=frozenset({"sortie"})),
        Sense(E.OTHER, person=True, near=frozenset({"off"}), subjects=_PLAGUES),
        Sense(E.KIDNAPPING, person=True, near=word_set("away off"), apart=word_set("body bodies dead wounded")),
    ),
    "lie": (Sense(E.PROPERTY_DESTRUCTION, Frame.BEFALLS, subjects=PLACES_OF_BUILDING, near=word_set("ruins rubble")),),
    "hold": (
        Sense(
            E.OBSTRUCTION,
            objects=_CARRIERS,
            near=word_set("up back checkpoint border crossing"),
        ),
    ),
    "step": (Sense(E.ATTACK, Frame.BEFALLS, near=word_set("mine mines landmine landmines ied explosive")),),
    "hit": (
        Sense(E.INJURY, person=True, near=word_set("eye head leg chest neck face arm stomach back shoulder thigh")),
    ),
    "turn": (Sense(E.OBSTRUCTION, objects=_CARRIERS, near=word_set("back away around")),),
    **dict.fromkeys(
        ORDERS,
        (
            Sense(
                E.EVACUATION,
                person=True,
                near=frozenset({"leave"}),
                objects=word_set("resident people civilian family villager inhabitant population everyone all"),
            ),
        ),
    ),
    "leave": (
        Sense(
            E.EVACUATION,
            Frame.LANDS,
            subjects=word_set("buses coaches ambulances"),
            apart=word_set("bring take collect evacuate carry"),
        ),
        Sense(E.EVACUATION, Frame.LANDS, subjects=frozenset({"convoy"}), near=word_set("evacuees buses families")),
        Sense(E.INJURY, person=True, near=_HURT_BY, also=frozenset({"with"})),
        Sense(
            E.DISPLACEMENT, Frame.MOVES, subjects=_HOUSEHOLDS, near=word_set("half most all entire whole"), person=True
        ),
    ),
    "keep": (Sense(E.SIEGE, near=word_set("cut sealed"), also=word_set("off")),),
    "push": (Sense(E.KIDNAPPING, person=True, near=word_set("into onto"), also=_VEHICLES),),
    "die": (
        Sense(
            E.OTHER,
            Frame.BEFALLS,
            near=word_set("oxygen insulin dialysis incubator incubators"),
            apart=word_set("strike airstrike shelling bomb explosion blast fire gunfire"),
        ),
    ),
    "transfer": (Sense(E.DISPLACEMENT, person=True, near=word_set("forcibly")),),
    "poison": (Sense(E.PROPERTY_DESTRUCTION, objects=word_set("well water cistern")),),
    "strip": (Sense(E.SEXUAL_VIOLENCE, person=True, near=word_set("naked")),),
    "pull": (
        Sense(E.TORTURE, objects=word_set("fingernail nail toenail tooth")),
        Sense(E.KIDNAPPING, person=True, near=word_set("house home bed") | _VEHICLES),
        _DOWN,
    ),
    "exchange": (Sense(E.ATTACK, objects=word_set("fire gunfire")),),
    "run": (Sense(E.OBSTRUCTION, objects=word_set("blockade")),),
    "receive": (Sense(E.KILLING, objects=word_set("body corpse")),),
    **dict.fromkeys(["bring", "deliver", "move"], (_TO_THE_MORGUE,)),
    "set": (Sense(E.ATTACK, objects=_BOMBS, near=frozenset({"off"}), apart=_DISPOSED),),
    "pass": (Sense(E.KILLING, Frame.BEFALLS, near=frozenset({"away"}), person=True),),
    "survive": (Sense(E.KILLING, Frame.BEFALLS, near=word_set("not n't"), person=True),),
    **dict.fromkeys(["treat", "admit"], (Sense(E.INJURY, person=True, near=_HURT_BY - {"wound", "injury", "burn"}),)),
    "choke": (
        Sense(E.KILLING, person=True, near=word_set("death")),
        Sense(E.INJURY, Frame.BEFALLS, near=word_set("gas tear fumes smoke chlorine choking")),
    ),
    "blind": (Sense(E.INJURY, objects=PERSONS, apart=word_set("rage love light ambition anger grief tears")),),
    "sentence": (
        Sense(
            E.ARBITRARY_DETENTION,
            objects=_WRITES,
            near=word_set("prison jail imprisonment years months bars"),
            apart=_CRIMES,
        ),
    ),
    "empty": (Sense(E.DISPLACEMENT, Frame.LANDS, subjects=_AREAS),),
    "send": (Sense(E.DISPLACEMENT, person=True, near=frozenset({"running"})),),
    **dict.fromkeys(["grant", "issue", "renew"], (Sense(E.OBSTRUCTION, objects=_PAPERS, near=_NOT, also=_RELIEF),)),
    **dict.fromkeys(["suspend", "revoke", "withdraw"], (Sense(E.OBSTRUCTION, objects=_PAPERS, near=_RELIEF),)),
    **dict.fromkeys(
        ["prevent", "bar", "stop", "forbid"],
        (
            Sense(
                E.OBSTRUCTION,
                person=True,
                near=frozenset({"from"}),
                also=word_set("leaving fleeing entering reaching returning crossing escaping"),
            ),
        ),
    ),
    "deface": (Sense(E.PROPERTY_DESTRUCTION),),
    "fly": (Sense(E.ATTACK, objects=frozenset({"sortie"}), apart=word_set("aid relief humanitarian supply supplies")),),
    "detonate": (Sense(E.ATTACK, objects=_BOMBS, apart=_DISPOSED),),
    "cost": (Sense(E.INJURY, objects=_LIMBS),),
    "abandon": (
        Sense(
            E.DISPLACEMENT,
            Frame.MOVES,
            person=True,
            objects=word_set("home house village farm belonging property"),
        ),
    ),
    "lose": (Sense(E.INJURY, Frame.BEFALLS, objects=_LIMBS),),
    "take": (
        Sense(E.KILLING, objects=frozenset({"life"}), near=frozenset({"of"})),
        Sense(
            E.DISPLACEMENT,
            Frame.MOVES,
            objects=frozenset({"refuge"}),
            near=word_set(
                """church churches school schools camp camps mosque mosques monastery border forest hospital stadium
                convent university airport base compound"""
            ),
            person=True,
        ),
        Sense(E.ATTACK, objects=frozenset({"hit"}), near=frozenset({"direct"})),
        Sense(E.EVACUATION, person=True, near=word_set("bus buses ambulances convoy"), also=word_set("out")),
        Sense(
            E.EVACUATION,
            person=True,
            near=frozenset({"out"}),
            also=word_set(
                """wounded injured sick patients civilians evacuees bus buses ambulance ambulances convoy deal agreement
                corridor safety crescent cross"""
            ),
            apart=word_set("blindfolded handcuffed beaten shot gunpoint night masked"),
        ),
        _TO_THE_MORGUE,
    ),
    "fall": (Sense(E.CEASEFIRE, Frame.LANDS, subjects=_SHOOTING, near=word_set("silent quiet")),),
    "burn": (
        Sense(E.KILLING, person=True, near=word_set("alive death")),
        Sense(E.TORTURE, person=True, near=word_set("cigarette cigarettes iron irons")),
    ),
}
"""Senses that are asked before those of the lexicon: each with the company it needs."""

AFTER: Final[dict[str, tuple[Sense, ...]]] = {
    "put": (
        _TO_DEATH,
        Sense(
            E.ARBITRARY_DETENTION,
            person=True,
            near=word_set("prison jail cell custody arrest bars"),
            apart=word_set("number figure total toll"),
        ),
        Sense(E.KIDNAPPING, person=True, near=word_set("van car truck")),
    ),
    **dict.fromkeys(["stone", "club"], (_TO_DEATH,)),
    "bleed": (Sense(E.KILLING, Frame.BEFALLS, near=word_set("death")),),
    "silence": (Sense(E.CEASEFIRE, objects=word_set("gun guns weapon")),),
    **dict.fromkeys(["let", "allow", "permit"], (_THROUGH,)),
    "turn": (Sense(E.OBSTRUCTION, person=True, near=word_set("back away")),),
    **dict.fromkeys(
        ["forbid", "ban", "prohibit"],
        (Sense(E.OBSTRUCTION, near=AID | word_set("entering enter entry leaving leave supplies trucks convoys")),),
    ),
    "strand": (Sense(E.OBSTRUCTION, objects=AID),),
    "rain": (Sense(E.ATTACK, Frame.LANDS, subjects=_FALLING | word_set("weapon weapons fire")),),
    "slam": (_LANDING,),
    "crash": (Sense(E.ATTACK, Frame.LANDS, subjects=_WEAPONS),),
    "impact": (_LANDING,),
    **dict.fromkeys(
        ["pummel", "hammer", "batter", "blast", "strafe"],
        (Sense(E.ATTACK, objects=PLACES_OF_BUILDING | _AREAS | word_set("position front line it")),),
    ),
    **dict.fromkeys(["firebomb", "torpedo", "machine-gun"], (Sense(E.ATTACK),)),
    "clash": (Sense(E.ATTACK),),
    "trade": (Sense(E.ATTACK, objects=word_set("fire shell blow")),),
    "unleash": (Sense(E.ATTACK, objects=word_set("attack strike barrage rocket missile shell fire volley salvo")),),
    "lob": (Sense(E.ATTACK, objects=_WEAPONS),),
    "release": (Sense(E.ATTACK, objects=word_set("gas chlorine sarin")),),
    "deploy": (Sense(E.ATTACK, objects=word_set("gas chlorine sarin munition napalm phosphorus")),),
    **dict.fromkeys(["wipe", "finish"], (Sense(E.KILLING, person=True, near=word_set("out off")),)),
    "cut": (Sense(E.KILLING, person=True, near=word_set("down throat throats")),),
    "slit": (Sense(E.KILLING, objects=word_set("throat")),),
    **dict.fromkeys(["empty", "depopulate", "clear"], (Sense(E.DISPLACEMENT, objects=_AREAS),)),
    **dict.fromkeys(["pour", "stream"], (_POUR,)),
    "escape": (
        Sense(
            E.DISPLACEMENT,
            Frame.MOVES,
            person=True,
            near=word_set("fighting village villages town city shelling bombing advance clashes home homes"),
        ),
    ),
    "seek": (Sense(E.DISPLACEMENT, Frame.MOVES, objects=word_set("refuge shelter sanctuary")),),
    **dict.fromkeys(["airlift", "ferry", "shuttle"], (Sense(E.EVACUATION, person=True),)),
    "bring": (
        _OUT,
        Sense(E.EVACUATION, person=True, near=frozenset({"safety"})),
        Sense(
            E.EVACUATION,
            near=word_set("out"),
            also=word_set("of from"),
            objects=word_set("civilian wounded resident family people patient evacuee woman child injured sick"),
        ),
        Sense(
            E.KILLING, person=True, near=word_set("dead"), also=frozenset({"in"}), apart=word_set("number toll total")
        ),
    ),
    **dict.fromkeys(["march", "herd", "shove", "spirit", "frogmarch"], (_AWAY,)),
    "nab": (Sense(E.ARBITRARY_DETENTION, person=True),),
    **dict.fromkeys(["lash", "thrash", "cane", "scald"], (_BLOWS,)),
    "suspend": (Sense(E.TORTURE, person=True, near=word_set("wrist wrists arm arms ceiling ankle ankles")),),
    "give": (Sense(E.TORTURE, person=True, near=word_set("shock shocks")),),
    "subject": (Sense(E.TORTURE, person=True, near=word_set("shock shocks beatings lashes waterboarding whippings")),),
    "see": (Sense(E.KILLING, objects=word_set("body corpse")),),
    "hear": (Sense(E.ENFORCED_DISAPPEARANCE, person=True, near=word_set("not n't never"), also=word_set("from of")),),
    **dict.fromkeys(["grope", "gang-rape", "gangrape"], (Sense(E.SEXUAL_VIOLENCE, person=True),)),
    **dict.fromkeys(["tear", "knock"], (_DOWN,)),
    "smash": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING),),
    "incinerate": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING),),
    "blow": (Sense(E.PROPERTY_DESTRUCTION, objects=PLACES_OF_BUILDING, near=word_set("apart down")),),
    "cease": (Sense(E.CEASEFIRE, objects=word_set("fire hostility hostilities fighting")), _ENDS_ITSELF),
    **dict.fromkeys(["stop", "halt"], (_ENDS_ITSELF,)),
    **dict.fromkeys(["stab", "hack", "knife", "slash"], (Sense(E.INJURY, person=True),)),
    **dict.fromkeys(
        ["eliminate", "neutralise", "neutralize", "liquidate"], (Sense(E.KILLING, objects=_FIGHTERS, person=True),)
    ),
    "cost": (Sense(E.KILLING, objects=word_set("life")),),
    **dict.fromkeys(
        ["suffer", "sustain"],
        (
            _SUFFERS,
            Sense(E.ATTACK, Frame.BEFALLS, objects=frozenset({"hit"}), near=frozenset({"direct"}), apart=_MONEY),
        ),
    ),
    **dict.fromkeys(
        ["hospitalise", "hospitalize"],
        (Sense(E.INJURY, person=True, near=_HURT_BY | word_set("breathing gas smoke fumes")),),
    ),
    "remand": (Sense(E.ARBITRARY_DETENTION, person=True),),
    "leave": (Sense(E.DISPLACEMENT, Frame.MOVES, person=True, near=_FIGHTING),),
    "place": (Sense(E.ARBITRARY_DETENTION, person=True, near=word_set("arrest custody detention")),),
    "pause": (Sense(E.CEASEFIRE, objects=word_set("fighting fight hostility hostilities")),),
}
"""Senses that are asked where none of the lexicon holds."""

SENSES: Final[dict[str, tuple[Sense, ...]]] = {
    lemma: (*FIRST.get(lemma, ()), *VERBS.get(lemma, ()), *AFTER.get(lemma, ()))
    for lemma in dict.fromkeys((*VERBS, *FIRST, *AFTER))
}

EVENT_NOUNS: Final[dict[str, Sense]] = {
    **NOUNS,
    "custody": Sense(E.ARBITRARY_DETENTION),
    "pause": Sense(E.CEASEFIRE, near=word_set("humanitarian in day days hour hours fighting")),
    "abuse": Sense(E.SEXUAL_VIOLENCE, near=word_set("sexual")),
    "whereabouts": Sense(E.ENFORCED_DISAPPEARANCE),
    "captivity": Sense(E.KIDNAPPING),
    "cessation": Sense(E.CEASEFIRE, near=word_set("of")),
    "sortie": Sense(E.ATTACK),
    "slavery": Sense(E.SEXUAL_VIOLENCE, near=frozenset({"sexual", "sex"})),
    "slave": Sense(E.SEXUAL_VIOLENCE, near=frozenset({"sexual", "sex"})),
    "bar": Sense(E.ARBITRARY_DETENTION),
    **dict.fromkeys(
        ["pillage", "pillaging", "bulldozing", "flattening", "torching", "levelling", "ransacking"],
        Sense(E.PROPERTY_DESTRUCTION),
    ),
    **dict.fromkeys(["sniping", "firefight", "counteroffensive", "onslaught", "incursion"], Sense(E.ATTACK)),
    **dict.fromkeys(["gang-rape"], Sense(E.SEXUAL_VIOLENCE)),
    **dict.fromkeys(["uprooting"], Sense(E.DISPLACEMENT)),
    **dict.fromkeys(["roundup", "round-up"], Sense(E.ARBITRARY_DETENTION)),
}
"""Nouns that tell of an event: those of the lexicon and rarer ones."""
