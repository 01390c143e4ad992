"""One object that talks to stderr, counts, and knows the exit code."""

from __future__ import annotations

import logging
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import click

from newsclaims.claim import Failure
from newsclaims.cli.boundary import SOME_FAILED, USAGE
from newsclaims.render.safe import visible

T = TypeVar("T")


@dataclass
class Report:
    """What became of the sources so far."""

    read: int = 0
    failures: int = 0

    def passing(self, found: Iterable[T | Failure]) -> Iterator[T]:
        """Pass on what was understood; count it, and tell of everything else."""
        for one in found:
            if isinstance(one, Failure):
                self.failed(one)
            else:
                self.read += 1
                yield one

    def failed(self, failure: Failure) -> None:
        """Tell of a source that gave nothing, and count it."""
        self.failures += 1
        say(failure.message)

    @property
    def exit_code(self) -> int:
        """0 if all went well, 1 if some source failed, 2 if nothing could be read."""
        if not self.read:
            return USAGE
        return SOME_FAILED if self.failures else 0


def say(message: str) -> None:
    """Write one line to stderr."""
    click.echo(f"claims: {visible(message)}", err=True)


class _Notices(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        say(record.getMessage())


def show_notices() -> None:
    """Send what the package has to say (a guessed encoding, say) to stderr, each notice one line."""
    log = logging.getLogger("newsclaims")
    log.handlers = [_Notices(logging.WARNING)]
    log.propagate = False


def columns() -> int:
    """How wide a table may be: the terminal's width (or COLUMNS), 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def is_terminal(output: str | None) -> bool:
    """Whether what is written goes to a terminal, which can show styles."""
    return output in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
