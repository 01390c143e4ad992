"""Verbs of headlines that are parsed as nouns."""

from __future__ import annotations

import pytest

from tests.extract.reading import claims


def test_a_noun_between_a_name_and_a_noun_is_a_headlines_verb() -> None:
    assert claims("""
        Dutch  JJ  2 amod
        bank   NN  6 compound lemma=bank
        ABR    NNP 2 compound
        plans  NNS 6 compound lemma=plan
        rights NNS 6 compound lemma=right
        issue  NN  0 root
    """) == ["Dutch bank ABR | plans | rights issue | actual"]


def test_names_in_a_row_are_a_headlines_subject() -> None:
    assert claims("""
        Chad  NNP 0 root
        ,     ,   3 punct
        Oslo  NNP 1 conj
        sign  NN  6 compound lemma=sign
        trade NN  6 compound
        deal  NN  1 parataxis
    """) == ["Chad, Oslo | sign | trade deal | actual"]


def test_a_noun_behind_a_plural_is_a_headlines_verb() -> None:
    assert claims("""
        Shares NNS 2 nmod:poss
        slide  NN  0 root lemma=slide
        on     IN  4 case
        debt   NN  2 nmod
    """) == ["Shares | slide | - | actual"]


@pytest.mark.parametrize(
    "heading",
    [
        "Bank NN 3 compound lemma=bank\njob NN 3 compound\ncuts NNS 0 root lemma=cut",
        "Job NN 3 compound lemma=job\ncuts NNS 3 compound lemma=cut\nplan NN 0 root lemma=plan",
        "Banks NNS 3 compound lemma=bank\ncuts NNS 3 compound lemma=cut\nrow NN 0 root",
        "ABR NNP 3 compound\nplans NNS 3 compound lemma=plan\nissue NN 0 root\n. . 3 punct",
    ],
)
def test_nouns_in_a_row_and_what_a_full_stop_ends_are_no_headlines(heading: str) -> None:
    assert claims(heading) == []


@pytest.mark.parametrize("tag", ["VBD", "VBN"])
def test_what_is_planned_behind_a_semicolon_is_passive(tag: str) -> None:
    assert (
        claims(f"""
        Judge   NN  2 nsubj
        rejects VBZ 0 root lemma=reject
        plea    NN  2 obj
        ;       :   6 punct
        appeal  NN  6 nsubj
        planned {tag} 2 parataxis lemma=plan
    """)[-1]
        == "- | planned | appeal | actual"
    )


def test_a_passive_behind_a_comma_shares_the_subject() -> None:
    assert "- | was booked | Roe | actual" in claims("""
        Roe    NNP 2 nsubj
        scored VBD 0 root lemma=score
        ,      ,   5 punct
        was    VBD 5 aux:pass
        booked VBN 2 parataxis lemma=book
        and    CC  7 cc
        left   VBD 5 conj lemma=leave
        .      .   2 punct
    """)


def test_who_has_an_age_is_no_time() -> None:
    assert claims("""
        Man     NN  5 obl:unmarked
        ,       ,   3 punct
        43      CD  1 appos
        ,       ,   1 punct
        charged VBN 0 root lemma=charge
        over    IN  7 case
        fire    NN  5 obl
    """) == ["- | charged | Man | actual"]
