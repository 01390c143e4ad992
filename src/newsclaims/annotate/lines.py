"""What kind of line each line is: body, headline, list, or what surrounds an article and holds no claims.

Told by structure (where it stands, how it ends, what it is made of) and by the set phrases of `lexicon/boilerplate.tsv`.
When in doubt a line is body: a caption too many is a smaller fault than a paragraph lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from newsclaims.annotate.boilerplate import ENDS, boilerplate, set_phrase
from newsclaims.annotate.marks import Line, LineKind
from newsclaims.annotate.times.words import vocabulary
from newsclaims.parse.columns import columns
from newsclaims.parse.places import positions

LONG = 160  # characters: a longer line is a paragraph, whatever it begins with
SHORT = 100  # characters: no longer line is a byline, a signature, or a teaser under its heading
TOP = 12  # lines: bylines and datelines stand above
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SMALL = frozenset(
    ("a", "an", "the", "and", "or", "of", "in", "on", "to", "for", "at", "by", "as", "with", "from", "vs", "v", "&")
)

_BULLET = re.compile(r"(?:[-*•·–▪►‣]|\d{1,2}[.)])\s+\S")
_DASHED = re.compile(r"[-–—―]\s?[A-Z]")
_BY = re.compile(r"(?:By|BY)\s+[A-Z][\w.'’-]+(?:\s|,|$)")
_NAME = re.compile(r"[A-Z][\w.'’-]*$")
_PATH = re.compile(r"\s[|>»/›·•]\s")
_READER = re.compile(r"\b(?:you|your|our|us|we)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+")


class _Text(NamedTuple):
    start: int
    end: int
    text: str
    verb: bool


def lines(doc: Doc) -> tuple[Line, ...]:
    """Tell the lines of a Doc apart.

    Args:
        doc: a Doc in which line breaks are tokens of their own, as spaCy's tokenizers make them. Tags help: what has
            no finite verb
            is more likely a signature.

    Returns:
        The lines that are not empty, in text order, each without the white space around it.

    Example: of "Strike grounds flights / By Jane RoeBusiness / Ground crews walked out on Friday. / Sign up for our
    newsletter" the kinds
    are headline, byline, body and promotion.
    """
    texts = list(_texts(doc))
    found: list[Line] = []
    teasing = False
    for number, line in enumerate(texts):
        kind = _kind(texts, number)
        if teasing and kind in ("headline", "list", "teaser"):
            kind = "teaser"
        else:
            teasing = False
        teasing = teasing or set_phrase(line.text, "heading") is not None or set_phrase(line.text, "title") is not None
        found.append(Line(line.start, line.end, kind))
    return tuple(found)


def _texts(doc: Doc) -> Iterator[_Text]:
    tokens = columns(doc)
    breaks = [i for i in positions((True,), tokens.space) if "\n" in tokens.texts[i] or "\r" in tokens.texts[i]]
    start = 0
    for broken in (*breaks, len(doc)):
        first, end = start, broken
        start = broken + 1
        while first < end and tokens.space[first]:
            first += 1
        while end > first and tokens.space[end - 1]:
            end -= 1
        if end > first:
            yield _Text(first, end, tokens.text(first, end).strip(), not FINITE.isdisjoint(tokens.tags[first:end]))


def _kind(texts: Sequence[_Text], number: int) -> LineKind:
    line = texts[number]
    text = line.text
    if len(text) <= LONG:
        for where in ("heading", "title", "whole", "start", "end", "anywhere"):
            kind = set_phrase(text, where)
            if kind is not None and not (where in ("start", "anywhere") and _is_prose(text)):
                return kind
    if _is_trail(text):
        return "other"
    if _is_dateline(text, number):
        return "dateline"
    if len(text) <= SHORT and number < TOP and _is_byline(text):
        return "byline"
    if len(text) <= LONG and _is_doubled(texts, number):
        return "caption"
    if (
        _DASHED.match(text)
        and len(text) <= SHORT
        and not line.verb
        and not ENDS.search(text)
        and number > 0
        and not _bulleted(texts, number)
    ):
        return "signature"
    if _BULLET.match(text):
        return "list"
    return "headline" if _is_headline(texts, number) else "body"


def _is_prose(text: str) -> bool:
    """Say whether a line that holds a set phrase is a sentence of the article all the same.

    It is, if it opens with a quotation mark, or is long, ends like a sentence, holds no second set phrase and does not
    speak to the reader as promotion does.
    """
    if text[0] in "\"“‘'":
        return True
    return len(text) > SHORT and bool(ENDS.search(text)) and not _READER.search(text) and _phrases_in(text) < 2


def _phrases_in(text: str) -> int:
    low = text.lower()
    entries = [*boilerplate("start").items(), *boilerplate("anywhere").items()]
    return sum(phrase in low for phrase, kind in entries if kind == "promotion")


def _is_trail(text: str) -> bool:
    """Say whether a line is a trail of sections: "Home > Business > Aviation"."""
    if len(text) > LONG:
        return False
    parts = [part.strip() for part in _PATH.split(text)]
    return len(parts) > 2 and all(0 < len(part) < 30 for part in parts) and not ENDS.search(text)


def _is_dateline(text: str, number: int) -> bool:
    """Say whether a line is but a date, a time or a place with a date."""
    if number >= TOP or len(text) > SHORT or not any(map(str.isdigit, text)):
        return False
    words = [word.lower() for word in _WORD.findall(text)]
    timely = sum(any(word in vocabulary(kind) for kind in ("month", "month_abbreviation", "weekday")) for word in words)
    if not timely or not any(word.isdigit() for word in words):
        return False
    kinds = (
        "month",
        "month_abbreviation",
        "weekday",
        "weekday_abbreviation",
        "meridiem",
        "zone",
        "publication",
        "ordinal_ending",
    )
    known = [word.isdigit() or any(word in vocabulary(kind) for kind in kinds) for word in words]
    return all(known) or (sum(known) >= 3 and sum(known) * 2 > len(words) and not ENDS.search(text) and _titled(text))


def _is_byline(text: str) -> bool:
    """Say whether a line is "By Jane Roe", also with what she is, or glued to a section ("By Jane RoePolitics")."""
    if _BY.match(text):
        return not ENDS.search(text.rstrip(".")) and _titled(text[3:]) and len(text.split()) <= 14
    head, comma, role = text.partition(",")
    names = head.split()
    titled = 2 <= len(names) <= 4 and all(_NAME.match(name) for name in names)
    return (
        bool(comma)
        and titled
        and role.split()[-1:] != []
        and role.split()[-1].lower() in _trades()
        and not ENDS.search(text)
    )


def _is_doubled(texts: Sequence[_Text], number: int) -> bool:
    """Say whether a line stands twice in a row, or holds one text twice, as captions of pictures do."""
    text = texts[number].text
    for near in (number - 1, number + 1):
        if 0 <= near < len(texts) and texts[near].text == text and len(text) > 20:
            return True
    half = len(text) // 2
    return len(text) > 40 and any(text[:cut].strip() == text[cut:].strip() for cut in (half, half + 1))


def _bulleted(texts: Sequence[_Text], number: int) -> bool:
    near = [texts[i].text for i in (number - 1, number + 1) if 0 <= i < len(texts)]
    return any(text[0] == texts[number].text[0] for text in near)


def _is_headline(texts: Sequence[_Text], number: int) -> bool:
    text = texts[number].text
    if number == 0 and len(text) <= LONG:
        return len(texts) == 1 or len(texts[1].text) > 0
    if len(text) > SHORT + 20 or ENDS.search(text):
        return False
    return _titled(text) or len(text.split()) <= 14


def _titled(text: str) -> bool:
    """Say whether nearly all words begin with a capital, small words aside."""
    words = [word for word in _WORD.findall(text) if word.lower() not in SMALL and word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 5 >= len(words) * 4


@cache
def _trades() -> frozenset[str]:
    return frozenset(vocabulary("trade"))
