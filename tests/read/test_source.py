"""Sources of every kind, whole and hostile: what is read, what is told, and that the rest goes on."""

from __future__ import annotations

import gzip
import io
import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclaims.claim import Failure
from newsclaims.read import Article, articles
from newsclaims.read.kinds import SUFFIXES
from newsclaims.settings import Settings

TEXT = "The harbour board put off its vote."
RECORDS = [{"text": f"{TEXT} {number}"} for number in range(3)]


def read(*paths: object, **options: Any) -> list[Article | Failure]:
    return list(articles([str(path) for path in paths], Settings(**options)))


def shown(found: list[Article | Failure]) -> list[tuple[str, str]]:
    return [(Path(one.path).name, one.message if isinstance(one, Failure) else one.text) for one in found]


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return path


@pytest.mark.parametrize("end", ["", ".gz"])
def test_records_go_by_line_or_number(tmp_path: Path, end: str) -> None:
    lines = "\n\n".join(map(json.dumps, RECORDS)).encode()
    for name, data, marks in (
        ("a.jsonl", lines, [":1", ":3", ":5"]),
        ("b.ndjson", lines, [":1", ":3", ":5"]),
        ("c.json", lines, [":1", ":3", ":5"]),
        ("d.json", json.dumps(RECORDS).encode(), ["#1", "#2", "#3"]),
        ("e.json", json.dumps({"articles": RECORDS}, indent=1).encode(), ["#1", "#2", "#3"]),
        ("f.jsonl", json.dumps(RECORDS, indent=1).encode(), ["#1", "#2", "#3"]),
        ("g.json", json.dumps(RECORDS, indent=1).encode("utf-16"), ["#1", "#2", "#3"]),
        ("h.jsonl", lines.decode().encode("utf-8-sig"), [":1", ":3", ":5"]),
    ):
        path = written(tmp_path, name + end, data)
        assert shown(read(path)) == [(path.name + mark, record["text"]) for mark, record in zip(marks, RECORDS, strict=True)]


def test_a_broken_record_is_a_failure_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl", b'{"text": "One."}\n{"text"\n{"x": 1}\n{"text": "Four."}')
    one, two, three, four = read(path)
    assert isinstance(one, Article)
    assert isinstance(four, Article)
    assert isinstance(two, Failure)
    assert isinstance(three, Failure)
    assert (two.path, three.path) == (f"{path}:2", f"{path}:3")
    assert "no text" in three.message


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.jsonl", b"", "a.jsonl is empty"),
        ("a.json", b" \n ", "a.json is empty"),
        ("a.json", b" " * 2_000_000, "a.json holds no records"),
        ("a.json", b"[]", "a.json holds no records"),
        ("a.json", b"%PDF-1.7", "a.json is a PDF file"),
        ("a.jsonl", b"\0\1\2\3", "a.jsonl is not a text file"),
        ("a.json.gz", b"[" * 7_000_000, "breaks off"),
        ("a.txt.gz", b"x" * 3_000_000, "larger than 2 MB"),
        ("a.html.gz", b"<html>" + b"x" * 3_000_000, "larger than 2 MB"),
        ("a.md.gz", b"", "empty"),
        ("a.jsonl.gz", b"\n" * 9_000_000, "unpacks to more than 8 MB"),
        ("a.json", b"\xff\xfe{\x00}", "broken UTF-16"),
        ("a.json", b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "nested too deeply"),
        ("a.txt", b"The board\0met.", "not a text file"),
    ],
)
def test_what_holds_no_article_is_told_and_the_next_is_read(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = written(tmp_path, name, data)
    good = written(tmp_path, "z.txt", TEXT.encode())
    failure, article = read(path, good, max_size=2_000_000, max_unpacked=8_000_000)
    assert isinstance(failure, Failure)
    assert isinstance(article, Article)
    assert message in failure.message
    assert len(failure.message) < 400 + len(str(path))


def test_what_was_read_before_a_file_breaks_off_is_kept(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({"text": f"{TEXT} {os.urandom(40).hex()}"}) for _ in range(4000)).encode()
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-20_000])
    *found, last = read(path)
    assert len(found) > 1000
    assert all(isinstance(one, Article) for one in found)
    assert isinstance(last, Failure)
    assert "cut off" in last.message


def test_a_stream_from_standard_input_is_told_by_how_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, expected in (
        (TEXT.encode(), [("-", TEXT)]),
        (gzip.compress(TEXT.encode()), [("-", TEXT)]),
        (
            b'{"text": "One."}\n{"text": "Two."}\n{',
            [("-:1", "One."), ("-:2", "Two."), ("-:3", "standard input:3 is broken")],
        ),
        (b'[{"text": "One."}, {}]', [("-#1", "One."), ("-#2", "standard input#2 has no text")]),
        (b"<!doctype html><p>" + TEXT.encode(), [("-", TEXT)]),
        (b"", [("-", "standard input is empty")]),
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        found = shown(read("-", "-"))  # named twice, read once
        assert [name for name, _ in found] == [name for name, _ in expected]
        assert all(text.startswith(start) for (_, text), (_, start) in zip(found, expected, strict=True))


def test_oddities_of_a_million_records_are_told_a_few_times(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = written(tmp_path, "a.jsonl", b'{"text": "One.", "date": "soon"}\n' * 100)
    with caplog.at_level(logging.WARNING, logger="newsclaims"):
        assert len(read(path)) == 100
    assert len(caplog.messages) == 4
    assert caplog.messages[0].startswith(f"{path}:1: its date 'soon'")
    assert "more of this kind is not told" in caplog.messages[3]


def test_json_in_another_encoding_is_read_and_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    text = "Le préfet a suspendu l'arrêté municipal, a déclaré la mairie de Besançon après la réunion d'été."
    path = written(tmp_path, "a.json", json.dumps([{"text": text}] * 3, ensure_ascii=False, indent=1).encode("cp1252"))
    with caplog.at_level(logging.WARNING, logger="newsclaims"):
        assert [name for name, _ in shown(read(path))] == ["a.json#1", "a.json#2", "a.json#3"]
        assert shown(read(path))[0][1] == text
    assert "a.json is not UTF-8; read as cp1252" in caplog.text


def test_one_wrong_byte_loses_no_record(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    records = ",".join(f'{{"text": "Café {number}."}}' for number in range(4000)).encode()
    path = written(tmp_path, "a.json", b"[" + records + b', {"text": "caf\xff."}]')
    with caplog.at_level(logging.WARNING, logger="newsclaims"):
        found = read(path)
    assert len(found) == 4001
    assert shown(found)[0] == ("a.json#1", "Café 0.")
    assert shown(found)[-1] == ("a.json#4001", "caf\ufffd.")
    assert "not UTF-8 everywhere" in caplog.text


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_names_that_are_no_text_and_names_that_a_terminal_obeys(tmp_path: Path) -> None:
    for name in (b"\xff.txt", b"\x1b[31m\n.txt", "\u202etxt.jsonl".encode()):
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(b'{"text": "One."}')
    found = read(tmp_path)
    assert [type(one) for one in found] == [Article] * 3
    assert all(json.dumps(one.record.model_dump(mode="json")) for one in found if isinstance(one, Article))


FRAGMENTS = (
    (
        '{ } [ ] " : , \\ \\u \\ud800 "text": "body": "date": null 1e9 -0 <p> </p> <html> <!-- & &amp; # * ``` --- '
        "title: date: https://x.example 2025-03-04 20250304 The board met. é \u2028"
    )
    .encode()
    .split(b" ")
)
FRAGMENTS += [
    b"\n",
    b"\r",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\x1f\x8b\x08",
    b"%PDF-",
    b'{"text": "It met."}\n',
    b"[" * 500,
]
HOSTILE = st.lists(st.sampled_from(FRAGMENTS) | st.binary(max_size=8), max_size=30).map(b"".join)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(HOSTILE, st.sampled_from([*SUFFIXES, ""]), st.booleans())
def test_no_file_does_more_than_be_refused(tmp_path: Path, data: bytes, suffix: str, packed: bool) -> None:
    path = written(tmp_path, "a" + suffix + (".gz" if packed else ""), data)
    found = read(path, max_size=10_000)
    assert found
    for one in found:
        assert one.path.startswith(str(path))
        if isinstance(one, Article):
            assert one.text.strip()
            assert len(one.body) == len(one.text)
            assert all(a == b or a == " " for a, b in zip(one.body, one.text, strict=True))
            assert one.record.model_dump_json()
        else:
            assert str(path) in one.message


HELD = """
import gc, sys, tracemalloc
from newsclaims.read import articles

folder = sys.argv[1]
assert sum(1 for _ in articles([folder + "/00000.txt"])) == 1  # whatever is loaded once is loaded now
tracemalloc.start()
assert sum(1 for _ in articles([folder, folder + "/*.txt"])) == 2000
gc.collect()
print(tracemalloc.get_traced_memory()[0])
"""


def test_ten_thousand_files_are_remembered_in_little_memory(tmp_path: Path) -> None:
    for number in range(2000):
        (tmp_path / f"{number:05}.txt").write_text("It met.")
    # in a process of its own: what other tests have begun is counted, too
    done = subprocess.run([sys.executable, "-c", HELD, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(done.stdout) < 2000 * 200 + 500_000
