"""A source's bytes, block by block: opened, unpacked if they are compressed, and never more of them than was agreed."""

from __future__ import annotations

import itertools
import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import Literal

from newsclaims.errors import ReadError
from newsclaims.read.encoding import called

SIZE = 1 << 16
GZIP = b"\x1f\x8b"
HEAD = 1 << 20


def blocks(path: str) -> Iterator[bytes]:
    """Read a file, or standard input for "-", in blocks; standard input's are passed on as they arrive.

    Raises:
        ReadError: it cannot be opened or read.
    """
    try:
        if path == "-":
            stream = sys.stdin.buffer
            read = getattr(stream, "read1", stream.read)
            yield from iter(lambda: read(SIZE), b"")
        else:
            with open(path, "rb") as file:
                yield from iter(lambda: file.read(SIZE), b"")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReadError(f"cannot read {path}: {reason}", "Check that the file is there and that you may read it") from error


def unpacked(packed: Iterator[bytes], path: str, limit: int) -> Iterator[bytes]:
    """Unpack what is compressed by gzip, told by its first two bytes, and pass on what is not.

    Args:
        packed: a source's bytes.
        path: where they come from, for messages.
        limit: how many bytes it may unpack to.

    Raises:
        ReadError: it is broken, is cut off, or holds more than ``limit``.
    """
    start = b""
    for block in packed:
        start += block
        if len(start) >= len(GZIP):
            break
    whole = itertools.chain([start], packed) if start else packed
    yield from _capped(_gunzip(whole, path), path, limit) if start.startswith(GZIP) else whole


def head(rest: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """Look at how a source begins.

    Returns:
        Its first bytes: the first line that is not blank, and at least one character of what stands after it, if it
        does not take too many; and all of its blocks again.
    """
    seen = bytearray()
    looking_for: Literal["words", "line end", "more"] = "words"
    for block in rest:
        seen += block
        if looking_for == "words":
            block = block.lstrip()
            looking_for = "line end" if block else "words"
        if looking_for == "line end":
            _, end, block = block.partition(b"\n")
            looking_for = "more" if end else "line end"
        if len(seen) >= HEAD or (looking_for == "more" and block.strip()):
            break
    start = bytes(seen)
    return start, itertools.chain([start], rest)


def joined(parts: Iterable[bytes], path: str, limit: int) -> bytes:
    """Put the blocks of one article together.

    Raises:
        ReadError: there are more than ``limit`` bytes.
    """
    kept: list[bytes] = []
    size = 0
    for part in parts:
        kept.append(part)
        size += len(part)
        if size > limit:
            raise too_large(path, limit)
    return b"".join(kept)


def too_large(path: str, limit: int) -> ReadError:
    """Give the error of an article that has more than ``limit`` bytes."""
    return ReadError(f"{called(path)} is larger than {megabytes(limit)}", "Raise --max-size if it is one article indeed")


def megabytes(size: int) -> str:
    """Say a size as people do.

    Example: ``megabytes(20_000_000)`` → ``"20 MB"``
    """
    for unit, name in ((10**9, "GB"), (10**6, "MB"), (10**3, "KB")):
        if size >= unit:
            return f"{size / unit:.4g} {name}"
    return f"{size} bytes"


def _gunzip(packed: Iterable[bytes], path: str) -> Iterator[bytes]:
    """Unpack the members of a gzip file one after the other; zero bytes that pad it at the end are passed over."""
    member = None
    try:
        for block in packed:
            left = block
            while left:
                if member is None:
                    left = left.lstrip(b"\0")
                    if not left:
                        break
                    member = zlib.decompressobj(wbits=31)
                yield member.decompress(left, SIZE)
                left = member.unused_data if member.eof else member.unconsumed_tail
                member = None if member.eof else member
        if member is not None:
            yield member.flush()
    except zlib.error as error:
        raise ReadError(f"{called(path)} is broken as a gzip file", "Fetch or pack it again") from error
    if member is not None and not member.eof:
        raise ReadError(f"{called(path)} is cut off: its compressed end is missing", "Fetch or pack it again")


def _capped(parts: Iterable[bytes], path: str, limit: int) -> Iterator[bytes]:
    size = 0
    for part in parts:
        size += len(part)
        if size > limit:
            what = f"{called(path)} unpacks to more than {megabytes(limit)}"
            raise ReadError(what, "Raise --max-unpacked if it holds articles indeed")
        yield part
