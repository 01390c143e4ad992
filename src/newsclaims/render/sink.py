"""What an output has to do: shape a reading wherever it was made, write what was shaped, finish or give up."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TYPE_CHECKING, Any, Protocol

from newsclaims.claim import ArticleRecord, Failure

if TYPE_CHECKING:
    from newsclaims.flow import Reading


class Out(Protocol):
    """Where the text of a sink goes: standard output, or a file that takes its name when all is written."""

    def write(self, text: str) -> None:
        """Add some text."""

    def close(self) -> None:
        """All is written: a file takes its name."""

    def discard(self) -> None:
        """Keep no file of it, unless it is closed."""


class Sink(Protocol):
    """Where the readings of a run go, one article after the other.

    ``shape`` turns a reading into what is written of it. It is a function of a module, or a partial of one, that touches
    nothing else: a run with several jobs calls it in the process that read the article, so that the one that writes does
    little. ``held`` are the ids of articles that the output already holds and that need not be read again.
    """

    @property
    def shape(self) -> Callable[[Reading], Any]:
        """What is written of a reading."""

    @property
    def held(self) -> Container[str]:
        """Ids of the articles that are there already."""

    def write(self, record: ArticleRecord, shaped: Any) -> None:
        """Add an article: what ``shape`` made of it."""

    def fail(self, failure: Failure) -> None:
        """Add an article that could not be read or understood."""

    def close(self) -> None:
        """Finish: the output is whole."""

    def discard(self) -> None:
        """Give up: nothing of this run is kept, where that can still be had."""
