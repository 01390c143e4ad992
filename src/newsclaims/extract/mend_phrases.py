"""Noun phrases taken apart or run together, and phrases of the verb's that were read into them.

A parser that scores every arc by itself may give a title and its name each the same place in the clause ("*daughter Inez*
said"), or hang two objects together ("sold the *army* two tanks"). English word order says which it must be.
"""

from __future__ import annotations

from newsclaims.extract.arcs import NAMES, NOUNS, Arcs
from newsclaims.extract.repairs import Repair

WRITTEN_NUMBERS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "dozens"})
POWERS = frozenset({"hundred", "thousand", "million", "billion", "trillion"})
OPENING = frozenset({'"', "“", "``", "''", "‘", "'"})
DAY = 4  # the most words of a day: "late on March 3"
BESIDE_DAYS = frozenset({"on", "in", "early", "late"})
DIRECTIONS = frozenset({"toward", "towards", "into", "onto", "against"})
HAVE = frozenset({"has", "have", "had"})
QUANTIFIERS = frozenset({"several", "many", "some", "few", "more", "dozens", "its", "their", "his", "her"})
SCORE_MARKS = frozenset({"-", "–", "—", ":"})


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


def hyphenated(arcs: Arcs, i: int) -> None:
    """What a hyphen joins stays together: "*Trans-Andean* says the strike is costly", "gave its *go-ahead*"; ``i`` is what
    follows the hyphen."""
    left, words = i - 2, arcs.words
    if left < 0 or words.tags[i - 1] != "HYPH" or words.tags[left] not in NOUNS:
        return
    name = words.tags[i] in NAMES and words.tags[left] in NAMES
    if name and arcs.heads[i] in (left, arcs.heads[left]) and arcs.bare[i] in ("conj", arcs.bare[left]):
        arcs.move(i, left, "flat")
    elif arcs.heads[i] == arcs.heads[left] != left:
        arcs.move(i, left, "compound")


def name_beside_title(arcs: Arcs, i: int) -> None:
    """A name right behind a noun in the same place of the clause belongs to it: "her daughter *Inez* said"."""
    head, words = arcs.heads[i], arcs.words
    if head == i or words.forms[i] in words.days:
        return
    start = arcs.start(i)
    title = start - 1
    if title < 0 or words.tags[title] not in NOUNS or arcs.heads[title] != head or arcs.end(title) != start:
        return
    if any(start <= k < i and arcs.bare[k] in ("case", "det") for k in arcs.kids[i]):
        return
    alike = arcs.bare[title] == arcs.bare[i] or (arcs.bare[title], arcs.bare[i]) == ("iobj", "obj")
    if (
        not alike
        or arcs.labels[title] in ("obl:unmarked", "obl:tmod")
        or words.forms[i] in words.days  # "spoke to reporters *Sunday*"
        or (arcs.bare[title] == "iobj" and arcs.has(title, "det"))
    ):
        return
    arcs.relabel(title, arcs.labels[i])
    joined = any(arcs.bare[k] == "cc" and k < i for k in arcs.kids[i])  # "Blake *and* Roe"
    arcs.move(i, title, "conj" if joined else "appos")
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
        noun = arcs.first(k) - 1
        if (
            not begins
            or noun not in kids
            or arcs.bare[noun] not in ("compound", "nmod", "amod")
            or words.tags[noun] not in NOUNS
        ):
            continue
        counted = words.forms[k] in WRITTEN_NUMBERS or words.forms[k] in POWERS
        if not counted and words.tags[k] == "CD" and words.tags[noun] in NAMES:
            continue  # "sold Boeing 737 jets"
        arcs.move(noun, verb, "iobj")
        for other in kids:
            if other < noun:
                arcs.move(other, noun)
        return


def object_behind_particle(arcs: Arcs, i: int) -> None:
    """A bare noun phrase right behind a verb's particle is its object: "cannot pass on *every cost*"."""
    verb = arcs.heads[i]
    if arcs.labels[i] != "compound:prt" or i < verb or arcs.has(verb, "obj", "cop"):
        return
    noun = next((k for k in arcs.kids[verb] if k > i and arcs.labels[k] == "obl" and arcs.start(k) == i + 1), None)
    if noun is not None and not arcs.has(noun, "case"):
        arcs.relabel(noun, "obj")


def score(arcs: Arcs, i: int) -> None:
    """The figures of a score are one phrase of the verb's: "beat Madrid *2-0*", "won the derby *3–1*"."""
    words = arcs.words
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


def list_read_as_a_name(arcs: Arcs, i: int) -> None:
    """Of things in a list the second is no other name for the first: "stole a lamp, *two clocks* and a ring"."""
    noun, words = arcs.heads[i], arcs.words
    last = next((k for k in arcs.kids[i] if arcs.bare[k] == "conj" and arcs.has(k, "cc")), None)
    if last is None or words.tags[noun] != "NN" or arcs.has(noun, "conj") or arcs.bare[noun] not in ("obj", "nsubj", "obl"):
        return
    own = any(arcs.bare[k] == "det" and words.forms[k] not in ("a", "an") for k in arcs.kids[noun])
    if not own and arcs.has(noun, "det", "nummod") and arcs.has(i, "det", "nummod") and arcs.has(last, "det", "nummod"):
        arcs.relabel(i, "conj")
        arcs.move(last, noun)


def phrase_behind_more(arcs: Arcs, i: int) -> None:
    """What "more" and "less" stand before is the verb's: "relies less *on oil*", not "more *than half*"; and so is a
    direction behind any adverb: "is leaning hard *toward the left*"."""
    degree = arcs.heads[i]
    verb = arcs.heads[degree]
    if not verb < degree < i or arcs.bare[degree] != "advmod":
        return
    first = next((arcs.words.forms[k] for k in arcs.kids[i] if arcs.bare[k] == "case"), "than")
    if arcs.words.forms[degree] not in ("more", "less") and first not in DIRECTIONS:
        return
    if degree == arcs.start(i) - 1 and first != "than" and arcs.words.tags[verb].startswith("VB"):
        arcs.move(i, verb)


def called_between_marks(arcs: Arcs, i: int) -> None:
    """What stands between marks right behind the object of "call" and its like is what that is called: "called the vote
    *“competitive and fair”*"."""
    noun, words = arcs.heads[i], arcs.words
    verb = arcs.heads[noun]
    if arcs.bare[noun] != "obj" or not verb < noun < i or verb not in words.judges or arcs.has(verb, "xcomp"):
        return
    start = min([k for k in (i, *arcs.kids[i]) if not words.void[k]])
    if words.forms[start - 1] in OPENING and start - 1 == arcs.end(noun):
        arcs.move(i, verb, "xcomp")


def inside_the_subject(arcs: Arcs, i: int) -> None:
    """A noun between a subject's article and the subject is part of it: "The *number* two leader of the gang"."""
    if arcs.kids[i]:
        return
    subject = next((k for k in arcs.kids[arcs.heads[i]] if i < k and arcs.bare[k] == "nsubj"), None)
    if subject is not None and any(k < i and arcs.bare[k] == "det" for k in arcs.kids[subject]):
        arcs.move(i, subject, "compound")


def some_of_them(arcs: Arcs, i: int) -> None:
    """A participle behind "including some" only describes those: "found nine men, including *some believed* to be hurt"."""
    noun, some = arcs.heads[i], arcs.subject(i)
    if some is None or not noun < some < i or not arcs.has(some, "case") or arcs.has(i, "aux", "cop", "mark"):
        return
    arcs.move(some, noun, "nmod")
    arcs.move(i, some, "acl")


def perfect_with_a_hyphen(arcs: Arcs, i: int) -> None:
    """A participle with a hyphen stands before a number only as a verb: "has *test-fired* two rockets"."""
    noun, words = arcs.heads[i], arcs.words
    verb = arcs.heads[noun]
    if not verb < i < noun or words.tags[i - 1] != "HYPH" or arcs.bare[noun] != "obj":
        return
    if words.forms[verb] not in HAVE or not any(i < k < noun and _quantifies(arcs, k) for k in arcs.kids[noun]):
        return
    arcs.replace(verb, i, "aux")
    for k in [*arcs.kids[verb]]:
        arcs.move(k, i)
    arcs.move(noun, i, "obj")


def _quantifies(arcs: Arcs, k: int) -> bool:
    return arcs.bare[k] in ("det", "nummod") or arcs.words.forms[k] in QUANTIFIERS


PHRASE_REPAIRS = (
    Repair(inside_the_subject, frozenset({"nsubj"}), frozenset({"NN"})),
    Repair(some_of_them, frozenset({"acl"}), frozenset({"VBN", "VBD"})),
    Repair(perfect_with_a_hyphen, frozenset({"amod"}), frozenset({"VBN"}), needs=frozenset({"HYPH"})),
    Repair(called_between_marks, frozenset({"appos", "acl", "amod", "conj"})),
    Repair(phrase_behind_more, frozenset({"obl"})),
    Repair(list_read_as_a_name, frozenset({"appos"})),
    Repair(day_behind_subject, frozenset({"nmod", "advmod"}), frozenset({*NAMES, "CD", "RB"})),
    Repair(hyphenated, frozenset({"conj", "nsubj", "obj", "obl", "nmod", "appos", "advmod"}), needs=frozenset({"HYPH"})),
    Repair(name_beside_title, frozenset({"nsubj", "obj", "iobj", "obl"}), frozenset(NAMES)),
    Repair(recipient_before_number, frozenset({"obj"})),
    Repair(object_behind_particle, frozenset({"compound"})),
    Repair(score, frozenset({"nmod", "nummod", "appos", "flat", "conj", "obl", "dep", "obj"}), frozenset({"CD"})),
)
