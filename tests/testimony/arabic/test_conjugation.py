"""Forms of Arabic verbs."""

from vigil.testimony.arabic.conjugation import forms


def test_person_tense_and_object_are_read_off_a_form():
    """They killed, he will kill, they killed him, in the standard language and in dialect."""
    found = forms("قتل")
    assert (found["قتلوا"].tense, found["قتلوا"].person) == ("perfect", "3p")
    assert found["سيقتل"].tense == "future"
    assert found["قتلوه"].object == "ه"
    assert found["بيقتلو"].person == "3p"


def test_a_weak_ending_changes():
    """He denied, she denied."""
    assert forms("نفى")["نفت"].person == "3fs"
