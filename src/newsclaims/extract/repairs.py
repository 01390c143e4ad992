"""Repairs in a row: each is done at all of the words that it looks at, before the next one begins."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal, NamedTuple

from newsclaims.extract.arcs import Arcs
from newsclaims.parse.places import positions


class Repair(NamedTuple):
    """What mends one slip, and the words that it looks at: those that bear one of the labels (without subtype).

    ``words`` are forms or tags, ``reports`` are verbs that report, ``among`` names a field of `arcs.Words` that holds
    places: where they are given, no other words are looked at. A repair of verbs that report may leave out the labels.
    ``needs`` are forms or tags, without one of which in the text there is nothing to mend. What is asked here ``mend`` need
    not ask again.
    """

    mend: Callable[[Arcs, int], None]
    labels: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    reports: bool = False
    needs: frozenset[str] = frozenset()
    among: Literal["", "headlines", "pasts", "chains", "says", "may_report"] = ""


def repair(arcs: Arcs, repairs: tuple[Repair, ...]) -> None:
    """Do some repairs.

    Args:
        arcs: what is to be mended, in place.
        repairs: done in this order, each from the first word of the text to the last; a word that has been labelled anew is
            looked at, or is not, as its new label says.
    """
    having = _having(arcs, _wanted(repairs))
    reporting = frozenset([i for i in positions((True,), arcs.words.reports) if not arcs.words.void[i]])
    some: dict[frozenset[str], frozenset[int]] = {}
    there = {*arcs.words.tags, *arcs.words.forms}
    for mend, labels, words, reports, needs, among in repairs:
        if needs and there.isdisjoint(needs):
            continue
        if words and words not in some:
            some[words] = frozenset().union(*[having.get(word, ()) for word in words])
        places = reporting if reports else some[words] if words else None
        if among:
            marked = frozenset(getattr(arcs.words, among))
            places = marked if places is None else marked & places
        if places is None or places:
            _mend_all(arcs, mend, labels, places)


@cache
def _wanted(repairs: tuple[Repair, ...]) -> frozenset[str]:
    return frozenset(word for one in repairs for word in one.words)


def _having(arcs: Arcs, wanted: frozenset[str]) -> dict[str, list[int]]:
    """The words that have one of these forms or tags, by form and tag."""
    found: dict[str, list[int]] = {word: [] for word in wanted}
    void = arcs.words.void
    for words in (arcs.words.tags, arcs.words.forms):
        for i in positions(wanted, words):
            if not void[i]:
                found[words[i]].append(i)
    return found


def _mend_all(arcs: Arcs, mend: Callable[[Arcs, int], None], labels: frozenset[str], some: frozenset[int] | None) -> None:
    """Do a repair at all words of some labels, or at some of them; what it labels anew counts from there on."""
    left = sorted(_at(arcs, labels, some))
    while left:
        relabelled = arcs.relabelled
        for i in left:
            mend(arcs, i)
            if arcs.relabelled != relabelled:
                break
        left = [] if arcs.relabelled == relabelled else [k for k in sorted(_at(arcs, labels, some)) if k > i]


def _at(arcs: Arcs, labels: frozenset[str], some: frozenset[int] | None) -> frozenset[int]:
    if some is None:
        return arcs.bearing(labels)
    return some & arcs.bearing(labels) if labels and some else some
