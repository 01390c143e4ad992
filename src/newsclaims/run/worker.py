"""A process that works on articles: how it is started and spoken to, and what it does.

It is sent lists of (number, article), and answers each article with its outcome and the notices about it. It leaves when
nobody speaks to it any more: at the end of the run, or because the process that started it is gone, however that came.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import NamedTuple

from newsclaims import process
from newsclaims.claim import Failure
from newsclaims.errors import NewsclaimsError
from newsclaims.read.article import Article
from newsclaims.read.unread import Unread
from newsclaims.run.outcome import Done
from newsclaims.run.work import Understanding

Start = Callable[[], Callable[[Article | Unread], Done | Failure]]


class Task(NamedTuple):
    """An article to be worked on, read or not, and its place in the run."""

    number: int
    article: Article | Unread

    @property
    def size(self) -> int:
        """How long its text is, in code points; about, if nobody has read it yet."""
        return len(self.article.text) if isinstance(self.article, Article) else self.article.size


class Answer(NamedTuple):
    """What became of an article, and what is to be told of it."""

    number: int
    outcome: Done | Failure
    notices: tuple[str, ...]


class Worker:
    """A process, and the articles it has not yet answered, the one it is working on first."""

    def __init__(self, start: Start) -> None:
        """Start it; ``start`` is called there, once, and gives the function that does the work.

        Processes are spawned, the same way on every system: a fork of a process with threads may hang.
        """
        context = multiprocessing.get_context("spawn")
        self.line, theirs = context.Pipe()
        self.process = context.Process(target=serve, args=(theirs, start), daemon=True)
        with _deaf():
            self.process.start()
        theirs.close()
        self.tasks: deque[Task] = deque()
        self.ready = False

    @property
    def idle(self) -> bool:
        """Whether it waits for articles: what is sent to a process that is busy may have to wait for it."""
        return self.ready and not self.tasks

    def send(self, tasks: list[Task]) -> None:
        """Hand it articles. That it has died meanwhile shows at the next answer that is asked for."""
        self.tasks.extend(tasks)
        with contextlib.suppress(OSError):
            self.line.send([tuple(task) for task in tasks])

    def answer(self) -> Answer | None:
        """Receive an answer; None where it says that it is ready.

        Raises:
            EOFError: it has died.
            Exception: what it could not start for.
        """
        try:
            answer: tuple[int, Done | Failure, tuple[str, ...]] | Exception | None = self.line.recv()
        except OSError as error:
            raise EOFError from error
        if isinstance(answer, Exception):
            raise answer
        if answer is None:
            self.ready = True
            return None
        self.tasks.popleft()
        return Answer(*answer)

    def end(self) -> None:
        """End the process, whatever it does: it holds nothing that could be torn."""
        self.line.close()
        self.process.kill()
        self.process.join()

    def died(self) -> str:
        """Clear away what is left of a process that has died, and say how it did."""
        self.process.join(1)
        code = self.process.exitcode
        self.end()
        if code is None or code >= 0:
            return f"exit code {code}"
        return f"killed by {signal.Signals(-code).name}" if -code in set(signal.Signals) else f"killed by signal {-code}"


def serve(line: Connection, start: Start) -> None:
    """Work on the articles that come over the line, until it is closed; what a worker's process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it reaches the whole group; the process that writes says what happens
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)  # standard output is the run's, and its reader is to see its end
    process.begin()
    notices = _Notices(logging.WARNING)
    logging.getLogger("newsclaims").addHandler(notices)
    try:
        work = start()
    except Exception as error:
        what = error if isinstance(error, NewsclaimsError) else RuntimeError(f"{type(error).__name__}: {error}")
        line.send(what)
        return
    with contextlib.suppress(EOFError, OSError):
        line.send(None)
        while True:
            tasks = line.recv()
            if isinstance(work, Understanding):
                work.expect([article for _, article in tasks])
            for number, article in tasks:
                outcome = work(article)
                line.send((number, outcome, tuple(notices.said)))
                notices.said.clear()


class _Notices(logging.Handler):
    """Keeps what the package has to say until it can be passed on."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _leave_with_parent() -> None:
    """Leave at once when the parent is gone, though it was killed and could say nothing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Hold Ctrl-C back: in this process for the moment, in those it starts for good; not even their imports hear it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
