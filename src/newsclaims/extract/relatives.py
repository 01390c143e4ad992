"""Relative clauses: the antecedent in the place of "who", "which" and "that", or of the gap they leave."""

from __future__ import annotations

from functools import cache

from newsclaims.claim import Voice
from newsclaims.extract.arguments import RELATIVE_TAGS, nominal, relative_pronoun
from newsclaims.extract.clause import Argument
from newsclaims.extract.tree import Tree
from newsclaims.lexicon import rows

SHARES = frozenset({"percent", "%", "half", "majority", "most", "hundreds", "thousands", "dozens"})
"""Nouns that only say how many of the antecedent are meant ("a majority of whom"), as numbers and "some" do."""


@cache
def _adverbial_nouns() -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("adverbial_nouns"))


def with_antecedent(
    tree: Tree, nodes: tuple[int, ...], antecedent: int, subject: Argument | None, found: list[Argument], voice: Voice
) -> tuple[Argument | None, list[Argument]]:
    """Put the antecedent where the relative pronoun, or the gap, stands."""
    target = nominal(tree, antecedent, before=tree.left[_top(tree, nodes[0])])
    pronoun = relative_pronoun(tree, nodes)
    if pronoun is not None:
        if subject is not None and subject.head == pronoun:
            return target._replace(role="subject"), found
        return subject, [target._replace(role=a.role, marker=a.marker) if a.head == pronoun else a for a in found]
    whole = any(tree.tags[k] in ("WRB", "WP$") for n in nodes for k in tree.subtree(n) if k < nodes[0])
    if subject is not None and any(tree.tags[k] in RELATIVE_TAGS for k in range(subject.start, subject.end)):
        some = tree.tags[subject.head] not in ("NN", "NNS") or tree.words[subject.head] in SHARES
        return (target._replace(role="subject") if some else subject), found
    filled = any(a.role in ("object", "predicate") or a.role == "complement" for a in found)
    if whole or subject is None or voice == "passive" or filled or tree.full[nodes[0]] == "advcl:relcl":
        return subject, found
    if tree.lemmas[antecedent] in _adverbial_nouns():
        return subject, found
    return subject, [*found, _stranded(tree, nodes, target)]


def loose_antecedent(tree: Tree, i: int, pronoun: Argument) -> Argument:
    """What a relative pronoun means in a clause that is not hung on it: the noun before the comma ("…, which fell"), or
    before the relative clause that says it ("a blast *that* police say killed two")."""
    says, at = tree.heads[i], pronoun.head - 1
    said = tree.labels[i] == "ccomp" and tree.full[says] == "acl:relcl" and tree.heads[says] < pronoun.head < says
    if said and tree.words[at] != ",":
        return nominal(tree, tree.heads[says], "subject", before=pronoun.head)
    if tree.left[i] != pronoun.head or at < 1 or tree.words[at] != "," or tree.words[pronoun.head] not in ("who", "which"):
        return pronoun
    at -= 1
    while tree.labels[at] in ("flat", "compound", "nummod", "amod") and tree.heads[at] < pronoun.head:
        if tree.heads[at] == at:
            break
        at = tree.heads[at]
    return nominal(tree, at, "subject", before=pronoun.head) if tree.pos[at] in ("NOUN", "PROPN") else pronoun


def antecedent_of_said(tree: Tree, i: int) -> Argument | None:
    """The antecedent as the subject that what is said lacks: "an *issue* they say is hurting them"."""
    says = tree.heads[i]
    noun = tree.heads[says]
    lacks = tree.labels[i] == "ccomp" and tree.full[says] == "acl:relcl" and tree.child(i, "mark") is None
    lacks = lacks and tree.tags[noun] not in RELATIVE_TAGS  # not "what they say is true"
    return nominal(tree, noun, "subject", before=tree.left[says]) if lacks and noun < says < i else None


def _top(tree: Tree, i: int) -> int:
    """The first conjunct of the predicate ``i``."""
    while tree.labels[i] == "conj" and tree.heads[i] != i:
        i = tree.heads[i]
    return i


def _stranded(tree: Tree, nodes: tuple[int, ...], target: Argument) -> Argument:
    """A gap after a preposition ("the oil they rely *on*") is an oblique, any other gap the object."""
    for k in tree.kids[nodes[-1]]:
        bare = k > nodes[-1] and tree.tags[k] in ("IN", "TO") and not tree.kids[k]
        if bare and tree.labels[k] in ("obl", "advmod", "case", "nmod"):
            return target._replace(role="oblique", marker=tree.words[k])
    return target
