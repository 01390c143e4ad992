"""The options that reading commands share, and the one place where they become Settings."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any, TypeVar

import click

from newsclaims.cli import values
from newsclaims.cli.colour import CHOICES as COLOUR
from newsclaims.cli.sinks import CHOICES, KINDS
from newsclaims.render.safe import visible
from newsclaims.settings import Settings

PACKED = ".gz"
PAGES = (".html", ".htm")
F = TypeVar("F", bound=Callable[..., Any])


def between(command: F) -> F:
    """Give a command the options --from and --to."""
    since = click.option("--from", "since", callback=values.day, metavar="YYYY-MM-DD", help="Happened on this day or later.")
    until = click.option("--to", "until", callback=values.day, metavar="YYYY-MM-DD", help="Happened on this day or earlier.")
    return since(until(command))


def reading(command: F) -> F:
    """Give a command the argument PATH… and the options of every command that reads articles."""
    for option in reversed(
        [
            click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(allow_dash=True)),
            click.option(
                "--date", callback=values.day, metavar="YYYY-MM-DD", help="Day of publication of all the articles given."
            ),
            click.option(
                "--field",
                "fields",
                callback=values.fields,
                metavar="NAME=KEY",
                multiple=True,
                help="Where JSON records keep text, title, date, author, source, url or id: text=story.body",
            ),
            click.option(
                "--max-size",
                callback=values.size,
                default="20MB",
                metavar="SIZE",
                show_default=True,
                help="Refuse an article, page or record that is larger.",
            ),
            click.option(
                "--max-unpacked",
                callback=values.size,
                default="20GB",
                metavar="SIZE",
                show_default=True,
                help="Stop where one .gz file unpacks to more.",
            ),
            click.option("--model", metavar="NAME_OR_PATH", help="Another spaCy pipeline; default: the built-in one."),
            writing,
        ]
    ):
        command = option(command)
    return command


def writing(command: F) -> F:
    """Give a command the options -o and --force."""
    output = click.option(
        "-o",
        "--output",
        metavar="FILE",
        type=click.Path(allow_dash=True),
        help="Write here instead of standard output; packed if the name ends in .gz.",
    )
    return output(click.option("--force", is_flag=True, help="Replace the file of -o if it is there.")(command))


def confident(command: F) -> F:
    """Give a command the option --min-confidence."""
    kind = values.Share(0, 1)
    return click.option(
        "--min-confidence", type=kind, default=0.0, metavar="P", help="Leave out claims less likely right than P."
    )(command)


def shaped(*formats: str) -> Callable[[F], F]:
    """Give a command the options --format and --raw-cells."""
    choice = click.option(
        "--format",
        "format_",
        type=click.Choice(["auto", *(formats or CHOICES)]),
        default="auto",
        help="auto: what the suffix of -o says; else a table on a terminal, JSON in a pipe.",
    )
    raw = click.option(
        "--raw-cells",
        is_flag=True,
        help="In CSV and TSV, leave cells as they are that a spreadsheet would take for formulas.",
    )
    return lambda command: choice(raw(command))


def talking(command: F) -> F:
    """Give a command the options about what is told, and in which styles."""
    quiet = click.option("-q", "--quiet", is_flag=True, help="Tell of errors only: no progress, notices or summary.")
    verbose = click.option("-v", "--verbose", is_flag=True, help="Tell of every article: what was found, and in what time.")
    colour = click.option(
        "--color",
        "colour",
        type=click.Choice(COLOUR),
        default="auto",
        help="Bold, italic, colour. auto: as NO_COLOR or FORCE_COLOR says, else on a terminal.",
    )
    return colour(quiet(verbose(command)))


def working(command: F) -> F:
    """Give a command the option --jobs."""
    return click.option(
        "--jobs",
        callback=values.cores,
        default=1,
        metavar="N",
        type=click.IntRange(min=0, max=1000),
        help="Work in N processes, each on one core; 0: one a core; default: 1. The output is the same.",
    )(command)


def spreading(command: F) -> F:
    """Give a command the options about a cluster of machines."""
    scheduler = click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Work on a Dask cluster, such as tcp://HOST:8786; -o is a folder, or an address such as s3://BUCKET/claims/",
    )
    part = click.option(
        "--part-size",
        callback=values.size,
        default="8MB",
        metavar="SIZE",
        show_default=True,
        help="With --scheduler: how much a worker reads at a time, and writes as one file.",
    )
    return scheduler(part(command))


def inputs(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Give the paths to read: those named, else standard input if something is piped in.

    Raises:
        click.UsageError: there is neither, or a path is empty.
    """
    if "" in paths:  # an unset variable of the shell; as a folder it would be the working directory
        raise click.UsageError("An empty PATH: name a file or a folder.", click.get_current_context())
    if paths:
        return paths
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError(
            "Nothing to read: name a file or a folder, or pipe an article in.", click.get_current_context()
        )
    return ("-",)


def shape(format_: str, output: str | None, formats: Sequence[str] = tuple(KINDS)) -> str:
    """Give what --format auto means: what the output's suffix says, else a table on a terminal, JSON anywhere else.

    Raises:
        click.UsageError: the suffix stands for no format, or for none of ``formats``.

    Example: ``shape("auto", "2025/Claims.JSONL.gz")`` → ``"jsonl"``
    """
    if format_ != "auto":
        return format_
    if output is None or output == "-":
        return "table" if sys.stdout is not None and sys.stdout.isatty() else "json"
    suffix = PurePath(PurePath(output).name.lower().removesuffix(PACKED)).suffix
    for name, kind in KINDS.items():
        if suffix in kind.suffixes:
            if name in formats:
                return name
            what = f"-o {visible(output)}: it is written as {', '.join(formats)}, not as {name}. Add --format."
            raise click.UsageError(what, click.get_current_context(silent=True))
    if suffix:
        known = " ".join(suffix for kind in KINDS.values() for suffix in kind.suffixes)
        page = " A page is written by `claims report`." if suffix in PAGES else ""
        what = f"-o {visible(output)}: {visible(suffix)} stands for no format ({known} do). Add --format.{page}"
        raise click.UsageError(what, click.get_current_context(silent=True))
    return "json"


def settings(date: dt.date | None, model: str | None, **others: Any) -> Settings:
    """Make the run's Settings."""
    return Settings(model=model, date=date, **others)
