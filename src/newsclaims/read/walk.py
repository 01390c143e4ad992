"""Folders and patterns → what lies in them, in the order of names, without following links around in circles."""

from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple


class Entry(NamedTuple):
    """Something in a folder: its name, whether it is a folder itself, and whether a link leads to it."""

    name: str
    folder: bool
    link: bool


def files(folder: Path) -> Iterator[Path]:
    """Give the files below a folder, its subfolders' among them where their names stand; hidden ones are passed over.

    Links to files are followed; links to folders are not, so that none is entered twice. A subfolder that cannot be
    opened holds nothing.
    """
    opened = [(folder, iter(entries(folder)))]
    while opened:
        here, left = opened[-1]
        entry = next(left, None)
        if entry is None:
            opened.pop()
        elif not entry.folder:
            yield here / entry.name
        elif not entry.link:
            opened.append((here / entry.name, iter(entries(here / entry.name))))


def matches(pattern: str) -> Iterator[Path]:
    """Give the files and folders that a pattern stands for: ``*``, ``?`` and ``[…]`` in a name, ``**`` for any folders.

    Hidden names match only what begins with a dot itself; ``**`` does not follow links to folders.
    """
    parts = Path(pattern).parts
    plain = next(number for number, part in enumerate(parts) if _is_magic(part))
    yield from _matching(Path(*parts[:plain]), parts[plain:])


def is_pattern(path: str) -> bool:
    """Tell whether a name is a pattern."""
    return any(_is_magic(part) for part in Path(path).parts)


def entries(folder: Path, dots: bool = False) -> list[Entry]:
    """List a folder: its files and folders by name, hidden ones only where asked for; nothing if it cannot be opened."""
    try:
        with os.scandir(folder) as found:
            listed = (_entry(one) for one in found if dots or not one.name.startswith("."))
            return sorted(entry for entry in listed if entry)
    except OSError:
        return []


def _matching(folder: Path, parts: Sequence[str]) -> Iterator[Path]:
    first, rest = parts[0], parts[1:]
    if first == "**":
        for below in _folders(folder):
            if rest:
                yield from _matching(below, rest)
            else:
                yield from (below / entry.name for entry in entries(below) if not entry.folder)
        return
    for entry in entries(folder, dots=first.startswith(".")):
        if fnmatch.fnmatch(entry.name, first):
            if not rest:
                yield folder / entry.name
            elif entry.folder:
                yield from _matching(folder / entry.name, rest)


def _folders(folder: Path) -> Iterator[Path]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += (here / entry.name for entry in entries(here) if entry.folder and not entry.link)


def _entry(found: os.DirEntry[str]) -> Entry | None:
    """An entry that is a folder or a file, and not a pipe, a socket, a device, or a link to nothing."""
    try:
        folder = found.is_dir()
        return Entry(found.name, folder, found.is_symlink()) if folder or found.is_file() else None
    except OSError:  # a link that leads to itself
        return None


def _is_magic(part: str) -> bool:
    return any(char in part for char in "*?[")
