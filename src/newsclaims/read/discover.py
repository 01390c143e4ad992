"""What a path on the command line stands for: a file, a folder's articles, a pattern's matches, standard input."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path

from newsclaims.errors import ReadError

SUFFIXES = (".txt", ".md")


def sources(path: str) -> Iterator[str]:
    """Give the files that a path stands for.

    Args:
        path: a file; a folder, searched with its subfolders for ``*.txt`` and ``*.md``; a quoted pattern
            (``"2025-*/wire-??.txt"``, ``**`` crosses folders); or "-" for standard input.

    Yields:
        File names as they are to be shown, sorted within a folder or pattern; hidden files and folders are passed over.

    Raises:
        ReadError: there is nothing of that name, or the folder or pattern holds no article.

    Example: ``list(sources("archive"))`` → ``["archive/2025/budget.txt", "archive/2025/summit.md"]``
    """
    here = Path(path)
    try:
        folder, exists = here.is_dir(), here.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL in it
        folder = exists = False
    if path == "-" or (exists and not folder):
        yield path
    elif folder:
        found = sorted(file for file in here.rglob("*") if _is_article(file.relative_to(here)) and file.is_file())
        if not found:
            raise ReadError(f"no *.txt or *.md file in folder {path}", "Name the files, or quote a pattern of your own")
        yield from map(str, found)
    elif glob.has_magic(path):
        matches = sorted(match for match in glob.iglob(path, recursive=True) if Path(match).is_file())
        if not matches:
            raise ReadError(f"no file matches {path}", "Check the pattern and the folder you are in")
        yield from matches
    else:
        raise ReadError(f"no such file: {path}", "Check the name and the folder you are in")


def _is_article(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in file.parts)
