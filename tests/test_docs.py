"""What the documents say exists, exists."""

from __future__ import annotations

import json
import re

import click
import pytest

from newsclaims.claim import Claim
from newsclaims.cli.extract import command as extract
from newsclaims.cli.root import COMMANDS, root
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme_and_none_else() -> None:
    assert set(re.findall(r"(?:`|&& |\$ )claims ([a-z]+)", README)) == set(COMMANDS)


def test_every_option_of_extract_is_in_the_readme_and_none_else() -> None:
    offered = {name for option in extract.params if isinstance(option, click.Option) for name in option.opts}
    named = set(re.findall(r"^\| `(-[-a-z]+)", README, flags=re.MULTILINE))
    assert named <= offered
    assert offered - {"--output"} <= set(re.findall(r"-[-a-z]+", README))


def test_the_readme_has_the_test_command_that_ci_runs() -> None:
    assert len(re.findall(r"^.*python -m pytest$", README, flags=re.MULTILINE)) == 1
    assert "python -m pytest$" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_claim_in_the_readme_is_one() -> None:
    claim = json.loads(re.search(r"```json\n(.*?)```", README, flags=re.DOTALL)[1])  # type: ignore[index]
    assert Claim.model_validate(claim).model_dump(mode="json", exclude={"why"}) == claim
    article = (ROOT / "data" / "samples" / "ferry-fire.txt").read_text(encoding="utf-8")
    for span in (claim["actor"], claim["action"], claim["evidence"], claim["source"], claim["date"]):
        assert span is None or article[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_files_that_are_named_are_there(text: str) -> None:
    named = re.findall(r"`((?!\S*NAME)(?:src|tests|data|benchmarks|training|\.ci)/[\w./-]*)`", text)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_each_command_has_help_with_examples() -> None:
    context = click.Context(root)
    for name in COMMANDS:
        command = root.get_command(context, name)
        assert command is not None
        assert "Examples:" in (command.help or "")
