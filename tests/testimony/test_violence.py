"""Words of violence."""

from vigil.testimony.violence import violent_words


def test_where_a_text_speaks_of_an_event():
    """Killing, arrests and abduction are found where they begin; other words are not."""
    text = "They arrested a man, killed none, and went home."
    assert violent_words(text) == [text.index("arrested"), text.index("killed")]
