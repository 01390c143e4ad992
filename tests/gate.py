"""Run the extractor over the cases and compare the figures with the floors pinned in tests/cases/floors.json."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from spacy.language import Language

from newsclaims.api import extract
from newsclaims.claim import Claim
from newsclaims.read.text import article
from tests.casefile import CASES, SAMPLES, Case
from tests.scoring import FIELDS, Result, predicted, score, total

FLOORS = CASES / "floors.json"
MARGIN = 0.02  # a floor lies this far below what was measured, so that another machine's rounding breaks nothing


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


def digest(folder: Path = CASES, samples: Path = SAMPLES) -> str:
    """A fingerprint of all case files and of the samples they refer to, in sixteen hexadecimal digits."""
    seen = hashlib.sha256()
    for path in sorted(folder.glob("*.case")):
        content = path.read_text(encoding="utf-8")
        seen.update(f"{path.name}\n{content}\n".encode())
        for line in content.splitlines():
            if line.startswith("article: "):
                seen.update((samples / line.removeprefix("article: ").strip()).read_bytes())
    return seen.hexdigest()[:16]


def floors() -> dict[str, Any]:
    """What is pinned: ``{"digest": …, "floors": {field: lowest F1}}``."""
    pinned: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return pinned


def raised(old: dict[str, float], result: Result) -> dict[str, float]:
    """Floors a little below the measured figures, none lower than it was."""
    return {field: max(old.get(field, 0.0), round(max(0.0, result.f1(field) - MARGIN), 3)) for field in FIELDS}


def pin(result: Result) -> None:
    """Write the digest of the cases as they are now, and the floors, raised where they are beaten."""
    old = floors()["floors"] if FLOORS.exists() else {}
    content = {"digest": digest(), "floors": raised(old, result)}
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def _run(case: Case, nlp: Language | None) -> Outcome:
    found = extract(article(case.text, case.name, case.published), nlp=nlp)
    return Outcome(case, found, score(case.claims, [predicted(claim) for claim in found], case.text))
