"""Repairs in a row: each is done at all of the words that it looks at, before the next one begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from newsclaims.extract.arcs import Arcs


class Repair(NamedTuple):
    """What mends one slip, and the words that it looks at: those that bear one of the labels (without subtype).

    ``words`` are forms or tags, and ``reports`` are verbs that report: where they are given, no other words are looked at.
    A repair of verbs that report may leave out the labels. What is asked here ``mend`` need not ask again.
    """

    mend: Callable[[Arcs, int], None]
    labels: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    reports: bool = False


def repair(arcs: Arcs, repairs: tuple[Repair, ...]) -> None:
    """Do some repairs.

    Args:
        arcs: what is to be mended, in place.
        repairs: done in this order, each from the first word of the text to the last; a word that has been labelled anew is
            looked at, or is not, as its new label says.
    """
    reporting = [i for i, reports in enumerate(arcs.words.reports) if reports and not arcs.words.void[i]]
    having = _having(arcs, _wanted(repairs))
    for mend, labels, words, reports in repairs:
        if reports:
            some = reporting
        elif words:
            some = sorted([i for word in words for i in having[word]])
        else:
            _at_labels(arcs, mend, labels)
            continue
        for i in some:
            if not labels or arcs.bare[i] in labels:
                mend(arcs, i)


@cache
def _wanted(repairs: tuple[Repair, ...]) -> frozenset[str]:
    return frozenset(word for one in repairs for word in one.words)


def _having(arcs: Arcs, wanted: frozenset[str]) -> defaultdict[str, list[int]]:
    """The words that have one of these forms or tags, by form and tag."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for i, (form, tag, void) in enumerate(zip(arcs.words.forms, arcs.words.tags, arcs.words.void, strict=True)):
        if not void:
            if tag in wanted:
                found[tag].append(i)
            if form in wanted:
                found[form].append(i)
    return found


def _at_labels(arcs: Arcs, mend: Callable[[Arcs, int], None], labels: frozenset[str]) -> None:
    """Do a repair at all words of some labels; what it labels anew may be looked at too, if it stands further on."""
    left = arcs.bearing(labels)[::-1]
    while left:
        i, relabelled = left.pop(), arcs.relabelled
        mend(arcs, i)
        if arcs.relabelled != relabelled:
            left = arcs.bearing(labels, i + 1)[::-1]
