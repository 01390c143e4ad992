"""The format of the case files."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.casefile import GROUPS, CaseError, files, load, read

NIGHT = """# A comment.
published: 2025-03-14

== one
A man said he saw a man.
    > he = A man | saw | a man | source: A man | cue: said | date: saw = ?
== two
published: unknown
It rained.
It may snow.
    > It@1 | rained@1 | - | optional
    > It | may snow | - | possible
"""


def test_the_cases_are_well_formed_and_enough() -> None:
    cases = load()
    claims = [claim for case in cases for claim in case.claims]
    assert len({case.name for case in cases}) == len(cases)
    assert sum(not claim.optional for claim in claims) >= 400
    assert {claim.status for claim in claims} == {"actual", "negated", "possible", "future", "conditional"}


def test_every_file_belongs_to_one_group_and_is_well_formed(tmp_path: Path) -> None:
    (tmp_path / "held-out").mkdir()
    for name in ("passives.case", "articles-harbour.case", "held-out/harbour.case", "held-out/articles-port.case"):
        (tmp_path / name).write_text(NIGHT, encoding="utf-8")
    assert {group: [path.stem for path in files(group, tmp_path)] for group in GROUPS} == {
        "cases": ["passives"],
        "articles": ["articles-harbour"],
        "held-out": ["articles-port", "harbour"],
    }
    names = [case.name for group in GROUPS for case in load(group)]
    assert len(set(names)) == len(names)


def test_a_case_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "night.case"
    path.write_text(NIGHT, encoding="utf-8")
    one, two = read(path)
    assert (one.name, one.published, two.published) == ("night/one", dt.date(2025, 3, 14), None)
    (claim,) = one.claims
    assert claim.actor is not None
    assert one.text[claim.actor.start : claim.actor.end] == "he"
    assert (claim.actor.entity, claim.date, claim.where) == ("A man", "", "night.case:6")
    assert [found.action.start for found in two.claims] == [3, 14]
    assert [found.optional for found in two.claims] == [True, False]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("    > He | ran", "actor | action | target"),
        ("    > She | ran | -", "'She' does not stand in line 1"),
        ("    > He | ran#2 | -", "'ran#2' does not stand in line 1"),
        ("    > He | ran | - | speed: fast", "no such field"),
        ("    > He@9 | ran | -", "there is no line 9"),
        ("    > - | - | -", "a claim needs an action"),
        ("  > He | ran | -", "four spaces"),
    ],
)
def test_a_broken_case_file_says_where(tmp_path: Path, line: str, complaint: str) -> None:
    path = tmp_path / "broken.case"
    path.write_text(f"published: 2025-03-14\n== one\nHe ran.\n{line}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"^broken\.case:4: ") as caught:
        list(read(path))
    assert complaint in str(caught.value)
