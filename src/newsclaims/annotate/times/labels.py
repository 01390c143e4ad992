"""Time expressions that head a line, as in chronicles and diaries: "March 2021: The council picks a builder." """

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.parse.columns import columns

_RANGE = frozenset({"to", "and", "-", "–"})
_REACH = 5
"""Tokens that the end of a stretch takes at most: "to *4 May , 2023* :"."""


def label_end(doc: Doc, timex: Timex) -> int | None:
    """Give the colon behind a time expression that begins its line, or behind the stretch that it begins.

    Args:
        doc: the text.
        timex: one of its time expressions.

    Returns:
        The token of the colon; None where the expression heads no line.

    Example: that behind "2025" for "June 2024" in "June 2024 to March 2025: Talks drag on."
    """
    words = columns(doc).texts
    if timex.begin and "\n" not in words[timex.begin - 1]:
        return None
    if words[timex.end : timex.end + 1] == (":",):
        return timex.end
    behind = words[timex.end + 1 : timex.end + 2 + _REACH]
    if words[timex.end : timex.end + 1] and words[timex.end] in _RANGE and ":" in behind:
        return timex.end + 1 + behind.index(":")
    return None


def continues(doc: Doc, before: Timex, timex: Timex) -> bool:
    """Say whether an expression stands right behind another: "last year, on 4 March"."""
    return timex.begin - before.end < 2 and doc[before.end : timex.begin].text in ("", ",")
