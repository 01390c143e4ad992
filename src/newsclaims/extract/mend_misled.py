"""Where a reporting verb without "that" has misled the parser: the first words behind it read as its object or as a clause
of their own, the verb of what is said hung on whatever stood before.

English leaves "that" out after the commonest verbs of news, and nothing but the finite verb further on then tells what is
what: "Police say *car bombs* in two towns *killed* nine", "The agency quotes him as saying *the gap reflects* the times".
"""

from __future__ import annotations

from newsclaims.extract.arcs import ASKS, FINITE, NOUNS, SUBJECTS, Arcs
from newsclaims.extract.mend_contents import begins_what_is_said
from newsclaims.extract.repairs import Repair

_FAR = 20  # the most tokens from the verb that quotes to "as saying"
COUNTED = frozenset((*NOUNS, "CD"))
_PHRASES = frozenset(("compound", "iobj", "obj", "obl", "obl:npmod", "obl:unmarked"))
_SINCE = frozenset(("after", "before", "until", "since", "as"))


def as_saying(arcs: Arcs, i: int) -> None:
    """What somebody is quoted "as saying" is a clause of its own: "quotes Roe *as saying the gap reflects* the times"."""
    words, saying = arcs.words, i + 1
    if saying >= len(words.forms) or words.tags[saying] != "VBG" or not words.reports[saying]:
        return
    first = max(0, i - _FAR)
    quotes = next((k for k in range(i - 1, first - 1, -1) if words.reports[k] and arcs.under(saying, k)), None)
    if quotes is None:
        return
    subjects = [k for k in arcs.kids[quotes] if arcs.bare[k] in SUBJECTS]
    if len(subjects) > 1 and subjects[0] < quotes < subjects[-1] < i:
        arcs.relabel(subjects[-1], "obj")
    content = _content_of_saying(arcs, quotes, saying)
    if arcs.heads[saying] != quotes or arcs.bare[saying] != "advcl":
        arcs.move(saying, quotes, "advcl")
    if content is None:
        return
    for k in [k for k in arcs.kids[content] if k < i and arcs.bare[k] in SUBJECTS]:
        arcs.move(k, quotes, "obj")
    noun = next((k for k in arcs.kids[saying] if arcs.bare[k] in ("obj", "ccomp") and saying < k < content), None)
    if noun is not None and arcs.subject(content) is None and arcs.start(noun) == saying + 1:
        arcs.move(noun, content, "nsubj")
    arcs.move(content, saying, "ccomp")


def _content_of_saying(arcs: Arcs, quotes: int, saying: int) -> int | None:
    """The finite verb of what is said: the one that "saying" hangs on, or the first behind it without a conjunction."""
    above = arcs.heads[saying]
    if above > saying and arcs.bears_tense(above):
        return above
    behind = sorted((*arcs.kids[quotes], *arcs.kids[saying]))
    kinds = ("ccomp", "advcl")
    found = (k for k in behind if k > saying and arcs.bare[k] in kinds and arcs.bears_tense(k) and not arcs.has(k, "mark"))
    return next(found, None)


def list_before_its_verb(arcs: Arcs, i: int) -> None:
    """What is said begins with a list: "Police say *car bombs in Baghdad and the city of Kirkuk killed* nine"."""
    words, noun = arcs.words, _noun_said(arcs, i)
    if noun is None:
        return
    verb = next((k for k in arcs.kids[i] if k > noun and arcs.bare[k] == "conj" and arcs.bears_tense(k)), None)
    if verb is None or words.reports[verb] or arcs.subject(i) is None:
        return
    joint = next((k for k in arcs.kids[verb] if arcs.bare[k] == "cc" and k > noun), None)
    if joint is None or any(words.void[k] and words.forms[k] != "," for k in range(noun, verb)):
        return
    for k in [k for k in arcs.kids[verb] if arcs.bare[k] in SUBJECTS]:
        arcs.move(k, noun, "conj")
    arcs.move(joint, noun)
    arcs.move(verb, i, "ccomp")
    arcs.move(noun, verb, "nsubj")


def noun_for_its_verb(arcs: Arcs, i: int) -> None:
    """A noun that stands for what is said has its verb right behind: "says *the increase reflected* imports"."""
    noun = _noun_said(arcs, i)
    if noun is not None:
        begins_what_is_said(arcs, i, noun)


def _noun_said(arcs: Arcs, i: int) -> int | None:
    """The noun right behind a reporting verb that stands for what is said."""
    noun = arcs.behind(i, "ccomp")
    if noun is None or arcs.words.tags[noun] not in NOUNS or arcs.has(noun, "cop", *SUBJECTS):
        return None
    return noun if arcs.start(noun) == i + 1 else None


def subject_read_as_a_phrase(arcs: Arcs, i: int) -> None:
    """What stands between a reporting verb and a finite verb that lacks one is that one's subject: "say *Friday's blast
    wounded* nine", "say *Norway and Iceland are* banning salmon"."""
    words, verb = arcs.words, arcs.heads[i]
    if not words.reports[verb] or not arcs.bears_tense(verb) or not verb < i or arcs.has(i, "mark", "expl", *SUBJECTS):
        return
    before = (k for k in arcs.kids[i] if verb < k < i and words.tags[k] in COUNTED and not arcs.has(k, "case"))
    noun = next((k for k in before if arcs.labels[k] in _PHRASES), None)
    if noun is None or words.forms[noun] in words.days | words.units:
        return
    if noun == verb + 2 and words.tags[noun - 1] == "DT":  # the article may hang on what follows
        arcs.move(noun - 1, noun)
    if arcs.start(noun) != verb + 1:
        return
    if i in words.pasts and not arcs.has(i, "aux", "cop") and any(arcs.bare[k] == "obj" and k > i for k in arcs.kids[i]):
        arcs.tags[i] = "VBD"
    if arcs.bears_tense(i):
        arcs.relabel(noun, arcs.subject_label(i))


def reporting_verb_read_as_a_relative(arcs: Arcs, i: int) -> None:
    """A finite verb without a pronoun or subject is no relative clause: "*The statement alleges* the four were beaten"."""
    words, noun = arcs.words, arcs.heads[i]
    content = arcs.heads[noun]
    if arcs.labels[i] != "acl:relcl" or words.tags[i] not in FINITE or arcs.has(i, *SUBJECTS, "obj", "ccomp"):
        return
    behind = [k for k in arcs.kids[content] if arcs.bare[k] in SUBJECTS and k > i]
    if arcs.bare[noun] != "nsubj" or not noun < i < content or not behind or arcs.start(behind[0]) != i + 1:
        return
    if any(words.tags[k] in ASKS for k in (*arcs.kids[i], *arcs.kids[content])):
        return
    arcs.replace(content, i, "ccomp")
    arcs.move(noun, i, "nsubj")


def object_for_its_verb(arcs: Arcs, i: int) -> None:
    """Nobody says a noun: what stands for an object is the subject of what follows: "Police say *a bomb aimed at a patrol
    killed* nine", "A report says *the number of farms* now *exceeds* fifty"."""
    words = arcs.words
    noun = arcs.behind(i, "obj")
    if noun is None or words.tags[noun] not in COUNTED or arcs.start(noun) != i + 1:
        return
    if arcs.subject(i) is None or arcs.has(i, "ccomp"):
        return
    below = [k for k in arcs.kids[noun] if k > noun and arcs.labels[k] == "acl"]
    beside = [k for k in arcs.kids[i] if k > noun and arcs.bare[k] in ("conj", "advcl", "parataxis")]
    phrases = (j for j in arcs.kids[noun] if j > noun and arcs.bare[j] == "nmod")  # "says the number *of cases* rose"
    inside = [k for j in phrases for k in arcs.kids[j] if arcs.labels[k] == "acl"]
    lacking = (k for k in (*below, *beside, *inside) if not arcs.has(k, "mark", "cc", "expl", *SUBJECTS))
    verb = next((k for k in lacking if arcs.bears_tense(k) or (k in words.pasts and arcs.heads[k] != i)), None)
    if verb is None:
        return
    if words.tags[verb] == "VBN" and not arcs.has(verb, "aux"):
        arcs.tags[verb] = "VBD"
        for k in [k for k in arcs.kids[verb] if arcs.labels[k] == "obl:agent"]:  # "rose *by a third*"
            arcs.relabel(k, "obl")
    arcs.move(verb, i, "ccomp")
    arcs.move(noun, verb, arcs.subject_label(verb))


def object_right_before_a_verb(arcs: Arcs, i: int) -> None:
    """What stands between a reporting verb and a finite verb that has no subject and no conjunction is that one's subject:
    "fear *hunger and cold could* kill more"."""
    words, noun = arcs.words, arcs.behind(i, "obj")
    if noun is None or i in words.says or arcs.subject(i) is None or arcs.start(noun) != i + 1 or arcs.has(i, "ccomp"):
        return
    beside = (k for k in arcs.kids[i] if k > noun and arcs.bare[k] in ("conj", "parataxis", "advcl"))
    verb = next((k for k in beside if arcs.bears_tense(k) and not arcs.has(k, "mark", "cc", "expl", *SUBJECTS)), None)
    if verb is None or words.void[arcs.bearer(verb) - 1]:
        return
    if all(words.void[k] or arcs.under(k, noun) for k in range(noun + 1, arcs.bearer(verb))):
        arcs.move(verb, i, "ccomp")
        arcs.move(noun, verb, arcs.subject_label(verb))


def participle_behind_its_noun(arcs: Arcs, i: int) -> None:
    """A participle between a noun and that noun's verb is the noun's: "said three *swans found* last week have died"."""
    words, verb = arcs.words, arcs.heads[i]
    content = arcs.behind(i, "ccomp")
    if content is None or arcs.has(i, "aux", "cop", "mark", *SUBJECTS) or not words.reports[verb] or not verb < i:
        return
    subject = arcs.subject(content)
    if subject is not None and verb < subject < i and arcs.end(subject) == i:
        arcs.move(content, verb, "ccomp")
        arcs.move(i, subject, "acl")


def report_behind_after(arcs: Arcs, i: int) -> None:
    """A noun between "after" and a finite verb is that verb's subject: "Prices rose after *a report said* stocks fell"."""
    noun, verb = i - 1, arcs.heads[i]
    if noun < 0 or arcs.heads[noun] != verb or arcs.bare[noun] not in ("obj", "obl") or not verb < noun:
        return
    near = [k for k in (*arcs.kids[noun], *arcs.kids[i]) if k < noun and arcs.bare[k] in ("case", "mark")]
    since = next((k for k in near if arcs.words.forms[k] in _SINCE), None)
    if since is not None and not arcs.has(i, *SUBJECTS, "aux"):
        arcs.move(since, i, "mark")
        arcs.move(noun, i, "nsubj")


def verb_read_as_a_noun(arcs: Arcs, i: int) -> None:
    """What has a subject and a clause with "that" is a verb: "said tests *show* that she was ill"."""
    words, subject = arcs.words, arcs.subject(i)
    if subject is None or arcs.has(i, "cop", "det", "case", "amod", "aux"):
        return
    content = arcs.behind(i, "ccomp")
    if content is not None and words.forms[i + 1] == "that" and any(words.forms[k] == "that" for k in arcs.kids[content]):
        arcs.tags[i] = "VBZ" if words.tags[i] == "NNS" else "VBP"


MISLED_REPAIRS = (
    Repair(as_saying, words=frozenset(("as",))),
    Repair(list_before_its_verb, reports=True),
    Repair(noun_for_its_verb, reports=True),
    Repair(object_for_its_verb, reports=True, among="says"),
    Repair(object_right_before_a_verb, reports=True),
    Repair(subject_read_as_a_phrase, frozenset(("ccomp",))),
    Repair(reporting_verb_read_as_a_relative, frozenset(("acl",)), reports=True),
    Repair(participle_behind_its_noun, frozenset(("ccomp",)), frozenset(("VBN",))),
    Repair(report_behind_after, frozenset(("advcl",)), reports=True),
    Repair(verb_read_as_a_noun, frozenset(("ccomp", "root")), frozenset(("NN", "NNS"))),
)
