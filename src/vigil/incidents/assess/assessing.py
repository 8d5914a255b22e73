"""A document and its claims to an assessment."""

from vigil.incidents.assess.assessment import AssessedPlace, Assessment, Where
from vigil.incidents.assess.perpetrators import claimed_perpetrators, grammatical_perpetrators
from vigil.incidents.assess.told import told
from vigil.incidents.assess.victims import claimed_victims, counted_victims, named_victims
from vigil.incidents.assess.violations import claimed, violations
from vigil.incidents.codebooks.language import is_read_as_english
from vigil.incidents.codebooks.tolls import Figures
from vigil.model.claim import Document, Reading, Span
from vigil.testimony.parsed import Parsed
from vigil.testimony.places.of_document import DocumentPlace
from vigil.testimony.times.mention import TimeMention


def assess(
    document: Document,
    *,
    reading: Reading | None = None,
    figures: Figures | None = None,
    place: DocumentPlace | None = None,
    time: TimeMention | None = None,
    parsed: Parsed | None = None,
    parsed_title: Parsed | None = None,
) -> Assessment:
    """What the document, taken as being about one incident, says of it.

    English is assessed from its words and grammar, with what claims add; another language from its claims.

    Args:
        reading: Its claims. None: they were not read, and what only they can tell is missing.
        parsed: The grammar of the text; without it names and violations are found by words alone, less well.
        parsed_title: The grammar of the title.
    """
    if is_read_as_english(document, reading):
        view = told(document.text, title=document.title, parsed=parsed, parsed_title=parsed_title)
        kinds = violations(view, reading)
        people = named_victims(view)
        doers = claimed_perpetrators(reading) or grammatical_perpetrators(view)
    else:
        kinds, people, doers = tuple(claimed(reading)), tuple(claimed_victims(reading)), claimed_perpetrators(reading)
    return Assessment(
        document=document.id,
        reading=reading,
        figures=figures,
        violations=kinds,
        victims=(*people, *counted_victims(reading)),
        perpetrators=doers,
        place=_place(document, place),
        occurred=None if time is None else time.edtf,
        occurred_words=() if time is None or time.edtf is None else (Where(time.span),),
    )


def _place(document: Document, found: DocumentPlace | None) -> AssessedPlace | None:
    if found is None or (found.country is None and found.city is None and found.region is None and found.place is None):
        return None
    mention = found.place
    if mention is None:
        return AssessedPlace(country=found.country, region=found.region, city=found.city)
    return AssessedPlace(
        country=found.country,
        region=found.region,
        city=found.city,
        name=mention.name or mention.text,
        lat=mention.lat,
        lon=mention.lon,
        precision=mention.precision,
        pcode=mention.pcode,
        words=(_where(document, mention.span, mention.text),),
    )


def _where(document: Document, span: Span, text: str) -> Where:
    """In the text, or in the title where the words stand there and not in the text."""
    begin, end = span
    in_text = document.text[begin:end] == text
    return Where(span, in_title=not in_text and (document.title or "")[begin:end] == text)
