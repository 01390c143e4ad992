"""Answers that come late, or are lost on the way, without a cluster."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from newsclaims.cluster import scheduler
from newsclaims.cluster.scheduler import Call, Lost, Scheduler


class KilledError(Exception):
    pass


class Future:
    """Gives one thing after the other, each time it is asked for its result."""

    def __init__(self, given: list[Any]) -> None:
        self.given = given

    @property
    def status(self) -> str:
        return "error" if isinstance(self.given[0], KilledError) else "finished"

    def add_done_callback(self, call: Callable[[Future], None]) -> None:
        call(self)

    def cancelled(self) -> bool:
        return False

    def exception(self, timeout: float) -> BaseException:  # noqa: ARG002
        return self.given.pop(0)  # type: ignore[no-any-return]

    def result(self, timeout: float) -> Any:  # noqa: ARG002
        one = self.given.pop(0)
        if isinstance(one, BaseException):
            raise one
        return one


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ([7], 7),
        ([TimeoutError(), TimeoutError(), 7], 7),
        ([OSError("the line is cut"), 7], 7),
        ([KilledError()], Lost("the workers that worked on it died, for want of memory maybe", killed=True)),
        ([TimeoutError(), KilledError()], Lost("the workers that worked on it died, for want of memory maybe", killed=True)),
    ],
)
def test_each_call_has_one_answer(monkeypatch: pytest.MonkeyPatch, given: list[Any], answer: object) -> None:
    monkeypatch.setattr(scheduler, "SOON", 0.01)
    future = Future(given)
    speaking = Scheduler.__new__(Scheduler)
    speaking._distributed = SimpleNamespace(KilledWorker=KilledError)  # type: ignore[assignment]
    speaking._workers = SimpleNamespace(now_and_then=lambda _: None, new=lambda _: None)  # type: ignore[assignment]
    speaking._client = SimpleNamespace(status="running", submit=lambda *_, **__: future)  # type: ignore[assignment]
    assert [found for _, found in speaking.answers([Call("part", max, (1, 2))])] == [answer]
