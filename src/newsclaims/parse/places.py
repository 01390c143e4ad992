"""Where words of a kind stand."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import compress
from typing import TypeVar

T = TypeVar("T")


def positions(known: Container[T], words: Sequence[T]) -> list[int]:
    """Find the words of a kind. All words are asked at once, which is several times as fast as a loop.

    Args:
        known: the words that are meant, or a table whose keys they are.
        words: a text's words, or their tags, lemmas …

    Returns:
        Their indices, in order.

    Example: ``positions({"said"}, columns(doc).lower)`` are the places of all "said".
    """
    return [*compress(range(len(words)), map(known.__contains__, words))]
