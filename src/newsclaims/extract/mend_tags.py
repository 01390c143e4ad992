"""Words that bear the tag of another word class than their place in the clause needs: verbs read as nouns and participles.

A tagger looks at a word and a few beside it. The tree knows more: what has a subject of its own and no auxiliary bears
tense, and a plural with an infinitive behind it that something in the singular stands before is a verb ("the city *plans*
to sell").
"""

from __future__ import annotations

from newsclaims.extract.arcs import NOUNS, OBLIQUE, PLURAL, SUBJECTS, Arcs
from newsclaims.extract.mend_pasts import past_in_a_row, past_like_its_infinitive
from newsclaims.extract.repairs import Repair
from newsclaims.lexicon import rows

NOMINATIVE = frozenset({"i", "he", "she", "we", "they", "who"})
OBJECTS = ("obj", "iobj", "ccomp", "xcomp")
NOMINAL = ("cop", "aux", "case", "det", "amod", "expl")
BEFORE = ("det", "amod", "nmod", "compound", "nummod", "flat")
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
ABSOLUTE = frozenset({"with", "without"})


def past_read_as_a_participle(arcs: Arcs, i: int) -> None:
    """What has a subject and no auxiliary bears tense: "She at first *denied* it", "officials said the two *raised* $3m";
    but not a headline's "*Three* charged over leak", nor "with two men *injured*"."""
    words, label = arcs.words, arcs.labels[i]
    subject = arcs.subject(i)
    if subject is None or arcs.has(i, "aux", "cop", "expl") or words.forms[subject] in OBLIQUE:
        return
    if arcs.bare[i] == "acl" and arcs.has(subject, "case"):  # "including *some* believed to be hurt"
        return
    prose = label == "ccomp" and words.tags[arcs.heads[i]] == "VBD" and arcs.has(subject, "det")  # no headline's "3 injured"
    passive = arcs.labels[subject] == "nsubj:pass" and not prose and i not in words.rests
    if passive or arcs.bare[subject] != "nsubj" or arcs.has_agent(i):
        return
    if any(words.forms[k] in ABSOLUTE for k in arcs.kids[i]):
        return
    whole = words.forms[subject] in NOMINATIVE or arcs.has(i, *OBJECTS) or i in words.rests
    if label in ("ccomp", "advcl"):
        head = arcs.heads[i]
        marked = any(arcs.bare[k] == "mark" or words.tags[k] == "WRB" for k in arcs.kids[i])
        said = head in words.speaks or words.forms[subject] in NOMINATIVE  # not "to see Kenya punished"
        if not (marked or (label == "ccomp" and words.reports[head] and said and head < subject)):
            return
    elif not whole and (label != "root" or not arcs.has(subject, "det", "nmod")):
        return
    if i in words.pasts:
        arcs.tags[i] = "VBD"
        arcs.relabel(subject, "nsubj")
        for k in [k for k in arcs.kids[i] if k > i and arcs.bare[k] == "nsubj"]:  # "the blast wounded *nine*"
            arcs.relabel(k, "obj")


def perfect_is_no_passive(arcs: Arcs, i: int) -> None:
    """What has "have" for its only auxiliary, and an object, is active: "may *have netted* $2 million"."""
    subject = arcs.subject(i)
    if subject is None or arcs.labels[subject] != "nsubj:pass" or arcs.is_passive(i) or not arcs.has(i, "obj"):
        return
    helpers = [k for k in arcs.kids[i] if arcs.bare[k] == "aux"]
    if helpers and arcs.words.forms[helpers[-1]] in HAVE:
        arcs.relabel(subject, "nsubj")


def second_participle(arcs: Arcs, i: int) -> None:
    """Of two participles in a row behind a noun that no verb governs the second is its verb: "A landslide set off by rain
    *swept* through a town"."""
    noun, words = arcs.heads[i], arcs.words
    first = next((k for k in arcs.kids[noun] if noun < k < i and arcs.labels[k] == "acl"), None)
    if first is None or arcs.heads[noun] != noun or words.tags[noun] not in NOUNS:
        return
    if words.tags[first] not in ("VBN", "VBG") or arcs.end(first) != i or arcs.has(i, "aux", "mark", *SUBJECTS):
        return
    if arcs.has(noun, "cop", *SUBJECTS) or arcs.end(noun) <= i:
        return
    arcs.replace(noun, i, "nsubj")
    for k in [k for k in arcs.kids[noun] if k > i]:
        arcs.move(k, i)
    arcs.tags[i] = "VBD"


def one_of_a_row(arcs: Arcs, i: int) -> None:
    """Between a past tense and the last of a row of them stands one more, no participle: "served badly in the wind,
    *faulted* nine times and left the court"."""
    noun, words = arcs.heads[i], arcs.words
    verb = arcs.heads[noun]
    start = arcs.start(i)
    if words.forms[start - 1] != "," or arcs.has(i, "aux", "cop", "mark", "cc", *SUBJECTS):
        return
    if not verb < noun < start or words.tags[noun] not in NOUNS or words.tags[verb] != "VBD":
        return
    last = next((k for k in arcs.kids[verb] if k > i and arcs.bare[k] == "conj"), None)
    if last is None or words.tags[last] != "VBD" or not arcs.has(last, "cc") or arcs.has(last, *SUBJECTS):
        return
    arcs.move(i, verb, "conj")
    arcs.tags[i] = "VBD"


def subject_with_a_hyphen(arcs: Arcs, i: int) -> None:
    """Of the noun before a verb with a hyphen that the parser read into its first part that verb is the predicate: "The
    *army* test-fired two rockets"."""
    part, noun, words = i - 2, i - 3, arcs.words
    if noun < 0 or words.tags[i - 1] != "HYPH" or arcs.heads[part] != i or words.tags[part] not in NOUNS:
        return
    if (
        words.tags[noun] not in NOUNS
        or arcs.heads[noun] != part
        or arcs.has(i, "aux", "cop", "case")
        or part in words.people
    ):
        return
    if arcs.subject(i) not in (None, part) or not arcs.has(i, "obj"):
        return
    for k in [k for k in arcs.kids[part] if k < noun]:
        arcs.move(k, noun)
    arcs.move(noun, i, "nsubj")
    arcs.move(part, i, "compound")


def infinitive_behind_a_plural(arcs: Arcs, i: int) -> None:
    """A plural with a noun in the singular before it and an infinitive behind is a verb: "his *country plans* to start"."""
    words, noun = arcs.words, i - 1
    if noun < 0 or arcs.heads[noun] != i or arcs.bare[noun] not in ("compound", "nmod"):
        return
    if words.tags[noun] not in ("NN", "NNP") or arcs.has(i, "case", "cop", *SUBJECTS):
        return
    infinitive = arcs.behind(i, "xcomp", "acl")
    if infinitive is None or words.forms[i + 1] != "to" or arcs.heads[i + 1] != infinitive:
        return
    if arcs.bare[i] not in ("ccomp", "root", "parataxis", "advcl", "conj"):
        return
    arcs.relabel(infinitive, "xcomp")
    _finite(arcs, i, noun)


def plural_beside_a_verb(arcs: Arcs, i: int) -> None:
    """A plural that "and" joins to a verb in the singular, behind something in the singular, is one: "The firm *designs* and
    makes bicycles"."""
    words, noun = arcs.words, i - 1
    if noun < 0 or arcs.heads[noun] != i or words.tags[noun] not in ("NN", "NNP", "JJ") or arcs.has(i, "case", *SUBJECTS):
        return
    for k in arcs.kids[i]:
        if arcs.bare[k] == "conj" and words.tags[k] == "VBZ" and not arcs.has(k, *SUBJECTS) and arcs.has(k, "cc"):
            _finite(arcs, i, noun)
            return


def noun_with_an_object(arcs: Arcs, i: int) -> None:
    """A noun with a subject before it and an object behind is a verb: "Bank *cuts* rates"."""
    words, subject = arcs.words, arcs.subject(i)
    if subject is None or arcs.has(i, "cop", "aux", "case", "det", "expl"):
        return
    behind = arcs.behind(i, "obj")
    if behind is None or any(k < i for k in arcs.kids[behind]) or words.tags[subject] == "WDT":
        return
    arcs.tags[i] = "VBZ" if words.tags[i] == "NNS" else "VBP"


def noun_with_a_subject(arcs: Arcs, i: int) -> None:
    """A bare noun with a subject of the other number is a verb: "Hospital *apologises* after error", "the neighbours *spar*
    over a hedge"."""
    words, subject = arcs.words, arcs.subject(i)
    if subject is None or arcs.has(i, *NOMINAL) or words.tags[subject] not in (*NOUNS, "PRP"):
        return
    if any(k < i and arcs.bare[k] in BEFORE for k in arcs.kids[i]):
        return
    several = words.tags[subject] in PLURAL or arcs.has(subject, "conj") or words.forms[subject] in ("they", "we")
    if several is (words.tags[i] == "NN"):
        arcs.tags[i] = "VBP" if several else "VBZ"


def adjective_with_an_object(arcs: Arcs, i: int) -> None:
    """What stands between "to" and its object is a verb: "plans to *double* output"."""
    if i == 0 or arcs.words.forms[i - 1] != "to":
        return
    thing = arcs.behind(i, "obj")
    if thing is not None and not arcs.has(i, "cop", "det", "amod"):
        arcs.move(i - 1, i, "mark")
        arcs.tags[i] = "VB"


def participle_before_its_object(arcs: Arcs, i: int) -> None:
    """A participle behind what would be the subject of a noun is the verb: "The blast slightly *wounded* two men"."""
    noun, words = arcs.heads[i], arcs.words
    subject = arcs.subject(noun)
    subject = arcs.subject(i) if subject is None else subject
    if subject is None or not subject < i < noun or arcs.has(noun, "cop", "aux", "case", "mark"):
        return
    if words.tags[noun] not in NOUNS or arcs.bare[noun] not in ("root", "ccomp", "parataxis", "conj", "advcl"):
        return
    if any(k < i and arcs.bare[k] in ("det", "nummod", "case") and k > subject for k in arcs.kids[noun]):
        return
    arcs.replace(noun, i, "obj")
    for k in list(arcs.kids[noun]):
        later = arcs.bare[k] in ("parataxis", "advcl", "conj") and words.tags[k].startswith("VB")
        if k < i or later:
            arcs.move(k, i)
    arcs.tags[i] = "VBD"


def progressive(arcs: Arcs, i: int) -> None:
    """A participle in -ing behind a form of "be" and before what it does that to is the verb: "was *heating* soup in his
    kitchen when …", not "was breaking news"."""
    noun, words = arcs.heads[i], arcs.words
    copula = next((k for k in arcs.kids[noun] if arcs.bare[k] == "cop" and k < i), None)
    if copula is None or not i < noun or words.tags[noun] not in NOUNS:
        return
    if not any(k > noun for k in arcs.kids[i]) or any(arcs.bare[k] == "det" and copula < k < i for k in arcs.kids[noun]):
        return
    arcs.replace(noun, i, "obj")
    for k in list(arcs.kids[noun]):
        if k < i:
            arcs.move(k, i)
    arcs.relabel(copula, "aux")


def _finite(arcs: Arcs, i: int, subject: int) -> None:
    """Make a verb of a noun, and a subject of one right before it, with all that belongs to that."""
    for k in list(arcs.kids[i]):
        if k < subject and arcs.bare[k] in BEFORE:
            arcs.move(k, subject)
    arcs.move(subject, i, "nsubj")
    arcs.tags[i] = "VBZ"


UNCHANGED = frozenset(row["lemma"] for row in rows("irregular_verbs") if row["past"] == row["lemma"])
CLAUSES = frozenset({"root", "ccomp", "parataxis", "conj", "advcl", "acl"})
TAG_REPAIRS = (
    Repair(past_like_its_infinitive, frozenset({"conj"}), UNCHANGED),
    Repair(past_read_as_a_participle, CLAUSES, frozenset({"VBN"})),
    Repair(past_in_a_row, frozenset({"conj"}), frozenset({"VBN"}), among="pasts"),
    Repair(perfect_is_no_passive, CLAUSES, frozenset({"VBN"})),
    Repair(second_participle, frozenset({"acl"}), frozenset({"VBN"}), among="pasts"),
    Repair(one_of_a_row, frozenset({"conj", "acl"}), frozenset({"VBN", "VBD"}), among="pasts"),
    Repair(subject_with_a_hyphen, CLAUSES, frozenset({"VBD"}), needs=frozenset({"HYPH"})),
    Repair(infinitive_behind_a_plural, CLAUSES, frozenset({"NNS"}), among="chains"),
    Repair(plural_beside_a_verb, CLAUSES, frozenset({"NNS"})),
    Repair(noun_with_an_object, CLAUSES, frozenset({"NN", "NNS"})),
    Repair(noun_with_a_subject, CLAUSES, frozenset({"NN", "NNS"})),
    Repair(adjective_with_an_object, CLAUSES | {"xcomp"}, frozenset({"JJ", "NN"})),
    Repair(participle_before_its_object, frozenset({"amod", "compound"}), frozenset({"VBN", "VBD"}), among="pasts"),
    Repair(progressive, frozenset({"amod", "compound"}), frozenset({"VBG"})),
)
