"""Coordinated verbs hung on the wrong one of two: tense and auxiliaries say which is theirs.

"He said he was tired and left" has two verbs that "left" may go with, and news has many such sentences; a parser that scores
each arc by itself guesses.
"""

from __future__ import annotations

from newsclaims.extract.arcs import NOUNS, PLURAL, PLURAL_FORMS, SUBJECTS, Arcs
from newsclaims.extract.mend_agreement import noun_number, verb_number

_HELPERS = {
    "is": 1,
    "are": 1,
    "was": 2,
    "were": 2,
    "has": 3,
    "have": 3,
    "had": 4,
    "will": 5,
    "would": 6,
    "could": 7,
    "may": 8,
}
ONE = frozenset({"NN", "NNP", "PRP"})
DO = frozenset(("do", "does"))
OF_A_CLAUSE = ("case", "cop", "orphan", "acl", "obj", "obl", "xcomp", "ccomp", "advmod")
LIKE = frozenset(("advcl", "acl", "xcomp", "conj"))
BACK = frozenset(("it", "them", "him", "her", "this", "that"))


def tense_of_said(arcs: Arcs, i: int) -> None:
    """A verb whose tense is not the content's goes with the reporting verb: "said it had lost money and *asked* its clients
    for patience", "announced the port would close and *left*", "says it was unsafe and *urges* repairs". In a list behind
    "had" it stays: "said it had lost money, asked its clients for patience and *closed*"."""
    words, head = arcs.words, arcs.heads[i]
    above = arcs.heads[head]
    if arcs.bare[head] != "ccomp" or above > head or not words.reports[above]:
        return
    if arcs.has(i, *SUBJECTS, "expl", "aux", "cop"):
        return
    if words.tags[i] != "VBD":
        if words.tags[above] == words.tags[i] and arcs.tense(head) == "VBD":
            arcs.move(i, above)
        return
    if words.tags[above] == "VBD" and i in words.holds_back:  # "… but *declined* to say where"
        arcs.move(i, above)
        return
    inner = arcs.subject(head)
    says = words.tags[above] == "VBD" and words.reports[i] and arcs.has(i, "ccomp")
    if says and inner is not None and words.forms[inner] in BACK:  # "said that was not enough and *demanded* she explain it"
        arcs.move(i, above)
        return
    listed = (k for k in arcs.kids[head] if k < i and arcs.bare[k] == "conj" and not arcs.has(k, *SUBJECTS))
    if words.tags[above] != "VBD" or not arcs.has(i, "cc") or any(listed):
        return
    helpers = [words.tags[k] for k in arcs.kids[head] if arcs.labels[k] == "aux"]
    back = any(arcs.bare[k] == "obj" and words.forms[k] in BACK for k in arcs.kids[i])  # "… and reported *it* to a guard"
    back = back and not arcs.has(i, "xcomp", "ccomp")  # "… and called it a joke"
    perfect = words.tags[head] in ("VB", "VBN") or arcs.has(head, "cop")  # "had *been* peaceful"
    says = bool(helpers) and not back and i in words.speaks and perfect
    if says or (helpers == ["MD"] and words.tags[head] == "VB"):
        arcs.move(i, above)


def content_goes_on(arcs: Arcs, i: int) -> None:
    """A verb with an auxiliary of the content's tense goes on with the content: "said it had paid its debts, *was* hiring
    and *expected* a profit"; but not "said she had left but *would not* say when"."""
    words, verb = arcs.words, arcs.heads[i]
    if not words.reports[verb] or words.tags[verb] != "VBD" or arcs.has(i, *SUBJECTS, "expl"):
        return
    content = next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "ccomp"), None)
    helper = next((k for k in arcs.kids[i] if arcs.labels[k] == "aux" and words.tags[k] in ("VBD", "MD")), None)
    if content is None or helper is None or arcs.tense(content) not in ("VBD", "MD"):
        return
    if words.forms[helper] != "had" and (arcs.has(i, "cc") and words.tags[helper] == "VBD"):
        return
    if words.tags[helper] == "MD" and words.reports[i]:
        return
    for k in [k for k in arcs.kids[verb] if k >= i and arcs.bare[k] == "conj" and not arcs.has(k, *SUBJECTS)]:
        arcs.move(k, content)
        if arcs.has(k, "cc"):
            return


def time_of_says(arcs: Arcs, i: int) -> None:
    """A verb behind a present "says" goes on with what is said if it is past, as that is, or has its "do": "says he was 92
    and *died* at home", "says the bank does not want the house but *does want* its money"."""
    words, verb = arcs.words, arcs.heads[i]
    if not words.reports[verb] or words.tags[verb] not in ("VBZ", "VBP") or arcs.has(i, *SUBJECTS, "expl"):
        return
    content = next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "ccomp"), None)
    if content is None:
        return
    said, bearer = arcs.bearer(content), arcs.bearer(i)
    past = words.tags[said] == words.tags[bearer] == "VBD"
    if past or (bearer != i and said != content and words.forms[said] == words.forms[bearer] and words.forms[said] in DO):
        arcs.move(i, content)


def same_helper(arcs: Arcs, i: int) -> None:
    """What has the auxiliary or copula of what is said goes on with it behind "and": "says two towns *are* flooded, and
    dozens *are* missing"; but not "… was rigged, and Mr. Bob left"."""
    words, verb = arcs.words, arcs.heads[i]
    if not words.reports[verb] or words.reports[i] or not arcs.has(i, *SUBJECTS):
        return
    content = next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "ccomp"), None)
    joined = any(arcs.bare[k] == "cc" and words.forms[k] == "and" for k in arcs.kids[i])
    if content is None or not joined:
        return
    said, bearer = arcs.bearer(content), arcs.bearer(i)
    if (
        bearer != i
        and said != content
        and _HELPERS.get(words.forms[said], said) == _HELPERS.get(words.forms[bearer], bearer)
    ):
        arcs.move(i, content)


def number_of_said(arcs: Arcs, i: int) -> None:
    """A verb in the singular behind a plural has the speaker for its subject: "The UN says 40,000 people fled and *has*
    called for a truce"."""
    words, head = arcs.words, arcs.heads[i]
    above = arcs.heads[head]
    if arcs.bare[head] != "ccomp" or above > head or not words.reports[above]:
        return
    if arcs.has(i, *SUBJECTS, "expl") or arcs.tense(i) != "VBZ":
        return
    inner = arcs.subject(head)
    bearer = arcs.bearer(head)
    plural = inner is not None and words.tags[inner] in PLURAL and words.tags[bearer] != "VBZ"  # "the United States *does*"
    several = inner is not None and (plural or words.forms[bearer] in PLURAL_FORMS)
    if several and arcs.tense(above) in ("VBZ", "VBD"):
        arcs.move(i, above)


def number_of_speaker(arcs: Arcs, i: int) -> None:
    """Behind a speaker of one number, what is in the other goes on with what is said: "Her lawyers argued she was naive and
    *was* misled"; and so it is with a speaker in the plural: "Inspectors say the vote was clean and *have* urged calm"."""
    words, head = arcs.words, arcs.heads[i]
    inside = arcs.bare[head] == "ccomp" and arcs.heads[head] < head
    verb = arcs.heads[head] if inside else head
    if not words.reports[verb] or arcs.has(i, *SUBJECTS, "expl"):
        return
    content = head if inside else next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "ccomp"), None)
    speaker, inner = arcs.subject(verb), None if content is None else arcs.subject(content)
    if content is None or speaker is None or inner is None or words.tags[inner] not in ONE:
        return
    if noun_number(arcs, speaker) != "plural" or verb_number(arcs, i) != ("plural" if inside else "singular"):
        return
    if not inside:
        arcs.move(i, content)
    elif noun_number(arcs, inner) == "singular" and words.tags[inner] == "NN":
        arcs.move(i, verb)


def object_of_all(arcs: Arcs, i: int) -> None:
    """An object behind the last of coordinated verbs is no one's in the middle alone: "builds, owns and runs *ferries*",
    "designs and makes *bicycles*", not "arrived and took the keys"."""
    verb, words = arcs.heads[i], arcs.words
    first = arcs.heads[verb]
    if arcs.bare[verb] != "conj" or not words.tags[verb].startswith("VB") or arcs.has(first, "obj"):
        return
    row = [first, *(k for k in arcs.kids[first] if arcs.bare[k] == "conj" and k <= verb)]
    bare = all(words.void[k] or words.tags[k] == "CC" or k in row for k in range(first, verb))
    if (
        len(row) > 2
        and bare
        and words.tags[verb] != "VBN"
        and arcs.start(i) == verb + 1
        and not any(arcs.has(k, "obj") for k in row[:-1])
    ):
        arcs.move(i, first)
        return
    pair = words.tags[verb] == words.tags[first] and verb == first + 2 and words.forms[first + 1] == "and"
    pair = pair and not any(arcs.labels[k] == "compound:prt" for k in arcs.kids[verb])  # "halted and set off alarms"
    if pair and first not in words.rests and i > verb and not arcs.has(first, "xcomp", "ccomp", "cop"):
        arcs.move(i, first)
        return
    if any(verb < k < i and arcs.bare[k] == "conj" and not arcs.has(k, "obj", *SUBJECTS) for k in arcs.kids[first]):
        arcs.move(i, first)


def like_to_like(arcs: Arcs, i: int) -> None:
    """ "And" joins a participle to a participle and an infinitive to an infinitive: "have blown up a mine, *killing* two
    sailors and *wounding* one", "wants to stop the sale and *sell* the land later"."""
    words, head, tag = arcs.words, arcs.heads[i], arcs.words.tags[i]
    if words.tags[head] == tag or not head < i or not words.tags[head].startswith("VB") or not arcs.has(i, "cc"):
        return
    if arcs.has(i, "aux", "mark", "cop", "expl", *SUBJECTS) or (tag == "VB" and arcs.has(head, "aux")):
        return
    for k in range(arcs.start(i) - 1, head, -1):
        if words.tags[k] == tag and arcs.bare[k] in LIKE and arcs.under(k, head) and not arcs.under(k, i):
            if tag == "VB" and not (arcs.has(k, "mark", "aux") or arcs.bare[k] == "xcomp"):
                continue
            arcs.move(i, k)
            return


def noun_beside_a_verb(arcs: Arcs, i: int) -> None:
    """ "And" joins a noun to a noun, not to the verb before: "will issue a chart or *graph*", "sold a rifle and *guns*"."""
    words, verb = arcs.words, arcs.heads[i]
    if not words.tags[verb].startswith("VB") or not verb < i or arcs.has(i, *OF_A_CLAUSE, *SUBJECTS):
        return
    if i + 1 < len(words.forms) and words.tags[i + 1] in (
        "DT",
        "PRP$",
        "CD",
        "RB",
        "NN",
        "NNP",
        "NNS",
    ):  # "and *hit* the house"
        return
    joint = next((k for k in arcs.kids[i] if arcs.bare[k] == "cc" and k < i), None)
    if joint is None:
        return
    noun = joint - 1
    if words.forms[noun] == ",":
        noun -= 1
    while noun > verb and arcs.heads[noun] > verb and arcs.bare[noun] in ("conj", "flat", "compound", "nummod"):
        noun = arcs.heads[noun]
    if noun > verb and words.tags[noun] in NOUNS and arcs.heads[noun] >= verb and noun < joint:
        arcs.move(i, noun)
