"""Verbs that do not agree with the noun they were hung on."""

from __future__ import annotations

import pytest

from tests.docs import build
from tests.extract.reading import claims, phrase, reading


def test_a_singular_behind_a_plural_of_a_relative_goes_with_the_main_clause() -> None:
    assert (
        claims("""
        Lunn   NNP 2 nsubj
        lies   VBZ 0 root      lemma=lie
        where  WRB 6 advmod
        two    CD  5 nummod
        roads  NNS 6 nsubj
        meet   VBP 2 acl:relcl lemma=meet
        and    CC  8 cc
        floods VBZ 6 conj      lemma=flood
    """)[-1]
        == "Lunn | floods | - | actual"
    )


def test_a_plural_behind_a_plural_stays_in_the_relative() -> None:
    doc = build("""
        Lunn  NNP 2 nsubj
        lies  VBZ 0 root      lemma=lie
        where WRB 6 advmod
        two   CD  5 nummod
        roads NNS 6 nsubj
        meet  VBP 2 acl:relcl lemma=meet
        and   CC  8 cc
        flood VBP 6 conj      lemma=flood
    """)
    assert phrase(doc, reading(doc)["flood"].subject) == "two roads"


@pytest.mark.parametrize(("verb", "antecedent"), [("was", "leave from the courts"), ("were", "the courts")])
def test_a_relative_goes_with_the_noun_of_its_number(verb: str, antecedent: str) -> None:
    doc = build(f"""
        She     PRP 2 nsubj
        had     VBD 0 root lemma=have
        leave   NN  2 obj
        from    IN  6 case
        the     DT  6 det
        courts  NNS 3 nmod
        ,       ,   10 punct
        which   WDT 10 nsubj:pass
        {verb}  VBD 10 aux:pass lemma=be
        blessed VBN 6 acl:relcl lemma=bless
    """)
    assert phrase(doc, reading(doc)["blessed"].subject) == antecedent


def test_a_relative_goes_with_the_name_before_it_where_that_has_its_number() -> None:
    doc = build("""
        She     PRP 2 nsubj
        praised VBD 0 root lemma=praise
        ties    NNS 2 obj
        with    IN  5 case
        Chad    NNP 3 nmod
        ,       ,   8 punct
        which   WDT 8 nsubj
        exports VBZ 3 acl:relcl lemma=export
        oil     NN  8 obj
    """)
    assert phrase(doc, reading(doc)["exports"].subject) == "Chad"
