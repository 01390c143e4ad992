"""How often a process of ours looks for garbage. A program that uses the package is not told."""

from __future__ import annotations

import gc

OBJECTS = 50_000


def look_seldom() -> None:
    """Have Python look for garbage after ``OBJECTS`` new objects, where it would after some hundred.

    Hardly anything that is made of an article refers to itself; to look through all that spaCy and the lexicon hold, again
    and again, takes a fifteenth of the time that is not the language model's.
    """
    gc.set_threshold(OBJECTS, 20, 20)
