"""Every way of not answering, told apart."""

from datetime import UTC, datetime

import pytest

from vigil.model.heard import Deafness
from vigil.sources.live.asking import Answer
from vigil.sources.live.rounds import Unanswered
from vigil.sources.x.answers import LONGEST_WAIT_S, kept_headers, page_in, used_up_s, wait_s

AT = datetime(2026, 3, 1, tzinfo=UTC)


def answer(status=200, body=b'{"meta":{}}', **headers):
    """An answer."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(status=status, body=body, headers=headers, received_at=AT, url="https://api.x.com/2/users")


@pytest.mark.parametrize(
    ("given", "why", "everyone"),
    [
        (answer(401, b"{}"), Deafness.LOGGED_OUT, True),
        (answer(403, b'{"title":"Forbidden"}'), Deafness.REFUSED, True),
        (answer(404, b'{"title":"Not Found"}'), Deafness.NOT_THERE, False),
        (answer(404, b"<html>proxy</html>"), Deafness.REFUSED, True),
        (answer(302, b""), Deafness.REFUSED, True),
        (answer(500, b""), Deafness.REFUSED, False),
        (answer(503, b""), Deafness.REFUSED, True),
        (answer(429, b""), Deafness.RATE_LIMITED, True),
        (answer(429, b'{"title":"UsageCapExceeded"}'), Deafness.SPENT, True),
        (answer(402, b""), Deafness.SPENT, True),
        (answer(200, b"<html>Log in"), Deafness.LOGGED_OUT, True),
        (answer(200, b"{"), Deafness.REFUSED, False),
        (answer(200, b"\xff\x00"), Deafness.REFUSED, False),
    ],
)
def test_why_and_for_whom(given, why, everyone):
    """What is one account's trouble keeps nobody else waiting."""
    with pytest.raises(Unanswered) as unanswered:
        page_in(given)
    assert (unanswered.value.why, unanswered.value.everyone) == (why, everyone)


def test_an_answer_is_none_of_these():
    """With nothing new in it."""
    assert page_in(answer()).entries == ()


@pytest.mark.parametrize(
    ("headers", "s"),
    [
        ({}, None),
        ({"retry_after": "7"}, 7),
        ({"retry_after": "Sun, 01 Mar 2026 00:00:09 GMT"}, 9),
        ({"x_rate_limit_reset": str(int(AT.timestamp()) + 300)}, 300),
        ({"x_rate_limit_reset": str(int(AT.timestamp()) + 300), "x_rate_limit_remaining": "4"}, None),
        ({"x_rate_limit_reset": str(int(AT.timestamp()) - 300)}, 1),
        ({"x_rate_limit_reset": "999999999999"}, LONGEST_WAIT_S),
        ({"x_rate_limit_reset": "soon"}, None),
        ({"x_rate_limit_reset": "9" * 400}, None),
        ({"retry_after": "99999999"}, LONGEST_WAIT_S),
    ],
)
def test_how_long_it_asks_to_be_left_alone(headers, s):
    """By either header, within bounds."""
    assert wait_s(answer(429, **headers)) == s


def test_a_limit_is_used_up_by_its_last_answer():
    """And by no other."""
    reset = str(int(AT.timestamp()) + 60)
    assert used_up_s(answer(x_rate_limit_remaining="0", x_rate_limit_reset=reset)) == 60
    assert used_up_s(answer(x_rate_limit_remaining="1", x_rate_limit_reset=reset)) is None
    assert used_up_s(answer()) is None


def test_headers_that_would_let_somebody_in_are_not_kept():
    """Cookies."""
    assert kept_headers(answer(Set_Cookie="a=b", x_a="1")) == {"x-a": "1"}
