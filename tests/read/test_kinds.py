"""What a source holds, by its name and by how it begins."""

from __future__ import annotations

import pytest

from newsclaims.read.kinds import Kind, kind, suffix


@pytest.mark.parametrize(
    ("path", "start", "expected"),
    [
        ("a.txt", b"<!doctype html>", "text"),
        ("a.TXT.gz", b"The board met.", "text"),
        ("a.md", b"# The board met", "markdown"),
        ("a.htm", b"The board met.", "page"),
        ("a.jsonl.gz", b'{"text": "x"}\n', "lines"),
        ("a.ndjson", b"no JSON", "lines"),
        ("a.jsonl", b'\xef\xbb\xbf [{"text": "x"}]', "json"),
        ("a.json", b'{"text": "x"}', "json"),
        ("a.json", b'{"text": "x"}\n{"text": "y"}\n', "lines"),
        ("a.json", b'{\n  "text": "x"\n}', "json"),
        ("a.json", b"[" * 100_000 + b"\n{", "json"),
        ("a.json", b'{"a":' * 100_000 + b"\n{", "json"),
        ("-", b"The board met.", "text"),
        ("-", b"{curly} board\n{met}", "text"),
        ("-", b"[Photo: The board]\n\nIt met.", "text"),
        ("-", b'{"text": "x"}\n{"text": "y"}', "lines"),
        ("-", b'\n[\n {"text": "x"}]', "json"),
        ("-", b"\xef\xbb\xbf\n<!-- saved -->\n<!DOCTYPE html>", "page"),
        ("-", b"<html lang=en>", "page"),
        ("-", b"<htmlish>", "text"),
        ("page", b"<!doctype html>", "page"),
        ("-", b"\xff\xfe\x00", "text"),
        ("-", b"", "text"),
    ],
)
def test_the_name_tells_else_the_beginning(path: str, start: bytes, expected: Kind) -> None:
    assert kind(path, start) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [("2025/Wire.JSONL.gz", ".jsonl"), ("a.gz", ""), ("a.b/c", ""), ("-", ""), (".txt", ""), ("a.txt.gz.gz", ".gz")],
)
def test_a_suffix_is_what_stands_before_gz(path: str, expected: str) -> None:
    assert suffix(path) == expected
