"""JSON files: where their records are, one after the other, and where they end."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.errors import ReadError
from newsclaims.read.jsonvalues import values

RECORD = st.dictionaries(
    st.text(max_size=5),
    st.none() | st.integers() | st.text(max_size=20) | st.lists(st.integers(), max_size=3),
    max_size=4,
)


def read(data: bytes, size: int = 1 << 16, limit: int = 10**6) -> list[tuple[str, object]]:
    """What is read, with the message of the error that it ends in."""
    found: list[tuple[str, object]] = []
    try:
        for one in values((data[at : at + size] for at in range(0, len(data), size)), "a.json", limit):
            found.append(one)
    except ReadError as error:
        found.append(("error", str(error)))
    return found


@given(st.lists(RECORD, min_size=1, max_size=5), st.integers(1, 50))
def test_a_lists_records_are_its_elements(written: list[dict[str, object]], size: int) -> None:
    expected = [(f"a.json#{number}", record) for number, record in enumerate(written, start=1)]
    assert read(json.dumps(written).encode(), size) == expected
    assert read(json.dumps({"status": "ok", "Articles": written, "n": [1]}).encode(), size) == expected
    assert read(json.dumps({"response": {"page": {}, "results": written}}).encode(), size) == expected


@given(st.lists(RECORD, min_size=2, max_size=5), st.integers(1, 50))
def test_objects_one_after_the_other_are_records(written: list[dict[str, object]], size: int) -> None:
    data = " \n".join(json.dumps(record, indent=1) for record in written).encode()
    assert read(data, size) == [(f"a.json#{number}", record) for number, record in enumerate(written, start=1)]


@pytest.mark.parametrize(
    "record",
    [
        {"text": "x"},
        {"text": "x", "items": [{"text": "y"}]},  # it has a text, so the list is its own
        {"full_text": "x", "data": [{}]},
        {"body": [{"text": "x"}, {"text": "y"}]},
        {"items": [1, 2], "content": "x"},
        {"a": {"b": {"c": {"items": [{"text": "too deep"}]}}}},
        {},
        "x",
        None,
        7,
    ],
)
def test_a_single_value_goes_by_the_files_own_name(record: object) -> None:
    assert read(json.dumps(record).encode(), 3) == [("a.json", record)]


@pytest.mark.parametrize("data", [b"[]", b" [ ] []"])
def test_no_records_are_an_error(data: bytes) -> None:
    ((_, message),) = read(data)
    assert "a.json holds no records" in str(message)


@pytest.mark.parametrize(
    ("rest", "message"),
    [
        (b'{"text": "y"', "broken JSON (Incomplete JSON content) after record 2"),
        (b'{"text": NaN}]', "broken JSON (Unexpected symbol 'N' at 40) after record 2"),
        (b"1" * 10_000 + b"]", "broken JSON ("),
        (b"[" * 3_000_000, "nested deeper than 100 levels after record 2"),
        (b'{"a":' * 3_000_000, "nested deeper than 100 levels"),
        (b'"' + b"y" * 3_000_000 + b'"]', "holds a record larger than 1 MB"),
        (b'{"y": [' + b"7," * 1_500_000 + b"7]}]", "holds a record larger than 1 MB"),
        (b" " * 3_000_000 + b"]", "holds a record larger than 1 MB"),
    ],
)
def test_what_comes_before_the_break_is_kept(rest: bytes, message: str) -> None:
    first, second, (_, said) = read(b'[{"text": "x"}, {"text": "z"}, ' + rest)
    assert (first, second) == (("a.json#1", {"text": "x"}), ("a.json#2", {"text": "z"}))
    assert message in str(said)


def test_a_single_object_before_a_break_is_kept() -> None:
    assert [name for name, _ in read(b'{"text": "x"} {"text')] == ["a.json#1", "error"]


def test_a_key_named_a_million_times_costs_no_more_than_its_length() -> None:
    data = b"{" + b",".join(b'"k%d":0' % n for n in range(50_000)) + b',"data":[]' * 50_000 + b"}"
    ((name, value),) = read(data, limit=10**7)
    assert name == "a.json"
    assert isinstance(value, dict)
    assert len(value) == 50_001


def test_memory_is_flat() -> None:
    record = json.dumps({"text": "The harbour board put off its vote. " * 100, "tags": ["a", "b"]}).encode() + b","

    def parts(number: int) -> Iterator[bytes]:
        yield b'{"articles": ['
        for _ in range(number):
            yield record
        yield b"{}]}"

    def peak(number: int) -> int:
        tracemalloc.start()
        assert sum(1 for _ in values(parts(number), "a.json", 10**6)) == number + 1
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(10_000) < 1.5 * peak(500)
