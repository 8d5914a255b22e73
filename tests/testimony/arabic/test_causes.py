"""What only says how another came about."""

from vigil.model.claim import EventType, Polarity


def test_a_cause_in_the_clause_of_its_effect_is_no_claim(claims):
    """Shelling that killed five."""
    assert [each.event for each in claims("أدى القصف إلى مقتل خمسة رجال.")] == [EventType.KILLING]


def test_where_the_effect_is_negated_the_attack_is_a_claim_of_its_own(claims):
    """Nobody was killed in the shelling of the airport."""
    read = {(each.event, each.polarity) for each in claims("لم يسقط أي قتلى في القصف الذي طال حي الزنبق.")}
    assert read == {(EventType.KILLING, Polarity.NOT_HAPPENED), (EventType.ATTACK, Polarity.HAPPENED)}


def test_the_torture_that_somebody_died_of_is_no_second_claim(claims):
    """Who was held, and then tortured, is one of two."""
    (death,) = claims("استشهاد الشاب سامي تحت التعذيب في سجن حمص.")
    assert death.event is EventType.KILLING
    assert len(claims("اعتقال شاب وتعرضه للتعذيب في حمص.")) == 2
