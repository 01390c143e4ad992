"""Quotation marks: pairs, paragraphs, apostrophes, and what a bad mark costs."""

from __future__ import annotations

import re
import time

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsclaims.annotate.quotes import quotes

VOCAB = Vocab()
TOKEN = re.compile(r"(\n+|``|''|\w+(?:[’']\w+)?|[^\w\s])( ?)")


def tokenize(text: str) -> Doc:
    found = TOKEN.findall(text)
    return Doc(VOCAB, words=[word for word, _ in found], spaces=[bool(space) for _, space in found])


def found(text: str) -> list[str]:
    doc = tokenize(text)
    return [doc[quote.start : quote.end].text for quote in quotes(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The pact is "a gift to Pyongyang," Shea said.', ["a gift to Pyongyang,"]),
        ("The pact is “a gift to Pyongyang,” Shea said.", ["a gift to Pyongyang,"]),
        ("The pact is ‘a gift to Pyongyang’, Shea said.", ["a gift to Pyongyang"]),
        ("The pact is 'a gift to Pyongyang', Shea said.", ["a gift to Pyongyang"]),
        ("The pact is ``a gift to Pyongyang,'' Shea said.", ["a gift to Pyongyang,"]),
        ("The pact is ''a gift to Pyongyang,'' Shea said.", ["a gift to Pyongyang,"]),
        ("Der Pakt sei „ein Geschenk“, sagte sie.", ["ein Geschenk"]),
        ("The pact is «a gift», Shea said.", ["a gift"]),
        ('"We won," he said. "It was close."', ["We won,", "It was close."]),
        ('He told us,"We won."', ["We won."]),
        ("The report—“a disgrace”—was shelved.", ["a disgrace"]),
        ('A ban ("no more boats") followed.', ["no more boats"]),
        ('"""We won,"" he said. ""It was close."""', ["We won,", "It was close."]),
        ('"He said it was ""a ruin"" and left."', ["a ruin"]),
    ],
)
def test_marks_of_every_shape(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The workers' vote and the ministers' answer came late.",
        "It's Shea's plan, and they don’t like the states’ reply.",
        "In the '90s they told 'em to leave.",
        "The Joneses’ farm was sold.",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert found(text) == []


def test_a_possessive_inside_single_marks_does_not_close_them() -> None:
    assert found("She backed ‘the workers’ right to strike’ on Monday.") == ["the workers’ right to strike"]


def test_a_quotation_inside_a_quotation() -> None:
    assert found("“He told me ‘never again’ twice,” she said.") == ["He told me ‘never again’ twice,", "never again"]
    assert found("‘He told me “never again” twice,’ she said.") == ["He told me “never again” twice,", "never again"]


def test_a_quotation_over_three_paragraphs() -> None:
    doc = tokenize("“We will rebuild the port.\n“It will take years.\n\n“We have time,” the mayor said.\nNobody clapped.")
    spans = [(doc[q.start : q.end].text, q.closes is None, q.continues) for q in quotes(doc)]
    assert spans == [
        ("We will rebuild the port.", True, False),
        ("It will take years.", True, True),
        ("We have time,", False, True),
    ]


def test_a_line_broken_inside_a_quotation() -> None:
    assert found('The mayor said the port was "a ruin\nthat nobody wants\nto pay for" and left.') == [
        "a ruin\nthat nobody wants\nto pay for"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “a disgrace and left.\nShea said “no comment” twice.", ["no comment"]),
        ("He called it a disgrace” and left.\nShea said “no comment” twice.", ["no comment"]),
        ('He called it "a disgrace and left. Shea said "no comment" twice.', ["no comment"]),
        ("“We will go.\nNobody else spoke, and “nothing” was signed.", ["We will go.", "nothing"]),
        ("“A mark turned the wrong way“ is read by its place.", ["A mark turned the wrong way"]),
        ("He called it “” and left.", []),
    ],
)
def test_one_bad_mark_costs_at_most_its_own_quotation(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_marks_are_outside_the_span() -> None:
    doc = tokenize("She said “no” again.")
    (quote,) = quotes(doc)
    assert (doc[quote.opens].text, doc[quote.closes or 0].text) == ("“", "”")
    assert (quote.start, quote.end) == (quote.opens + 1, quote.closes)


@pytest.mark.parametrize("word", ['"', "“", "”", "'", "‘", "’", "``", '"\n'])
def test_time_is_linear_in_hostile_text(word: str) -> None:
    count = 50_000
    doc = Doc(VOCAB, words=[word] * count, spaces=[True] * count)
    began = time.process_time()
    quotes(doc)
    assert time.process_time() - began < 15  # quadratic time would take minutes


def test_nothing_in_nothing() -> None:
    assert quotes(tokenize("")) == ()
