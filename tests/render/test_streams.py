"""Sinks of text: whole whenever they are closed, and small however long the run."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from newsclaims.claim import Extraction, Failure, Generator
from newsclaims.errors import OutputError
from newsclaims.render import spool
from newsclaims.render.spool import Spool
from newsclaims.render.streams import Document, Stream, document
from tests.render.test_records import Kept
from tests.render.test_table import reading

BROKEN = Failure(path="broken\u202e.txt", message="broken.txt is broken: \x1b[31m")


class Measured:
    """An output that keeps only how much it got."""

    size = 0

    def write(self, text: str) -> None:
        self.size += len(text)

    def close(self) -> None:
        pass

    def discard(self) -> None:
        pass


@pytest.mark.parametrize("steps", ["", "c", "e", "f", "cf", "fec", "ecce", "eeff"])
def test_a_document_is_whole_whenever_it_is_closed(steps: str) -> None:
    """c: an article with claims; e: one without; f: a failure."""
    out = Kept()
    sink = document(out, Generator(version="1", model="m"))
    for step in steps:
        if step == "f":
            sink.fail(BROKEN)
        else:
            read = reading(number=2 if step == "c" else 0)
            sink.write(read.record, sink.shape(read))
    sink.close()
    extraction = Extraction.model_validate(json.loads(out.text.removesuffix("\0")))
    assert len(extraction.claims) == 2 * steps.count("c")
    assert len(extraction.articles) == len(steps) - steps.count("f")
    assert extraction.errors == (BROKEN,) * steps.count("f")


def test_the_keys_come_in_one_order() -> None:
    out = Kept()
    document(out, Generator(version="1", model="m")).close()
    assert list(json.loads(out.text[:-1])) == ["schema_version", "generator", "claims", "articles", "errors"]


def test_a_document_of_many_articles_and_failures_needs_no_memory_for_them() -> None:
    read = reading()

    def peak(number: int) -> int:
        out = Measured()
        sink = document(out, Generator(version="1", model="m"))
        tracemalloc.start()
        for _ in range(number):
            sink.write(read.record, sink.shape(read))
            sink.fail(BROKEN)
        sink.close()
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert out.size > number * 100
        return most

    assert peak(20_000) < peak(5_000) * 1.5 + 3 * spool.HELD


def test_a_full_temporary_folder_is_an_error_that_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "HELD", 10)
    kept = Spool()

    def full(text: str) -> int:  # noqa: ARG001
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kept._file, "write", full)
    with pytest.raises(OutputError, match=r"cannot write in the temporary folder .*: no space left on device.*TMPDIR"):
        kept.add("x" * 100)


def test_a_head_stands_once_and_alone_where_there_is_nothing_below_it() -> None:
    read, out = reading(), Kept()
    sink = Stream(out, head="head\n", between="-\n")
    sink.close()
    assert out.text == "head\n\0"
    out.text = ""
    sink = Stream(out, head="head\n", between="-\n")
    sink.write(read.record, "one\n")
    sink.write(read.record, "two\n")
    sink.close()
    assert out.text == "head\none\n-\ntwo\n\0"


def test_a_listing_is_a_document_of_its_own_name() -> None:
    read, out = reading(), Kept()
    sink = Document(out, "dates")
    sink.write(read.record, '{"text": "Monday"}')
    sink.close()
    assert json.loads(out.text[:-1])["dates"] == [{"text": "Monday"}]
