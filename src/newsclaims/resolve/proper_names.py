"""The proper names of an article: where each begins and ends, without the titles and articles before it."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column
from newsclaims.parse.columns import columns
from newsclaims.resolve.kinds import Names
from newsclaims.resolve.vocabulary import given_gender, is_calendar, noun, post_nominal, title

NAMED = frozenset({"PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
PROPER = frozenset({"NNP", "NNPS"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})  # parts of speech that a name has
_MARKS = {'"': '"', "“": "”", "(": ")", "'": "'", "‘": "’", "``": "''"}  # what a nickname stands between
_ASIDE = frozenset({"(", ",", "["})


def proper_names(doc: Doc, tree: Tree) -> Names:
    """Find the proper names of a text.

    Args:
        doc: the parsed text with its entities.
        tree: its tree.

    Returns:
        First token, end and type of each by its head: the pipeline's entities without titles ("Mrs"), articles and what else
        is no name in them, and runs of proper nouns that it has not marked, of type None.
    """
    found: Names = {}
    taken: set[int] = set()
    ents = _with_nicknames(doc, [(ent.start, ent.end, ent.label_) for ent in doc.ents])
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
    for i in [i for i, tag in enumerate(tags) if tag in PROPER or words[i] in surnames]:
        if i < end or i in taken:
            continue
        if tags[i] not in PROPER:
            if words[i + 1 : i + 2] == (":",):
                found[i] = i, i + 1, "PERSON"  # a transcript's "PENCE:", which is a coin to the tagger
            continue
        end = i + 1
        while end < n and end not in taken and tags[end] in PROPER and _joined(tree, i, end):
            end += 1
        larger = _larger(tree, found, i, end)
        if larger is not None:
            found[larger] = (i, *found[larger][1:])
        elif not _nameless(tree, i, end, surnames) and not _follows_name(tree, taken, i, end):
            found.setdefault(_top(tree, i, end), (i, end, None))
    return found


def _with_nicknames(doc: Doc, ents: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The entities, with those made one that a nickname between marks cut in two: *Robert "Bob" Ruiz*, *Ana (Nana) Roe*."""
    texts, out = columns(doc).texts, list[tuple[int, int, str]]()
    end = 0  # of the name made last
    ends = {first: last for first, last, kind in ents if kind == "PERSON"}
    for first, last, kind in ents:
        if first < end:
            continue
        if kind == "PERSON" and last + 3 < len(texts) and texts[last + 2] == _MARKS.get(texts[last]):
            surname = last + 3
            if texts[last + 1].istitle() and texts[surname].istitle() and any(map(given_gender, texts[first:last])):
                last = end = ends.get(surname, surname + 1)
        out.append((first, last, kind))
    return out


def _larger(tree: Tree, found: Names, start: int, end: int) -> int | None:
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
    if all(_mere_title(word) or is_calendar(word) for word in words):
        return True
    if len(words) == 1 and words[0] not in surnames and (noun(words[0]) or noun(tree.lemmas[start])):
        return not is_addressed(tree, start)
    if _is_office(tree, end) or is_seat(tree, start):
        return True
    return _NAMING.isdisjoint(tree.pos[start:end])


def _is_office(tree: Tree, end: int) -> bool:
    """Whether what has an article is an office that somebody holds: "the Environment *Secretary*"."""
    last = end - 1
    if tree.tags[last] != "NNP" or tree.words[last] not in column("offices", "word"):
        return False
    return any(tree.tags[k] == "DT" for k in tree.kids[last])


def is_seat(tree: Tree, start: int) -> bool:
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
        known = given_gender(tree.words[i + 1]) is not None or tree.words[end - 1] in surnames
        if known and tree.heads[end - 1] == i + 1 and _mere_title(tree.words[i]):
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
