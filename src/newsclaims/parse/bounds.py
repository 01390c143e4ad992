"""Where names end: a name neither begins nor ends with a preposition, whatever each of its words was taken for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_LINKS = frozenset({"IN", "TO", "CC"})  # XPOS of prepositions and conjunctions
_WITHIN = frozenset({"of", "for"})  # what stands within names of bodies: "Court of Appeals for the Sixth Circuit"
_PROPER = frozenset({"NNP", "NNPS"})


def bounded(tags: Sequence[str], words: Sequence[str], xpos: Sequence[str]) -> list[str]:
    """Mend entities that begin or end with a preposition or conjunction.

    Args:
        tags: a BIO tag a word.
        words: the words.
        xpos: their Penn tags.

    Returns:
        The tags. A name that breaks off at "of" or "for" goes on over the proper nouns behind it; any other loses what it
        cannot begin or end with; a person who begins with a preposition was a title, and is none.

    Example: "Citizens for" in "Citizens for Tax Justice" becomes all of it; "of Health" in "the Minister of Health" is
    nobody's name.
    """
    mended = list(tags)
    for start, end in _spans(tags):
        kind = tags[start][2:]
        first, last = start, end
        while first < last and xpos[first] in _LINKS and words[first].islower():
            first += 1
        while last > first and xpos[last - 1] in _LINKS and words[last - 1].islower():
            last -= 1
        if kind == "PERSON" and first > start:
            last = first
        elif kind != "PERSON" and last < end and words[last] in _WITHIN and last + 1 == end:
            run = end
            while run < len(tags) and xpos[run] in _PROPER and tags[run] in ("O", f"B-{kind}", f"I-{kind}"):
                run += 1
            last = run if run > end else last
        if (first, last) != (start, end):
            mended[start : max(end, last)] = ["O"] * (max(end, last) - start)
            mended[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)] if first < last else []
    return mended


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of words that are one entity."""
    for start in [i for i, tag in enumerate(tags) if tag[0] == "B"]:
        end = start + 1
        while end < len(tags) and tags[end][0] == "I":
            end += 1
        yield start, end
