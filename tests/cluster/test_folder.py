"""The folder of parts: files appear whole, nothing is written beside it, and a run goes on only with its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsclaims.cluster.folder import Folder
from newsclaims.cluster.manifest import NAME, Run, alone, begun, errors, made_here, swept
from newsclaims.cluster.plan import planned
from newsclaims.errors import OutputError

fsspec = pytest.importorskip("fsspec")
PART = "part-000000-0123456789abcdef.jsonl.gz"


@pytest.fixture(params=["disk", "file", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Folder:
    fsspec.filesystem("memory").store.clear()
    where = {"disk": f"{tmp_path}/claims", "file": f"file://{tmp_path}/claims/", "memory": "memory://bucket/claims/"}
    made = Folder(where[request.param])
    made.make()
    return made


def test_a_file_is_made_replaced_and_removed(folder: Folder) -> None:
    assert folder.names() == set()
    folder.write(PART, b"one")
    folder.write(PART, b"two")
    assert (folder.read(PART), folder.names()) == (b"two", {PART})
    folder.remove({PART})
    folder.drop(PART)
    assert folder.names() == set()


@pytest.mark.parametrize("name", ["../up", "a/b", "..", ".", "", "a\\b"])
def test_no_name_leads_out_of_it(folder: Folder, name: str) -> None:
    with pytest.raises(ValueError, match="no name of a file"):
        folder.write(name, b"")


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    folder = Folder(str(tmp_path))
    (tmp_path / PART).mkdir()
    with pytest.raises(OSError, match="directory"):
        folder.write(PART, b"one")
    assert [path.name for path in tmp_path.iterdir()] == [PART]


def test_a_file_cannot_be_a_folder(tmp_path: Path) -> None:
    (tmp_path / "claims").write_text("")
    with pytest.raises(OutputError, match="cannot write to"):
        Folder(f"{tmp_path}/claims").make()


def test_a_run_goes_on_only_with_its_own(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The board met.")
    plan = planned([str(tmp_path / "a.txt")], {"date": "None"})
    made = f"{plan.parts[0].name}.jsonl.gz"

    def begin(date: str, force: bool = False) -> set[str]:
        return set(begun(Run(folder, plan, {"date": date}, "jsonl"), force=force).there)

    folder.write(PART, b"")
    with pytest.raises(OutputError, match="a run that is not known"):
        begin("None")
    folder.write("mine.txt", b"")
    assert begin("None", force=True) == set()
    assert folder.names() == {NAME, "mine.txt"}
    assert begin("2025-01-09") == set(), "nothing was made yet, so that nothing can be mixed"
    assert begin("None") == set()
    folder.write(made, b"")
    assert begin("None") == {plan.parts[0].name}
    with pytest.raises(OutputError, match=r"other options \(date\)"):
        begin("2025-01-09")
    folder.write(NAME, b"[]")
    with pytest.raises(OutputError, match="cannot be read"):
        begin("None")


def test_parts_of_files_that_have_changed_are_removed_and_no_others(folder: Folder, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for name in "abc":
        (news / f"{name}.txt").write_text("The board met.")

    def run() -> Run:
        return Run(folder, planned([str(news)], {}, 1), {}, "jsonl")

    before = run()
    assert begun(before, force=False) == (set(), 0)
    for part in before.plan.parts:
        folder.write(f"{part.name}.jsonl.gz", b"")
        folder.write(errors(part.name), b"")
    folder.write("mine.txt", b"")
    (news / "b.txt").write_text("It met again.."[:14])  # of the same size
    os.utime(news / "b.txt", ns=(0, 1))
    now = run()
    first, changed, last = (part.name for part in before.plan.parts)
    assert begun(now, force=False) == ({first, last}, 1)
    kept = {NAME, "mine.txt", *(name for part in (first, last) for name in (f"{part}.jsonl.gz", errors(part)))}
    assert folder.names() == kept
    assert begun(run(), force=False) == ({first, last}, 0)

    alone(now)
    with pytest.raises(OutputError, match="another run has begun in"):
        alone(before)
    folder.write(f"{changed}.jsonl.gz", b"")  # which a worker was still at
    folder.write(f".{first}.jsonl.gz.0123.tmp", b"")
    swept(now)
    assert folder.names() == kept

    (news / "d.txt").write_text("The board met.")
    with pytest.raises(OutputError, match="were made of other files"):
        begun(run(), force=False)


def test_its_own_files_are_known(folder: Folder) -> None:
    assert made_here(folder, f"{folder.url}/{PART}")
    assert made_here(folder, f"{folder.url}/{NAME}")
    assert not made_here(folder, f"{folder.url}/a.jsonl")
    assert not made_here(folder, f"{folder.url}-2/{PART}")
