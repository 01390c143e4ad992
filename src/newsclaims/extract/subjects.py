"""The subject of a clause: its own, or the one that a clause without subject takes from the clause around it."""

from __future__ import annotations

from newsclaims.extract.arguments import nominal
from newsclaims.extract.clause import Argument, Clause, Kind
from newsclaims.extract.phrases import argument, is_infinitive
from newsclaims.extract.predicates import is_finite
from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column

OBJECTS_DO = frozenset({"of", "from", "for", "into", "as"})
"""What marks a gerund that the object does: "accused *the bank* of lying", "quoted *a nurse* as saying"."""


def own_subject(tree: Tree, nodes: tuple[int, ...], dropped: frozenset[int]) -> Argument | None:
    """Find the subject as it stands: a noun phrase or a clause before the verb; an extraposed clause is a complement.

    Args:
        tree: the text.
        nodes: the verbs of the clause, "is trying to obtain" from the first to the last.
        dropped: tokens that belong to a clause around it.

    Returns:
        The subject; None if there is none, or only the "it" of "it is clear that …".
    """
    for node in nodes:
        for k in tree.kids[node]:
            if (
                tree.labels[k] not in ("nsubj", "csubj")
                or k in dropped
                or k in nodes
                or (tree.labels[k] == "csubj" and k > node)
            ):
                continue
            if tree.words[k] == "it" and _extraposes(tree, node, k):
                return None
            asking = [c for c in tree.kids[k] if c < k and tree.tags[c] == "WRB"]  # "*where* pay is late"
            return argument(tree, k, "subject", frozenset(asking), marker="")
    return None


def before_its_verb(tree: Tree, subject: Argument | None, verb: int) -> Argument | None:
    """Cut a subject off where its own verb begins, if an arc to what stands behind that runs it on.

    Example: "*the envoy* just returned from Chad", with "Chad" hung on the envoy, loses all from "just" on.
    """
    if subject is None or not subject.head < verb < subject.end:
        return subject
    end = verb
    while end - 1 > subject.head and (tree.tags[end - 1] == "RB" or tree.is_void(end - 1)):
        end -= 1
    parts = tuple(part for part in subject.parts if part[2] <= end)
    return subject._replace(end=end, parts=parts if len(parts) > 1 else ())


def _extraposes(tree: Tree, node: int, subject: int) -> bool:
    """Whether "it" only stands for a clause after a predicate adjective or a passive: "it is clear that …"."""
    if tree.child(node, "cop") is None or tree.pos[node] != "ADJ":
        return False
    if tree.words[node] in column("personal_adjectives", "adjective"):  # "*it* is confident that …"
        return False
    return any(
        k > node and k != subject and tree.marker(k) == "that" for k in tree.children(node, "ccomp", "csubj", "advcl")
    )


def controlled(tree: Tree, i: int, kind: Kind, governor: Clause | None, beside: bool) -> Argument | None:
    """Find the subject that a clause without one takes from its governor: "accused *the bank* of lying".

    Args:
        tree: the text.
        i: the head of the clause ("lying").
        kind: what the clause is.
        governor: the clause that governs it, if any.
        beside: whether ``i`` hangs on one of the governor's verbs itself.

    Returns:
        The governor's object or subject; for a participle on a noun, that noun.
    """
    if tree.labels[i] == "acl":
        if is_infinitive(tree, i) or (tree.marker(i) and not is_finite(tree, i)):  # "no way *of knowing*"
            return None
        return nominal(tree, tree.heads[i], "subject", tree.left[i])
    if governor is None or kind not in ("participial", "gerund", "infinitive"):
        return None
    if tree.labels[i] in ("xcomp", "ccomp") or (
        kind == "gerund" and tree.labels[i] == "advcl" and governor.voice == "active" and not _apart(tree, i, beside)
    ):
        controller = next((a for a in governor.arguments if a.role in ("object", "recipient") and a.head < i), None)
        if controller is not None and (tree.labels[i] == "xcomp" or tree.marker(i) in OBJECTS_DO):
            return controller._replace(role="subject")
    return governor.subject


def _apart(tree: Tree, i: int, beside: bool) -> bool:
    """Whether something stands between a gerund and the object before: "discuss names, *aside* from saying …"."""
    if not beside:
        return True
    first = tree.left[i]
    return tree.words[first] not in tree.marker(i).split()[:1] or (first > 0 and tree.is_void(first - 1))
