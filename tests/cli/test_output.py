"""-o: what is refused, what a file's name says, and that nothing torn is left. The parser here knows one article."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from newsclaims.cli.sinks import KINDS
from newsclaims.parse import models
from tests.cli.conftest import ARTICLE, Claims, Parser

FORMATS = [name for name, kind in KINDS.items() if not kind.only_file]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("command", ["extract", "quotes", "dates", "parse", "show"])
def test_no_file_is_overwritten_without_force(claims: Claims, article: Path, tmp_path: Path, command: str) -> None:
    target = tmp_path / "out.json"
    target.write_text("mine")
    code, out, err = claims(command, article, "-o", target)
    assert (code, out) == (2, "")
    assert err == f"claims: {target} is there already. Replace it with --force, or choose another -o\n"
    assert target.read_text() == "mine"
    assert claims(command, article, "-o", target, "--force").code == 0
    assert "mine" not in target.read_text()
    assert names(tmp_path) == ["out.json", "wire.txt"]


def test_a_link_that_leads_nowhere_counts_as_a_file(claims: Claims, article: Path, tmp_path: Path) -> None:
    link = tmp_path / "out.json"
    link.symlink_to(tmp_path / "elsewhere.json")
    assert "is there already" in claims("extract", article, "-o", link).err
    assert claims("extract", article, "-o", link, "--force").code == 0
    assert json.loads((tmp_path / "elsewhere.json").read_text())


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("way", ["itself", "its folder", "a pattern", "a link", "a hard link"])
def test_what_is_read_is_never_written_to(
    claims: Claims, article: Path, tmp_path: Path, way: str, force: tuple[str, ...]
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = {"a link": folder / "link.txt", "a hard link": folder / "hard.txt"}.get(way, article)
    if way == "a link":
        target.symlink_to(article)
    elif way == "a hard link":
        target.hardlink_to(article)
    given = {"its folder": tmp_path, "a pattern": tmp_path / "*.txt"}.get(way, article)
    code, out, err = claims("extract", given, "-o", target, *force)
    assert (code, out, article.read_text()) == (2, "", ARTICLE)
    assert err == f"claims: cannot write {target}: it is one of the files that are read. Choose another -o\n"


def test_an_output_beside_what_is_read_is_welcome(claims: Claims, article: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert claims("extract", tmp_path, "-o", tmp_path / "out.csv", "--force").code == 0
    assert names(tmp_path) == ["out.csv", article.name]


@pytest.mark.parametrize("packed", ["", ".gz", ".GZ"])
@pytest.mark.parametrize(("name", "suffix"), [(name, suffix) for name in FORMATS for suffix in KINDS[name].suffixes])
def test_the_suffix_says_the_format(
    claims: Claims, article: Path, tmp_path: Path, name: str, suffix: str, packed: str
) -> None:
    target = tmp_path / f"out{suffix}{packed}"
    assert claims("extract", article, "-o", target) == (0, "", "")
    written = gzip.decompress(target.read_bytes()) if packed else target.read_bytes()
    assert written.decode() == claims("extract", article, "--format", name).out
    assert claims("extract", article, "-o", target, "--force").code == 0
    assert written == (gzip.decompress(target.read_bytes()) if packed else target.read_bytes())


def test_two_packed_outputs_of_one_run_are_the_same(claims: Claims, article: Path, tmp_path: Path) -> None:
    for name in ("a.csv.gz", "b.csv.gz"):
        assert claims("extract", article, "-o", tmp_path / name).code == 0
    assert (tmp_path / "a.csv.gz").read_bytes() == (tmp_path / "b.csv.gz").read_bytes()


def test_format_goes_before_the_suffix(claims: Claims, article: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    assert claims("extract", article, "--format", "csv", "-o", target).code == 0
    assert target.read_text().startswith("id,text,actor,")


def test_a_suffix_that_says_nothing_is_refused(claims: Claims, article: Path, tmp_path: Path) -> None:
    code, _, err = claims("extract", article, "-o", tmp_path / "out.xlsx")
    assert code == 2
    assert ".xlsx stands for no format" in err
    assert "Add --format" in err
    assert "`claims report`" not in err
    assert "A page is written by `claims report`" in claims("extract", article, "-o", tmp_path / "out.html").err
    assert claims("extract", article, "-o", tmp_path / "out.xlsx", "--format", "csv").code == 0
    assert claims("extract", article, "-o", tmp_path / "out").code == 0
    assert json.loads((tmp_path / "out").read_text())


@pytest.mark.parametrize("command", ["quotes", "dates"])
@pytest.mark.parametrize("name", FORMATS)
def test_listings_come_in_every_format_of_text(claims: Claims, article: Path, command: str, name: str) -> None:
    code, out, err = claims(command, article, "--format", name)
    assert (code, err) == (0, "")
    if name in ("csv", "tsv"):
        first, *rows = csv.reader(io.StringIO(out, newline=""), delimiter="," if name == "csv" else "\t")
        assert first[0] == "path"
        assert [row[:2] for row in rows] == ([[str(article), "Monday"]] if command == "dates" else [])
    elif name == "markdown":
        assert out.startswith("## ")
        assert ("| Monday | DATE |" in out) == (command == "dates")


def test_csv_of_no_claims_is_its_head(claims: Claims, article: Path) -> None:
    out = claims("extract", article, "--format", "csv", "--min-confidence", "1").out
    assert out.startswith("id,text,actor,")
    assert out.count("\n") == 1


def test_a_failure_is_no_row_and_is_told_of(claims: Claims, article: Path) -> None:
    code, out, err = claims("extract", "gone.txt", article, "--format", "csv")
    assert (code, out.count("\r\n"), len(err.splitlines())) == (1, 2, 2)  # and the summary


def test_cells_are_defused_unless_they_are_wanted_raw(
    claims: Claims, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = tmp_path / "=cmd|' .txt"
    shutil.copy(article, hostile)
    monday = ["dates", hostile.name, "--format", "csv"]
    monkeypatch.chdir(tmp_path)
    assert claims(*monday).out.splitlines()[1].startswith("'=cmd|' .txt,Monday")
    assert claims(*monday, "--raw-cells").out.splitlines()[1].startswith("=cmd|' .txt,Monday")


@pytest.mark.parametrize("command", ["extract", "quotes", "dates"])
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_names_and_titles_are_shown_and_not_sent(
    claims: Claims, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    parse = Parser.__call__
    monkeypatch.setattr(Parser, "__call__", lambda self, text, disable=(): parse(self, ARTICLE))  # noqa: ARG005
    hostile = "\x1b]0;owned\x07\u202efdp.<img src=x>|`[x](y)\n=1"
    (tmp_path / f"{hostile}.txt").write_text(f"title: \x1b[31m\u2066<b>{ARTICLE}\nsource: \x9b2J\n\n{ARTICLE}")
    code, out, err = claims(command, tmp_path, tmp_path / "\x1b[2J\u202e.txt", "--format", name)
    assert code == 1, err
    for sent in (out, err):
        assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F for c in sent if c not in "\n\t\r")
        assert not set("\u202e\u2066") & set(sent)
    if name == "markdown":
        assert "<" not in out
    if name != "json":
        assert "␛" in err


def ruined_by(ruin: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    """Have something happen while an article is parsed."""

    class Ruin(Parser):
        def __call__(self, text: str, disable: Iterable[str] = ()) -> Doc:
            ruin()
            return super().__call__(text, disable)

    monkeypatch.setattr(models, "model", lambda *_, **__: Ruin())


def test_a_folder_that_is_gone_at_the_end_is_one_line(
    claims: Claims, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    ruined_by(lambda: shutil.rmtree(folder), monkeypatch)
    code, out, err = claims("extract", article, "-o", folder / "out.json")
    assert (code, out) == (2, "")
    assert err == f"claims: cannot write {folder / 'out.json'}: no such file or directory. Choose another -o\n"


def test_a_file_that_came_meanwhile_is_left_alone_and_what_was_found_too(
    claims: Claims, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    ruined_by(lambda: target.write_text("theirs"), monkeypatch)
    code, _, err = claims("extract", article, "-o", target)
    assert (code, target.read_text()) == (2, "theirs")
    (kept,) = tmp_path.glob(".out.json.*")
    assert err.endswith(f"something of that name has been made meanwhile. What this run found is in {kept}\n")
    assert len(json.loads(kept.read_text())["claims"]) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_what_stops_a_run_leaves_what_was_found_whole(
    claims: Claims, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    whole = claims("extract", article, "--format", name).out
    second = tmp_path / "second.txt"
    second.write_text(ARTICLE)
    runs = iter([None, KeyboardInterrupt()])

    def stop() -> None:
        if error := next(runs):
            raise error

    ruined_by(stop, monkeypatch)
    code, out, _ = claims("extract", article, second, "--format", name)
    assert (code, out) == (130, whole)
    runs = iter([None, KeyboardInterrupt()])
    target = tmp_path / "out"
    assert claims("extract", article, second, "--format", name, "-o", target).code == 130
    assert target.read_bytes().decode() == whole


def test_nothing_is_left_of_a_run_that_is_stopped_before_anything_was_read(
    claims: Claims, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    ruined_by(stop, monkeypatch)
    assert claims("extract", article, "-o", tmp_path / "out.json").code == 130
    assert names(tmp_path) == [article.name]


@pytest.mark.parametrize("target", ["", ".", "no/such/out.json", "wire.txt/out.json", "x" * 300 + ".json"])
def test_a_place_that_cannot_be_is_one_line(
    claims: Claims, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = claims("extract", article, "-o", target)
    assert (code, out, len(err.splitlines())) == (2, "", 1), err
    assert err.startswith("claims: ")
    assert "of the program itself" not in err
    assert names(tmp_path) == [article.name]


def test_a_name_as_long_as_the_system_takes_is_written(claims: Claims, article: Path, tmp_path: Path) -> None:
    target = tmp_path / ("平" * 80 + ".json")
    assert claims("extract", article, "-o", target).code == 0
    assert target.exists()
