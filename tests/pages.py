"""What documents quote from the program, made from the program.

    python -m tests.pages      writes docs/commands.md, docs/columns.md, and the outputs that README.md and docs/ show

`tests/test_docs.py` fails while they differ.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from newsclaims.cli.command import Command
from newsclaims.cli.root import COMMANDS, root
from newsclaims.flow import Reading, readings
from newsclaims.render.columns import ARTICLE, CLAIMS, DATES, QUOTES, WHY
from newsclaims.render.timeline_table import FIELDS as TIMELINE
from newsclaims.settings import Settings
from tests import figures

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
SAMPLE = ROOT / "data" / "samples" / "ferry-fire.txt"
COMMANDS_PAGE = ROOT / "docs" / "commands.md"
COLUMNS_PAGE = ROOT / "docs" / "columns.md"
WIDTH = 100  # of the terminal in the README
COLUMNS_HEAD = """
    # The columns of CSV and TSV

    Written from the program's own table by `python -m tests.pages`. Columns are only ever added: go by their names.

    One row is one claim, quotation or date. A cell is empty where there is nothing; where there are several values, `"; "`
    stands between them, and whoever needs them apart takes the JSON. CSV follows RFC 4180 (commas, quotation marks doubled,
    CRLF), in UTF-8 without a byte-order mark; a cell may hold line ends, which TSV shows as blanks. Control characters are
    shown (`␛`, `‹U+202E›`). A cell that a spreadsheet would take for a formula, since `=` `+` `-` `@`, a tabulator or a
    carriage return is its first character, has an apostrophe in front; with `--raw-cells` it has not.
"""
BLOCK = re.compile(r"```console\n\$ (?P<command>.*?(?:\n    .*?)*)\n(?P<shown>[^`]*?)```", flags=re.DOTALL)
JSON_BLOCK = re.compile(r"```json\n(.*?)```", flags=re.DOTALL)


def commands_page() -> str:
    """Give docs/commands.md: the help of every command as a page."""
    group = click.Context(root, info_name="claims", **root.context_settings)
    parts = ["# Commands\n\nWritten from the program's own help by `python -m tests.pages`.\n"]
    for name in COMMANDS:
        command = root.get_command(group, name)
        assert isinstance(command, Command)
        parts += [
            f"## claims {name}\n",
            _prose(inspect.cleandoc(command.help or "")),
            *_options(command, click.Context(command, group, name)),
        ]
    return "\n".join(parts)


def columns_page() -> str:
    """Give docs/columns.md: what the columns of CSV and TSV are."""
    parts = [inspect.cleandoc(COLUMNS_HEAD) + "\n"]
    for name, fields in {
        "extract": (*CLAIMS, *ARTICLE, *WHY),
        "quotes": QUOTES,
        "dates": DATES,
        "timeline": TIMELINE,
    }.items():
        rows = [f"| `{field.name}` | `{field.place.replace('*', '')}` | {field.meaning} |" for field in fields]
        parts.append("\n".join([f"## claims {name}\n", "| column | in the JSON | |", "|---|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def _prose(text: str) -> str:
    """Give a help text as Markdown: what click is told to leave alone (after \\b) is code."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b\n"):
            title, *lines = paragraph.removeprefix("\b\n").split("\n")
            code = inspect.cleandoc("\n".join(lines))
            paragraphs.append(f"{title}\n\n```sh\n{code}\n```")
        else:
            paragraphs.append(_escaped(paragraph.replace("\n", " ")))
    return "\n\n".join(paragraphs) + "\n"


def _options(command: Command, context: click.Context) -> Iterator[str]:
    for title, options in command.groups(context):
        rows = [f"| {_usage(option)} | {_escaped(option.help or '')}{_default(option)} |" for option in options]
        yield "\n".join([f"| {title} | |", "|---|---|", *rows]) + "\n"


def _default(option: click.Option) -> str:
    return f" Default: {option.default}." if option.show_default else ""


def _usage(option: click.Option) -> str:
    names = ", ".join(sorted([*option.opts, *option.secondary_opts], key=len))
    if option.is_flag or option.count:
        return f"`{names}`"
    value = option.metavar
    if value is None and isinstance(option.type, click.Choice):
        value = "\\|".join(option.type.choices)
    return f"`{names} {value or option.type.name.upper()}`"


def _escaped(text: str) -> str:
    return re.sub(r"(?<!`)([*_|<])(?!\w*`)", r"\\\1", text)


def printed(text: str) -> str:
    """Give a page with what its commands print now; a block that ends in "…" keeps its number of lines."""

    def ran(match: re.Match[str]) -> str:
        command, shown = match["command"], match["shown"].splitlines()
        lines = output(command).splitlines()
        if shown and shown[-1] == "…":
            lines = [*lines[: len(shown) - 1], "…"]
        return "\n".join(["```console", f"$ {command}", *lines, "```"])

    def same_claim(match: re.Match[str]) -> str:
        shown = json.loads(match[1])["text"]
        (reading,) = readings([str(SAMPLE)], Settings())
        assert isinstance(reading, Reading)
        claim = next((claim for claim in reading.claims if claim.text == shown), reading.claims[0])
        found = claim.model_dump(mode="json", exclude={"why"})
        return f"```json\n{json.dumps(found, indent=2, ensure_ascii=False)}\n```"

    return JSON_BLOCK.sub(same_claim, BLOCK.sub(ran, text))


def output(command: str) -> str:
    """Give what a command line of the README prints: on a terminal, or, if it has a pipe, at the end of that."""
    if "|" in command:
        with _environment() as environment:
            shell = ["bash", "-c", command]
            return subprocess.run(shell, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout
    plain = re.sub(r"\x1b\[[0-9;]*m", "", on_terminal(command))
    return "\n".join(line.rstrip() for line in plain.splitlines())


def on_terminal(command: str) -> str:
    """Give what a command line sends to a terminal, styles and all."""
    with _environment() as environment:
        ours, theirs = pty.openpty()
        with subprocess.Popen(["bash", "-c", command], env=environment, cwd=ROOT, stdout=theirs):
            os.close(theirs)
            sent = bytearray()
            with contextlib.suppress(OSError):  # the other end is closed
                while block := os.read(ours, 65536):
                    sent += block
        os.close(ours)
    return sent.decode()


@contextlib.contextmanager
def _environment() -> Iterator[dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = path_with_claims(Path(folder))
        yield {**os.environ, "PATH": path, "TERM": "xterm", "COLUMNS": str(WIDTH), "PAGER": "cat"}


def path_with_claims(folder: Path) -> str:
    """Put a command `claims` that is what this Python imports into a folder, and give a PATH on which it comes first."""
    command = folder / "claims"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsclaims "$@"\n')
    command.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


if __name__ == "__main__":
    COMMANDS_PAGE.parent.mkdir(exist_ok=True)
    COMMANDS_PAGE.write_text(commands_page(), encoding="utf-8")
    COLUMNS_PAGE.write_text(columns_page(), encoding="utf-8")
    for page in (README, *sorted(README.with_name("docs").glob("*.md"))):
        page.write_text(figures.readme(printed(page.read_text(encoding="utf-8"))), encoding="utf-8")
