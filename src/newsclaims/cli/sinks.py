"""The formats of `claims extract`: the suffixes that stand for each, and how its sink is opened."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newsclaims.render.safe import visible

if TYPE_CHECKING:
    from newsclaims.claim import Generator
    from newsclaims.cli.output import Output
    from newsclaims.render.cells import Cells
    from newsclaims.render.sink import Sink


class Wanted(NamedTuple):
    """What the user wants of an output: its format, where it goes, and what the options say of it.

    ``resume`` asks to go on with what is there; ``options``, which the claims depend on, must then be the same.
    """

    format: str
    output: str | None = None
    inputs: Sequence[str] = ()
    model: str | None = None
    evidence: bool = False
    explain: bool = False
    raw_cells: bool = False
    force: bool = False
    resume: bool = False
    colour: bool = False
    options: Mapping[str, str] = MappingProxyType({})


class Kind(NamedTuple):
    """A format: the suffixes of -o that stand for it, how its sink is opened, and whether it can only be a file.

    What ``open`` gives is left without having been closed only if the run failed; nothing of it is kept then that would
    be torn. A format that can only be a file is named by its suffix and is no choice of --format. ``resumes`` says whether
    an output that is there can be gone on with.
    """

    suffixes: tuple[str, ...]
    open: Callable[[Wanted], AbstractContextManager[Sink]]
    only_file: bool = False
    resumes: bool = False


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

        if wanted.resume:
            from newsclaims.cli.resume import Resumed, resumed

            with resumed(str(wanted.output), wanted.format, wanted.options, wanted.inputs) as kept:
                yield Resumed(make(kept, wanted), kept)
            return
        with opened(wanted.output, force=wanted.force, inputs=wanted.inputs) as out:
            yield make(out, wanted)

    return opening


def _table(out: Output, wanted: Wanted) -> Sink:
    from newsclaims.cli.report import columns
    from newsclaims.render.streams import tables

    return tables(out, columns(), colour=wanted.colour, evidence=wanted.evidence)


def _json(out: Output, wanted: Wanted) -> Sink:
    from newsclaims.render.streams import document

    return document(out, _generator(wanted))


def _jsonl(out: Output, wanted: Wanted) -> Sink:  # noqa: ARG001
    from newsclaims.render.streams import Stream, shape_lines

    return Stream(out, shape_lines)


def _csv(out: Output, wanted: Wanted) -> Sink:
    from newsclaims.render.cells import CSV

    return _cells(out, wanted, CSV)


def _tsv(out: Output, wanted: Wanted) -> Sink:
    from newsclaims.render.cells import TSV

    return _cells(out, wanted, TSV)


def _cells(out: Output, wanted: Wanted, cells: Cells) -> Sink:
    from newsclaims.render.cells import head, shape_cells
    from newsclaims.render.columns import ARTICLE, CLAIMS, WHY
    from newsclaims.render.streams import Stream

    fields = (*CLAIMS, *ARTICLE, *(WHY if wanted.explain else ()))
    shape = partial(shape_cells, fields=fields, cells=cells, raw=wanted.raw_cells)
    first = head(fields, cells)
    if out.begun and not out.begins_with(first):
        from newsclaims.errors import OutputError

        what = f"{visible(str(wanted.output))} has other columns than this run would write"
        raise OutputError(what, "Give the options that it was made with, or choose another -o")
    return Stream(out, shape, head="" if out.begun else first)


def _markdown(out: Output, wanted: Wanted) -> Sink:
    from newsclaims.render.markdown import shape_markdown
    from newsclaims.render.streams import Stream

    return Stream(out, partial(shape_markdown, evidence=wanted.evidence), between="\n")


@contextlib.contextmanager
def _sqlite(wanted: Wanted) -> Iterator[Sink]:
    from newsclaims.store.sqlite_sink import SqliteSink

    sink = SqliteSink(_database(wanted), _generator(wanted))
    try:
        yield sink
    finally:
        sink.discard()


@contextlib.contextmanager
def _duckdb(wanted: Wanted) -> Iterator[Sink]:
    from newsclaims.store.duck import DuckSink

    sink = DuckSink(_database(wanted), _generator(wanted))
    try:
        yield sink
    finally:
        sink.discard()


@contextlib.contextmanager
def _parquet(wanted: Wanted) -> Iterator[Sink]:
    from newsclaims.cli.output import opened
    from newsclaims.store.parquet import ParquetSink

    path = _unpacked(wanted)
    with opened(path, force=wanted.force, inputs=wanted.inputs) as out:
        sink = ParquetSink(out, path)
        try:
            yield sink
        finally:
            sink.discard()


def _database(wanted: Wanted) -> str:
    """Give the file of a database, which is added to if it is there: not one of those that are read."""
    from newsclaims.cli.output import free

    path = _unpacked(wanted)
    free(path, force=True, inputs=wanted.inputs)
    return path


def _unpacked(wanted: Wanted) -> str:
    from newsclaims.cli.output import PACKED
    from newsclaims.errors import OutputError

    path = str(wanted.output)
    if path.lower().endswith(PACKED):
        raise OutputError(f"cannot write {visible(path)}: {wanted.format} cannot be packed", f"Leave out {PACKED}")
    return path


def _generator(wanted: Wanted) -> Generator:
    from newsclaims.claim import Generator
    from newsclaims.cli.version import tool
    from newsclaims.parse.card import model_name

    return Generator(version=tool(), model=wanted.model or model_name())


KINDS: dict[str, Kind] = {
    "table": Kind((".txt",), _text(_table)),
    "json": Kind((".json",), _text(_json)),
    "jsonl": Kind((".jsonl", ".ndjson"), _text(_jsonl), resumes=True),
    "csv": Kind((".csv",), _text(_csv), resumes=True),
    "tsv": Kind((".tsv",), _text(_tsv), resumes=True),
    "markdown": Kind((".md", ".markdown"), _text(_markdown)),
    "sqlite": Kind((".db", ".sqlite", ".sqlite3"), _sqlite, only_file=True, resumes=True),
    "duckdb": Kind((".duckdb",), _duckdb, only_file=True, resumes=True),
    "parquet": Kind((".parquet",), _parquet, only_file=True),
}
CHOICES = tuple(name for name, kind in KINDS.items() if not kind.only_file)
