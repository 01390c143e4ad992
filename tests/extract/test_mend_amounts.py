"""Amounts hung on the wrong word, and verbs that an amount made a passive of."""

from __future__ import annotations

from tests.extract.reading import claims


def test_what_changed_by_so_much() -> None:
    assert claims("""
        Thefts    NNS 2 nsubj:pass
        decreased VBN 0 root lemma=decrease
        by        IN  5 case
        two       CD  5 nummod
        percent   NN  2 obl:agent
        .         .   2 punct
    """) == ["Thefts | decreased | - | actual"]


def test_what_somebody_changed() -> None:
    assert claims("""
        Tolls     NNS 3 nsubj:pass
        were      VBD 3 aux:pass lemma=be
        increased VBN 0 root lemma=increase
        by        IN  5 case
        Chad      NNP 3 obl:agent
        .         .   3 punct
    """) == ["Chad | were increased | Tolls | actual"]


def test_whom_a_number_counts() -> None:
    assert claims("""
        82      CD  2 nsubj:pass
        killed  VBN 0 root lemma=kill
        and     CC  5 cc
        1,700   CD  5 nummod
        injured VBN 2 conj lemma=injure
    """) == ["- | killed | 82 | actual", "- | injured | 1,700 | actual"]


def test_up_to_so_many() -> None:
    assert claims("""
        She   PRP 2 nsubj
        faces VBZ 0 root lemma=face
        up    RP  2 compound:prt
        to    IN  6 case
        nine  CD  6 nummod
        fines NNS 2 obl
        .     .   2 punct
    """) == ["She | faces | up to nine fines | actual"]


def test_what_one_owns_up_to() -> None:
    assert claims("""
        She   PRP 2 nsubj
        owned VBD 0 root lemma=own
        up    RP  2 compound:prt
        to    IN  6 case
        the   DT  6 det
        theft NN  2 obl
        .     .   2 punct
    """) == ["She | owned up | the theft | actual"]
