"""Sinks of text: one piece an article, or one JSON object for the run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from newsclaims.claim import ArticleRecord, Extraction, Failure, Generator
from newsclaims.render.records import claim_json, dumps, line, model_json
from newsclaims.render.sink import Out
from newsclaims.render.spool import Spool

if TYPE_CHECKING:
    from newsclaims.flow import Reading


def shape_lines(reading: Reading) -> str:
    """One claim a line; ``article`` is the article's record instead of its id."""
    record = model_json(reading.record)
    return "".join(line(claim, record) for claim in reading.claims)


def shape_objects(reading: Reading) -> str:
    """The claims as JSON objects, without the brackets of the array around them."""
    return ",\n".join(map(claim_json, reading.claims))


class Stream:
    """Text as it comes, with something above it and something between the articles."""

    held: frozenset[str] = frozenset()

    def __init__(
        self, out: Out, shape: Callable[[Reading], str] = shape_lines, *, head: str = "", between: str = ""
    ) -> None:
        self.shape = shape
        self._out = out
        self._before = head
        self._between = between

    def write(self, record: ArticleRecord, shaped: Any) -> None:  # noqa: ARG002  text says itself whose it is
        """Write what was made of an article."""
        self._out.write(self._before + shaped)
        self._before = self._between

    def fail(self, failure: Failure) -> None:
        """Nothing: stderr has it."""

    def close(self) -> None:
        """Finish; where there was no article, the head stands alone."""
        if self._before != self._between:
            self._out.write(self._before)
        self._out.close()

    def discard(self) -> None:
        """Keep no file; what went to standard output is gone."""
        self._out.discard()


class Document:
    """One JSON object for the run: what was found is written as it comes, the articles and the errors at the end.

    What is known of articles and errors is put aside, in a temporary file if need be, so that a run of any length needs
    little memory. ``close`` makes the object whole at any time.

    Args:
        out: where it goes.
        name: what is found: the key of the array.
        head: entries that stand first.
    """

    held: frozenset[str] = frozenset()
    shape = staticmethod(shape_objects)

    def __init__(
        self,
        out: Out,
        name: str = "claims",
        head: Mapping[str, Any] | None = None,
    ) -> None:
        self._out = out
        self._articles, self._errors = Spool(), Spool()
        entries = "".join(f"{dumps(key)}:{dumps(value)},\n" for key, value in (head or {}).items())
        self._head = f"{{\n{entries}{dumps(name)}:[\n"
        self._some = False

    def write(self, record: ArticleRecord, shaped: Any) -> None:
        """Write what was found in an article and put its record aside."""
        self._articles.add(model_json(record))
        if shaped:
            self._out.write(self._head + (",\n" if self._some else "") + shaped)
            self._head, self._some = "", True

    def fail(self, failure: Failure) -> None:
        """Put a failure aside."""
        self._errors.add(model_json(failure))

    def close(self) -> None:
        """Write the articles and the errors, and close the brackets."""
        self._out.write(self._head + '\n],\n"articles":[\n')
        for piece in self._articles.pieces():
            self._out.write(piece)
        self._out.write('\n],\n"errors":[\n')
        for piece in self._errors.pieces():
            self._out.write(piece)
        self._out.write("\n]\n}\n")
        self._let_go()
        self._out.close()

    def discard(self) -> None:
        """Keep no file; what went to standard output is unfinished."""
        self._let_go()
        self._out.discard()

    def _let_go(self) -> None:
        self._articles.close()
        self._errors.close()


def document(out: Out, generator: Generator) -> Document:
    """Give the sink of the JSON that `claims schema` describes."""
    version = Extraction.model_fields["schema_version"].default
    return Document(out, head={"schema_version": version, "generator": generator.model_dump(mode="json")})


def tables(out: Out, width: int, *, colour: bool, evidence: bool) -> Stream:
    """Give the sink that draws one table an article."""
    from newsclaims.render.claims_table import claims_table  # imports Rich, which lines and documents do without

    return Stream(out, partial(claims_table, width=width, colour=colour, evidence=evidence), between="\n")
