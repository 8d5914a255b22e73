"""Who goes on to do it: in قصف الطيران مواقع المعارضة وقتل 12 the aircraft, and not those whose positions they hit."""

from vigil.testimony.arabic import function_words as small
from vigil.testimony.arabic.actors import OWN_FORCES, Force, force_at
from vigil.testimony.arabic.line import Line
from vigil.testimony.arabic.setting import OF_PEOPLE
from vigil.testimony.arabic.trigger import Trigger
from vigil.testimony.arabic.turning import is_who
from vigil.testimony.arabic.words import plain_set

_SUFFERED = ("تعرض", "سقط", "وقع", "خسر", "فقد", "انسحب", "هرب", "فر")
"""Verbs whose subject is none of the doers: تعرض الجيش لهجوم من التنظيم وقتل 12."""
_ENDS = frozenset({",", ";", ":", ".", '"'})


def goes_on(line: Line, trigger: Trigger, found: Force) -> Force | None:
    """The force behind the first verb of the clause, where the one found is no more than what it struck."""
    if line.items[trigger.at].sense.cut.conjunction not in {"و", "ف"} or trigger.form is None:
        return found
    if line.plain(found.first) in OWN_FORCES and line.items[found.first].sense.person and trigger.form.person != "3p":
        return None  # أجلت الحركة عناصرها وقُتل أربعة: many men, and a verb of one
    first = _clause(line, found.first)
    if (leading := _leads(line, first, trigger, found)) is not None:
        return leading
    for verb in (first, first + 1):
        subject = force_at(line, verb + 1) if verb + 1 < found.first else None
        if subject is None or line.prep(verb + 1):
            continue
        return subject if _is_of(line, verb, subject, trigger, found) else found
    return found


def _clause(line: Line, at: int) -> int:
    """Where the clause of a word begins."""
    for k in range(at - 1, -1, -1):
        if line.plain(k) in _ENDS or line.plain(k) in small.CONTRAST or line.plain(k) in small.COMPLEMENT:
            return k + 1
    return 0


def _is_of(line: Line, verb: int, subject: Force, trigger: Trigger, found: Force) -> bool:
    """The verb is an act of its subject, and nothing between begins another."""
    known = line.items[verb].sense
    word = line.plain(verb)
    if known.small or known.speech or known.time or line.prep(verb) or word.startswith(_SUFFERED):
        return False
    if subject.last > found.first or line.items[found.first].sense.cut.conjunction:
        return False
    head = line.items[subject.first].sense.person
    if head is not None and head.armed and known.verb is not None and known.verb.event in OF_PEOPLE:
        return False  # قُتل جنود: killed, it may be
    told = known.verb or known.light
    person = told.form.person if told is not None and told.form is not None else ("3fs" if word[-1:] == "ت" else "3ms")
    if trigger.form is None or (person not in {trigger.form.person, "3p"} and trigger.form.person != "3p"):
        return False
    if trigger.form.person == "3p" and person != "3p" and not (head or line.plain(subject.first).endswith("ون")):
        return False  # هاجم الجيش مواقع الحوثيين وقتلوا جنديين: they, and not it
    between = range(subject.last, found.first)
    return not any(line.items[k].sense.verb or line.plain(k) in _TURNS or is_who(line, k) for k in between)


def _leads(line: Line, first: int, trigger: Trigger, found: Force) -> Force | None:
    """قوات الاحتلال اقتحمت المخيم واعتقلت خمسة من عناصر الحركة وقتلت سادساً: the force before the first verb."""
    subject = force_at(line, first)
    if subject is None or subject.last >= found.first or line.prep(first) or trigger.form is None:
        return None
    told = [line.items[k].sense.verb or line.items[k].sense.light for k in range(subject.last, found.first)]
    persons = {verb.form.person for verb in told if verb is not None and verb.form is not None}
    if told[0] is None or persons != {trigger.form.person} or line.items[found.first].sense.cut.conjunction:
        return None
    begins = told[-1] is not None and (len(told) > 1 or trigger.form.person != "3p")
    if begins or any(line.plain(k) in _TURNS or is_who(line, k) for k in range(subject.last, found.first)):
        return None  # a verb right before the one found has it for its subject
    return subject


_TURNS = plain_set("مع وبين ضد")
"""اشتبك الجيش مع المعارضة وقتل 12: either of them."""
