"""Abbreviations defined in brackets."""

from __future__ import annotations

from newsclaims.extract.reader import tree
from newsclaims.resolve.abbreviations import definitions, unexplained
from tests.docs import build

LONG_FIRST = """
    The          DT  5 det
    River        NNP 4 compound
    Fisheries    NNP 4 compound
    Authority    NNP 8 nsubj
    (            -LRB- 6 punct
    RFA          NNP 4 appos
    )            -RRB- 6 punct
    met          VBD 0 root lemma=meet
    .            .   8 punct
"""


def found(table: str) -> list[tuple[str, str]]:
    doc = build(table)
    words = tuple(token.text for token in doc)
    return [(words[one.short], doc[one.start : one.end].text) for one in definitions(words, tree(doc))]


def test_the_long_form_stands_before_the_brackets() -> None:
    assert found(LONG_FIRST) == [("RFA", "River Fisheries Authority")]


def test_brackets_that_explain_nothing_define_nothing() -> None:
    table = LONG_FIRST.replace("RFA  ", "XYZ  ")
    assert found(table) == []


def test_letters_alone_tell_what_an_abbreviation_stands_for() -> None:
    words = tuple("Gunmen of the Movement for a Free Tarsia fled . MFT and MF met Nurses Beyond Frontiers .".split())
    assert unexplained(words, {"MF", "NBF"}) == {"NBF": "Nurses Beyond Frontiers"}


def test_a_name_that_goes_on_is_another_one() -> None:
    words = tuple("the Front of National Unity and Progress met".split())
    assert unexplained(words, {"FNU"}) == {}
    assert unexplained(words, {"FNUP"}) == {"FNUP": "Front of National Unity and Progress"}
