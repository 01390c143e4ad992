"""Verbs that say how many or how much, read as nouns: "Exports *account* for 40 percent of output"."""

from __future__ import annotations

from functools import cache

from newsclaims.extract.arcs import NOUNS, PLURAL, SUBJECTS, Arcs
from newsclaims.extract.repairs import Repair
from newsclaims.lexicon import rows

NEAR = 4  # the most words of a quantity before its figure
SHARES = frozenset(
    {"most", "half", "much", "all", "third", "quarter", "fifth", "tenth", "two-thirds", "three-quarters", "none"}
)
TAGS = {"plural": "VBP", "singular": "VBZ"}


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """What stands between each form and the quantity, and the number of what is counted."""
    return {row["form"]: (row["follows"], row["number"]) for row in rows("verbs_of_number")}


def verb_of_number(arcs: Arcs, i: int) -> None:
    """What stands between a noun and a quantity is the verb: "The strikers *number* 4,300", "Exports *account* for most of
    it"; but not "Flight number 1549"."""
    words = arcs.words
    follows, number = _forms()[words.forms[i]]
    what = i + (2 if follows else 1)
    if words.tags[i] in ("VBP", "VBZ", "VBD") or (follows and words.forms[i + 1 : i + 2] != (follows,)):
        return
    before = i - 2 if words.forms[i - 1] == "," else i - 1
    if before < 0 or not (_counts(arcs, what) and words.tags[before] in (*NOUNS, "CD", "RB")):
        return
    own = arcs.subject(i)
    subject = _noun_above(arcs, before, i) if own is None else own
    if words.tags[subject] not in NOUNS or arcs.has(subject, "case", *SUBJECTS):
        return
    several = words.tags[subject] in PLURAL or arcs.has(subject, "conj")
    if number and several is not (number == "plural"):
        return
    quantity = what
    while arcs.heads[quantity] > quantity or what <= arcs.heads[quantity] < quantity:
        quantity = arcs.heads[quantity]
    for k in [k for node in (i, quantity) for k in arcs.kids[node] if k < i and k != subject]:
        if k == before:
            arcs.move(k, subject, "nmod")
        else:
            arcs.move(k, before)
    _govern(arcs, i, subject)
    arcs.move(quantity, i, "obl" if follows else "obj")
    if follows:
        arcs.move(i + 1, quantity, "case")
    arcs.tags[i] = TAGS.get(number, "VBD")


def _counts(arcs: Arcs, start: int) -> bool:
    """Whether a quantity begins here: "4,300", "about a third", "more than $3 billion"."""
    words = arcs.words
    for k in range(start, min(start + NEAR, len(words.forms))):
        if words.tags[k] == "CD" or words.forms[k] in SHARES:
            return True
        if words.void[k] and words.tags[k] != "$":
            return False
    return False


def _noun_above(arcs: Arcs, k: int, i: int) -> int:
    """The last noun before token ``i`` on the way from token ``k`` up to the next verb."""
    noun = k
    for _ in range(NEAR * 2):
        k = arcs.heads[k]
        if arcs.words.tags[k].startswith("VB"):
            break
        if k < i and arcs.words.tags[k] in NOUNS:
            noun = k
    return noun


def _govern(arcs: Arcs, i: int, subject: int) -> None:
    """Put the verb above its subject, and what stands behind with it."""
    head, label = arcs.heads[subject], arcs.labels[subject]
    if head == subject:
        arcs.move(i, i, "root")
    elif head != i:
        arcs.move(i, head, "ccomp" if arcs.words.reports[head] and head > i else label)
    arcs.move(subject, i, "nsubj")
    for k in [k for k in arcs.kids[subject] if k > i]:
        arcs.move(k, i)


NUMBER_REPAIRS = (Repair(verb_of_number, words=frozenset(_forms())),)
