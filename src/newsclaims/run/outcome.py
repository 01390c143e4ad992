"""What became of an article."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, NamedTuple

from newsclaims.claim import ArticleRecord, Failure


class Done(NamedTuple):
    """An article that was understood: its record, how many claims (rows, sentences) and words it has, what was made of it.

    ``seconds`` is how long it was worked on, reading and writing left out.
    """

    record: ArticleRecord
    claims: int
    words: int
    shaped: Any
    seconds: float = 0.0


class Skipped(NamedTuple):
    """An article that the output already holds."""

    path: str


Outcome = Done | Skipped | Failure
Outcomes = Generator[Outcome, None, None]  # to be closed: other processes may be at work for it
