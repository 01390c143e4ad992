"""What a source holds: text, Markdown, a web page, a record a line, JSON, or a table with a row an article."""

from __future__ import annotations

import json
import os
import re
from typing import Literal

Kind = Literal["text", "markdown", "page", "lines", "json", "rows"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "page",
    ".htm": "page",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
}
NAMED: dict[str, Kind] = {".csv": "rows", ".tsv": "rows"}
"""Of these, files are read that are named, and none that merely lie in a folder: most tables hold something else."""
PACKED = ".gz"
PAGE = re.compile(r"(?:<\?xml[^<>]{0,200}>\s{0,99})?(?:<!--[^<>]{0,999}-->\s{0,99})?<(?:!doctype\s{1,9}html|html\b)", re.I)
ONE: frozenset[Kind] = frozenset({"text", "markdown", "page"})  # that hold one article
OPENS_RECORD = re.compile(r'\[?\s*\{\s*"')
OPENS_ARRAY = re.compile(r"\[")


def suffix(path: str) -> str:
    """Give a name's last suffix in small letters, ``.gz`` taken off before.

    Example: ``suffix("2025/Wire.JSONL.gz")`` → ``".jsonl"``
    """
    name = os.path.basename(path).lower().removesuffix(PACKED)
    dot = name.rfind(".")
    return name[dot:] if 0 < dot < len(name) - 1 else ""


def holds_one(path: str) -> bool:
    """Tell from its name alone that a file holds one article.

    Example: of ``"wire.txt.gz"`` and ``"page.html"``, and not of ``"wire.jsonl"``, nor of ``"wire"``, which may be anything
    """
    return SUFFIXES.get(suffix(path)) in ONE


def kind(path: str, head: bytes) -> Kind:
    """Tell what a source holds: by its name, else by how it begins.

    Args:
        path: its name; "-" and names of other suffixes say nothing.
        head: its first bytes, unpacked, in UTF-8 or the like; the first line that is not blank, or some thousand bytes.

    Example: ``kind("-", b"<!doctype html>")`` → ``"page"``
    """
    named = SUFFIXES.get(suffix(path)) or NAMED.get(suffix(path))
    start = head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip()
    if named == "lines":
        return "json" if OPENS_ARRAY.match(start) else "lines"
    if named == "json" or (named is None and OPENS_RECORD.match(start)):
        return "lines" if _is_record(start) else "json"
    if named is None and PAGE.match(start):
        return "page"
    return named or "text"


def _is_record(start: str) -> bool:
    """Whether the first line is a JSON object and something follows it: then each line is one, whatever the suffix says."""
    line, _, rest = start.partition("\n")
    if not line.startswith("{") or not rest.strip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
