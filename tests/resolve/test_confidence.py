from __future__ import annotations

from newsclaims.extract.candidate import Candidate, StatusMark
from newsclaims.extract.clause import Argument, Clause
from newsclaims.resolve.confidence import confidence

CLAUSE = Clause(head=1, start=1, end=2, extent=(0, 3), kind="main", verbs=(1,), lemma="fine")


def judged(**features: float) -> float:
    actor = Argument("subject", 0, 0, 1)
    return confidence(
        Candidate(CLAUSE, actor, None, (), StatusMark("actual"), None, None, (0, 3), "active", tuple(features.items()))
    )


def test_it_is_a_probability_in_hundredths() -> None:
    for features in ({}, {"actor": 1.0, "target": 1.0, "finite": 1.0, "main": 1.0}, {"relative": 1.0, "sentence": 1.0}):
        value = judged(**features)
        assert 0 <= value <= 1
        assert value == round(value, 2)


def test_a_plain_main_clause_is_surer_than_a_relative_one_without_a_target() -> None:
    plain = judged(actor=1.0, target=1.0, finite=1.0, main=1.0, sentence=0.1)
    assert plain > judged(actor=1.0, finite=1.0, relative=1.0, inherited=1.0, sentence=0.5)


def test_features_it_does_not_know_change_nothing() -> None:
    assert judged(actor=1.0, phase_of_the_moon=1.0) == judged(actor=1.0)
