"""What an article has mentioned up to here: asked for the last sentences, nearest first."""

from __future__ import annotations

from bisect import insort
from operator import attrgetter
from typing import NamedTuple

from newsclaims.extract.tree import Tree
from newsclaims.resolve.grammar import Place, place_of

MOST = 30
"""How many cards are looked at for one phrase."""


class Mention(NamedTuple):
    """A mention of the one whose card it is; ``place`` is its place in its sentence."""

    sentence: int
    head: int
    card: int
    place: Place


_HEAD = attrgetter("head")


class Past:
    """The mentions so far, in text order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._cards: list[int] = []
        self._sentences: list[tuple[int, list[Mention], list[Mention]]] = []  # of each its subjects, and what is none
        self._openers: set[int] = set()

    def note(self, sentence: int, head: int, card: int) -> None:
        """Add a mention."""
        place = place_of(self._tree, head)
        if not self._sentences or self._sentences[-1][0] != sentence:
            self._sentences.append((sentence, [], []))
            if place == "subject":
                self._openers.add(head)
        mention = Mention(sentence, head, card, place)
        _, subjects, others = self._sentences[-1]
        alike = subjects if place == "subject" else others
        if alike and head < alike[-1].head:  # a compound is noted at its first head, behind its last
            insort(alike, mention, key=_HEAD)
        else:
            alike.append(mention)
        self._cards.append(card)

    def window(self, sentence: int, reach: int) -> list[Mention]:
        """The mentions of the last sentences: nearest sentence first, in each the subjects first, then the latest.

        Args:
            sentence: the number of the sentence that looks back.
            reach: how many sentences before it count.
        """
        found: list[Mention] = []
        for there, subjects, others in reversed(self._sentences):
            if sentence - there > reach:
                break
            found += subjects[::-1]
            found += others[::-1]
        return found

    def latest(self) -> list[int]:
        """The cards mentioned last, the latest first; a card may stand more than once."""
        return self._cards[: -MOST * 4 - 1 : -1]

    def opens(self, head: int) -> bool:
        """Whether a mention is the first of its sentence, and its subject."""
        return head in self._openers
