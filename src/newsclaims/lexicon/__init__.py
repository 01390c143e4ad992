"""Words as data: tab-separated files, one entry a line, an example sentence beside each.

A file's first line names its columns; lines that begin with ``#`` are comments. The last column is ``example``.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Give the entries of one lexicon file.

    Args:
        name: the file's name without its suffix, as in ``rows("reporting_verbs")``.

    Returns:
        One dict a line, keyed by the file's column names; empty cells are "".

    Raises:
        FileNotFoundError: there is no such lexicon.
    """
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


@cache
def column(name: str, key: str, **only: str) -> frozenset[str]:
    """Give all that stands in one column of a lexicon file, or only where other columns hold these values; see `rows`.

    Example: ``"allow" in column("object_control", "lemma")``, ``"reportedly" in column("hedges", "word", kind="adverb")``
    """
    return frozenset(row[key] for row in rows(name) if all(row[where] == value for where, value in only.items()))
