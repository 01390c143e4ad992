"""The noun phrases of an article: every name, description and pronoun that may stand for somebody or something.

A phrase here is what identifies its referent: modifiers before the head and the words of a name, without relative clauses
and appositions, which are phrases of their own. All indices are token indices, end exclusive.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column
from newsclaims.resolve.kinds import with_apposed
from newsclaims.resolve.vocabulary import given_gender, is_calendar, noun, post_nominal, title

Form = Literal["name", "noun", "pronoun"]
NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
_AGED = frozenset({"nsubj", "obj", "obl", "iobj", "nmod", "conj", "appos"})  # of *old* in "the 71-year-old", who is one
_PERSONAL = frozenset({"PRP", "PRP$"})
_COMMON, _PROPER, _PLURAL = frozenset({"NN", "NNS"}), frozenset({"NNP", "NNPS"}), frozenset({"NNS", "NNPS"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PARTS = frozenset({"compound", "flat", "goeswith", "fixed"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})  # parts of speech that a name has
_ASIDE = frozenset({"(", ",", "["})
_BEFORE = frozenset({"flat", "compound", "amod", "nmod", "nummod", "goeswith", "det", "fixed"})
_INNER = frozenset({"flat", "compound", "amod", "nmod", "nummod", "goeswith", "case", "det", "punct", "fixed"})


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
    names = with_apposed(tree, _names(doc, tree))
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
                    tag in _PROPER and (is_calendar(words[i]) or _is_seat(tree, i))  # "by *Friday*"
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


def _names(doc: Doc, tree: Tree) -> dict[int, tuple[int, int, str | None]]:
    """Names by their head: the pipeline's entities, and runs of proper nouns that it has not marked."""
    found: dict[int, tuple[int, int, str | None]] = {}
    taken: set[int] = set()
    ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    people = {first for first, _, kind in ents if kind == "PERSON"}
    surnames = {tree.words[last - 1] for first, last, kind in ents if kind == "PERSON" and last - first > 1}
    for first, last, label in ents:
        if label not in NAMED:
            taken.update(range(first, last))
            continue
        start, end, kind = *_trimmed(tree, first, last, person=label == "PERSON"), label
        split = _titled(tree, start, end, surnames)
        if split is not None:
            if start < split - 1 and kind != "PERSON":
                found[_top(tree, start, split - 1)] = (start, split - 1, kind)
                taken.update(range(start, split - 1))
            start, kind = split, "PERSON"
        if last in people and end - start > 1 and _mere_title(tree.words[end - 1]):
            end -= 1
        if label == "PERSON" and (last in people and title(tree.words[first])):
            start = end
        if start < end and not _nameless(tree, start, end, surnames):
            found[_top(tree, start, end)] = (start, end, kind)
        taken.update(range(start, end))
    words, tags, n = tree.words, tree.tags, len(tree.words)
    end = 0  # the word behind the last name
    for i in [i for i, tag in enumerate(tags) if tag in _PROPER or words[i] in surnames]:
        if i < end or i in taken:
            continue
        if tags[i] not in _PROPER:
            if words[i + 1 : i + 2] == (":",):
                found[i] = i, i + 1, "PERSON"  # a transcript's "PENCE:", which is a coin to the tagger
            continue
        end = i + 1
        while end < n and end not in taken and tags[end] in _PROPER and _joined(tree, i, end):
            end += 1
        larger = _larger(tree, found, i, end)
        if larger is not None:
            found[larger] = (i, *found[larger][1:])
        elif not _nameless(tree, i, end, surnames) and not _follows_name(tree, taken, i, end):
            found.setdefault(_top(tree, i, end), (i, end, None))
    return found


def _larger(tree: Tree, found: Mapping[int, tuple[int, int, str | None]], start: int, end: int) -> int | None:
    """The head of the name that proper nouns right before it are a part of: *Food* in "the Food Standards agency"."""
    head = tree.heads[end - 1]
    if head not in found or found[head][0] != end or found[head][2] in ("PERSON", "NORP", "GPE"):
        return None
    if is_addressed(tree, end):
        return None
    return head if all(tree.labels[i] in ("compound", "flat") for i in range(start, end)) else None


def _follows_name(tree: Tree, taken: Container[int], start: int, end: int) -> bool:
    """Whether this is what stands behind a person's name: *QC* in "Rana Idowu QC" or "Rana Idowu, QC"."""
    before = start - 2 if start > 1 and tree.words[start - 1] in (",", "(") else start - 1
    return end - start == 1 and before in taken and post_nominal(tree.words[start])


def _nameless(tree: Tree, start: int, end: int, surnames: set[str]) -> bool:
    """Whether a stretch is no name though it looks like one: titles, days and months, a capitalised common noun."""
    words = tree.words[start:end]
    if all([_mere_title(word) or is_calendar(word) for word in words]):
        return True
    if len(words) == 1 and words[0] not in surnames and (noun(words[0]) or noun(tree.lemmas[start])):
        return not is_addressed(tree, start)
    if _is_office(tree, end) or _is_seat(tree, start):
        return True
    return _NAMING.isdisjoint(tree.pos[start:end])


def _is_office(tree: Tree, end: int) -> bool:
    """Whether what has an article is an office that somebody holds: "the Environment *Secretary*"."""
    last = end - 1
    if tree.tags[last] != "NNP" or tree.words[last] not in column("offices", "word"):
        return False
    return any(tree.tags[k] == "DT" for k in tree.kids[last])


def _is_seat(tree: Tree, start: int) -> bool:
    """Whether a stretch says party and place of whom it stands behind: "D-Va." in "Bobby Scott (D-Va.)"."""
    if _ASIDE.isdisjoint(tree.words[max(0, start - 3) : start]):
        return False
    first = next((i for i in range(start, max(-1, start - 3), -1) if tree.words[i][:1] in ("d", "r", "i")), start)
    joined = tree.words[first][1:2] == "-" or (len(tree.words[first]) == 1 and tree.words[first + 1 : first + 2] == ("-",))
    return joined and first > 0 and tree.words[first - 1] in _ASIDE


def is_addressed(tree: Tree, start: int) -> bool:
    """Whether an address stands before a word, which makes it a person's name whatever it is else: "Mr. *King*"."""
    known = title(tree.words[start - 1]) if start else None
    return known is not None and not known.role and known.gender is not None


def _mere_title(word: str) -> bool:
    """Whether a word is a title that nothing but a name can follow, and so is no name: "Professor", not "Dean"."""
    return title(word) is not None and given_gender(word) is None


def _titled(tree: Tree, start: int, end: int, surnames: set[str]) -> int | None:
    """Where a person begins in an entity that took the title along: *Omar* in "High Court Justice Omar Haddad"."""
    for i in range(start, end - 2):
        if tree.heads[end - 1] == i + 1 and _mere_title(tree.words[i]):
            if given_gender(tree.words[i + 1]) is not None or tree.words[end - 1] in surnames:
                return i + 1
    return None


def _joined(tree: Tree, start: int, i: int) -> bool:
    """Whether token ``i`` belongs to the same name as the one before it."""
    head = tree.heads[i]
    return start <= head < i or tree.heads[i - 1] == i or tree.heads[i - 1] == head


def _trimmed(tree: Tree, start: int, end: int, *, person: bool) -> tuple[int, int]:
    """A name without leading article, a person's titles, and trailing possessive mark."""
    while person and start < end - 1 and _mere_title(tree.words[start]):
        start += 1
        if tree.words[start] == "of":
            start = min(end - 1, min((i for i in range(start, end) if tree.heads[end - 1] == i), default=end - 1))
    while start < end and (tree.tags[start] in ("DT", "PRP$") or tree.is_void(start)):
        start += 1
    while start < end and (tree.tags[end - 1] == "POS" or tree.pos[end - 1] == "SPACE"):
        end -= 1
    while person and start < end - 1 and (post_nominal(tree.words[end - 1]) or tree.words[end - 1] == ","):
        end -= 1
    return start, end


def _top(tree: Tree, start: int, end: int) -> int:
    """The token of a stretch whose head lies outside it; the last noun among several."""
    if end - start == 1:
        return start
    heads = tree.heads
    tops = [i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i]
    nouns = [i for i in tops if tree.pos[i] in _NOUNS]
    return (nouns or tops or [end - 1])[0]


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
