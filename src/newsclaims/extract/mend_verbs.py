"""Verbs read as predicates, nouns and adverbs: a person before them, commas around them or a modal says what they are."""

from __future__ import annotations

from newsclaims.extract.arcs import BE, Arcs
from newsclaims.extract.mend_tags import CLAUSES, NOMINATIVE, OBJECTS
from newsclaims.extract.repairs import Repair


def progressive_of_somebody(arcs: Arcs, i: int) -> None:
    """What somebody is doing is no predicate: "*Scientists are* warning that …", "they *are* lying"; but "the aim is
    winning"."""
    verb, words = arcs.heads[i], arcs.words
    subject = arcs.subject(verb)
    if words.tags[verb] != "VBG" or not i < verb or subject is None or arcs.has(verb, "case", "det", "mark"):
        return
    somebody = words.tags[subject] in ("NNS", "NNP", "NNPS") or words.forms[subject] in NOMINATIVE
    stands = verb in words.states and not arcs.has(verb, *OBJECTS)
    if somebody and subject not in words.goals and not stands:
        arcs.relabel(i, "aux")
        arcs.relabel(subject, "nsubj")


def verb_behind_a_modal(arcs: Arcs, i: int) -> None:
    """What stands right behind a modal and before its object is a verb: "half of them would *back* Roe"."""
    words = arcs.words
    modal = i > 0 and words.tags[i - 1] == "MD" and arcs.heads[i - 1] == i and not arcs.has(i, "cop", "det", "case")
    if modal and arcs.subject(i) is not None and arcs.behind(i, "obj") is not None:
        arcs.tags[i] = "VB"


def claimed_between_commas(arcs: Arcs, i: int) -> None:
    """A plural between commas behind the name of a body is a verb: "The loan, *the opposition claims*, was void"."""
    words, noun = arcs.words, i - 1
    if noun not in words.bodies or words.tags[noun] != "NN" or arcs.heads[noun] != i:
        return
    if words.forms[arcs.start(i) - 1] == "," and words.forms[i + 1 : i + 2] == (",",) and not arcs.has(i, "case", "nmod"):
        arcs.tags[i] = "VBZ"


VERB_REPAIRS = (
    Repair(progressive_of_somebody, frozenset({"cop"}), BE),
    Repair(claimed_between_commas, frozenset({"appos"}), frozenset({"NNS"}), among="may_report"),
    Repair(verb_behind_a_modal, CLAUSES, frozenset({"RB", "NN", "JJ"})),
)
