"""The help: examples first, every option once, and at once."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from newsclaims.cli.command import GROUPS, MANY, Command
from newsclaims.cli.config import key_of
from newsclaims.cli.root import COMMANDS, root
from tests.cli.conftest import Claims


def commands() -> Iterator[tuple[str, click.Command]]:
    for name in COMMANDS:
        command = root.get_command(click.Context(root), name)
        assert command is not None
        yield name, command


def examples(text: str) -> list[str]:
    block = re.search(r"Examples:\n((?:    .*\n)+)", text)
    assert block, text
    return [line.strip() for line in block[1].splitlines()]


def test_the_help_opens_with_three_examples(claims: Claims) -> None:
    out = claims("--help").out
    assert len(examples(out)) == 3
    assert max(map(len, out.splitlines())) <= 80
    assert out.index("Examples:") < out.index("Commands:") < out.index("Options:")
    assert re.findall(r"^  (\w+)  ", out[out.index("Commands:") : out.index("Options:")], flags=re.MULTILINE) == list(
        COMMANDS
    )


def test_help_as_a_command(claims: Claims) -> None:
    assert claims("help").out == claims("--help").out
    assert claims("help", "dates").out == claims("dates", "--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_begins_with_examples_of_it(claims: Claims, name: str) -> None:
    out = claims(name, "--help").out
    assert all(f"claims {name}" in example for example in examples(out))
    assert len(out[: out.index("Examples:")].splitlines()) <= 6  # usage and a sentence
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(("name", "command"), list(commands()))
def test_every_option_has_help_and_is_shown_once(claims: Claims, name: str, command: click.Command) -> None:
    assert isinstance(command, Command), "a command is declared with cls=Command, newsclaims.cli.command"
    out = claims(name, "--help").out
    listed = re.findall(r"^  (?:-\w, )?(--[\w-]+)", out, flags=re.MULTILINE)
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert sorted(listed) == sorted(["--help", *(f"--{key_of(option)}" for option in options)])
    assert all(option.help for option in options)


def test_examples_name_only_options_that_there_are() -> None:
    for name, command in commands():
        known = {flag for param in command.params for flag in [*param.opts, *param.secondary_opts]} | {"--help"}
        for example in examples(click.Context(command, info_name=name).get_help() + "\n"):
            call = re.search(rf"claims {name}\b([^|>]*)", example)
            assert call
            assert set(re.findall(r"(?<=\s)--?[a-z][\w-]*", call[1])) <= known, example


def test_many_options_stand_in_groups(claims: Claims) -> None:
    out = claims("extract", "--help").out
    assert re.findall(r"^(\w+):$", out, flags=re.MULTILINE) == [title for title in GROUPS if title != "Search"]
    assert len(re.findall(r"^  (?:-\w, )?--", claims("schema", "--help").out, flags=re.MULTILINE)) <= MANY


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("extrakt", "x"), "No command 'extrakt'; did you mean 'extract'? See `claims --help`."),
        (("quote",), "did you mean 'quotes'?"),
        (("frobnicate",), f"No command 'frobnicate'; there are {', '.join(COMMANDS)}."),
        (("README.md",), "No command 'README.md'; to read it: `claims extract README.md`."),
        (("-", "--date", "2025-01-09"), "to read it: `claims extract - --date 2025-01-09`."),
        (("2025-*/a b.txt",), "to read it: `claims extract '2025-*/a b.txt'`."),
        (("src",), "to read it: `claims extract src`."),
        (("\x1b[31m/",), "No command '␛[31m/'"),
        (
            ("--format", "json", "extract", "x"),
            "No option --format before the command; options stand after it: `claims extract",
        ),
        (("extract", "--evidense", "x"), "--evidence"),
        (("extract", "x", "-o"), "claims extract: Option '-o' requires an argument. See `claims extract --help`."),
        (("dates", ""), "claims dates: An empty PATH: name a file or a folder."),
    ],
)
def test_what_was_meant(claims: Claims, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = claims(*arguments)
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert said in err


def test_the_help_is_there_at_once() -> None:
    def seconds() -> float:  # of work: how long others keep the machine busy does not count
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "newsclaims", "--help"], capture_output=True, timeout=60, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 0.3


def test_the_columns_of_all_groups_are_the_same(claims: Claims) -> None:
    out = claims("extract", "--help").out
    rows = out[out.index("Input:") :].splitlines()
    assert {len(row) - len(row.lstrip()) for row in rows if row.startswith("   ")} == {
        match.end() for row in rows if (match := re.match(r"  (?:-\w, )?--\S+(?: [A-Z_-]+)?  +(?=\S)", row))
    }
