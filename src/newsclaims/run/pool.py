"""Articles spread over several processes; what they make of them comes back in the order of the articles.

The standard library's pools lose everything in flight when a process dies. Here each process has a line of its own, so that
it is known which article it died at: that one is tried once more, with nothing beside it, and then given up.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait

from newsclaims.claim import Failure
from newsclaims.errors import NewsclaimsError
from newsclaims.read.article import Article
from newsclaims.read.unread import Unread
from newsclaims.run.outcome import Outcome, Outcomes, Skipped
from newsclaims.run.work import TOGETHER
from newsclaims.run.worker import Start, Task, Worker

log = logging.getLogger(__name__)
AHEAD = 1_000  # articles read but not yet written, at most
AHEAD_SIZE = 2_000_000  # their code points; one article alone may have more
NO_PROCESS = "Try one job; a script that asks for several does so under 'if __name__ == \"__main__\":'"


def spread(stream: Iterable[Article | Unread | Skipped | Failure], start: Start, jobs: int) -> Outcomes:
    """Work on articles in several processes.

    Args:
        stream: the articles; what is none is passed on in its place. It is read only as far ahead as keeps everybody
            busy, and never far ahead of what was yielded, however long the article at the head takes.
        start: gives, in each process, the function that does the work. It is sent there, with all it refers to.
        jobs: how many processes.

    Yields:
        The outcomes, in the order of the stream. An article that two processes died at is a Failure.

    Raises:
        NewsclaimsError: no process could be started.
        Exception: what ``start`` raises.
    """
    pool = _Pool(iter(stream), start, jobs)
    try:
        while True:
            pool.hand_out()
            yield from pool.finished()
            more = pool.read()
            if not more and pool.over:
                return
            pool.listen(None if not more else 0)
    finally:
        pool.end()


class _Pool:
    """The state of a run: what is read, handed out, answered."""

    def __init__(self, stream: Iterator[Article | Unread | Skipped | Failure], start: Start, jobs: int) -> None:
        self._stream, self._start, self._jobs = stream, start, jobs
        self._workers: list[Worker] = []
        self._stillborn = 0
        self._waiting: deque[Task] = deque()
        self._waiting_size = 0
        self._suspects: deque[Task] = deque()  # a process died at each; they are tried with nothing beside them
        self._suspected: set[int] = set()
        self._answers: dict[int, Outcome] = {}
        self._notices: dict[int, tuple[str, ...]] = {}
        self._sizes: dict[int, int] = {}  # of what was read and not yet yielded
        self._ahead = 0  # their sum
        self._read = self._yielded = 0
        self._more = True

    @property
    def over(self) -> bool:
        """Whether all that was read has been yielded, and nothing is left to read."""
        return not self._more and self._yielded == self._read

    def read(self) -> bool:
        """Read one article, if somebody will soon need it and there is room; say whether that was so."""
        enough = self._waiting_size >= TOGETHER * self._jobs
        if not self._more or enough or len(self._sizes) >= AHEAD or self._ahead >= AHEAD_SIZE:
            return False
        found = next(self._stream, None)
        if found is None:
            self._more = False
            return False
        number, self._read = self._read, self._read + 1
        size = len(found.text) if isinstance(found, Article) else 0  # what nobody has read takes no room
        self._sizes[number] = size
        self._ahead += size
        if isinstance(found, (Article, Unread)):
            self._waiting.append(Task(number, found))
            self._waiting_size += self._waiting[-1].size
        else:
            self._answers[number] = found
        return True

    def hand_out(self) -> None:
        """Give each process that waits something to do; start one if there is more to do than there are processes."""
        idle = [worker for worker in self._workers if worker.idle]
        busy = [worker for worker in self._workers if worker.tasks]
        if self._suspects or any(task.number in self._suspected for worker in busy for task in worker.tasks):
            wanted = min(1, len(self._suspects))
            if idle and wanted and not busy:
                idle[0].send([self._suspects.popleft()])
                return
        else:
            for worker in idle:
                if self._waiting:
                    worker.send(self._batch())
            wanted = min(-(-self._waiting_size // TOGETHER), self._jobs)
        if len(self._workers) - len(busy) < wanted and len(self._workers) < self._jobs:
            self._workers.append(Worker(self._start))

    def finished(self) -> Iterator[Outcome]:
        """Yield the outcomes whose turn it is."""
        while self._yielded in self._answers:
            self._ahead -= self._sizes.pop(self._yielded)
            for notice in self._notices.pop(self._yielded, ()):
                log.warning("%s", notice)
            self._yielded += 1
            yield self._answers.pop(self._yielded - 1)

    def listen(self, seconds: float | None) -> None:
        """Take the answers that are there, waiting for the first if need be: so many seconds, or None for ever."""
        lines = {id(worker.line): worker for worker in self._workers}
        for line in wait([worker.line for worker in self._workers], seconds) if lines else ():
            worker = lines[id(line)]
            try:
                answer = worker.answer()
            except EOFError:
                self._bury(worker)
            else:
                if answer:
                    self._answers[answer.number] = answer.outcome
                    self._notices[answer.number] = answer.notices

    def end(self) -> None:
        """End all processes, whatever they do."""
        for worker in self._workers:
            worker.end()

    def _batch(self) -> list[Task]:
        """Take what a process is handed at once: towards the end less and less, so that all of them end together; once a
        process has died, one article, since those handed over together are parsed together and might all be suspected.
        """
        enough = TOGETHER if self._more else min(TOGETHER, self._waiting_size // (2 * self._jobs))
        batch: list[Task] = []
        size = 0
        while self._waiting and (not batch or (size < enough and not self._suspected)):
            batch.append(self._waiting.popleft())
            size += batch[-1].size
        self._waiting_size -= size
        return batch

    def _bury(self, worker: Worker) -> None:
        """Do without a process that has died: suspect the article it was working on, keep the others it had."""
        self._workers.remove(worker)
        how = worker.died()
        if not worker.ready:
            self._stillborn += 1
            self._jobs = max(1, self._jobs - 1)
            if self._stillborn >= 3 and not any(other.ready for other in self._workers):
                raise NewsclaimsError(f"no process to work in could be started ({how})", NO_PROCESS)
        if not worker.tasks:
            return
        suspect, *others = worker.tasks
        self._waiting.extendleft(reversed(others))
        self._waiting_size += sum(task.size for task in others)
        if suspect.number not in self._suspected:
            self._suspected.add(suspect.number)
            self._suspects.append(suspect)
            return
        path = suspect.article.path
        what = f"{path} could not be understood: twice the process that worked on it died ({how}), for want of memory maybe"
        self._answers[suspect.number] = Failure(path=path, message=what)
