"""The verb group: the words of an action, from its first auxiliary to the last verb of the chain."""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.claim import Tense, Voice
from newsclaims.extract.chains import is_passive
from newsclaims.extract.phrases import is_infinitive, is_verb
from newsclaims.extract.tree import NEGATIONS, Tree, is_no_longer

_HELPERS = ("aux", "cop")
_OWN = frozenset({*_HELPERS, "mark", "compound"})
MAX_GAP = 6
"""How many words may stand between an auxiliary and its verb ("to, in the cyber arena, duplicate")."""


class VerbGroup(NamedTuple):
    """The words of an action: ``start:end`` is contiguous, ``copula`` its copula if it has one."""

    start: int
    end: int
    auxiliaries: tuple[int, ...]
    negations: tuple[int, ...]
    copula: int | None


def negations(tree: Tree, nodes: tuple[int, ...]) -> tuple[int, ...]:
    """The words that negate one of these predicates: "not", "never", "no longer"."""
    if tree.denied.isdisjoint(nodes):
        return ()
    found = []
    for node in nodes:
        for k in tree.kids[node]:
            if (tree.words[k] in NEGATIONS and tree.labels[k] in ("advmod", "cc", "neg", "det")) or is_no_longer(tree, k):
                found.append(k)
            elif tree.labels[k] == "advmod":
                found += [d for d in tree.kids[k] if tree.words[d] in NEGATIONS and d < k]
    return tuple(sorted(found))


def verb_group(tree: Tree, nodes: tuple[int, ...], since: int = -1) -> VerbGroup:
    """Collect the words of an action.

    Args:
        tree: the parsed text.
        nodes: the chain's words; the last one is a verb, or a predicate noun or adjective with a copula.
        since: leave out what stands before this token (where one word heads two clauses).

    Returns:
        The group: "is trying to obtain" for (*trying*, *obtain*), "has been" for *risk* in "has been a risk".
    """
    last = nodes[-1]
    copulas = [k for k in tree.children(last, "cop") if k >= since] if last in tree.having("cop") else []
    copula = copulas[-1] if copulas else None
    if copula is not None and since < 0 and is_verb(tree, last) and is_infinitive(tree, last):
        copula = None
    helpers, words = [], []
    for n, node in enumerate(nodes):
        for k in tree.kids[node]:
            label = tree.labels[k]
            if label not in _OWN or k < since:
                continue
            if (label in _HELPERS and k < node) or k == copula:
                helpers.append(k)
            elif (tree.words[k] == "to" and label == "mark" and k < node and (n > 0 or _bears_to(tree, node))) or (
                tree.full[k] == "compound:prt" and node < k <= node + 2
            ):
                words.append(k)
        if node != last or copula is None:
            words.append(node)
    negated = tuple([k for k in negations(tree, nodes) if k >= since])
    own = {*helpers, *words, *[k for k in negated if tree.labels[k] == "advmod"]}
    own.update([k - 1 for k in own if tree.words[k] == "longer" and is_no_longer(tree, k)])
    tokens = sorted(own)
    if not tokens:
        return VerbGroup(last, last + 1, (), negated, None)
    core = copula if copula is not None else last
    start = end = tokens.index(core) if core in tokens else len(tokens) - 1
    while start > 0 and _joins(tree, tokens[start - 1], tokens[start], nodes):
        start -= 1
    while end + 1 < len(tokens) and tokens[end + 1] <= tokens[end] + 2 and _joins(tree, tokens[end], tokens[end + 1], nodes):
        end += 1
    begin = tokens[start]
    while begin > 1 and tree.tags[begin - 1] == "HYPH":  # "*test*-fired"
        begin -= 2
    return VerbGroup(begin, tokens[end] + 1, tuple(sorted(helpers)), negated, copula)


def _bears_to(tree: Tree, node: int) -> bool:
    """Whether "to" belongs to a clause's first verb: headlines ("U.S. to send aid") and "were the court to agree"."""
    return tree.labels[node] in ("root", "conj", "advcl", "parataxis", "ccomp", "xcomp", "acl", "csubj")


def _barriers(tree: Tree, nodes: tuple[int, ...]) -> list[tuple[int, int]]:
    """Stretches that no action spans: subjects, objects and clauses of these predicates."""
    labels = ("nsubj", "csubj", "obj", "iobj", "ccomp", "parataxis", "advcl", "expl", "vocative", "conj")
    return [
        (tree.left[k], tree.right[k] + 1)
        for node in nodes
        for k in tree.children(node, *labels)
        if k not in nodes and k != node
    ]


def _joins(tree: Tree, a: int, b: int, nodes: tuple[int, ...]) -> bool:
    """Whether the words between ``a`` and ``b`` leave them one group."""
    if b == a + 1:
        return True
    if b - a - 1 > MAX_GAP or any(tree.pos[k] == "SPACE" for k in range(a + 1, b)):
        return False
    return not any(a < start < b and a + 1 < end <= b for start, end in _barriers(tree, nodes))


def voice_of(tree: Tree, nodes: tuple[int, ...], inherited: Voice | None = None) -> Voice:
    """Passive where the last verb is a participle with a passive auxiliary or subject, or coordinated with such a one."""
    last = nodes[-1]
    if not is_verb(tree, last):
        return "active"
    if is_passive(tree, last):
        return "passive"
    past = inherited is not None and tree.tags[last] in ("VBN", "VBD")
    if inherited is not None and past and tree.child(last, "aux", "obj", "nsubj") is None:
        own = tree.tags[last] == "VBD" and tree.child(last, "ccomp", "xcomp") is not None
        return "active" if own else inherited
    if len(nodes) > 1 or tree.tags[last] != "VBN" or tree.child(last, "aux", "obj") is not None:
        return "active"
    set_in = tree.labels[last] == "parataxis" and tree.child(last, "nsubj") is not None
    return "active" if set_in else "passive"  # "…, the firm *announced* on Monday", and a headline


def tense_of(tree: Tree, nodes: tuple[int, ...], group: VerbGroup) -> Tense | None:
    """The tense of the group's first verb; a perfect counts as past, "will" and a headline's "to" as future."""
    first = nodes[0]
    helpers = [k for k in group.auxiliaries if k <= first or k == group.copula]
    bearer = helpers[0] if helpers else first
    tag, lemma = tree.tags[bearer], tree.lemmas[bearer]
    if tag == "MD":
        return "future" if tree.words[bearer] in ("will", "'ll", "’ll", "shall", "wo", "won't") else None
    if tag == "VBD":
        return "past"
    if tag in ("VBZ", "VBP"):
        return "past" if lemma == "have" and bearer != first else "present"
    if tag == "VBN" and bearer == first:
        return "past"
    return "future" if is_infinitive(tree, first) and tree.labels[first] == "root" else None
