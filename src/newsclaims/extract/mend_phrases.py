"""Slips inside a clause, put right: noun phrases taken apart or run together, objects and predicates under the wrong label.

A parser that scores every arc by itself may give a title and its name each the same place in the clause ("*daughter Inez*
said"), or hang two objects together ("sold the *army* two tanks"). English word order says which it must be.
"""

from __future__ import annotations

from newsclaims.extract.arcs import Arcs
from newsclaims.extract.repairs import Repair

NAMES = ("NNP", "NNPS")
NOUNS = ("NN", "NNS", *NAMES)
WRITTEN_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "dozens"})
BE = frozenset({"is", "are", "was", "were", "am", "be", "been", "'s", "'re", "’s", "’re", "'m", "’m"})
AWAY = frozenset(
    {"off", "from", "away", "north", "south", "east", "west", "outside", "inside", "inland", "upstream", "apart"}
)
DAY = 4  # the most words of a day: "late on March 3"
BESIDE_DAYS = frozenset({"on", "in", "early", "late"})
SCORE_MARKS = frozenset({"-", "–", "—", ":"})


def name_beside_title(arcs: Arcs, i: int) -> None:
    """A name right behind a noun in the same place of the clause belongs to it: "her daughter *Inez* said"."""
    head, words = arcs.heads[i], arcs.words
    if words.tags[i] not in NAMES or head == i:
        return
    start = arcs.start(i)
    title = start - 1
    if any(start <= k < i and arcs.bare[k] in ("case", "det") for k in arcs.kids[i]):
        return
    if title < 0 or words.tags[title] not in NOUNS or arcs.heads[title] != head or arcs.end(title) != start:
        return
    alike = arcs.bare[title] == arcs.bare[i] or (arcs.bare[title], arcs.bare[i]) == ("iobj", "obj")
    if (
        not alike
        or arcs.labels[title] in ("obl:unmarked", "obl:tmod")
        or (arcs.bare[title] == "iobj" and arcs.has(title, "det"))
    ):
        return
    arcs.relabel(title, arcs.labels[i])
    arcs.move(i, title, "appos")
    for k in [k for k in arcs.kids[i] if arcs.labels[k] == "acl:relcl" or k < title]:
        arcs.move(k, title)


def recipient_before_number(arcs: Arcs, i: int) -> None:
    """A noun before a number or an article is no part of the phrase behind: "sold *the army* two tanks"."""
    verb, words = arcs.heads[i], arcs.words
    if not words.gives or not words.gives[verb] or i < verb or words.tags[i] not in NOUNS or arcs.has(verb, "iobj"):
        return
    kids = [k for k in arcs.kids[i] if verb < k < i]
    twin = next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "obj"), None)
    if twin is not None:
        arcs.relabel(twin, "iobj")
        for k in kids:
            if k < twin:
                arcs.move(k, twin)
        return
    for k in kids:
        begins = words.tags[k] == "DT" or words.forms[k] in WRITTEN_NUMBERS or words.tags[k] == "CD"
        noun = k - 1
        if (
            not begins
            or noun not in kids
            or arcs.bare[noun] not in ("compound", "nmod", "amod")
            or words.tags[noun] not in NOUNS
        ):
            continue
        if words.forms[k] not in WRITTEN_NUMBERS and words.tags[k] == "CD" and words.tags[noun] in NAMES:
            continue  # "sold Boeing 737 jets"
        arcs.move(noun, verb, "iobj")
        for other in kids:
            if other < noun:
                arcs.move(other, noun)
        return


def object_behind_particle(arcs: Arcs, i: int) -> None:
    """A bare noun phrase right behind a verb's particle is its object: "cannot pass on *every cost*"."""
    verb = arcs.heads[i]
    if arcs.labels[i] != "obl" or i < verb or arcs.has(i, "case") or arcs.has(verb, "obj", "cop"):
        return
    before = arcs.start(i) - 1
    if before > verb and arcs.heads[before] == verb and arcs.labels[before] == "compound:prt":
        arcs.relabel(i, "obj")


def not_before_predicate(arcs: Arcs, i: int) -> None:
    """ "Not" behind the verb and before an adjective denies the adjective: "pleaded *not guilty*"."""
    words, verb = arcs.words, arcs.heads[i]
    if words.forms[i] != "not" or not verb < i or i + 1 >= len(words.forms):
        return
    adjective = i + 1
    if (
        arcs.heads[adjective] == verb
        and arcs.bare[adjective] in ("xcomp", "advmod", "amod")
        and words.tags[adjective] == "JJ"
    ):
        arcs.move(i, adjective)
        arcs.relabel(adjective, "xcomp")


def no_longer(arcs: Arcs, i: int) -> None:
    """ "No" and "longer" are one adverb of time, "no better" none: the first goes with the second only."""
    words = arcs.words
    if words.forms[i] == "no" and i + 1 < len(words.forms) and words.forms[i + 1] == "longer" and arcs.heads[i] != i + 1:
        arcs.move(i, i + 1)


def score(arcs: Arcs, i: int) -> None:
    """The figures of a score are one phrase of the verb's: "beat Madrid *2-0*", "won the derby *3–1*"."""
    words = arcs.words
    if words.tags[i] != "CD":
        return
    first, figures = i, words.forms[i].replace("–", "-").split("-")
    if i > 1 and words.forms[i - 1] in SCORE_MARKS and words.tags[i - 2] == "CD" and arcs.heads[i] == i - 2:
        first = i - 2
        arcs.relabel(i, "flat")
        arcs.move(i - 1, first, "flat")
    elif len(figures) != 2 or not all(figure.isdecimal() and len(figure) < 4 for figure in figures):
        return
    noun = arcs.heads[first]
    if arcs.labels[first] == "obl:unmarked":
        arcs.relabel(first, "obl:npmod")
    elif arcs.labels[first] in ("nmod:unmarked", "dep") and noun < first and arcs.bare[noun] == "obj":
        arcs.move(first, arcs.heads[noun], "obl:npmod")


def headline_passive(arcs: Arcs, i: int) -> None:
    """Headlines drop article and auxiliary, and tell what is past in the present: "*Man* jailed for theft" is passive."""
    verb, words = arcs.heads[i], arcs.words
    if verb in words.rests:  # "Suspect fled to Spain, police say"
        return
    if (
        words.tags[verb] not in ("VBD", "VBN")
        or arcs.bare[verb] not in ("root", "advcl")
        or words.tags[i] != "NN"
        or i > verb
    ):
        return
    plain = words.forms[verb].endswith("ed") and arcs.bare[verb] == "root"  # "after *truce* collapsed" is active
    if not (plain or words.tags[verb] == "VBN") or arcs.has(i, "det", "nmod", "nummod") or arcs.labels[i] != "nsubj":
        return
    if arcs.has(verb, "obj", "iobj", "xcomp", "ccomp", "aux", "conj", "expl") or "." in (
        words.forms[k] for k in arcs.kids[verb]
    ):
        return
    arcs.relabel(i, "nsubj:pass")


def intransitive_past(arcs: Arcs, i: int) -> None:
    """A past tense without auxiliary is active: "a tram *derailed*"; but not "Three were held and two others *charged*"."""
    verb, words = arcs.heads[i], arcs.words
    if arcs.bare[verb] == "conj" and arcs.is_passive(arcs.heads[verb]) and arcs.counts(i):
        return
    bare = words.tags[verb] == "VBD" and not arcs.has(verb, "aux")
    if arcs.labels[i] == "nsubj:pass" and bare and not any(arcs.labels[k] == "obl:agent" for k in arcs.kids[verb]):
        arcs.relabel(i, "nsubj")


def object_before_infinitive(arcs: Arcs, i: int) -> None:
    """An infinitive behind the object of a verb that makes somebody act is that verb's: "allowed ships of aid *to
    pass*"."""
    words, noun = arcs.words, arcs.heads[i]
    if words.tags[i] != "VB" or noun > i or words.forms[arcs.start(i)] != "to" or noun in words.aims:
        return
    above = noun
    while arcs.bare[above] == "nmod" and arcs.heads[above] < above:
        above = arcs.heads[above]
    verb = arcs.heads[above]
    if arcs.bare[above] in ("obj", "iobj") and verb < above and verb in words.controls and not arcs.has(verb, "xcomp"):
        arcs.move(i, verb, "xcomp")


def due_somewhere(arcs: Arcs, i: int) -> None:
    """ "Due" with a place or time behind it is the predicate, whatever the subject was hung on: "*he* is due in Cairo"."""
    words = arcs.words
    if words.forms[i] != "due" or words.tags[i] != "JJ":
        return
    place = arcs.heads[i]
    if arcs.bare[i] == "case" and i + 1 < place and words.forms[i + 1] in ("in", "at", "on", "back"):
        above, label = arcs.heads[place], arcs.labels[place]
        arcs.move(i, i if above == place else above, label)
        arcs.move(place, i, "obl")
        for k in list(arcs.kids[place]):
            if k < i:
                arcs.move(k, i)
        return
    if arcs.bare[i] != "root":
        return
    for k in list(arcs.kids[i]):
        if arcs.bare[k] == "obl" and k > i and arcs.has(k, "cop"):
            for j in list(arcs.kids[k]):
                if j < i:
                    arcs.move(j, i)


def due_to(arcs: Arcs, i: int) -> None:
    """ "Due" between a copula and an infinitive is the predicate: "is *due* to speak"."""
    words, verb = arcs.words, arcs.heads[i]
    to = i + 1
    if words.forms[i] != "due" or i > verb or words.tags[verb] != "VB" or to >= len(words.forms) or words.forms[to] != "to":
        return
    if arcs.bare[i] not in ("case", "mark") or not arcs.has(verb, "cop"):
        return
    arcs.move(to, verb, "mark")
    arcs.govern(i)


def participle_of_state(arcs: Arcs, i: int) -> None:
    """A participle that says how somebody feels or how things stand is a predicate: "the farmers *were* worried"."""
    head, words = arcs.heads[i], arcs.words
    if head not in words.states or words.forms[i] not in BE or (arcs.labels[i] != "aux:pass" and words.tags[head] != "VBG"):
        return
    kids = arcs.kids[head]
    if arcs.has(head, "xcomp", "ccomp", "obj", "iobj") or any(words.forms[k] == "being" for k in kids):
        return
    if any(arcs.labels[k] == "obl:agent" or (arcs.bare[k] == "obl" and words.forms[arcs.start(k)] == "by") for k in kids):
        return
    arcs.relabel(i, "cop")
    for k in kids:
        if arcs.labels[k] in ("nsubj:pass", "csubj:pass"):
            arcs.relabel(k, arcs.bare[k])


def subject_of_bare_infinitive(arcs: Arcs, i: int) -> None:
    """What stands between "let" or "make" and a verb is the former's object: "let *the prisoners* use the telephone"."""
    verb, words = arcs.heads[i], arcs.words
    above = arcs.heads[verb]
    if arcs.bare[verb] != "xcomp" or not above < i < verb or words.tags[verb] not in ("VB", "VBG") or i == verb:
        return
    if not arcs.has(verb, "aux", "cop") and not arcs.has(above, "obj", "iobj"):
        arcs.move(i, above, "obj")


def measured(arcs: Arcs, i: int) -> None:
    """An amount right behind a verb without object is one: "moved *four centimetres*"; time is none."""
    verb, words = arcs.heads[i], arcs.words
    if arcs.labels[i] != "obl:unmarked" or words.forms[i] not in words.units or not verb < i or arcs.start(i) != verb + 1:
        return
    if i + 1 < len(words.forms) and words.forms[i + 1] in AWAY:
        return  # "sank 40 miles off Crete"
    if words.tags[verb].startswith("VB") and not arcs.has(verb, "obj", "ccomp", "xcomp", "cop"):
        arcs.relabel(i, "obj")


def phrase_with_copula(arcs: Arcs, i: int) -> None:
    """What has "to be" before it is a predicate: "appears to be due to *changes*"."""
    if i > arcs.heads[i] and arcs.has(i, "cop") and arcs.has(i, "mark"):
        arcs.relabel(i, "xcomp")


def name_with_hyphen(arcs: Arcs, i: int) -> None:
    """A name with a hyphen is one: "*Trans-Andean* says the strike is costly"; ``i`` is what follows the hyphen."""
    left, words = i - 2, arcs.words
    if left < 0 or words.tags[i - 1] != "HYPH" or words.tags[left] not in NAMES:
        return
    if arcs.heads[i] in (left, arcs.heads[left]) and arcs.bare[i] in ("conj", arcs.bare[left]):
        arcs.move(i, left, "flat")


def day_behind_subject(arcs: Arcs, i: int) -> None:
    """A day between subject and verb is the verb's: "The court *on Thursday* struck down the ban", "Police *early on May 3*
    arrested two men"."""
    noun, words = arcs.heads[i], arcs.words
    verb = arcs.heads[noun]
    if arcs.bare[noun] != "nsubj" or not noun < i < verb:
        return
    end = arcs.end(i)
    span = range(arcs.start(i), end)
    if len(span) > DAY or end >= len(words.forms) or (end != verb and arcs.heads[end] != verb):
        return
    if not any(words.forms[k] in words.days for k in span):
        return
    if all(words.forms[k] in words.days or words.forms[k] in BESIDE_DAYS or words.tags[k] == "CD" for k in span):
        arcs.move(i, verb, "advmod" if words.tags[i] == "RB" else "obl")


PHRASE_REPAIRS = (
    Repair(day_behind_subject, frozenset({"nmod", "advmod"}), frozenset({*NAMES, "CD", "RB"})),
    Repair(name_with_hyphen, frozenset({"conj", "nsubj", "obj", "obl", "nmod", "appos"}), frozenset(NAMES)),
    Repair(name_beside_title, frozenset({"nsubj", "obj", "iobj", "obl"}), frozenset(NAMES)),
    Repair(recipient_before_number, frozenset({"obj"})),
    Repair(object_behind_particle, frozenset({"obl"})),
    Repair(not_before_predicate, frozenset({"advmod"}), frozenset({"not"})),
    Repair(no_longer, frozenset({"advmod", "det"}), frozenset({"no"})),
    Repair(score, frozenset({"nmod", "nummod", "appos", "flat", "conj", "obl", "dep", "obj"}), frozenset({"CD"})),
    Repair(intransitive_past, frozenset({"nsubj"})),
    Repair(headline_passive, frozenset({"nsubj"}), frozenset({"NN"})),
    Repair(due_to, frozenset({"case", "mark"}), frozenset({"due"})),
    Repair(due_somewhere, frozenset({"root", "case"}), frozenset({"due"})),
    Repair(object_before_infinitive, frozenset({"acl"}), frozenset({"VB"})),
    Repair(participle_of_state, frozenset({"aux"}), BE),
    Repair(subject_of_bare_infinitive, frozenset({"nsubj"})),
    Repair(measured, frozenset({"obl"})),
    Repair(phrase_with_copula, frozenset({"obl"})),
)
