"""Coordinated verbs hung on the wrong one of two: tense and auxiliaries say which is theirs.

"He said he was tired and left" has two verbs that "left" may go with, and news has many such sentences; a parser that scores
each arc by itself guesses.
"""

from __future__ import annotations

from newsclaims.extract.arcs import FINITE, SUBJECTS, Arcs


def tense_of_said(arcs: Arcs, i: int) -> None:
    """A verb whose tense is not the content's goes with the reporting verb: "said it had lost money and *asked* its clients
    for patience", "announced the port would close and *left*", "says it was unsafe and *urges* repairs". In a list behind
    "had" it stays: "said it had lost money, asked its clients for patience and *closed*"."""
    words, head = arcs.words, arcs.heads[i]
    above = arcs.heads[head]
    if arcs.bare[i] != "conj" or arcs.bare[head] != "ccomp" or above > head or not words.reports[above]:
        return
    if words.tags[i] not in FINITE or arcs.has(i, *SUBJECTS, "expl", "aux", "cop"):
        return
    if words.tags[i] != "VBD":
        if words.tags[above] == words.tags[i] and _tensed(arcs, head) == "VBD":
            arcs.move(i, above)
        return
    listed = (k for k in arcs.kids[head] if k < i and arcs.bare[k] == "conj" and not arcs.has(k, *SUBJECTS))
    if words.tags[above] != "VBD" or not arcs.has(i, "cc") or any(listed):
        return
    helpers = [words.tags[k] for k in arcs.kids[head] if arcs.labels[k] == "aux"]
    says = bool(helpers) and i in words.speaks and words.tags[head] in ("VB", "VBN")
    if says or (helpers == ["MD"] and words.tags[head] == "VB"):
        arcs.move(i, above)


def content_goes_on(arcs: Arcs, i: int) -> None:
    """A verb with an auxiliary of the content's tense goes on with the content: "said it had paid its debts, *was* hiring
    and *expected* a profit"; but not "said she had left but *would not* say when"."""
    words, verb = arcs.words, arcs.heads[i]
    if arcs.bare[i] != "conj" or not words.reports[verb] or words.tags[verb] != "VBD" or arcs.has(i, *SUBJECTS, "expl"):
        return
    content = next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "ccomp"), None)
    helper = next((k for k in arcs.kids[i] if arcs.labels[k] == "aux" and words.tags[k] in ("VBD", "MD")), None)
    if content is None or helper is None or _tensed(arcs, content) not in ("VBD", "MD"):
        return
    if words.forms[helper] != "had" and (arcs.has(i, "cc") and words.tags[helper] == "VBD"):
        return
    if words.tags[helper] == "MD" and words.reports[i]:
        return
    for k in [k for k in arcs.kids[verb] if k >= i and arcs.bare[k] == "conj" and not arcs.has(k, *SUBJECTS)]:
        arcs.move(k, content)
        if arcs.has(k, "cc"):
            return


def _tensed(arcs: Arcs, i: int) -> str:
    """The tag of the word that bears the tense of the clause that token ``i`` heads."""
    helpers = [k for k in arcs.kids[i] if arcs.bare[k] in ("aux", "cop") and k < i]
    return arcs.words.tags[min([*helpers, i])]


def headline_coordination(arcs: Arcs, i: int) -> None:
    """A finite verb without subject right behind a comma shares the one before: "Court rejects appeal, *orders* trial"."""
    head, words = arcs.heads[i], arcs.words
    if arcs.bare[i] != "parataxis" or words.tags[i] not in FINITE or arcs.has(i, *SUBJECTS, "expl", "mark"):
        return
    if head < i and words.forms[i - 1] == "," and words.tags[head] in FINITE and arcs.subject(head) is not None:
        arcs.relabel(i, "conj")
