""" "It" that stands for a body, and the empty one."""

from __future__ import annotations

import pytest

from tests.docs import build
from tests.extract.reading import claims, phrase, reading


@pytest.mark.parametrize(("adjective", "claim"), [
    ("willing", "it | was willing to act | - | actual"),
    ("eager", "it | was | eager to act | actual"),
    ("hard", "- | was | hard to act | actual"),
])  # fmt: skip
def test_what_it_is_with_an_adjective(adjective: str, claim: str) -> None:
    assert (
        claims(f"""
        Monks NNS 2 nsubj
        said  VBD 0 root lemma=say
        it    PRP 5 expl
        was   VBD 5 cop lemma=be
        {adjective} JJ 2 ccomp
        to    TO  7 mark
        act   VB  5 csubj
        .     .   2 punct
    """)[-1]
        == claim
    )


def test_who_is_confident_that() -> None:
    doc = build("""
        It        PRP 3 nsubj
        is        VBZ 3 cop lemma=be
        confident JJ  0 root
        that      IN  6 mark
        Chad      NNP 6 nsubj
        won       VBD 3 ccomp lemma=win
        .         .   3 punct
    """)
    assert phrase(doc, reading(doc)["confident"].subject) == "It"
