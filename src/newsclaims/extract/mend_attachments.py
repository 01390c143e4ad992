"""Phrases hung on the noun before them, or on its verb, where the preposition or a word's nature says which it must be.

Whether "talks in Cairo" is one phrase only the writer knows, and parsers that are equally good differ. But nobody's "war
during the summer" is a kind of war, what is given "to the army" is given to it, and what rebels do "by rebels" is an event.
"""

from __future__ import annotations

from newsclaims.extract.arcs import FINITE, NAMES, NOUNS, SUBJECTS, Arcs
from newsclaims.extract.repairs import Repair

OF_VERBS = frozenset({"during", "despite", "without", "until", "amid", "throughout"})
OF_NOUNS = frozenset({"about", "between", "including"})
ASKED_FOR = frozenset({"about", "against", "between", "for", "in", "into", "on", "over", "to", "with"})
THINGS = ("obj", "nsubj:pass")
CURRENCIES = frozenset({"$", "£", "€", "us$", "million", "billion", "trillion", "dollars", "euros", "pounds"})


def phrase_of_the_verb(arcs: Arcs, i: int) -> None:
    """What tells when or under what circumstances is the verb's, not its object's: "won two wars *during the century*"."""
    noun = arcs.heads[arcs.heads[i]]
    phrase = arcs.heads[i]
    verb = arcs.heads[noun]
    if arcs.bare[phrase] != "nmod" or arcs.bare[noun] not in ("obj", "obl") or not verb < noun < i < phrase:
        return
    if arcs.words.tags[verb].startswith("VB") and arcs.start(phrase) == i:
        arcs.move(phrase, verb, "obl")


def given_to_somebody(arcs: Arcs, i: int) -> None:
    """Behind what is given "to" leads to whom: "is giving emergency aid *to the government*"."""
    phrase, words = arcs.heads[i], arcs.words
    noun = arcs.heads[phrase]
    verb = arcs.heads[noun]
    if arcs.bare[phrase] != "nmod" or arcs.bare[noun] not in THINGS or not words.gives[verb] or not noun < i < phrase:
        return
    if "to" in words.asks.get(noun, ()) or noun in words.aims or words.tags[noun] in NAMES:
        return
    somebody = phrase in words.bodies or words.tags[phrase] in NAMES
    if somebody and words.tags[verb].startswith("VB") and arcs.end(noun) == arcs.end(phrase):
        arcs.move(phrase, verb, "obl")


def done_by_somebody(arcs: Arcs, i: int) -> None:
    """What people do is an event, and none that the subject of an active verb does by them: "prevented the abuse *by
    soldiers*"."""
    phrase, words = arcs.heads[i], arcs.words
    verb, noun = arcs.heads[phrase], i - 1
    if arcs.bare[phrase] != "obl" or not verb < noun < i < phrase or arcs.heads[noun] != verb or arcs.bare[noun] != "obj":
        return
    people = phrase in words.bodies or phrase in words.people or words.tags[phrase] in NAMES
    if people and words.tags[noun] in NOUNS and not arcs.is_passive(verb) and words.forms[phrase] not in words.days:
        arcs.move(phrase, noun, "nmod")


def amount_in_something(arcs: Arcs, i: int) -> None:
    """Money "in" something is an amount of it: "pledged $37 million *in relief*", not "in May" or "in Kenya"."""
    phrase, words = arcs.heads[i], arcs.words
    verb = arcs.heads[phrase]
    if arcs.bare[phrase] != "obl" or not verb < i < phrase or words.tags[phrase] not in ("NN", "NNS"):
        return
    noun = next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "obj" and arcs.end(k) == i), None)
    if noun is None or words.forms[noun] not in CURRENCIES or arcs.has(noun, "nmod"):
        return
    if words.forms[phrase] not in words.units | words.days and not arcs.has(phrase, "det", "nummod"):
        arcs.move(phrase, noun, "nmod")


def phrase_of_the_noun(arcs: Arcs, i: int) -> None:
    """A phrase right behind an object is that one's, if it is one that such nouns have: "ended talks *between the banks*",
    "claimed responsibility *for the blast*"."""
    phrase, words, noun = arcs.heads[i], arcs.words, i - 1
    verb, form = arcs.heads[phrase], words.forms[i]
    if arcs.bare[phrase] != "obl" or not verb < noun < i < phrase or arcs.heads[noun] != verb or arcs.bare[noun] != "obj":
        return
    asked = form in words.asks.get(noun, ())
    if not asked and (form not in OF_NOUNS or verb in words.tells or noun in words.bodies or noun in words.people):
        return
    timed = words.tags[phrase] == "CD" or words.forms[phrase] in words.days | words.units
    if words.tags[noun] in ("NN", "NNS") and words.tags[phrase] != "VBG" and not timed:
        arcs.move(phrase, noun, "nmod")


def article_before_its_noun(arcs: Arcs, i: int) -> None:
    """An article belongs to a noun behind it, and to the next: "is *the* United States version"."""
    head, words, at = arcs.heads[i], arcs.words, i + 1
    if (
        at >= len(words.forms)
        or words.void[at]
        or words.forms[at] in words.days
        or head == at
        or (head > i and arcs.under(at, head))
    ):
        return
    for _ in range(6):
        above = arcs.heads[at]
        if not at < above or words.tags[above] not in NOUNS:
            break
        if any(words.void[k] for k in range(at, above)):
            return
        at = above
    if words.tags[at] in NOUNS and at != head and not arcs.has(at, "det"):
        arcs.move(i, at, "det")


def participle_before_its_head(arcs: Arcs, i: int) -> None:
    """A participle right behind a noun describes that, not one behind the verb: "Among *those tipped* for it is Ann Roe"."""
    noun, words, head = i - 1, arcs.words, arcs.heads[i]
    if noun < 0 or not i < head or words.tags[noun] not in (*NOUNS, "DT", "PRP") or arcs.has(i, "aux", "mark", *SUBJECTS):
        return
    between = [k for k in range(i + 1, head) if arcs.bare[k] == "cop" and words.tags[k] in FINITE]
    if between and not arcs.under(noun, i):
        arcs.move(i, noun)


def adjective_before_its_name(arcs: Arcs, i: int) -> None:
    """An adjective right before a name is that one's, and no subject: "*Australian* Prime Minister Ann Roe toured the
    coast"."""
    words = arcs.words
    name = next((k for k in arcs.kids[i] if k > i and words.tags[k] in NAMES and arcs.bare[k] in ("appos", "flat")), None)
    if name is None or arcs.start(name) != i + 1 or any(words.void[k] for k in range(i, name)):
        return
    arcs.replace(i, name, "amod")
    for k in list(arcs.kids[i]):
        arcs.move(k, name)


def title_before_its_name(arcs: Arcs, i: int) -> None:
    """ "Mr." belongs to the name behind it, not to one before: "The Senate said *Mr. Roe* would pay"."""
    words, name = arcs.words, i + 1
    if not arcs.heads[i] < i or name >= len(words.forms) or words.tags[name] not in NAMES or arcs.heads[name] == i:
        return
    while arcs.bare[name] in ("flat", "compound") and i < arcs.heads[name]:
        name = arcs.heads[name]
    if words.tags[name] in NAMES and not arcs.under(name, i):
        arcs.move(i, name, "nmod:desc")


ATTACHMENT_REPAIRS = (
    Repair(adjective_before_its_name, frozenset({"nsubj", "obj", "obl"}), frozenset({"JJ"})),
    Repair(
        title_before_its_name, frozenset({"nmod", "flat", "compound", "appos"}), frozenset({"mr.", "mrs.", "ms.", "dr."})
    ),
    Repair(participle_before_its_head, frozenset({"acl"}), frozenset({"VBN"})),
    Repair(article_before_its_noun, frozenset({"det"}), frozenset({"the", "a", "an"})),
    Repair(phrase_of_the_verb, frozenset({"case"}), OF_VERBS),
    Repair(given_to_somebody, frozenset({"case"}), frozenset({"to"})),
    Repair(done_by_somebody, frozenset({"case"}), frozenset({"by"})),
    Repair(amount_in_something, frozenset({"case"}), frozenset({"in"})),
    Repair(phrase_of_the_noun, frozenset({"case"}), OF_NOUNS | ASKED_FOR),
)
