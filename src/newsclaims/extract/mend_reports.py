"""Reporting clauses, which news puts before, behind and into everything: what is theirs, and what is their content's."""

from __future__ import annotations

from newsclaims.extract.arcs import RELATIVE, SUBJECTS, Arcs

PHRASES = frozenset(("obl", "advmod", "nmod"))
_GOES_ON = frozenset(("adding", "citing", "quoting"))  # whoever else is spoken of
_ONE = frozenset(("he", "she"))
_CHAIN = 3  # infinitives on infinitives: "could try to force it to sell"
_BESIDE = frozenset(("appos", "conj"))
_CLOSING = frozenset(('"', "”", "''"))
_MARKS = _CLOSING | {"“", "``"}


def behind_the_cue(arcs: Arcs, i: int) -> None:
    """A phrase behind a reporting verb is no part of what is said before it: "Two died, rescuers said *on Tuesday*"."""
    head = arcs.heads[i]
    if arcs.bare[head] != "ccomp" or not head < arcs.heads[head] < i:
        return
    before_saying = arcs.words.tags[i] == "VBG" and arcs.words.reports[i]  # "…," she said, *before adding* that it was late
    if arcs.bare[i] in PHRASES or before_saying or _adds(arcs, i) or _behind_a_quotation(arcs, i, arcs.heads[head]):
        arcs.move(i, arcs.heads[head])


def told_behind_the_quotation(arcs: Arcs, i: int) -> None:
    """Nor is whom somebody tells: '"The war is over," the queen told *thousands of people*'."""
    head = arcs.heads[i]
    verb = arcs.heads[head]
    if arcs.bare[head] != "ccomp" or not head < verb < i or verb not in arcs.words.tells or arcs.has(verb, "obj", "iobj"):
        return
    if not any(arcs.words.forms[k] in _MARKS for k in range(verb, i)):
        arcs.move(i, verb)


def behind_the_cue_set_in(arcs: Arcs, i: int) -> None:
    """Nor of the clause that the reporting clause is set into: "The city, a spokesman said *on Friday*, is bankrupt"."""
    head = arcs.heads[i]
    if head == i or not arcs.has(head, "parataxis"):
        return
    adds = _adds(arcs, i)
    if not (adds or arcs.bare[i] in PHRASES or arcs.words.tags[i] == "VBG"):
        return
    for verb in reversed(arcs.kids[head]):
        if verb >= i or (adds and verb > head and arcs.bare[verb] == "punct"):
            continue
        speaks = arcs.bare[verb] == "parataxis" and arcs.subject(verb) is not None
        if speaks and (adds or _behind_a_quotation(arcs, i, verb) or _leads_to(arcs, verb + 1, i)):
            arcs.move(i, verb)
            return
        if adds:
            return


def reporting_clause_behind(arcs: Arcs, i: int) -> None:
    """A reporting clause behind a comma, with a subject and no conjunction, is set in: "The firm has agreed to merge, *its
    boss announced* on Monday"."""
    if not arcs.words.tags[i].startswith("VB") or arcs.has(i, "mark", "aux", "obj", "ccomp", "xcomp"):
        return
    subject = arcs.subject(i)
    if subject is None or arcs.heads[i] > subject or arcs.words.tags[subject] in ("WP", "WDT"):
        return
    start = min(arcs.first(subject), arcs.first(i))
    if any(arcs.words.tags[k] == "WRB" for k in arcs.kids[i]):
        return
    if arcs.words.forms[start] == "," or (start > 0 and arcs.words.forms[start - 1] == ","):
        arcs.move(i, arcs.heads[i], "parataxis")


def set_in_is_no_relative(arcs: Arcs, i: int) -> None:
    """A reporting clause between commas is no relative clause of the noun before: "The cranes, *he said later*, work". It
    may be set into one: "a tax that, *critics warn*, hits the poor"."""
    noun, words = arcs.heads[i], arcs.words
    subject = arcs.subject(i)
    if arcs.labels[i] != "acl:relcl":
        return
    beside = subject is None
    if beside:  # "The stewards, *Amara Diallo* explained, were badly trained"
        subject = next((k for k in arcs.kids[noun] if arcs.bare[k] in _BESIDE and arcs.end(k) == i), None)
    if subject is None or words.tags[subject] in RELATIVE:
        return
    start = arcs.first(subject)
    behind, before = arcs.end(i), "," in (words.forms[start], words.forms[start - 1] if start else "")
    commas = before and (behind >= len(words.forms) or words.forms[behind] in (",", ".", "”", '"', "''"))
    if commas and arcs.heads[noun] != noun and not arcs.has(i, "obj", "ccomp", "xcomp"):
        into = next((k for k in arcs.kids[noun] if k > i and arcs.labels[k] == "acl:relcl"), arcs.heads[noun])
        arcs.move(i, into, "parataxis")
        if beside:
            arcs.move(subject, i, "nsubj")
        for k in [k for k in arcs.kids[i] if k < start]:  # "The trouble *now*, he told us, is that …"
            arcs.move(k, noun)


def set_in_is_no_conjunct(arcs: Arcs, i: int) -> None:
    """A reporting clause between commas, without conjunction, is set in: "It may close, *lawyers believe*, and …"."""
    subject, forms = arcs.subject(i), arcs.words.forms
    if subject is None or arcs.has(i, "cc", "mark", "obj", "ccomp", "xcomp", "aux") or i + 1 == len(forms):
        return
    start = arcs.start(subject)
    if start > 0 and forms[start - 1] == "," and forms[i + 1] in (",", ".") and subject + 1 == i:
        above = arcs.heads[i]
        for _ in range(_CHAIN):  # "could force it *to sell*, lawyers believe"
            above = arcs.heads[above] if arcs.bare[above] == "xcomp" else above
        arcs.move(i, above, "parataxis")


def set_into_a_cleft(arcs: Arcs, i: int) -> None:
    """What "that" goes back to stands before the reporting clause: "It was *the union*, he insisted, *that had left*"."""
    verb = arcs.heads[i]
    cue = arcs.heads[verb]
    noun = arcs.heads[cue]
    if arcs.bare[verb] != "ccomp" or not arcs.words.reports[cue] or not noun < cue < i < verb:
        return
    subject = arcs.subject(noun)
    if subject is not None and arcs.words.forms[subject] == "it" and arcs.has(noun, "cop"):
        arcs.move(verb, noun, "acl:relcl")


def goes_on_behind_the_cue_set_in(arcs: Arcs, i: int) -> None:
    """A verb behind "and" and the comma that ends a reporting clause goes on with what is said: "The firm will shut two
    plants, it said, and *sell* the land"; but not "The road was safe, he said, and *blamed* the press"."""
    words, head, subject = arcs.words, arcs.heads[i], arcs.subject(i)
    if arcs.bare[i] != "parataxis" or subject is None or arcs.has(i, "obj", "ccomp", "xcomp") or not head < i:
        return
    if "," not in (words.forms[arcs.first(i)], words.forms[arcs.first(subject) - 1]) or words.forms[i - 1] in _MARKS:
        return
    for k in [k for k in arcs.kids[i] if k > i and arcs.bare[k] == "conj" and arcs.has(k, "cc")]:
        own = any(arcs.bare[j] in (*SUBJECTS, "expl") for j in arcs.kids[k])
        tense = arcs.tense(k)
        his = tense == words.tags[i] and (words.reports[k] or tense != arcs.tense(head))
        if words.forms[arcs.first(k)] in (",", "and", "but") and "," in words.forms[k - 3 : k] and (own or not his):
            arcs.move(k, head)


def adding_that(arcs: Arcs, i: int) -> None:
    """What somebody adds is no part of the infinitive before: "They urged her to stay, *arguing* that it was safe"."""
    head = arcs.heads[i]
    if arcs.bare[head] not in ("xcomp", "acl") or arcs.words.tags[head] != "VB" or not _adds(arcs, i):
        return
    start = arcs.first(i)
    if arcs.words.forms[start - 1] == "," or arcs.words.forms[start] == ",":
        arcs.move(i, arcs.heads[head])


def saying_behind_a_comma(arcs: Arcs, i: int) -> None:
    """Who says something behind a comma is who did what stands before it: "He threatened *reporters*, telling them …"."""
    words, noun = arcs.words, arcs.heads[i]
    verb = arcs.heads[noun]
    if (
        not words.reports[i]
        or words.forms[i - 1] != ","
        or arcs.bare[noun] not in ("obj", "iobj", "obl")
        or not verb < noun < i
    ):
        return
    if arcs.subject(verb) is not None and words.tags[verb].startswith("VB") and not arcs.is_passive(verb):
        arcs.move(i, verb, "advcl")


def adding_to_the_content(arcs: Arcs, i: int) -> None:
    """Who adds something is who speaks, not who is spoken of: "The council said two firms had applied, *citing* a list",
    "The judge ruled that the letters could be read, *rejecting* a motion"; but "Police said Roe fled, *claiming* that …"."""
    content, words = arcs.heads[i], arcs.words
    verb = arcs.heads[content]
    near = i - 2
    beside = near >= 0 and near != content and (near != verb or content > i)
    beside = beside and words.forms[i - 1] == "," and words.reports[near]
    adds = _adds(arcs, i) or any(arcs.bare[k] == "xcomp" and words.reports[k] for k in arcs.kids[i])  # "going on to *say*"
    if (
        beside and adds and arcs.subject(near) is not None
    ):  # "The firm said it would sell, *the paper reported*, citing an aide"
        arcs.move(i, near)
        return
    if arcs.bare[content] != "ccomp" or not words.reports[verb] or not verb < content < i or not _adds(arcs, i):
        return
    start = arcs.first(i)
    if "," not in (words.forms[start - 1], words.forms[start]) or any(words.forms[k] in _MARKS for k in range(verb, i)):
        return
    if words.forms[i] in _GOES_ON or arcs.is_passive(content) or arcs.has(content, "cop") or _same(arcs, content, verb):
        arcs.move(i, verb)


def _same(arcs: Arcs, content: int, verb: int) -> bool:
    """Whether the pronoun in what is said may be who says it: "*Officials* said *they* had a suspect"; not "police … he"."""
    said, speaker = arcs.subject(content), arcs.subject(verb)
    if said is None or speaker is None or arcs.words.tags[said] != "PRP":
        return False
    return arcs.words.forms[said] not in _ONE or arcs.words.tags[speaker] in ("NNP", "PRP")


def _behind_a_quotation(arcs: Arcs, i: int, verb: int) -> bool:
    """Whether a participle stands behind the reporting clause of what its head says between marks: '"It is safe," the
    minister said, *opening* the bridge'."""
    words, head = arcs.words, arcs.heads[i]
    if words.tags[i] != "VBG" or arcs.bare[i] != "advcl" or arcs.has(i, "mark") or not head < verb < i:
        return False
    return any(words.forms[k] in _CLOSING for k in range(head, verb)) and words.forms[i - 1] == ","


def _adds(arcs: Arcs, i: int) -> bool:
    """Whether token ``i`` is a participle that goes on with what somebody says, or how: "…, *adding* that it was safe", "…,
    *pointing* to a map"."""
    words = arcs.words
    if arcs.bare[i] != "advcl" or words.tags[i] != "VBG" or arcs.has(i, "mark"):
        return False
    return words.reports[i] or i in words.gestures


def _leads_to(arcs: Arcs, start: int, i: int) -> bool:
    """Whether the tokens from ``start`` to ``i`` are one phrase, headed by ``i``."""
    return all(not arcs.words.void[k] and (k == i or arcs.under(k, i, 7)) for k in range(start, i))
