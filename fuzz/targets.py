"""What is fuzzed: each function takes any bytes, and raises where the program would have done wrong.

A reader may refuse its input with a Failure, and may do nothing else but give articles whose texts, offsets and records are
sound.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from newsclaims.claim import Failure
from newsclaims.parse.pieces import pieces
from newsclaims.parse.prose import blanked, noise
from newsclaims.read.article import Article
from newsclaims.read.source import inside
from newsclaims.render.cells import CSV, TSV, lines
from newsclaims.render.columns import Field
from newsclaims.render.markdown import escaped
from newsclaims.render.records import dumps
from newsclaims.render.safe import shown, visible
from newsclaims.settings import Settings

LIMIT = 100_000  # bytes that an input may have, or unpack to
SETTINGS = Settings(max_size=LIMIT, max_unpacked=LIMIT)
_HELD = tempfile.TemporaryDirectory(prefix="fuzz-")  # removed when the program ends
_FOLDER = Path(_HELD.name)
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def text(data: bytes) -> None:
    """Plain text: encodings, front matter, dates of publication, what is prose, pieces."""
    _read(data, "wire.txt")


def markdown(data: bytes) -> None:
    """Markdown."""
    _read(data, "wire.md")


def page(data: bytes) -> None:
    """Web pages."""
    _read(data, "page.html")


def json_lines(data: bytes) -> None:
    """JSON, a record a line."""
    _read(data, "wire.jsonl")


def json_values(data: bytes) -> None:
    """JSON of any other form."""
    _read(data, "dump.json")


def rows(data: bytes) -> None:
    """Tables, a row each."""
    _read(b"text;date\n" + data, "wire.csv")


def packed(data: bytes) -> None:
    """Compressed files, and what tells kinds of file apart."""
    _read(data, "wire")


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
    one.__name__: one for one in (text, markdown, page, json_lines, json_values, rows, packed, safe)
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


def _read(data: bytes, name: str) -> None:
    path = _FOLDER / name
    path.write_bytes(data)
    for read in inside(str(path), SETTINGS):
        if isinstance(read, Failure):
            assert read.message
        else:
            sound(read)
