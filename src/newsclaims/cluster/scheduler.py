"""A Dask scheduler, spoken to so that it may go and come back: what was not answered is asked again."""

from __future__ import annotations

import asyncio
import contextlib
import pickle
import queue
import threading
import uuid
from collections import deque
from collections.abc import Callable, Generator, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclaims.cluster.connection import checked, connected
from newsclaims.cluster.workers import Question, Tell, Workers

if TYPE_CHECKING:
    from distributed import Future

PATIENCE = 300  # seconds that a scheduler may be away
FIRST = 30  # seconds that it may take to be there at the beginning
AHEAD = 20_000  # calls that it is told of at once, at most
SOON = 5  # seconds that an answer which is there may take on its way
LATER = object()
LONGEST = 300  # characters of an error
RETRIES = 2  # of a call that raises an error


class Call(NamedTuple):
    """Something to be done by a worker: a function of a module, what it is given, and a name for it."""

    name: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class Lost(NamedTuple):
    """A call that could not be answered: why, and whether because the workers that worked on it died."""

    why: str
    killed: bool


class Scheduler:
    """The scheduler at an address.

    Args:
        address: ``tcp://host:8786``, ``tls://…``; certificates are taken from Dask's own configuration.
        tell: is told what a user should know.
        question: what its workers, also those that join later, are asked.
        patience: seconds to wait where it goes away.

    Raises:
        NewsclaimsError: Dask is not installed, or nobody is there; or what the question's judge raises.
    """

    def __init__(self, address: str, tell: Tell, question: Question, *, patience: float = PATIENCE) -> None:
        checked(address)
        self._address, self._tell, self._patience = address, tell, patience
        self._workers = Workers(address, tell, question)
        self._client = connected(
            address, FIRST, lambda: tell(f"no scheduler answers at {address} yet; trying for {FIRST} s")
        )
        self._workers.first(self._client)

    def close(self) -> None:
        """Leave; nothing more is begun of what was asked for."""
        with contextlib.suppress(Exception):
            self._client.close(timeout=2)

    def answers(self, calls: Iterable[Call]) -> Generator[tuple[Call, Any], None, None]:
        """Have calls done, and give each with its answer, or with Lost, in the order in which they come.

        A worker that dies costs nothing: another one does what it was doing. Where the scheduler goes away, it is waited
        for, and told again of all that it has not answered.

        Raises:
            NewsclaimsError: the scheduler was away for too long; or what the question's judge raises.
        """
        source = iter(calls)
        again: deque[Call] = deque()
        asked: dict[str, tuple[Call, Future]] = {}
        done: queue.SimpleQueue[str] = queue.SimpleQueue()
        while True:
            while len(asked) < AHEAD and (call := again.popleft() if again else next(source, None)):
                key = f"{call.name}-{uuid.uuid4().hex[:8]}"
                try:
                    future = self._client.submit(pickle.loads, _sent(call), key=key, pure=False, retries=RETRIES)
                    future.add_done_callback(partial(_put, done, key))
                except Exception:  # the connection is lost, which is found out below
                    again.appendleft(call)
                    break
                asked[key] = call, future
            if not asked and not again:
                return
            try:
                key = done.get(timeout=1)
            except queue.Empty:
                key = ""
            self._workers.now_and_then(self._client)
            if self._client.status == "running" and not (key in asked and asked[key][1].cancelled()):
                if key in asked:
                    call, future = asked[key]
                    answer = self._answer(future)
                    if answer is LATER:
                        _remind(done, key)
                        continue
                    del asked[key]
                    if answer is None:
                        again.append(call)
                    else:
                        if isinstance(answer, Lost):
                            self._workers.new(self._client)  # the cause may be one that has just joined
                        yield call, answer
                continue
            again.extendleft(call for call, _ in reversed(asked.values()))
            asked.clear()
            done = queue.SimpleQueue()
            self._reconnect()

    def _answer(self, future: Future) -> Any:
        """Give what a call gave, or Lost; None where it must be asked for again, LATER where a worker is doing it again."""
        from distributed import KilledWorker

        try:
            if future.status == "error":
                error = future.exception(timeout=SOON)
                if isinstance(error, KilledWorker):
                    return Lost("the workers that worked on it died, for want of memory maybe", killed=True)
                first = f"{type(error).__name__}: {error}".partition("\n")[0]
                return Lost(first[:LONGEST], killed=False)
            return future.result(timeout=SOON)
        except (
            TimeoutError,
            asyncio.TimeoutError,
        ):  # the worker that had the answer has died, and Dask has it worked out anew
            return LATER
        except (Exception, asyncio.CancelledError):
            return None

    def _reconnect(self) -> None:
        self._tell(f"the scheduler at {self._address} is gone; waiting for it up to {self._patience:.0f} s")
        self.close()
        self._client = connected(self._address, self._patience)
        self._tell(f"the scheduler at {self._address} is back; what was not finished is done again")
        self._workers.first(self._client)


class _Made:
    """A call that is made where it is unpickled.

    A worker that cannot unpickle a task as Dask sends it, since this package is not installed there, drops its connection
    and leaves, and nobody learns why; the scheduler would need the package too. So what they see is a function that all of
    them have, and bytes.
    """

    def __init__(self, call: Call) -> None:
        self._call = call

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self._call.function, self._call.arguments


def _sent(call: Call) -> bytes:
    return pickle.dumps(_Made(call))


def _remind(done: queue.SimpleQueue[str], key: str) -> None:
    """Have a look at a call again after a while."""
    timer = threading.Timer(2 * SOON, done.put, (key,))
    timer.daemon = True
    timer.start()


def _put(done: queue.SimpleQueue[str], key: str, _: Future) -> None:
    done.put(key)
