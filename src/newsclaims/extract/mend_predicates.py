"""Predicates and the small words around them: what is a copula, what a passive, and which word the infinitive hangs on."""

from __future__ import annotations

from newsclaims.extract.arcs import BE, NAMES, NOUNS, SUBJECTS, Arcs
from newsclaims.extract.mend_headlines import headline_passive
from newsclaims.extract.repairs import Repair
from newsclaims.lexicon import column

PARTICLES = frozenset({"off", "back", "away", "apart", "together", "down", "up", "out", "aside"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})


def not_before_predicate(arcs: Arcs, i: int) -> None:
    """ "Not" behind the verb and before an adjective denies the adjective: "pleaded *not guilty*"."""
    words, verb = arcs.words, arcs.heads[i]
    if not verb < i or i + 1 >= len(words.forms):
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
    if i + 1 < len(words.forms) and words.forms[i + 1] == "longer" and arcs.heads[i] != i + 1:
        arcs.move(i, i + 1)


def intransitive_past(arcs: Arcs, i: int) -> None:
    """A past tense without auxiliary is active: "a tram *derailed*"; but not "Three were held and two others *charged*"."""
    verb, words = arcs.heads[i], arcs.words
    if arcs.labels[i] != "nsubj:pass" or words.tags[verb] != "VBD" or arcs.has(verb, "aux") or arcs.has_agent(verb):
        return
    if not (arcs.bare[verb] == "conj" and arcs.is_passive(arcs.heads[verb]) and arcs.counts(i)):
        arcs.relabel(i, "nsubj")


def perfect(arcs: Arcs, i: int) -> None:
    """What has "have" for its only auxiliary is active, and so is what has "'s" and an object: "*he* 's broken a record"."""
    verb, words = arcs.heads[i], arcs.words
    if arcs.labels[i] != "nsubj:pass" or words.tags[verb] != "VBN":
        return
    helpers = [k for k in arcs.kids[verb] if arcs.bare[k] == "aux"]
    if len(helpers) != 1 or arcs.labels[helpers[0]] != "aux":
        return
    form = words.forms[helpers[0]]
    if form in HAVE or (form in ("'s", "’s") and arcs.has(verb, "obj", "ccomp")):
        arcs.relabel(i, "nsubj")


def due_to(arcs: Arcs, i: int) -> None:
    """ "Due" between a copula and an infinitive is the predicate: "is *due* to speak"."""
    words, verb = arcs.words, arcs.heads[i]
    to = i + 1
    if to >= len(words.forms) or words.forms[to] != "to":
        return
    if to + 1 < len(words.forms) and words.forms[to + 1] in column("due_verbs", "verb") and arcs.has(to + 1, "cop"):
        verb = to + 1  # "*is due to open*", read as what something is due to
        arcs.tags[verb] = "VB"
        arcs.move(i, verb)
    if i > verb or words.tags[verb] != "VB":
        return
    if arcs.has(verb, "cop"):
        arcs.move(to, verb, "mark")
        arcs.govern(i)


def due_somewhere(arcs: Arcs, i: int) -> None:
    """ "Due" with a place or time behind it is the predicate, whatever the subject was hung on: "*he* is due in Cairo"."""
    words = arcs.words
    if words.tags[i] != "JJ":
        return
    place = arcs.heads[i]
    if arcs.bare[i] == "case" and i + 1 < place and words.forms[i + 1] in ("in", "at", "on", "back"):
        arcs.replace(place, i, "obl")
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


def adjective_before_infinitive(arcs: Arcs, i: int) -> None:
    """An adjective that a copula and an infinitive stand around is the predicate, no preposition: "is *due* to begin"."""
    verb = arcs.heads[i]
    if arcs.has(verb, "cop") and any(arcs.bare[k] == "mark" and k > i for k in arcs.kids[verb]):
        arcs.govern(i)


def object_before_infinitive(arcs: Arcs, i: int) -> None:
    """An infinitive behind the object of a verb that makes somebody act is that verb's: "allowed ships of aid *to
    pass*"."""
    words, noun = arcs.words, arcs.heads[i]
    if noun > i or words.forms[arcs.start(i)] != "to" or noun in words.aims:
        return
    above = noun
    while arcs.bare[above] == "nmod" and arcs.heads[above] < above:
        above = arcs.heads[above]
    verb = arcs.heads[above]
    if arcs.bare[above] in ("obj", "iobj") and verb < above and verb in words.controls and not arcs.has(verb, "xcomp"):
        arcs.move(i, verb, "xcomp")


def participle_of_state(arcs: Arcs, i: int) -> None:
    """A participle that says how somebody feels or how things stand is a predicate: "the farmers *were* worried"."""
    head, words = arcs.heads[i], arcs.words
    if head not in words.states or (arcs.labels[i] != "aux:pass" and words.tags[head] != "VBG"):
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


def phrase_with_copula(arcs: Arcs, i: int) -> None:
    """What has "to be" before it is a predicate: "appears to be due to *changes*"."""
    if i > arcs.heads[i] and arcs.has(i, "cop") and arcs.has(i, "mark"):
        arcs.relabel(i, "xcomp")


def copula_of_an_adjective(arcs: Arcs, i: int) -> None:
    """A form of "be" before an adjective is its copula, no auxiliary: "a crew *is* missing"; so it is where the adjective
    governs the passive behind: "*is* due to be sentenced"."""
    verb = arcs.heads[i]
    adjective, words = arcs.heads[verb], arcs.words
    bare = not arcs.has(verb, "cop", "obj", "xcomp", "ccomp")
    if arcs.labels[i] == "aux" and words.tags[verb] == "JJ" and i < verb and bare:
        arcs.relabel(i, "cop")
        return
    if arcs.bare[verb] not in ("xcomp", "advcl") or not i < adjective < verb or words.tags[adjective] != "JJ":
        return
    to = adjective + 1
    if words.forms[to] == "to" and arcs.heads[to] in (verb, adjective) and not arcs.has(adjective, "cop"):
        arcs.move(i, adjective, "cop")
        arcs.move(to, verb, "mark")
        arcs.relabel(verb, "xcomp")


def predicate_before_its_subject(arcs: Arcs, i: int) -> None:
    """A phrase with a copula behind it and the subject behind that is the predicate: "*Among the dead* were 12 children"."""
    place, words = arcs.heads[i], arcs.words
    noun = arcs.heads[place]
    if arcs.bare[place] == "nmod" or arcs.bare[place] == "obl":
        copula = i if place < i < noun else None
    else:  # "Among those tipped *is* Ann Roe": the copula hangs on the subject
        noun, place = place, next((k for k in arcs.kids[place] if arcs.bare[k] in ("nmod", "obl") and k < i), i)
        copula = i if place < i < noun else None
    if arcs.heads[i] < i and (copula is None or words.tags[noun] not in NOUNS):  # "Among those hurt were *a nun*, who …"
        place, copula = arcs.heads[i], i
        noun = next((k for k in range(i + 1, min(i + 6, len(words.forms))) if not i < arcs.heads[k] != k), noun)
        if not i < noun or not all(i < arcs.heads[k] <= noun for k in range(i + 1, noun)):
            return
        if arcs.heads[noun] < i and arcs.under(noun, place) and arcs.has(place, "case") and not arcs.has(place, *SUBJECTS):
            arcs.move(noun, place, "nsubj")
            return
    if copula is None or words.tags[noun] not in NOUNS or arcs.has(noun, *SUBJECTS, "expl", "aux"):
        return
    if not arcs.has(place, "case") or any(k < place for k in arcs.kids[noun] if arcs.bare[k] != "punct"):
        return
    if any(k < copula and k != place for k in arcs.kids[noun] if arcs.bare[k] != "punct"):
        return
    if words.tags[place] in NAMES or words.forms[place] in words.days:
        return
    arcs.replace(noun, place, "nsubj")
    arcs.move(copula, place, "cop")


def particle(arcs: Arcs, i: int) -> None:
    """ "Off" right behind a verb goes with it, and so does "back" before an object: "bombs went *off*", "brought *back*
    memories"."""
    verb, words = arcs.heads[i], arcs.words
    if verb != i - 1 or not words.tags[verb].startswith("VB") or arcs.kids[i] or i + 1 >= len(words.forms):
        return
    begins = any(arcs.bare[k] == "obj" and arcs.start(k) == i + 1 for k in arcs.kids[verb])
    if begins or (words.forms[i] == "off" and words.forms[i + 1] != "of"):
        arcs.relabel(i, "compound:prt")


def infinitive_behind_the_agent(arcs: Arcs, i: int) -> None:
    """What somebody is thought by others to have done is nothing that those others have: "is believed *by police to have
    fled*"."""
    agent = arcs.heads[i]
    verb, words = arcs.heads[agent], arcs.words
    perfect = any(words.forms[k] in ("have", "be") and words.forms[k - 1] == "to" for k in arcs.kids[i] if agent < k < i)
    if perfect and arcs.labels[agent] == "obl:agent" and words.reports[verb] and arcs.is_passive(verb):
        arcs.move(i, verb, "xcomp")


PREDICATE_REPAIRS = (
    Repair(infinitive_behind_the_agent, frozenset({"acl"})),
    Repair(copula_of_an_adjective, frozenset({"aux"}), BE),
    Repair(predicate_before_its_subject, frozenset({"cop"}), BE),
    Repair(particle, frozenset({"advmod"}), PARTICLES),
    Repair(not_before_predicate, frozenset({"advmod"}), frozenset({"not"})),
    Repair(no_longer, frozenset({"advmod", "det"}), frozenset({"no"})),
    Repair(intransitive_past, frozenset({"nsubj"})),
    Repair(perfect, frozenset({"nsubj"})),
    Repair(headline_passive, frozenset({"nsubj"}), frozenset({"NN"})),
    Repair(due_to, frozenset({"case", "mark"}), frozenset({"due"})),
    Repair(due_somewhere, frozenset({"root", "case"}), frozenset({"due"})),
    Repair(object_before_infinitive, frozenset({"acl"}), frozenset({"VB"})),
    Repair(participle_of_state, frozenset({"aux"}), BE),
    Repair(subject_of_bare_infinitive, frozenset({"nsubj"})),
    Repair(phrase_with_copula, frozenset({"obl"})),
)
