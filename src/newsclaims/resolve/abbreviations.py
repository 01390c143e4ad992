"""Abbreviations and what they stand for.

Most are defined in brackets: "the International Energy Forum (IEF)", "IEF (International Energy Forum)"; some by nothing but
their letters: "the Front for National Unity … the FNU".

After Schwartz & Hearst 2003, "A simple algorithm for identifying abbreviation definitions in biomedical text": the letters
of the short form must occur in order in the words before it, its first letter at the beginning of a word.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from newsclaims.extract.tree import Tree

_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_BREAKS = frozenset(".;:()[]\n")
_SMALL = frozenset({"a", "of", "for", "the", "and", "in", "on", "to", "de", "du", "la", "des", "&"})
_LONGEST = 10


class Definition(NamedTuple):
    """A short form and what it is defined as: token indices, end exclusive."""

    short: int
    start: int
    end: int


def definitions(words: tuple[str, ...], tree: Tree) -> tuple[Definition, ...]:
    """Find the abbreviations that a text defines.

    Args:
        words: the tokens as written.
        tree: their tree.

    Returns:
        The definitions in text order: *LVBC* for the four words before it in "the Lake Victoria Basin Commission (LVBC)".
    """
    found = []
    for i in range(1, len(words) - 2):
        if words[i] not in _OPEN:
            continue
        close = next((j for j in range(i + 2, min(i + 2 + _LONGEST, len(words))) if words[j] in _CLOSE), None)
        if close is None:
            continue
        if close == i + 2 and _is_short(words[i + 1]):
            start = _long_form(words, i, words[i + 1])
            if start is not None:
                found.append(Definition(i + 1, _with_name(tree, start, i), i))
        elif _is_short(words[i - 1]) and _long_form(words, close, words[i - 1], i + 1) is not None:
            found.append(Definition(i - 1, i + 1, close))
    return tuple(found)


def unexplained(words: tuple[str, ...], shorts: Collection[str]) -> dict[str, str]:
    """Find what abbreviations stand for that a text explains by nothing but their letters.

    Args:
        words: the tokens as written.
        shorts: the abbreviations.

    Returns:
        The long form of each that has one: words with capitals, small words such as "of" aside, that begin with its letters:
        "Doctors Across Borders" for "DAB". None of two letters, which too many words begin with.
    """
    letters = {short.replace(".", ""): short for short in shorts}
    wanted = {plain: short for plain, short in letters.items() if plain.isalpha() and plain.isupper() and len(plain) > 2}
    firsts = {plain[0] for plain in wanted}
    found: dict[str, str] = {}
    for i, word in enumerate(words):
        if word[:1] not in firsts or not _is_capital(word):
            continue
        for plain, short in wanted.items():
            if short not in found and word[0] == plain[0]:
                end = _spelt_out(words, i, plain)
                if end is not None:
                    found[short] = " ".join(words[i:end])
    return found


def _spelt_out(words: tuple[str, ...], start: int, letters: str) -> int | None:
    """Where a name ends whose capitals are these letters; None where it goes on, or has other capitals."""
    at, last = 0, len(words)
    for i in range(start, min(last, start + 2 * len(letters) + 1)):
        if at == len(letters):
            goes_on = _is_capital(words[i]) or (words[i] in _SMALL and _is_capital(words[min(i + 1, last - 1)]))
            return None if goes_on else i
        if _is_capital(words[i]):
            if words[i][0] != letters[at]:
                return None
            at += 1
        elif i == start or words[i] not in _SMALL:
            return None
    return None


def _is_capital(word: str) -> bool:
    """Whether a word begins with a capital and is no abbreviation itself."""
    return word[:1].isupper() and len(word) > 1 and word[1:].islower()


def _is_short(word: str) -> bool:
    """Whether a word looks like an abbreviation: two to ten letters or digits, at least two of them capitals."""
    plain = word.replace(".", "").replace("-", "")
    return 2 <= len(plain) <= 10 and plain.isalnum() and sum(map(str.isupper, plain)) >= 2


def _long_form(words: tuple[str, ...], end: int, short: str, first: int = 0) -> int | None:
    """Where the long form of ``short`` that ends before token ``end`` begins; None if the words do not give its letters."""
    letters = [c for c in short.casefold() if c.isalnum()]
    at = end - 1
    limit = max(first, end - min(len(letters) + 5, 2 * len(letters)))
    wanted = len(letters) - 1
    while at >= limit and words[at] not in _BREAKS:
        word = words[at].casefold()
        position = len(word) - 1
        while position >= 0 and wanted >= 0:
            if word[position] == letters[wanted] and (wanted > 0 or position == 0):
                wanted -= 1
            position -= 1
        if wanted < 0:
            return at
        at -= 1
    return None


def _with_name(tree: Tree, start: int, end: int) -> int:
    """The start of a long form, moved left over proper nouns that belong to the same name."""
    while start > 0 and tree.tags[start - 1] in ("NNP", "NNPS") and start <= tree.heads[start - 1] < end:
        start -= 1
    return start
