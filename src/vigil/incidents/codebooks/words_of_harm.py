"""The words by which English prose says that people were killed or injured, and whom a number counts."""

from vigil.incidents.codebooks.tolls import Harm


def word_set(words: str) -> frozenset[str]:
    """Words written in a row."""
    return frozenset(words.split())


PARTICIPLES = {
    "killed": Harm.KILLED,
    "died": Harm.KILLED,
    "dead": Harm.KILLED,
    "deceased": Harm.KILLED,
    "martyred": Harm.KILLED,
    "perished": Harm.KILLED,
    "slain": Harm.KILLED,
    "murdered": Harm.KILLED,
    "executed": Harm.KILLED,
    "injured": Harm.INJURED,
    "wounded": Harm.INJURED,
    "hurt": Harm.INJURED,
    "maimed": Harm.INJURED,
}
"""Said of those it befell: "were killed", "12 injured", "died"."""

ACTIVE = {
    "kill": Harm.KILLED,
    "kills": Harm.KILLED,
    "killing": Harm.KILLED,
    "killed": Harm.KILLED,
    "murdering": Harm.KILLED,
    "murdered": Harm.KILLED,
    "lost": Harm.KILLED,
    "losing": Harm.KILLED,
    "injure": Harm.INJURED,
    "injures": Harm.INJURED,
    "injuring": Harm.INJURED,
    "injured": Harm.INJURED,
    "wound": Harm.INJURED,
    "wounding": Harm.INJURED,
    "wounded": Harm.INJURED,
    "wounds": Harm.INJURED,
    "hurting": Harm.INJURED,
}
"""With those it befell as object: "killing 12"."""

HARM_OF = {
    "death": Harm.KILLED,
    "deaths": Harm.KILLED,
    "killing": Harm.KILLED,
    "killings": Harm.KILLED,
    "loss": Harm.KILLED,
    "lives": Harm.KILLED,
    "bodies": Harm.KILLED,
    "remains": Harm.KILLED,
    "martyrdom": Harm.KILLED,
    "murder": Harm.KILLED,
    "injury": Harm.INJURED,
    "injuries": Harm.INJURED,
    "injuring": Harm.INJURED,
    "wounding": Harm.INJURED,
}
"""Before "of" and those it befell: "the death of 12"."""

HARM_NOUNS = {
    "death": Harm.KILLED,
    "deaths": Harm.KILLED,
    "fatality": Harm.KILLED,
    "fatalities": Harm.KILLED,
    "martyr": Harm.KILLED,
    "martyrs": Harm.KILLED,
    "body": Harm.KILLED,
    "bodies": Harm.KILLED,
    "corpse": Harm.KILLED,
    "corpses": Harm.KILLED,
    "dead": Harm.KILLED,
    "killed": Harm.KILLED,
    "deceased": Harm.KILLED,
    "injury": Harm.INJURED,
    "injuries": Harm.INJURED,
    "injured": Harm.INJURED,
    "wounded": Harm.INJURED,
    "wounds": Harm.INJURED,
}
"""Counted themselves: "12 deaths"."""

WEAK_NOUNS = frozenset({"victims", "victim", "casualties", "casualty"})
"""Counted, and it is left open what befell them: taken as killed where nothing better is said."""

PEOPLE = word_set(
    """people person persons civilian civilians individual individuals other others citizen
    citizens member members resident residents victim victims casualty casualties soul souls human humans persons
    displaced refugees refugee neighbours neighbors neighbour neighbor patients patient passengers relatives
    worshippers farmers workers employees staff students pupils journalists paramedics medics doctors nurses drivers
    fishermen volunteers teachers guards policemen inhabitants villagers locals nationals adults afghan afghans iraqi
    iraqis israeli israelis lebanese palestinian palestinians sudanese syrian syrians ukrainian ukrainians yemeni
    yemenis"""
)

KINDS = word_set(
    """woman women child children man men girl girls boy boys baby babies infant infants toddler toddlers teenager
    teenagers minor minors elderly mother mothers father fathers son sons daughter daughters brother brothers sister
    sisters sibling siblings cousin cousins nephew nephews niece nieces uncle uncles aunt aunts wife wives husband
    husbands grandson grandsons granddaughter granddaughters grandchild grandchildren grandmother grandfather
    grandparents parents twins spouse spouses couple couples"""
)

FIGHTERS = word_set(
    """militant militants fighter fighters combatant combatants soldier soldiers gunman gunmen commander commanders
    operative operatives rebel rebels insurgent insurgents terrorist terrorists troops"""
)

THINGS = word_set(
    """house houses home homes building buildings apartment apartments residence residences tower towers strike strikes
    airstrike airstrikes raid raids missile missiles rocket rockets bomb bombs shell shells explosion explosions
    attack attacks incident incidents source sources post posts account accounts photo photos photograph photographs
    image images picture pictures video videos report reports list lists family families hour hours day days week
    weeks month months year years minute minutes floor floors storey storeys story stories hospital hospitals site
    sites location locations time times vehicle vehicles car cars ambulance ambulances school schools mosque mosques
    unit units outlet outlets agency agencies tweet tweets page pages name names hits tents tent cases dollars dollar
    kilometres kilometers km metres meters miles tons tonnes kg lb pounds percent drones drone tanks tank shelters
    generations generation different residential separate"""
)

PART_OF = frozenset({"including", "includes", "included", "include", "among", "amongst", "comprising", "comprised"})
"""What is counted behind them is a part of what was counted before."""

MORE = frozenset({"other", "others", "another", "further", "more", "additional", "else"})

NEGATIONS = frozenset({"no", "not", "any", "without", "never", "nobody", "none", "neither", "nor", "n't"})
