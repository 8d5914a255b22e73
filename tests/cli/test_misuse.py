"""What was typed wrong is said in our words, with the option's name first."""

import pytest

from vigil.cli.main import main


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "--budget", "many"), "--budget: not a number"),
        (("check", "--least-signs", "2.5"), "--least-signs: not a whole number"),
        (("check", "--least-signs", "some"), "--least-signs: not a whole number"),
        (("check", "--least-signs", "1"), "--least-signs: must be 2 or more"),
        (("check", "--least-days", "-1"), "--least-days: must be 0 or more"),
        (("check", "--fail-on", "quiet"), "--fail-on: 'quiet' is none of 'dark', 'account_changed', "),
        (("check", "--lang", "fr"), "--lang: 'fr' is none of 'en', 'ar'"),
        (("import", "a.csv", "--epoch", "h"), "--epoch: 'h' is none of 's', 'ms'"),
    ],
)
def test_a_value_that_does_not_read_is_said_in_our_words(monkeypatch, capsys, words, said):
    """Nobody at a desk has heard of an input, an integer parser or a value error."""
    monkeypatch.setattr("sys.argv", ["vigil", *words, "--case", "aleppo"])
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr().err
    assert left.value.code == 2
    assert told.startswith(f"vigil: {said}")
    assert "Value error" not in told
    assert "Input should" not in told


def test_what_is_missing_or_unknown_is_named(monkeypatch, capsys):
    """The parser's sentences that are plain English stand."""
    for words, said in ((["check"], "--case"), (["check", "--bogus"], "--bogus"), (["fat"], "fate")):
        monkeypatch.setattr("sys.argv", ["vigil", *words])
        monkeypatch.delenv("VIGIL_CASE", raising=False)
        with pytest.raises(SystemExit):
            main()
        assert said in capsys.readouterr().err
