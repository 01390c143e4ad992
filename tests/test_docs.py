"""What the documents say exists, exists; what they show is what the program prints."""

from __future__ import annotations

import json
import re
import shutil
import sys

import click
import pytest

from newsclaims.claim import Claim
from newsclaims.cli import boundary, config
from newsclaims.cli.configfile import File
from newsclaims.cli.root import COMMANDS, root
from newsclaims.cli.sinks import KINDS
from newsclaims.read.kinds import NAMED, SUFFIXES
from newsclaims.read.records import NAMES
from tests import figures, pages
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))}
EVERYTHING = "\n".join(PAGES.values())
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
OPTIONS = {name: config.keys(root.get_command(click.Context(root), name)) for name in COMMANDS}


def table(first: str) -> str:
    """Give the table whose first column is headed so, in the README or a page of docs/, without its head."""
    found = re.search(rf"^\| {first} \|.*\n\|[-|]+\n((?:\|.*\n)+)", EVERYTHING, flags=re.MULTILINE)
    assert found, first
    return found[1]


def test_every_command_is_in_the_readme_and_none_else() -> None:
    assert set(re.findall(r"(?:`|&& |\$ )claims ([a-z]+)", README)) == set(COMMANDS)
    assert re.findall(r"^\| `claims (\w+)", table("command"), flags=re.MULTILINE) == list(COMMANDS)


def test_every_option_that_a_page_names_is_one() -> None:
    options = [option for of_command in OPTIONS.values() for option in of_command.values()]
    offered = {flag for option in options for flag in (*option.opts, *option.secondary_opts)}
    pages = "\n".join(text for name, text in PAGES.items() if name != "cluster.md")  # which tells of other programs too
    named = set(re.findall(r"(?<=[` ])(--[a-z][-a-z]+)", pages))
    assert named <= offered | {"--version", "--help"}
    assert set(re.findall(r"^\| `(-[-a-z]+)", README, flags=re.MULTILINE)) <= offered


def test_the_page_of_commands_is_the_programs_help() -> None:
    written = pages.COMMANDS_PAGE.read_text(encoding="utf-8")
    assert written == pages.commands_page(), "python -m tests.pages writes it anew"
    for name, options in OPTIONS.items():
        section = written.split(f"## claims {name}\n")[1].split("\n## ")[0]
        assert all(f"--{key}" in section for key in options)


@pytest.mark.skipif(not shutil.which("jq"), reason="the README pipes into jq")
def test_what_the_pages_show_is_what_is_printed() -> None:
    for name, text in PAGES.items():
        assert pages.printed(text) == text, f"{name}: python -m tests.pages writes it anew"


def test_the_readmes_figures_are_those_that_were_measured() -> None:
    assert figures.readme(README) == README, "python -m tests.pages writes them anew"


def test_the_claim_in_the_pages_is_one() -> None:
    claim = json.loads(re.search(r"```json\n(.*?)```", EVERYTHING, flags=re.DOTALL)[1])  # type: ignore[index]
    assert Claim.model_validate(claim).model_dump(mode="json", exclude={"why"}) == claim
    article = (ROOT / "data" / "samples" / "ferry-fire.txt").read_text(encoding="utf-8")
    for span in (claim["actor"], claim["action"], claim["evidence"], claim["source"], claim["date"]):
        assert span is None or article[span["start"] : span["end"]] == span["text"]


def test_the_table_of_formats_has_every_format() -> None:
    offered = {
        choice
        for options in OPTIONS.values()
        if (option := options.get("format")) and isinstance(option.type, click.Choice)
        for choice in option.type.choices
    }
    rows = {
        row[0]: set(row[1].split()) for row in re.findall(r"^\| `(\w+)` \| (.*?) \|", table("format"), flags=re.MULTILINE)
    }
    assert set(rows) == offered | set(KINDS)
    for name, kind in KINDS.items():
        assert rows[name] == {f"`{suffix}`" for suffix in kind.suffixes}


def test_the_table_of_names_has_every_name_that_says_what_is_read() -> None:
    assert set(re.findall(r"`\*(\.[.\w]+)`", table("name"))) == {*SUFFIXES, *NAMED}


def test_the_table_of_keys_has_every_key_that_records_are_searched_for() -> None:
    rows = re.findall(r"^\| (\w+) \| (.*?) \|$", table("of a record"), flags=re.MULTILINE)
    assert {name: tuple(re.findall(r"`(\w+)`", keys)) for name, keys in rows} == NAMES


def test_the_table_of_words_has_every_table_and_none_else() -> None:
    listed = re.search(r"^\| file \|.*\n\|[-|]+\n((?:\|.*\n)+)", CONTRIBUTING, flags=re.MULTILINE)
    assert listed
    named = [name for row in listed[1].splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])]
    there = [file.stem for file in (ROOT / "src" / "newsclaims" / "lexicon").glob("*.tsv")]
    assert sorted(named) == sorted(there), "CONTRIBUTING.md lists the tables of words"


def test_the_table_of_exit_codes_has_every_one() -> None:
    codes = {value for name, value in vars(boundary).items() if name.isupper() and isinstance(value, int)}
    assert {int(code) for code in re.findall(r"^\| (\d+)", table("exit code"), flags=re.MULTILINE)} == {0} | codes


def test_the_configuration_that_is_shown_can_be_used() -> None:
    if sys.version_info < (3, 11):
        pytest.skip("no tomllib")
    import tomllib

    shown = tomllib.loads(re.search(r"```toml\n(.*?)```", EVERYTHING, flags=re.DOTALL)[1])  # type: ignore[index]
    given = config.from_file(File("newsclaims.toml", shown), "extract", OPTIONS)
    assert {key: one.value for key, one in given.items()} == {"format": "jsonl", "date": "2025-01-09", "min-confidence": 0.5}
    variables = dict.fromkeys(
        set(re.findall(r"NEWSCLAIMS_\w+", EVERYTHING)) - {"NEWSCLAIMS_CONFIG", "NEWSCLAIMS_DEBUG"}, "x"
    )
    assert {one.where.removeprefix("from ") for one in config.from_environment(variables, "extract", OPTIONS).values()} == {
        "NEWSCLAIMS_EXTRACT_FORMAT",  # which goes before NEWSCLAIMS_FORMAT
        *(set(variables) - {"NEWSCLAIMS_FORMAT"}),
    }


def test_the_readme_has_the_test_command_that_ci_runs() -> None:
    assert len(re.findall(r"^.*python -m pytest$", README, flags=re.MULTILINE)) == 1
    assert "python -m pytest$" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_files_that_are_named_are_there(text: str) -> None:
    named = re.findall(r"`((?!\S*NAME)(?:src|tests|data|benchmarks|training|docs|\.ci)/[\w./-]*)`", text)
    named += [path for path in re.findall(r"\]\(([\w./-]+)\)", text) if "://" not in path]
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", PAGES)
def test_links_between_pages_lead_somewhere(name: str) -> None:
    folder = ROOT if name == "README.md" else ROOT / "docs"
    text = re.sub(r"```.*?```", "", PAGES[name], flags=re.DOTALL)
    for path, anchor in re.findall(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", text):
        target = folder / path if path else folder / name
        assert target.exists(), path
        headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), flags=re.MULTILINE) if anchor else []
        slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
        assert not anchor or anchor in slugs, f"{path}#{anchor}"


def test_every_picture_is_shown_with_words_for_it_and_asks_no_host_for_anything() -> None:
    shown = re.findall(r"!\[(.{40,})\]\((docs/pictures/[\w.]+)\)", README)
    files = {f"docs/pictures/{file.name}": file for file in (ROOT / "docs" / "pictures").iterdir()}
    assert sorted(path for _, path in shown) == sorted(files)
    for path, file in files.items():
        assert file.stat().st_size < (300_000 if path.endswith(".png") else 100_000)
        if path.endswith(".svg"):
            drawn = file.read_text(encoding="utf-8")
            assert re.findall(r"""(?:href|src)=|@font-face|@import|<script|url\((?!#)""", drawn) == []
            assert "font-family" in drawn
