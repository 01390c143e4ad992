"""Front matter: what an article's first lines say about it (``title:``, ``date:``, ``author:``, ``source:``, ``url:``)."""

from __future__ import annotations

import re

KEYS = {
    "title": "title",
    "headline": "title",
    "date": "date",
    "published": "date",
    "author": "author",
    "by": "author",
    "source": "source",
    "publisher": "source",
    "url": "url",
    "link": "url",
}
FIELD = re.compile(r"([A-Za-z][\w-]{0,30}):[ \t]+(\S.*)|([A-Za-z][\w-]{0,30}):[ \t]*")
FENCE = "---"


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Find the front matter of an article.

    Args:
        text: the whole content.

    Returns:
        The fields, named ``title``, ``date``, ``author``, ``source``, ``url``, and the offset at which the article
        itself begins; ``({}, 0)`` where there is none. Two forms are known: lines between ``---`` fences, which may hold
        fields of any name, and bare lines up to the first empty one, all of which must be fields of a known name.

    Example::

        title: Harbour board delays vote
        date: 2025-03-04

        The harbour board put off its vote on Tuesday.
    """
    lines = text.splitlines(keepends=True)
    fenced = bool(lines) and lines[0].strip() == FENCE
    fields: dict[str, str] = {}
    end = len(lines[0]) if fenced else 0
    for line in lines[1:] if fenced else lines:
        stripped = line.strip()
        end += len(line)
        if stripped == FENCE if fenced else not stripped:
            return (fields, end) if fenced or fields else ({}, 0)
        match = FIELD.fullmatch(stripped)
        key = KEYS.get((match[1] or match[3]).lower()) if match else None
        if not fenced and key is None:
            break
        if match and key and match[2]:
            fields.setdefault(key, _unquoted(match[2].strip()))
    return {}, 0


def _unquoted(value: str) -> str:
    """Take off the marks around a whole value, and leave alone those that quote a part of it."""
    around = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" and value[0] not in value[1:-1]
    return value[1:-1].strip() if around else value
