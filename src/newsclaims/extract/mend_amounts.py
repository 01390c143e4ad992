"""Amounts that were hung on the wrong word, or told the parser a passive: "fell *by a tenth*", "*up to* nine years"."""

from __future__ import annotations

from newsclaims.extract.arcs import Arcs
from newsclaims.extract.repairs import Repair

PERCENT = frozenset({"percent", "%", "points", "point", "fold", "third", "quarter", "half", "tenth", "fifth"})
CHANGES = frozenset({"increased", "decreased", "declined", "dropped", "jumped", "climbed", "slipped", "edged", "surged"})
ABOVE = ("obj", "obl", "xcomp")


def change_by_so_much(arcs: Arcs, i: int) -> None:
    """What changed by so much has not been changed by anybody: "Output *decreased* by 3 percent"."""
    words, subject = arcs.words, arcs.subject(i)
    if subject is None or words.forms[i] not in CHANGES or arcs.has(i, "aux", "cop") or words.forms[i - 1] == ",":
        return
    for k in arcs.kids[i]:
        by = arcs.first(k)
        if k > i and arcs.bare[k] == "obl" and words.forms[by] == "by":
            if words.forms[k] not in PERCENT and not arcs.counts(k):
                return
            arcs.relabel(k, "obl")
            arcs.relabel(subject, "nsubj")
            arcs.tags[i] = "VBD"
            return


def counted_subject(arcs: Arcs, i: int) -> None:
    """A number behind "and" counts whom the participle behind it tells of: "82 killed and *1,700* injured"."""
    verb, words = arcs.heads[i], arcs.words
    first = arcs.heads[verb]
    if words.tags[verb] != "VBN" or not first < i < verb or arcs.bare[verb] != "conj" or arcs.has(verb, "nsubj", "aux"):
        return
    if words.tags[first] == "VBN" and words.tags[arcs.start(i) - 1] == "CC" and arcs.has(first, "nsubj"):
        arcs.relabel(i, "nsubj:pass")


def up_to(arcs: Arcs, i: int) -> None:
    """ "Up to" before a number says how many: "faces *up to nine years*", "lost *up to $400*", not "owned up to it"."""
    words, verb = arcs.words, i - 1
    if i == 0 or words.forms[i + 1 : i + 2] != ("to",) or verb in words.rests or not words.tags[verb].startswith("VB"):
        return
    amount = arcs.heads[i + 1]
    while arcs.bare[amount] in ("nummod", "compound") and arcs.heads[amount] > amount:
        amount = arcs.heads[amount]
    if arcs.heads[amount] != verb or arcs.bare[amount] not in ABOVE or words.tags[i + 2 : i + 3] not in (["CD"], ["$"]):
        return
    if arcs.bare[amount] != "obl" or not arcs.has(verb, "obj", "aux:pass", "cop"):
        for k in (i, i + 1):
            arcs.move(k, amount, "advmod")
        arcs.relabel(amount, "obj")


AMOUNT_REPAIRS = (
    Repair(change_by_so_much, frozenset({"root", "ccomp", "conj", "advcl", "parataxis"}), frozenset({"VBN", "VBD"})),
    Repair(counted_subject, frozenset({"nummod"}), frozenset({"CD"})),
    Repair(up_to, frozenset({"compound", "advmod", "case"}), frozenset({"up"})),
)
