"""Timelines: whose claims they are, on which day each stands, what is told once."""

from __future__ import annotations

import datetime as dt

import pytest

from newsclaims.claim import Actor, Claim, Mention, Source
from newsclaims.compare.bearers import meant
from newsclaims.compare.timeline import Entry, Role, timeline
from tests.compare.made import Article, articles, claim

TESTED = claim("Pyongyang", "tested", "a missile", lemma="test", date="2025-01-06")
SENT = claim("North Korea", "sent", "12,000 troops", lemma="send", to="Russia")
DISPATCHED = claim("the DPRK", "dispatched", "12,000 soldiers", lemma="dispatch", to="Russia", source="Seoul")
DENIED = claim("Pyongyang", "did not send", "troops", lemma="send", status="negated", to="Russia", source="Kremlin")


def entries(made: list[Article], entity: str, *roles: Role, **days: dt.date) -> tuple[Entry, ...]:
    return timeline(made, entity, roles=roles or ("actor", "source"), **days).entries


def mention(text: str, type_: str | None = None) -> Mention:
    return Mention(text=text, start=0, end=len(text), type=type_, entity=text)


def test_by_day_and_a_claim_without_one_at_the_day_of_its_article() -> None:
    found = entries(articles(SENT, TESTED), "North Korea")
    assert [(entry.day, entry.dated_by, entry.text) for entry in found] == [
        ("2025-01-06", "claim", TESTED.text),
        ("2025-03-05", "article", SENT.text),
    ]


def test_of_no_day_at_all_at_the_end() -> None:
    (record, claims), *others = articles(SENT, TESTED)
    found = entries([(record.model_copy(update={"published": None}), claims), *others], "North Korea")
    assert [(entry.day, entry.dated_by) for entry in found] == [("2025-01-06", "claim"), (None, None)]


def test_what_several_articles_tell_stands_once_with_who_denies_it() -> None:
    sent, denied = entries(articles(SENT, DISPATCHED, DENIED), "DPRK")
    assert (sent.articles, sent.claims, sent.sources) == (2, ("c0", "c1"), ("Seoul",))
    assert [denial.name for denial in sent.denied_by] == ["Kremlin"]
    assert (denied.status, denied.claims, denied.denied_by) == ("negated", ("c2",), ())


def test_what_they_say_of_others() -> None:
    (said,) = entries(articles(DISPATCHED, TESTED), "Seoul")
    assert (said.role, said.actor, said.denied) == ("source", "the DPRK", False)


def test_what_they_deny_is_not_what_they_say() -> None:
    made = articles(claim("the ship", "had been overloaded", lemma="overload", source="Visayas Lines", cue="denied"))
    assert [entry.denied for entry in entries(made, "Visayas Lines")] == [True]


def test_what_they_say_of_themselves_is_told_once() -> None:
    own = claim("Halvorsen", "cut", "its debt", lemma="cut", source="Halvorsen")
    assert [entry.role for entry in entries(articles(own), "Halvorsen")] == ["actor"]
    assert [entry.role for entry in entries(articles(own), "Halvorsen", "source")] == ["source"]


def test_what_is_done_to_them_where_it_is_asked_for() -> None:
    made = articles(claim("Norway", "sued", "Halvorsen", lemma="sue"))
    assert entries(made, "Halvorsen") == ()
    assert [entry.role for entry in entries(made, "Halvorsen", "target")] == ["target"]


def test_a_member_of_a_compound_and_a_source_behind_a_source() -> None:
    (record, (one,)) = articles(claim("Kim and Putin", "signed", "a treaty", lemma="sign", source="Tass"))[0]
    assert one.actor
    assert one.source
    parts = (mention("Kim Jong Un", "PERSON"), mention("Vladimir Putin", "PERSON"))
    actor = Actor.model_validate({**one.actor.model_dump(), "parts": [part.model_dump() for part in parts]})
    via = Source.model_validate(mention("Reuters", "ORG").model_dump())
    whole: Claim = one.model_copy(update={"actor": actor, "source": one.source.model_copy(update={"via": via})})
    assert [entry.entity for entry in entries([(record, [whole])], "Putin")] == ["Vladimir Putin"]
    assert [entry.role for entry in entries([(record, [whole])], "Reuters")] == ["source"]


@pytest.mark.parametrize(
    ("since", "until", "kept"),
    [("2025-01-06", "2025-01-06", 1), ("2025-01-07", "2025-03-04", 0), ("2025-03-05", None, 1), (None, "2025-12-31", 2)],
)
def test_between_days(since: str | None, until: str | None, kept: int) -> None:
    days = {"since": since and dt.date.fromisoformat(since), "until": until and dt.date.fromisoformat(until)}
    assert len(timeline(articles(SENT, TESTED), "North Korea", **days).entries) == kept  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "mentioned", "type_", "is_it"),
    [
        ("north korea", "the DPRK", "GPE", True),
        ("Kim", "Kim Jong Un", "PERSON", True),
        ("Kim Jong Un", "Kim", "PERSON", False),  # which Kim?
        ("Donald Trump", "Donald J. Trump", "PERSON", True),
        ("Donald Trump", "Ivanka Trump", "PERSON", False),
        ("Ukraine", "Ukrainian forces", None, True),
        ("Russia", "South Ossetia", "GPE", False),
        ("the ferry", "the burning ferry", None, True),
        ("the ferry", "the tanker", None, False),
        ("ministry", "the foreign ministry", None, True),
    ],
)
def test_who_bears_a_name(name: str, mentioned: str, type_: str | None, is_it: bool) -> None:
    assert meant(name, {})(mention(mentioned, type_)) is is_it


def test_a_surname_that_is_one_persons_is_theirs() -> None:
    assert meant("Dorothy Shea", {"Shea": "Dorothy Shea"})(mention("Shea", "PERSON"))


def test_nobody() -> None:
    with pytest.raises(ValueError, match="names nobody"):
        timeline([], "the")
