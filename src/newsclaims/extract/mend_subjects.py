"""Subjects hung on the wrong one of two verbs, on a predicate or inside a noun phrase: found by word order."""

from __future__ import annotations

from newsclaims.extract.arcs import ASKS, FINITE, NOUNS, SUBJECTS, Arcs

TIMES = frozenset({"before", "after", "until", "while", "because"})
LOOSE = ("ccomp", "parataxis", "advcl", "dep")
PREDICATES = frozenset({"blame", "let"})  # "the pilot was *to blame*", "the flat is *to let*"
ONLY = frozenset({"first", "next", "only"})


def two_subjects(arcs: Arcs, i: int) -> None:
    """Of two subjects of a reporting verb one is the content's: "*Our budget*, says the mayor, is small", "He said *the
    aim* was to win", "*Kenya* sent troops, the ministry said"."""
    contents = [k for k in arcs.kids[i] if arcs.bare[k] == "ccomp"]
    if not contents:
        return
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


def subject_of_linking_verb(arcs: Arcs, i: int) -> None:
    """A subject before a linking verb is that verb's, not its predicate's: "*the road* remains closed"."""
    head = arcs.heads[i]
    above = arcs.heads[head]
    if arcs.bare[head] == "xcomp" and i < above < head and not arcs.has(above, *SUBJECTS, "expl"):
        arcs.move(i, above, arcs.bare[i])


def be_to(arcs: Arcs, i: int) -> None:
    """Somebody who is to do something is no predicate of it: "The firm *is* to pay a fine", but "The aim is to win", "The
    best bet is to wait"."""
    verb, words = arcs.heads[i], arcs.words
    if words.tags[verb] != "VB" or i + 1 >= len(words.forms) or words.forms[i + 1] != "to" or arcs.heads[i + 1] != verb:
        return
    subject = next((k for k in arcs.kids[verb] if arcs.bare[k] == "nsubj" and k < i), None)
    if subject is None or words.tags[subject] not in (*NOUNS, "PRP") or subject in words.goals:
        return
    if words.forms[verb] in PREDICATES and not arcs.has(verb, "obj"):
        return
    if any(words.tags[k] == "JJS" or words.forms[k] in ONLY for k in arcs.kids[subject]):
        return
    arcs.relabel(subject, "nsubj")
    arcs.relabel(i, "aux")


def name_behind_its_noun(arcs: Arcs, i: int) -> None:
    """A name right behind the noun for it is no second subject: "the agency *VZ* says"."""
    before = arcs.first(i) - 1
    if (
        before >= 0
        and arcs.heads[before] == arcs.heads[i]
        and arcs.bare[before] == "nsubj"
        and arcs.words.tags[before] == "NN"
    ):
        arcs.move(i, before, "appos")


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


def clause_behind_conjunction(arcs: Arcs, i: int) -> None:
    """A participle behind "after", "as", "when" and a bare noun is that noun's verb: "after *a fire* swept through"."""
    noun = arcs.heads[i]
    if arcs.bare[noun] != "obl" or arcs.has(noun, "case") or arcs.has(i, *SUBJECTS):
        return
    if any(arcs.bare[k] == "mark" and k < noun < i for k in arcs.kids[i]):
        arcs.move(i, arcs.heads[noun], "advcl")
        arcs.move(noun, i, "nsubj")


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


def _other_clause(arcs: Arcs, share: int) -> int | None:
    """The relative clause that a share was not hung on: "Unions, *hundreds of whose members had left*, called a strike"."""
    verb = arcs.heads[share]
    for noun in arcs.kids[verb]:
        if noun < share:
            for k in arcs.kids[noun]:
                if share < k < verb and arcs.labels[k] == "acl:relcl" and not arcs.has(k, *SUBJECTS):
                    return k
    return None


def subject_without_which(arcs: Arcs, i: int) -> None:
    """A bare noun phrase right before a relative clause that has neither subject nor pronoun is its subject: "the aid
    *Nordic countries* have offered"."""
    noun, words = arcs.heads[i], arcs.words
    if arcs.labels[i] != "acl:relcl" or not arcs.bears_tense(i) or arcs.has(i, "expl", "mark", "obj", *SUBJECTS):
        return
    if any(words.tags[k] in ASKS or words.forms[k] == "that" for k in arcs.kids[i]):
        return
    before = arcs.first(i) - 1
    while before > noun and arcs.heads[before] > noun and arcs.bare[before] in ("flat", "compound"):
        before = arcs.heads[before]
    if before <= noun or words.tags[before] not in (*NOUNS, "PRP") or arcs.bare[before] not in ("nmod", "appos", "dep"):
        return
    if arcs.heads[before] == noun and not arcs.has(before, "case") and not words.void[arcs.start(before) - 1]:
        arcs.move(before, i, arcs.subject_label(i))


def share_of_which(arcs: Arcs, i: int) -> None:
    """A share of "which" behind a comma is the subject of the clause behind, no part of the one before: "the city, 80
    percent *of which* was flooded", "the pilots, *most of whom* had left"."""
    share, words = arcs.heads[i], arcs.words
    start = arcs.start(share)
    clause = next((k for k in arcs.kids[share] if arcs.labels[k] == "acl:relcl" and k > i), None)
    if clause is None and arcs.bare[share] in ("nsubj", "obl"):
        clause = _other_clause(arcs, share)
    loose = clause is None and arcs.bare[share] == "nsubj" and arcs.bare[arcs.heads[share]] in LOOSE
    clause = arcs.heads[share] if loose else clause
    if clause is None or share > i or start < 2 or words.forms[start - 1] != ",":
        return
    if (words.reports[clause] and not arcs.has(clause, "obj")) if loose else arcs.has(clause, *SUBJECTS):
        return
    noun = start - 2
    while arcs.bare[noun] in ("flat", "compound", "nmod", "appos") and noun > arcs.heads[noun] > start - 8:
        noun = arcs.heads[noun]
    if words.tags[noun] in NOUNS and arcs.heads[noun] != clause:
        arcs.move(clause, noun, "acl:relcl")
        arcs.move(share, clause, arcs.subject_label(clause))
