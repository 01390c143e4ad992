"""One source → the articles in it: one for a text or a page, any number for JSON and tables."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from newsclaims.claim import Failure
from newsclaims.errors import ReadError
from newsclaims.read import jsonlines, jsonvalues, records, rows, text
from newsclaims.read.article import Article
from newsclaims.read.blocks import HEAD, blocks, head, joined, unpacked
from newsclaims.read.encoding import as_utf8, called, check, decode, decode_page
from newsclaims.read.html import page
from newsclaims.read.kinds import kind
from newsclaims.read.known import Notice, few, make
from newsclaims.settings import Settings


def inside(path: str, settings: Settings, *, front: bool = True) -> Iterator[Article | Failure]:
    """Read the articles of one source, as they are asked for.

    Args:
        path: a file, or "-" for standard input.
        settings: the run's options.
        front: take front matter for metadata, and Markdown's marks for none of the words.

    Yields:
        An Article, or a Failure for a record that is none, or that ends the source.
    """
    return within(blocks(path), path, settings, front=front)


def within(data: Iterator[bytes], path: str, settings: Settings, *, front: bool = True) -> Iterator[Article | Failure]:
    """Read the articles that a source's bytes hold, wherever these come from; see `inside`.

    Args:
        data: the bytes, block by block, packed or not; a ReadError that it raises is a Failure of the source.
        path: what the source is called; the suffix says what it holds.
    """
    try:
        start, parts = head(unpacked(data, path, settings.max_unpacked))
        what = kind(path, start)
        if what in ("lines", "json", "rows"):
            check(start, path)
            if len(start) < HEAD and not start.removeprefix(BOM_UTF8).strip():
                raise ReadError(f"{called(path)} is empty", "Give records, or an article's text")
            notice = few(path)
            decoded = as_utf8(parts, path, lines=what == "lines")
            if what == "rows":
                found: Iterable[tuple[str, object]] = rows.values(decoded, path, settings.max_size, dict(settings.fields))
            else:
                values = jsonlines.values if what == "lines" else jsonvalues.values
                found = values(decoded, path, settings.max_size, notice)
            yield from _articles(found, settings, notice)
        else:
            whole = joined(parts, path, settings.max_size)
            if what == "page":
                content, known = page(decode_page(whole, path), path)
                yield make(content, path, known, settings.date)
            else:
                markdown = front and what == "markdown"
                yield text.article(decode(whole, path), path, settings.date, front=front, markdown=markdown)
    except ReadError as error:
        yield Failure(path=path, message=str(error))


def lines_within(data: Iterator[bytes], path: str, settings: Settings, first: int) -> Iterator[Article | Failure]:
    """Read the articles of some lines of a JSON Lines file, in UTF-8, whose first one has this number, counted from 1."""
    notice = few(path)
    parts = as_utf8(data, path, lines=True) if first == 1 else data
    try:
        yield from _articles(jsonlines.values(parts, path, settings.max_size, notice, first), settings, notice)
    except ReadError as error:
        yield Failure(path=path, message=str(error))


def _articles(found: Iterable[tuple[str, object]], settings: Settings, notice: Notice) -> Iterator[Article | Failure]:
    for name, value in found:
        try:
            if isinstance(value, ReadError):
                raise value
            yield records.article(value, name, settings, notice)
        except ReadError as error:
            yield Failure(path=name, message=str(error))
