"""JSON Lines → values, one a line; a line that is broken or too long is told of, and the next one read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newsclaims.errors import ReadError
from newsclaims.read.blocks import too_large
from newsclaims.read.encoding import called
from newsclaims.read.known import Notice


def values(
    parts: Iterable[bytes], path: str, limit: int, notice: Notice, first: int = 1
) -> Iterator[tuple[str, object | ReadError]]:
    """Read JSON Lines as they come; memory is needed for one line.

    Args:
        parts: the bytes, in UTF-8; lines that are not are taken for Western Windows.
        path: where they come from.
        limit: bytes that a line may have.
        notice: is told what a user should know.
        first: the number of the first line, where others stand before it.

    Yields:
        Each line's name ("wire.jsonl:17", counted from 1) and its value, or a ReadError in its place; blank lines
        are passed over.

    Raises:
        ReadError: all lines of the file are blank.
    """
    empty = True
    for number, line in enumerate(lines(parts, limit), start=first):
        name = f"{path}:{number}"
        if line is None:
            empty = False
            yield name, too_large(name, limit)
        elif line.strip():
            empty = False
            yield name, value_of(line, name, notice)
    if empty and first == 1:
        raise ReadError(f"{called(path)} is empty", "Give records, one a line")


def lines(parts: Iterable[bytes], limit: int) -> Iterator[bytes | None]:
    """Split a stream of bytes into lines, line feeds removed; None in the place of one longer than ``limit``."""
    kept: list[bytes] = []
    size = 0
    for part in parts:
        *ended, rest = part.split(b"\n")
        for piece in ended:
            size += len(piece)
            yield b"".join([*kept, piece]) if size <= limit else None
            kept, size = [], 0
        size += len(rest)
        if size > limit:
            kept.clear()
        elif rest:
            kept.append(rest)
    if size:
        yield b"".join(kept) if size <= limit else None


def value_of(line: bytes, name: str, notice: Notice) -> object | ReadError:
    """Read one JSON value, or give the ReadError that says what is wrong with it."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = line.decode("cp1252", "replace")
        notice(f"{called(name)} is not UTF-8; read as cp1252")
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        reason = f"is broken JSON: {error.msg[:1].lower()}{error.msg[1:]} at character {error.pos + 1}"
    except RecursionError:
        reason = "is JSON nested too deeply"
    except ValueError:
        reason = "holds a number of too many digits"
    else:
        return value
    return ReadError(f"{called(name)} {reason}", "Mend or remove the record")
