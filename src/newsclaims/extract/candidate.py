"""Candidates: claims before names and dates are resolved. All indices are token indices into the Doc, end exclusive."""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.annotate.marks import Timex
from newsclaims.claim import QuoteKind, Status
from newsclaims.extract.clause import Argument, Clause

RAISED = "raised"
"""The rule of an attribution whose cue stands inside the action that it attributes: "is said by friends to be ill"."""


class Attribution(NamedTuple):
    """Who says something, by which words, and the stretch that is said.

    ``source`` is None where a quotation has no known speaker. ``cue`` is ``(start, end)``; None for a quotation attributed
    by its neighbours only ("free continuation"). ``cue_head`` is the head of the cue's own clause, which then is no claim
    if the content holds a clause. ``contents`` are the stretches said: an interrupted quotation has two.
    ``outer`` is the index, in the tuple of attributions, of the attribution that this one stands in.
    """

    source: Argument | None
    cue: tuple[int, int] | None
    cue_head: int | None
    contents: tuple[tuple[int, int], ...]
    quote: QuoteKind
    rule: str
    sense: str = "say"
    time: Timex | None = None
    outer: int | None = None


class StatusMark(NamedTuple):
    """A claim's status and the words that make it so."""

    status: Status
    cue: tuple[int, int] | None = None


class Candidate(NamedTuple):
    """One proposition with its parts chosen: what will be a claim once names and dates are known.

    ``attribution`` is an index into the tuple of attributions. ``features`` feed the confidence model.
    """

    clause: Clause
    actor: Argument | None
    target: Argument | None
    arguments: tuple[Argument, ...]
    status: StatusMark
    attribution: int | None
    time: Timex | None
    evidence: tuple[int, int]
    rule: str
    features: tuple[tuple[str, float], ...] = ()
