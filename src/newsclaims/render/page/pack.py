"""All readings of a run as one compact record, which the page's scripts unfold (js/data.js)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsclaims.claim import Failure
from newsclaims.read.front import front_matter
from newsclaims.render.page.clusters import clusters
from newsclaims.render.page.excerpt import excerpt, whole
from newsclaims.render.page.shape import ROLES, STATUSES, Name, Row, Shaped
from newsclaims.render.safe import visible

TEXTS = 1_000_000  # characters of text that a page carries; if there are more, it has only the sentences of claims
Packed = dict[str, Any]


def pack(articles: Sequence[Shaped], failures: Sequence[Failure] = ()) -> Packed:
    """Give the page's data, ready for JSON.

    ``names`` are entities, with 1 for those that are names; claims refer to them by their place there. A claim is a list:
    article, actors, targets, sources, status, confidence in per cent, date, start and length of its sentence, and its parts
    as role, start (from the sentence's) and length in turn; then 1 if its source denies it. All offsets are UTF-16 units
    into the article's ``text``.

    Of several articles it has what `clusters` gives too.

    Args:
        articles: what `shape` made of the readings.
        failures: articles that could not be read.
    """
    names: dict[str, tuple[int, Name]] = {}
    entire = sum(len(article.text) for article in articles) <= TEXTS
    records, claims = [], []
    for number, article in enumerate(articles):
        all_of_it = entire and not article.partial
        text, place = _text(article, entire=all_of_it)
        records.append(_record(article, text, entire=all_of_it))
        claims += [[number, *_claim(row, names, place)] for row in article.rows]
    return {
        "statuses": STATUSES,
        "roles": ROLES,
        "names": [name for _, name in names.values()],
        "articles": records,
        "claims": claims,
        "failures": [visible(failure.message) for failure in failures],
        **clusters(articles),
    }


def _text(article: Shaped, *, entire: bool) -> tuple[str, Any]:
    stretches = [(row.start, row.end) for row in article.rows]
    stretches += [(part.start, part.end) for row in article.rows for part in row.parts]
    if not entire:
        return excerpt(article.text, stretches)
    front = front_matter(article.text)[1]
    first = min([front, *(start for start, _ in stretches)])
    return whole(article.text, first + len(article.text[first:]) - len(article.text[first:].lstrip()))


def _record(article: Shaped, text: str, *, entire: bool) -> Packed:
    record = article.record
    known = {
        key: visible(value)
        for key in ("title", "publisher", "author", "url", "published", "path")
        if (value := getattr(record, key))
    }
    return {**known, "text": text, **({} if entire else {"excerpt": 1})}


def _claim(row: Row, names: dict[str, tuple[int, Name]], place: Any) -> list[Any]:
    def numbers(found: tuple[Name, ...]) -> list[int]:
        return [_number(name, names) for name in found]

    start, end = place(row.start), place(row.end)
    parts = [(part.role, place(part.start), place(part.end)) for part in row.parts]
    return [
        numbers(row.actors),
        numbers(row.targets),
        numbers(row.sources),
        row.status,
        row.confidence,
        list(row.date[:1] if len(set(row.date)) == 1 else row.date),
        start,
        end - start,
        [number for role, first, last in parts for number in (role, first - start, last - first)],
        *([1] if row.denied else []),
    ]


def _number(name: Name, names: dict[str, tuple[int, Name]]) -> int:
    """The number of a name; "The crew" and "the crew" are one, and it is a name if one of them is."""
    key = name[0].casefold()
    number, known = names.setdefault(key, (len(names), name))
    if name[1] and not known[1]:
        names[key] = (number, name)
    return number
