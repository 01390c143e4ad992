"""What coordinated verbs share: their kind, the object behind the last, the agent behind the last passive."""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.extract.clause import Argument, Clause, Kind
from newsclaims.extract.phrases import argument, is_infinitive
from newsclaims.extract.tree import Tree

_COMPLETE = frozenset({"object", "recipient", "predicate", "complement", "oblique"})


def shared_kind(tree: Tree, i: int, first: Clause) -> Kind:
    """Say what kind of clause a conjunct is: its first conjunct's, but an infinitive beside a finite verb is one of purpose
    or content.

    Args:
        tree: the text.
        i: the conjunct's head.
        first: the clause that it is coordinated with.
    """
    alone = tree.tags[i] == "VB" and tree.child(i, "nsubj", "aux", "cop") is None
    if alone and first.kind != "infinitive" and len(first.verbs) == 1:
        plain = tree.tags[first.verbs[0]] in ("VBD", "VBZ") and not first.auxiliaries
        if plain or (is_infinitive(tree, i) and first.finite):
            return "infinitive"
    return first.kind


def shared_object(tree: Tree, i: int, nodes: tuple[int, ...], found: list[Argument], owner: Clause | None) -> list[Argument]:
    """Give the object of coordinated verbs to the second too: "condemned and rejected *the plan*".

    Args:
        tree: the text.
        i: the head of the second verb's clause.
        nodes: the verbs of that clause.
        found: its own arguments.
        owner: the clause of the verb that it is coordinated with, if it is.

    Returns:
        Its arguments, with what it shares.
    """
    if tree.labels[i] != "conj" or any(a.role in _COMPLETE for a in found):
        return found
    late = [k for k in tree.children(tree.heads[i], "obj") if k > nodes[-1]]
    shared = [argument(tree, k, "object", marker="") for k in late]
    if owner is not None and owner.controller is not None and tree.child(i, "nsubj") is None:
        shared += [a for a in owner.arguments if a.role == "object" and a.head == owner.controller]
    return [*found, *shared]


def with_agent(clause: Clause, conjuncts: Sequence[Clause]) -> Clause:
    """Give a passive the agent of the passive right after it: "was drafted and signed *by the king*"; not "was hurt and was
    adopted by a nun".

    Args:
        clause: a clause.
        conjuncts: those that are coordinated with it, it being the first.

    Returns:
        The clause, with the agent if it shares one.
    """
    if not conjuncts or clause.voice != "passive" or any(a.head > clause.head for a in clause.arguments):
        return clause
    for other in conjuncts:
        if other.start <= clause.end + 1 and other.voice == "passive" and not other.auxiliaries:
            return clause._replace(arguments=tuple([a for a in other.arguments if a.role == "agent"]))
    return clause
