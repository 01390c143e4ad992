"""What is done with one article, wherever that is: in this process or in another.

spaCy takes a second to import. A process that only reads, hands out and writes sends these functions on and calls none.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.claim import Failure
from newsclaims.read import Article, Unread
from newsclaims.run.outcome import Done
from newsclaims.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from newsclaims.flow import Reading

    Work = Callable[[Iterable[Doc], Article], Done]

TOGETHER = 16_000  # code points of articles handed over, the short of them parsed, together: half a second's work


class Understanding:
    """The work with articles, by one model on one core: call it with an article, read or unread.

    One that nobody has read yet is read first: to find the article in a web page takes as long as to understand a short one.
    """

    def __init__(self, parser: Language, settings: Settings, work: Work) -> None:
        self._parser, self._settings, self._work = parser, settings, work
        self._ready: dict[int, _Ready] = {}

    def expect(self, coming: Sequence[Article | Unread]) -> None:
        """Read and parse together what it will be called with next: these objects, each once or not at all."""
        from newsclaims.flow import together

        self._ready.clear()
        if len(coming) < 2:
            return
        begun = time.perf_counter()
        read = [self._read(given) for given in coming]
        docs = iter(together([one for one in read if isinstance(one, Article)], self._parser))
        found = [(one, next(docs) if isinstance(one, Article) else None) for one in read]
        share = (time.perf_counter() - begun) / len(coming)
        self._ready.update((id(given), _Ready(*one, share)) for given, one in zip(coming, found, strict=True))

    def __call__(self, given: Article | Unread) -> Done | Failure:
        """Find the claims of an article, and make of them what the output wants."""
        from newsclaims.flow import attempt

        begun = time.perf_counter()
        ready = self._ready.pop(id(given)) if id(given) in self._ready else _Ready(self._read(given))
        article, doc, before = ready
        if isinstance(article, Failure):
            return article
        outcome = attempt(article, self._parser, self._work, doc)
        return outcome if isinstance(outcome, Failure) else outcome._replace(seconds=before + time.perf_counter() - begun)

    def _read(self, given: Article | Unread) -> Article | Failure:
        return given.read(self._settings) if isinstance(given, Unread) else given


class _Ready(NamedTuple):
    """An article that was read, its parse if it was parsed with others, and the seconds that took."""

    article: Article | Failure
    doc: Doc | None = None
    seconds: float = 0.0


def understanding(
    settings: Settings, work: Work, nlp: Language | None = None
) -> Callable[[Article | Unread], Done | Failure]:
    """Load the model, on one core, if there is none yet, and give the function that does the work with an article.

    Raises:
        ModelError: the model named in the settings cannot be loaded.
    """
    from newsclaims.parse.models import model

    return Understanding(nlp or model(settings.model, threads=1), settings, work)


def shaped(docs: Iterable[Doc], article: Article, settings: Settings, shape: Callable[[Reading], Any]) -> Done:
    """Find the claims of a parsed article, and make of them what the output wants."""
    from newsclaims.flow import reading

    read = reading(docs, article, settings)
    return Done(read.record, len(read.claims), read.words, shape(read))
