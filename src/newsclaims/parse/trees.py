"""Scores of arcs to well-formed trees: one root a sentence, no cycles.

The best head of each word usually gives a tree. Where it does not, the maximum spanning arborescence is found after
Chu & Liu (1965) and Edmonds (1967).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
SLACK = 0.01  # what sums of the same scores may differ by, rounded in another order


def tree(scores: Floats) -> Ints:
    """Give the head of each word of a sentence.

    Args:
        scores: (n, n + 1); row i, column j is the score of word j - 1 being the head of word i; column 0 is the root.

    Returns:
        n heads in the same count: 0 for the one root, else the head's place + 1.

    Example: the scores of "Oslo denied it" give ``[2, 0, 2]``.
    """
    scores = scores.copy()
    np.fill_diagonal(scores[:, 1:], -np.inf)
    heads: Ints = scores.argmax(1)
    places = heads.tolist()
    if places.count(0) == 1 and not _cycle(places):
        return heads
    return _single_rooted(scores)


def _cycle(heads: Sequence[int]) -> list[int]:
    """Give the words of one cycle (places from 0), or nothing."""
    above = [head - 1 for head in heads]
    state = [0] * len(above)
    for start in range(len(above)):
        path, i = [], start
        while i >= 0 and state[i] == 0:
            state[i] = 1
            path.append(i)
            i = above[i]
        if i >= 0 and state[i] == 1:
            return path[path.index(i) :]
        for k in path:
            state[k] = 2
    return []


def _single_rooted(scores: Floats) -> Ints:
    """Give the best tree among those whose root is one of the five words most like a root."""
    best: tuple[float, Ints] | None = None
    likeliest = scores[:, 1:].max(1).astype(np.float64)
    roots = np.argsort(-scores[:, 0], kind="stable")[:5]
    limits = likeliest.sum() - likeliest[roots] + scores[roots, 0]  # no tree is better than all likeliest heads
    order = np.argsort(-limits, kind="stable")
    for root, limit in zip(roots[order].tolist(), limits[order].tolist(), strict=True):
        if best is not None and limit < best[0] - SLACK:
            break
        ruled = scores.astype(np.float64)
        ruled[:, 0] = -1e9
        ruled[root] = -1e9
        ruled[root, 0] = 0.0
        heads = _arborescence(ruled)
        total = float(scores[np.arange(len(heads)), heads].sum())
        if best is None or total > best[0]:
            best = total, heads
    assert best is not None
    return best[1]


def _arborescence(scores: NDArray[np.float64]) -> Ints:
    """Give the maximum spanning arborescence by contracting cycles, one a round; node 0 is the root."""
    n = len(scores) + 1
    weight = np.full((n, n), -np.inf)  # weight[dependent, head]
    weight[1:] = scores
    np.fill_diagonal(weight, -np.inf)
    return _contracted(weight)[1:]


def _contracted(weight: NDArray[np.float64]) -> Ints:
    n = len(weight)
    heads: Ints = np.zeros(n, dtype=np.int64)
    heads[1:] = weight[1:].argmax(1)
    cycle = _cycle_of(heads)
    if not cycle:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    ring, outside = np.flatnonzero(inside), np.flatnonzero(~inside)
    within = weight[ring, heads[ring]]
    entering = weight[np.ix_(ring, outside)] - within[:, None]
    leaving = weight[np.ix_(outside, ring)]
    enter_at, leave_by = entering.argmax(0), leaving.argmax(1)
    m = len(outside) + 1
    smaller = np.full((m, m), -np.inf)
    smaller[:-1, :-1] = weight[np.ix_(outside, outside)]
    smaller[-1, :-1] = entering.max(0)
    smaller[:-1, -1] = leaving.max(1)
    smaller[0] = -np.inf
    solved = _contracted(smaller)
    for k, node in enumerate(outside):
        if node:
            heads[node] = ring[leave_by[k]] if solved[k] == m - 1 else outside[solved[k]]
    broken = ring[enter_at[solved[-1]]]
    heads[broken] = outside[solved[-1]]
    return heads


def _cycle_of(heads: Ints) -> list[int]:
    found = _cycle(heads[1:].tolist())
    return [i + 1 for i in found]
