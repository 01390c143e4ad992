"""JSON → its records, however large the file: of a list, of a list inside an object, of objects one after the other."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from newsclaims.errors import ReadError
from newsclaims.read.blocks import megabytes
from newsclaims.read.encoding import called
from newsclaims.read.records import NAMES, plain

# keys whose list holds the records: of news services' answers, feeds, search engines, linked data
LISTS = frozenset(
    "articles items results records documents docs data entries stories news posts pages hits @graph rows".split()
)
TEXTS = frozenset(map(plain, NAMES["text"]))
DEEPEST_LIST = 3  # {"response": {"results": […]}}
DEEPEST = 100


class Value(NamedTuple):
    """A value that is complete; ``top`` if it stands in no list."""

    value: object
    top: bool


def values(parts: Iterable[bytes], path: str, limit: int) -> Iterator[tuple[str, object]]:
    """Read the records of a JSON file as they come; memory is needed for one of them.

    Args:
        parts: the bytes, in UTF-8.
        path: where they come from.
        limit: bytes that a record may have, roughly.

    Yields:
        Each record's name ("dump.json#3", counted from 1; a single object goes by the file's own name) and its value.

    Raises:
        ReadError: the file is broken or nested too deeply from here on, or a record too large.
    """
    number = 0
    alone: list[object] = []
    try:
        for value, top in _values(parts, limit):
            number += 1
            if number == 1 and top:
                alone.append(value)
                continue
            if number == 2 and alone:
                yield f"{path}#1", alone[0]
            yield f"{path}#{number}", value
    except ReadError as error:
        if number == 1 and alone:
            yield f"{path}#1", alone[0]
        after = f" after record {number}" if number else ""
        raise ReadError(f"{called(path)} {error.message}{after}", error.hint) from error
    if number == 1 and alone:
        yield path, alone[0]
    elif number == 0:
        raise ReadError(f"{called(path)} holds no records", 'Give a list of objects such as {"text": "…", "date": "…"}')


def _values(parts: Iterable[bytes], limit: int) -> Iterator[Value]:
    """Feed the parser part by part; hand out what is complete before asking for more."""
    from ijson.backends.python import basic_parse_coro  # those built on C libraries crash on numbers of 5,000 digits
    from ijson.common import JSONError
    from ijson.utils import sendable_list

    events: Any = sendable_list()
    parser = basic_parse_coro(events, multiple_values=True)
    building = _Building()
    size = 0
    try:
        for part, last in _regrouped(parts, events, limit):
            broken: Exception | None = None
            try:
                if part:  # nothing would mean the end
                    parser.send(part)
                if last:
                    parser.close()
            except (JSONError, ValueError) as error:
                broken = error
            size += len(part)
            for event, value in events:
                done = building.take(event, value)
                if done:
                    size = 0
                    yield done
            if size > limit:
                what = f"holds a record larger than {megabytes(limit)}, or no list of records under a usual name"
                raise ReadError(what, "Raise --max-size if it is one article indeed, or turn it into JSON Lines")
            if broken is not None:
                reason = str(broken).partition("\n")[0][:100]
                hint = "Mend it, or turn it into JSON Lines, of which one may be broken"
                raise ReadError(f"is broken JSON ({reason})", hint)
    finally:
        with contextlib.suppress(JSONError, ValueError):  # what is left unread is no news
            parser.close()


def _regrouped(parts: Iterable[bytes], events: list[Any], limit: int) -> Iterator[tuple[bytes, bool]]:
    """Put parts together, twice as many each time, while they complete nothing: the parser reads a text again from its
    beginning with each part. Says of each group whether it is the last; takes the events away that were seen."""
    group: list[bytes] = []
    size = wanted = 0
    for part in parts:
        group.append(part)
        size += len(part)
        if size >= min(wanted, limit):
            yield b"".join(group), False
            wanted = 0 if events else 2 * size
            events.clear()
            group, size = [], 0
    yield b"".join(group), True


class _Building:
    """Puts values together from a parser's events, and lets go of each record as soon as it is complete."""

    def __init__(self) -> None:
        self._stack: list[dict[str, object] | list[object]] = []
        self._keys: list[str] = []  # of each that is open, the key that is read
        self._list: list[object] | None = None  # the open list that holds the records
        self._records = False  # whether such a list has held any
        self._text = False  # whether an object has a text, and so is a record whose lists are its own

    def take(self, event: str, value: Any) -> Value | None:
        """Take an event; give the record that it completes."""
        if event == "map_key":
            self._keys[-1] = value
            return None
        if event.startswith("start"):
            self._open([] if event == "start_array" else {})
            return None
        if event.startswith("end"):
            value = self._stack.pop()
            self._keys.pop()
        return self._complete(value)

    def _open(self, value: dict[str, object] | list[object]) -> None:
        if len(self._stack) >= DEEPEST:
            raise ReadError(f"is JSON nested deeper than {DEEPEST} levels", "Articles are not; look at what it holds")
        if isinstance(value, list) and self._list is None and self._holds_records():
            self._list = value
        self._stack.append(value)
        self._keys.append("")

    def _holds_records(self) -> bool:
        """Whether a list that opens here is the list of records."""
        if not self._stack:
            return True
        named = self._keys[-1].lower() in LISTS and isinstance(self._stack[-1], dict)
        return named and len(self._stack) <= DEEPEST_LIST and isinstance(self._stack[0], dict) and not self._text

    def _complete(self, value: Any) -> Value | None:
        if not self._stack:
            envelope = (isinstance(value, list) and value is self._list) or self._records
            self._list, self._records, self._text = None, False, False
            return None if envelope else Value(value, top=True)
        around = self._stack[-1]
        if around is self._list and (isinstance(value, dict) or len(self._stack) == 1):
            self._records = True
            return Value(value, top=False)
        if value is self._list:
            self._list = None
        if isinstance(around, list):
            around.append(value)
        else:
            around[self._keys[-1]] = value
            self._text = self._text or (self._list is None and isinstance(value, str) and plain(self._keys[-1]) in TEXTS)
        return None
