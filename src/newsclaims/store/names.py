"""Who may be meant by a name that is searched for: whole words in any case, and a state by any of its names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from newsclaims.lexicon import rows

WORD = re.compile(r"\w+")
ABBREVIATION = 8  # letters at most; "US" is a state only as it is written, "us" is not


def naming(name: str) -> Callable[..., bool] | None:
    """Give a function that says whether any of some texts names who is meant; None where the name has no word in it.

    A text names somebody if the name's words stand in it one after the other, whatever their case and accents; a name that
    ends in ``*`` need only begin a word. A state is named by its aliases too.

    Example: ``naming("north korea")`` is true of "the DPRK", of "North Korea's leader", and not of "South Korea".
    """
    if not WORD.search(name):
        return None
    end = "" if name.rstrip().endswith("*") else " "
    names = _names(name)
    as_written = {f" {_words(one)} " for one in names if _abbreviates(one) and len(names) > 1}
    folded = {f" {_folded(one)}{end}" for one in names if not (_abbreviates(one) and len(names) > 1)}

    def named(*texts: str | None) -> bool:
        given = [text for text in texts if text]
        return any(one in f" {_folded(text)} " for text in given for one in folded) or any(
            one in f" {_words(text)} " for text in given for one in as_written
        )

    return named


def _names(name: str) -> frozenset[str]:
    """A name with the other names of the state that it means, if it means one."""
    plain = _plain(name)
    return (_states().get(plain) or _states().get(plain.casefold()) or frozenset()) | {plain}


@cache
def _states() -> dict[str, frozenset[str]]:
    """The names of each state, by each of them: as it is written for abbreviations, in small letters for all others."""
    table: dict[str, frozenset[str]] = {}
    for row in rows("states"):
        cells = (row[column].split("|") for column in ("name", "official", "aliases", "abbreviations"))
        names = frozenset(_plain(name) for cell in cells for name in cell if name)
        for name in names:
            table.setdefault(name if _abbreviates(name) else name.casefold(), names)
    return table


def _abbreviates(name: str) -> bool:
    return name.isupper() and len(name) <= ABBREVIATION


def _plain(name: str) -> str:
    """A name without article, on one line."""
    words = name.split()
    return " ".join(words[1:] if words and words[0].casefold() == "the" else words)


def _words(text: str) -> str:
    return " ".join(WORD.findall(text))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """A text's words in small letters, without accents."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return _words(bare.casefold())
