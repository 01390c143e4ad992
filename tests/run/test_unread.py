"""Files that hold one article are read by the processes that work on them; what comes out is what one process gives."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newsclaims.claim import Failure
from newsclaims.read import Article, Unread, source, unread
from newsclaims.run import Done, each, over
from newsclaims.run.outcome import Outcome
from newsclaims.run.work import shaped
from newsclaims.settings import Settings
from tests.run.jobs import reading

PAGE = "<!doctype html><html><head><title>Port shut</title></head><body><article>{}</article></body></html>"
PARAGRAPH = "<p>Protesters blocked the port of Norhaven on Monday, the police said, and ships waited outside all day.</p>"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("title: Port\n\nThe board met.")
    (tmp_path / "b.html").write_text(PAGE.format(PARAGRAPH * 3))
    (tmp_path / "c.md").write_bytes("The *caf\xe9* closed.".encode("cp1252"))
    (tmp_path / "d.jsonl").write_text('{"text": "One record."}\n{broken\n{"text": "Another."}\n')
    (tmp_path / "e.txt").write_text("")
    (tmp_path / "f.htm").write_text(PAGE.format(""))
    (tmp_path / "g.txt.gz").write_bytes(gzip.compress(b"The court sat."))
    (tmp_path / "h.txt").write_text("It was too long. " * 50)
    return tmp_path


def notices(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the package has said; trafilatura talks too."""
    return [record.getMessage() for record in caplog.records if record.name.startswith("newsclaims")]


def told(outcomes: Iterator[Outcome], caplog: pytest.LogCaptureFixture) -> list[tuple[object, ...]]:
    """What became of each article, and what had been said by then."""
    return [
        (*((one.record.path, one.record.title, one.shaped) if isinstance(one, Done) else (one,)), notices(caplog))
        for one in outcomes
    ]


def test_what_comes_out_is_the_same_and_nothing_is_read_here(
    news: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    pytest.importorskip("trafilatura")
    paths = [str(news), str(news / "gone.txt"), str(news / "a.txt")]
    alone = told(over(unread(paths), reading, 1), caplog)
    assert [one[0] for one in alone if len(one) == 4] == [
        f"{news}/{name}" for name in ("a.txt", "b.html", "c.md", "d.jsonl:1", "d.jsonl:3", "g.txt.gz", "h.txt")
    ]
    assert notices(caplog) == [f"{news}/c.md is not UTF-8; read as cp1252"]
    caplog.clear()
    for name in ("page", "decode"):
        monkeypatch.setattr(source, name, lambda *_: pytest.fail("this process read a file"))
    assert told(over(unread(paths), reading, 2), caplog) == alone


def test_files_of_which_nothing_is_known_do_not_stall(tmp_path: Path) -> None:
    missing = [Unread(f"{tmp_path}/{number}.txt", 1) for number in range(3)]
    assert [type(one) for one in over(missing, reading, 2)] == [Failure] * 3
    (tmp_path / "empty.txt").touch()
    (tmp_path / "empty.html").touch()
    assert all(one.size > 0 for one in unread([str(tmp_path)]) if isinstance(one, Unread))


def test_limits_and_front_matter_are_those_of_the_run(news: Path) -> None:
    (found,) = (one for one in unread([str(news / "h.txt")]))
    assert isinstance(found, Unread)
    assert isinstance(found.read(Settings(max_size=99)), Failure)
    for front, title in ((True, "Port"), (False, None)):
        (found,) = (one for one in unread([str(news / "a.txt")], front=front))
        assert isinstance(found, Unread)
        article = found.read(Settings())
        assert isinstance(article, Article)
        assert article.title == title


def test_articles_that_are_held_are_told_by_their_text(news: Path) -> None:
    held = Counter([Article("The court sat.").id])
    work = partial(shaped, settings=Settings(), shape=str)
    found = list(each([str(news / "e.txt"), str(news / "g.txt.gz")], Settings(), work, held=held, jobs=2))
    assert [type(one).__name__ for one in found] == ["Failure", "Skipped"]
