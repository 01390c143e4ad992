"""What is fuzzed: each function takes any bytes, and raises where the program would have done wrong.

A reader may refuse its input with a ReadError, and may do nothing else but give articles whose texts, offsets and records
are sound.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from newsclaims.errors import ReadError
from newsclaims.parse.pieces import pieces
from newsclaims.parse.prose import blanked, noise
from newsclaims.read import jsonlines, jsonvalues, records
from newsclaims.read.article import Article
from newsclaims.read.blocks import head, joined, unpacked
from newsclaims.read.encoding import as_utf8, check, decode, decode_page
from newsclaims.read.html import page as read_page
from newsclaims.read.kinds import kind
from newsclaims.read.known import make
from newsclaims.read.text import article
from newsclaims.render.cells import CSV, TSV, lines
from newsclaims.render.columns import Field
from newsclaims.render.markdown import escaped
from newsclaims.render.records import dumps
from newsclaims.render.safe import shown, visible
from newsclaims.settings import Settings

LIMIT = 100_000  # bytes that an input may have, or unpack to
SETTINGS = Settings(max_size=LIMIT, max_unpacked=LIMIT)
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def text(data: bytes) -> None:
    """Plain text: encodings, front matter, dates of publication, what is prose, pieces."""
    with suppress(ReadError):
        sound(article(decode(data), front=data[-1:] != b"\n"))


def markdown(data: bytes) -> None:
    """Markdown."""
    with suppress(ReadError):
        sound(article(decode(data), markdown=True))


def page(data: bytes) -> None:
    """Web pages."""
    try:
        content, known = read_page(decode_page(data), "page.html")
        sound(make(content, "page.html", known, None))
    except ReadError:
        pass


def json_lines(data: bytes) -> None:
    """JSON, a record a line."""
    _records(lambda: jsonlines.values(as_utf8(_blocks(data), "wire.jsonl", lines=True), "wire.jsonl", LIMIT, _silent))


def json_values(data: bytes) -> None:
    """JSON of any other form."""
    _records(lambda: jsonvalues.values(as_utf8(_blocks(data), "dump.json", lines=False), "dump.json", LIMIT))


def packed(data: bytes) -> None:
    """Compressed files, and what tells kinds of file apart."""
    try:
        start, parts = head(unpacked(_blocks(data), "wire.gz", LIMIT))
        assert kind("-", start) in ("text", "markdown", "page", "lines", "json")
        check(start, "wire.gz")
        assert len(joined(parts, "wire.gz", LIMIT)) <= LIMIT
    except ReadError:
        pass


def safe(data: bytes) -> None:
    """What makes text safe to show, in every format."""
    given = data.decode("utf-8", "surrogateescape")
    assert not OBEYED.search(visible(given) + shown(given) + escaped(given))
    assert "\n" not in visible(given) + escaped(given)
    written = dumps({"text": given})
    assert not OBEYED.search(written)
    assert json.loads(written) == {"text": given}
    for cells in (CSV, TSV):
        row = lines([{"text": given, "more": 1}], (Field("text", "text", ""), Field("more", "more", "")), cells)
        assert not OBEYED.search(row.replace("\r\n", "\n"))
        ((first, second),) = csv.reader(io.StringIO(row, newline=""), delimiter=cells.between)
        assert second == "1"
        assert not first.lstrip().startswith(("=", "+", "-", "@"))


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (text, markdown, page, json_lines, json_values, packed, safe)
}


def sound(read: Article) -> None:
    """Check what holds of every article.

    Raises:
        AssertionError: it does not hold of this one.
    """
    body = read.body
    assert read.text.strip()
    assert len(body) == len(read.text)
    assert all(a == b or a.isspace() for a, b in zip(body, read.text, strict=True))
    passed_over = noise(body)
    assert len(blanked(body, passed_over)) == len(body)
    assert "".join(piece.text for piece in pieces(body)) == body
    assert json.loads(dumps(read.record.model_dump(mode="json")))["id"] == read.id


def _records(values: Callable[[], Iterable[tuple[str, object]]]) -> None:
    try:
        for name, value in values():
            try:
                if not isinstance(value, ReadError):
                    sound(records.article(value, name, SETTINGS, _silent))
            except ReadError:
                pass
    except ReadError:
        pass


def _blocks(data: bytes) -> Iterator[bytes]:
    """Blocks as small as a slow pipe's, so that their borders are fuzzed too."""
    yield from (data[start : start + 37] for start in range(0, len(data), 37))


def _silent(message: str) -> None:
    """No user is there to be told."""
