"""The options that reading commands share, and the one place where they become Settings."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import Any, TypeVar

import click

from newsclaims.cli.colour import CHOICES as COLOUR
from newsclaims.cli.sinks import CHOICES, KINDS
from newsclaims.render.safe import visible
from newsclaims.settings import Settings

PACKED = ".gz"
PAGES = (".html", ".htm")
MOST = 4  # processes a core
FIELDS = ("text", "title", "date", "author", "source", "url", "id")
SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s?((?:[kmg])?b?)", re.IGNORECASE)
UNITS = {"": 1, "B": 1, "K": 10**3, "KB": 10**3, "M": 10**6, "MB": 10**6, "G": 10**9, "GB": 10**9}
F = TypeVar("F", bound=Callable[..., Any])


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Read a calendar day, YYYY-MM-DD."""
    if value is None:
        return None
    try:
        if len(value) != len("2025-01-09"):  # newer Pythons take 20250109 too
            raise ValueError
        return dt.date.fromisoformat(value)
    except ValueError:
        what = f"{value!r} is no date. Write a day of the calendar as YYYY-MM-DD, such as 2025-01-09."
        raise click.BadParameter(what, ctx, param) from None


def between(command: F) -> F:
    """Give a command the options --from and --to."""
    since = click.option("--from", "since", callback=day, metavar="YYYY-MM-DD", help="Happened on this day or later.")
    until = click.option("--to", "until", callback=day, metavar="YYYY-MM-DD", help="Happened on this day or earlier.")
    return since(until(command))


def _fields(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Read pairs such as text=story.body."""
    pairs = []
    for value in values:
        name, equals, path = value.partition("=")
        if name not in FIELDS or not equals or not path:
            what = f"{value!r} says nothing of {', '.join(FIELDS[:-1])} or {FIELDS[-1]}. Write text=KEY or text=KEY.KEY."
            raise click.BadParameter(what, ctx, param)
        pairs.append((name, path))
    return tuple(pairs)


def _size(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """Read a size, such as 20MB, as bytes."""
    match = SIZE.fullmatch(value.strip())
    size = int(float(match[1]) * UNITS[(match[2] or "").upper()]) if match else 0
    if not size:
        raise click.BadParameter(f"{value!r} is no size. Write it as 500KB, 20MB or 2GB.", ctx, param)
    return size


def reading(command: F) -> F:
    """Give a command the argument PATH… and the options of every command that reads articles."""
    for option in reversed(
        [
            click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(allow_dash=True)),
            click.option("--date", callback=day, metavar="YYYY-MM-DD", help="Day of publication of all the articles given."),
            click.option(
                "--field",
                "fields",
                callback=_fields,
                metavar="NAME=KEY",
                multiple=True,
                help="Where JSON records keep text, title, date, author, source, url or id: text=story.body",
            ),
            click.option(
                "--max-size",
                callback=_size,
                default="20MB",
                metavar="SIZE",
                show_default=True,
                help="Refuse an article, page or record that is larger.",
            ),
            click.option(
                "--max-unpacked",
                callback=_size,
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


class _Probability(click.FloatRange):
    """A number from 0 to 1; "nan" is none, though it lies within any bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        share = str(value).removesuffix("%")
        if share.isascii() and share.isdigit() and 10 <= int(share) <= 100:  # `claims show` tells of per cent
            self.fail(f"{value!r} is no share of 1. Write {int(share) / 100:g} for {share} per cent.", param, ctx)
        number = super().convert(value, param, ctx)
        return number if number == number else self.fail(f"{value!r} is not in the range 0<=x<=1.", param, ctx)


def confident(command: F) -> F:
    """Give a command the option --min-confidence."""
    kind = _Probability(0, 1)
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
        callback=_cores,
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
        callback=_size,
        default="8MB",
        metavar="SIZE",
        show_default=True,
        help="With --scheduler: how much a worker reads at a time, and writes as one file.",
    )
    return scheduler(part(command))


def _cores(ctx: click.Context, param: click.Parameter, value: int) -> int:  # noqa: ARG001
    """Give how many processes are meant; far more than there are cores would only fill the memory."""
    allowed = getattr(os, "sched_getaffinity", None)
    cores = len(allowed(0)) if allowed else os.cpu_count() or 1
    return min(value, MOST * cores) if value else cores


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
