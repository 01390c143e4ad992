"""Work for processes that needs no language model: what an article's text says is what happens to it."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from newsclaims.claim import Failure
from newsclaims.errors import ModelError
from newsclaims.read import Article, Unread
from newsclaims.run import Done
from newsclaims.settings import Settings


def obedient(folder: Path | None = None) -> Callable[[Article], Done | Failure]:
    """Give work that answers with the text, in capitals, unless the text asks for something else.

    Texts: ``tell``, for a notice; ``wait SECONDS``; ``die`` each time; ``die once``, which a file in the folder tells;
    ``fail``; ``size N``, for an answer of so many characters.
    """

    def work(article: Article) -> Done | Failure:
        what, _, how = article.text.partition(" ")
        if what == "wait":
            time.sleep(float(how))
        elif what == "die":
            assert folder
            done = folder / article.id
            if how != "once" or not done.exists():
                done.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        elif what == "tell":
            logging.getLogger("newsclaims.read").warning("%s is odd", article.path)
        elif what == "fail":
            return Failure(path=article.path, message="failed")
        shaped = "x" * int(how) if what == "size" else article.text.upper()
        return Done(article.record, 1, 2, shaped)

    return work


def reading() -> Callable[[Article | Unread], Done | Failure]:
    """Give work that reads what nobody has read yet, and answers with the text."""

    def work(given: Article | Unread) -> Done | Failure:
        article = given.read(Settings()) if isinstance(given, Unread) else given
        return article if isinstance(article, Failure) else Done(article.record, 1, 2, article.text)

    return work


def broken() -> Callable[[Article], Done | Failure]:
    """Fail to start as a missing model does."""
    raise ModelError("no such model", "Install it")


def stillborn() -> Callable[[Article], Done | Failure]:
    """Die before any work."""
    os._exit(3)
