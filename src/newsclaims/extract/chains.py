"""Verb chains: which verbs make one action ("is trying to obtain") and where an action ends ("urged | him to press …").

Which verbs, adjectives and participles chain is lexicon data (``chain_verbs``), and so is which ones pass control to an
object (``object_control``); an unknown active verb with an infinitive and no object between them chains by structure.
"""

from __future__ import annotations

from functools import cache

from newsclaims.extract.phrases import is_infinitive, is_verb
from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column, rows

_TIMELY = frozenset({"month", "weekday", "unit", "daypart", "season", "decade", "deictic", "number"})
_OF_PASSIVES = frozenset({"aux:pass", "nsubj:pass", "csubj:pass", "obl:agent"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
MAX_GAP = 6
"""How many words may stand between two verbs of a chain ("agreed late on Tuesday to send")."""


def _chaining() -> frozenset[str]:
    return column("chain_verbs", "lemma")


def _lexicon(form: str) -> frozenset[str]:
    return column("chain_verbs", "lemma", form=form)


@cache
def _times() -> frozenset[str]:
    """The words that head a phrase of time: "on *Tuesday*", "last *week*"."""
    return frozenset(row["word"] for row in rows("time_words") if row["kind"] in _TIMELY)


def is_passive(tree: Tree, i: int) -> bool:
    """Whether verb ``i`` is passive by its own auxiliaries, its subject's label or its by-phrase."""
    for k in tree.kids[i]:  # noqa: SIM110  any() takes twice as long, and every verb is asked
        if tree.full[k] in _OF_PASSIVES:
            return True
    return False


def _verbal_complement(tree: Tree, i: int) -> int | None:
    """The non-finite complement that could carry on the chain after ``i``."""
    for k in tree.kids[i]:
        if k < i or tree.labels[k] not in _COMPLEMENTS:
            continue
        misread = tree.labels[k] in ("advcl", "csubj") and not (is_infinitive(tree, k) and tree.lemmas[i] in _chaining())
        if misread or tree.child(k, "nsubj", "csubj") is not None:
            continue
        if is_infinitive(tree, k) or ((tree.tags[k] == "VB" or _is_gerund(tree, k)) and tree.child(k, "mark") is None):
            return k
    return None


def _is_gerund(tree: Tree, k: int) -> bool:
    """Whether a complement is a gerund, of a copula too: "denied *being the author*"."""
    copula = tree.child(k, "cop")
    return tree.tags[k] == "VBG" or (copula is not None and tree.tags[copula] == "VBG")


def _chains(tree: Tree, i: int, k: int) -> bool:
    """Whether ``i`` and its complement ``k`` are one action."""
    lemma = tree.lemmas[i]
    if any(tree.words[d] in (",", ";", ":") for d in range(i + 1, k)):
        return False
    if lemma not in _chaining() and any(tree.labels[d] != "advmod" for d in tree.kids[i] if i < d < k):
        return False
    between = [d for d in tree.kids[i] if i < d < k]
    if any(tree.labels[d] in ("obj", "iobj", "ccomp", "advcl", "parataxis") for d in between) or tree.left[k] - i > MAX_GAP:
        return False
    if any(tree.labels[d] == "obj" for d in tree.kids[i] if d < i):
        return False
    if tree.labels[k] == "advcl" and any(tree.labels[d] == "obl" and not _is_aside(tree, d) for d in between):
        return (
            False  # "came from behind *to beat* Athletic", but "tried on Tuesday *to sell*", "voted by 312 to 289 *to stay*"
        )
    if lemma == "have" and any(tree.labels[d] == "obl" for d in between):
        return False  # "has until June *to reply*"
    if not is_verb(tree, i):
        return (tree.child(i, "cop") is not None and lemma in _lexicon("adjective")) or lemma in _lexicon("adjective")
    if tree.tags[i] == "VBN" and is_passive(tree, i):
        return is_infinitive(tree, k) and lemma in _lexicon("passive")
    if lemma in column("object_control", "lemma") and any(tree.labels[d] == "obl" for d in between):
        return False
    if _is_gerund(tree, k) and not is_infinitive(tree, k):
        return lemma in _lexicon("gerund")
    if not is_infinitive(tree, k):
        return lemma in _lexicon("bare")
    return True


def _is_aside(tree: Tree, k: int) -> bool:
    """Whether a phrase between two verbs of a chain says when, or how many were for it."""
    return tree.words[k] in _times() or tree.tags[k] == "CD"


def chain(tree: Tree, first: int) -> tuple[int, ...]:
    """Follow a predicate to the last verb of its chain.

    Args:
        tree: the parsed text.
        first: the verb, or the predicate adjective, that heads the clause.

    Returns:
        The chain's words, ``first`` included: (*trying*, *obtain*) for "is trying to obtain", (*likely*, *remain*) for "is
        likely to remain", (*help*,) for "could help Kenya complete the steps".
    """
    nodes = [first]
    while True:
        k = _verbal_complement(tree, nodes[-1])
        if k is None:
            k = _predicate_adjective(tree, nodes[-1])
            if k is None:
                return tuple(nodes)
        elif not _chains(tree, nodes[-1], k):
            return tuple(nodes)
        if k in nodes:
            return tuple(nodes)
        nodes.append(k)


def _predicate_adjective(tree: Tree, i: int) -> int | None:
    """The adjective in "became unable to move": it joins the chain only if it carries an infinitive on."""
    for k in tree.kids[i]:
        if k > i and tree.labels[k] == "xcomp" and tree.lemmas[k] in _lexicon("adjective") and not is_verb(tree, k):
            after = _verbal_complement(tree, k)
            if after is not None and _chains(tree, k, after):
                return k
    return None
