"""The places that phrases take in the grammar of a sentence, as far as who is meant depends on them."""

from __future__ import annotations

from typing import Literal

from newsclaims.extract.tree import Tree

Place = Literal["subject", "object", "oblique", "possessive", "other"]
_PLACES: dict[str, Place] = {
    "nsubj": "subject",
    "csubj": "subject",
    "obj": "object",
    "iobj": "object",
    "obl": "oblique",
    "nmod": "oblique",
}
_CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "parataxis", "csubj"})
_FRONTED = frozenset({"advcl", "obl"})


def climb(tree: Tree, i: int) -> int:
    """The head that speaks for token ``i``: its first conjunct, or the noun it is in apposition to."""
    seen = 0
    while tree.labels[i] in ("conj", "appos", "flat") and tree.heads[i] != i and seen < 20:
        i = tree.heads[i]
        seen += 1
    return i


def place_of(tree: Tree, i: int) -> Place:
    """The grammatical place of the phrase that token ``i`` heads; a conjunct has that of its first fellow.

    Example: "Kenya", "troops", "aid", "Chad" in "Kenya sent troops with aid to Chad's army" are subject, object, oblique,
    possessive.
    """
    at = climb(tree, i)
    if tree.full[at] in ("nmod:poss", "poss") or tree.tags[at] == "PRP$":
        return "possessive"
    return _PLACES.get(tree.labels[at], "other")


def clause_of(tree: Tree, i: int) -> int:
    """The predicate of the innermost clause that token ``i`` is an argument or a modifier in."""
    at = climb(tree, i)
    for _ in range(60):
        head = tree.heads[at]
        if head == at:
            return at
        if tree.labels[at] in _CLAUSES or (tree.labels[at] == "conj" and tree.child(at, "nsubj") is not None):
            return at
        at = head
    return at


def governs(tree: Tree, upper: int, lower: int) -> bool:
    """Whether token ``lower`` stands in the subtree of token ``upper``, or is it."""
    for _ in range(80):
        if lower == upper:
            return True
        if tree.heads[lower] == lower:
            return False
        lower = tree.heads[lower]
    return False


def phrases_around(tree: Tree, i: int) -> frozenset[int]:
    """The heads of the phrases that token ``i`` stands in, its own among them; what it is a conjunct or an apposition of
    does not hold it."""
    found = {i}
    for _ in range(80):
        head = tree.heads[i]
        if head == i:
            break
        if tree.labels[i] not in ("conj", "appos", "list", "parataxis"):
            found.add(head)
        i = head
    return frozenset(found)


def is_possessed_by(tree: Tree, noun: int) -> int | None:
    """The possessor of a noun: *her* in "her wife", *Ruiz* in "Ruiz's wife"; None for none."""
    for k in tree.kids[noun]:
        if tree.full[k] in ("nmod:poss", "poss"):
            return k
    return None


def subject_of(tree: Tree, predicate: int) -> int | None:
    """The subject of a predicate, a coordinated one sharing that of its first fellow."""
    for _ in range(10):
        found = tree.child(predicate, "nsubj")
        if found is not None:
            return found
        if tree.labels[predicate] not in ("conj", "xcomp"):
            return None
        predicate = tree.heads[predicate]
    return None


def in_fronted(tree: Tree, i: int, matrix: int) -> bool:
    """Whether token ``i`` stands in an adjunct before the subject of the predicate ``matrix``: "After *he* left, Ruiz …"."""
    subject = tree.child(matrix, "nsubj")
    at = i
    for _ in range(40):
        head = tree.heads[at]
        if head == at:
            return False
        if head == matrix:
            return tree.labels[at] in _FRONTED and subject is not None and tree.right[at] < subject
        at = head
    return False
