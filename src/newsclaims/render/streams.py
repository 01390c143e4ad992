"""The outputs that are text: a table an article, a line a claim, one JSON object for the run."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from typing import Any

from newsclaims.claim import ArticleRecord, Extraction, Failure, Generator
from newsclaims.flow import Reading
from newsclaims.render.claims_table import claims_table
from newsclaims.render.records import claim_record, dumps, line
from newsclaims.render.sink import Out


def shape_lines(reading: Reading) -> str:
    """One claim a line; ``article`` is the article's record instead of its id."""
    record = reading.record.model_dump(mode="json")
    return "".join(line(claim, record) for claim in reading.claims)


def shape_objects(reading: Reading) -> str:
    """The claims as JSON objects, without the brackets of the array around them."""
    return ",\n".join(dumps(claim_record(claim)) for claim in reading.claims)


class Stream:
    """Text as it comes, with something between the articles: the sink of tables and of JSON lines."""

    held: frozenset[str] = frozenset()

    def __init__(self, out: Out, shape: Callable[[Reading], str], between: str = "") -> None:
        self.shape = shape
        self._out = out
        self._between = between
        self._begun = False

    def write(self, record: ArticleRecord, shaped: Any) -> None:  # noqa: ARG002  text says itself whose it is
        """Write what was made of an article."""
        self._out.write((self._between if self._begun else "") + shaped)
        self._begun = True

    def fail(self, failure: Failure) -> None:
        """Nothing: stderr has it."""

    def close(self) -> None:
        """Nothing is left to write."""

    def discard(self) -> None:
        """Keep no file; what went to standard output is gone."""
        self._out.discard()


def tables(out: Out, width: int, *, colour: bool, evidence: bool) -> Stream:
    """Give the sink that draws one table an article."""
    return Stream(out, partial(claims_table, width=width, colour=colour, evidence=evidence), between="\n")


class Document:
    """One JSON object for the run, as `claims schema` describes it; claims are written as they come, the rest at the end.

    What is known of the articles waits in a temporary file, so that a run of any length needs little memory.
    """

    held: frozenset[str] = frozenset()
    shape = staticmethod(shape_objects)

    def __init__(self, out: Out, generator: Generator) -> None:
        self._out = out
        self._articles = tempfile.SpooledTemporaryFile(1 << 20, "w+", encoding="utf-8")  # noqa: SIM115  closed at the end
        self._failures: list[Failure] = []
        self._head: str | None = (
            f'{{\n"schema_version": {dumps(Extraction.model_fields["schema_version"].default)},\n'
            f'"generator": {dumps(generator.model_dump(mode="json"))},\n"claims": [\n'
        )
        self._claims = False
        self._count = 0

    def write(self, record: ArticleRecord, shaped: Any) -> None:
        """Write an article's claims and keep its record for the end."""
        self._begin()
        if shaped:
            self._out.write((",\n" if self._claims else "") + shaped)
            self._claims = True
        self._articles.write((",\n" if self._count else "") + dumps(record.model_dump(mode="json")))
        self._count += 1

    def fail(self, failure: Failure) -> None:
        """Keep a failure for the end."""
        self._failures.append(failure)

    def close(self) -> None:
        """Write the articles and the errors, and close the brackets."""
        self._begin()
        self._out.write('\n],\n"articles": [\n')
        self._articles.seek(0)
        while part := self._articles.read(1 << 16):
            self._out.write(part)
        errors = ",\n".join(dumps(failure.model_dump(mode="json")) for failure in self._failures)
        self._out.write(f'\n],\n"errors": [\n{errors}\n]\n}}\n')
        self._articles.close()

    def discard(self) -> None:
        """Leave the object unfinished."""
        self._articles.close()
        self._out.discard()

    def _begin(self) -> None:
        if self._head is not None:
            self._out.write(self._head)
            self._head = None
