"""What hangs on a predicate: objects, recipients, agents, predicates of copulas, prepositional phrases, clauses, adverbs."""

from __future__ import annotations

from functools import cache

from newsclaims.claim import Voice
from newsclaims.extract.clause import IN_ORDER, Argument, Role
from newsclaims.extract.phrases import (
    CLAUSE_LEVEL,
    argument,
    is_clausal,
    is_infinitive,
    is_prepositional_gerund,
    is_verb,
    phrase,
)
from newsclaims.extract.tree import NEGATIONS, Tree, is_no_longer
from newsclaims.lexicon import column

OF_STATE = frozenset(
    {"to", "of", "for", "with", "about", "on", "upon", "from", "than", "against", "toward", "towards", "over"}
)
"""Prepositions whose phrase belongs to a predicate adjective; others say where, when or why all of it is so."""
_ARGUMENTS = frozenset({"obj", "iobj", "obl", "nmod", "ccomp", "xcomp", "csubj", "advcl", "vocative", "advmod"})
RELATIVE_TAGS = frozenset({"WDT", "WP"})


@cache
def _asides() -> frozenset[str]:
    """The adverbs that say of a whole statement how sure it is, when it holds or in what connection it stands."""
    return column("sentence_adverbs", "adverb") | column("hedges", "word", kind="adverb")


def predicate_argument(tree: Tree, head: int, dropped: frozenset[int] = frozenset()) -> Argument:
    """The predicate noun, adjective or prepositional phrase of a copula.

    Example: "responsible", "a hollow victory", "within range of the town", "critical to end the war".
    """
    skip = set(dropped) | set(tree.children(head, *CLAUSE_LEVEL)) - set(_degree(tree, head))
    skip |= {k for k in tree.children(head, "cc") if k < head}
    skip |= {k for k in tree.children(head, "advmod") if k < head and tree.words[k] in _asides()}
    copula = tree.child(head, "cop")
    if copula is not None and copula < head:
        skip |= {k for k in tree.kids[head] if k < copula}
    is_noun = tree.pos[head] in ("NOUN", "PROPN", "PRON", "NUM")
    prepositional = any(tree.labels[k] == "case" and tree.tags[k] != "POS" for k in tree.kids[head] if k < head)
    edge = head + 1
    for k in tree.kids[head]:
        if is_noun and tree.labels[k] == "advmod" and tree.left[k] == edge and tree.child(k, "obl") is not None:
            skip.discard(k)  # "the largest town *north of Oslo*"
            edge = tree.right[k] + 1
        if tree.labels[k] in ("obl", "advcl", "ccomp", "xcomp", "csubj") and k not in dropped:
            infinitive = (is_clausal(tree, k) and is_infinitive(tree, k)) or is_prepositional_gerund(tree, k)
            phrasal = tree.labels[k] == "obl" and tree.full[k] == "obl" and tree.marker(k) in OF_STATE
            adjacent = k > head and tree.left[k] == edge
            if (adjacent and not is_noun and (phrasal or infinitive)) or (adjacent and is_noun and infinitive):
                skip.discard(k)
                edge = tree.right[k] + 1
            else:
                skip.add(k)
    skip |= {k for k in tree.children(head, "conj") if is_verb(tree, k) or tree.child(k, "nsubj", "cop", "aux") is not None}
    if prepositional:
        cases = [k for k in tree.kids[head] if tree.labels[k] == "case" and k < head]
        _, end = phrase(tree, head, frozenset(skip))
        return Argument("predicate", head, cases[0], end)
    return argument(tree, head, "predicate", frozenset(skip), marker="")


def nominal(tree: Tree, head: int, role: Role = "object", before: int | None = None) -> Argument:
    """The noun phrase of an antecedent, which may itself be the predicate of a copula ("It is *a drug* that works").

    What stands at ``before`` or after it, the relative clause itself among them, is left out.
    """
    skip = frozenset(k for k in tree.kids[head] if before is not None and k > head and tree.right[k] >= before)
    if tree.child(head, "cop", "nsubj") is not None and not is_verb(tree, head):
        found = predicate_argument(tree, head, skip)
        cases = [k for k in tree.children(head, "case") if k < head]
        return found._replace(role=role, start=max([found.start, *(k + 1 for k in cases)]))
    return argument(tree, head, role, skip, marker="")


def _degree(tree: Tree, head: int) -> list[int]:
    """Adverbs right before a predicate, which belong to it ("*so* severe"), not those before the copula."""
    copulas = tree.children(head, "cop")
    since = copulas[-1] if copulas else tree.left[head] - 1
    if any(since < k < head for k in tree.children(head, "nsubj")):
        since = max(k for k in tree.children(head, "nsubj") if k < head)
    denied = () if not copulas else NEGATIONS  # "pleaded not guilty" denies the adjective, "is not guilty" the clause
    near = (k for k in tree.children(head, "advmod") if since < k < head and not is_no_longer(tree, k))
    return [k for k in near if tree.words[k] not in denied]


def _phrase_role(tree: Tree, k: int, voice: Voice) -> tuple[Role, str]:
    """Role and marker of an oblique."""
    full, marker = tree.full[k], tree.marker(k)
    if full in ("obl:tmod", "obl:unmarked", "obl:npmod"):
        return ("time", "") if full != "obl:npmod" else ("adverb", "")
    if (
        marker in ("by", "")
        and (full == "obl:agent" or (voice == "passive" and marker == "by" and full == "obl"))
        and not _measures(tree, k)
    ):
        return "agent", marker
    return "oblique", marker


def _measures(tree: Tree, k: int) -> bool:
    """Whether a phrase says by how much, by when or by what means: "by 4 percent", "by 1962", "by helicopter"."""
    if tree.words[k] in column("means", "noun") and all(tree.labels[d] == "case" for d in tree.kids[k] if d < k):
        return True
    return tree.pos[k] in ("NUM", "SYM") or tree.words[k] in ("percent", "%") or tree.tags[k] == "VBG"


def arguments(
    tree: Tree,
    nodes: tuple[int, ...],
    group: tuple[int, int],
    voice: Voice,
    copular: bool,
    dropped: frozenset[int] = frozenset(),
) -> tuple[Argument, ...]:
    """Collect all but the subject.

    Args:
        tree: the parsed text.
        nodes: the chain's words.
        group: start and end of the verb group, whose words are no arguments.
        voice: of the clause; a by-phrase is an agent only in the passive.
        copular: whether the last node is a predicate noun or adjective.
        dropped: dependents that belong to another clause of the same word.

    Returns:
        The arguments in text order: in "gave him a letter on Friday", *him* (recipient), *a letter* (object) and *Friday*
        (oblique, marked "on").
    """
    found: list[Argument] = []
    chain = set(nodes)
    absorbed: frozenset[int] = frozenset()
    if copular:
        predicate = predicate_argument(tree, nodes[-1], dropped)
        found.append(predicate)
        absorbed = frozenset(range(predicate.start, predicate.end)) - frozenset(tree.children(nodes[-1], "obl", "advcl"))
    for node in nodes:
        for k in tree.kids[node]:
            label = tree.labels[k]
            if label not in _ARGUMENTS or k in chain or k in dropped or k in absorbed or group[0] <= k < group[1]:
                continue
            if label == "obj":
                found.append(argument(tree, k, "object", marker=""))
            elif label == "iobj":
                found.append(argument(tree, k, "recipient", marker=""))
            elif label == "obl" and tree.tags[k] in ("IN", "TO") and not tree.kids[k]:
                continue  # a stranded preposition: what it governs is the antecedent
            elif label in ("obl", "nmod") and not (copular and node == nodes[-1] and label == "nmod"):
                role, marker = _phrase_role(tree, k, voice)
                found.append(argument(tree, k, role, marker=marker))
            elif label == "xcomp" and tree.tags[k] == "TO":
                continue  # "we do not intend to"
            elif label in ("ccomp", "xcomp", "csubj") and not (label == "csubj" and k < node):
                found.append(_clausal(tree, node, k))
            elif label == "advcl" and is_prepositional_gerund(tree, k) and k > node:
                found.append(argument(tree, k, "oblique"))
            elif label == "advcl" and is_infinitive(tree, k) and k > node:
                found.append(argument(tree, k, "complement"))
            elif label == "vocative":
                found.append(argument(tree, k, "vocative", marker=""))
            elif label == "advmod" and _is_adverb(tree, k):
                found.append(argument(tree, k, "adverb", marker=""))
    return _with_infinitives(tree, sorted(found, key=IN_ORDER))


def _with_infinitives(tree: Tree, found: list[Argument]) -> tuple[Argument, ...]:
    """Give an infinitive that was hung on the verb to the noun before it: "rejected *a request to unseal the file*"."""
    out: list[Argument] = []
    for a in found:
        last = out[-1] if out and a.role == "complement" else None
        if (
            last is not None
            and last.role in ("object", "predicate")
            and a.start == last.end
            and tree.words[a.start] == "to"
            and tree.lemmas[last.head] in column("infinitive_nouns", "lemma")
            and not (tree.tags[last.head] == "NNS" and tree.lemmas[tree.heads[a.head]] in column("object_control", "lemma"))
        ):
            out[-1] = last._replace(end=a.end)
        else:
            out.append(a)
    return tuple(out)


def _is_adverb(tree: Tree, k: int) -> bool:
    """An adverb that says how, where or when, no negation, question word or connective."""
    if tree.tags[k] in ("WRB", "IN", "CC", "DT", "RP"):
        return False
    return tree.words[k] not in NEGATIONS and not (k > 0 and tree.words[k - 1] == "no")


def _clausal(tree: Tree, node: int, k: int) -> Argument:
    """A clause as an argument: the predicate of "remain committed", else a complement."""
    bare = (
        not is_infinitive(tree, k) and tree.child(k, "mark", "nsubj", "cop", "aux") is None and tree.child(k, "case") is None
    )
    if tree.labels[k] == "xcomp" and bare and tree.tags[k] != "VB" and tree.tags[k] != "VBG":
        if tree.child(node, "obj", "iobj") is None:
            return predicate_argument(tree, k)
        return argument(tree, k, "complement", marker="")
    start, end = tree.trim(tree.left[k], tree.right[k] + 1)
    return Argument("complement", k, start, end, tree.marker(k))


def relative_pronoun(tree: Tree, verbs: tuple[int, ...]) -> int | None:
    """The "who", "which" or "that" that stands for the antecedent among the dependents of these verbs."""
    for node in verbs:
        for k in tree.kids[node]:
            if tree.labels[k] not in ("nsubj", "obj", "obl", "iobj", "nmod"):
                continue
            if tree.tags[k] in RELATIVE_TAGS or (tree.words[k] == "that" and tree.tags[k] in ("IN", "DT") and k < node):
                return k
    return None
