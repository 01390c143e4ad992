"""Reporting clauses, which news puts before, behind and into everything: what is theirs, and what is their content's."""

from __future__ import annotations

from newsclaims.extract.arcs import Arcs

PHRASES = frozenset(("obl", "advmod", "nmod"))


def behind_the_cue(arcs: Arcs, i: int) -> None:
    """A phrase behind a reporting verb is no part of what is said before it: "Two died, rescuers said *on Tuesday*"."""
    head = arcs.heads[i]
    if arcs.bare[head] == "ccomp" and head < arcs.heads[head] < i and (arcs.bare[i] in PHRASES or _adds(arcs, i)):
        arcs.move(i, arcs.heads[head])


def behind_the_cue_set_in(arcs: Arcs, i: int) -> None:
    """Nor of the clause that the reporting clause is set into: "The city, a spokesman said *on Friday*, is bankrupt"."""
    head, adds = arcs.heads[i], _adds(arcs, i)
    if head == i or not (adds or arcs.bare[i] in PHRASES):
        return
    for verb in reversed(arcs.kids[head]):
        if verb >= i or (adds and verb > head and arcs.bare[verb] == "punct"):
            continue
        if arcs.bare[verb] == "parataxis" and arcs.subject(verb) is not None and (adds or _leads_to(arcs, verb + 1, i)):
            arcs.move(i, verb)
            return
        if adds:
            return


def reporting_clause_behind(arcs: Arcs, i: int) -> None:
    """A reporting clause behind a comma, with a subject and no conjunction, is set in: "The firm has agreed to merge, *its
    boss announced* on Monday"."""
    if not arcs.words.tags[i].startswith("VB") or arcs.has(i, "mark", "aux", "obj", "ccomp", "xcomp"):
        return
    subject = arcs.subject(i)
    if subject is None or arcs.heads[i] > subject or arcs.words.tags[subject] in ("WP", "WDT"):
        return
    start = min(subject, *(arcs.kids[subject] or [subject]), *arcs.kids[i])
    if any(arcs.words.tags[k] == "WRB" for k in arcs.kids[i]):
        return
    if arcs.words.forms[start] == "," or (start > 0 and arcs.words.forms[start - 1] == ","):
        arcs.move(i, arcs.heads[i], "parataxis")


def set_in_is_no_relative(arcs: Arcs, i: int) -> None:
    """A reporting clause between commas is no relative clause of the noun before: "The cranes, *he said later*, work"."""
    noun, words = arcs.heads[i], arcs.words
    subject = arcs.subject(i)
    if arcs.labels[i] != "acl:relcl":
        return
    beside = subject is None
    if beside:  # "The stewards, *Amara Diallo* explained, were badly trained"
        subject = next((k for k in arcs.kids[noun] if arcs.bare[k] == "appos" and arcs.end(k) == i), None)
    if subject is None or words.tags[subject] in ("WDT", "WP"):
        return
    start = min(subject, *(arcs.kids[subject] or [subject]))
    behind, before = arcs.end(i), "," in (words.forms[start], words.forms[start - 1] if start else "")
    commas = before and (behind >= len(words.forms) or words.forms[behind] in (",", ".", "”", '"', "''"))
    if commas and arcs.heads[noun] != noun and not arcs.has(i, "obj", "ccomp", "xcomp"):
        arcs.move(i, arcs.heads[noun], "parataxis")
        if beside:
            arcs.move(subject, i, "nsubj")
        for k in [k for k in arcs.kids[i] if k < start]:  # "The trouble *now*, he told us, is that …"
            arcs.move(k, noun)


def adding_that(arcs: Arcs, i: int) -> None:
    """What somebody adds is no part of the infinitive before: "They urged her to stay, *arguing* that it was safe"."""
    head = arcs.heads[i]
    if arcs.bare[head] not in ("xcomp", "acl") or arcs.words.tags[head] != "VB" or not _adds(arcs, i):
        return
    start = min(i, *(arcs.kids[i] or [i]))
    if arcs.words.forms[start - 1] == "," or arcs.words.forms[start] == ",":
        arcs.move(i, arcs.heads[head])


def _adds(arcs: Arcs, i: int) -> bool:
    """Whether token ``i`` is a participle that goes on with what somebody says, or how: "…, *adding* that it was safe", "…,
    *pointing* to a map"."""
    words = arcs.words
    if arcs.bare[i] != "advcl" or words.tags[i] != "VBG" or arcs.has(i, "mark"):
        return False
    return words.reports[i] or i in words.gestures


def _leads_to(arcs: Arcs, start: int, i: int) -> bool:
    """Whether the tokens from ``start`` to ``i`` are one phrase, headed by ``i``."""
    return all(not arcs.words.void[k] and (k == i or arcs.under(k, i, 7)) for k in range(start, i))
