"""Inputs → parts: every line once, however a file is cut; the same inputs, the same parts."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.claim import Failure
from newsclaims.cluster import files
from newsclaims.cluster.careful import careful  # noqa: F401  imports without Dask
from newsclaims.cluster.job import Job, Part, Slice, packed, unpacked
from newsclaims.cluster.plan import numbered, planned, uncounted
from newsclaims.cluster.work import articles
from newsclaims.settings import Settings
from tests.cluster.conftest import wire

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def store() -> Iterator[str]:
    """The address of an empty store."""
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    yield "memory://bucket"
    memory.store.clear()


@settings(deadline=None)
@given(
    lines=st.lists(st.text("ab ", max_size=9), max_size=12),
    end=st.booleans(),
    size=st.integers(1, 20),
    block=st.integers(1, 9),
)
def test_ranges_that_lie_next_to_each_other_give_every_line_once(lines: list[str], end: bool, size: int, block: int) -> None:
    data = "\n".join(lines).encode() + b"\n" * end
    fsspec.filesystem("memory").pipe_file("/cut.jsonl", data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "BLOCK", block)
        where = "cut.jsonl", "memory://cut.jsonl"
        pieces = [b"".join(files.lines(*where, start, start + size)) for start in range(0, len(data), size)]
    assert b"".join(pieces) == data
    assert all(piece.endswith(b"\n") for piece in pieces[:-1] if piece and b"".join(pieces[pieces.index(piece) + 1 :]))


@settings(max_examples=25, deadline=None)
@given(names=st.lists(st.sampled_from(["Norway", "Peru", "", "  "]), min_size=3, max_size=30), size=st.integers(20, 200))
def test_articles_of_a_file_that_is_cut_go_by_the_same_lines(names: list[str], size: int) -> None:
    data = wire("Chad") + "".join(wire(name) if name.strip() else f"{name}\n" for name in names)
    fsspec.filesystem("memory").pipe_file("/news/wire.jsonl", data.encode())
    plan = planned(["memory://news/wire.jsonl"], {}, size)
    ranges = uncounted(plan.parts, plan.parts)
    parts = numbered(plan.parts, ranges, {one: files.count(*one) for one in ranges})
    found = [article.path for part in parts for article in articles(part, Settings())]
    expected = [number for number, line in enumerate(data.splitlines(), 1) if line.strip()]
    assert [path.rpartition(":")[2] for path in found] == [str(number) for number in expected]
    counted = {one: files.count(*one) for one in ranges}
    last = list(plan.parts[-1:])
    needed = uncounted(plan.parts, last)
    assert set(needed) <= set(ranges)
    assert list(numbered(last, needed, counted)) == list(numbered(last, ranges, counted))


def test_small_files_are_put_together_and_the_same_inputs_give_the_same_parts(tmp_path: Path) -> None:
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text("The board met. " * 200)
    plan = planned([str(tmp_path)], {"date": "None"}, 10_000)
    assert [len(part.slices) for part in plan.parts] == [3, 3, 3, 1]
    assert plan == planned([str(tmp_path), str(tmp_path / "3.txt")], {"date": "None"}, 10_000)
    names = {part.name for part in plan.parts}
    assert not names & {part.name for part in planned([str(tmp_path)], {"date": "2025-01-09"}, 10_000).parts}
    (tmp_path / "9.txt").write_text("The board met.")
    changed = planned([str(tmp_path)], {"date": "None"}, 10_000)
    assert {part.name for part in changed.parts} & names == {part.name for part in plan.parts[:3]}
    assert changed.digest != plan.digest


def test_a_file_that_has_changed_and_kept_its_size_changes_its_parts_and_no_others(tmp_path: Path, store: str) -> None:
    memory = fsspec.filesystem("memory")
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("The board met.")
        memory.pipe_file(f"/bucket/{name}.txt", b"The board met.")
    given = [str(tmp_path), store]
    before = planned(given, {}, 1)
    assert planned(given, {}, 1) == before
    os.utime(tmp_path / "b.txt", ns=(0, 1))
    memory.pipe_file("/bucket/c.txt", b"The court met.")
    after = planned(given, {}, 1)
    assert [one == other for one, other in zip(before.parts, after.parts, strict=True)] == [
        True,
        False,
        True,
        True,
        True,
        False,
    ]
    assert (after.digest != before.digest, after.named) == (True, before.named)


@pytest.mark.parametrize(
    ("info", "state"),
    [
        ({"size": 9, "LastModified": "2025-01-09", "ETag": '"6f1e"'}, '"6f1e"'),
        ({"size": 9, "updated": "2025-01-09", "md5Hash": "6f1e==", "generation": "17"}, "6f1e=="),
        ({"size": 9, "created": 5.5, "mtime": 7.25}, "7.25"),
        ({"size": 9, "etag": None, "last_modified": "2025-01-09"}, "2025-01-09"),
        ({"size": 9}, ""),
    ],
)
def test_a_tag_of_the_content_tells_more_than_a_time(info: dict[str, object], state: str) -> None:
    assert files.state(info) == state


def test_what_cannot_be_cut_is_not(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt") as file:
        file.write(wire(*"ABCDEFGH"))
    (tmp_path / "b.jsonl").write_text(json.dumps([{"text": "The board met."}] * 9))
    (tmp_path / "c.jsonl").write_bytes(wire(*"ABCDEFGH").encode("utf-16"))
    (tmp_path / "d.txt").write_text("The board met. " * 99)
    plan = planned([str(tmp_path), "nowhere"], {}, 50)
    assert [(len(part.slices), part.slices[0].end) for part in plan.parts] == [(1, None)] * 4
    assert [failure.path for failure in plan.failures] == ["nowhere"]
    found = [article for part in plan.parts for article in articles(part, Settings())]
    assert len(found) == 8 + 9 + 8 + 1
    assert not any(isinstance(article, Failure) for article in found)


def test_a_store_is_listed_as_a_folder_is(store: str) -> None:
    memory = fsspec.filesystem("memory")
    for name in (
        "news/b.txt",
        "news/a/z.jsonl.gz",
        "news/a.txt",
        "news/.hidden.txt",
        "news/.git/x.txt",
        "news/x.bin",
        "other/[1].md",
    ):
        memory.pipe_file(f"/bucket/{name}", b"The board met.")

    def found(path: str) -> list[str]:
        return [file.path.removeprefix("memory://") for file in files.files(path)]

    assert found(f"{store}/news") == ["/bucket/news/a/z.jsonl.gz", "/bucket/news/a.txt", "/bucket/news/b.txt"]
    assert found(f"{store}/news/*.txt") == ["/bucket/news/a.txt", "/bucket/news/b.txt"]
    assert found(f"{store}/*") == [*found(f"{store}/news"), "/bucket/other/[1].md"]
    assert found(f"{store}/other/[1].md") == ["/bucket/other/[1].md"]
    assert found(f"{store}/news/x.bin") == ["/bucket/news/x.bin"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("memory://bucket/none", "no such file"),
        ("memory://bucket/*.none", "no article in"),
        ("nosuch://bucket/a.txt", "cannot use nosuch://bucket/a.txt"),
        ("simplecache::memory://a.txt", "no such file"),
        ("zip://a.txt::memory://b.zip", "chained addresses"),
    ],
)
def test_an_address_of_nothing_is_told_of(store: str, path: str, said: str) -> None:  # noqa: ARG001
    (failure,) = planned([path], {}).failures
    assert said in failure.message


def test_a_job_goes_to_another_process_as_plain_values() -> None:
    import datetime as dt

    job = Job("s3://b/claims", "jsonl", Settings(date=dt.date(2025, 1, 9), fields=(("text", "a.b"),), keep_text=True), "1.0")
    part = Part(
        "part-000000-0123456789abcdef", (Slice("a\udcff.txt", "/a\udcff.txt"), Slice("w.jsonl", "/w.jsonl", 5, 9, 3))
    )
    assert unpacked(json.loads(json.dumps(packed(job, part)))) == (job, part)
