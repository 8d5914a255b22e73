"""Arabic words in plain letters."""

from vigil.testimony.arabic.words import cuts, words


def test_marks_and_drawn_out_letters_are_left_out_of_the_plain_word():
    """Vowel signs and tatweel change nothing but the span."""
    (word,) = words("قُـــتِلَ")
    assert (word.text, word.begin, word.end) == ("قتل", 0, len("قُـــتِلَ"))
    assert word.passive


def test_a_word_is_taken_apart_in_every_way():
    """And, with, the, city."""
    found = {(cut.conjunction, cut.preposition, cut.article, cut.stem) for cut in cuts("وبالمدينه")}
    assert ("و", "ب", True, "مدينه") in found
    assert ("", "", False, "وبالمدينه") in found


def test_words_joined_in_a_tag_are_no_sentence():
    """A slogan claims nothing."""
    assert [each.kind for each in words("#حلب_تحترق")] == ["sign"]
