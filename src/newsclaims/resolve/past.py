"""What an article has mentioned up to here: asked for the last sentences, nearest first."""

from __future__ import annotations

from itertools import takewhile

from newsclaims.extract.tree import Tree
from newsclaims.resolve.grammar import place_of

MOST = 30
"""How many cards are looked at for one phrase."""


class Past:
    """The mentions so far, in text order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._mentions: list[tuple[int, int, int, bool]] = []  # sentence, head, card, whether it is no subject
        self._openers: set[int] = set()

    def note(self, sentence: int, head: int, card: int) -> None:
        """Add a mention."""
        if not self._mentions or self._mentions[-1][0] != sentence:
            self._openers.add(head)
        self._mentions.append((sentence, head, card, place_of(self._tree, head) != "subject"))

    def window(self, sentence: int, reach: int) -> list[tuple[int, int, int]]:
        """The mentions of the last sentences: nearest sentence first, in each the subjects first, then the latest.

        Args:
            sentence: the number of the sentence that looks back.
            reach: how many sentences before it count.

        Returns:
            ``(distance in sentences, head, card)`` each.
        """
        near = takewhile(lambda mention: sentence - mention[0] <= reach, reversed(self._mentions))
        ranked = sorted(near, key=lambda mention: (-mention[0], mention[3], -mention[1]))
        return [(sentence - there, head, card) for there, head, card, _ in ranked]

    def latest(self) -> list[int]:
        """The cards mentioned last, the latest first; a card may stand more than once."""
        return [mention[2] for mention in reversed(self._mentions[-MOST * 4 :])]

    def opens(self, head: int) -> bool:
        """Whether a mention is the first of its sentence, and its subject."""
        return head in self._openers and place_of(self._tree, head) == "subject"
