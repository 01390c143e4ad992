"""Whole stretches of words: every sentence gets a tree of its own, the best one, whatever else is compared with it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from newsclaims.parse.analysis import COMPARED, LONGEST, trees, well_formed
from newsclaims.parse.network import Floats, Ints, Labels, Network, Scores
from newsclaims.parse.newswire import WEIGHTS
from newsclaims.parse.trees import tree


@pytest.fixture(scope="module")
def network() -> Network:
    return Network(WEIGHTS, threads=1)


def scored(words: int, seed: int) -> Scores:
    """Vectors that mean nothing: few sentences get a tree at once."""
    rng = np.random.default_rng(seed)
    none: Ints = np.zeros(words, dtype=np.int64)
    arms: list[Floats] = [rng.normal(size=(words, 257)).astype(np.float32) for _ in range(2)]
    return Scores(none, none, none, none, np.zeros(words, dtype=np.float32), *arms, *arms)


@pytest.mark.parametrize(
    "lengths",
    [[1], [2], [7, 1, 1, 12], [30] * 9, [COMPARED, 1, COMPARED - 1, 1], [3, LONGEST, COMPARED + 1, 5], [COMPARED + 1] * 2],
    ids=str,
)
def test_each_sentence_gets_the_tree_that_it_gets_alone(network: Network, lengths: list[int]) -> None:
    scores = scored(sum(lengths), seed=len(lengths))
    edges = np.cumsum([0, *lengths])
    starts = np.zeros(edges[-1], dtype=bool)
    starts[edges[:-1]] = True
    heads = trees(network, scores, starts)
    for start, end in itertools.pairwise(edges):
        own = slice(start, end)
        one = np.zeros(end - start, dtype=np.int64)
        _, possible = network.arcs(scores.arc_dep[own], scores.arc_head[own], one)
        alone = tree(possible)
        assert alone.tolist().count(0) == 1
        expected = np.where(alone == 0, np.arange(start, end), start + alone - 1)
        assert heads[own].tolist() == expected.tolist()


def test_a_name_begins_anew_with_its_sentence_and_keeps_the_type_it_began_with() -> None:
    labels = Labels((), (), (), (), ("O", "B-ORG", "I-ORG", "B-GPE", "I-GPE"))
    starts = np.array([True, False, False, False, True, False, False])
    tags = well_formed(np.array([2, 2, 4, 0, 4, 3, 2]), labels, starts)
    assert tags == ["B-ORG", "I-ORG", "I-ORG", "O", "B-GPE", "B-GPE", "I-GPE"]
