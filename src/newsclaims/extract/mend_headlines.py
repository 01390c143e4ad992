"""Slips in headlines and in entries of live blogs, which leave small words out and put others in: subjects found again."""

from __future__ import annotations

from collections.abc import Callable

from newsclaims.extract.arcs import FINITE, NAMES, NOUNS, PLURAL, SUBJECTS, TENSED, Arcs

LENGTH = 16  # the most words of a headline
REACH = 60  # the most words of a sentence that are looked at
ENDS = frozenset({".", "?", "!", ";", ":"})
OBJECTS_BEGIN = frozenset({*NOUNS, "VB", "JJ", "DT", "CD", "PRP$", "PRP", "JJS", "$"})
AND = frozenset({"and", ",", "&"})
PHRASES_BEGIN = frozenset({"IN", "TO", "RB", ",", "RP"})


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
    if above == noun and words.tags[noun] in NAMES:
        arcs.move(i, i, arcs.labels[noun])
        arcs.move(noun, i, "nsubj")
    elif words.reports[above] and above > i and arcs.bare[noun] in ("ccomp", "nsubj"):
        said = (k for k in range(to, above) if words.forms[k] == ",")
        if any(arcs.bare[k] in SUBJECTS and noun < k for k in arcs.kids[above]) and any(said):
            arcs.move(i, above, "ccomp")
            arcs.move(noun, i, "nsubj")


def headline_coordination(arcs: Arcs, i: int) -> None:
    """A verb that bears tense, without subject, right behind a comma shares the one before: "Court rejects appeal, *orders*
    trial", "Roe equalised, *was booked* and left"."""
    head, words = arcs.heads[i], arcs.words
    bearer = arcs.bearer(i)
    if words.tags[bearer] not in FINITE or arcs.has(i, *SUBJECTS, "expl", "mark", "cop"):
        return
    if head < i and words.forms[bearer - 1] == "," and words.tags[head] in FINITE and arcs.subject(head) is not None:
        arcs.relabel(i, "conj")


def time_before_its_news(arcs: Arcs, i: int) -> None:
    """The time of an entry in a live blog is no subject: "*18:42* Trains have been suspended, the operator says"."""
    first = i == 0 or arcs.words.void[i - 1]
    hour, _, minute = arcs.words.forms[i].replace(".", ":").partition(":")
    if first and hour.isdigit() and len(minute) == 2 and minute.isdigit() and arcs.heads[i] != i + 1:
        arcs.relabel(i, "obl:unmarked")


def somebody_of_an_age(arcs: Arcs, i: int) -> None:
    """Who is told with an age before a participle is what that is done to: "*Man*, 43, charged over fire"."""
    verb, words = arcs.heads[i], arcs.words
    if not i < verb or words.forms[i + 1] != "," or words.tags[verb] not in ("VBN", "VBD"):
        return
    aged = any(words.tags[k] == "CD" and words.forms[k - 1] == "," for k in arcs.kids[i] if k > i)
    if aged and not arcs.has(verb, *SUBJECTS, "aux"):
        arcs.relabel(i, "nsubj:pass" if words.tags[verb] == "VBN" else "nsubj")


def headline_passive(arcs: Arcs, i: int) -> None:
    """Headlines drop article and auxiliary, and tell what is past in the present: "*Man* jailed for theft" is passive."""
    verb, words = arcs.heads[i], arcs.words
    if verb in words.rests:  # "Suspect fled to Spain, police say"
        return
    beside = arcs.bare[verb] == "parataxis" and all(form.isspace() for form in words.forms[verb + 1 : verb + 2])
    if words.tags[verb] not in ("VBD", "VBN") or (arcs.bare[verb] not in ("root", "advcl") and not beside) or i > verb:
        return
    plain = words.forms[verb].endswith("ed") and (beside or arcs.bare[verb] == "root")  # "after *truce* collapsed" is active
    if not (plain or words.tags[verb] == "VBN") or arcs.has(i, "det", "nmod", "nummod") or arcs.labels[i] != "nsubj":
        return
    if arcs.has(verb, "obj", "iobj", "xcomp", "ccomp", "aux", "conj", "expl") or in_prose(arcs, verb):
        return
    arcs.relabel(i, "nsubj:pass")


def in_prose(arcs: Arcs, i: int) -> bool:
    """Whether a full stop ends the sentence of token ``i``, and no headline."""
    forms = arcs.words.forms
    behind = (forms[k] for k in range(i + 1, min(i + REACH, len(forms))) if forms[k] == "." or "\n" in forms[k])
    return next(behind, "") == "."


def headline_verb(arcs: Arcs, i: int) -> None:
    """In a headline without a verb, what may be one between somebody and something is it: "Dutch bank ABR *plans* rights
    issue", "EU, Mercosur *sign* trade deal"; or behind a plural at the end or before a phrase: "Shares *slide* as Tellier
    warns on profit"."""
    words = arcs.words
    start, end = headline(arcs, i)
    if start == i or end - start > LENGTH or not _fits(arcs, i, end):
        return
    root = _top(arcs, i, lambda k: k >= 0)
    tensed = (k for k in range(start, end) if words.tags[k] in TENSED)
    if not start <= root < end or words.tags[root] not in (*NOUNS, "VB"):
        return
    if any(k < i or arcs.bare[k] not in ("advcl", "acl", "aux", "cop") for k in tensed):
        return
    thing, subject = _top(arcs, i, lambda k: k > i), _top(arcs, i - 1, lambda k: k < i)
    if thing != i and not words.headlines[i]:
        return
    before = [k for k in range(start, i) if arcs.heads[k] >= i and k != subject]
    behind = [k for k in range(i + 1, end) if arcs.heads[k] < i or (arcs.heads[k] == thing and arcs.bare[k] == "advcl")]
    arcs.move(i, i, "root")
    arcs.tags[i] = "VBZ" if words.tags[i] == "NNS" else "VBP"
    arcs.move(subject, i, "nsubj")
    for k in before:
        arcs.move(k, subject)
    for k in behind:
        arcs.move(k, i)
    if thing == i:
        thing = next((k for k in arcs.kids[i] if k > i and words.tags[k] in (*NOUNS, "JJ", "CD")), i)
    if thing != i and words.headlines[i]:
        arcs.move(thing, i, "obj")
        arcs.tags[thing] = "NN" if words.tags[thing] == "VB" else words.tags[thing]


def _top(arcs: Arcs, i: int, among: Callable[[int], bool]) -> int:
    """The word furthest above token ``i`` that one comes to over words of which something holds."""
    for _ in range(LENGTH):
        if arcs.heads[i] == i or not among(arcs.heads[i]):
            break
        i = arcs.heads[i]
    return i


def _fits(arcs: Arcs, i: int, end: int) -> bool:
    """Whether the words beside a noun let it be a headline's verb: number before it, and what it may do that to behind."""
    words, subject, takes = arcs.words, i - 1, arcs.words.headlines[i]
    if words.tags[subject] not in NOUNS:
        return False
    listed = subject > 0 and words.forms[subject - 1] in AND
    several = words.tags[subject] in PLURAL or words.forms[subject] == "police" or listed
    if several is (words.tags[i] == "NNS"):
        return False
    behind = words.tags[i + 1] if i + 1 < end else ""
    if not takes:
        return not behind or behind in PHRASES_BEGIN
    return behind in OBJECTS_BEGIN and (words.tags[subject] in NAMES or subject in words.bodies)


def headline(arcs: Arcs, i: int) -> tuple[int, int]:
    """The tokens around ``i`` up to the ends of their line or sentence; nothing where a full stop ends it."""
    forms, start, end = arcs.words.forms, i, i + 1
    while start > 0 and i - start < LENGTH and not forms[start - 1].isspace() and forms[start - 1] not in ENDS:
        start -= 1
    while end < len(forms) and end - i < LENGTH and not forms[end].isspace() and forms[end] not in ENDS:
        end += 1
    whole = end == len(forms) or forms[end].isspace() or forms[end] == ";"
    return (start, end) if whole else (i, i)
