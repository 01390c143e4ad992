from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from newsclaims.errors import ReadError
from newsclaims.read.discover import sources
from newsclaims.read.kinds import SUFFIXES


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


def test_a_sentence_in_place_of_a_path() -> None:
    with pytest.raises(ReadError, match="no such file") as caught:
        list(sources("The harbour board put off its vote"))
    assert "pipe it in" in (caught.value.hint or "")


def test_a_folder_holds_every_kind_of_article_packed_or_not(tmp_path: Path) -> None:
    kept = [f"a{suffix}{end}" for suffix in SUFFIXES for end in ("", ".gz")]
    for name in (*kept, "a.gz", "a.pdf.gz", "a.txt.bz2", "txt", ".txt"):
        (tmp_path / name).write_text("The board met.")
    assert names(str(tmp_path), tmp_path) == sorted(kept)


def test_links_that_lead_in_circles_are_harmless(archive: Path) -> None:
    for name in ("loop", "other"):
        (archive / "deep" / name).symlink_to(archive, target_is_directory=True)
    (archive / "self.txt").symlink_to(archive / "self.txt")
    (archive / "gone.txt").symlink_to(archive / "nowhere.txt")
    (archive / "z.txt").symlink_to(archive / "b.txt")
    assert names(str(archive), archive) == ["a.md", "b.txt", "deep/er/c.TXT", "z.txt"]
    assert names(str(archive / "**" / "*.txt"), archive) == ["b.txt", "z.txt"]
    assert [Path(source).name for source in sources(str(archive / "deep" / "loop"))] == ["a.md", "b.txt", "c.TXT", "z.txt"]


def test_what_is_no_file_is_passed_over_in_a_folder(archive: Path) -> None:
    os.mkfifo(archive / "pipe.txt")
    assert "pipe.txt" not in names(str(archive), archive)


def test_a_pattern_that_matches_a_folder_stands_for_its_articles(archive: Path) -> None:
    assert names(str(archive / "d*"), archive) == ["deep/er/c.TXT"]
    assert names(str(archive / "**"), archive) == ["a.md", "b.txt", "deep/er/c.TXT", "notes.pdf"]
    assert names(str(archive / "*" / "e?" / "[a-c].TXT"), archive) == ["deep/er/c.TXT"]


def test_hidden_names_are_matched_by_what_begins_with_a_dot(archive: Path) -> None:
    assert names(str(archive / ".*" / "*.txt"), archive) == [".hidden/d.txt"]
    assert names(str(archive / ".e.txt"), archive) == [".e.txt"]


def test_names_stay_as_they_were_given(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(archive)
    assert list(sources(".")) == ["a.md", "b.txt", "deep/er/c.TXT"]
    assert list(sources("deep/")) == ["deep/er/c.TXT"]
    assert list(sources("*.txt")) == ["b.txt"]


def test_folders_may_be_nested_deeper_than_python_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text("The board met.")
    os.chdir(tmp_path)
    assert [len(Path(source).parts) for source in sources(".")] == [1201]
    assert len(list(sources("**/*.txt"))) == 1
    subprocess.run(["rm", "-rf", "d"], check=True)  # pytest's own way to remove them calls itself
