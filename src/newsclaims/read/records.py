"""Records (JSON objects) → articles: which of a record's keys holds what, under the names that are usual."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal

from newsclaims.errors import ReadError
from newsclaims.read.article import Article
from newsclaims.read.encoding import called
from newsclaims.read.html import is_page, looks_like_html, page, words
from newsclaims.read.known import Known, Notice, check_size, make, sound
from newsclaims.settings import Settings

# what is wanted → the keys that hold it, the likeliest first; small and capital letters, "_" and "-" make no difference
NAMES = {
    "text": (
        *("text", "content", "body", "articleBody"),
        *("fullText", "articleText", "mainText", "bodyText", "contentText", "bodyHtml", "contentHtml", "html"),
    ),
    "title": ("title", "headline", "webTitle"),
    "date": (
        *("date", "published", "publishedAt", "datePublished"),
        *("publicationDate", "datePublish", "publishDate", "pubDate", "publishedDate", "webPublicationDate", "dateTime"),
    ),
    "author": ("author", "byline", "authors", "creator"),
    "source": ("source", "publisher", "siteName", "outlet", "publication"),
    "url": ("url", "link", "webUrl", "canonicalUrl", "permalink"),
    "id": ("id", "uuid", "guid", "identifier"),
}
# the keys under which a value's own words stand: {"rendered": "<p>…"}, {"name": "The Coast"}, {"$date": "2025-…"}
INNER = ("text", "name", "rendered", "value", "content", "html", "main", "$date", "$oid", "$t", "#text", "@value")
DEEPEST = 4
FIRST_SECOND, LAST_SECOND = 10**8, 4 * 10**9  # 1973 to 2096


def article(record: object, path: str, settings: Settings, notice: Notice) -> Article:
    """Make an Article of a record.

    Args:
        record: a JSON value.
        path: where it comes from, such as "wire.jsonl:17".
        settings: the run's options; ``fields`` say where a record keeps what, ``max_size`` how long its text may be.
        notice: is told what a user should know.

    Raises:
        ReadError: it is no object, has no text, or too much of it.

    Example: ``{"headline": "Vote delayed", "body": ["The board met."], "publishedAt": "2025-03-04T10:00:00Z"}`` gives
    the text "The board met.", with its title and its date.
    """
    if not isinstance(record, Mapping):
        raise ReadError(
            f"{called(path)} is {_kind(record)}, not a record", 'Give objects such as {"text": "…", "date": "…"}'
        )
    given = dict(settings.fields)
    keys = {plain(key): key for key in reversed(list(record))}

    def candidates(name: str) -> Iterator[object]:
        if name in given:
            yield at(record, given[name])
        else:
            yield from (record[keys[key]] for key in map(plain, NAMES[name]) if key in keys)

    def said(name: str) -> str | None:
        return next((found for value in candidates(name) if (found := ", ".join(_texts(value)))), None)

    text = next((found for value in candidates("text") if (found := "\n\n".join(_texts(value, numbers=False)))), "")
    if not text:
        raise ReadError(
            f"{called(path)} has no text (looked for {looked_for(given.get('text'))})",
            "Name its place: --field text=KEY.KEY",
        )
    check_size(text, path, settings.max_size)
    date = next((day for value in candidates("date") if (day := _date(value))), None)
    known = Known(said("title"), said("source"), said("author"), said("url"), date, said("id"))
    text, told = _unmarked(sound(text), path, notice)
    known = Known(*(mine or its for mine, its in zip(known, told, strict=True)))
    return make(text, path, known, settings.date, notice=notice)


def at(record: object, path: str) -> object:
    """Give what stands at a path of keys, or None: "story.body", "authors.0.name".

    A key that holds dots itself is found too, and goes first.
    """
    if isinstance(record, Mapping) and path in record:
        return record[path]
    value = record
    for key in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(key)
        elif isinstance(value, list) and key.isascii() and key.isdigit() and len(key) < 9:
            value = value[int(key)] if int(key) < len(value) else None
        else:
            return None
    return value


def plain(key: str) -> str:
    """Give a key as names are compared: small letters and digits only.

    Example: ``plain("date_published")`` → ``"datepublished"``
    """
    return "".join(char for char in key[:40].lower() if char.isalnum())


TEXTS = frozenset(map(plain, NAMES["text"]))


def looked_for(field: str | None) -> str:
    """Say under which names a text was looked for: the one that the user has given, or the likeliest."""
    return field or ", ".join(NAMES["text"][:4]) + " …"


def _texts(value: object, depth: int = 0, *, numbers: bool = True) -> Iterator[str]:
    """The texts of a value: a text, a list of them, an object that holds one under a key that says so."""
    if isinstance(value, str):
        if value.strip():
            yield value
    elif isinstance(value, (int, Decimal, float)) and numbers and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and depth < DEEPEST:
        for one in value:
            yield from _texts(one, depth + 1, numbers=numbers)
    elif isinstance(value, Mapping) and depth < DEEPEST:
        for key in INNER:
            found = list(_texts(value.get(key), depth + 1, numbers=numbers))
            if found:
                yield from found
                return


def _date(value: object) -> str | None:
    """A date as text; seconds or milliseconds since 1970, as number or in digits, become the day in UTC."""
    text = next(_texts(value), "").strip()[:100]
    whole = text.split(".")[0]
    if whole.isascii() and whole.isdigit():
        seconds = int(whole) // 1000 if len(whole) == 13 else int(whole)
        if FIRST_SECOND <= seconds < LAST_SECOND:
            return (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)).date().isoformat()
    return text or None


def _unmarked(text: str, path: str, notice: Notice) -> tuple[str, Known]:
    """A record's text without HTML around its words; a whole web page is read as one."""
    if not looks_like_html(text):
        return text, Known()
    if is_page(text):
        return page(text, path)
    try:
        return words(text) or text, Known()
    except ImportError:
        notice(
            f"{called(path)}: its text is HTML, whose tags are left in. To have them read: pip install 'newsclaims[html]'"
        )
        return text, Known()


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    return "a text" if isinstance(value, str) else "a list" if isinstance(value, list) else "a number"
