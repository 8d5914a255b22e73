"""What an incident rests on: the captures of its posts, of its documents and of the pictures they show."""

from captured import BEGUN_AT, capture
from case_kinds import put, row
from shouting import AT_US, UNTIL, Shouting, unpack

from vigil.model.ids import AccountId, Platform
from vigil.model.witness import Account
from vigil.store.memory import memory_case
from vigil.usecases.keep_captures import keep_captures
from vigil.usecases.testimony.captures_of_incident import captures_of_incident
from vigil.usecases.testimony.weigh_case import weigh_case

ONE = Account(Platform("x"), AccountId("1"))
DAY = 86_400_000_000


def found(case):
    """Of every incident of a case, what there is of it, by the text of its first claim."""
    weighed = weigh_case(case, as_of=UNTIL, reader=Shouting(), unpack=unpack)
    return {
        weighed.stated[each.claims[0]].publication.text: captures_of_incident(each, weighed, case)
        for each in weighed.incidents
    }


def test_posts_and_documents_are_found_by_what_they_are_of():
    """Nothing of another post, another account, or of nobody; and a post that was only imported is told."""
    case = memory_case()
    other = Account(Platform("x"), AccountId("2"))
    put(
        case,
        [
            row(account="1", post="a", text="two killed at the market", published_us=AT_US - 90 * DAY),
            row(account="2", post="a", text="a driver killed on the road", published_us=AT_US),
        ],
    )
    keep_captures(
        [
            capture(b"{post a}", ONE, post="a"),
            capture(b"{post b}", ONE, post="b"),
            capture(b"nothing at all", name="note.txt"),
            capture(b"peace\n\neleven killed in the mine", name="report.txt"),
            capture(b"{its edit}", ONE, post="a"),
            capture(b"{post b}", other, post="b"),
        ],
        case=case,
        clock=lambda: BEGUN_AT,
    )
    by_text = found(case)
    assert by_text["two killed at the market"].numbers == {1, 5}
    assert by_text["two killed at the market"].without == ()
    assert by_text["a driver killed on the road"].numbers == frozenset()
    assert by_text["a driver killed on the road"].without == ("x/2/a",)
    assert by_text["eleven killed in the mine"].numbers == {4}
