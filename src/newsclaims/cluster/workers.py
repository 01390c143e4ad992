"""The workers of a cluster, each asked once whether it can do what is wanted."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from distributed import Client

SOON = 5  # seconds after which workers that have joined meanwhile are asked

Tell = Callable[[str], None]


class Question(NamedTuple):
    """What workers are asked before they are given anything to do, and those that join later soon after.

    ``function`` of a module, what it is given, and who judges what they say, by their addresses: what he raises ends the
    run. An error in the place of an answer is one that the worker gave.
    """

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    judge: Callable[[dict[str, Any]], None]


class Workers:
    """The workers of the scheduler at an address.

    Args:
        address: the scheduler's.
        tell: is told what would make a run wait, or slow.
        question: what each of them is asked.
    """

    def __init__(self, address: str, tell: Tell, question: Question) -> None:
        self._address, self._tell, self._question = address, tell, question
        self._asked: set[str] = set()
        self._looked = 0.0

    def first(self, client: Client) -> None:
        """Ask all of them, after a connection was made.

        Raises:
            Exception: what the question's judge raises.
        """
        self._asked.clear()
        self.new(client)
        with contextlib.suppress(Exception):
            threads = client.nthreads()
            if not threads:
                self._tell(f"no worker is at {self._address} yet; waiting for the first")
            elif (most := max(threads.values())) > 1:
                self._tell(f"a worker has {most} threads, of which one is used: start workers with --nthreads 1")

    def now_and_then(self, client: Client) -> None:
        """Ask the workers that have joined, if that was not done just now.

        Raises:
            Exception: what the question's judge raises.
        """
        if time.monotonic() - self._looked > SOON:
            self.new(client)

    def new(self, client: Client) -> None:
        """Ask the workers that were not asked yet; those that do not answer are asked again at another time.

        Raises:
            Exception: what the question's judge raises.
        """
        self._looked = time.monotonic()
        function, arguments, judge = self._question
        try:
            new = client.nthreads().keys() - self._asked
            said = client.run(function, *arguments, workers=sorted(new), on_error="return") if new else {}
        except Exception:  # the connection is lost, which is found out where it is used
            return
        said = {address: answer for address, answer in said.items() if not isinstance(answer, (OSError, TimeoutError))}
        if said:
            judge(said)
            self._asked |= said.keys()
