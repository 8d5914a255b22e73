"""What the API's answers say, and answers that say nothing."""

import json
import random
from datetime import UTC, datetime

import pytest

from vigil.model.errors import Malformed
from vigil.model.observation import AccountState, Kind
from vigil.sources.x.post import id_in, page_of, person_of, post_of

POST = {
    "id": "1212092628029698048",
    "author_id": "2244994945",
    "text": "made up &amp; short",
    "created_at": "2019-12-31T19:26:16.000Z",
    "edit_history_tweet_ids": ["1212092628029698048"],
    "lang": "en",
    "source": "Made-up Client",
    "attachments": {"media_keys": ["3_1"]},
}


def post(**more):
    """One post of these fields."""
    return post_of(json.dumps({**POST, **more}).encode())


def test_a_post_is_read():
    """Whose, when, in which words, with which program."""
    said = post()
    assert (said.id, said.first_id, said.author, said.kind) == (POST["id"], POST["id"], "2244994945", Kind.POST)
    assert said.at == datetime(2019, 12, 31, 19, 26, 16, tzinfo=UTC)
    assert (said.text, said.lang, said.client, said.media_keys) == ("made up & short", "en", "Made-up Client", ("3_1",))
    assert not said.edited


def test_long_words_are_taken_whole():
    """What is beyond 280 characters stands apart."""
    assert post(note_tweet={"text": "long " * 200}).text == "long " * 200


def test_without_created_at_the_id_says_when():
    """It was not asked for, or is left out."""
    assert post(created_at=None).at == datetime(2019, 12, 31, 19, 26, 16, tzinfo=UTC)


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        (["retweeted"], Kind.REPOST),
        (["replied_to"], Kind.REPLY),
        (["quoted"], Kind.POST),
        (["quoted", "replied_to"], Kind.REPLY),
        (["unheard_of"], Kind.POST),
    ],
)
def test_kinds(types, kind):
    """As the archive has them."""
    said = post(referenced_tweets=[{"type": each, "id": "7"} for each in types])
    assert said.kind is kind
    assert said.reply_to == ("7" if kind is Kind.REPLY else None)
    assert said.repost_of == ("7" if kind is Kind.REPOST else None)


def test_a_repost_by_hand_is_one_as_in_the_archive():
    """It is known by its words alone."""
    assert post(text="RT @other: help").kind is Kind.REPOST


def test_a_later_version_goes_by_the_first():
    """An edit has an id of its own."""
    said = post(edit_history_tweet_ids=["1212092628029698000", POST["id"]])
    assert said.edited
    assert said.first_id == "1212092628029698000"


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": 12},
        {"id": "x"},
        {"author_id": None},
        {"created_at": "yesterday"},
        {"created_at": 5},
        {"created_at": "9999-12-31T23:59:59-23:59"},
        {"text": ["a"]},
        {"referenced_tweets": "x"},
    ],
)
def test_what_is_no_post_is_malformed(wrong):
    """Not a crash, and not a post."""
    with pytest.raises(Malformed):
        post(**wrong)


def test_each_entry_is_cut_out_as_it_stands():
    """With its own spaces and escapes."""
    one, two = b'{ "id" : "1",\n "text":"\\u00fc" }', b'{"id":"2"}'
    body = b'{"data": [ ' + one + b" ,\n" + two + b' ], "meta":{"result_count":2,"next_token":"7140dib"}}'
    page = page_of(body)
    assert page.entries == (one, two)
    assert page.next_page == "7140dib"
    assert [id_in(each) for each in page.entries] == ["1", "2"]


def test_media_are_given_with_their_address_a_film_with_its_largest():
    """By their keys; those without one are counted."""
    media = [
        {"media_key": "3_1", "type": "photo", "url": "https://pbs.twimg.com/a.jpg"},
        {
            "media_key": "7_2",
            "type": "video",
            "preview_image_url": "https://pbs.twimg.com/b.jpg",
            "variants": [
                {"bit_rate": 1, "url": "https://video.twimg.com/1.mp4"},
                {"bit_rate": 9, "url": "https://video.twimg.com/9.mp4"},
                {"content_type": "application/x-mpegURL", "url": "https://video.twimg.com/p.m3u8"},
            ],
        },
        {"media_key": "3_3", "url": "file:///etc/passwd"},
    ]
    page = page_of(json.dumps({"data": [POST], "includes": {"media": media}}).encode())
    assert page.media == {"3_1": "https://pbs.twimg.com/a.jpg", "7_2": "https://video.twimg.com/9.mp4"}
    assert page.media_keys == ("3_1", "7_2", "3_3")


def test_faults_are_told_apart():
    """Suspended, private, gone, a post that is gone, and something else."""

    def fault(**said):
        return page_of(json.dumps({"errors": [{"resource_id": "5", **said}]}).encode()).faults[0]

    kind = "https://api.x.com/2/problems/"
    user = {"resource_type": "user"}
    missing = {"type": kind + "resource-not-found"}
    assert fault(**user, **missing, detail="User has been suspended: [5].").state is AccountState.SUSPENDED
    assert fault(**user, type=kind + "not-authorized-for-resource", detail="Sorry").state is AccountState.PRIVATE
    gone = fault(**user, **missing, detail="Could not find user with ids: [5].")
    assert (gone.state, gone.not_found, gone.of_person, gone.resource) == (None, True, True, "5")
    assert fault(resource_type="tweet", **missing, detail="Could not find tweet with ids: [5].").not_found
    other = fault(title="Field Authorization Error", type=7, detail=None)
    assert (other.state, other.not_found, other.of_person) == (None, False, False)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<!DOCTYPE html><html>Log in</html>",
        b"null",
        b"[]",
        b"{}",
        b'{"data":',
        b'{"data":[{"id":"1"}',
        b'{"data":[1,2',
        b'{"includes":7}',
        b"\x00" * 1000,
        b'{"a":' * 100_000,
        b"[" * 100_000,
        b'{"data":[' + b"1," * 1500 + b"1]}",
        b'{"meta":{"x":"' + b"y" * 10_000_000,
    ],
)
def test_what_is_no_answer_is_malformed(body):
    """Truncated, nested without end, 10 MB, or a page to log in."""
    with pytest.raises(Malformed):
        page_of(body)


def test_whatever_bytes_are_changed_it_is_read_or_malformed():
    """Nothing else comes of it."""
    body = json.dumps({"data": [POST], "includes": {"media": [{"media_key": "3_1"}]}, "meta": {}}).encode()
    rng = random.Random(1)  # noqa: S311 - chance, not a secret
    for _ in range(3000):
        changed = bytearray(body)
        for _ in range(rng.randint(1, 4)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        try:
            for entry in page_of(bytes(changed[: rng.choice([len(changed), rng.randrange(len(changed))])])).entries:
                id_in(entry)
                post_of(entry)
        except Malformed:
            continue


def test_an_account_is_read():
    """Its id, name, whether it is private, and its newest post."""
    said = {"id": "5", "username": "made_up", "protected": True, "most_recent_tweet_id": "77"}
    person = person_of(json.dumps(said).encode())
    assert (person.number, person.name, person.protected, person.newest_id) == ("5", "made_up", True, "77")
    for wrong in ({"id": 5}, {"username": "a b"}, {"protected": "no"}):
        with pytest.raises(Malformed):
            person_of(json.dumps({**said, **wrong}).encode())
