from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newsclaims.claim import Failure
from newsclaims.errors import ModelError, NewsclaimsError
from newsclaims.read import Article
from newsclaims.run import Done, Skipped
from newsclaims.run.pool import AHEAD, AHEAD_SIZE, _Pool, spread
from newsclaims.run.work import TOGETHER
from tests.run.jobs import broken, obedient, stillborn


def articles(*texts: str) -> list[Article]:
    return [Article(text, f"{number}.txt") for number, text in enumerate(texts)]


def shaped(outcomes: list[Done | Skipped | Failure]) -> list[str]:
    return [outcome.shaped if isinstance(outcome, Done) else type(outcome).__name__ for outcome in outcomes]


def children() -> set[int]:
    """The processes that this one has started and that are not gone."""
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == os.getpid() and fields[0] != "Z" and "spawn_main" in (stat.parent / "cmdline").read_text():
            found.add(int(stat.parent.name))
    return found


def test_outcomes_come_in_the_order_of_the_articles() -> None:
    padding = " " * TOGETHER  # so that each is a batch of its own
    found = articles("wait 0.5" + padding, *(f"article {number}{padding}" for number in range(9)))
    stream = [found[0], Failure(path="gone.txt", message="no such file"), *found[1:5], Skipped("held.txt"), *found[5:]]
    outcomes = list(spread(stream, obedient, 3))
    texts = [article.text.upper() for article in found]
    assert shaped(outcomes) == [texts[0], "Failure", *texts[1:5], "Skipped", *texts[5:]]
    assert children() == set()


def test_a_process_that_dies_costs_its_article_one_more_try_and_no_other_anything(tmp_path: Path) -> None:
    found = articles(*(f"before {n}" for n in range(5)), "die once", *(f"between {n}" for n in range(5)), "die", "after")
    outcomes = list(spread(found, partial(obedient, tmp_path), 2))
    assert shaped(outcomes) == [a.text.upper() if a.text != "die" else "Failure" for a in found]
    (failure,) = (outcome for outcome in outcomes if isinstance(outcome, Failure))
    assert failure.path == "11.txt"
    assert "11.txt could not be understood: twice the process that worked on it died (killed by SIGKILL)" in failure.message


def test_every_article_may_be_deadly(tmp_path: Path) -> None:
    outcomes = list(spread(articles("die", "die ", "die  "), partial(obedient, tmp_path), 2))
    assert shaped(outcomes) == ["Failure"] * 3


def test_reading_does_not_run_ahead_of_a_long_article_at_the_head() -> None:
    read = 0

    def endless() -> Iterator[Article]:
        nonlocal read
        yield Article("wait 1")
        while True:
            read += 1
            yield Article(f"{read} " + "x" * (TOGETHER // 2))

    outcomes = spread(endless(), obedient, 2)
    next(outcomes)
    assert 4 < read <= AHEAD_SIZE // (TOGETHER // 2) + 1 <= AHEAD
    outcomes.close()  # type: ignore[attr-defined]
    assert children() == set()


def test_towards_the_end_less_is_handed_out_at_once() -> None:
    pool = _Pool(iter(articles(*["x" * 1000] * 12)), obedient, 2)
    while pool.read():
        pass
    assert [len(pool._batch()) for _ in range(7)] == [3, 3, 2, 1, 1, 1, 1]
    endless = _Pool(iter(articles(*["x" * 1000] * 99)), obedient, 2)
    while endless.read():
        pass
    assert [len(endless._batch()) for _ in range(2)] == [TOGETHER // 1000] * 2


def test_large_articles_and_large_answers_block_nobody() -> None:
    large = "y" * 1_000_000  # many times what a pipe holds
    outcomes = list(spread(articles(*["size 3000000", large] * 4), obedient, 2))
    assert [len(outcome.shaped) for outcome in outcomes if isinstance(outcome, Done)] == [3_000_000, 1_000_000] * 4


def test_who_stops_asking_leaves_nobody_behind() -> None:
    outcomes = spread(articles("a", "wait 60", *["b" * TOGETHER] * 4), obedient, 2)
    next(outcomes)
    begun = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]
    assert time.monotonic() - begun < 1
    assert children() == set()


def test_what_hinders_the_start_is_raised() -> None:
    with pytest.raises(ModelError) as error:
        list(spread(articles("a", "b"), broken, 2))
    assert (error.value.message, error.value.hint) == ("no such model", "Install it")
    with pytest.raises(NewsclaimsError, match=r"no process to work in could be started \(exit code 3\)"):
        list(spread(articles("a", "b"), stillborn, 2))
    assert children() == set()


def test_no_articles_need_no_process() -> None:
    assert list(spread([], stillborn, 2)) == []
    assert shaped(list(spread([Skipped("a"), Skipped("b")], stillborn, 2))) == ["Skipped"] * 2


def test_notices_come_before_the_outcome_of_their_article(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("WARNING", "newsclaims"):
        told = [len(caplog.messages) for _ in spread(articles("a", "tell", "b", "tell"), obedient, 2)]
    assert told == [0, 1, 1, 2]
    assert caplog.messages == ["1.txt is odd", "3.txt is odd"]
