"""Pasts read as participles, and participles read as adjectives: what stands beside them says which they are.

"The blast wounded fifteen people" and "the blast, wounded people" differ in one letter of a tag; an object, a number or the
tense of the verb that "and" joins them to leaves no doubt.
"""

from __future__ import annotations

from newsclaims.extract.arcs import BE, NOUNS, SUBJECTS, Arcs
from newsclaims.extract.mend_headlines import in_prose
from newsclaims.extract.repairs import Repair

GIVEN = ("iobj", "xcomp")
NO_VERB = ("case", "det", "aux", "mark", "nmod")


def past_in_a_row(arcs: Arcs, i: int) -> None:
    """With an object, in a row of pasts, stands a past: "launched a plan, *raised* taxes and cut spending"; but not "flew to
    the base, also *called* Q-West"."""
    words, first = arcs.words, arcs.heads[i]
    if words.tags[first] != "VBD" or not first < i or arcs.has(i, "aux", "mark", "cop", *SUBJECTS):
        return
    row = (k for k in arcs.kids[first] if k >= i and arcs.bare[k] == "conj" and arcs.has(k, "cc"))
    if arcs.has(i, "obj") and any(words.tags[k] in ("VBD", "VBN") for k in row):
        arcs.tags[i] = "VBD"


def past_like_its_infinitive(arcs: Arcs, i: int) -> None:
    """Beside a past tense a verb whose own looks like the bare form is one: "closed two wards and *set* up a tent"."""
    words, first = arcs.words, arcs.heads[i]
    if arcs.bare[i] == "conj" and words.tags[first] == "VBD" and first < i and not arcs.has(i, "aux", "mark", *SUBJECTS):
        arcs.tags[i] = "VBD"


def past_in_prose(arcs: Arcs, i: int) -> None:
    """In a whole sentence a participle without auxiliary is a past, if it has an object or can have none: "The bomb
    *wounded* four people.", "Hundreds *demonstrated* on Monday."; a headline's "Man *given* life" is none."""
    words, subject = arcs.words, arcs.subject(i)
    if subject is None or arcs.has(i, "aux", "cop", "expl", *GIVEN):
        return
    if arcs.bare[subject] != "nsubj" or arcs.has_agent(i):
        return
    behind = arcs.behind(i, "obj", "nsubj")
    counts = behind is not None and not words.gives[i] and i not in words.judges and i not in words.tells
    if not (counts or i in words.rests) or not in_prose(arcs, i):
        return
    arcs.tags[i] = "VBD"
    arcs.relabel(subject, "nsubj")
    if behind is not None:
        arcs.relabel(behind, "obj")


def past_beside_a_past(arcs: Arcs, i: int) -> None:
    """What "and" joins to a past is one: "tried to flee, but *failed*", "seized the bridge and *blocked* it"."""
    first, words = arcs.heads[i], arcs.words
    if words.tags[first] != "VBD" or arcs.bare[first] == "acl" or not first < i:
        return
    if arcs.has(i, "aux", "mark", *SUBJECTS):
        return
    if arcs.has(i, "cc") and not arcs.has(first, "aux", "cop") and not arcs.has_agent(i):
        arcs.tags[i] = "VBD"


def participle_before_a_number(arcs: Arcs, i: int) -> None:
    """A participle between a noun and a number is the verb: "Police say *Monday's blast wounded* 15 other people"."""
    noun, words, number = arcs.heads[i], arcs.words, i + 1
    if not number < noun or words.tags[number] != "CD" or words.tags[noun] not in NOUNS:
        return
    subject = i - 1
    if subject < 0 or words.tags[subject] not in NOUNS or arcs.heads[subject] not in (i, noun):
        return
    if arcs.has(noun, "case", "aux", "cop", *SUBJECTS) or not arcs.under(number, noun, 2):
        return
    arcs.replace(noun, i, "obj")
    for k in [k for k in arcs.kids[noun] if k < subject]:
        arcs.move(k, subject)
    for k in [k for k in arcs.kids[i] if k < subject and arcs.bare[k] in ("det", "nmod", "amod", "compound", "nummod")]:
        arcs.move(k, subject)
    arcs.move(subject, i, "nsubj")
    arcs.tags[i] = "VBD"


def passive_of_an_event(arcs: Arcs, i: int) -> None:
    """A form of "be" before a participle with a day or somebody who did it is its auxiliary: "the abbey *was* founded in
    1563"."""
    verb, words = arcs.heads[i], arcs.words
    if words.tags[verb] != "VBN" or verb in words.states or not i < verb or arcs.has(verb, *NO_VERB):
        return
    behind = [k for k in arcs.kids[verb] if k > verb and arcs.bare[k] == "obl"]
    if not any(words.tags[k] == "CD" or words.forms[k] in words.days or arcs.labels[k] == "obl:agent" for k in behind):
        return
    arcs.relabel(i, "aux:pass")
    for k in arcs.kids[verb]:
        if arcs.labels[k] == "nsubj":
            arcs.relabel(k, "nsubj:pass")


def subject_behind_its_verb(arcs: Arcs, i: int) -> None:
    """Of two subjects around a past the one behind it is its object: "Senator Roe grilled *the banker*"."""
    verb, words = arcs.heads[i], arcs.words
    first = arcs.subject(verb)
    if first is None or not verb < i or words.tags[verb] not in ("VBD", "VBZ", "VBP") or words.reports[verb]:
        return
    if arcs.has(verb, "obj", "ccomp", "xcomp", "cop", "aux", "expl") or arcs.bare[first] != "nsubj":
        return
    if arcs.start(i) == verb + 1 and words.tags[i] in NOUNS:
        arcs.relabel(i, "obj")


def past_behind_its_mark(arcs: Arcs, i: int) -> None:
    """A participle that a conjunction introduces, across the noun it was hung on, is that noun's verb: "after a *fire swept*
    through the ferry"."""
    noun = arcs.heads[i]
    above = arcs.heads[noun]
    if not noun < i or above == noun or arcs.has(i, "aux", "cop", *SUBJECTS):
        return
    if arcs.has(noun, "case") or not any(arcs.bare[k] == "mark" and k < noun for k in arcs.kids[i]):
        return
    arcs.tags[i] = "VBD"
    arcs.move(i, above, "advcl")
    arcs.move(noun, i, "nsubj")


_CLAUSES = frozenset({"root", "ccomp", "conj", "parataxis", "advcl"})
PAST_REPAIRS = (
    Repair(past_behind_its_mark, frozenset({"acl"}), frozenset({"VBN"}), among="pasts"),
    Repair(past_in_prose, _CLAUSES, frozenset({"VBN"}), among="pasts"),
    Repair(past_beside_a_past, frozenset({"conj"}), frozenset({"VBN"}), among="pasts"),
    Repair(participle_before_a_number, frozenset({"amod", "compound", "acl"}), frozenset({"VBN", "VBD"}), among="pasts"),
    Repair(passive_of_an_event, frozenset({"cop"}), BE),
    Repair(subject_behind_its_verb, frozenset({"nsubj"}), frozenset(NOUNS)),
)
