"""Verbs before a quantity that were parsed as nouns and participles."""

from __future__ import annotations

from tests.extract.reading import claims


def test_what_accounts_for_a_share_was_read_as_an_account() -> None:
    assert claims("""
        Remittances NNS 0 root
        from        IN  4 case
        Chad        NNP 4 compound
        account     NN  1 nmod
        for         IN  7 case
        14          CD  7 nummod
        ~%          NN  1 nmod
        .           .   1 punct
    """) == ["Remittances from Chad | account | 14% | actual"]


def test_what_is_counted_behind_a_participle() -> None:
    assert claims("""
        The      DT  2 det
        victims  NNS 0 root
        numbered VBN 2 acl lemma=number
        213      CD  3 xcomp
        .        .   2 punct
    """) == ["The victims | numbered | 213 | actual"]


def test_before_who_says_so_it_is_what_is_said() -> None:
    assert "The strikers | number | 4,300 | actual" in claims("""
        The      DT  2 det
        strikers NNS 7 nsubj
        number   NN  2 parataxis
        4,300    CD  3 flat
        ,        ,   3 punct
        unions   NNS 7 nsubj
        said     VBD 0 root lemma=say
        .        .   7 punct
    """)


def test_a_number_as_a_name_is_no_verb() -> None:
    assert claims("""
        Flight NN  4 nsubj
        number NN  1 appos
        1549   CD  2 nummod
        landed VBD 0 root lemma=land
        .      .   4 punct
    """) == ["Flight number 1549 | landed | - | actual"]
