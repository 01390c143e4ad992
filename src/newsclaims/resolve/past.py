"""What an article has mentioned up to here: asked for the last sentences, nearest first."""

from __future__ import annotations

from newsclaims.extract.tree import Tree
from newsclaims.resolve.grammar import place_of

MOST = 30
"""How many cards are looked at for one phrase."""


class Past:
    """The mentions so far, in text order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._mentions: list[tuple[int, int, int]] = []  # sentence, head, card
        self._openers: set[int] = set()

    def note(self, sentence: int, head: int, card: int) -> None:
        """Add a mention."""
        if not self._mentions or self._mentions[-1][0] != sentence:
            self._openers.add(head)
        self._mentions.append((sentence, head, card))

    def window(self, sentence: int, reach: int) -> list[tuple[int, int, int]]:
        """The mentions of the last sentences: nearest sentence first, in each the subjects first, then the latest.

        Args:
            sentence: the number of the sentence that looks back.
            reach: how many sentences before it count.

        Returns:
            ``(distance in sentences, head, card)`` each.
        """
        out: list[tuple[int, int, int]] = []
        at = len(self._mentions) - 1
        while at >= 0 and sentence - self._mentions[at][0] <= reach:
            there, head, card = self._mentions[at]
            out.append((sentence - there, head, card))
            at -= 1
        return sorted(out, key=lambda item: (item[0], place_of(self._tree, item[1]) != "subject", -item[1]))

    def latest(self) -> list[int]:
        """The cards mentioned last, the latest first; a card may stand more than once."""
        return [card for _, _, card in reversed(self._mentions[-MOST * 4 :])]

    def opens(self, head: int) -> bool:
        """Whether a mention is the first of its sentence, and its subject."""
        return head in self._openers and place_of(self._tree, head) == "subject"
