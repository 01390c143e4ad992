"""In whose words a token stands: the attribution around it, and its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from newsclaims.annotate.marks import Quote
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Argument


class Said(NamedTuple):
    """A stretch that somebody says: ``direct`` between quotation marks, in their own words; ``contents`` are all
    stretches of the same attribution."""

    start: int
    end: int
    direct: bool
    source: Argument
    contents: tuple[tuple[int, int], ...]


class Speakers:
    """Who says the token: asked by index, answered from the innermost attribution around it."""

    def __init__(self, attributions: Sequence[Attribution], quotes: Sequence[Quote] = ()) -> None:
        self._quoted = frozenset(i for quote in quotes for i in range(quote.start, quote.end))
        spans = sorted(
            (
                Said(start, end, one.quote != "indirect", one.source, one.contents)
                for one in attributions
                if one.source is not None
                for start, end in one.contents
            ),
            key=lambda said: (said.start, -said.end),
        )
        self._spans = spans
        self._starts = [said.start for said in spans]
        self._said = {said.source.head: said.contents for said in spans if said.direct}
        self._outer: list[int | None] = []
        open_: list[int] = []
        for at, said in enumerate(spans):
            while open_ and spans[open_[-1]].end <= said.start:
                open_.pop()
            self._outer.append(open_[-1] if open_ else None)
            open_.append(at)

    def quoted(self, i: int) -> tuple[tuple[int, int], ...]:
        """The stretches that are quoted from whom token ``i`` names: *she* in “Our thoughts are with Aisha,” she said."""
        return self._said.get(i, ())

    def is_said(self, i: int) -> bool:
        """Whether token ``i`` stands in what somebody says, and not in the article's own voice."""
        at: int | None = bisect_right(self._starts, i) - 1
        while at is not None and at >= 0:
            said = self._spans[at]
            if i < said.end and not said.source.start <= i < said.source.end:
                return True
            at = self._outer[at]
        return False

    def in_marks(self, i: int) -> bool:
        """Whether token ``i`` stands between quotation marks, whoever it is that is quoted."""
        return i in self._quoted

    def around(self, i: int) -> tuple[Said, ...]:
        """The stretches around token ``i``, innermost first; () in the article's own voice."""
        at: int | None = bisect_right(self._starts, i) - 1
        found = []
        while at is not None and at >= 0:
            said = self._spans[at]
            if said.start <= i < said.end and not said.source.start <= i < said.source.end:
                in_marks = i in self._quoted if self._quoted else said.direct
                found.append(said if in_marks or not said.direct else said._replace(direct=False))
            at = self._outer[at]
        return tuple(found)
