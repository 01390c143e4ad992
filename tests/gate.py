"""Run the extractor over cases and give the figures; `tests.floors` holds what they must reach."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from spacy.language import Language

from newsclaims.api import extract
from newsclaims.claim import Claim
from newsclaims.read.text import article
from tests.casefile import Case
from tests.scoring import Result, predicted, score, total


class Outcome(NamedTuple):
    """One case, what was found in it, and how that compares."""

    case: Case
    found: tuple[Claim, ...]
    result: Result


def run(cases: Iterable[Case], nlp: Language | None = None) -> list[Outcome]:
    """Extract the claims of each case and score them."""
    return [_run(case, nlp) for case in cases]


def overall(outcomes: Iterable[Outcome]) -> Result:
    """The figures over all cases."""
    return total(outcome.result for outcome in outcomes)


def _run(case: Case, nlp: Language | None) -> Outcome:
    found = extract(article(case.text, case.name, case.published), nlp=nlp)
    return Outcome(case, found, score(case.claims, [predicted(claim) for claim in found], case.text))
