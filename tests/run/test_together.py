"""Short articles are parsed together, and nothing but the time shows it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from newsclaims.claim import Failure
from newsclaims.flow import SHORT, together
from newsclaims.parse.models import model
from newsclaims.read import Article
from newsclaims.render.streams import shape_lines
from newsclaims.run import Skipped, _groups, _is_live
from newsclaims.run.outcome import Done
from newsclaims.run.work import Understanding, shaped
from newsclaims.settings import Settings

SETTINGS = Settings()
TEXTS = (
    "Norway closed the port on Monday, the mayor said.",
    "Talks failed.\n\nPeru's minister isn't leaving, Ana Ruiz told reporters. She blamed Chile.",
    "",
    "The ferry sank off Cebu. Nine people were killed and two others injured.",
)
WORK = partial(shaped, settings=SETTINGS, shape=shape_lines)


def articles(*texts: str) -> list[Article]:
    return [Article(text, f"{number}.txt") for number, text in enumerate(texts)]


def made(understood: Understanding, coming: list[Article]) -> list[Done | Failure]:
    outcomes = [understood(one) for one in coming]
    return [one._replace(seconds=0.0) if isinstance(one, Done) else one for one in outcomes]


def test_articles_in_company_give_what_they_give_alone() -> None:
    coming = articles(*TEXTS, "word " * SHORT, "The bank paid.")
    understood = Understanding(model(None, threads=1), SETTINGS, WORK)
    alone = made(understood, coming)
    understood.expect(coming)
    assert made(understood, coming) == alone
    understood.expect(coming)
    assert made(understood, coming[::-1]) == alone[::-1]


def test_each_article_in_company_has_its_share_of_the_time() -> None:
    coming = articles(*TEXTS[:2])
    understood = Understanding(model(None, threads=1), SETTINGS, WORK)
    understood.expect(coming)
    outcomes = [understood(one) for one in coming]
    assert all(isinstance(one, Done) and one.seconds > 0.001 for one in outcomes)


class Failing:
    """A pipeline that can only do one text at a time."""

    def has_pipe(self, name: str) -> bool:
        return name == "newswire"

    def pipe(self, texts: list[str], **_: Any) -> Iterator[Doc]:
        yield model(None, threads=1)(texts[0])
        raise RuntimeError("out of memory")

    def __call__(self, text: str, disable: list[str] = []) -> Doc:  # noqa: ARG002, B006
        if "Peru" in text:
            raise RuntimeError("out of memory")
        return model(None, threads=1)(text)


def test_what_goes_wrong_in_company_goes_wrong_with_one_article_alone() -> None:
    coming = articles(*TEXTS)
    understood = Understanding(Failing(), SETTINGS, WORK)  # type: ignore[arg-type]
    understood.expect(coming)
    outcomes = made(understood, coming)
    assert [type(one) for one in outcomes] == [Done, Failure, Done, Done]


def test_another_pipeline_is_given_one_text_at_a_time() -> None:
    class Other(Failing):
        def has_pipe(self, name: str) -> bool:  # noqa: ARG002
            return False

    assert together(articles(*TEXTS), Other()) == [None] * len(TEXTS)  # type: ignore[arg-type]


def test_groups_are_full_and_in_order() -> None:
    skipped, failure = Skipped("held.txt"), Failure(path="gone.txt", message="gone")
    stream = [*articles("a" * 40, "b" * 70), skipped, *articles("c" * 250), failure, *articles("d")]
    assert list(_groups(stream, 100)) == [stream[:2], stream[2:4], stream[4:]]
    assert list(_groups(stream, 0)) == [[one] for one in stream]


def test_a_pipe_is_live_and_a_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text("Norway closed the port.")
    os.mkfifo(tmp_path / "feed")
    paths = ["-", str(tmp_path / "feed"), str(tmp_path / "wire.txt"), str(tmp_path), str(tmp_path / "*.txt"), "gone.txt"]
    assert [_is_live(path) for path in paths] == [True, True, False, False, False, False]


@pytest.mark.parametrize("count", [0, 1])
def test_company_of_one_is_none(count: int) -> None:
    understood = Understanding(Failing(), SETTINGS, WORK)  # type: ignore[arg-type]
    understood.expect(articles(*TEXTS[:count]))
    assert not understood._ready
