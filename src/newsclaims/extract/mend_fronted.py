"""What news puts before a subject, and parsers take for one: "*A lawyer by trade*, Roe won the seat"."""

from __future__ import annotations

from newsclaims.extract.arcs import Arcs
from newsclaims.extract.repairs import Repair

PARTING = frozenset({",", ":", ";", "—", "–", "--"})
PREPOSITIONS = frozenset({"as", "like", "after", "before", "since", "until", "despite", "with"})
WHAT = ("ccomp", "obj", "iobj", "xcomp")


def noun_before_the_subject(arcs: Arcs, i: int) -> None:
    """Of two subjects the one between a comma and the verb is the verb's: "A lawyer by trade, *Roe* won the seat", "As a
    senator, *she* opposed it"; with a comma behind it too it only names the first: "The mayor, *Ann Roe*, won"."""
    verb, words = arcs.heads[i], arcs.words
    first = arcs.subject(verb)
    if first is None or not first < i < verb or arcs.bare[first] != "nsubj" or arcs.labels[i] == "nsubj:outer":
        return
    if any(first < k < i and arcs.bare[k] not in ("punct", "advmod", "nsubj") for k in arcs.kids[verb]):
        return
    start, end = arcs.start(i), arcs.end(i)
    if start - 1 <= first or not (words.forms[start - 1] in PARTING or words.forms[start - 1].isspace()):
        return
    if words.reports[verb] and not any(k > verb and arcs.bare[k] in WHAT for k in arcs.kids[verb]):
        return  # "Brewer to shut two plants, *sources* say"
    before = arcs.start(first) - 1
    if before >= 0 and arcs.heads[before] == verb and arcs.bare[before] in ("mark", "case"):
        if words.forms[before] in PREPOSITIONS:
            arcs.move(before, first, "case")
            arcs.relabel(first, "obl")
    elif words.forms[end] == ",":
        arcs.move(i, first, "appos")
    else:
        arcs.relabel(first, "dislocated")


FRONTED_REPAIRS = (Repair(noun_before_the_subject, frozenset({"nsubj"})),)
