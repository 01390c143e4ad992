"""The gate: claims of the project's own cases must not get worse (how to add cases: tests/cases/README.md)."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.casefile import load
from tests.gate import Outcome, digest, floors, overall, raised, run
from tests.scoring import FIELDS, Count, Result, table

CASES = load()


@pytest.fixture(scope="session")
def outcomes(nlp: Language) -> list[Outcome]:
    return run(CASES, nlp)


def test_cases_are_those_the_floors_were_measured_on() -> None:
    assert floors()["digest"] == digest(), (
        "the cases have changed: look at the figures, then `python -m tests.show_case --pin`"
    )


def test_figures_stay_above_their_floors(outcomes: list[Outcome], capsys: pytest.CaptureFixture[str]) -> None:
    result = overall(outcomes)
    with capsys.disabled():
        print("\n" + table(result))
    below = {
        field: (round(result.f1(field), 3), floor) for field, floor in floors()["floors"].items() if result.f1(field) < floor
    }
    assert not below, f"figures below their floor (found, floor): {below}"


def test_every_claim_points_into_its_article(outcomes: list[Outcome]) -> None:
    for case, found, _ in outcomes:
        for claim in found:
            for span in (claim.actor, claim.action, claim.target, claim.source, claim.date, claim.evidence):
                if span is not None:
                    assert case.text[span.start : span.end] == span.text


def test_no_claim_comes_twice(outcomes: list[Outcome]) -> None:
    for case, found, _ in outcomes:
        actions = [(claim.action.start, claim.action.end) for claim in found]
        assert len(set(actions)) == len(actions), case.name


def test_floors_never_fall() -> None:
    worse = Result({field: Count(1, 9, 9) for field in FIELDS})
    assert raised({"trigger": 0.9}, worse)["trigger"] == 0.9
    better = Result({field: Count(99, 1, 1) for field in FIELDS})
    assert raised({"trigger": 0.9}, better)["trigger"] == pytest.approx(0.97)
