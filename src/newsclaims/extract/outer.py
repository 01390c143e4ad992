"""A copula whose predicate is a clause: one word heads two clauses then, and the outer one is read here."""

from __future__ import annotations

from newsclaims.extract.clause import Argument, Clause, Kind
from newsclaims.extract.phrases import FREE, argument, is_infinitive, is_verb, kept
from newsclaims.extract.predicates import is_finite, is_question
from newsclaims.extract.tree import Tree
from newsclaims.extract.verbgroup import VerbGroup, negations, tense_of
from newsclaims.lexicon import column

_OUTER = frozenset({"nsubj:outer", "csubj:outer"})


def outer_subjects(tree: Tree, i: int) -> list[int]:
    """Find the subjects of a copula whose predicate is a clause: labelled so, or a noun of aim ("*the goal* is to win").

    Args:
        tree: the text.
        i: the head of the clause that is the predicate ("win").

    Returns:
        Their heads, in text order.
    """
    aims = is_infinitive(tree, i) and is_verb(tree, i)
    if not aims and _OUTER.isdisjoint(tree.above):
        return []
    return [
        k
        for k in tree.kids[i]
        if tree.full[k] in _OUTER or (aims and tree.labels[k] == "nsubj" and tree.lemmas[k] in _aims())
    ]


def outer_clause(tree: Tree, i: int, subject: int, kind: Kind, parent: int | None) -> Clause | None:
    """Read the outer clause of a word that heads two: "the question *is* whether they have it".

    Args:
        tree: the text.
        i: the head of both ("have").
        subject: the outer clause's subject ("question").
        kind: what the outer clause is.
        parent: the head of the clause that governs it.

    Returns:
        The clause, whose head is its copula; None where no copula stands behind the subject.
    """
    copulas = [k for k in tree.children(i, "cop", "aux") if k > subject and tree.lemmas[k] == "be"]
    if not copulas:
        return None
    copula = copulas[0]
    helpers = tuple(k for k in tree.children(i, "aux") if subject < k < copula)
    negated = tuple(k for k in negations(tree, (i,)) if k <= copula + 1)
    tokens = sorted({copula, *helpers, *negated})
    limit = min((tree.left[k] for k in tree.children(i, "parataxis") if k > copula), default=tree.right[i] + 1)
    whole = [t for t in kept(tree, i) if tokens[-1] < t < limit]
    start, end = tree.trim(whole[0], whole[-1] + 1) if whole else (i, i + 1)
    group = VerbGroup(tokens[0], tokens[-1] + 1, helpers, negated, copula)
    extent = tree.trim(tree.left[i], tree.right[i] + 1)
    return Clause(
        head=copula,
        start=group.start,
        end=group.end,
        extent=extent,
        kind=kind,
        verbs=(copula,),
        lemma=tree.lemmas[copula],
        tense=tense_of(tree, (copula,), group._replace(auxiliaries=helpers or (copula,))),
        copular=True,
        question=is_question(tree, i, extent[1]),
        parent=parent,
        subject=argument(tree, subject, "subject", marker=""),
        arguments=(Argument("complement" if _says_that(tree, i, copula) else "predicate", i, start, end),),
        auxiliaries=helpers,
        negations=negated,
    )


def _says_that(tree: Tree, i: int, copula: int) -> bool:
    """Whether a statement, no question, with a subject of its own stands behind the copula: "the trouble is *that it
    rains*"."""
    subject = next((k for k in tree.children(i, "nsubj", "csubj") if k > copula), None)
    if subject is None or not is_finite(tree, i, copula + 1):
        return False
    before = [k for k in tree.kids[i] if copula < k <= subject]
    return not any(tree.words[k] in ("whether", "if") or tree.tags[k] in FREE for k in before)


def _aims() -> frozenset[str]:
    return column("infinitive_nouns", "lemma", kind="aim")
