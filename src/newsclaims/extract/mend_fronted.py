"""What news puts before a subject, and parsers take for one: "*A lawyer by trade*, Roe won the seat"."""

from __future__ import annotations

from newsclaims.extract.arcs import FINITE, NAMES, NOUNS, RELATIVE, SUBJECTS, Arcs
from newsclaims.extract.repairs import Repair

PARTING = frozenset({",", ":", ";", "—", "–", "--"})
PREPOSITIONS = frozenset({"as", "like", "after", "before", "since", "until", "despite", "with"})
REACH = 12  # the most words before an inverted condition's infinitive
DEPTH = 4  # clauses above
WHAT = ("ccomp", "obj", "iobj", "xcomp")


def noun_before_the_subject(arcs: Arcs, i: int) -> None:
    """Of two subjects the one between a comma and the verb is the verb's: "A lawyer by trade, *Roe* won the seat", "As a
    senator, *she* opposed it"; with a comma behind it too it only names the first: "The mayor, *Ann Roe*, won"."""
    verb, words = arcs.heads[i], arcs.words
    first = arcs.subject(verb)
    if first is None or not first < i < verb or arcs.bare[first] != "nsubj" or arcs.labels[i] == "nsubj:outer":
        return
    if words.tags[i] in RELATIVE:
        _who_before_the_verb(arcs, first, i)
        return
    if any(first < k < i and arcs.bare[k] not in ("punct", "advmod", "nsubj") for k in arcs.kids[verb]):
        return
    start, end = min(arcs.start(i), *(k for k in (i, *arcs.kids[i]) if not words.void[k])), arcs.end(i)
    if words.tags[i] in NAMES and words.tags[first] in NOUNS and arcs.end(first) == start:  # "Clerk of works *Ann Roe* won"
        arcs.move(i, first, "appos")
        return
    if start - 1 <= first or not (words.forms[start - 1] in PARTING or words.forms[start - 1].isspace()):
        return
    if words.reports[verb] and arcs.behind(verb, *WHAT) is None:
        return  # "Brewer to shut two plants, *sources* say"
    before = arcs.start(first) - 1
    if before >= 0 and arcs.heads[before] == verb and arcs.bare[before] in ("mark", "case"):
        if words.forms[before] in PREPOSITIONS:
            arcs.move(before, first, "case")
            arcs.relabel(first, "obl")
    elif words.forms[end] == ",":
        arcs.move(i, first, "appos")
    else:
        arcs.relabel(first, "dislocated")


def name_right_before_the_verb(arcs: Arcs, i: int) -> None:
    """A name behind a comma and right before the verb is its subject, whatever it was hung on: "A lawyer by trade, *Ann Roe*
    won the seat"."""
    first, words = arcs.heads[i], arcs.words
    verb, end = arcs.heads[first], arcs.end(i)
    if arcs.bare[first] != "nsubj" or not first < i < verb or end >= len(words.forms):
        return
    start = arcs.start(i)
    if words.forms[start - 1] != "," or start - 1 <= first or (end != verb and arcs.heads[end] != verb) or words.void[end]:
        return
    if words.tags[start] in ("DT", "CC", "IN") or arcs.has(first, "conj") or not arcs.has(first, "det"):
        return
    if words.reports[verb] and arcs.behind(verb, *WHAT) is None:
        return
    arcs.move(i, verb, arcs.labels[first])
    arcs.relabel(first, "dislocated")


def _who_before_the_verb(arcs: Arcs, first: int, who: int) -> None:
    """Make a relative clause of what begins with "who", and its subject's verb of the one behind the next comma: "Ann Roe,
    *who taught Latin*, died on Friday"."""
    verb, words = arcs.heads[who], arcs.words
    main = [k for k in arcs.kids[verb] if k > verb and arcs.bare[k] == "conj" and words.forms[arcs.bearer(k) - 1] == ","]
    main = [k for k in main if arcs.tense(k) in FINITE and not arcs.has(k, "cc", *SUBJECTS)]
    if not main or words.forms[who - 1] != ",":
        return
    arcs.replace(verb, main[-1], "acl:relcl")
    arcs.move(first, main[-1], arcs.subject_label(main[-1]))
    arcs.move(verb, first)
    for k in [k for k in arcs.kids[first] if who < k < verb]:
        arcs.move(k, verb, "obl")


def subject_out_of_place(arcs: Arcs, i: int) -> None:
    """What is said to stand outside the clause, before a verb without a subject, is that: "*One of the judges*, Ann Roe,
    dissented"."""
    verb, words = arcs.heads[i], arcs.words
    if not i < verb or words.tags[verb] not in FINITE or arcs.has(verb, *SUBJECTS, "expl"):
        return
    if words.tags[i] in (*NOUNS, "CD", "DT", "PRP"):
        arcs.relabel(i, arcs.subject_label(verb))


def inverted_condition(arcs: Arcs, i: int) -> None:
    """ "Were" before a subject and an infinitive means "if": "*Were the king to die*, the pact would lapse"."""
    words = arcs.words
    to = next((k for k in range(i + 2, min(i + REACH, len(words.forms))) if words.void[k] or words.forms[k] == "to"), i)
    if (i > 0 and not words.void[i - 1]) or words.forms[to] != "to" or words.tags[arcs.heads[to]] != "VB":
        return
    verb, main = arcs.heads[to], arcs.heads[i]
    noun = next((k for k in range(i + 1, to) if not i < arcs.heads[k] < to), to)
    if not to < verb or words.tags[noun] not in (*NOUNS, "PRP"):
        return
    if main == verb:
        main = arcs.heads[verb]
    if main <= verb or arcs.under(main, verb):
        return
    arcs.move(verb, main, "advcl")
    arcs.move(noun, verb, "nsubj")
    arcs.move(i, verb, "aux")


def noun_behind_a_semicolon(arcs: Arcs, i: int) -> None:
    """A subject behind a semicolon and before a verb without one is that verb's: "It is closing; *Chad*, which borders it,
    *urged* calm"."""
    verb, words = arcs.heads[i], arcs.words
    start = arcs.start(i)
    if not verb < i or start == 0 or words.forms[start - 1] != ";":
        return
    for k in sorted({*arcs.kids[verb], *arcs.kids[arcs.heads[verb]]}):
        if k > i and arcs.bare[k] in ("parataxis", "conj") and words.tags[k] in FINITE and not arcs.has(k, *SUBJECTS, "cc"):
            arcs.move(i, k)
            arcs.relabel(k, "parataxis")
            return


def subject_of_the_verb_behind(arcs: Arcs, i: int) -> None:
    """Behind a verb a subject right before the reporting verb is that one's: "It sank and washed ashore, *the skipper* told
    the court"."""
    verb, words = arcs.heads[i], arcs.words
    if not verb < i:
        return
    above = verb
    for _ in range(DEPTH):
        above = arcs.heads[above]
        if above > i or arcs.heads[above] == above:
            break
    if not above > i or not words.reports[above] or arcs.has(above, *SUBJECTS, "expl"):
        return
    if words.forms[arcs.start(i) - 1] == "," and all(
        words.void[k] or arcs.under(k, i) for k in range(i + 1, arcs.bearer(above))
    ):
        arcs.move(i, above, "nsubj")


def time_before_a_semicolon(arcs: Arcs, i: int) -> None:
    """What stands before a semicolon goes with what precedes it: "They offered 5% *this year*; the union wants 10%"."""
    verb = arcs.heads[i]
    first = arcs.heads[verb]
    if not first < i < verb:
        return
    end = arcs.end(i)
    if end < verb and arcs.words.forms[end] == ";" and not arcs.words.reports[verb]:
        arcs.move(i, first)


def had_for_if(arcs: Arcs, i: int) -> None:
    """ "Had" before a subject means "if", also where no comma ends that: "*Had he braked* she would be alive"."""
    verb, words = arcs.heads[i], arcs.words
    if (i > 0 and not words.void[i - 1]) or arcs.bare[i] != "aux" or words.tags[verb] not in ("VBN", "VBD"):
        return
    would = (k for k in arcs.kids[verb] if k > verb and arcs.bare[k] in ("ccomp", "parataxis", "advcl", "conj"))
    main = next((k for k in would if arcs.tense(k) == "MD" and arcs.subject(k) is not None), None)
    subject = arcs.subject(verb)
    if main is not None and subject is not None and i < subject:
        arcs.replace(verb, main, "advcl")


def time_behind_a_colon(arcs: Arcs, i: int) -> None:
    """Time behind a colon goes with what follows it: "points to one flaw: *at night*, it says, nobody listens"."""
    verb = arcs.heads[i]
    start = arcs.start(i) if 0 < verb < i else 0
    if not verb < start - 1 or arcs.words.forms[start - 1] != ":":
        return
    later = next((k for k in arcs.kids[verb] if k > i and arcs.bare[k] in ("parataxis", "ccomp", "conj")), None)
    if later is not None and arcs.subject(later) is not None:
        inner = next((k for k in arcs.kids[later] if k > later and arcs.bare[k] == "ccomp"), later)
        arcs.move(i, inner if arcs.words.reports[later] else later)


FRONTED_REPAIRS = (
    Repair(subject_of_the_verb_behind, frozenset({"nsubj"}), frozenset({*NOUNS, "PRP"})),
    Repair(noun_behind_a_semicolon, frozenset({"nsubj"}), frozenset({*NOUNS, "PRP"}), needs=frozenset({";"})),
    Repair(time_before_a_semicolon, frozenset({"obl", "advmod"}), needs=frozenset({";"})),
    Repair(noun_before_the_subject, frozenset({"nsubj"})),
    Repair(name_right_before_the_verb, frozenset({"appos"}), frozenset(NAMES)),
    Repair(subject_out_of_place, frozenset({"dislocated"})),
    Repair(had_for_if, frozenset({"aux"}), frozenset({"had"})),
    Repair(time_behind_a_colon, frozenset({"obl"}), needs=frozenset({":"})),
    Repair(inverted_condition, words=frozenset({"were"})),
)
