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
    """What is read, with the messages of errors in the place of values."""
    found: list[tuple[str, object]] = []
    try:
        for name, value in values((data[at : at + size] for at in range(0, len(data), size)), "a.json", limit, print):
            found.append((name, value.message if isinstance(value, ReadError) else value))
    except ReadError as error:
        found.append(("end", error.message))
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


@pytest.mark.parametrize("data", [b"[]", b" [ ] []", b"[,]", b""])
def test_no_records_are_an_error(data: bytes) -> None:
    ((_, message),) = read(data)
    assert "a.json holds no records" in str(message)


@pytest.mark.parametrize("size", [1, 5, 1 << 16])
@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (b"{'text': 1}", "a.json#2 is broken JSON: expecting property name"),
        (b'{"text": "y" "z"}', "a.json#2 is broken JSON: expecting ',' delimiter at character 14"),
        (b'{"text": nil}', "a.json#2 is broken JSON"),
        (b'{"text": "y"} {"text": "z"}', "a.json#2 is broken JSON: extra data"),
        (b'{"n": ' + b"1" * 5000 + b"}", "a.json#2 holds a number of too many digits"),
        (b'{"text": "' + b"y" * 7000 + b'"}', "a.json#2 is larger than 6 KB"),
        (b'{"text": [' + b"7," * 4000 + b"7]}", "a.json#2 is larger than 6 KB"),
    ],
)
def test_a_broken_record_costs_no_other(broken: bytes, message: str, size: int) -> None:
    for around in (b"[%s]", b'{"meta": {"n": 1}, "articles": [%s], "more": []}'):
        found = read(around % (b'{"text": "x"},' + broken + b', {"text": "\\"]}"}'), size, limit=6000)
        assert [name for name, _ in found] == ["a.json#1", "a.json#2", "a.json#3"]
        assert found[0][1] == {"text": "x"}
        assert str(found[1][1]).startswith(message)
        assert found[2][1] == {"text": '"]}'}


@pytest.mark.parametrize("opening", [b"[", b'{"a":', b'[{"a":'])
def test_depth_is_an_error_and_no_crash(opening: bytes) -> None:
    many = 400_000
    closing = opening.translate(bytes.maketrans(b"[{", b"]}"), b'"a:')[::-1]
    data = b'[{"text": "x"}, ' + opening * many + b"1" + closing * many + b', {"text": "z"}]'
    first, second, third = read(data, limit=10**7)
    assert (first, third) == (("a.json#1", {"text": "x"}), ("a.json#3", {"text": "z"}))
    assert second == ("a.json#2", "a.json#2 is JSON nested too deeply")


@pytest.mark.parametrize("rest", [b"", b'{"te', b'{"text": "y', b'{"text": "y\\', b"[" * 3_000_000, b'"' + b"y" * 3_000_000])
def test_what_comes_before_a_file_breaks_off_is_kept(rest: bytes) -> None:
    data = b'[{"text": "x"}, {"text": "z"}, ' + rest
    first, second, (_, said) = read(data)
    assert (first, second) == (("a.json#1", {"text": "x"}), ("a.json#2", {"text": "z"}))
    assert str(said).startswith("a.json breaks off after record 2")


def test_a_single_object_before_a_break_is_kept() -> None:
    assert [name for name, _ in read(b'{"text": "x"} {"text')] == ["a.json#1", "end"]


def test_what_stands_between_objects_is_a_record_that_is_broken() -> None:
    found = read(b'{"text": "x"}, {"text": "y"} oh {"text": "z"}]', 3)
    assert [value if isinstance(value, dict) else "broken" for _, value in found] == [
        {"text": "x"},
        {"text": "y"},
        "broken",
        {"text": "z"},
        "broken",
    ]


@given(st.text(alphabet='{}[]",:\\ax1 \n', max_size=60), st.integers(1, 9))
def test_how_a_file_is_cut_makes_no_difference(text: str, size: int) -> None:
    assert read(text.encode(), size) == read(text.encode(), 1000)


@given(st.recursive(st.integers() | st.text(max_size=9), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_any_value_in_a_list_is_given_back(value: object) -> None:
    assert read(json.dumps([value, {"text": "x"}]).encode(), 7) == [("a.json#1", value), ("a.json#2", {"text": "x"})]


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
        assert sum(1 for _ in values(parts(number), "a.json", 10**6, print)) == number + 1
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(10_000) < 1.5 * peak(500)
