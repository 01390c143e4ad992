""" "It" that stands for something, where the parser took it for the empty one of "it is clear that …"."""

from __future__ import annotations

from newsclaims.extract.arcs import Arcs
from newsclaims.extract.repairs import Repair
from newsclaims.lexicon import column

INFINITIVES = ("xcomp", "csubj", "ccomp", "advcl")


def personal_it(arcs: Arcs, i: int) -> None:
    """ "It" before a verb with an object, its own or its infinitive's, stands for something: "*it* would seek damages"; so
    it does before the one of its kind: "*it* is the worst storm to hit the island", before where it is: "*it* is under
    pressure to act", and with what somebody feels or can: "said *it* was eager to sell", "*it* is likely to be opposed"."""
    verb = arcs.heads[i]
    if i < verb and _is_the_one(arcs, verb):
        arcs.relabel(i, "nsubj")
        for k in [k for k in arcs.kids[verb] if arcs.bare[k] == "csubj" and arcs.words.tags[k] == "VB"]:
            arcs.relabel(k, "acl")
        return
    if i < verb and arcs.has(verb, "cop") and (_is_somewhere(arcs, verb) or _is_of_somebody(arcs, verb)):
        arcs.relabel(i, "nsubj")
        return
    if i > verb or arcs.has(verb, "csubj", "ccomp", "cop", "advcl", "nsubj"):
        return
    verbs = [verb, *(k for k in arcs.kids[verb] if arcs.bare[k] == "xcomp")]
    if any(arcs.has(k, "obj") for k in verbs):
        arcs.move(i, verb, "nsubj")


def _is_of_somebody(arcs: Arcs, i: int) -> bool:
    """Whether an adjective says how somebody feels, or, with an infinitive behind it, what somebody can or will do."""
    form = arcs.words.forms[i]
    if form in column("personal_adjectives", "adjective"):
        return True
    if form not in column("chain_verbs", "lemma", form="adjective"):
        return False
    for k in arcs.kids[i]:
        if k > i and arcs.bare[k] in INFINITIVES and arcs.words.forms[arcs.first(k)] == "to":
            if arcs.bare[k] != "xcomp" and not arcs.has(k, "nsubj"):
                arcs.relabel(k, "xcomp")
            return not arcs.has(k, "nsubj", "csubj")
    return False


def _is_the_one(arcs: Arcs, i: int) -> bool:
    """Whether token ``i`` is a predicate with "the", and no clause says who or what: "is *the worst storm* in years"."""
    if not arcs.has(i, "cop") or arcs.has(i, "ccomp", "acl", "advcl"):
        return False
    return any(arcs.bare[k] == "det" and arcs.words.forms[k] == "the" for k in arcs.kids[i])


def _is_somewhere(arcs: Arcs, i: int) -> bool:
    """Whether token ``i`` is a bare predicate with a preposition, and no clause says what is: "it is *in contact* with"."""
    if not arcs.has(i, "case") or arcs.has(i, "csubj", "ccomp", "advcl", "det", "nummod"):
        return False
    return arcs.words.tags[i] in ("NN", "NNS") and not any(
        arcs.labels[k] in ("nmod:poss", "acl:relcl") for k in arcs.kids[i]
    )


IT_REPAIRS = (Repair(personal_it, frozenset({"expl"}), frozenset({"it"})),)
