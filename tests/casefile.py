"""Case files: articles in, claims out, in a plain text format that anyone can add to (see tests/cases/README.md)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

CASES = Path(__file__).parent / "cases"
SAMPLES = Path(__file__).parent.parent / "data" / "samples"
GROUPS = ("cases", "articles", "held-out")
"""Articles about one construction; whole ones whose errors are read and mended; whole ones whose errors nobody reads."""
STATUSES = ("actual", "negated", "possible", "future", "conditional")
_PLACE = re.compile(r"^(?P<text>.*?)(?:#(?P<nth>\d+))?(?:@(?P<line>\d+))?$")


class Mention(NamedTuple):
    """A stretch of the article (code points, end exclusive) and the name it stands for."""

    text: str
    start: int
    end: int
    entity: str


class GoldClaim(NamedTuple):
    """A claim as a person annotated it. ``date`` is the ISO value, "" for a date that stays unresolved."""

    action: Mention
    actor: Mention | None = None
    target: Mention | None = None
    source: Mention | None = None
    cue: Mention | None = None
    via: Mention | None = None
    date: str | None = None
    status: str = "actual"
    optional: bool = False
    where: str = ""


class Case(NamedTuple):
    """One small article with its claims. ``name`` is "file/title", ``path`` the sample it was read from, if any."""

    name: str
    text: str
    published: dt.date | None
    claims: tuple[GoldClaim, ...]


class CaseError(ValueError):
    """A case file that does not follow the format; the message begins with file and line."""


class _Draft:
    """A case while its file is being read: text lines, and claim lines that wait for the text to be complete."""

    def __init__(self, name: str, published: dt.date | None, lines: list[str] | None = None) -> None:
        self.name, self.published = name, published
        self.lines: list[str] = lines or []
        self.claims: list[tuple[int, int, str]] = []  # line of the case file, line of the article, the claim

    def finish(self, path: Path) -> Case:
        text = "\n".join(self.lines) + "\n"
        claims = tuple(_claim(text, line, raw, f"{path.name}:{at}") for at, line, raw in self.claims)
        return Case(self.name, text, self.published, claims)


def files(group: str, folder: Path = CASES) -> list[Path]:
    """Give the case files of one of `GROUPS`, by name: ``articles-*.case``, those in ``held-out/``, and all others."""
    if group == "held-out":
        return sorted((folder / group).glob("*.case"))
    whole = group == "articles"
    return [path for path in sorted(folder.glob("*.case")) if path.name.startswith("articles-") is whole]


def load(group: str = "cases", folder: Path = CASES) -> list[Case]:
    """Give every case of a group, by file name and then in the file's order.

    Raises:
        CaseError: a file breaks the format, or a span does not stand in its line.
    """
    return [case for path in files(group, folder) for case in read(path)]


def read(path: Path) -> Iterator[Case]:
    """Read one case file.

    Raises:
        CaseError: the file breaks the format, or a span does not stand in its line.
    """
    published: dt.date | None = None
    draft: _Draft | None = None
    line = 0
    for at, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{path.name}:{at}"
        key, _, value = (part.strip() for part in raw.partition(":"))
        if not raw.strip() or raw.startswith("#"):
            continue
        if raw.startswith("== "):
            if draft:
                yield draft.finish(path)
            draft = _Draft(f"{path.stem}/{raw[3:].strip()}", published)
        elif draft is None and key == "published":
            published = _day(value, where)
        elif draft is None and key == "article":
            draft = _Draft(path.stem, published, (SAMPLES / value).read_text(encoding="utf-8").splitlines())
        elif draft is None:
            _fail(where, "expected 'published:', 'article:' or '== title'")
        elif raw.startswith("    > "):
            draft.claims.append((at, line or len(draft.lines), raw[6:].strip()))
        elif raw.startswith("line ") and raw[5:].isdigit():
            line = int(raw[5:])
        elif raw.startswith("published: ") and not draft.lines:
            draft.published = _day(value, where)
        elif raw[0].isspace():
            _fail(where, "a claim begins with four spaces, '>' and a space")
        elif line:
            _fail(where, "a case with 'article:' holds only 'line N' and claims")
        else:
            draft.lines.append(raw)
    if draft:
        yield draft.finish(path)


def _claim(text: str, line: int, raw: str, where: str) -> GoldClaim:
    cells = [cell.strip() for cell in raw.split(" | ")]
    if len(cells) < 3:
        _fail(where, "a claim needs 'actor | action | target'")
    actor, action, target = (None if cell == "-" else _mention(text, line, cell, where) for cell in cells[:3])
    if action is None:
        _fail(where, "a claim needs an action")
    fields: dict[str, Mention | None] = {"source": None, "cue": None, "via": None}
    date: str | None = None
    status, optional = "actual", False
    for cell in cells[3:]:
        key, colon, value = cell.partition(": ")
        if cell in STATUSES:
            status = cell
        elif cell == "optional":
            optional = True
        elif colon and key in fields:
            fields[key] = _mention(text, line, value, where)
        elif colon and key == "date":
            words, _, iso = value.rpartition(" = ")
            _mention(text, line, words, where)
            date = "" if iso == "?" else iso
        else:
            _fail(where, f"no such field: {cell!r}")
    if fields["cue"] and not fields["source"]:
        _fail(where, "a cue without a source")
    return GoldClaim(action, actor, target, **fields, date=date, status=status, optional=optional, where=where)


def _mention(text: str, line: int, cell: str, where: str) -> Mention:
    words, _, entity = cell.partition(" = ")
    place = _PLACE.match(words.strip())
    assert place is not None
    wanted = int(place["line"] or line)
    lines = text.split("\n")
    if not 1 <= wanted <= len(lines):
        _fail(where, f"there is no line {wanted}")
    start = sum(len(each) + 1 for each in lines[: wanted - 1])
    hits = [hit.start() for hit in _whole(place["text"]).finditer(lines[wanted - 1])]
    nth = int(place["nth"] or 1)
    if len(hits) < nth:
        _fail(where, f"{words!r} does not stand in line {wanted} of the article: {lines[wanted - 1][:60]!r}")
    at = hits[nth - 1]
    return Mention(place["text"], start + at, start + at + len(place["text"]), entity.strip() or place["text"])


def _whole(words: str) -> re.Pattern[str]:
    """Find words where they are no part of a longer word: "is", but not in "this"."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(before + re.escape(words) + after)


def _day(value: str, where: str) -> dt.date | None:
    if value == "unknown":
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        _fail(where, f"not a date: {value!r}; write 2025-03-14 or unknown")


def _fail(where: str, message: str) -> NoReturn:
    raise CaseError(f"{where}: {message}")
