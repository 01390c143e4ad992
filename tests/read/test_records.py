"""Records: which key holds what, in the shapes that news services, feeds and databases give it."""

from __future__ import annotations

import builtins
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.errors import ReadError
from newsclaims.read.article import Article
from newsclaims.read.records import article, at
from newsclaims.settings import Settings

TEXT = "The harbour board put off its vote."


def read(record: object, told: list[str] | None = None, **options: Any) -> Article:
    return article(record, "a.jsonl:1", Settings(**options), (told if told is not None else []).append)


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT},
        {"content": TEXT, "text": " "},
        {"text": None, "Body": TEXT},
        {"articleBody": TEXT, "@type": "NewsArticle"},
        {"article_body": TEXT},
        {"content": {"rendered": f"<p>{TEXT}</p>\n", "protected": False}},
        {"text": 7, "full-text": [TEXT]},
        {"body": [{"text": TEXT}, {"image": "x.png"}, None]},
    ],
)
def test_the_text_is_found(record: object) -> None:
    assert read(record).text == TEXT


def test_the_likeliest_key_goes_first_and_paragraphs_stay_apart() -> None:
    assert read({"content": "b", "text": "a"}).text == "a"
    assert read({"body": ["One.", "Two."]}).text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({}, "a.jsonl:1 has no text (looked for text, content, body, articleBody …)"),
        ({"text": 7, "body": True, "content": {"x": TEXT}}, "has no text"),
        ({"text": [[[[[[TEXT]]]]]]}, "has no text"),
        ([TEXT], "a.jsonl:1 is a list, not a record"),
        (TEXT, "is a text, not a record"),
        (7.5, "is a number"),
        (True, "is true or false"),
        (None, "is null"),
    ],
)
def test_a_record_that_is_none_is_told(record: object, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(record)
    assert message in caught.value.message
    assert caught.value.hint


def test_metadata_of_any_shape() -> None:
    found = read(
        {
            "text": TEXT,
            "headline": {"main": "Vote delayed"},
            "authors": [{"@type": "Person", "name": "Ines Baptista"}, "Rui Paz"],
            "publisher": {"@type": "Organization", "name": "The Coast"},
            "url": ["https://coast.example/vote", 3][:1],
            "_id": {"$oid": "5f1"},
            "date": {"$date": "2025-03-04T10:00:00Z"},
        }
    )
    assert (found.title, found.author, found.publisher) == ("Vote delayed", "Ines Baptista, Rui Paz", "The Coast")
    assert (found.url, found.record_id) == ("https://coast.example/vote", "5f1")
    assert (found.published, found.published_from) == (dt.date(2025, 3, 4), "metadata")
    assert found.record.record_id == "5f1"


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T23:30:00+01:00", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:40:00 GMT", "2025-03-04"),
        ("March 4th, 2025", "2025-03-04"),
        ("20250304", "2025-03-04"),
        (20250304, "2025-03-04"),
        ("20250304T104000Z", "2025-03-04"),
        (1741084800, "2025-03-04"),
        (1741084800.5, "2025-03-04"),
        (1741084800000, "2025-03-04"),
        ("1741084800", "2025-03-04"),
        (["2025-03-04"], "2025-03-04"),
        ("04/03/2025", None),  # March or April
        ("soon", None),
        ("9" * 5000, None),
        (10**400, None),
        (-1, None),
        (True, None),
        ({}, None),
        (None, None),
        ("2025-02-30", None),
    ],
)
def test_dates_of_any_shape(date: object, day: str | None) -> None:
    told: list[str] = []
    found = read({"text": TEXT, "date": date}, told)
    assert (found.published and found.published.isoformat()) == day
    assert bool(told) == (day is None and isinstance(date, (str, int)) and date is not True)
    assert all(len(message) < 200 for message in told)


def test_the_users_date_wins() -> None:
    found = read({"text": TEXT, "date": "2025-03-04"}, date=dt.date(2025, 1, 9))
    assert (found.published, found.published_from) == (dt.date(2025, 1, 9), "option")


def test_fields_may_be_anywhere() -> None:
    record = {"text": "no", "story": {"parts": [{"p": TEXT}]}, "meta.head": "Vote delayed", "when": {"out": "2025-03-04"}}
    fields = (("text", "story.parts.0.p"), ("title", "meta.head"), ("date", "when.out"), ("url", "story.url"))
    found = read(record, fields=fields)
    assert (found.text, found.title, str(found.published), found.url) == (TEXT, "Vote delayed", "2025-03-04", None)
    with pytest.raises(ReadError, match=r"looked for story\.body"):
        read(record, fields=(("text", "story.body"),))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("a.b", 1),
        ("l.1", 3),
        ("l.9", None),
        ("l.-1", None),
        ("l.x", None),
        ("a.b.c", None),
        ("", None),
        ("l.²", None),
        (".", None),
    ],
)
def test_paths_lead_somewhere_or_nowhere(path: str, value: object) -> None:
    assert at({"a": {"b": 1}, "l": [2, 3]}, path) == value


def test_html_in_a_body_is_read_and_other_angle_brackets_stay() -> None:
    found = read({"text": "<p>The board&nbsp;<b>met</b> &amp; voted.</p><script>alert(1)</script><ul><li>One<li>Two</ul>"})
    assert found.text == "The board met & voted.\nOne\nTwo"
    assert read({"text": "Profits < losses & costs > 3 <b, &amp;"}).text == "Profits < losses & costs > 3 <b, &amp;"


def test_html_stays_and_is_told_where_nothing_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("lxml"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    told: list[str] = []
    assert read({"text": "<p>The board met.</p>"}, told).text == "<p>The board met.</p>"
    assert "pip install 'newsclaims[html]'" in told[0]


def test_halves_of_characters_are_replaced_and_values_stay_short() -> None:
    found = read({"text": "a\ud800b", "title": "x" * 10**6, "author": "A\n\x1b[31m\udfff B", "url": " "})
    assert found.text == "a\ufffdb"
    assert found.title is not None
    assert len(found.title) == 1000
    assert (found.author, found.url) == ("A \x1b[31m\ufffd B", None)


def test_a_text_has_a_limit_in_bytes() -> None:
    assert read({"text": "é" * 50}, max_size=100).text == "é" * 50
    with pytest.raises(ReadError, match="larger than 99 bytes"):
        read({"text": "é" * 50}, max_size=99)


KEYS = st.sampled_from(["text", "body", "title", "date", "author", "source", "url", "id", "name", "$date", "x"])
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.just("<p>It met.</p>"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(ANY)
def test_no_value_does_more_than_be_refused(record: object) -> None:
    try:
        found = read(record)
    except ReadError:
        return
    assert found.text.strip()
    assert found.body == found.text
    assert found.record.path == "a.jsonl:1"
