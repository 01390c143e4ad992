"""The set phrases of what surrounds an article: newsletters, cookies, captions, "Related stories"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from newsclaims.annotate.marks import LineKind
from newsclaims.lexicon import rows

ENDS = re.compile(r"[.!?:;…\"”’')\]]$")


def set_phrase(text: str, where: str) -> LineKind | None:
    """Find a set phrase in a line.

    Args:
        text: the line.
        where: at its "start" or "end", as the "whole" of it, as a "heading" over what follows, as the beginning of such a
            heading ("title"), or "anywhere".

    Returns:
        The kind of line that the phrase makes it; None where there is no such phrase.

    Example: "Sign up for our newsletter" has one at its start, and is promotion.
    """
    low, bare = _plain(text)
    phrases = boilerplate(where)
    if where in ("whole", "heading"):
        return phrases.get(bare)
    if where in ("start", "title") and not low.startswith(_openings(where)) and not bare.startswith(_openings(where)):
        return None
    for phrase, kind in phrases.items():
        if where == "title":
            hit = bare.startswith(phrase + " ") and len(bare) < 50 and not ENDS.search(text.rstrip(":"))
        elif where == "start":
            hit = low.startswith(phrase) and not low[len(phrase) : len(phrase) + 1].isalpha()
        elif where == "end":
            at = low.rfind(phrase)
            hit = at > 0 and len(low) - at - len(phrase) < 50 and (not low[at - 1].isalnum())
        else:
            hit = phrase in low
        if hit:
            return kind
    return None


@lru_cache(maxsize=2)  # a line is asked for one kind of phrase after the other
def _plain(text: str) -> tuple[str, str]:
    """A line in small letters with plain apostrophes, and the same without the marks around it."""
    low = text.lower().replace("’", "'")
    return low, low.strip(" .:!>»-*•[]()|")


@cache
def boilerplate(where: str) -> dict[str, LineKind]:
    """Give the phrases of one place in a line, with the kinds of line that they make."""
    return {row["phrase"]: cast(LineKind, row["kind"]) for row in rows("boilerplate") if row["where"] == where}


@cache
def _openings(where: str) -> tuple[str, ...]:
    return tuple(boilerplate(where))
