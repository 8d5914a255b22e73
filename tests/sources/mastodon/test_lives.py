"""What is new of an account and what is not, in whatever order it comes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given as examples
from hypothesis import strategies as st
from mastodon_stand_in import MastodonStandIn, observations, posts, watched

from vigil.model.ids import CollectorName
from vigil.sources.mastodon import lives as lives_module
from vigil.sources.mastodon.entities import person_of, post_of
from vigil.sources.mastodon.lives import Lives, Message, kept_headers

NOW = datetime.now(UTC)


def message(raw=b"x"):
    """Some bytes that came now."""
    return Message(raw=raw, received_at=NOW, url="http://127.0.0.1:1/x", headers={})


def life_of_one():
    """Somebody watched, and how a post of theirs stands through its three acts."""
    server = MastodonStandIn(port=1)
    someone = server.person("someone")
    lives = Lives(CollectorName("m"), server.base, [watched(someone)])
    made = server.post(someone, "first")
    first = post_of(server._shown(made), server=server.base)
    server.edit(made, "second", at=datetime(2024, 1, 1, tzinfo=UTC))
    second = post_of(server._shown(made), server=server.base)
    server.edit(made, "third", at=datetime(2025, 1, 1, tzinfo=UTC))
    third = post_of(server._shown(made), server=server.base)
    life = lives.whose(person_of(someone))
    acts = {
        "first": lambda: lives.post(life, first, message(b"first")),
        "second": lambda: lives.post(life, second, message(b"second")),
        "third": lambda: lives.post(life, third, message(b"third")),
        "delete": lambda: lives.deleted(first.id, message(b"delete")),
    }
    return lives, life, acts


@examples(st.lists(st.sampled_from(["first", "second", "third", "delete"]), max_size=10))
def test_nothing_is_given_twice_and_a_deletion_is_the_last(order):
    """Duplicates, replays and any order."""
    _, _, acts = life_of_one()
    items = [item for act in order for item in acts[act]()]
    said = [(str(each.kind), each.text) for each in observations(items)]
    assert len(said) == len(set(said))
    assert [kind for kind, _ in said].count("delete") <= 1
    if ("delete", None) in said:
        assert said[-1] == ("delete", None)
    if order and set(order) != {"delete"}:
        assert said[0][0] == "post"
    assert len({each for item in items for each in item.keys}) == len(said)


def test_the_first_words_are_kept_though_the_edit_came_first():
    """The edit tells of the post without them; when they come, they are given."""
    _, _, acts = life_of_one()
    items = [*acts["second"](), *acts["first"](), *acts["first"]()]
    assert [(str(each.kind), each.text) for each in observations(items)] == [
        ("post", None),
        ("edit", "second"),
        ("post", "first"),
    ]


def test_a_deletion_that_comes_first_is_kept_for_its_post():
    """And is given with the bytes it came in."""
    _, _, acts = life_of_one()
    assert acts["delete"]() == []
    items = acts["first"]()
    assert [kind for kind, _ in posts(items)] == ["post", "delete"]
    assert [each.raw for each in items] == [b"first", b"delete"]


def test_what_is_remembered_is_bounded(monkeypatch):
    """Posts, deletions, and deletions of strangers."""
    monkeypatch.setattr(lives_module, "MOST_POSTS", 10)
    monkeypatch.setattr(lives_module, "MOST_EARLY", 10)
    server = MastodonStandIn(port=1)
    someone = server.person("someone")
    lives = Lives(CollectorName("m"), server.base, [watched(someone)])
    life = lives.whose(person_of(someone))
    for number in range(50):
        lives.post(life, post_of(server._shown(server.post(someone)), server=server.base), message())
        lives.deleted(f"unknown{number}", message())
    assert len(life.posts) == len(lives._early) == 10


def test_who_is_no_longer_watched_is_nobodys_life():
    """And who stays keeps what is known."""
    lives, life, acts = life_of_one()
    acts["first"]()
    lives.watch([life.watched])
    assert lives.of(life.account) is life
    lives.watch([])
    assert lives.all() == []
    assert lives.deleted(next(iter(life.posts)), message()) == []


def test_headers_that_let_somebody_in_are_not_kept():
    """A cookie, and the token that the server gives back as the subprotocol."""
    headers = {"Date": "x", "set-cookie": "s", "Sec-WebSocket-Protocol": "t", "AUTHORIZATION": "b"}
    assert kept_headers(headers) == {"Date": "x"}


def test_what_is_dated_in_the_future_is_of_now():
    """A post with any clock; an edit beyond what clocks differ by, for its instant is part of what it is."""
    lives, life, _ = life_of_one()
    server = MastodonStandIn(port=1)
    someone = {**server.person("someone"), "id": life.id}
    server.accounts[life.id] = someone
    seen = []
    for ahead_s in (30, 3000):
        made = server.post(someone, at=NOW + timedelta(seconds=ahead_s))
        server.edit(made, "anew", at=NOW + timedelta(seconds=ahead_s))
        seen += observations(lives.post(life, post_of(server._shown(made), server=server.base), message()))
    assert [each.published_at <= NOW for each in seen] == [True, False, True, True]
