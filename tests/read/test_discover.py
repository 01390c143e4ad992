from __future__ import annotations

from pathlib import Path

import pytest

from newsclaims.errors import ReadError
from newsclaims.read.discover import sources


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/er/c.TXT", "notes.pdf", ".hidden/d.txt", ".e.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("The board met.")
    return tmp_path


def names(path: str, archive: Path) -> list[str]:
    return [Path(source).relative_to(archive).as_posix() for source in sources(path)]


def test_a_file_stands_for_itself_whatever_it_is_called(archive: Path) -> None:
    assert names(str(archive / "notes.pdf"), archive) == ["notes.pdf"]


def test_a_folder_stands_for_its_articles_in_order_hidden_ones_left_out(archive: Path) -> None:
    assert names(str(archive), archive) == ["a.md", "b.txt", "deep/er/c.TXT"]


def test_a_pattern_stands_for_its_matches_in_order(archive: Path) -> None:
    assert names(str(archive / "?.*"), archive) == ["a.md", "b.txt"]
    assert names(str(archive / "**" / "c.*"), archive) == ["deep/er/c.TXT"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    odd = tmp_path / "what [1].txt"
    odd.write_text("The board met.")
    assert list(sources(str(odd))) == [str(odd)]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.txt", "no such file"),
        ("*.rtf", "no file matches"),
        ("empty", "no article in folder"),
        ("x\0", "no such file"),
        ("x" * 999, "no such file"),
    ],
)
def test_nothing_there_is_an_error_that_says_where(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match=message.replace("*", r"\*")) as caught:
        list(sources(str(tmp_path / name)))
    assert caught.value.hint
