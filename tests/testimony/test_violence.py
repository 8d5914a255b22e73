"""Words of violence."""

from vigil.testimony.violence import violent_words


def test_where_a_text_speaks_of_an_event():
    """Killing, arrests and abduction are found where they begin; other words are not."""
    text = "They arrested a man, killed none, and went home."
    assert violent_words(text) == [text.index("arrested"), text.index("killed")]


def test_arabic_too():
    """The same in Arabic, behind what is written onto the word, with vowel signs or without."""
    text = "وقُتل اثنان، واعتقلوا ثلاثة في البيت"
    assert violent_words(text) == [1, text.index("اعتقلوا")]
