"""Slips in headlines and in entries of live blogs, which leave small words out and put others in: subjects found again."""

from __future__ import annotations

from newsclaims.extract.arcs import FINITE, SUBJECTS, Arcs


def headline_infinitive(arcs: Arcs, i: int) -> None:
    """A name with an infinitive and no other verb is a headline's subject: "*Canada* to send field hospital to Haiti", also
    before those who say so: "*Bank* to cut 400 jobs, sources say"."""
    noun, words = arcs.heads[i], arcs.words
    above = arcs.heads[noun]
    if arcs.has(noun, "det", "cop", "parataxis", *SUBJECTS) or arcs.has(i, *SUBJECTS):
        return
    to = next((k for k in arcs.kids[i] if arcs.bare[k] == "mark" and words.forms[k] == "to"), None)
    if to is None or noun > to or not words.tags[noun].startswith("NN"):
        return
    if above == noun and words.tags[noun] in ("NNP", "NNPS"):
        arcs.move(i, i, arcs.labels[noun])
        arcs.move(noun, i, "nsubj")
    elif words.reports[above] and above > i and arcs.bare[noun] in ("ccomp", "nsubj"):
        said = (k for k in range(to, above) if words.forms[k] == ",")
        if any(arcs.bare[k] in SUBJECTS and noun < k for k in arcs.kids[above]) and any(said):
            arcs.move(i, above, "ccomp")
            arcs.move(noun, i, "nsubj")


def headline_coordination(arcs: Arcs, i: int) -> None:
    """A finite verb without subject right behind a comma shares the one before: "Court rejects appeal, *orders* trial"."""
    head, words = arcs.heads[i], arcs.words
    if arcs.has(i, *SUBJECTS, "expl", "mark"):
        return
    if head < i and words.forms[i - 1] == "," and words.tags[head] in FINITE and arcs.subject(head) is not None:
        arcs.relabel(i, "conj")


def time_before_its_news(arcs: Arcs, i: int) -> None:
    """The time of an entry in a live blog is no subject: "*18:42* Trains have been suspended, the operator says"."""
    first = i == 0 or arcs.words.void[i - 1]
    hour, _, minute = arcs.words.forms[i].replace(".", ":").partition(":")
    if first and hour.isdigit() and len(minute) == 2 and minute.isdigit() and arcs.heads[i] != i + 1:
        arcs.relabel(i, "obl:unmarked")


def headline_passive(arcs: Arcs, i: int) -> None:
    """Headlines drop article and auxiliary, and tell what is past in the present: "*Man* jailed for theft" is passive."""
    verb, words = arcs.heads[i], arcs.words
    if verb in words.rests:  # "Suspect fled to Spain, police say"
        return
    if words.tags[verb] not in ("VBD", "VBN") or arcs.bare[verb] not in ("root", "advcl") or i > verb:
        return
    plain = words.forms[verb].endswith("ed") and arcs.bare[verb] == "root"  # "after *truce* collapsed" is active
    if not (plain or words.tags[verb] == "VBN") or arcs.has(i, "det", "nmod", "nummod") or arcs.labels[i] != "nsubj":
        return
    if arcs.has(verb, "obj", "iobj", "xcomp", "ccomp", "aux", "conj", "expl") or "." in (
        words.forms[k] for k in arcs.kids[verb]
    ):
        return
    arcs.relabel(i, "nsubj:pass")
