"""Trees from scores: always well formed, and the best where they can be counted out."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsclaims.parse.trees import Floats, tree


def well_formed(heads: list[int]) -> bool:
    if sum(h == 0 for h in heads) != 1:
        return False
    for i in range(len(heads)):
        seen, at = set(), i + 1
        while at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at - 1]
    return True


def best_total(scores: Floats) -> float:
    n = len(scores)
    choices = itertools.product(*[[h for h in range(n + 1) if h != i + 1] for i in range(n)])
    return max(sum(float(scores[i, h]) for i, h in enumerate(heads)) for heads in choices if well_formed(list(heads)))


def test_the_best_heads_are_taken_where_they_make_a_tree() -> None:
    # "Oslo denied it": both nouns hang on the verb
    scores = np.array([[0, 0, 5, 1], [5, 1, 0, 1], [0, 1, 5, 0]], dtype=np.float32)
    assert tree(scores).tolist() == [2, 0, 2]


def test_a_cycle_is_broken() -> None:
    scores = np.array([[4, 0, 5], [1, 5, 0]], dtype=np.float32)
    assert tree(scores).tolist() == [0, 1]


def test_two_roots_become_one() -> None:
    scores = np.array([[5, 0, 1], [6, 2, 0]], dtype=np.float32)
    heads = tree(scores).tolist()
    assert heads.count(0) == 1
    assert well_formed(heads)


@pytest.mark.parametrize("n", [2, 3, 4, 5])
def test_the_tree_is_the_best_of_all(n: int) -> None:
    rng = np.random.default_rng(n)
    for _ in range(40):
        scores = rng.normal(size=(n, n + 1)).astype(np.float32)
        heads = tree(scores)
        assert well_formed(heads.tolist())
        total = sum(float(scores[i, h]) for i, h in enumerate(heads))
        assert total == pytest.approx(best_total(scores), abs=1e-4)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 30).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-5, 5, width=32))))
def test_any_scores_give_one_tree(scores: Floats) -> None:
    assert well_formed(tree(scores).tolist())
