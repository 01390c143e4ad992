"""Which of many stretches lie over a token, without looking at them all: a text may hold ten thousand attributions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Stretches = Sequence[tuple[int, int]]

_BLOCK = 32  # tokens


class Cover(NamedTuple):
    """Groups of stretches, and for each block of tokens the numbers of the groups that touch it, in order."""

    groups: Sequence[Stretches]
    by_block: dict[int, list[int]]

    def at(self, i: int) -> list[int]:
        """The numbers of the groups one of whose stretches holds token ``i``, in order."""
        near = self.by_block.get(i // _BLOCK, ())
        return [k for k in near if any(start <= i < end for start, end in self.groups[k])]

    def between(self, start: int, end: int) -> list[int]:
        """The numbers of the groups one of whose stretches touches the tokens ``start:end``, in order."""
        near = {k for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1) for k in self.by_block.get(block, ())}
        return sorted(k for k in near if any(a < end and start < b for a, b in self.groups[k]))


def cover(groups: Sequence[Stretches]) -> Cover:
    """Index groups of stretches (token indices, end exclusive) by where they lie.

    Example: of the contents of three attributions, those that hold the cue of a fourth.
    """
    by_block: dict[int, list[int]] = {}
    for k, stretches in enumerate(groups):
        blocks = {block for start, end in stretches for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1)}
        for block in blocks:
            by_block.setdefault(block, []).append(k)
    return Cover(groups, by_block)
