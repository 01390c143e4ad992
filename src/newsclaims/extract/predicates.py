"""Which tokens head a clause, and of what kind each clause is."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from newsclaims.extract.clause import Kind
from newsclaims.extract.phrases import EVENT_MARKERS, is_infinitive, is_verb, opening
from newsclaims.extract.tree import Tree

FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSE_LABELS = frozenset(
    {"root", "ccomp", "advcl", "acl", "csubj", "xcomp", "parataxis", "conj", "dislocated", "appos", "list"}
)
NO_CLAUSE_LABELS = frozenset({"amod", "compound", "flat", "reparandum"})
TIMELY = frozenset({"before", "after", "since", "until", "till", "when", "while"})
CLAUSE_PUNCTUATION = frozenset({";", ":", "--", "—", "–", "-", "...", "…", "\n"})


def heads_clause(tree: Tree, i: int) -> bool:
    """Whether token ``i`` heads a clause: a verb in a clausal position, or a predicate with a copula.

    An infinitive or participle that continues a chain counts here; the caller drops it when it walks the chain.
    """
    label = tree.labels[i]
    if i in tree.capitals and is_verb(tree, i):
        return False
    if i in tree.having("cop") and label not in NO_CLAUSE_LABELS and not tree.capitals.issuperset(tree.children(i, "cop")):
        return True
    if not is_verb(tree, i) or label not in CLAUSE_LABELS:
        return False
    if label in ("appos", "list"):
        return tree.child(i, "nsubj") is not None
    if label == "conj":
        first = tree.heads[i]
        return is_verb(tree, first) or tree.child(first, "cop") is not None or tree.child(i, "nsubj", "aux") is not None
    return True


def is_finite(tree: Tree, i: int, since: int = -1) -> bool:
    """Whether predicate ``i`` bears tense itself or through an auxiliary or copula that stands at ``since`` or later."""
    if tree.tags[i] in FINITE_TAGS and is_verb(tree, i):
        return True
    helpers = [k for k in tree.kids[i] if tree.labels[k] in ("aux", "cop")]
    for k in helpers:
        if k >= since and tree.tags[k] in FINITE_TAGS:
            return True
    if tree.labels[i] != "ccomp":
        return False
    if tree.tags[i] == "VB" and tree.child(i, "nsubj") is not None and not is_infinitive(tree, i):
        return True
    return "be" in [tree.words[k] for k in helpers] and tree.marker(i) == "that"  # "demanded that the boy *be returned*"


def kind_of(tree: Tree, i: int) -> Kind:
    """The kind of the clause that ``i`` heads; a conjunct is of the kind of the clause it is coordinated with.

    Example: *left* is ``adverbial`` in "after he left", ``participial`` in "having left", ``relative`` in "those who left".
    """
    while tree.labels[i] == "conj" and tree.heads[i] != i:
        i = tree.heads[i]
    label, full = tree.labels[i], tree.full[i]
    if full in ("acl:relcl", "advcl:relcl"):
        return "relative"
    has_subject = tree.child(i, "nsubj", "csubj") is not None
    if is_infinitive(tree, i) and not has_subject and label not in ("root", "parataxis", "conj"):
        return "infinitive"
    if label == "parataxis":
        return "parenthetical" if has_subject and _is_inserted(tree, i) else "main"
    if label in ("ccomp", "csubj"):
        return "content" if is_finite(tree, i) or has_subject or tree.tags[i] != "VBG" else "gerund"
    if label == "xcomp":
        return "gerund" if tree.tags[i] == "VBG" else "infinitive"
    if label == "acl":
        if has_subject and tree.marker(i, "mark") in TIMELY:
            return "adverbial"  # "the day *before the vote was held*"
        reduced = not has_subject and tree.child(i, "aux", "cop", "mark", "expl") is None
        return "relative" if reduced else "content" if has_subject or is_finite(tree, i) else "gerund"
    if label == "advcl":
        if is_finite(tree, i):
            return "adverbial"
        return "participial" if tree.marker(i) in EVENT_MARKERS else "gerund"
    if label in ("root", "appos", "list", "dislocated"):
        return "main"
    return "gerund" if tree.tags[i] == "VBG" and not is_finite(tree, i) else "content"


def _is_inserted(tree: Tree, i: int) -> bool:
    """Whether a paratactic clause looks set inside or after another one: no object, between commas or quotation marks."""
    if tree.child(i, "obj", "ccomp") is not None or tree.children(i, "conj"):
        return False
    return opening(tree, i) not in CLAUSE_PUNCTUATION


def is_question(tree: Tree, i: int, end: int) -> bool:
    """Whether the first mark in the sentence that ends something at or after the ``end`` of the clause of ``i`` asks."""
    for k, word in enumerate(tree.words[end : end + 4], end):
        if word in ("?", "?!", "??", "!?"):
            sentence = bisect_right(tree.sentences, i, key=itemgetter(0)) - 1
            return sentence < 0 or k < tree.sentences[sentence][1]
        if word in (".", "!", ";"):
            return False
    return False


def is_imperative(tree: Tree, i: int, kind: Kind) -> bool:
    """Whether ``i`` is a bare verb without subject that tells somebody to do something ("Sign up here", "Don't miss it")."""
    if kind not in ("main", "content") or tree.child(i, "nsubj", "csubj", "expl") is not None or is_infinitive(tree, i):
        return False
    if tree.labels[i] in ("csubj", "ccomp") and tree.child(i, "mark") is not None:
        return False
    helpers = [k for k in tree.children(i, "aux") if tree.words[k] not in ("do", "please", "let")]
    if helpers:
        return False
    if tree.child(i, "cop") is not None:
        return tree.tags[tree.children(i, "cop")[0]] == "VB"
    return tree.tags[i] == "VB" or (tree.tags[i] == "VBP" and tree.left[i] == i)
