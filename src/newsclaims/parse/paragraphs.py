"""Where paragraphs begin: at every line break, unless the file's lines are wrapped to a width."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

WIDEST = 110  # a line longer than this was not wrapped for a terminal or a letter
NARROWEST = 40


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
    """Give for each token of a Doc whether a paragraph begins with it; white space begins none."""
    needed = 2 if wrapped(doc.text) else 1
    out = np.zeros(len(doc), dtype=bool)
    pending = 0
    for token in doc:
        if token.is_space:
            pending += token.text.count("\n") + token.text.count("\u2029")
        else:
            out[token.i] = pending >= needed
            pending = 0
    flags: list[bool] = out.tolist()
    return flags
