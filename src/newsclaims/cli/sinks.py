"""The formats of `claims extract`: the suffixes that stand for each, and how its sink is opened."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsclaims.cli.output import Output
    from newsclaims.render.sink import Sink


class Wanted(NamedTuple):
    """What the user wants of an output: its format, where it goes, and what the options say of it."""

    format: str
    output: str | None = None
    inputs: Sequence[str] = ()
    model: str | None = None
    evidence: bool = False


class Kind(NamedTuple):
    """A format: the suffixes of -o that stand for it, how its sink is opened, and whether it can only be a file.

    What ``open`` gives is left without having been closed only if the run failed; nothing of it is kept then that would
    be torn. A format that can only be a file is named by its suffix and is no choice of --format.
    """

    suffixes: tuple[str, ...]
    open: Callable[[Wanted], AbstractContextManager[Sink]]
    only_file: bool = False


def opened(wanted: Wanted) -> AbstractContextManager[Sink]:
    """Open the output that is wanted.

    Raises:
        OutputError: it cannot be written, or not without --force.
    """
    return KINDS[wanted.format].open(wanted)


def _text(make: Callable[[Output, Wanted], Sink]) -> Callable[[Wanted], AbstractContextManager[Sink]]:
    """Open a sink that writes text, to standard output or to a file."""

    @contextlib.contextmanager
    def opening(wanted: Wanted) -> Iterator[Sink]:
        from newsclaims.cli.output import opened

        with opened(wanted.output) as out:
            yield make(out, wanted)

    return opening


def _table(out: Output, wanted: Wanted) -> Sink:
    from newsclaims.cli.report import columns, is_terminal
    from newsclaims.render.streams import tables

    return tables(out, columns(), colour=is_terminal(wanted.output), evidence=wanted.evidence)


def _json(out: Output, wanted: Wanted) -> Sink:
    from newsclaims.claim import Generator
    from newsclaims.cli.version import tool
    from newsclaims.parse.card import model_name
    from newsclaims.render.streams import Document

    return Document(out, Generator(version=tool(), model=wanted.model or model_name()))


def _jsonl(out: Output, wanted: Wanted) -> Sink:  # noqa: ARG001
    from newsclaims.render.streams import Stream, shape_lines

    return Stream(out, shape_lines)


KINDS: dict[str, Kind] = {
    "table": Kind((".txt",), _text(_table)),
    "json": Kind((".json",), _text(_json)),
    "jsonl": Kind((".jsonl", ".ndjson"), _text(_jsonl)),
}
CHOICES = tuple(name for name, kind in KINDS.items() if not kind.only_file)
