"""Every way in which the API does not answer what was asked, told apart."""

import orjson

from vigil.model.errors import Malformed
from vigil.model.heard import Deafness
from vigil.sources.live.asking import Answer
from vigil.sources.live.line import retry_after_s
from vigil.sources.live.rounds import Unanswered
from vigil.sources.x.post import Page, page_of

LONGEST_WAIT_S = 3600.0
"""A limit counts for 15 minutes, or a day for some; then it is asked again."""

_SPENT = ("usage-capped", "usagecapexceeded", "creditsdepleted", "credits-depleted", "spend-cap")
"""What X calls it when no more reads may be had until the month turns, or until more are paid for."""

SECRET_HEADERS = frozenset({"set-cookie", "authorization", "www-authenticate"})


def page_in(answer: Answer) -> Page:
    """The answer, taken apart.

    Raises:
        Unanswered: It is none to what was asked.
    """
    check(answer)
    try:
        return page_of(answer.body)
    except Malformed:
        raise in_place_of_json(answer.body) from None


def check(answer: Answer) -> None:
    """Whether it was answered at all.

    Raises:
        Unanswered: It was not, and why.
    """
    status = answer.status
    if 200 <= status < 300:
        return
    if status in {402, 429} and any(word in answer.body[:65_536].lower().decode("latin-1") for word in _SPENT):
        raise Unanswered(Deafness.SPENT, retry_after_s=LONGEST_WAIT_S, everyone=True)
    if status == 402:
        raise Unanswered(Deafness.SPENT, retry_after_s=LONGEST_WAIT_S, everyone=True)
    if status == 429:
        raise Unanswered(Deafness.RATE_LIMITED, retry_after_s=wait_s(answer), everyone=True)
    if status == 401:
        raise Unanswered(Deafness.LOGGED_OUT, everyone=True)
    if status == 404 and says_why(answer.body):
        raise Unanswered(Deafness.NOT_THERE)
    if 300 <= status < 400:
        raise Unanswered(Deafness.REFUSED, everyone=True)  # where it points to learns nothing of us
    everyone = status in {403, 404, 408, 425, 502, 503, 504}  # what else goes wrong may do so for one account alone
    raise Unanswered(Deafness.REFUSED, retry_after_s=wait_s(answer), everyone=everyone)


def wait_s(answer: Answer) -> float | None:
    """How long it asks to be left alone, by Retry-After or by when its limit counts anew. None: it does not say."""
    said_s = retry_after_s(answer.headers.get("retry-after"), answer.received_at)
    reset = answer.headers.get("x-rate-limit-reset", "")
    if said_s is None and answer.headers.get("x-rate-limit-remaining", "0") == "0" and _is_count(reset):
        said_s = float(reset) - answer.received_at.timestamp()
    return None if said_s is None else min(max(said_s, 1.0), LONGEST_WAIT_S)


def used_up_s(answer: Answer) -> float | None:
    """How long this may not be asked again, where this answer was the last its limit allows. None: it may."""
    if answer.headers.get("x-rate-limit-remaining") != "0":
        return None
    return wait_s(answer)


def says_why(body: bytes) -> bool:
    """Whether it is the API's own word, and not a proxy's page."""
    try:
        said = orjson.loads(body)
    except ValueError:
        return False
    return isinstance(said, dict) and bool({"title", "errors", "detail"} & said.keys())


def in_place_of_json(body: bytes) -> Unanswered:
    """Why something came that is not the API's."""
    page = body[:4096].lstrip().lower().startswith(b"<")
    return Unanswered(Deafness.LOGGED_OUT if page else Deafness.REFUSED, everyone=page)


def kept_headers(answer: Answer) -> dict[str, str]:
    """Headers without those that would let somebody in."""
    return {name: value for name, value in answer.headers.items() if name.lower() not in SECRET_HEADERS}


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 12
