"""Bytes → text → Article."""

from __future__ import annotations

import codecs
import datetime as dt
import logging
import sys
from pathlib import Path

from newsclaims.claim import PublishedFrom
from newsclaims.errors import ReadError
from newsclaims.read.article import Article
from newsclaims.read.front import front_matter
from newsclaims.read.published import day, published

log = logging.getLogger(__name__)

WIDE_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FOREIGN = {b"%PDF-": "a PDF file", b"PK\x03\x04": "a zipped document", b"{\\rtf": "an RTF file"}
CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1b\x1a")


def content(path: str) -> bytes:
    """Read a file's bytes, or standard input's for "-".

    Raises:
        ReadError: it cannot be opened or read.
    """
    try:
        return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadError(f"cannot read {path}: {reason}", "Check that the file is there and that you may read it") from error


def decode(data: bytes, path: str = "-") -> str:
    """Turn bytes into text: a byte-order mark is obeyed and removed, UTF-8 is tried, and what is left is detected.

    Args:
        data: a file's content.
        path: where it comes from, for messages.

    Returns:
        The text with its line ends as they stand. A detected encoding is reported through logging, as a warning.

    Raises:
        ReadError: it is empty, or no text.
    """
    if not data.strip():
        raise ReadError(f"{_name(path)} is empty", "Give an article's text")
    for magic, kind in FOREIGN.items():
        if data.startswith(magic):
            raise ReadError(f"{path} is {kind}, not a text file", "Save the article as plain text first")
    if data.startswith(WIDE_MARKS[:2]):
        return _strict(data, "utf-32", path)
    if data.startswith(WIDE_MARKS[2:]):
        return _strict(data, "utf-16", path)
    if b"\0" in data or sum(byte in CONTROLS for byte in data[:4096]) > len(data[:4096]) // 50:
        raise ReadError(f"{path} is not a text file", "Give an article's text, in UTF-8 if you can choose")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _detected(data, path)


def article(text: str, path: str = "-", date: dt.date | None = None, *, front: bool = True) -> Article:
    """Make an Article of a text.

    Args:
        text: the whole content.
        path: where it comes from, "-" for standard input.
        date: its publication date, if the user gave one; else its front matter tells it, else its first lines.
        front: take front matter (``title: …``, ``date: …``) for metadata.

    Raises:
        ReadError: there is nothing but front matter.
    """
    fields, end = front_matter(text) if front else ({}, 0)
    if not text[end:].strip():
        raise ReadError(f"{_name(path)} holds nothing but front matter", "Give the article's text below it")
    published, published_from = _published(text[end:], fields.get("date"), date, path)
    return Article(
        text=text,
        path=path,
        title=fields.get("title"),
        publisher=fields.get("source"),
        author=fields.get("author"),
        url=fields.get("url"),
        published=published,
        published_from=published_from,
        front=end,
    )


def _published(
    text: str, stated: str | None, date: dt.date | None, path: str
) -> tuple[dt.date | None, PublishedFrom | None]:
    """The day of publication and how it is known: the user's word, then the front matter's, then the text's own."""
    if date:
        return date, "option"
    if stated:
        read = day(stated)
        if read:
            return read, "metadata"
        log.warning("%s: its date %r is no date that can be read; give it with --date", _name(path), stated)
    told = published(text)
    return told, "text" if told else None


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{path} is broken {encoding.upper()}", "Save it again as UTF-8") from error


def _detected(data: bytes, path: str) -> str:
    import charset_normalizer  # slow to import, seldom needed

    matches = charset_normalizer.from_bytes(data)
    best = matches.best()
    # several encodings may fit equally; an English text is most likely in the one of Western Windows
    for match in matches:
        if best and "cp1252" in match.could_be_from_charset and match.chaos <= best.chaos:
            log.warning("%s is not UTF-8; read as cp1252", _name(path))
            return data.decode("cp1252")
    if best is None:
        raise ReadError(f"{path} is not a text file", "Give an article's text, in UTF-8 if you can choose")
    log.warning("%s is not UTF-8; read as %s", _name(path), best.encoding.replace("_", "-"))
    return str(best)


def _name(path: str) -> str:
    return "standard input" if path == "-" else path
