"""What a clause has lost to the words beside it, found again: a subject, an auxiliary left out, an object in figures.

News puts a phrase before the subject, leaves out of a second clause what the first one said, and counts in bare figures.
"""

from __future__ import annotations

from newsclaims.extract.arcs import FINITE, NOUNS, SUBJECTS, TENSED, Arcs
from newsclaims.extract.repairs import Repair

ABOUT = frozenset(("over", "about", "around", "nearly", "almost", "under", "roughly", "some"))
BESIDE = ("appos", "conj", "nmod", "flat", "compound", "list", "dep", "nsubj")
AWAY = frozenset(
    {"off", "from", "away", "north", "south", "east", "west", "outside", "inside", "inland", "upstream", "apart"}
)
LATER = ("ccomp", "parataxis", "conj", "advcl", "dep")
GAPS = ("amod", "acl")

CLEAR = frozenset({"clear", "unclear", "certain", "uncertain", "sure", "unsure", "unknown"})


def subject_behind_a_phrase(arcs: Arcs, i: int) -> None:
    """A noun phrase between the comma behind a first phrase and a verb without subject is its subject: "At a meeting with
    the mayor, *union leader Ana Roe* rejected the plan"."""
    words = arcs.words
    if arcs.has(i, *SUBJECTS, "expl", "cop"):
        return
    end = min([i, *(k for k in arcs.kids[i] if arcs.bare[k] in ("aux", "advmod") and k >= i - 2)])
    start = end
    while start > 0 and not words.void[start - 1]:
        start -= 1
    if start < 2 or start == end or words.forms[start - 1] != ",":
        return
    tops = [k for k in range(start, end) if not start <= arcs.heads[k] < end]
    phrase = next((k for k in arcs.kids[i] if arcs.bare[k] in ("obl", "advcl") and k < start), None)
    if len(tops) != 1 or phrase is None or words.tags[tops[0]] not in NOUNS or arcs.bare[tops[0]] not in BESIDE:
        return
    leads = arcs.has(phrase, "case") or words.tags[phrase] in ("VBN", "VBG")  # "*Moved by her story*, Ana Roe …"
    if leads and arcs.under(tops[0], phrase, 6) and words.tags[start] not in ("CC", "IN"):
        arcs.move(tops[0], i, arcs.subject_label(i))


def passive_read_as_a_noun(arcs: Arcs, i: int) -> None:
    """Behind a passive a participle beside those it counts is one too: "12 were killed and over 40 others *wounded*"."""
    words, noun = arcs.words, arcs.heads[i]
    first = arcs.heads[noun]
    if not first < noun < i or not arcs.is_passive(first) or not arcs.counts(noun):
        return
    start = arcs.start(noun)
    cc = next((k for k in (start, start - 1) if words.tags[k] == "CC"), None)
    if cc is None or arcs.bare[noun] not in (*SUBJECTS, "conj", "obj", "obl") or arcs.has(noun, "case"):
        return
    arcs.move(i, first, "conj")
    arcs.move(noun, i, "nsubj:pass")
    arcs.move(cc, i, "cc")


def counted_object(arcs: Arcs, i: int) -> None:
    """A number behind a verb that has no object is what it does that to, no time: "killed 12 people and wounded over
    *500*"."""
    verb, words = arcs.heads[i], arcs.words
    if not verb < i or verb in words.rests or not words.tags[verb].startswith("VB") or not words.forms[i][:1].isdigit():
        return
    if arcs.has(verb, "obj", "ccomp", "xcomp", "cop") or arcs.has(i, "case") or ":" in words.forms[i]:
        return
    beside = arcs.heads[verb] if arcs.bare[verb] == "conj" else verb
    if arcs.has(beside, "obj") and any(words.forms[k] in ABOUT for k in arcs.kids[i]) and arcs.start(i) == verb + 1:
        arcs.relabel(i, "obj")


def measured(arcs: Arcs, i: int) -> None:
    """An amount right behind a verb without object is one: "moved *four centimetres*"; time is none."""
    verb, words = arcs.heads[i], arcs.words
    if arcs.labels[i] != "obl:unmarked" or words.forms[i] not in words.units or not verb < i or arcs.start(i) != verb + 1:
        return
    if i + 1 < len(words.forms) and words.forms[i + 1] in AWAY:
        return  # "sank 40 miles off Crete"
    if words.tags[verb].startswith("VB") and not arcs.has(verb, "obj", "ccomp", "xcomp", "cop"):
        arcs.relabel(i, "obj")


def known_if(arcs: Arcs, i: int) -> None:
    """ "It" before a passive of knowing or telling stands for the clause behind: "*It* was not known if he had paid"."""
    verb, words = arcs.heads[i], arcs.words
    if not words.reports[verb] or not arcs.is_passive(verb) or i > verb:
        return
    for k in arcs.kids[verb]:
        marked = any(arcs.bare[m] == "mark" and words.forms[m] in ("if", "whether", "that") for m in arcs.kids[k])
        if k > verb and marked and arcs.bare[k] in ("advcl", "ccomp", "csubj"):
            arcs.relabel(i, "expl")
            arcs.relabel(k, "ccomp")


def clear_if(arcs: Arcs, i: int) -> None:
    """ "If" behind what may be clear or not asks, and sets no condition: "it is not clear *if* the pilot survived"."""
    clause = arcs.heads[i]
    adjective = arcs.heads[clause]
    if arcs.words.forms[adjective] in CLEAR and adjective < i < clause and arcs.has(adjective, "cop"):
        arcs.relabel(clause, "ccomp")


def garden_path(arcs: Arcs, i: int) -> None:
    """A participle behind a subject whose verb comes later only describes it: "The man *wanted* for theft may have fled"."""
    words = arcs.words
    if not words.forms[i].endswith("ed") or words.reports[i] or arcs.has(i, "aux", "cop", "obj", "iobj", "xcomp", "mark"):
        return
    subject = arcs.subject(i)
    if subject is None or words.tags[subject] not in NOUNS or arcs.end(subject) != i:
        return
    beside = arcs.kids[arcs.heads[i]] if arcs.bare[i] == "conj" else []  # "that the clerk *involved* no longer worked there"
    later = next((k for k in (*arcs.kids[i], *beside) if k > i and arcs.bare[k] in LATER and _lacks_subject(arcs, k)), None)
    if later is None or any(words.void[k] for k in range(i, later)):
        return
    if any(k > i and arcs.bare[k] in ("mark", "cc") for k in arcs.kids[later]):
        return
    arcs.replace(i, later, "acl")
    arcs.move(subject, later, arcs.subject_label(later))
    arcs.move(i, subject)


def _lacks_subject(arcs: Arcs, i: int) -> bool:
    """Whether verb ``i`` bears tense and has no subject."""
    helpers = [k for k in arcs.kids[i] if arcs.bare[k] in ("aux", "cop")]
    tensed = any(arcs.words.tags[k] in TENSED for k in (i, *helpers))
    return tensed and not arcs.has(i, *SUBJECTS, "expl")


def harm_of_an_event(arcs: Arcs, i: int) -> None:
    """It is the event that kills, not where it was: "the bombing of a church in Lagos *that killed 30 people*"."""
    verb, words = arcs.heads[i], arcs.words
    noun = arcs.heads[verb]
    if verb not in words.harming or arcs.labels[verb] != "acl:relcl" or noun in words.harmful:
        return
    at = noun
    for _ in range(4):
        if arcs.bare[at] not in ("nmod", "appos"):
            return
        at = arcs.heads[at]
        if at in words.harmful and arcs.words.forms[arcs.start(i) - 1] != ",":
            arcs.move(verb, at)
            return


def object_behind_an_aside(arcs: Arcs, i: int) -> None:
    """A noun behind what commas set in after a verb without object is its object: "approved, by 54 votes to 46, *a new
    tax*"."""
    verb, words = arcs.heads[i], arcs.words
    if not verb < i or not words.tags[verb].startswith("VB") or words.forms[verb + 1] != "," or verb in words.rests:
        return
    if arcs.has(verb, "obj", "ccomp", "xcomp", "cop") or arcs.has(i, "case", "cop", "cc", *SUBJECTS) or words.reports[verb]:
        return
    if arcs.has(i, "det") and not arcs.is_passive(verb) and arcs.subject(verb) is not None:
        arcs.relabel(i, "obj")


GAP_REPAIRS = (
    Repair(object_behind_an_aside, frozenset({"parataxis"}), frozenset(NOUNS)),
    Repair(measured, frozenset({"obl"})),
    Repair(subject_behind_a_phrase, frozenset({"root", "ccomp", "parataxis"}), FINITE),
    Repair(known_if, frozenset({"nsubj"}), frozenset({"it"})),
    Repair(clear_if, frozenset({"mark"}), frozenset({"if"})),
    Repair(garden_path, frozenset({"root", "ccomp", "parataxis", "conj", "advcl"}), frozenset({"VBD", "VBN"})),
    Repair(harm_of_an_event, frozenset({"nsubj"}), frozenset({"WDT"})),
    Repair(passive_read_as_a_noun, frozenset(GAPS), frozenset({"VBN"})),
    Repair(counted_object, frozenset({"obl", "advmod", "nummod"}), frozenset({"CD"})),
)
