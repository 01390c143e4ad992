"""Bytes → text."""

from __future__ import annotations

import codecs
import itertools
import logging
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclaims.errors import ReadError

log = logging.getLogger(__name__)

WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


class Foreign(NamedTuple):
    """A kind of file that is no text, told by the bytes at its beginning, and what to do instead."""

    magic: bytes
    kind: str
    hint: str = "Save the article as plain text first"
    at: int = 0

    def begins(self, data: bytes) -> bool:
        """Whether a file's first bytes say that it is of this kind."""
        return data.startswith(self.magic, self.at)


DUCKDB = Foreign(b"DUCK", "a DuckDB database", "Extract into a .db file, which is read here", at=8)
FOREIGN = (
    Foreign(b"%PDF-", "a PDF file"),
    Foreign(b"PK\x03\x04", "a zipped document"),
    Foreign(b"{\\rtf", "an RTF file"),
    Foreign(b"\xd0\xcf\x11\xe0", "an old Office document"),
    Foreign(b"PAR1", "a Parquet file"),
    DUCKDB,
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b\x1a"))
DECLARED = re.compile(rb"<meta[^<>]{1,200}charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,40})", re.IGNORECASE)
# of the codecs that Python knows, those that web pages are written in
ON_THE_WEB = re.compile(r"(?:iso8859|cp\d|koi8|mac|gb|big5|euc|shift|iso2022|tis)", re.IGNORECASE)
ADVICE = "Give an article's text, in UTF-8 if you can choose"


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
        raise ReadError(f"{called(path)} is empty", "Give an article's text")
    check(data, path)
    for mark, encoding in WIDE_MARKS.items():
        if data.startswith(mark):
            return _strict(data, encoding, path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        encoding = detected(data, path)
        return data.decode(encoding, "replace")


def check(data: bytes, path: str) -> None:
    """Refuse what is no text, told by how it begins, or by a zero byte anywhere in it.

    Raises:
        ReadError: it is the file of another program.
    """
    for foreign in FOREIGN:
        if foreign.begins(data):
            raise ReadError(f"{called(path)} is {foreign.kind}, not a text file", foreign.hint)
    wide = data.startswith(tuple(WIDE_MARKS))
    start = data[:4096]
    if not wide and (b"\0" in data or len(start) - len(start.translate(None, CONTROLS)) > len(start) // 50):
        raise ReadError(f"{called(path)} is not a text file", ADVICE)


def decode_page(data: bytes, path: str = "-") -> str:
    """Turn a web page's bytes into text, as `decode` does; where they are no UTF-8, the page's own word for it is taken.

    Raises:
        ReadError: it is empty, or no text.
    """
    declared = DECLARED.search(data[:8192])
    try:
        known = codecs.lookup(declared[1].decode("ascii", "replace")).name if declared else ""
    except LookupError:
        known = ""
    if ON_THE_WEB.match(known) and not data.startswith(tuple(WIDE_MARKS)) and b"\0" not in data:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            # browsers take Latin-1 for the encoding of Western Windows, and so do the pages that name it
            return data.decode("cp1252" if known == "iso8859-1" else known, "replace")
    return decode(data, path)


def as_utf8(parts: Iterable[bytes], path: str, *, lines: bool) -> Iterator[bytes]:
    """Turn a stream of bytes into UTF-8; its byte-order mark is obeyed and removed.

    Args:
        parts: the bytes; the first part holds at least four, or all.
        path: where they come from, for messages.
        lines: each line will be looked at by itself, so that bytes which are no UTF-8 may pass. Else the encoding is
            found out from the first part, and what is still wrong is replaced, and told of through logging.

    Raises:
        ReadError: the mark lies.
    """
    decoder: codecs.IncrementalDecoder | None = None
    told = False
    for number, part in enumerate(itertools.chain(filter(None, parts), [b""])):
        if number == 0:
            encoding = next((one for mark, one in WIDE_MARKS.items() if part.startswith(mark)), None)
            part = part.removeprefix(codecs.BOM_UTF8)
            if encoding:
                decoder = codecs.getincrementaldecoder(encoding)()
            elif not lines:
                encoding = "utf-8" if _begins_as_utf8(part) else detected(part, path)
                decoder = codecs.getincrementaldecoder(encoding)("replace")
        if decoder is None:
            yield part
            continue
        try:
            text = decoder.decode(part, final=not part)
        except UnicodeError as error:
            raise ReadError(f"{called(path)} is broken UTF-16 or UTF-32", "Save it again as UTF-8") from error
        if not told and "\ufffd" in text and "\ufffd".encode() not in part:
            told = True
            log.warning("%s is not UTF-8 everywhere; what is not was replaced by \ufffd", called(path))
        yield text.encode("utf-8", "replace")


def _begins_as_utf8(data: bytes) -> bool:
    """Whether bytes, which may break off within a character, are UTF-8, but for a slip here and there."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
    wrong = text.count("\ufffd")
    return not wrong or 10 * wrong < sum(char > "\x7f" for char in text)


def detected(data: bytes, path: str) -> str:
    """Give the encoding that some bytes are most likely in, and say so through logging.

    Raises:
        ReadError: they look like no text.
    """
    import charset_normalizer  # slow to import, seldom needed

    matches = charset_normalizer.from_bytes(data)
    best = matches.best()
    if best is None:
        raise ReadError(f"{called(path)} is not a text file", ADVICE)
    # several encodings may fit equally; an English text is most likely in the one of Western Windows
    western = any("cp1252" in match.could_be_from_charset and match.chaos <= best.chaos for match in matches)
    encoding = "cp1252" if western else best.encoding
    log.warning("%s is not UTF-8; read as %s", called(path), encoding.replace("_", "-"))
    return encoding


def called(path: str) -> str:
    """Give what to call a source, or a record in it, in a message."""
    return f"standard input{path[1:]}" if path == "-" or path.startswith(("-:", "-#")) else path


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(f"{path} is broken {encoding.upper()}", "Save it again as UTF-8") from error
