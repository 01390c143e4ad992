"""Who speaks, where the parser took somebody else: days, shares, the one before a pronoun, the gap of what is said."""

from __future__ import annotations

from newsclaims.extract.arcs import FINITE, RELATIVE, SUBJECTS, TENSED, Arcs
from newsclaims.extract.mend_misled import COUNTED
from newsclaims.extract.repairs import Repair


def gap_of_what_is_said(arcs: Arcs, i: int) -> None:
    """A relative pronoun before a finite verb that lacks a subject is its subject: "remains *which* they say hold gold"."""
    verb = arcs.heads[i]
    lacks = not arcs.has(verb, "expl", "mark", *SUBJECTS)
    if lacks and arcs.bare[verb] == "ccomp" and i < arcs.heads[verb] < verb and arcs.bears_tense(verb):
        arcs.relabel(i, arcs.subject_label(verb))


def relative_said_twice(arcs: Arcs, i: int) -> None:
    """Of two relative clauses in a row the first only says who says so: "an issue *they say is hurting* them"."""
    words, noun = arcs.words, arcs.heads[i]
    if arcs.subject(i) is None or arcs.has(i, "obj", "ccomp", "xcomp"):
        return
    inside = arcs.bare[i] == "advcl" and i < noun and arcs.labels[noun] == "acl:relcl"
    verb = noun if inside else next((k for k in arcs.kids[noun] if k > i and arcs.labels[k] == "acl:relcl"), None)
    if verb is None or (not inside and arcs.labels[i] != "acl:relcl") or arcs.bearer(verb) not in (i + 1, i + 2):
        return
    if not arcs.bears_tense(verb) or any(words.void[k] for k in range(i, verb)):
        return
    if any(arcs.bare[k] in (*SUBJECTS, "expl") and k > i for k in arcs.kids[verb]):
        return
    if inside:
        arcs.move(i, arcs.heads[verb], "acl:relcl")
    for k in [k for k in arcs.kids[verb] if k < i and words.tags[k] in RELATIVE]:
        arcs.relabel(k, arcs.subject_label(verb))
    arcs.move(verb, i, "ccomp")


def he_believes(arcs: Arcs, i: int) -> None:
    """A pronoun between two reporting verbs is the second one's subject: "Karsai said *he believes* it will rain"."""
    words, he, verb = arcs.words, i - 1, i - 2
    if verb < 0 or not words.reports[verb] or words.tags[he] != "PRP" or words.tags[i] not in FINITE:
        return
    if words.tags[verb] not in FINITE or arcs.has(i, *SUBJECTS) or arcs.has(verb, "ccomp", "obj") or arcs.heads[he] != verb:
        return
    arcs.move(he, i, "nsubj")
    arcs.move(i, verb, "ccomp")


def day_of_saying(arcs: Arcs, i: int) -> None:
    """A day right before a reporting verb that has a subject says nothing: "The coalition, *Sunday* said it agreed"."""
    day = i - 1
    beside = day >= 0 and arcs.heads[day] == i and arcs.bare[day] == "nsubj"
    if (
        beside
        and arcs.words.forms[day] in arcs.words.days
        and any(arcs.bare[k] == "nsubj" and k < day for k in arcs.kids[i])
    ):
        arcs.relabel(day, "obl:unmarked")


def share_that_says(arcs: Arcs, i: int) -> None:
    """A phrase without preposition right before a reporting verb that lacks a subject is its subject: "*About half of them*
    said it was late"; so is a noun behind the place that a sentence begins with: "In Graz, *a nurse* said"."""
    words = arcs.words
    if words.tags[i] not in FINITE or arcs.has(i, "expl", "aux", *SUBJECTS) or arcs.bare[i] == "acl":
        return
    for k in [k for k in arcs.kids[i] if k < i and arcs.bare[k] == "obl" and words.tags[k] in COUNTED]:
        apposed = next((j for j in arcs.kids[k] if arcs.bare[j] == "appos" and arcs.has(j, "det")), None)
        if not arcs.has(k, "case") and arcs.end(k) == i and words.forms[k] not in words.days | words.units:
            arcs.relabel(k, "nsubj")
            return
        if apposed is not None and words.forms[arcs.start(apposed) - 1] == "," and k < apposed:
            arcs.move(apposed, i, "nsubj")
            return


def quoted_before_say(arcs: Arcs, i: int) -> None:
    """Who is quoted somewhere and says something quotes nobody: "*Officials quoted* by a radio say it is over"."""
    words, subject = arcs.words, arcs.subject(i)
    content = arcs.behind(i, "ccomp")
    if content is None or subject is None or arcs.has(i, "aux", "obj", "iobj", "mark") or words.tags[content] not in FINITE:
        return
    if words.tags[i] != "VBD" or words.tags[i + 1] != "IN" or not words.forms[i].endswith("ed"):
        return
    if words.reports[content] and not arcs.has(content, *SUBJECTS, "expl", "mark", "aux") and arcs.has(content, "ccomp"):
        arcs.replace(i, content, "acl")
        arcs.move(subject, content, "nsubj")
        arcs.move(i, subject, "acl")
        arcs.tags[i] = "VBN"


def speaker_behind_what_is_said(arcs: Arcs, i: int) -> None:
    """A second subject between a verb and a reporting verb set behind it is who says so: "The toll will climb, *the
    governor*, Ines Roe, warned"."""
    words, verb = arcs.words, arcs.heads[i]
    if not verb < i or words.tags[i] not in FINITE or arcs.has(i, "expl", "mark", *SUBJECTS):
        return
    subjects = [k for k in arcs.kids[verb] if arcs.bare[k] in SUBJECTS]
    if len(subjects) < 2 or not subjects[0] < verb < subjects[-1] < i:
        return
    first = arcs.first(subjects[-1])
    if "," in (words.forms[first - 1], words.forms[first]):
        arcs.move(subjects[-1], i, "nsubj")


def relative_of_what_is_said(arcs: Arcs, i: int) -> None:
    """What stands right behind a reporting verb in a relative clause, and lacks a subject, is what is reported: "a vote
    *which they contend is rigged*"."""
    words, bearer = arcs.words, i + 1
    which = next((k for k in arcs.kids[i] if k < i and words.tags[k] == "WDT"), None)
    if which is None or arcs.subject(i) in (None, which) or bearer >= len(words.forms):
        return
    noun = arcs.heads[bearer] == i and arcs.bare[bearer] == "obj" and words.tags[bearer] in ("NN", "NNS")
    if (
        noun and arcs.bare[which] == "obj" and any(k > bearer for k in arcs.kids[bearer])
    ):  # "which they say *amount* to fraud"
        arcs.tags[bearer] = "VBZ" if words.tags[bearer] == "NNS" else "VBP"
        arcs.relabel(bearer, "ccomp")
        arcs.move(which, bearer, "nsubj")
        return
    if words.tags[bearer] not in TENSED:
        return
    if arcs.has(i, "ccomp", "xcomp", "aux"):
        return
    verb = arcs.heads[bearer] if arcs.bare[bearer] in ("aux", "cop") else bearer
    if verb <= i or arcs.under(i, verb) or arcs.heads[verb] == i or arcs.has(verb, "expl", "mark", *SUBJECTS):
        return
    arcs.move(verb, i, "ccomp")
    arcs.move(which, verb, arcs.subject_label(verb))


def said_by_somebody_to_be(arcs: Arcs, i: int) -> None:
    """An infinitive right behind who says so in the passive is what they say: "She may go, and Roe is said *by friends to be
    ill*"."""
    to = next((k for k in arcs.kids[i] if k < i and arcs.words.forms[k] == "to"), None)
    if to is None:
        return
    agent = to - 1
    verb = next((head for head in (arcs.heads[agent], arcs.heads[arcs.heads[agent]]) if arcs.words.reports[head]), None)
    if verb is None or not arcs.heads[i] < verb < agent or not arcs.is_passive(verb) or arcs.has(verb, "xcomp", "ccomp"):
        return
    if any(arcs.labels[k] == "obl:agent" and verb < k < to for k in arcs.kids[verb]):
        arcs.move(i, verb, "xcomp")


def set_in_is_no_root(arcs: Arcs, i: int) -> None:
    """What a reporting clause is set into is no afterthought of it, but what is said: "*Men*, it says, *have* no pay"."""
    words, own = arcs.words, arcs.subject(i)
    if own is None or arcs.has(i, "ccomp", "obj") or words.forms[arcs.start(own) - 1] != ",":
        return
    verb = arcs.behind(i, "parataxis")
    subject = None if verb is None else arcs.subject(verb)
    if verb is not None and subject is not None and subject < arcs.start(own) and "," in words.forms[i : i + 3]:
        arcs.relabel(verb, "ccomp")


def set_in_behind_an_auxiliary(arcs: Arcs, i: int) -> None:
    """An auxiliary before a comma is not the reporting verb's behind it: "It *would*, they argue, *turn* parks to dust"."""
    words = arcs.words
    if words.forms[i + 1 : i + 2] != (",",):
        return
    helper = next((k for k in arcs.kids[i] if arcs.bare[k] == "aux" and words.forms[k + 1] == ","), None)
    subjects = [k for k in arcs.kids[i] if arcs.bare[k] in SUBJECTS]
    if helper is None or len(subjects) < 2 or not subjects[0] < helper < subjects[-1] < i:
        return
    verb = arcs.behind(i, "conj", "parataxis", "ccomp")
    if verb is None or arcs.has(verb, "cc", "aux", *SUBJECTS) or not words.tags[verb].startswith("VB"):
        return
    arcs.relabel(verb, "ccomp")
    arcs.move(subjects[0], verb, "nsubj")
    arcs.move(helper, verb)


def subject_of_an_auxiliary(arcs: Arcs, i: int) -> None:
    """A subject that hangs on an auxiliary is its verb's: "*It* did, however, let slip that …"."""
    helper = arcs.heads[i]
    if arcs.bare[helper] == "aux" and i < helper and not arcs.has(arcs.heads[helper], *SUBJECTS):
        arcs.move(i, arcs.heads[helper])


SPEAKER_REPAIRS = (
    Repair(set_in_is_no_root, reports=True),
    Repair(set_in_behind_an_auxiliary, reports=True),
    Repair(subject_of_an_auxiliary, frozenset(SUBJECTS)),
    Repair(said_by_somebody_to_be, frozenset(("xcomp", "advcl"))),
    Repair(speaker_behind_what_is_said, frozenset(("parataxis", "conj")), reports=True),
    Repair(relative_of_what_is_said, frozenset(("acl",)), reports=True),
    Repair(he_believes, reports=True),
    Repair(day_of_saying, reports=True),
    Repair(share_that_says, reports=True),
    Repair(relative_said_twice, frozenset(("acl", "advcl")), reports=True),
    Repair(gap_of_what_is_said, frozenset(("obj",)), RELATIVE),
    Repair(quoted_before_say, reports=True),
)
