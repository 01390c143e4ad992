"""Lines of an article are told apart from what surrounds it, and no paragraph is lost."""

from __future__ import annotations

import pytest
from tests.docs import blank, build

from newsclaims.annotate.lines import lines
from newsclaims.lexicon import rows

STORY = (
    "The ferry sank on Friday, the coast guard said, and nine of its passengers are still missing.",
    '"We could not reach them," the captain told reporters in the port.',
)


def kinds(*text: str) -> list[str]:
    return [line.kind for line in lines(blank()("\n".join(text)))]


def kind(line: str) -> str:
    """The kind of a line in the middle of an article."""
    return kinds("Ferry sinks off the coast", STORY[0], line, STORY[1])[2]


def test_an_article_with_all_that_surrounds_it() -> None:
    assert kinds(
        "Metro Courier | News | Sport | Opinion",
        "Home > World > Europe",
        "Ferry sinks off the coast",
        "- Nine passengers are missing",
        "- Coast guard ends its search",
        "By Anna WeissWorld",
        "Published: 7 February 2025 | Updated: 8 February 2025",
        "The ferry in the port of Felixmouth. Photo: Karl Brenner",
        STORY[0],
        "Sign up for our daily newsletter",
        STORY[1],
        "Additional reporting by Lena Fuchs in Hamburg",
        "Other news",
        "Storm leaves thousands without power",
        "Five things to know about the timetable",
        "© 2025 Metro Courier. All rights reserved.",
    ) == [
        "other", "other", "headline", "list", "list", "byline", "dateline", "caption", "body", "promotion", "body", "byline",
        "teaser", "teaser", "teaser", "promotion",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Copyright law was changed last year, the court said, and the studios will have to pay for what they copied.",
        "By the time the boats arrived, the ferry had sunk.",
        "By Friday, nine passengers were missing.",
        "Photographs of the wreck were published on Tuesday.",
        "Share prices fell by nine percent.",
        "Related charges against the captain were dropped in May.",
        "More from the wreck will be raised in spring, the ministry said.",
        "The minister said nothing.",
        "He wept.",
        '"We will follow her on every voyage," the captain said, and so they did until the spring.',
        "Comments by the captain angered the families.",
        "Topics of the talks include the wreck.",
        "January 9 was the coldest day of the year in the north.",
    ],
)
def test_a_paragraph_stays_a_paragraph(text: str) -> None:
    assert kind(text) == "body"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Anna Weiss", "byline"),
        ("By Anna Weiss and Karl Brenner, Legal Affairs Correspondents", "byline"),
        ("Anna Weiss, senior reporter", "byline"),
        ("Thursday, January 9, 2025", "dateline"),
        ("12 April 2025, 10:40", "dateline"),
        ("LONDON, 9 January 2025", "dateline"),
        ("Image caption The ferry in the port", "caption"),
        ("—Anna Weiss, Commissioner of the Port", "signature"),
        ("• Nine passengers are missing", "list"),
        ("Search called off", "headline"),
        ("Advertisement", "promotion"),
        ("Read more: How the ferry sank", "teaser"),
    ],
)
def test_lines_that_are_no_paragraphs(text: str, expected: str) -> None:
    assert kind(text) == expected


def test_a_caption_that_stands_twice_is_one() -> None:
    caption = "Divers search the wreck of the ferry"
    assert kinds("Ferry sinks off the coast", caption, caption, *STORY)[1:3] == ["caption", "caption"]
    assert kind(f"{caption} {caption}") == "caption"


def test_a_first_line_is_a_headline_even_with_a_full_stop() -> None:
    assert kinds("Captain says ferry was overloaded.", *STORY)[0] == "headline"


def test_teasers_end_where_the_article_goes_on() -> None:
    assert kinds("Ferry sinks", "Read more", "Storm hits Denmark", STORY[0], "Search called off") == [
        "headline", "teaser", "teaser", "body", "headline",
    ]  # fmt: skip


def test_spans_hold_no_white_space_and_empty_lines_are_none() -> None:
    doc = blank()("\n\n  Ferry sinks  \r\n\r\n \n" + STORY[0] + " \n")
    found = lines(doc)
    assert [doc[line.start : line.end].text for line in found] == ["Ferry sinks", STORY[0]]


def test_a_signature_has_no_verb() -> None:
    doc = build("""
        Ferry NN 2 compound
        sinks VBZ 0 root
        \\n
        -     : 3 punct
        Weiss NNP 3 nsubj
        wept  VBD 0 root
    """)
    assert lines(doc)[1].kind != "signature"


@pytest.mark.parametrize("row", rows("boilerplate"), ids=lambda row: f"{row['where']}-{row['phrase']}")
def test_every_set_phrase_makes_its_example_what_it_is(row: dict[str, str]) -> None:
    assert row["phrase"] in row["example"].lower()
    assert kind(row["example"]) == row["kind"]
