"""Dictionary forms: table first, then rules checked against known words, then the model."""

from __future__ import annotations

import pytest

from newsclaims.parse.inflection import Lexemes, lemma, read
from newsclaims.parse.newswire import WEIGHTS

LEXEMES = Lexemes(
    {"VBD": {"sold": "sell"}, "NNS": {"children": "child"}},
    {
        "verb": frozenset("announce submit hope hop fill pass visit use deny change lie attack panic free".split()),
        "noun": frozenset("company knife house tax hero".split()),
        "adjective": frozenset("early large big".split()),
    },
)


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("announced", "VBD", "announce"),
        ("Submitted", "VBN", "submit"),
        ("hoping", "VBG", "hope"),
        ("hopping", "VBG", "hop"),
        ("filled", "VBD", "fill"),
        ("visiting", "VBG", "visit"),
        ("used", "VBN", "use"),
        ("denied", "VBD", "deny"),
        ("changing", "VBG", "change"),
        ("lying", "VBG", "lie"),
        ("sold", "VBD", "sell"),
        ("freed", "VBN", "free"),
        ("attacked", "VBD", "attack"),
        ("panicked", "VBD", "panic"),
        ("companies", "NNS", "company"),
        ("knives", "NNS", "knife"),
        ("houses", "NNS", "house"),
        ("taxes", "NNS", "tax"),
        ("heroes", "NNS", "hero"),
        ("children", "NNS", "child"),
        ("earlier", "JJR", "early"),
        ("biggest", "JJS", "big"),
        ("larger", "JJR", "large"),
        ("Democrats", "NNPS", "Democrat"),
        ("Kurdis", "NNPS", "Kurdi"),
        ("merkel", "NNP", "merkel"),
        ("MADRID", "NNP", "Madrid"),
        ("OPEC", "NNP", "OPEC"),
        ("s", "POS", "'s"),
        ("12,500", "CD", "12500"),
        ("MH17", "NN", "MH17"),
    ],
)
def test_lemma(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag, "k0+", LEXEMES) == expected


def test_unknown_words_are_guessed_by_their_spelling() -> None:
    assert lemma("privatized", "VBD", "l1+", LEXEMES) == "privatize"
    assert lemma("debunked", "VBD", "l1+", LEXEMES) == "debunk"
    assert lemma("drones", "NNS", "l0+", LEXEMES) == "drone"


def test_the_model_decides_where_nothing_is_inflected() -> None:
    assert lemma("Nuclear", "JJ", "l0+", LEXEMES) == "nuclear"
    assert lemma("n't", "RB", "l!not", LEXEMES) == "not"


def test_the_lexicon_knows_verbs_that_the_treebanks_do_not() -> None:
    lexemes = read(WEIGHTS / "lexemes.json")
    assert lemma("fled", "VBD", "k0+", lexemes) == "flee"
    assert lemma("lent", "VBD", "k0+", lexemes) == "lend"
    assert lemma("quarrelled", "VBD", "l1+", lexemes) == "quarrel"
    assert lemma("found", "VBP", "k0+", lexemes) == "found"
