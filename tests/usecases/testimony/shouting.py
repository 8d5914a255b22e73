"""A reader that finds a claim wherever a text says `killed`, and documents of a form of its own. All is made up."""

from datetime import timedelta

from captured import BEGUN_AT

from vigil.model.claim import AUTHOR, Certainty, Claim, Document, EventType, Link, Polarity, Reading, Span
from vigil.model.errors import InvalidInput
from vigil.model.incident import Publication
from vigil.model.instants import to_micros

UNTIL = BEGUN_AT + timedelta(days=2)
AT_US = to_micros(BEGUN_AT)


class Shouting:
    """Finds a claim wherever a text says `killed`; remembers what it was given."""

    def __init__(self, version="shouting 1"):
        self.version = version
        self.given: list[Document] = []

    def __call__(self, document):
        self.given.append(document)
        at = document.text.find("killed")
        claims = ()
        if at >= 0:
            link = Link(speaker=AUTHOR, certainty=Certainty.ASSERTED)
            spans = {"event": (Span(at, at + 6),)}
            claims = (
                Claim(
                    event=EventType.KILLING,
                    polarity=Polarity.HAPPENED,
                    certainty=Certainty.ASSERTED,
                    chain=(link,),
                    spans=spans,
                ),
            )
        return Reading(document=document.id, lang="en", reader=self.version, claims=claims)


class Unpacking:
    """Text files hold documents between blank lines; one that begins with a NUL is broken; pictures hold none.

    It remembers which files it was given.
    """

    def __init__(self, version="blank lines 1"):
        self.version = version
        self.given: list[str | None] = []

    def __call__(self, said, body):
        self.given.append(said.name)
        if body.startswith(b"\x00"):
            raise InvalidInput("broken")
        if said.name and said.name.endswith(".png"):
            return []
        texts = enumerate(body.decode().split("\n\n"))
        at = said.published_at
        return [Publication(id=str(nth), text=text, source="A report", published_at=at) for nth, text in texts]


unpack = Unpacking()
