"""Phrase boundaries: how much of a dependent's subtree a reader would quote as the actor or the target.

A noun phrase keeps its prepositional phrases, an appositive title, and infinitive and adjective complements ("the need to
act", "a missile capable of flying far"); it loses a relative clause, a participial modifier ("weapons intended for Lebanon")
and whatever a comma sets off after the noun.
"""

from __future__ import annotations

from itertools import pairwise

from newsclaims.extract.clause import Argument, Role
from newsclaims.extract.tree import Tree

CLAUSE_LEVEL = frozenset(
    {
        "nsubj",
        "csubj",
        "cop",
        "aux",
        "mark",
        "expl",
        "advcl",
        "parataxis",
        "ccomp",
        "vocative",
        "discourse",
        "dislocated",
        "advmod",
    }
)
NEVER = frozenset({"punct", "parataxis", "discourse", "vocative", "dislocated", "reparandum", "list", "orphan", "dep"})
DOUBTFUL = NEVER | {"appos", "acl", "advcl", "xcomp", "ccomp", "csubj", "conj", "nmod", "obl", "amod", "nummod", "advmod"}
"""Labels of dependents that a phrase may lose; it keeps all others."""
_LEADING = frozenset({"case", "mark", "cc"})
QUOTES = frozenset({'"', "“", "‘", "``", "'"})
SET_OFF = frozenset({",", "-", "--", "–", "—", "(", ":", ";", "..."})


CAUSES = frozenset(
    {"because of", "due to", "according to", "despite", "in spite of", "thanks to", "following", "amid", "ahead of"}
)
"""Prepositions whose phrase gives a reason or a warrant for the whole statement, and so is part of no noun phrase."""
EVENT_MARKERS = frozenset({"", "after", "before", "while", "when", "since", "upon", "on", "without", "with", "if", "though"})
"""What may stand before a participle that tells an event beside the main one; others make it an argument or a means."""
FREE = frozenset({"WP", "WRB", "WDT"})
"""Tags of a relative without antecedent ("what they found"), which keeps its clause."""


def is_verb(tree: Tree, i: int) -> bool:
    """Whether token ``i`` is a verb form by its Penn tag, or, with none, its part of speech, or by a passive auxiliary."""
    return i in tree.verbs


def is_infinitive(tree: Tree, i: int) -> bool:
    """Whether the clause headed by ``i`` is introduced by "to"."""
    return i in tree.infinitives


def is_clausal(tree: Tree, i: int) -> bool:
    """Whether token ``i`` heads a clause of its own: a verb, or a noun or adjective with a copula or a subject."""
    return i in tree.clausal


def is_prepositional_gerund(tree: Tree, i: int) -> bool:
    """Whether ``i`` heads a gerund after a preposition that tells no event beside the main one ("for *being* late")."""
    gerund = tree.tags[i] == "VBG" or any(tree.tags[k] == "VBG" for k in tree.children(i, "cop", "aux"))
    return gerund and not is_infinitive(tree, i) and tree.marker(i) not in EVENT_MARKERS


def opening(tree: Tree, i: int) -> str:
    """The punctuation that opens the subtree of token ``i``: its own first mark, or the one before it; "" for none."""
    at = tree.left[i]
    while at < i and tree.words[at] in QUOTES:
        at += 1
    if at < i and tree.words[at] in SET_OFF:
        return tree.words[at]
    before = tree.left[i] - 1
    while before >= 0 and tree.words[before] in QUOTES:
        before -= 1
    if before < 0 or tree.pos[before] == "SPACE":
        return "\n"
    return tree.words[before] if tree.words[before] in SET_OFF else ""


def set_off(tree: Tree, i: int) -> bool:
    """Whether a comma, a dash or a bracket stands right before the subtree of token ``i``."""
    return opening(tree, i) != ""


def _keeps(tree: Tree, i: int, k: int) -> bool:
    """Whether the phrase headed by ``i``, no clause itself, keeps its dependent ``k``."""
    label, full = tree.labels[k], tree.full[k]
    if label in NEVER:
        return False
    if full in ("acl:relcl", "advcl:relcl"):
        return tree.tags[i] in FREE and k > i
    if label == "appos":
        return k < i or not set_off(tree, k)
    if label == "acl":
        if set_off(tree, k) or (k < i and any(tree.words[p] == "," for p in range(tree.right[k], i))):
            return False
        if k < i:
            return True
        return is_infinitive(tree, k) or (tree.tags[k] == "VBG" and tree.marker(k) != "") or not is_clausal(tree, k)
    if label in ("advcl", "xcomp", "ccomp", "csubj"):
        fits = is_infinitive(tree, k) or (label == "advcl" and tree.pos[i] == "ADJ" and is_prepositional_gerund(tree, k))
        return k > i and fits and not set_off(tree, k)
    if label == "conj":
        addition = any(tree.words[c] == "as" for c in tree.children(k, "cc"))
        return tree.child(k, "nsubj", "cop") is None and not (addition and set_off(tree, k)) and not _describes(tree, i, k)
    if label == "nmod" and tree.marker(k) in CAUSES:
        return False
    if label in ("nmod", "obl", "amod", "nummod"):
        return k < i or not set_off(tree, k)
    if label == "advmod":
        if k > i:
            return not set_off(tree, k)
        aside = tree.words[tree.right[k] + 1 : tree.right[k] + 2] == (",",)  # "*instead*, the study"
        return not (aside and tree.tags[k] == "RB" and tree.pos[i] in ("NOUN", "PROPN"))
    return True


def _describes(tree: Tree, i: int, k: int) -> bool:
    """Whether a conjunct goes on with an apposition: "Ann Roe, head of the bank, and *chair* of the club"."""
    titles = [a for a in tree.children(i, "appos") if i < a < k and set_off(tree, a) and tree.child(a, "nmod") is not None]
    return bool(titles) and set_off(tree, k) and tree.child(k, "nmod") is not None


def _keeps_in_clause(tree: Tree, k: int) -> bool:
    """Whether a clause quoted as a phrase ("adding salt to bread") keeps its dependent ``k``."""
    label, full = tree.labels[k], tree.full[k]
    if label in NEVER or full in ("acl:relcl", "advcl:relcl"):
        return False
    if label == "advcl" and k > tree.heads[k] and tree.child(k, "nsubj") is not None and not is_infinitive(tree, k):
        return False
    if label in ("advcl", "obl", "advmod", "conj"):
        return not (k > tree.heads[k] and set_off(tree, k))
    return True


def kept(tree: Tree, head: int, skip: frozenset[int] = frozenset()) -> list[int]:
    """The tokens of the phrase headed by ``head``, in order; ``skip`` are dependents to leave out with all below them."""
    kids, labels, pos = tree.kids, tree.labels, tree.pos
    found, stack = {head}, [head]
    while stack:
        i = stack.pop()
        clausal = i in (tree.clausal if i != head else tree.verbs)
        for k in kids[i]:
            if k in skip or pos[k] == "SPACE":
                continue
            if labels[k] not in DOUBTFUL or (_keeps_in_clause(tree, k) if clausal else _keeps(tree, i, k)):
                found.add(k)
                if kids[k]:
                    stack.append(k)
    return sorted(found)


def _introducers(tree: Tree, head: int) -> frozenset[int]:
    """Prepositions (and "by", "of" before a gerund) and conjunctions that lead a phrase but are no part of it."""
    found = []
    for k in tree.kids[head]:
        if k > head:
            break
        if tree.labels[k] not in _LEADING and tree.tags[k] != "WP$":
            continue
        label, tag = tree.labels[k], tree.tags[k]
        leads = (label == "case" and tag != "POS") or (label == "mark" and tree.tags[head] == "VBG")
        if leads or label == "cc" or tag == "WP$":
            found.append(k)
    return frozenset(found)


def phrase(tree: Tree, head: int, skip: frozenset[int] = frozenset()) -> tuple[int, int]:
    """The stretch of the phrase headed by a token, without its preposition.

    Args:
        tree: the parsed text.
        head: a noun, pronoun, adjective, or the verb of a clause used as a phrase.
        skip: dependents that belong to something else.

    Returns:
        Start and end token, end exclusive; contiguous, no punctuation at the edges. "the minister of Kenya" for *minister*
        in "with the minister of Kenya, who resigned".
    """
    if not tree.kids[head] and tree.words[head].isalnum():
        return head, head + 1
    introducers = _introducers(tree, head)
    tokens = kept(tree, head, skip | introducers)
    if introducers:
        since = max(introducers)
        tokens = [t for t in tokens if t > since] or [head]
    trimmed = tree.trim(tokens[0], _until_others(tree, head, tokens) + 1)
    start, end = tree.balance(*trimmed)
    end = _quote_end(tree, head, start, end)
    if (start, end) != trimmed:
        start, end = tree.trim(start, end)
    return (start, end) if start <= head < end else (head, head + 1)


def _until_others(tree: Tree, head: int, tokens: list[int]) -> int:
    """The last token before a verb that is no part of the phrase: "visited Spain *to see* the king, and Italy"."""
    if tokens[-1] - tokens[0] + 1 == len(tokens):
        return tokens[-1]
    for a, b in pairwise(tokens):
        if b > a + 1 and a >= head:
            for k in range(a + 1, b):
                if tree.tags[k] in ("VB", "VBD", "VBZ", "VBP") and not _below(tree, k, head):
                    return a
    return tokens[-1]


def _below(tree: Tree, k: int, head: int) -> bool:
    """Whether token ``k`` depends on ``head``, at any depth."""
    while tree.heads[k] != k:
        k = tree.heads[k]
        if k == head:
            return True
    return False


def _quote_end(tree: Tree, head: int, start: int, end: int) -> int:
    """Where a quotation that a phrase begins in closes after a comma (`the pact," she said`): no phrase goes past it."""
    for i in range(head + 1, end - 1):
        if tree.words[i] in ('"', "”", "''") and tree.words[i - 1] in (",", ".", "!", "?"):
            opened = sum(1 for k in range(start, i) if tree.words[k] in ('"', "“", "``"))
            if opened % 2 == 0:
                return i
    return end


def members(tree: Tree, head: int, skip: frozenset[int] = frozenset()) -> tuple[tuple[int, int, int], ...]:
    """The members of a compound, each ``(head, start, end)``: *Kim*, *Putin* in "Kim and Putin"; () for a single phrase."""
    if head not in tree.having("conj"):
        return ()
    others = [k for k in tree.children(head, "conj") if k not in skip and tree.child(k, "nsubj", "cop") is None]
    if not others:
        return ()
    out = []
    for i in [head, *others]:
        conjuncts = frozenset(tree.children(i, "conj", "cc")) | skip
        limit = min((tree.left[k] for k in tree.children(i, "conj", "cc") if k > i), default=len(tree.heads))
        tokens = [t for t in kept(tree, i, conjuncts | _introducers(tree, i)) if t < limit]
        if tokens:
            out.append((i, *tree.trim(tokens[0], tokens[-1] + 1)))
    return tuple(out) if len(out) > 1 else ()


def argument(tree: Tree, head: int, role: Role, skip: frozenset[int] = frozenset(), marker: str | None = None) -> Argument:
    """An argument from the head of its phrase; ``marker`` is read off the tree unless given."""
    start, end = phrase(tree, head, skip)
    found = tree.marker(head) if marker is None else marker
    return Argument(role, head, start, end, found, members(tree, head, skip))
