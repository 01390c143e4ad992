"""JSON → its records, however large the file: of a list, of a list inside an object, of objects one after the other."""

from __future__ import annotations

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
    alone: object = None
    try:
        for value, top in _values(parts, limit):
            number += 1
            if number == 1 and top:
                alone = value
                continue
            if number == 2 and alone is not None:
                yield f"{path}#1", alone
            yield f"{path}#{number}", value
    except ReadError as error:
        if number == 1 and alone is not None:
            yield f"{path}#1", alone
        after = f" after record {number}" if number else ""
        raise ReadError(f"{called(path)} {error.message}{after}", error.hint) from error
    if number == 1 and alone is not None:
        yield path, alone
    elif number == 0:
        raise ReadError(f"{called(path)} holds no records", 'Give a list of objects such as {"text": "…", "date": "…"}')


def _values(parts: Iterable[bytes], limit: int) -> Iterator[Value]:
    """Feed the parser part by part; hand out what is complete before asking for more."""
    import ijson  # seldom needed

    events: Any = ijson.sendable_list()
    parser = ijson.basic_parse_coro(events, multiple_values=True)
    building = _Building()
    size = 0
    ended = False
    feed = iter(parts)
    while not ended:
        part = next(feed, None)
        broken: Exception | None = None
        try:
            if part is None:
                ended = True
                parser.close()
            else:
                parser.send(part)
        except (ijson.JSONError, ValueError) as error:  # the second: a number of thousands of digits
            broken = error
        size += len(part or b"")
        for event, value in events:
            done = building.take(event, value)
            if done:
                size = 0
                yield done
        events.clear()
        if broken is not None:
            reason = str(broken.args[0] if broken.args else broken).strip().partition("\n")[0][:100]
            raise ReadError(f"is broken JSON ({reason})", "Mend it, or turn it into JSON Lines, of which one may be broken")
        if size > limit:
            what = f"holds a record larger than {megabytes(limit)}, or no list of records under a usual name"
            raise ReadError(what, "Raise --max-size if it is one article indeed, or turn it into JSON Lines")


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
            envelope = value is self._list or self._records
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
