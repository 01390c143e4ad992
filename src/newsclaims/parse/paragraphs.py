"""Where paragraphs begin: at every line break, unless the file's lines are wrapped to a width, and after a dateline."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence

WIDEST = 110  # a line longer than this was not wrapped for a terminal or a letter
NARROWEST = 40
LONGEST_DATELINE = 100
DASH = r"[ \t]?(?:—|–|―|--|-)[ \t]"
AGENCY = r"\([A-Z][^()\n]{0,40}\)"
DATELINE = re.compile(
    rf"[A-Z]{{2}}[A-Z .'’/-]{{1,40}}(?:, [^()\n—–]{{1,50}})?(?:[ \t]?{AGENCY})?{DASH}"  # NEW YORK, Jan. 9 (AP) —
    rf"|[A-Z][\w .,'’/-]{{2,60}}[ \t]{AGENCY}{DASH}"  # Beijing, Jan. 9 (Xinhua) --
)


def wrapped(text: str) -> bool:
    """Tell whether single line breaks only wrap the text, and blank lines part its paragraphs.

    Lines are taken as wrapped if at least three stand inside paragraphs and nine in ten of those come near the longest one.
    """
    lines = text.split("\n")
    inner = [len(a.rstrip()) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    if len(inner) < 3:
        return False
    longest = max(inner)
    near = sum(n > longest - 22 for n in inner)
    return NARROWEST <= longest <= WIDEST and near >= 0.9 * len(inner)


def opens_paragraph(texts: Sequence[str], offsets: Sequence[int], spaced: Sequence[int], words: Sequence[int]) -> list[bool]:
    """Give for each token of a Doc whether a paragraph begins with it; white space begins none.

    A dateline is parted from the sentence after it, which a parser would otherwise hang on the place: in "OSLO, March 3
    (AP) — Norway closed the strait" *Norway* begins anew.

    Args:
        texts: the tokens' texts.
        offsets: where each begins in the Doc's text, in code points.
        spaced: whether a space follows each.
        words: the places of those that are no white space.
    """
    text = "".join([text + " " if after else text for text, after in zip(texts, spaced, strict=True)])
    needed = 2 if wrapped(text) else 1
    openings = [
        b for a, b in itertools.pairwise((-1, *words)) if a < 0 or (b - a > 1 and _breaks(texts[a + 1 : b]) >= needed)
    ]
    out = [False] * len(texts)
    for start, end in itertools.pairwise((*openings, len(texts))):
        out[start] = start > 0
        behind = _dateline(text, offsets[start])
        if behind >= 0:
            first = bisect_left(words, bisect_left(offsets, behind))
            if first < len(words) and words[first] < end:
                out[words[first]] = True
    return out


def _breaks(between: Sequence[str]) -> int:
    """Count the line breaks in what stands between two words."""
    return sum(mark.count("\n") + mark.count("\u2029") for mark in between)


def _dateline(text: str, start: int) -> int:
    """Where the dateline that a paragraph opens with ends, dash included; -1 where it opens with none."""
    found = DATELINE.match(text, start, start + LONGEST_DATELINE)
    return found.end() if found else -1
