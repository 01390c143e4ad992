"""Inputs → parts: small files together, large JSON Lines cut at line ends; the same inputs give the same parts."""

from __future__ import annotations

import hashlib
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from newsclaims.claim import Failure
from newsclaims.cluster.files import File, beginning, files
from newsclaims.cluster.job import Part, Slice
from newsclaims.errors import ReadError
from newsclaims.read.kinds import PACKED, SUFFIXES, suffix

SIZE = 8_000_000  # bytes of a part: some minutes of work on a core
UNPACKS_TO = 4  # times its size, a .gz file of news
LEAST = 2_000  # what a file weighs at least: opening it takes time too
PEEKS = 16  # files looked at at once


class Plan(NamedTuple):
    """The parts, in the order of the inputs; a digest of these, and one of their names; how many; paths of nothing.

    ``digest`` differs once a file has changed, and ``named`` only once there are other files.
    """

    parts: tuple[Part, ...]
    digest: str
    named: str
    files: int
    size: int
    failures: tuple[Failure, ...]


class Piece(NamedTuple):
    """A slice, what it weighs, and what tells the file that it is of from the same one with other bytes."""

    slice: Slice
    weight: int
    state: str


class Range(NamedTuple):
    """Bytes of a file whose line feeds are to be counted."""

    path: str
    url: str
    start: int
    end: int


def planned(
    paths: Iterable[str], options: Mapping[str, str], size: int = SIZE, *, without: Callable[[str], bool] | None = None
) -> Plan:
    """Cut the inputs into parts.

    Args:
        paths: files, folders, patterns, here or at addresses.
        options: what the claims depend on: parts of other options have other names.
        size: bytes of a part, about; a packed file counts four times, and is not cut.
        without: says of a file, by where it is, that it is not to be read.

    Example: of a folder with three articles of 3 KB and ``wire.jsonl`` of 20 MB come four parts: one with the
    articles and the first 8 MB of lines, one with the next 8 MB, one with the rest … in the order of names.
    """
    found: dict[str, File] = {}
    failures = []
    for path in paths:
        try:
            for file in files(path):
                if not (without and without(file.url)):
                    found.setdefault(file.url, file)
        except ReadError as error:
            failures.append(Failure(path=path, message=str(error)))
    salt = _digest([sorted(options.items()), size])
    groups = _groups(_pieces(list(found.values()), size), size)
    parts = tuple(
        Part(f"part-{number:06}-{_digest([salt, group])}", tuple(piece.slice for piece in group))
        for number, group in enumerate(groups)
    )
    everything = _digest([[file.path, file.size, file.state] for file in found.values()])
    named = _digest([file.path for file in found.values()])
    return Plan(parts, everything, named, len(found), sum(file.size for file in found.values()), tuple(failures))


def uncounted(parts: Sequence[Part], todo: Iterable[Part]) -> list[Range]:
    """Give the ranges whose lines must be counted before it is known by which numbers the lines of some parts go."""
    last: dict[str, int] = {}
    for part in todo:
        last |= {one.url: one.start for one in part.slices if one.start}
    ranges = []
    before: dict[str, int] = {}
    for one in (one for part in parts for one in part.slices):
        if 0 < one.start <= last.get(one.url, 0):
            # the first line of a slice follows the first line feed that is at its start less one, or later
            ranges.append(Range(one.path, one.url, before.get(one.url, 0), one.start - 1))
            before[one.url] = one.start - 1
    return ranges


def numbered(parts: Iterable[Part], ranges: Iterable[Range], counted: Mapping[Range, int]) -> Iterator[Part]:
    """Give parts whose slices know the numbers of their first lines: one more than there are line feeds before."""
    first: dict[tuple[str, int], int] = {}
    total: dict[str, int] = {}
    for one in ranges:
        total[one.url] = total.get(one.url, 0) + counted[one]
        first[one.url, one.end + 1] = total[one.url] + 2
    for part in parts:
        yield part._replace(slices=tuple(one._replace(first=first.get((one.url, one.start), 1)) for one in part.slices))


def _pieces(found: Sequence[File], size: int) -> Iterator[Piece]:
    """Give whole files, and the pieces of those that can be cut."""
    large = [file for file in found if file.size > size and _may_be_cut(file)]
    with ThreadPoolExecutor(PEEKS) as pool:
        heads = dict(zip((file.url for file in large), pool.map(beginning, (file.url for file in large)), strict=True))
    for file in found:
        if heads.get(file.url, b"").removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
            for start in range(0, file.size, size):
                end = min(start + size, file.size)
                yield Piece(Slice(file.path, file.url, start, end), end - start, file.state)
        else:
            weight = file.size * (UNPACKS_TO if file.path.lower().endswith(PACKED) else 1)
            yield Piece(Slice(file.path, file.url), max(weight, LEAST), file.state)


def _may_be_cut(file: File) -> bool:
    return SUFFIXES.get(suffix(file.path)) == "lines" and not file.path.lower().endswith(PACKED)


def _groups(pieces: Iterable[Piece], size: int) -> Iterator[list[Piece]]:
    """Put pieces together, in their order, until they weigh enough."""
    group: list[Piece] = []
    weight = 0
    for piece in pieces:
        if group and weight + piece.weight > size:
            yield group
            group, weight = [], 0
        group.append(piece)
        weight += piece.weight
    if group:
        yield group


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:16]
