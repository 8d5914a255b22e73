"""Whether a text can tell of anything at all: most posts do not, and are done with in microseconds."""

import re
from collections.abc import Iterator
from typing import Final

from vigil.testimony.english.lexicon import ADJECTIVES, ARMED, STATE, word_set
from vigil.testimony.english.vocabulary import EVENT_NOUNS, SENSES

_WORD: Final = re.compile(r"[a-z]+")
_VOWELS: Final = frozenset("aeiou")

_IRREGULAR: Final = word_set(
    """slew slain hung fell fallen lost buried found shot held took taken led beaten beat struck stricken hid laid
    burnt fled left driven drove gone got let cut bodies threw thrown dug died dying set blew blown withheld
    forbade forbidden lain lay said men women given gave tore torn brought sought"""
)
_TOO_COMMON: Final = word_set(
    """come arrive reach enter close shut seal pick hand swap chase steal pound run lie throw toss down pause
    exchange gut spray rake strip collapse came ran lay take hold go set let get leave find lead use turn stop
    move cross lose open see count claim allow free say drop force drive cut throw push allow carry head fall
    hit land plant receive remove collect pull deny exchange conduct launch exchanged target release recover
    discover reject took held gone got left found led fell lost lay say men women said pass passage corridor
    line level dig bus put give rain pour stream pull tear knock smash march seek
    empty clear bring finish wipe impact forbid ban trade deploy crash stone club hammer blast batter escape ferry
    shuttle lash slam suspend permit given gave
    tore torn brought sought put treat send grant issue renew fly survive withdraw sentence subject deface choke hear
    pass passed"""
)
"""Words of the lexicon that most English texts hold: alone they are no reason to look closer, unless another word is
there."""

_COMPANY: Final = word_set(
    """prison prisoner prisoners detainee detainees hostage hostages checkpoint checkpoints soldier soldiers gunmen
    militia army police troops body bodies corpse corpses shell shells bomb bombs rocket rockets missile
    missiles siege aid convoy convoys trucks home homes rubble custody captive blindfolded masked armed
    incommunicado fighters rebels hospital families family village detained bus buses corridor fire barrel mine
    mines food water access graves regime forces mukhabarat jail cell guards militants intelligence son sons
    brother brothers daughter children life lives prison branch people residents civilians house houses street
    ruins shocks artillery rockets fighting hostilities throat throats road well wells mortar mortars wall naked
    market town school hospital district quarter suburb enclave neighbourhood camp medicine supplies clinic mosque
    church bakery schools markets service action detention custody captivity sniper snipers officer officers agent
    agents drone drones helicopter helicopters plane planes warplane warplanes jets leg legs eye eyes arm arms limb
    limbs hand wound wounds injuries burns arrest bars buses ambulances guns silent quiet gunfire terrorists insurgents
    fighters soldiers rebels commander militiamen sexual unknown fingernails nails
    away men boys youths women girls refugee refugees camps towns villages villagers patients toll wounded dead
    gunpoint passenger passengers kids students pupils farmers travellers worshippers pilgrims protesters activists
    gangs militias shrapnel journalist journalists reporter reporters blogger bloggers settlers visas permits relief
    inhabitants population border crossing explosive evacuees shelling grenade grenades neck refuge injuries
    humanitarian casualties deaths fatalities"""
) | (ARMED | STATE) - word_set("state government ministry court air command front group branch unknown regime side")


def _forms(lemma: str) -> Iterator[str]:
    """A word with the endings it can have."""
    yield lemma
    yield lemma + "s"
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        yield lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied")
    stem = lemma.removesuffix("e")
    yield from (stem + "ed", stem + "ing", lemma + "ing", lemma + "ed")
    if len(lemma) > 2 and lemma[-1] not in _VOWELS | {"y", "w", "x"} and lemma[-2] in _VOWELS:
        yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")
    if lemma.endswith("ie"):
        yield lemma[:-2] + "ying"


_ALL: Final = (
    frozenset(
        form for word in (*SENSES, *EVENT_NOUNS, *ADJECTIVES) for part in word.split("-")[:1] for form in _forms(part)
    )
    | _IRREGULAR
    | {"toll", "cease", "air", "hostage", "ill", "killings", "died"}
)
_COMMON_FORMS: Final = frozenset(form for word in _TOO_COMMON for form in _forms(word)) | _TOO_COMMON
_TELLING: Final = _ALL - _COMMON_FORMS
_WITH_COMPANY: Final = _ALL & _COMMON_FORMS


def may_tell(text: str) -> bool:
    """Whether any word of a text could say that something happened."""
    words = set(_WORD.findall(text.lower()))
    if not words.isdisjoint(_TELLING):
        return True
    return not words.isdisjoint(_WITH_COMPANY) and not words.isdisjoint(_COMPANY)
