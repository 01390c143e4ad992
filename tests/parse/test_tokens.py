"""The tokenizer keeps together what the treebanks keep together, and never loses a character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokenizer import Tokenizer

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
        ("It lost £90m. Ana left at 9 a.m. or so.", "It lost £ 90 m . Ana left at 9 a.m. or so .".split()),
        ("won.”—Ana", ["won", ".", "”", "—", "Ana"]),
    ],
)
def test_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [t.text for t in nlp(text)] == words


BLANK, FRESH = blank(), blank()


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_text_comes_back(text: str) -> None:
    assert BLANK.make_doc(text).text == text


def stretches() -> st.SearchStrategy[str]:
    known = [
        "isn't",
        "U.S.",
        "e-mail",
        "(AP)",
        "$2,000",
        "workers'",
        "co-op.",
        '"No,"',
        "a.m.",
        "...",
        "\n\n",
        "\u00a0",
        ":)",
    ]
    return st.lists(st.sampled_from(known) | st.text(max_size=8), max_size=12).map(" ".join)


@settings(max_examples=80, deadline=None)
@given(stretches(), stretches())
def test_what_is_remembered_changes_no_token(first: str, second: str) -> None:
    BLANK.make_doc(first)
    plain = Tokenizer.__call__(FRESH.tokenizer, second)
    assert [token.text for token in BLANK.make_doc(second)] == [token.text for token in plain]


def test_a_stretch_behind_a_special_case_is_cut_once(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[str] = []
    tokenizer = blank().tokenizer
    search = tokenizer.suffix_search
    monkeypatch.setattr(tokenizer, "suffix_search", lambda text: cut.append(text) or search(text))
    for _ in range(3):
        tokenizer("The ferry isn't leaving, the harbourmaster said.")
    assert cut.count("harbourmaster") == 1


@pytest.mark.parametrize(
    ("word", "name"),
    [("NATO", "upper"), ("Merkel", "title"), ("2,000", "digit"), ("G7", "alnum"), ("—", "punct"), ("iPhone", "mixed")],
)
def test_shapes(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name
