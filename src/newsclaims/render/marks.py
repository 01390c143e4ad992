"""The words of claims, marked where they stand in the article: spans that lie within each other, never across."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclaims.claim import Claim, TextSpan

ROLES = ("action", "actor", "target", "source", "date")


class Mark(NamedTuple):
    """Words that are something in a claim, or in several: ``roles`` in the order of ROLES.

    ``numbers`` are those of the claims whose action it is. ``inner`` are the marks within it, in text order, none of which
    overlap. ``start`` and ``end`` are code points into the article's text, end exclusive.
    """

    start: int
    end: int
    roles: tuple[str, ...]
    numbers: tuple[int, ...]
    inner: list[Mark]


def spans(claim: Claim) -> Iterator[tuple[str, TextSpan]]:
    """Give the role and the words of each part of a claim that can be marked; sources of sources included."""
    for role, span in (("actor", claim.actor), ("action", claim.action), ("target", claim.target), ("date", claim.date)):
        if span:
            yield role, span
    for source in claim.source.outward() if claim.source else ():
        yield "source", source


def marks(claims: Iterable[tuple[int, Claim]]) -> list[Mark]:
    """Mark the words of claims.

    The same words in several claims, or in several roles, are one mark. Where two would overlap, the later one is cut in two
    at the end of the earlier.

    Args:
        claims: claims with the numbers they go by.

    Returns:
        The outermost marks, in text order.

    Example: in "Oslo said Norway gave Kyiv radars" *Oslo*, *Norway*, *gave* and *Kyiv* are marks.
    """
    roles: dict[tuple[int, int], set[str]] = {}
    numbers: dict[tuple[int, int], list[int]] = {}
    for number, claim in claims:
        for role, span in spans(claim):
            if span.start < span.end:
                place = (span.start, -span.end)
                roles.setdefault(place, set()).add(role)
                if role == "action":
                    numbers.setdefault(place, []).append(number)
    return _nested([(place, tuple(sorted(roles[place], key=ROLES.index)), tuple(numbers.get(place, ()))) for place in roles])


def _nested(found: list[tuple[tuple[int, int], tuple[str, ...], tuple[int, ...]]]) -> list[Mark]:
    heapq.heapify(found)
    outermost: list[Mark] = []
    around: list[Mark] = []
    while found:
        (start, minus_end), roles, numbers = heapq.heappop(found)
        while around and around[-1].end <= start:
            around.pop()
        end = -minus_end
        if around and end > around[-1].end:
            heapq.heappush(found, ((around[-1].end, -end), roles, ()))
            end = around[-1].end
        mark = Mark(start, end, roles, numbers, [])
        (around[-1].inner if around else outermost).append(mark)
        around.append(mark)
    return outermost
