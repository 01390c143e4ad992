"""The noun phrases of an article: every name, description and pronoun that may stand for somebody or something.

A phrase here is what identifies its referent: modifiers before the head and the words of a name, without relative clauses
and appositions, which are phrases of their own. All indices are token indices, end exclusive.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree
from newsclaims.resolve.kinds import with_apposed
from newsclaims.resolve.proper_names import PROPER, is_seat, proper_names
from newsclaims.resolve.vocabulary import is_calendar, noun, title

Form = Literal["name", "noun", "pronoun"]
_AGED = frozenset({"nsubj", "obj", "obl", "iobj", "nmod", "conj", "appos"})  # of *old* in "the 71-year-old", who is one
_PERSONAL = frozenset({"PRP", "PRP$"})
_COMMON, _PLURAL = frozenset({"NN", "NNS"}), frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTS = frozenset({"compound", "flat", "goeswith", "fixed"})
_BEFORE = frozenset({"flat", "compound", "amod", "nmod", "nummod", "goeswith", "det", "fixed"})
_INNER = _BEFORE | {"case", "punct"}


class Phrase(NamedTuple):
    """A name, a description or a pronoun.

    ``name`` is the stretch of the proper name, None where there is none; ``type`` its entity type, None where unknown;
    ``plural`` is None where the form does not tell. ``sentence`` counts the sentences from 0.
    """

    head: int
    start: int
    end: int
    form: Form
    sentence: int
    plural: bool | None = None
    name: tuple[int, int] | None = None
    type: str | None = None


def phrases(doc: Doc, tree: Tree) -> tuple[Phrase, ...]:
    """Find the noun phrases of a text.

    Args:
        doc: the parsed text with its entities.
        tree: its tree.

    Returns:
        The phrases in the order of their heads; each token heads at most one. "Defense Secretary Ana Ruiz met her aides"
        gives a name (*Defense Secretary Ana Ruiz*, name *Ana Ruiz*), a pronoun and a noun.
    """
    names = with_apposed(tree, proper_names(doc, tree))
    taken = {i for first, last, kind in names.values() if kind for i in range(first, last)}
    leads = {head: _lead(tree, start, taken) if kind == "PERSON" else start for head, (start, _, kind) in names.items()}
    inside = {i for head, (_, end, _) in names.items() for i in range(leads[head], end)} - set(names)
    out = []
    words, tags, pos, labels = tree.words, tree.tags, tree.pos, tree.labels
    for number, (first, last) in enumerate(tree.sentences):
        for i in range(first, last):
            tag = tags[i]
            if i in names:
                start, end, kind = names[i]
                plural = tag == "NNPS" and kind in (None, "NORP", "PERSON")
                left, right = _extent(tree, i)
                extent = min(left, leads[i]), max(right, end)
                out.append(Phrase(i, *extent, "name", number, plural, (start, end), kind))
            elif i in inside:
                continue
            elif tag in _PERSONAL:
                out.append(Phrase(i, i, i + 1, "pronoun", number))
            elif (
                tag in _COMMON
                or pos[i] in _NOUNS
                or (words[i] == "old" and is_aged(tree, i) and i > 3 and labels[i] in _AGED)
            ):
                if labels[i] in _PARTS or (
                    tag in PROPER and (is_calendar(words[i]) or is_seat(tree, i))  # "by *Friday*"
                ):
                    continue
                plural = tag in _PLURAL or "conj" in [labels[k] for k in tree.kids[i]]
                out.append(Phrase(i, *_extent(tree, i), "noun", number, plural))
    return tuple(out)


def is_aged(tree: Tree, i: int) -> bool:
    """Whether a word is the last of an age: *old* in "the 71-year-old"."""
    return tree.words[i] == "old" and i > 2 and tree.words[i - 2] == "year"


def _lead(tree: Tree, start: int, taken: Container[int]) -> int:
    """Where a person's titles begin: "Trade Minister" in "the Trade Minister Ana Ruiz", however the parser attached them."""
    lead = start
    while lead > 0 and lead - 1 not in taken and tree.pos[lead - 1] in ("NOUN", "PROPN", "ADJ"):
        before = lead - 1
        entry = noun(tree.lemmas[before])
        titled = title(tree.words[before]) is not None and tree.tags[before] != "JJ"
        hangs = lead <= tree.heads[before] < start and tree.labels[before] in _INNER
        joined = entry is not None and entry.type == "PERSON" and tree.tags[before] in ("NN", "NNP")
        if not (titled or hangs or (lead == start and joined)):
            break
        lead = before
    return lead


def _extent(tree: Tree, head: int) -> tuple[int, int]:
    """From the first modifier before a head to the last word of its name after it."""
    start, end, labels = head, head + 1, tree.labels
    for k in tree.kids[head]:
        if k < head:
            if labels[k] in _BEFORE and tree.left[k] < start:
                start = tree.left[k]
        elif k == end and labels[k] in ("flat", "goeswith"):
            end = tree.right[k] + 1
    return start, end
