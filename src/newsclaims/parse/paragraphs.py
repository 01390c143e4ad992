"""Where paragraphs begin: at every line break, unless the file's lines are wrapped to a width, and after a dateline."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from spacy.attrs import IDX, IS_SPACE, ORTH, SPACY
from spacy.tokens import Doc

WIDEST = 110  # a line longer than this was not wrapped for a terminal or a letter
NARROWEST = 40
LONGEST_DATELINE = 100
DASH = r"[ \t]?(?:—|–|--|-)[ \t]"
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


def opens_paragraph(doc: Doc) -> Sequence[bool]:
    """Give for each token of a Doc whether a paragraph begins with it; white space begins none.

    A dateline is parted from the sentence after it, which a parser would otherwise hang on the place: in "OSLO, March 3
    (AP) — Norway closed the strait" *Norway* begins anew.
    """
    # as arrays: a walk over the Doc, and Doc.text is one, would make each of its tokens
    table: list[list[int]] = doc.to_array([IS_SPACE, IDX, ORTH, SPACY]).tolist()
    strings = doc.vocab.strings
    text = "".join([strings[orth] + " " if spaced else strings[orth] for _, _, orth, spaced in table])
    needed = 2 if wrapped(text) else 1
    out = [False] * len(doc)
    pending, dateline = needed, -1
    for i, (space, start, orth, _) in enumerate(table):
        if space:
            mark = strings[orth]
            pending += mark.count("\n") + mark.count("\u2029")
            continue
        if pending >= needed:
            out[i] = i > 0
            dateline = _dateline(text, start)
        elif 0 <= dateline <= start:
            out[i], dateline = True, -1
        pending = 0
    return out


def _dateline(text: str, start: int) -> int:
    """Where the dateline that a paragraph opens with ends, dash included; -1 where it opens with none."""
    found = DATELINE.match(text, start, start + LONGEST_DATELINE)
    return found.end() if found else -1
