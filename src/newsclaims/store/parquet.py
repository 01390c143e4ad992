"""The sink of Parquet: one row a claim, with the columns of the CSV, gathered and at last written by DuckDB."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import BinaryIO, Protocol

from newsclaims.claim import ArticleRecord, Failure
from newsclaims.store import schema
from newsclaims.store.duck import BATCH, add, connect, errors
from newsclaims.store.rows import FLAT, Row, shape_flat


class Bytes(Protocol):
    """Where the bytes of a file go."""

    def pour(self, stream: BinaryIO) -> None:
        """Add what a stream holds."""

    def close(self) -> None:
        """All is written: the file takes its name."""

    def discard(self) -> None:
        """Keep no file of it, unless it is closed."""


class ParquetSink:
    """Gathers claims in a scratch database and writes them as Parquet, compressed with Zstandard, when all are there.

    Args:
        out: where the file goes.
        path: what it is called, and beside which the scratch files are made.

    Raises:
        OutputError: the folder cannot be written to, or DuckDB is not installed.
    """

    held: frozenset[str] = frozenset()
    shape = staticmethod(shape_flat)

    def __init__(self, out: Bytes, path: str) -> None:
        self._out, self._name = out, path
        place = Path(path)
        self._scratch = tempfile.TemporaryDirectory(dir=place.parent, prefix=f".{place.name[:40]}.")
        self._rows: list[Row] = []
        try:
            with errors(path):
                self._database = connect(str(Path(self._scratch.name) / "rows.duckdb"))
                self._database.execute(schema.flat())
        except BaseException:
            self._scratch.cleanup()
            raise

    def write(self, record: ArticleRecord, shaped: tuple[Row, ...]) -> None:  # noqa: ARG002  a row says itself whose it is
        """Add the claims of an article."""
        self._rows += shaped
        if len(self._rows) >= BATCH:
            self._flush()

    def fail(self, failure: Failure) -> None:
        """Nothing: stderr has it."""

    def close(self) -> None:
        """Write the file."""
        self._flush()
        made = Path(self._scratch.name) / "rows.parquet"
        quoted = str(made).replace("'", "''")
        with errors(self._name):
            self._database.execute(f"COPY flat TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")
        with made.open("rb") as stream:
            self._out.pour(stream)
        self._out.close()
        self._let_go()

    def discard(self) -> None:
        """Keep nothing, unless the file is written."""
        self._let_go()
        self._out.discard()

    def _flush(self) -> None:
        with errors(self._name):
            add(self._database, "flat", FLAT, self._rows)
        self._rows = []

    def _let_go(self) -> None:
        self._database.close()
        self._scratch.cleanup()
