from __future__ import annotations

import codecs
import datetime as dt
import logging
from pathlib import Path

import pytest

from newsclaims.claim import Failure
from newsclaims.errors import ReadError
from newsclaims.read import Article, articles
from newsclaims.read.encoding import decode
from newsclaims.read.text import article
from newsclaims.settings import Settings

FRENCH = "Le préfet a suspendu l'arrêté municipal, a déclaré la mairie de Besançon après la réunion d'été. " * 5


def test_line_ends_stand_as_they_are() -> None:
    assert decode(b"One.\r\nTwo.\rThree.\n") == "One.\r\nTwo.\rThree.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
    ],
)
def test_a_byte_order_mark_is_obeyed_and_removed(mark: bytes, encoding: str) -> None:
    assert decode(mark + "Café.".encode(encoding)) == "Café."


def test_another_encoding_is_detected_and_said(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="newsclaims"):
        assert decode(FRENCH.encode("cp1252"), "depeche.txt") == FRENCH
    assert "depeche.txt is not UTF-8; read as cp1252" in caplog.text


def test_utf_16_without_its_mark_is_refused() -> None:
    with pytest.raises(ReadError, match="not a text file"):
        decode(FRENCH.encode("utf-16-le"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file"),
        (bytes(range(256)) * 8, "not a text file"),
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04word/document.xml", "a zipped document"),
        (b"PAR1\x15\x04\x15", "a Parquet file"),
        (b"\x8c\x01\x02\x03\x04\x05\x06\x07DUCK@\x00", "a DuckDB database"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a", "broken UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message) as caught:
        decode(data, "thing.txt")
    assert caught.value.hint


def test_front_matter_becomes_metadata_and_offsets_count_into_the_whole() -> None:
    fields = 'title: "Harbour vote delayed"\ndate: 2025-03-04\nsource: The Coast\nauthor:\nurl: https://x.example/a'
    text = f"{fields}\n\nThe board met."
    read = article(text, "a.txt")
    assert (read.title, read.publisher, read.author, read.url) == (
        "Harbour vote delayed",
        "The Coast",
        None,
        "https://x.example/a",
    )
    assert read.text == text
    assert len(read.body) == len(text)
    assert read.body.split() == ["The", "board", "met."]
    assert read.body.index("board") == text.index("board")


def test_fenced_front_matter_may_hold_other_fields() -> None:
    read = article("---\r\ntitle: A vote\r\ntags: [x]\r\n---\r\nThe board met.", "a.md")
    assert read.title == "A vote"
    assert read.body.strip() == "The board met."


@pytest.mark.parametrize(
    "text",
    [
        "Source: nobody knew.\nThe board met.\n",  # the second line is no field
        "Minister: taxes will fall\n\nThe board met.",  # no field of a known name
        "---\nThe fence never closes.",
        "title: only this, and no empty line",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert article(text, "a.txt").front == 0


def test_nothing_but_front_matter_is_an_error() -> None:
    with pytest.raises(ReadError, match="nothing but front matter"):
        article("title: A vote\n\n", "a.txt")


def test_ids_come_from_the_content_alone(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The board met.")
    two.write_text("The board met.")
    first, second = articles([str(one), str(two)], Settings(date=dt.date(2025, 1, 9)))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.id == second.id != Article("The board met again.").id
    assert first.published_from == "option"


def test_a_bad_file_does_not_stop_the_next_and_none_is_read_twice(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("The board met.")
    bad.write_bytes(b"")
    found = list(articles([str(bad), str(tmp_path / "gone.txt"), str(good), str(tmp_path)]))
    assert [type(one) for one in found] == [Failure, Failure, Article]


@pytest.mark.parametrize(
    ("text", "date", "known"),
    [
        ("date: 2025-03-04\n\nOSLO, March 6, 2025 — It met.", dt.date(2025, 1, 9), (dt.date(2025, 1, 9), "option")),
        ("date: 2025-03-04\n\nOSLO, March 6, 2025 — It met.", None, (dt.date(2025, 3, 4), "metadata")),
        ("date: soon\n\nOSLO, March 6, 2025 — It met.", None, (dt.date(2025, 3, 6), "text")),
        ("The board met on Tuesday.", None, (None, None)),
    ],
)
def test_the_users_date_wins_then_the_front_matters_then_the_texts(
    text: str, date: dt.date | None, known: tuple[dt.date | None, str | None]
) -> None:
    read = article(text, "a.txt", date)
    assert (read.published, read.published_from) == known


def test_nothing_but_a_mark_of_order_is_nothing() -> None:
    for data in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\x00"):
        with pytest.raises(ReadError, match="is empty"):
            article(decode(data, "a.txt"), "a.txt")
