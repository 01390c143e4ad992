"""Bytes as they come: packed and not, whole, cut off, and far too many."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.errors import ReadError
from newsclaims.read.blocks import blocks, head, joined, megabytes, unpacked

TEXT = b"The harbour board put off its vote on Tuesday. " * 9000


def cut(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@given(st.binary(max_size=300), st.integers(1, 40))
def test_what_is_packed_comes_out_as_it_was_however_it_is_cut(data: bytes, size: int) -> None:
    assert b"".join(unpacked(cut(gzip.compress(data), size), "a.gz", 10**6)) == data


@pytest.mark.parametrize("size", [1, 7, 1 << 16])
def test_members_one_after_the_other_and_padding_are_one_text(size: int) -> None:
    packed = gzip.compress(TEXT[:1000]) + gzip.compress(b"") + gzip.compress(TEXT[1000:]) + b"\0" * 700
    assert b"".join(unpacked(cut(packed, size), "a.gz", 10**6)) == TEXT


@given(st.binary(max_size=50))
def test_what_is_not_packed_passes_whatever_its_name(data: bytes) -> None:
    if not data.startswith(b"\x1f\x8b"):
        assert b"".join(unpacked(cut(data, 3), "a.gz", 5)) == data


@pytest.mark.parametrize(
    ("packed", "message"),
    [
        (gzip.compress(TEXT)[:-9], "cut off"),
        (gzip.compress(TEXT)[:200], "cut off"),
        (b"\x1f\x8b\x08", "cut off"),
        (b"\x1f\x8b\x08" + b"\xff" * 90, "broken"),
        (gzip.compress(TEXT)[:-8] + b"\0" * 8, "broken"),  # the checksum
        (gzip.compress(TEXT) + b"and more", "broken"),
    ],
)
def test_broken_packing_is_told(packed: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        list(unpacked(iter([packed]), "a.txt.gz", 10**9))
    assert "a.txt.gz" in caught.value.message
    assert caught.value.hint


def test_a_bomb_stops_at_its_limit_and_is_never_held() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    sizes: list[int] = []
    with pytest.raises(ReadError, match="unpacks to more than 1 MB"):
        sizes.extend(map(len, unpacked(iter([bomb]), "a.gz", 1_000_000)))
    assert max(sizes) <= 1 << 16
    assert sum(sizes) <= 1_000_000


def test_one_article_has_a_limit() -> None:
    assert joined(cut(TEXT, 1000), "a.txt", len(TEXT)) == TEXT
    with pytest.raises(ReadError, match=r"a\.txt is larger than 423 KB") as caught:
        joined(cut(TEXT, 1000), "a.txt", len(TEXT) - 1)
    assert "--max-size" in caught.value.hint


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
def test_the_head_is_the_first_line_with_words_and_nothing_is_lost(size: int) -> None:
    data = b'\n \n{"text": 1}\n \n{"text": 2}\n{"text": 3}\n'
    start, rest = head(cut(data, size))
    assert start.startswith(b'\n \n{"text": 1}\n \n{')
    assert b"".join(rest) == data


def test_the_head_of_a_line_without_end_is_no_longer_than_need_be() -> None:
    start, _ = head(iter(lambda: b"x" * 60_000, b""))
    assert len(start) < 1_200_000


def test_standard_input_is_passed_on_as_it_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(io.BytesIO):
        def read1(self, size: int | None = -1) -> bytes:  # noqa: ARG002
            return super().read1(4)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Slow(b"The board")))
    assert list(blocks("-")) == [b"The ", b"boar", b"d"]


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot read"):
        list(blocks(str(tmp_path)))


@pytest.mark.parametrize(
    ("size", "said"),
    [(20_000_000, "20 MB"), (1_500_000, "1.5 MB"), (2 * 10**10, "20 GB"), (999, "999 bytes"), (5000, "5 KB")],
)
def test_sizes_are_said_as_people_say_them(size: int, said: str) -> None:
    assert megabytes(size) == said
