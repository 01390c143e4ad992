"""Slips that parsers make again and again in news prose, put right before clauses are read.

Each repair is a function that looks at one token and moves an arc where English word order leaves no doubt: mostly around
reporting clauses, which news puts before, behind and into everything.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.extract.arcs import FINITE, SUBJECTS, Arcs, Words
from newsclaims.extract.mend_contents import (
    admitted_in_court,
    asked_before_said,
    before_the_cue,
    said_in_a_statement,
    said_without_that,
    that_behind_its_verb,
    that_is_no_object,
)
from newsclaims.extract.mend_coordination import content_goes_on, number_of_said, object_of_all, tense_of_said
from newsclaims.extract.mend_gaps import GAP_REPAIRS
from newsclaims.extract.mend_headlines import headline_coordination, headline_infinitive, time_before_its_news
from newsclaims.extract.mend_phrases import BE, PHRASE_REPAIRS
from newsclaims.extract.repairs import Repair, repair

PHRASES = ("obl", "advmod", "nmod")


def mended(heads: Sequence[int], labels: Sequence[str], words: Words) -> tuple[list[int], list[str]]:
    """Put right what is out of order.

    Args:
        heads: the index of each token's head; a root's own index.
        labels: a UD label a token, subtypes allowed.
        words: the tokens themselves.

    Returns:
        Heads and labels, repaired as the functions of this module say.
    """
    arcs = Arcs(heads, labels, words)
    repair(arcs, REPAIRS)
    return arcs.heads, arcs.labels


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
    if (
        arcs.bare[i] != "advcl"
        or not arcs.words.tags[i].startswith("VB")
        or arcs.has(i, "mark", "aux", "obj", "ccomp", "xcomp")
    ):
        return
    subject = arcs.subject(i)
    if subject is None or arcs.heads[i] > subject or arcs.words.tags[subject] in ("WP", "WDT"):
        return
    start = min(subject, *(arcs.kids[subject] or [subject]), *arcs.kids[i])
    if any(arcs.words.tags[k] == "WRB" for k in arcs.kids[i]):
        return
    if arcs.words.forms[start] == "," or (start > 0 and arcs.words.forms[start - 1] == ","):
        arcs.move(i, arcs.heads[i], "parataxis")


def name_behind_its_noun(arcs: Arcs, i: int) -> None:
    """A name right behind the noun for it is no second subject: "the agency *VZ* says"."""
    if arcs.bare[i] != "nsubj" or arcs.words.tags[i] != "NNP":
        return
    before = min([i, *arcs.kids[i]]) - 1
    if (
        before >= 0
        and arcs.heads[before] == arcs.heads[i]
        and arcs.bare[before] == "nsubj"
        and arcs.words.tags[before] == "NN"
    ):
        arcs.move(i, before, "appos")


def be_to(arcs: Arcs, i: int) -> None:
    """Somebody who is to do something is no predicate of it: "The rules *were* to take effect", but "The aim is to win"."""
    verb, words = arcs.heads[i], arcs.words
    if words.tags[verb] != "VB" or i + 1 >= len(words.forms) or words.forms[i + 1] != "to" or arcs.heads[i + 1] != verb:
        return
    subject = next((k for k in arcs.kids[verb] if arcs.labels[k] == "nsubj:outer" and k < i), None)
    if subject is None or words.tags[subject] not in ("NNS", "NNP", "NNPS", "PRP") or subject in words.aims:
        return
    arcs.relabel(subject, "nsubj")
    arcs.relabel(i, "aux")


def subject_of_linking_verb(arcs: Arcs, i: int) -> None:
    """A subject before a linking verb is that verb's, not its predicate's: "*the road* remains closed"."""
    head = arcs.heads[i]
    above = arcs.heads[head]
    if (
        arcs.bare[i] in SUBJECTS
        and arcs.bare[head] == "xcomp"
        and i < above < head
        and not arcs.has(above, *SUBJECTS, "expl")
    ):
        arcs.move(i, above, arcs.bare[i])


def personal_it(arcs: Arcs, i: int) -> None:
    """ "It" before a verb with an object, its own or its infinitive's, stands for something: "*it* would seek damages"."""
    verb = arcs.heads[i]
    if arcs.bare[i] != "expl" or arcs.words.forms[i] != "it" or i > verb:
        return
    if arcs.has(verb, "csubj", "ccomp", "cop", "advcl", "nsubj"):
        return
    verbs = [verb, *(k for k in arcs.kids[verb] if arcs.bare[k] == "xcomp")]
    if any(arcs.has(k, "obj") for k in verbs):
        arcs.move(i, verb, "nsubj")


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


def who_is_a_person(arcs: Arcs, i: int) -> None:
    """ "Who" stands for the person named last, not for a thing: "the case of *Diallo*, who fled"."""
    clause, words = arcs.heads[i], arcs.words
    head = arcs.heads[clause]
    if arcs.labels[clause] not in ("acl:relcl", "acl") or head in words.people or words.tags[head] in ("PRP", "DT"):
        return
    at = i - 1
    while at > head and words.void[at]:
        at -= 1
    for _ in range(8):
        if at <= head or (at in words.people and arcs.bare[at] not in ("flat", "compound")):
            break
        at = arcs.heads[at]
    if at in words.people and head < at < i:
        arcs.move(clause, at)


def verb_with_a_compound(arcs: Arcs, i: int) -> None:
    """A noun that is read into the finite verb behind it is its subject: "The loan, *the opposition* claims, is void", "*its
    chief executive* left"."""
    verb = arcs.heads[i]
    if verb != i + 1 or arcs.words.tags[verb] not in FINITE or arcs.has(verb, *SUBJECTS, "expl"):
        return
    for k in list(arcs.kids[verb]):
        if k < i and arcs.bare[k] in ("det", "amod", "nmod", "compound", "nummod"):
            arcs.move(k, i)
    arcs.move(i, verb, "nsubj")
    head = arcs.heads[verb]
    if arcs.bare[verb] == "appos" and arcs.heads[head] != head:
        arcs.move(verb, arcs.heads[head], "parataxis")


def two_subjects(arcs: Arcs, i: int) -> None:
    """Of two subjects of a reporting verb one is the content's: "*Our budget*, says the mayor, is small", "He said *the
    aim* was to win", "*Kenya* sent troops, the ministry said"."""
    contents = [k for k in arcs.kids[i] if arcs.bare[k] == "ccomp"]
    subjects = [k for k in arcs.kids[i] if arcs.bare[k] in SUBJECTS]
    if len(contents) > 1 and i < contents[0] and arcs.words.tags[contents[0]] == "NN":
        subjects.append(contents[0])  # "said the *aim* was to win"
    if len(subjects) < 2:
        return
    first, last = subjects[0], subjects[-1]
    content = next((k for k in contents if first < k and k != last), None)
    if content is None or arcs.has(content, *SUBJECTS, "expl"):
        return
    if first < content < last < i:
        arcs.move(first, content)
    elif first < i < last < content:
        set_in = arcs.words.forms[i - 1] == ","
        arcs.move(first if set_in else last, content, "nsubj")


def speaker_in_the_content(arcs: Arcs, i: int) -> None:
    """A reporting verb's own subject is no second one of its content: "*Ann Roe*, a nurse, said she would stay", "The ad
    will run, said *Ann Roe*, a nurse"."""
    content = next((k for k in arcs.kids[i] if arcs.bare[k] == "ccomp"), None)
    if content is None or arcs.has(i, *SUBJECTS):
        return
    subjects = [k for k in arcs.kids[content] if arcs.bare[k] in SUBJECTS]
    if len(subjects) < 2:
        return
    first, last = subjects[0], subjects[-1]
    if first < i < last < content:
        arcs.move(first, i, "nsubj")
    elif first < content < i < last:
        arcs.move(last, i, "nsubj")


def adding_that(arcs: Arcs, i: int) -> None:
    """What somebody adds is no part of the infinitive before: "They urged her to stay, *arguing* that it was safe"."""
    head = arcs.heads[i]
    if arcs.bare[head] not in ("xcomp", "acl") or arcs.words.tags[head] != "VB" or not _adds(arcs, i):
        return
    start = min(i, *(arcs.kids[i] or [i]))
    if arcs.words.forms[start - 1] == "," or arcs.words.forms[start] == ",":
        arcs.move(i, arcs.heads[head])


def adjective_before_infinitive(arcs: Arcs, i: int) -> None:
    """An adjective that a copula and an infinitive stand around is the predicate, no preposition: "is *due* to begin"."""
    verb = arcs.heads[i]
    if arcs.bare[i] != "case" or arcs.words.tags[i] != "JJ" or not arcs.has(verb, "cop"):
        return
    if not any(arcs.bare[k] == "mark" and k > i for k in arcs.kids[verb]):
        return
    arcs.govern(i)


def clause_behind_conjunction(arcs: Arcs, i: int) -> None:
    """A participle behind "after", "as", "when" and a bare noun is that noun's verb: "after *a fire* swept through"."""
    noun = arcs.heads[i]
    if arcs.bare[i] != "acl" or arcs.bare[noun] != "obl" or arcs.has(noun, "case") or arcs.has(i, *SUBJECTS):
        return
    if any(arcs.bare[k] == "mark" and k < noun < i for k in arcs.kids[i]):
        arcs.move(i, arcs.heads[noun], "advcl")
        arcs.move(noun, i, "nsubj")


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


_ADDED = frozenset((*PHRASES, "advcl"))
REPAIRS = (
    *PHRASE_REPAIRS,
    *GAP_REPAIRS,
    Repair(behind_the_cue, _ADDED),
    Repair(time_before_its_news, frozenset(("nsubj",)), frozenset(("CD",))),
    Repair(be_to, frozenset(("cop",)), BE),
    Repair(name_behind_its_noun, frozenset(("nsubj",)), frozenset(("NNP",))),
    Repair(reporting_clause_behind, reports=True),
    Repair(behind_the_cue_set_in, _ADDED),
    Repair(subject_of_linking_verb, frozenset(SUBJECTS)),
    Repair(said_in_a_statement, frozenset(("mark",)), frozenset(("that",))),
    Repair(before_the_cue, frozenset(("advcl",)), frozenset(("VBG",))),
    Repair(that_is_no_object, frozenset(("obj",)), frozenset(("that",))),
    Repair(asked_before_said, frozenset(("parataxis",)), frozenset(("VBD", "VBN"))),
    Repair(that_behind_its_verb, frozenset(("mark",)), frozenset(("that",))),
    Repair(admitted_in_court, frozenset(("acl",))),
    Repair(personal_it, frozenset(("expl",)), frozenset(("it",))),
    Repair(set_in_is_no_relative, reports=True),
    Repair(who_is_a_person, frozenset(("nsubj",)), frozenset(("who",))),
    Repair(said_without_that, frozenset(("advcl",)), FINITE),
    Repair(verb_with_a_compound, frozenset(("compound",))),
    Repair(two_subjects, reports=True),
    Repair(speaker_in_the_content, reports=True),
    Repair(adding_that, reports=True),
    Repair(tense_of_said, frozenset(("conj",)), FINITE),
    Repair(content_goes_on, frozenset(("conj",))),
    Repair(number_of_said, frozenset(("conj",))),
    Repair(object_of_all, frozenset(("obj",))),
    Repair(adjective_before_infinitive, frozenset(("case",)), frozenset(("JJ",))),
    Repair(headline_infinitive, frozenset(("acl", "xcomp"))),
    Repair(headline_coordination, frozenset(("parataxis",)), FINITE),
    Repair(clause_behind_conjunction, frozenset(("acl",))),
)
