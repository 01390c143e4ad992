"""Marks and parse → candidates: clauses, attributions, and the propositions they make."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks
from newsclaims.extract.attribution import attributions
from newsclaims.extract.candidate import Attribution, Candidate
from newsclaims.extract.candidates import candidates
from newsclaims.extract.clause import Clause
from newsclaims.extract.reader import clauses

__all__ = ["Found", "extract"]


class Found(NamedTuple):
    """What was found in one Doc, each in text order; candidates point into ``attributions``."""

    clauses: tuple[Clause, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def extract(doc: Doc, marks: Marks) -> Found:
    """Read the clauses of a parsed and marked Doc and choose what they claim, and on whose authority."""
    found = clauses(doc)
    said = attributions(doc, found, marks)
    return Found(found, said, candidates(doc, found, said, marks))
