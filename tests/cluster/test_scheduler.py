"""Answers that come late, or are lost on the way, without a cluster."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from newsclaims.cluster import connection, scheduler
from newsclaims.cluster.scheduler import Call, Lost, Scheduler
from newsclaims.cluster.workers import Question
from newsclaims.errors import NewsclaimsError


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
    ("address", "said"),
    [
        ("tls://127.0.0.1:1", "Dask's configuration names no certificates. Set DASK_DISTRIBUTED__COMM__TLS__CA_FILE"),
        ("nosuch://127.0.0.1:1", "cannot connect to nosuch://127.0.0.1:1: "),
        ("127.0.0.1:1", "127.0.0.1:1 is no address of a scheduler"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_of_at_once(address: str, said: str) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(NewsclaimsError) as error:
        Scheduler(address, pytest.fail, Question(max, (), lambda _: None))
    assert said in str(error.value)


def test_who_listens_and_says_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: time.sleep(60))
    monkeypatch.setattr(connection, "TRY", 0.05)
    late: list[str] = []
    with pytest.raises(NewsclaimsError, match=r"no scheduler answers at tcp://127\.0\.0\.1:1, for 1 s.*8787"):
        connection.connected("tcp://127.0.0.1:1", 0.9, lambda: late.append("late"))
    assert late == ["late"]


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
    monkeypatch.setattr(pytest.importorskip("distributed"), "KilledWorker", KilledError)
    monkeypatch.setattr(scheduler, "SOON", 0.01)
    future = Future(given)
    speaking = Scheduler.__new__(Scheduler)
    speaking._workers = SimpleNamespace(now_and_then=lambda _: None, new=lambda _: None)  # type: ignore[assignment]
    speaking._client = SimpleNamespace(status="running", submit=lambda *_, **__: future)  # type: ignore[assignment]
    assert [found for _, found in speaking.answers([Call("part", max, (1, 2))])] == [answer]
