"""The second clause of a headline, which parsers take for a phrase: "Dozens hurt *as train derails* near border".

Without articles, "as storm batters coast" looks like "as team leader". Number tells the verb from a noun.
"""

from __future__ import annotations

from newsclaims.extract.arcs import NOUNS, PLURAL, TENSED, Arcs
from newsclaims.extract.mend_agreement import noun_number, verb_number
from newsclaims.extract.mend_headlines import LENGTH, OBJECTS_BEGIN, PHRASES_BEGIN, headline
from newsclaims.extract.repairs import Repair

_BESIDE = frozenset((*NOUNS, "JJ", "CD"))
_MODIFIERS = ("amod", "acl")
_OF_NOUNS = ("compound", "nmod", "amod", "flat")


def verb_behind_as(arcs: Arcs, i: int) -> None:
    """What may be a verb, behind a noun that it agrees with, is one: "arrested *as police search* for girl"."""
    words = arcs.words
    start, end = headline(arcs, i)
    main = arcs.heads[arcs.heads[i]]
    if not start < i < end <= start + LENGTH or not start <= main < i or not words.tags[main].startswith("VB"):
        return
    verb = _verb(arcs, i, end)
    if verb is None or arcs.under(main, verb):
        return
    if any(words.tags[k] in TENSED for k in range(i, end) if k != verb):
        return
    before = [k for k in range(i + 1, verb - 1) if not i < arcs.heads[k] < verb]
    behind = [k for k in range(verb + 1, end) if not verb < arcs.heads[k] < end]
    arcs.tags[verb] = "VBZ" if words.tags[verb] in ("NNS", "VBZ") else "VBP"
    arcs.move(verb, main, "advcl")
    arcs.move(i, verb, "mark")
    arcs.move(verb - 1, verb, "nsubj")
    for k in before:
        arcs.move(k, verb - 1, "compound")
    for k in behind:
        arcs.move(k, verb, _label(arcs, k))
    noun = arcs.heads[main]
    if arcs.bare[main] in _MODIFIERS and arcs.heads[noun] == noun and noun < main:
        arcs.replace(noun, main, "nsubj:pass")


def _verb(arcs: Arcs, i: int, end: int) -> int | None:
    """The first word behind ``i`` that may be a verb, if only nouns stand between and the last of them agrees with it."""
    words = arcs.words
    verb = next((k for k in range(i + 2, end) if k in words.headlines or words.tags[k] not in _BESIDE), None)
    if verb is None or words.tags[verb - 1] not in NOUNS:
        return None
    several = words.tags[verb - 1] in PLURAL or words.forms[verb - 1] == "police"
    behind = words.tags[verb + 1] if verb + 1 < end else ""
    if verb not in words.headlines:  # tagged as one, but hung on a noun behind it: "as *crowd attacks bus*"
        return verb if words.tags[verb] == "VBZ" and not several and arcs.bare[verb] in _OF_NOUNS else None
    takes = words.headlines[verb]
    if several is (words.tags[verb] == "NNS") or (words.forms[i] != "as" and not takes):
        return None  # "struggle after price rises"
    return verb if (behind in OBJECTS_BEGIN if takes else not behind or behind in PHRASES_BEGIN) else None


def _label(arcs: Arcs, i: int) -> str:
    if arcs.words.tags[i] not in (*NOUNS, "CD"):
        return arcs.labels[i]
    return "obl" if arcs.has(i, "case") else "obj"


def noun_behind_as(arcs: Arcs, i: int) -> None:
    """A noun that agrees with the verb behind it is its subject, not the one before: "Millions stranded as *rail strike
    brings* chaos"."""
    noun = arcs.heads[i]
    verb = arcs.heads[noun] if noun < arcs.heads[noun] else arcs.heads[arcs.heads[arcs.heads[noun]]]
    first = arcs.subject(verb)
    passive = next((k for k in arcs.kids[first] if arcs.bare[k] in _MODIFIERS and k > first), i) if first is not None else i
    if first is None or not passive < i < noun < verb:
        return
    number = verb_number(arcs, verb)
    if number is None or noun_number(arcs, first) in (number, None) or noun_number(arcs, noun) != number:
        return
    if arcs.end(noun) == verb and headline(arcs, i) != (i, i):
        arcs.replace(verb, passive, "advcl")
        arcs.move(first, passive, "nsubj:pass")
        arcs.move(noun, verb, "nsubj")
        arcs.move(i, verb, "mark")


HEADLINE_CLAUSE_REPAIRS = (
    Repair(verb_behind_as, frozenset(("case", "mark")), frozenset(("as", "after"))),
    Repair(noun_behind_as, frozenset(("case",)), frozenset(("as", "after"))),
)
