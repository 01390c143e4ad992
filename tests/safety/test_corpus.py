"""The inputs that fuzzing starts from, and what it found, replayed."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from fuzz.targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

CORPUS = Path(__file__).resolve().parents[2] / "fuzz" / "corpus"
INPUTS = [(folder.name, path) for folder in sorted(CORPUS.iterdir()) for path in sorted(folder.iterdir())]
MANY = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))

KEYS = st.sampled_from(["text", "body", "title", "date", "author", "articles", "id", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
SEEDS = (
    r"""title: |date: 2025-03-04\n|---\n|\n\n|The board met.|<p>|</p>|<!doctype html>|\x1b[31m|{"text": "|"}|[|**|](|\r|# """
)
FOREIGN = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xae", b"\x1f\x8b", b"\xed\xa0\x80"]
PIECES = st.sampled_from([*(seed.encode().decode("unicode_escape").encode() for seed in SEEDS.split("|")), *FOREIGN])
BYTES = st.binary(max_size=300) | st.lists(PIECES | st.binary(max_size=5), max_size=20).map(b"".join)


@pytest.mark.parametrize(("target", "path"), INPUTS, ids=[f"{target}/{path.name}" for target, path in INPUTS])
def test_corpus(target: str, path: Path) -> None:
    TARGETS[target](path.read_bytes())


def test_every_target_has_a_corpus() -> None:
    assert {target for target, _ in INPUTS} == set(TARGETS)


@pytest.mark.parametrize("target", TARGETS)
@given(data=BYTES)
@MANY
def test_any_bytes(target: str, data: bytes) -> None:
    TARGETS[target](data)


@given(value=VALUES, cut=st.integers(0, 40))
@MANY
def test_any_json(value: object, cut: int) -> None:
    data = json.dumps(value).encode()
    for target in ("json_lines", "json_values"):
        TARGETS[target](data)
        TARGETS[target](data[: len(data) - cut] + b"\n" + data)
    TARGETS["packed"](gzip.compress(data)[: len(data) + 20 - cut])


def test_deep_and_huge_json_is_refused() -> None:
    for data in (
        b"[" * 90_000,
        b'{"a":' * 15_000,
        b'{"text": ' + b"9" * 90_000 + b"}",
        b'[{"text": "' + b"\\u0000" * 15_000,
    ):
        TARGETS["json_lines"](data)
        TARGETS["json_values"](data)


def test_a_bomb_stops_at_its_limit() -> None:
    TARGETS["packed"](gzip.compress(gzip.compress(b"\0" * 50_000_000)))
    TARGETS["packed"](gzip.compress(b"a" * 50_000_000))
