"""Predicates and particles that are parsed wrong, and read right all the same."""

from __future__ import annotations

import pytest

from tests.docs import build
from tests.extract.reading import claims, reading


def test_a_copula_before_an_adjective_with_a_passive_is_the_adjectives() -> None:
    assert claims("""
        Raas      NNP 3 nsubj:pass
        is        VBZ 6 aux:pass lemma=be
        due       JJ  0 root
        to        TO  6 mark
        be        VB  6 aux:pass lemma=be
        sentenced VBN 3 xcomp    lemma=sentence
    """) == ["- | is due to be sentenced | Raas | future"]


@pytest.mark.parametrize("place", ["3 cop", "5 cop"])
def test_a_phrase_before_a_copula_and_a_noun_is_the_predicate(place: str) -> None:
    assert claims(f"""
        Among IN  3 case
        the   DT  3 det
        dead  JJ  5 nmod
        were  VBD {place} lemma=be
        monks NNS 0 root lemma=monk
    """) == ["monks | were | Among the dead | actual"]


def test_a_day_before_a_copula_is_no_predicate() -> None:
    doc = build("""
        On      IN  2 case
        Sunday  NNP 4 obl
        was     VBD 4 cop  lemma=be
        peace   NN  0 root
    """)
    assert "Sunday" not in reading(doc)


def test_off_goes_with_its_verb() -> None:
    assert claims("""
        Bombs NNS 2 nsubj
        went  VBD 0 root lemma=go
        off   RB  2 advmod
        .     .   2 punct
    """) == ["Bombs | went off | - | actual"]


def test_back_before_an_object_goes_with_its_verb() -> None:
    assert claims("""
        Raas   NNP 2 nsubj
        rolled VBD 0 root lemma=roll
        back   RB  2 advmod
        taxes  NNS 2 obj
    """) == ["Raas | rolled back | taxes | actual"]


def test_back_before_nothing_says_where_to() -> None:
    assert claims("""
        Raas NNP 2 nsubj
        went VBD 0 root lemma=go
        back RB  2 advmod
        .    .   2 punct
    """) == ["Raas | went | - | actual"]


def test_have_alone_makes_no_passive() -> None:
    assert claims("""
        He      PRP 3 nsubj:pass
        ~'s     VBZ 3 aux lemma=have
        broken  VBN 0 root lemma=break
        records NNS 3 obj
        .       .   3 punct
    """) == ["He | 's broken | records | actual"]


def test_among_those_hurt_was_somebody() -> None:
    assert claims("""
        Among IN  2 case
        those DT  0 root
        hurt  VBN 2 acl:relcl lemma=hurt
        were  VBD 2 cop lemma=be
        a     DT  6 det
        nun   NN  3 nsubj:pass
        .     .   2 punct
    """) == ["a nun | were | Among those | actual"]


def test_what_is_due_to_open_is_due_to_nothing() -> None:
    assert claims("""
        Trials NNS 5 nsubj
        are    VBP 5 cop lemma=be
        due    JJ  5 case
        to     IN  3 fixed
        open   NN  0 root lemma=open
        in     IN  7 case
        May    NNP 5 obl
        .      .   5 punct
    """) == ["Trials | are due to open | - | future"]
