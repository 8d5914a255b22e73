"""Forces named in a sentence."""

import pytest

from vigil.model.claim import ActorRole, EventType
from vigil.testimony.arabic.actors import force_at


@pytest.mark.parametrize(
    ("text", "name"),
    [("قوات النظام قصفت البلدة", "قوات النظام"), ("مسلحون مجهولون خطفوا رجلاً", "مسلحون مجهولون")],
)
def test_a_force_is_named_in_the_words_of_the_text(line, text, name):
    """With what tells it from others."""
    force = force_at(line(text), 0)
    assert force is not None
    assert force.actors[0].text == name


def test_a_chair_is_no_force(line):
    """Only words for forces begin one."""
    assert force_at(line("كرسي خشبي"), 0) is None


def test_who_stands_behind_a_force_is_named_apart(claims):
    """As its backer."""
    (claim,) = claims("اختطفت ميليشيا مدعومة من إيران خمسة رجال.")
    assert [each.text for each in claim.actors if each.role is ActorRole.BACKER] == ["إيران"]


def test_what_they_are_said_to_belong_to_is_hedged(claims):
    """Gunmen believed to be of a brigade."""
    (claim,) = claims("مسلحون يُعتقد أنهم من كتائب النصر خطفوا ستة عمال في تعز.")
    assert claim.event is EventType.KIDNAPPING
    assert [(each.text, each.hedged) for each in claim.actors] == [("مسلحون", True)]


def test_a_strike_comes_from_whoever_made_it(claims):
    """من before a force; before the sea it names nobody."""
    (claim,) = claims("مقتل تسعة في قصف مدفعي من قوات النظام على حمص.")
    assert [each.text for each in claim.actors] == ["قوات النظام"]
    (claim,) = claims("مقتل تسعة في قصف مدفعي من البحر على حمص.")
    assert claim.actors == ()
