"""What a path on the command line stands for: a file, a folder's articles, a pattern's matches, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newsclaims.errors import ReadError
from newsclaims.read.kinds import SUFFIXES, suffix
from newsclaims.read.walk import files, is_pattern, matches

WORDS = 4  # of which a file's name hardly ever consists, and a sentence nearly always


def sources(path: str) -> Iterator[str]:
    """Give the files that a path stands for.

    Args:
        path: a file; a folder, searched with its subfolders for the suffixes of `newsclaims.read.kinds.SUFFIXES`, each
            also with ``.gz``; a quoted pattern (``"2025-*/wire-??.txt"``, ``**`` crosses folders), which matches files of
            any suffix and folders; or "-" for standard input.

    Yields:
        File names as they are to be shown, sorted within a folder or pattern; hidden files and folders are passed over.

    Raises:
        ReadError: there is nothing of that name, or the folder or pattern holds no article.

    Example: ``list(sources("archive"))`` → ``["archive/2025/budget.txt", "archive/2025/summit.html"]``
    """
    folder = os.path.isdir(path or os.curdir)
    if path == "-" or (not folder and os.path.exists(path)):
        yield path
        return
    if folder:
        found = _articles(Path(path))
        missing = f"no article in folder {path}: no {', '.join('*' + one for one in SUFFIXES)}, packed (.gz) or not"
        hint = "Name the files, or quote a pattern of your own"
    elif is_pattern(path):
        matched = sorted(set(matches(path)))
        found = (file for match in matched for file in (_articles(match) if match.is_dir() else (str(match),)))
        missing, hint = f"no file matches {path}", "Check the pattern and the folder you are in"
    else:
        hint = "Check the name and the folder you are in"
        if len(path.split()) >= WORDS:
            hint = "If this is the text itself, pipe it in: echo '…' | claims extract -"
        raise ReadError(f"no such file: {path}", hint)
    any_found = False
    for file in found:
        any_found = True
        yield file
    if not any_found:
        raise ReadError(missing, hint)


def _articles(folder: Path) -> Iterator[str]:
    return (str(file) for file in files(folder) if suffix(file.name) in SUFFIXES)
