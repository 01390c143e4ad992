"""The pairs written for this project, through the real extractor: how much is found, and how much of it is right."""

from __future__ import annotations

from collections import Counter

import pytest
from benchmarks.comparison import judged, pairs, scores
from spacy.language import Language

FLOORS = {"same": (0.90, 0.70), "contradicts": (0.85, 0.70)}


def test_there_are_enough_pairs_and_none_twice() -> None:
    gold = pairs()
    assert min(Counter(pair.label for pair in gold).values()) >= 20
    assert len({(pair.first, pair.second) for pair in gold}) == len(gold)
    assert sum(pair.part != "tune" for pair in gold) / len(gold) >= 1 / 3


@pytest.mark.parametrize("part", ["tune", "seen", "held"])
def test_pairs_are_told_apart(part: str, nlp: Language) -> None:
    found = [(pair, judged(pair, nlp)) for pair in pairs() if pair.part == part]
    for label, score in scores(found).items():
        precision, recall = FLOORS[label]
        assert score.precision >= precision, f"{label}: {score}"
        assert score.recall >= recall, f"{label}: {score}"
