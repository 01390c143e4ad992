"""Scores to an analysis: sentences, trees, labels and entities of one stretch of text."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclaims.parse.network import Floats, Ints, Labels, Network, Scores
from newsclaims.parse.trees import tree

LONGEST = 200  # words; arcs are scored for each pair of words of a sentence, so that its length must end somewhere
COMPARED = 128  # words whose arcs are scored at once, if their sentences are not longer
DOUBLINGS = LONGEST.bit_length()  # steps of twice the length each, within which every way upwards ends


class Analysis(NamedTuple):
    """What is known of N words. ``heads`` are word indices, a root's its own; ``entities`` are well-formed BIO tags."""

    features: Ints
    xpos: Ints
    lemma: Ints
    heads: Ints
    deps: Ints
    starts: NDArray[np.bool_]
    entities: list[str]


def analyse(network: Network, scores: Scores, breaks: NDArray[np.bool_]) -> Analysis:
    """Give the analysis of a stretch of words from their scores; a paragraph's first word always begins a sentence."""
    starts = sentence_starts(scores.starts, breaks)
    heads = trees(network, scores, starts)
    is_root = heads == np.arange(len(heads))
    deps = network.label(scores.label_dep, scores.label_head[heads])
    deps[is_root] = network.labels.deps.index("root")
    tags = well_formed(scores.entities, network.labels, starts)
    return Analysis(scores.features, scores.xpos, scores.lemma, heads, deps, starts, tags)


def trees(network: Network, scores: Scores, starts: NDArray[np.bool_]) -> Ints:
    """Give each word's head, a root's its own: in every sentence a tree with one root."""
    heads: Ints = np.arange(len(starts))
    edges = np.append(np.flatnonzero(starts), len(starts))
    sentences = starts.cumsum() - 1
    first = 0
    while first < len(edges) - 1:
        start = edges[first]
        behind = max(int(np.searchsorted(edges, start + COMPARED, side="right")) - 1, first + 1)
        here = slice(start, edges[behind])
        own = sentences[here] - first
        best, possible = network.arcs(scores.arc_dep[here], scores.arc_head[here], own)
        bounds = edges[first : behind + 1] - start
        for number in _no_trees(best, own, behind - first):
            words = slice(bounds[number], bounds[number + 1])
            found = tree(np.hstack((possible[words, :1], possible[words, words.start + 1 : words.stop + 1])))
            best[words] = np.where(found, found + words.start, 0)
        heads[here] = np.where(best, best - 1 + start, heads[here])
        first = behind
    return heads


def _no_trees(best: Ints, sentences: Ints, count: int) -> list[int]:
    """Give the numbers of the sentences whose words' likeliest heads make no tree: it has no root, several, or a cycle."""
    is_root = best == 0
    above = np.where(is_root, np.arange(len(best)), best - 1)
    for step in range(DOUBLINGS):
        above = above[above]
        # most sentences are less than 16 deep: where all ways end at a root, and there are no more roots than sentences
        if step == 3 and np.count_nonzero(is_root) == count and is_root[above].all():
            return []
    roots = np.bincount(sentences[is_root], minlength=count)
    lost = np.bincount(sentences[~is_root[above]], minlength=count)
    numbers: list[int] = np.flatnonzero((roots != 1) | (lost > 0)).tolist()
    return numbers


def sentence_starts(margins: Floats, breaks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Give for each word whether a sentence begins with it.

    A sentence that would be longer than ``LONGEST`` is cut where its words are most like the beginning of one.
    """
    starts: NDArray[np.bool_] = (margins > 0) | breaks
    if len(starts):
        starts[0] = True
    edges = [*np.flatnonzero(starts).tolist(), len(starts)]
    for start, end in itertools.pairwise(edges):
        while end - start > LONGEST:
            inner = margins[start + LONGEST // 2 : start + LONGEST]
            start += LONGEST // 2 + int(inner.argmax())
            starts[start] = True
    return starts


def well_formed(best: Ints, labels: Labels, starts: NDArray[np.bool_]) -> list[str]:
    """Give each word's entity tag: an ``I-`` follows only a ``B-`` or ``I-`` of its type in the same sentence."""
    out = ["O"] * len(best)
    outside = labels.entities.index("O")
    for i in np.flatnonzero(best != outside).tolist():
        tag = labels.entities[best[i]]
        before = out[i - 1] if i else "O"
        if tag[0] == "I" and (before == "O" or starts[i]):
            tag = "B" + tag[1:]
        elif tag[0] == "I" and before[2:] != tag[2:]:
            tag = "I" + before[1:]
        out[i] = tag
    return out
