"""JSON Lines: each line by itself, whatever the one before it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.errors import ReadError
from newsclaims.read.jsonlines import lines, values

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=9
)


def read(data: bytes, size: int = 5, limit: int = 1000) -> list[tuple[str, object]]:
    told: list[str] = []
    parts = (data[at : at + size] for at in range(0, len(data), size))
    found = list(values(parts, "a.jsonl", limit, told.append))
    return [*found, *(("told", message) for message in told)]


@given(st.binary(max_size=200), st.integers(1, 30))
def test_lines_are_those_of_the_whole(data: bytes, size: int) -> None:
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    whole = data.split(b"\n")
    assert list(lines(parts, 1000)) == (whole if whole[-1] else whole[:-1])


def test_a_line_that_is_too_long_is_passed_over_and_the_next_is_read() -> None:
    assert list(lines([b"a\nbb", b"bb\n", b"cccc" * 9, b"c\nd\nee", b"eee"], 4)) == [b"a", b"bbbb", None, b"d", None]


def test_memory_is_needed_for_no_line_that_is_too_long() -> None:
    assert list(lines((b"x" * 10_000 for _ in range(100_000)), 20_000)) == [None]


@given(st.lists(JSON, min_size=1, max_size=5))
def test_values_come_with_the_number_of_their_line(written: list[object]) -> None:
    data = "\r\n\n".join(json.dumps(value) for value in written).encode()
    assert read(data, limit=10**6) == [(f"a.jsonl:{2 * at + 1}", value) for at, value in enumerate(written)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text": "x"', "a.jsonl:2 is broken JSON: "),
        (b"\x00\x01", "a.jsonl:2 is broken JSON: expecting value at character 1"),
        (b"[" * 900_000, "a.jsonl:2 is JSON nested too deeply"),
        (b'{"a":' * 150_000, "a.jsonl:2 is JSON nested too deeply"),
        (b"1" * 10_000, "a.jsonl:2 holds a number of too many digits"),
        (b" " * 999_999 + b"7", "a.jsonl:2 is larger than 950 KB"),
    ],
)
def test_a_broken_line_is_an_error_of_its_own(line: bytes, message: str) -> None:
    before, broken, after = read(b"1\n" + line + b"\n3", size=1 << 16, limit=950_000)
    assert (before, after) == (("a.jsonl:1", 1), ("a.jsonl:3", 3))
    assert isinstance(broken[1], ReadError)
    assert broken[1].message.startswith(message)
    assert broken[1].hint


def test_a_line_that_is_no_utf_8_is_read_and_told() -> None:
    assert read('"café"\n"thé"'.encode("cp1252"), size=3) == [
        ("a.jsonl:1", "café"),
        ("a.jsonl:2", "thé"),
        ("told", "a.jsonl:1 is not UTF-8; read as cp1252"),
        ("told", "a.jsonl:2 is not UTF-8; read as cp1252"),
    ]
