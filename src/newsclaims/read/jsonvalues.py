"""JSON → its records, however large the file: of a list, of a list inside an object, of objects one after the other.

The file is cut at its brackets, and each record is read by itself, so that one that is broken costs no other. (Of ijson's
parsers the one in C can be crashed by a number of 5,000 digits, and the one in Python keeps what it has read.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsclaims.errors import ReadError
from newsclaims.read.blocks import too_large
from newsclaims.read.encoding import called
from newsclaims.read.jsonlines import value_of
from newsclaims.read.known import Notice
from newsclaims.read.records import TEXTS, plain

# keys whose list holds the records: of news services' answers, feeds, search engines, linked data
LISTS = frozenset(
    f'"{key}"'.encode()
    for key in "articles items results records documents docs data entries stories news posts pages hits @graph rows".split()
)
DEEPEST_LIST = 3  # {"response": {"results": […]}}
LONGEST_KEY = 100
QUOTED = re.compile(rb'["\\]')
BRACKETS = re.compile(rb'["{}\[\]]')
PUNCTUATION = re.compile(rb'["{}\[\],:]')
OPENING, CLOSING = (b"{", b"["), (b"}", b"]")


class Piece(NamedTuple):
    """The bytes of one record, None if they are too many; ``top`` if it stands in no list."""

    data: bytes | None
    top: bool


def values(parts: Iterable[bytes], path: str, limit: int, notice: Notice) -> Iterator[tuple[str, object | ReadError]]:
    """Read the records of a JSON file as they come; memory is needed for one of them.

    Args:
        parts: the bytes, in UTF-8.
        path: where they come from.
        limit: bytes that a record may have.
        notice: is told what a user should know.

    Yields:
        Each record's name ("dump.json#3", counted from 1; a single object goes by the file's own name) and its value, or
        a ReadError in its place.

    Raises:
        ReadError: the file holds no records, or breaks off.
    """
    number = 0
    first: Piece | None = None

    def named(name: str, piece: Piece) -> tuple[str, object | ReadError]:
        return name, too_large(name, limit) if piece.data is None else value_of(piece.data, name, notice)

    cutter = _Cutter(limit)
    for piece in cutter.pieces(parts):
        number += 1
        if number == 1 and piece.top:
            first = piece
            continue
        if number == 2 and first:
            yield named(f"{path}#1", first)
        yield named(f"{path}#{number}", piece)
    if number == 1 and first:
        yield named(f"{path}#1" if cutter.is_open else path, first)
    if cutter.is_open:
        after = f" after record {number}" if number else ""
        raise ReadError(f"{called(path)} breaks off{after}: a bracket or quotation mark is never closed", "Fetch it again")
    if not number:
        raise ReadError(f"{called(path)} holds no records", 'Give a list of objects such as {"text": "…", "date": "…"}')


class _Cutter:
    """Cuts a stream of JSON into records by its brackets, whatever stands between them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: list[bytes] = []
        self._size = 0
        self._depth = 0  # brackets that are open,
        self._arrays = 0  # and square ones among them
        self._list = 0  # the depth inside the list of records; 0 outside
        self._candidate = 0  # that of a list which holds records if it begins with an object
        self._envelope = False  # whether such a list has begun, so that what is around it is no record
        self._text = False  # whether an object has a text, and so is a record whose lists are its own
        self._quoted = self._escaped = False
        self._before = b""  # the punctuation, or string, that came last
        self._key = b""

    @property
    def is_open(self) -> bool:
        """Whether something has not come to its end."""
        return self._depth > 0 or self._quoted

    def pieces(self, parts: Iterable[bytes]) -> Iterator[Piece]:
        """Give each record when it is complete."""
        for part in filter(None, parts):
            yield from self._cut(part)
        if not self.is_open:
            yield from self._piece(top=True)

    def _cut(self, part: bytes) -> Iterator[Piece]:
        kept = begun = 0  # up to where bytes are kept or dropped; where a string begins
        at = int(self._escaped)
        self._escaped = False
        while found := self._pattern().search(part, at):
            token, at = found[0], found.end()
            if token == b"\\":
                at += 1
                continue
            if token == b'"':
                if self._quoted:
                    self._before = (self._before + part[begun:at])[:LONGEST_KEY]
                else:
                    self._begin_string()
                    begun = at - 1
                self._quoted = not self._quoted
                continue
            if token == b"{" and self._before == b"[" and self._candidate == self._depth > 0:
                self._begin_list()
                kept = at - 1
            elif self._ends_piece(token):
                self._keep(part[kept : at - 1])
                yield from self._piece(top=not self._list)
                kept = at - (token in OPENING)
            if token in OPENING:
                if token == b"[" and self._open():
                    kept = at
                self._depth += 1
            elif token in CLOSING and self._depth:
                self._close(token)
                if not self._depth:
                    if not self._envelope:
                        self._keep(part[kept:at])
                        yield from self._piece(top=True)
                    kept = at
                    self._envelope = self._text = False
            elif token == b":":
                self._key = self._before
            self._before = token
        self._escaped = at > len(part)
        if self._quoted:
            self._before = (self._before + part[begun : begun + LONGEST_KEY])[:LONGEST_KEY]
        if self._list or not self._envelope:
            self._keep(part[kept:])

    def _pattern(self) -> re.Pattern[bytes]:
        if self._quoted:
            return QUOTED
        in_record = self._depth > (self._list or DEEPEST_LIST)
        return BRACKETS if in_record else PUNCTUATION

    def _ends_piece(self, token: bytes) -> bool:
        """Whether what has been kept ends before this token: between the records of a list, or outside of everything."""
        if self._depth != self._list:
            return False
        return token == b"," or (token in CLOSING if self._depth else token in OPENING)

    def _begin_string(self) -> None:
        if (
            self._before == b":"
            and not (self._list or self._arrays)
            and plain(self._key.decode("utf-8", "replace")) in TEXTS
        ):
            self._text = True
        self._before = b""

    def _begin_list(self) -> None:
        self._list = self._depth
        self._envelope = True
        self._kept.clear()
        self._size = 0

    def _open(self) -> bool:
        """Open a list; tell whether it is that of the records for certain, as one outside of everything is."""
        named = self._before == b":" and self._key.lower() in LISTS and self._depth <= DEEPEST_LIST
        self._candidate = self._depth + 1 if named and not (self._list or self._arrays or self._text) else 0
        self._arrays += 1
        if self._depth:
            return False
        self._list = 1
        self._envelope = True
        return True

    def _close(self, token: bytes) -> None:
        if self._depth == self._list:
            self._list = 0
        self._depth -= 1
        self._arrays = max(self._arrays - (token == b"]"), 0) if self._depth else 0

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._limit:
            self._kept.clear()
        elif data:
            self._kept.append(data)

    def _piece(self, *, top: bool) -> Iterator[Piece]:
        """Give what has been kept, if it is anything, and keep no more of it."""
        data = b"".join(self._kept)
        if self._size > self._limit:
            yield Piece(None, top)
        elif data.strip():
            yield Piece(data, top)
        self._kept.clear()
        self._size = 0
