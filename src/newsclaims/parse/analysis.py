"""Scores to an analysis: sentences, trees, labels and entities of one stretch of text."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclaims.parse.network import Floats, Ints, Labels, Network, Scores
from newsclaims.parse.trees import tree

LONGEST = 200  # words; arcs are scored for each pair of words of a sentence, so that its length must end somewhere


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
    heads: Ints = np.arange(len(starts))
    roots = _products(scores.arc_dep, network.root_arc[None])
    edges = [*np.flatnonzero(starts).tolist(), len(starts)]
    for start, end in itertools.pairwise(edges):
        own = _products(scores.arc_dep[start:end], scores.arc_head[start:end])
        found = tree(np.hstack((roots[start:end], own)))
        heads[start:end] = np.where(found == 0, heads[start:end], start + found - 1)
    is_root = heads == np.arange(len(heads))
    heads_vectors = scores.label_head[heads]
    heads_vectors[is_root] = network.root_label
    deps = _labels(network, scores.label_dep, heads_vectors, is_root)
    tags = well_formed(scores.entities, network.labels, starts)
    return Analysis(scores.features, scores.xpos, scores.lemma, heads, deps, starts, tags)


def _products(dep: Floats, head: Floats) -> Floats:
    """Give the scores of all pairs; a matrix product would wake all of BLAS's threads for each sentence."""
    scores: Floats = np.einsum("ik,jk->ij", dep, head)
    return scores


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


def _labels(network: Network, dep: Floats, head: Floats, is_root: NDArray[np.bool_]) -> Ints:
    logits = network.label(dep, head)
    root = network.labels.deps.index("root")
    logits[:, root] = -np.inf
    best: Ints = logits.argmax(1)
    best[is_root] = root
    return best


def well_formed(logits: Floats, labels: Labels, starts: NDArray[np.bool_]) -> list[str]:
    """Give each word's entity tag: an ``I-`` follows only a ``B-`` or ``I-`` of its type in the same sentence."""
    best = logits.argmax(1).tolist()
    out: list[str] = []
    before = "O"
    for k, new in zip(best, starts.tolist(), strict=True):
        tag = labels.entities[k]
        if tag[0] == "I" and (new or before == "O"):
            tag = "B" + tag[1:]
        elif tag[0] == "I" and before[2:] != tag[2:]:
            tag = "I" + before[1:]
        out.append(tag)
        before = tag
    return out
