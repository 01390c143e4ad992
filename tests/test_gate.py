"""The gate: claims of the project's own cases must not get worse (how to add cases: tests/cases/README.md)."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests import floors, show_case
from tests.casefile import CASES, GROUPS, Case, load
from tests.floors import Pinned, below, digest, pinned, raised, renewed
from tests.gate import Outcome, overall, run
from tests.scoring import FIELDS, Count, Result, table

Outcomes = dict[str, list[Outcome]]
GOOD, POOR = (Result({field: Count(right, 10 - right, 10 - right) for field in FIELDS}) for right in (9, 5))


@pytest.fixture(scope="session")
def outcomes(nlp: Language) -> Outcomes:
    return {group: run(load(group), nlp) for group in GROUPS}


@pytest.mark.parametrize("group", GROUPS)
def test_cases_are_those_the_floors_were_measured_on(group: str) -> None:
    assert pinned()[group].digest == digest(group), (
        f"the case files of the group {group} have changed: look at the figures, then `python -m tests.show_case --pin`"
    )


@pytest.mark.parametrize("group", GROUPS)
def test_figures_stay_above_their_floors(outcomes: Outcomes, group: str, capsys: pytest.CaptureFixture[str]) -> None:
    if not outcomes[group]:
        pytest.skip(f"no case files in the group {group}")
    result = overall(outcomes[group])
    with capsys.disabled():
        print(f"\n{group}\n{table(result)}")
    assert below(pinned()[group].floors, result) == {}, "figures below their floor (found, floor)"


@pytest.mark.parametrize("group", GROUPS)
def test_every_claim_points_into_its_article(outcomes: Outcomes, group: str) -> None:
    for case, found, _ in outcomes[group]:
        for claim in found:
            for span in (claim.actor, claim.action, claim.target, claim.source, claim.date, claim.evidence):
                if span is not None:
                    assert case.text[span.start : span.end] == span.text


@pytest.mark.parametrize("group", GROUPS)
def test_no_claim_comes_twice(outcomes: Outcomes, group: str) -> None:
    for case, found, _ in outcomes[group]:
        actions = [(claim.action.start, claim.action.end) for claim in found]
        assert len(set(actions)) == len(actions), case.name


def test_floors_never_fall() -> None:
    assert raised({"trigger": 0.95}, POOR)["trigger"] == 0.95
    assert raised({"trigger": 0.6}, GOOD)["trigger"] == pytest.approx(0.88)


def _outcome(file: str, result: Result) -> Outcome:
    return Outcome(Case(file, "", None, ()), (), result)


def test_articles_new_to_their_group_may_be_hard_but_hide_no_loss_of_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "files", lambda group: [CASES / group / "easy.case", CASES / group / "hard.case"])
    monkeypatch.setattr(floors, "digest", lambda _: "new")
    old = Pinned("old", ["easy.case"], {"trigger": 0.85})
    hard = _outcome("hard/one", POOR)
    new = renewed("held-out", old, [_outcome("easy/one", GOOD), hard])
    assert (new.digest, new.files, new.floors["trigger"]) == ("new", ["easy.case", "hard.case"], pytest.approx(0.68))
    with pytest.raises(floors.FallenError, match=r"'trigger': \(0\.5, 0\.85\)"):
        renewed("held-out", old, [_outcome("easy/one", POOR), hard])
    same = renewed("held-out", old._replace(files=new.files), [_outcome("easy/one", POOR), hard])
    assert same.floors["trigger"] == 0.85


@pytest.mark.parametrize("option", ["-v", "-a"])
def test_no_error_of_an_article_held_out_is_ever_shown(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        show_case.main(["--held-out", option])
    assert "only their figures are shown" in capsys.readouterr().err


def test_a_name_shows_differences_of_open_files_only(
    outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = next(one for one in outcomes["cases"] if one.result.differences)
    monkeypatch.setattr(show_case, "load", lambda _: [wrong.case])
    monkeypatch.setattr(show_case, "run", lambda cases: [wrong for _ in cases])
    assert show_case.main([wrong.case.name, "--group", "cases"]) == 0
    assert f"== {wrong.case.name}\n" in capsys.readouterr().out
    assert show_case.main([wrong.case.name, "--held-out"]) == 0
    shown = capsys.readouterr().out
    assert wrong.case.name not in shown
    assert shown.startswith("held-out: 1 articles\n")
