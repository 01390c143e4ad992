"""What the tests of this room compare: claims as short lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsclaims.annotate.marks import Marks
from newsclaims.extract.candidate import Attribution, Candidate
from newsclaims.extract.candidates import candidates
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.reader import clauses
from tests.docs import build


def phrase(doc, argument: Argument | None) -> str:
    return "-" if argument is None else doc[argument.start : argument.end].text


def phrases(doc, clause: Clause) -> list[str]:
    """A clause's arguments as they stand, in text order."""
    return [phrase(doc, one) for one in clause.arguments]


def claims(table: str, attributions: Sequence[Attribution] = (), marks: Marks | None = None) -> list[str]:
    """Each claim of a hand-made text as ``actor | action | target | status``."""
    doc = build(table)
    return [line(doc, c) for c in candidates(doc, clauses(doc), attributions, marks or Marks())]


def line(doc, candidate: Candidate) -> str:
    action = doc[candidate.clause.start : candidate.clause.end].text
    return f"{phrase(doc, candidate.actor)} | {action} | {phrase(doc, candidate.target)} | {candidate.status.status}"


def reading(doc: Doc) -> dict[str, Clause]:
    """The clauses of a Doc by their heads' texts."""
    return {doc[clause.head].text: clause for clause in clauses(doc)}


def subject(doc: Doc, clause: Clause) -> str:
    assert clause.subject is not None
    return phrase(doc, clause.subject)


def clause_at(table: str, word: str) -> tuple[object, Clause]:
    """The Doc and the clause whose head is this word."""
    doc = build(table)
    return doc, next(c for c in clauses(doc) if doc[c.head].text == word)
