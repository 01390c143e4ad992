"""What is done with one article, wherever that is: in this process or in another.

spaCy takes a second to import. A process that only reads, hands out and writes sends these functions on and calls none.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from newsclaims.claim import Failure
from newsclaims.read import Article, Unread
from newsclaims.run.outcome import Done
from newsclaims.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from newsclaims.flow import Reading

    Work = Callable[[Iterable[Doc], Article], Done]


def understanding(
    settings: Settings, work: Work, nlp: Language | None = None
) -> Callable[[Article | Unread], Done | Failure]:
    """Load the model, on one core, if there is none yet, and give the function that does the work with an article.

    One that nobody has read yet is read first: to find the article in a web page takes as long as to understand a short one.

    Raises:
        ModelError: the model named in the settings cannot be loaded.
    """
    from newsclaims.flow import attempt
    from newsclaims.parse.models import model

    parser = nlp or model(settings.model, threads=1)

    def understood(given: Article | Unread) -> Done | Failure:
        article = given.read(settings) if isinstance(given, Unread) else given
        if isinstance(article, Failure):
            return article
        begun = time.perf_counter()
        outcome = attempt(article, parser, work)
        return outcome if isinstance(outcome, Failure) else outcome._replace(seconds=time.perf_counter() - begun)

    return understood


def shaped(docs: Iterable[Doc], article: Article, settings: Settings, shape: Callable[[Reading], Any]) -> Done:
    """Find the claims of a parsed article, and make of them what the output wants."""
    from newsclaims.flow import reading

    read = reading(docs, article, settings)
    return Done(read.record, len(read.claims), read.words, shape(read))
