"""What sounds like harm and is none: a strike of workers, papers handed in, a law that targets, a drive home."""

import re
from typing import Final

from vigil.model.claim import EventType
from vigil.testimony.deeds import DEEDS
from vigil.testimony.english.event import AMOUNTS, Event, is_somebody, phrase_words
from vigil.testimony.english.lexicon import AID, ARMED, PRISONS, STATE, word_set
from vigil.testimony.english.persons import PERSONS
from vigil.testimony.english.scene import Scene
from vigil.testimony.english.vocabulary import SENSES

_AT_WORK: Final = word_set(
    """union unions worker workers staff employee employees driver drivers teacher teachers railway vote voted ballot
    pay wage wages salary salaries walkout picket pickets labour labor unpaid bargaining strikers"""
)
_AT_WAR: Final = word_set(
    """air airstrike drone drones missile missiles army military jet jets warplane warplanes rocket rockets bomb bombs
    troops artillery killed wounded dead precision israeli russian coalition militants naval navy"""
)
_STRIKES_OF: Final = word_set("hunger general labour labor rail wildcat solidarity sit-down teachers doctors nurses")
_WHAT_STOPS: Final = word_set(
    "hostility fighting violence fire combat attack firing shelling aggression bombing bombardment"
)
_RULES: Final = word_set(
    """law provision bill policy legislation code article sanction regulation decree measure tax advertisement programme
    program rule act amendment ban"""
)
_ABSTRACT: Final = word_set(
    """freedom right press sanction market audience vote voter speech inflation growth rate price demand goal customer
    advertising"""
)
_ON_LINE: Final = word_set(
    """twitter facebook whatsapp instagram telegram account accounts website websites user users internet bill law
    ruling legislation asset assets nomination appointment"""
)
_HOMEWARD: Final = word_set("back aside home")
_BEATEN: Final = word_set("slaughter massacre hammer destroy murder thrash batter kill crush")
_RESULT: Final = re.compile(r" \d{1,2}[-–:]\d{1,2}\b(?! (?:people|civilians|men|women|children))")
""" "Slaughtered 9-0". Not "killed 10-15 people"."""
_SCORE: Final = re.compile(r"\d:\d")
"""4:0, and neither 04:30 nor 3-5."""
_NO_BESIEGERS: Final = word_set(
    """plastic rubbish garbage trash waste traffic tourist reporter photographer fan critic creditor advertiser
    developer mosquito rat fly insect camera phone inflation price heat tuk bag"""
)
_HIT_BY: Final = word_set("hit kill wound injure destroy damage flatten level target leave tear send")
"""What a strike does that is no workers'."""
_NOT_KNOWN: Final = word_set("unknown undisclosed unclear disclose disclosed reveal revealed")
_TIRING: Final = word_set(
    "price cost wait waiting suspense traffic boredom internet silence bureaucracy rent inflation"
)
"""What is "killing us" in a manner of speaking; not hunger, cold or a siege, which do."""
_MOODS: Final = word_set(
    "bored bore tired scared scare worried sick frightened frighten annoyed excited loved thrilled"
)
"""What one is "to death" and lives."""
_SELF: Final = word_set("himself herself themselves itself myself ourselves yourself")


def is_harmless(view: Scene, event: Event) -> bool:  # noqa: PLR0911, PLR0912 - one case after another reads best
    """Whether the words of an event, beside these others, tell of no harm."""
    if _of_sport(view, event) or _of_boredom(view, event):
        return True
    if _in_general(view, event):
        return True
    if _of_a_thing(view, event) or _is_not_known(view, event) or _is_open_question(view, event):
        return True
    words = view.own_words(event.verb)
    match view.lemma[event.head]:
        case "strike":
            if not event.noun and any(view.lemma[one] in _RULES for one in view.objects(event.verb)):
                return True  # struck down the law
            return _of_workers(view, event) or (not event.noun and _by_hardship(view, event))
        case "siege" | "besiege":
            return _by_things(view, event)
        case "cessation":
            return not _WHAT_STOPS.intersection(view.lemma[one] for one in _of_what(view, event.head))
        case "pause" if event.noun:
            humanitarian = any(view.lower[one] == "humanitarian" for one in view.children(event.head, "amod"))
            return not humanitarian and not _WHAT_STOPS.intersection(
                view.lemma[one] for one in _of_what(view, event.head)
            )
        case "whereabouts":
            first, last = view.sentence(event.head)
            return _NOT_KNOWN.isdisjoint(view.lower[first:last])
        case "hand":
            given = view.subjects(event.verb) if view.passive(event.verb) else view.objects(event.verb)
            return "over" not in words and not ("to" in words and any(is_somebody(view, one) for one in given))
        case "murder" if event.noun and view.tokens[event.head].dep == "attr":
            return any(view.lemma[one] in _BOTHERS for one in view.subjects(view.tokens[event.head].head))
        case "kill" if view.tokens[event.head].tag in {"VBG", "VBZ", "VBP", "VB"}:
            whom = {view.lower[one] for one in view.objects(event.verb)}
            if "me" in whom and _now(view, event):
                return True  # whoever writes it lives
            if "me" in whom and _of_what_tires(view, event):
                return True
            return "us" in whom and any(view.lemma[view.innermost(one)] in _TIRING for one in view.subjects(event.verb))
        case "fire" if not event.noun:
            return _from_work(view, event)
        case "attack" if not event.noun:
            return _in_words(view, event)
        case "shoot" if not view.passive(event.verb):
            answers = "back" in words and view.child(event.verb, "ccomp") is not None  # "shot back that it was over"
            return answers or bool({"fame", "stardom", "prominence"} & words)
        case "hit" if not event.noun and _by_hardship(view, event):
            return True
        case "target" if not event.noun:
            return _by_rules(view, event)
        case "flee" | "run" | "escape" | "leave" | "retreat" | "withdraw" if event.type is EventType.DISPLACEMENT:
            return _after_the_deed(view, event)
        case "block":
            return bool(words & _ON_LINE) and not words & AID
        case "take" | "lead" | "drive" if event.type in {EventType.KIDNAPPING, EventType.ARBITRARY_DETENTION}:
            doers = {word for one in event.agents for word in (view.lower[one], view.lemma[one])}
            homeward = any(view.lower[one] in _HOMEWARD for one in view.children(event.head, "advmod", "prt"))
            return homeward and not doers & (STATE | ARMED) and not words & PRISONS
    return False


_FIELDS: Final = (
    word_set(
        """midfield keeper goalkeeper goal goals striker penalty half-time halftime coach match fixture equaliser
        equalizer referee derby squad drubbing half lads lad league cup opener scored scoring pitch winger defender
        playoffs innings wicket second-half box bar ref season minute offside var coach fans"""
    ),
    word_set(
        """naira dollar peso lira euro pound investor investors stock stocks shares currency bonds importers exporters
        traders analysts yields index barrel-price deposit landlord rent"""
    ),
    word_set(
        """western film movie festival screening restored print comedy novel thriller sequel director actor series doc
        documentary stage"""
    ),
)
"""Where two words of one of these stand in a sentence, it is of a match, of money or of a film."""
_IN_EARNEST: Final = word_set(
    """airstrike shelling bomb bombs gunmen gunman police army soldier soldiers drone missile missiles troops militia
    rocket rockets mortar sniper snipers civilians wounded hospital"""
)
_EXERCISES: Final = word_set(
    "drill exercise mock fake simulated simulation rehearsal mass-casualty triage participants"
)
_LONG_AGO: Final = re.compile(r"\b(?:[3-9]\d|\d{3}) years ago (?:today|this week|this month|tomorrow)\b")
_THINGS_THAT_DIE: Final = word_set(
    "battery patience phone internet engine laptop wifi signal hope dream conversation chat mood vibe romance car"
)
_WHAT_IS_KILLED: Final = word_set(
    """mood vibe game song appetite time joy romance dream deal bill joke conversation patience harvest crop yield trade
    queue currency budget plan proposal motion career business industry tourism rumour rumor debate project
    legislation veto enthusiasm momentum job incentive competition process innovation franc pound lira rouble
    shilling"""
)
_BRINGS_TO_NOTHING: Final = word_set("kill murder bury strangle suffocate choke crucify slaughter execute")
_PILLORIED: Final = word_set("crucify slaughter butcher massacre")
_IN_WORDS: Final = word_set("parliament press newspapers papers polls senate reviews columnists debate")
_OF_PRICES: Final = word_set(
    """price rent salary wage saving savings budget economy inflation dollar exam exams deadline bibliography thesis
    traffic homework wallet paycheck commute"""
)
"""What besets nobody but in a manner of speaking: "prices are shelling us", "my savings are held hostage"."""
_BOTHERS: Final = word_set("heat traffic humidity weather wait commute parking cold exam homework jetlag mosquito")
_RATE: Final = r"(?<![\d/(])(?:10|\d(?:\.5)?)/(?:10|5 stars)\b(?!\s+of)"
_RATED: Final = re.compile(
    rf"\b(?:gi?v\w+|rat\w+|scor\w+|solid|verdict)\b:? (?:it |this )?(?:an? )?{_RATE}"
    rf"|{_RATE}[,.;]? (?:would|wouldn['’]t|do not|don['’]t) [a-z ]{{0,20}}(?:again|recommend)\b"
    rf"|\b(?:film|movie|album|novel|acting|season finale|pizza|burger|kebab)\b.{{0,200}}{_RATE}\W*$",
    re.IGNORECASE | re.DOTALL,
)
"""8/10, of a film or a meal. Not the third of ten posts, (3/10), nor 3/10 that is the third of October."""
_HIRES: Final = re.compile(
    r"\b(?:shortlisted candidates|job vacanc\w+|vacancy announcement|to apply, send"
    r"|we['’]?(?:re| are) hiring\b.{0,200}"
    r"\b(?:years working|\d+\+? yrs?|apply|salary|experience|contract|candidates?|cvs?|vacanc\w+|resumes?))\b",
    re.IGNORECASE | re.DOTALL,
)
_SHORT: Final = 500
"""Characters of a text that is one post."""
_DYING_OF: Final = word_set("laughter boredom embarrassment shame jealousy curiosity excitement joy laughing envy")
_UNKNOWN: Final = word_set("unknown unclear")


def is_about_something_else(text: str) -> bool:
    """Whether a whole post rates a film or offers a job, whatever it tells of."""
    return len(text) <= _SHORT and bool(_RATED.search(text) or _HIRES.search(text))


def of_a_field(view: Scene, first: int, last: int) -> bool:
    """Whether a sentence, tokens [first, last), is of a match, of money or of a film, whatever its words."""
    words = {*view.lower[first:last], *view.lemma[first:last]}
    if len(words & _EXERCISES) > 1 or ("ago" in words and _LONG_AGO.search(" ".join(view.lower[first:last]))):
        return True  # a drill has its wounded too
    if words & _IN_EARNEST:
        return False
    return any(len(words & field) > 1 for field in _FIELDS)


def _of_a_thing(view: Scene, event: Event) -> bool:
    """ "My battery died", "kills the mood", "dying of laughter"."""
    lemma = view.lemma[event.head]
    if lemma == "die":
        told = view.subjects(event.verb)
        of = [one for prep in view.children(event.verb, "prep") for one in view.children(prep, "pobj", "pcomp")]
        return any(view.lemma[one] in _THINGS_THAT_DIE for one in told) or any(
            {view.lemma[one], view.lower[one]} & _DYING_OF for one in of
        )
    if event.noun:
        return False
    passive = view.passive(event.verb)
    whom = view.subjects(event.verb) if passive else view.objects(event.verb)
    doers = view.agents(event.verb) if passive else view.subjects(event.verb)
    if lemma in _BRINGS_TO_NOTHING and any(_is_no_life(view, one) for one in whom):
        return True
    if lemma in _PILLORIED and passive and not doers and _in_the_papers(view, event, whom):
        return True
    if event.type not in {EventType.KILLING, EventType.ATTACK, EventType.KIDNAPPING, EventType.TORTURE}:
        return False
    parties = doers if event.type is EventType.ATTACK else [*doers, *(one for one in whom if one not in doers)]
    return any(view.lemma[one] in _OF_PRICES for one in parties)


_STANDING_PEOPLE: Final = word_set("queue crowd line row column")


def _is_no_life(view: Scene, at: int) -> bool:
    """The queue of "killed the queue"; not "the queue of people", nor somebody named Joy."""
    inner = view.innermost(at)
    of = view.behind(at)
    named = view.tokens[inner].tag.startswith("NNP") or view.tokens[inner].entity == "PERSON"
    return (
        view.lemma[inner] in _WHAT_IS_KILLED
        and not named
        and not (view.lemma[inner] in _STANDING_PEOPLE and any(is_somebody(view, one) for one in of))
    )


def _in_the_papers(view: Scene, event: Event, whom: list[int]) -> bool:
    """ "Was crucified in parliament over the budget"; not "ten herders were butchered"."""
    blamed = any(view.lower[prep] in {"over", "for"} for prep in view.children(event.verb, "prep"))
    return (
        blamed
        and any(view.lower[one] in _IN_WORDS for one in view.behind(event.verb, "in", "by", "at"))
        and all(view.child(one, "nummod") is None for one in whom)
    )


_ANY: Final = word_set("any anyone anybody anything")
_DEALS_WITH: Final = word_set(
    """document recognise recognize report investigate prevent combat address tackle monitor punish criminalise
    criminalize prohibit ban outlaw study
    prosecute counter fight train teach"""
)


def _in_general(view: Scene, event: Event) -> bool:
    """ "Will train officers to investigate torture and enforced disappearance": none that took place."""
    if not event.noun or event.agents or event.victims:
        return False
    if _by_law(view, event):
        return True
    head = event.head
    while view.tokens[head].dep == "conj" and view.tokens[head].head < head:
        if view.children(head, "det", "poss", "nummod", "prep"):
            return False
        head = view.tokens[head].head
    verb = view.tokens[head].head
    bare = not any(view.lower[one] in {"the", "this", "that", "these", "an", "a"} for one in view.children(head, "det"))
    named = view.children(head, "poss", "nummod", "prep", "relcl", "acl")
    governed = view.tokens[head].dep == "dobj" and view.lemma[verb] in _DEALS_WITH and view.tokens[verb].tag == "VB"
    return bare and not named and governed


def _from_work(view: Scene, event: Event) -> bool:
    """ "The company fired 300 workers". Not "fired canisters at the crowd"."""
    aimed = any(view.lower[prep] in _TOWARDS for prep in view.children(event.verb, "prep", "dative", "advmod"))
    whom = [view.innermost(one) for one in view.objects(event.verb)]
    return not aimed and any(view.lemma[one] in PERSONS - AMOUNTS - {"several", "one", "many"} for one in whom)


_TOWARDS: Final = word_set("at on into upon toward towards over through from across")


_HARDSHIPS: Final = word_set(
    """injury recession inflation price shortage illness flu tax cut layoff delay sanction scandal crisis virus
    drought flood earthquake storm hurricane cyclone heatwave debt unemployment downturn tariff"""
)


def _by_hardship(view: Scene, event: Event) -> bool:
    """ "Hit by injuries before the derby", "hit by rising prices": nobody strikes."""
    doers = view.agents(event.verb) if view.passive(event.verb) else view.subjects(event.verb)
    return bool(doers) and all(view.lemma[one] in _HARDSHIPS for one in doers)


_IN_OFFICE: Final = word_set(
    "minister president premier government chancellor governor mayor leader party company bank bill judge court agency"
)
_CRITICS: Final = word_set(
    """critic critics opponent opponents newspaper newspapers press media columnist columnists rival rivals opposition
    party parties lawmaker lawmakers deputy deputies mp mps senator senators commentator commentators union unions"""
)
_BY_FORCE: Final = word_set(
    "machete machetes knife knives gun guns stone stones acid bomb bombs fire armed masked street home night dawn"
)
_FAULTS: Final = word_set(
    """handling record policy stance decision budget comment remark speech failure performance response plan view
    silence inaction tweet vote position attitude approach statement"""
)


def _in_words(view: Scene, event: Event) -> bool:
    """ "Was attacked for his handling of the budget": by critics, in words."""
    whom = view.subjects(event.verb) if view.passive(event.verb) else view.objects(event.verb)
    if not whom or not all(view.lemma[one] in _IN_OFFICE for one in whom):
        return False
    doers = {word for one in event.agents for word in phrase_words(view, one)}
    if doers - _CRITICS - {"the", "a", "an", "his", "her", "their", "its"} or view.own_words(event.verb) & _BY_FORCE:
        return False
    return any(view.lemma[one] in _FAULTS for one in view.behind(event.verb, "for", "over"))


def _by_law(view: Scene, event: Event) -> bool:
    """ "Anyone convicted of torture would face 20 years": what the law says, and no torture that took place."""
    prep = view.tokens[event.head].head
    guilty = view.tokens[prep].head
    if view.tokens[event.head].dep != "pobj" or view.lemma[guilty] not in {"convict", "guilty", "convicted"}:
        return False
    first, last = view.sentence(event.head)
    to_be = {"would", "will", "shall", "face", "faces", "punishable", "can", "may"} & set(view.lower[first:last])
    return not _ANY.isdisjoint(view.lower[first:guilty]) and bool(to_be)


def _is_open_question(view: Scene, event: Event) -> bool:
    """ "Ceasefire?", "Anyone hurt?", "was that a strike or thunder?": asked, to be answered by others."""
    first, last = view.sentence(event.head)
    if view.tokens[last - 1].text[:1] != "?" or _is_taken_for_granted(view, event):
        return False
    if last - first == 2 or view.lower[first] in _ANY:
        return True
    was = next((at for at in range(first, event.head) if view.lower[at] in {"is", "was", "are", "were"}), None)
    asked = [] if was is None else view.lower[was + 1 : was + 2]
    either = "or" in view.lower[event.head : last] and asked in (["that"], ["this"], ["it"])
    return bool(_ANY.intersection(asked)) or either


def _is_taken_for_granted(view: Scene, event: Event) -> bool:
    """ "Anyone hurt in the strike that killed six?": the strike was, and it killed six."""
    if event.noun:
        return any(view.lower[one] in {"the", "this", "that"} for one in view.children(event.head, "det"))
    return view.tokens[event.verb].dep == "relcl"


def _is_not_known(view: Scene, event: Event) -> bool:
    """ "Number of dead not known yet", "I don't know who is dead": nobody is said to be."""
    first, last = view.sentence(event.head)
    words = view.lower[first:last]
    if event.type is not EventType.KILLING or any(view.tokens[one].tag == "CD" for one in range(first, last)):
        return False
    if view.lemma[event.head] in {"dead", "toll", "casualty", "death", "victim"} and (
        _UNKNOWN & set(words) or ("known" in words and "not" in words)
    ):
        return True
    subjects = [view.lower[one] for one in view.subjects(event.verb)]
    know = view.tokens[event.verb].head
    return (
        bool(subjects)
        and subjects[0] in {"who", "whoever"}
        and view.lemma[know] == "know"
        and bool(view.child(know, "neg"))
    )


def _of_sport(view: Scene, event: Event) -> bool:
    """A match of four to nil is no massacre of "them"; whoever is named or counted was no match."""
    if view.lemma[event.head] in _BEATEN and _RESULT.match(view.text, view.tokens[event.head].end):
        return True
    if not all(view.tokens[one].pos == "PRON" for one in event.victims):
        return False
    first, last = view.sentence(event.head)
    return any(_SCORE.fullmatch(word) for word in view.lower[first:last])


def _now(view: Scene, event: Event) -> bool:
    """Not what they will do, nor what they do if."""
    first, last = view.sentence(event.head)
    helpers = {view.lower[one] for one in view.children(event.verb, "aux")}
    return helpers <= {"is", "are", "'s", "'re", "am"} and "if" not in view.lower[first:last]


def _of_what_tires(view: Scene, event: Event) -> bool:
    """ "This queue is going to kill me": a thing that kills nobody."""
    things = view.subjects(event.verb)
    return bool(things) and all(view.lemma[view.innermost(one)] in _TIRING | {"queue", "job", "exam"} for one in things)


def _of_boredom(view: Scene, event: Event) -> bool:
    """ "Bored to death"."""
    at = event.head
    return at > 1 and view.lemma[at] == "death" and view.lower[at - 1] == "to" and view.lemma[at - 2] in _MOODS


def _by_things(view: Scene, event: Event) -> bool:
    """Under siege from plastic, by tourists: things and people that besiege nobody."""
    preps = [one for one in view.children(event.head, "prep", "agent") if view.lower[one] in {"by", "from"}]
    by = [one for prep in preps for one in view.children(prep, "pobj")]
    return bool(by) and all({view.lemma[one], view.lower[one]} & _NO_BESIEGERS for one in by)


def _after_the_deed(view: Scene, event: Event) -> bool:
    """ "Torched the houses before fleeing": whoever did it fled."""
    prep = view.tokens[event.verb].head
    if view.tokens[event.verb].dep != "pcomp" or view.lower[prep] not in {"before", "after"}:
        return False
    deed = view.tokens[prep].head
    senses = SENSES.get(view.lemma[deed], ())
    return not view.passive(deed) and any(sense.event in DEEDS for sense in senses)


def _by_rules(view: Scene, event: Event) -> bool:
    """What a law targets, or a market."""
    whom, doers = view.objects(event.verb), view.subjects(event.verb)
    if view.passive(event.verb):
        whom, doers = view.subjects(event.verb), view.agents(event.verb)
    return any(view.lemma[one] in _ABSTRACT for one in whom) or any(view.lemma[one] in _RULES for one in doers)


def of_themselves(view: Scene, event: Event) -> bool:
    """ "Killed themselves": nobody else did it."""
    if event.noun or event.type not in {EventType.KILLING, EventType.INJURY}:
        return False
    return any(view.lower[one] in _SELF for one in view.objects(event.verb))


def _of_workers(view: Scene, event: Event) -> bool:
    beside = {view.lower[one] for one in view.children(event.head, "compound", "amod", "nmod")}
    if beside & _AT_WAR or _strikes_something(view, event):
        return False
    if beside & _STRIKES_OF or view.lower[event.head - 1 : event.head] == ["on"]:
        return True
    first, last = view.sentence(event.head)
    words = {*view.lower[first:last], *view.lemma[first:last]}
    return bool(words & _AT_WORK) and not words & _AT_WAR


def _strikes_something(view: Scene, event: Event) -> bool:
    """ "A strike on aid workers", "a strike hit a bus driver", "struck the staff's bus"."""
    if not event.noun:
        return bool(view.objects(event.verb)) or view.passive(event.verb)
    on = view.behind(event.head, "on", "against")
    aimed = any(view.tokens[one].entity not in {"DATE", "TIME"} for one in on)
    token = view.tokens[event.head]
    return aimed or (token.dep == "nsubj" and view.lemma[token.head] in _HIT_BY)


def _of_what(view: Scene, at: int) -> list[int]:
    preps = view.children(at, "prep")
    return [one for prep in preps for head in view.children(prep, "pobj") for one in view.conjuncts(head)]
