"""What is left of an article once it has been worked on."""

from __future__ import annotations

from typing import Any, NamedTuple

from newsclaims.claim import ArticleRecord


class Done(NamedTuple):
    """An article that was understood: its record, how many claims and words it has, and what the output made of it."""

    record: ArticleRecord
    claims: int
    words: int
    shaped: Any
