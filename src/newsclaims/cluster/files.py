"""Files wherever they are: on a disk that all machines share, or at an address that fsspec knows, such as ``s3://…``."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from newsclaims.errors import ReadError
from newsclaims.read.discover import sources
from newsclaims.read.kinds import SUFFIXES, suffix

URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://")
BLOCK = 1 << 16
MAGIC = re.compile(r"[*?\[]")
LOCAL = "file"
INSTALL = "Install it: pip install 'newsclaims[dask]'"


# what stores and disks say of a file that differs once its bytes do, in the order in which they are believed: a tag of the
# content is better than a time, which another file with the same content has not
STATES = (
    *("ETag", "etag", "e_tag", "content_md5", "Content-MD5", "md5Hash", "crc32c", "checksum", "generation"),
    *("mtime", "LastModified", "last_modified", "Last-Modified", "updated", "modified", "timeModified", "created"),
)


class File(NamedTuple):
    """A file: what it is called in the output, where every machine finds it, and its size in bytes, 0 where unknown.

    ``state`` is what changes with its bytes, though their number may not: a store's tag of it, or a time; "" where unknown.
    """

    path: str
    url: str
    size: int
    state: str = ""


def is_url(path: str) -> bool:
    """Tell an address from the path of a file.

    Example: ``is_url("s3://bucket/news/*.jsonl.gz")`` → ``True``
    """
    return bool(URL.match(path))


def system(url: str) -> tuple[Any, str]:
    """Give the file system of fsspec that an address, or a path from the root, belongs to, and its name for it.

    Raises:
        ReadError: there is none, or what it needs is not installed.
    """
    try:
        import fsspec
    except ImportError as error:
        raise ReadError("files of a cluster are read by fsspec, which is not installed", INSTALL) from error
    try:
        if not is_url(url):
            return fsspec.filesystem(LOCAL), url
        if "::" in url:
            raise ReadError(f"cannot use {url}: chained addresses are not supported", "Name the files themselves")
        files, name = fsspec.url_to_fs(url)
    except ImportError as error:
        hint = "Here and on every worker: pip install s3fs for s3://, gcsfs for gs://"
        raise ReadError(f"cannot use {url}: {error}", hint) from error
    except ValueError as error:
        raise ReadError(f"cannot use {url}: {error}", "See docs/cluster.md for addresses") from error
    return files, str(name)


def files(path: str) -> Iterator[File]:
    """Give the files that a path stands for: as `newsclaims.read.discover.sources` does, also at an address.

    Yields:
        Files in the order of names within a folder or pattern; hidden ones are passed over.

    Raises:
        ReadError: there is nothing of that name, or the folder or pattern holds no article.
    """
    if not is_url(path):
        for source in sources(path):
            url = os.path.abspath(source)
            yield File(source, url, *_stat(url))
        return
    within, name = system(path)
    try:
        found = _listed(within, name)
    except FileNotFoundError:
        raise ReadError(f"no such file: {path}", "Check the name") from None
    except Exception as error:  # each file system has errors of its own
        raise ReadError(f"cannot list {path}: {error or type(error).__name__}", "Check the name and your access") from error
    if not found:
        raise ReadError(f"no article in {path}: no {', '.join('*' + one for one in SUFFIXES)}, packed (.gz) or not")
    for one in sorted(found, key=lambda name: name.split("/")):
        url = str(within.unstrip_protocol(one))
        yield File(url, url, int(found[one].get("size") or 0), state(found[one]))


def state(info: Mapping[str, Any]) -> str:
    """Give what changes with a file's bytes, out of what its file system tells in a listing, so that nothing is read for it.

    Example: ``state({"size": 9, "ETag": '"6f1e"', "LastModified": …})`` → ``'"6f1e"'``
    """
    return next((str(info[key]) for key in STATES if info.get(key)), "")


def blocks(path: str, url: str) -> Iterator[bytes]:
    """Read a file in blocks.

    Raises:
        ReadError: it is not there, or not ours to read; another try will not mend that, while any other error may pass.
    """
    with _opened(path, url) as stream:
        yield from iter(lambda: stream.read(BLOCK), b"")


def lines(path: str, url: str, start: int, end: int) -> Iterator[bytes]:
    """Read, in blocks, the lines of a file that begin in a range of its bytes: from ``start``, before ``end``.

    Ranges that lie next to each other give every line once.

    Raises:
        ReadError: as `blocks`.
    """
    with _opened(path, url) as stream:
        at = start
        if start:
            at = start - 1  # a line feed there ends the line before, and ours begins at the start
            stream.seek(at)
        skipping = start > 0
        while block := stream.read(BLOCK):
            if skipping:
                cut = block.find(b"\n") + 1
                at += cut or len(block)
                if at >= end:
                    return
                if not cut:
                    continue
                block, skipping = block[cut:], False
            over = at + len(block) >= end
            cut = block.find(b"\n", max(end - 1 - at, 0)) + 1 if over else 0
            yield block[:cut] if cut else block
            if cut:
                return
            at += len(block)


def count(path: str, url: str, start: int, end: int) -> int:
    """Count the line feeds in a range of a file's bytes.

    Raises:
        ReadError: as `blocks`.
    """
    number, left = 0, end - start
    with _opened(path, url) as stream:
        stream.seek(start)
        while left > 0 and (block := stream.read(min(left, 16 * BLOCK))):
            number += block.count(b"\n")
            left -= len(block)
    return number


def beginning(url: str, size: int = 1 << 12) -> bytes:
    """Give the first bytes of a file; none where it cannot be read, which whoever reads all of it will tell."""
    try:
        with _opened(url, url) as stream:
            return bytes(stream.read(size))
    except Exception:
        return b""


def _opened(path: str, url: str) -> Any:
    within, name = system(url)
    try:
        return within.open(name, "rb")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, PermissionError) as error:
        reason = (error.strerror or "no such file or no access").lower()
        hint = "Check that every worker can read it: on a disk that all machines share, or at an address"
        raise ReadError(f"cannot read {path}: {reason}", hint) from error


def _listed(within: Any, name: str) -> dict[str, Any]:
    """Give what a name or pattern stands for: names of files, and what is known of each."""
    try:
        info = within.info(name)
    except FileNotFoundError:
        if not MAGIC.search(name):
            raise
    else:
        return _below(within, name) if info["type"] == "directory" else {info["name"]: info}
    found: dict[str, Any] = {}
    for one, info in within.glob(name, detail=True).items():
        if one.rsplit("/", 1)[-1].startswith("."):
            continue
        found |= _below(within, one) if info["type"] == "directory" else {one: info}
    return found


def _below(within: Any, folder: str) -> dict[str, Any]:
    """Give the articles of a folder and its subfolders, hidden ones left out."""
    start = len(folder.rstrip("/")) + 1
    return {
        name: info
        for name, info in within.find(folder, detail=True).items()
        if suffix(name) in SUFFIXES and not any(piece.startswith(".") for piece in name[start:].split("/"))
    }


def _stat(path: str) -> tuple[int, str]:
    try:
        found = os.stat(path)
    except OSError:  # told of by the one who reads it
        return 0, ""
    return found.st_size, str(found.st_mtime_ns)
