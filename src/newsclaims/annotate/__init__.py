"""Doc → marks: kinds of line, quotations, cues, time expressions."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.annotate.cues import cues
from newsclaims.annotate.lines import lines
from newsclaims.annotate.marks import Marks
from newsclaims.annotate.quotes import quotes
from newsclaims.annotate.times import times

__all__ = ["Marks", "annotate"]


def annotate(doc: Doc) -> Marks:
    """Mark in a Doc what claims are read from: each kind of mark in text order."""
    return Marks(lines=lines(doc), quotes=quotes(doc), cues=cues(doc), times=times(doc))
