"""The tokenizer keeps together what the treebanks keep together, and never loses a character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsclaims.parse.paragraphs import opens_paragraph, wrapped
from newsclaims.parse.tokens import blank
from newsclaims.parse.wordpieces import SHAPES, shape


@pytest.fixture(scope="module")
def nlp() -> Language:
    return blank()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The e-mail was non-binding.", ["The", "e-mail", "was", "non-binding", "."]),
        ("A well-known envoy didn't reply!!!", ["A", "well", "-", "known", "envoy", "did", "n't", "reply", "!!!"]),
        ("Capt. Moore paid $2,000 and/or left.", ["Capt.", "Moore", "paid", "$", "2,000", "and", "/", "or", "left", "."]),
    ],
)
def test_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [t.text for t in nlp(text)] == words


BLANK = blank()


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_text_comes_back(text: str) -> None:
    assert BLANK.make_doc(text).text == text


def test_each_line_opens_a_paragraph(nlp: Language) -> None:
    doc = nlp("Talks resumed.\nBoth sides met in Oslo.\n\nNo deal was reached.")
    flags = opens_paragraph(doc)
    assert [doc[i].text for i, flag in enumerate(flags) if flag] == ["Both", "No"]


def test_wrapped_lines_open_none(nlp: Language) -> None:
    text = (
        "The ministry said on Monday that the two ferries would be sold before\n"
        "the summer because the cost of keeping them at sea had more than been\n"
        "doubled within the past three years, a sum that no one had expected to\n"
        "see.\n\n"
        "The unions called the decision premature and asked the new government\n"
        "for talks."
    )
    doc = nlp(text)
    assert wrapped(text)
    assert [doc[i].text for i, flag in enumerate(opens_paragraph(doc)) if flag] == ["The"]


@pytest.mark.parametrize(
    ("word", "name"),
    [("NATO", "upper"), ("Merkel", "title"), ("2,000", "digit"), ("G7", "alnum"), ("—", "punct"), ("iPhone", "mixed")],
)
def test_shapes(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name
