"""Nouns and pronouns that another clause has drawn away from the verb that lacks them: found by what stands beside it.

A clause has one subject, right before its verb; "and" joins like to like; and a relative pronoun stands for what the clause
behind it lacks.
"""

from __future__ import annotations

from newsclaims.extract.arcs import FINITE, NAMES, NOUNS, RELATIVE, SUBJECTS, TENSED, Arcs
from newsclaims.extract.repairs import Repair

QUOTES = frozenset({'"', "“", "``", "''", "‘"})
LINKS = ("conj", "root", "parataxis", "ccomp")
NOMINALS = frozenset((*NOUNS, "CD", "PRP", "DT"))
FAR = 40  # the most words of a subject


def subject_read_as_a_conjunct(arcs: Arcs, i: int) -> None:
    """A noun behind "and" that stands right before a verb without subject is that verb's: "She likes to sing, and *pupils of
    two schools* can join her"; but not "met ministers and *farmers*, visited a dam and left"."""
    words = arcs.words
    joint = next((k for k in arcs.kids[i] if arcs.bare[k] == "cc" and k < i), None)
    if joint is None or words.tags[i] not in NOMINALS or arcs.has(i, "case", "cop", *SUBJECTS):
        return
    before = arcs.heads[i]
    above = arcs.heads[before]
    said = (
        words.reports[above] or arcs.has(above, "ccomp") or arcs.bare[before] != "obj"
    )  # "say *rain and floods* ruined it"
    if words.tags[before] in NOUNS and (said if words.forms[joint - 1] != "," else words.reports[arcs.start(before) - 1]):
        return
    at = i + 1
    while at < min(i + FAR, len(words.forms)) and (words.forms[at] == "," or arcs.under(at, i)):
        at += 1
    if words.forms[at - 1] == "," and not any(words.forms[k] == "," for k in range(i, at - 1)):
        return
    helper = at < len(words.forms) and arcs.bare[at] in ("aux", "cop")
    verb = arcs.heads[at] if helper else at
    if verb >= len(words.forms) or verb < at or arcs.bare[verb] not in LINKS or words.tags[at] not in TENSED:
        return
    if arcs.has(verb, "expl", "mark", "cc", *SUBJECTS) or arcs.under(i, verb) or arcs.heads[verb] > joint:
        return
    arcs.move(i, verb, arcs.subject_label(verb))
    arcs.move(joint, verb)


def relative_before_a_subject(arcs: Arcs, i: int) -> None:
    """A relative pronoun before a subject is no second one, but what the verb lacks: "things *that* most people have seen",
    "the plan *which* the bank published"."""
    verb, words = arcs.heads[i], arcs.words
    if not i < verb or arcs.labels[verb] != "acl:relcl" or not words.tags[verb].startswith("VB") or arcs.kids[i]:
        return
    subjects = [k for k in arcs.kids[verb] if arcs.bare[k] == "nsubj" and i < k < verb]
    if not subjects or words.tags[subjects[0]] in RELATIVE:
        return
    if arcs.has(verb, "ccomp", "xcomp", "cop", "expl") or any(k != i and arcs.bare[k] == "obj" for k in arcs.kids[verb]):
        return
    if verb not in words.rests and not arcs.is_passive(verb):
        arcs.relabel(i, "obj")


def reported_last(arcs: Arcs, i: int) -> None:
    """A reporting verb behind a comma and its subject, at the end, is no participle of a noun: "The truce is holding, *UN
    observers reported* on Monday"; but not "They treated a boy, the first case *reported* this year"."""
    noun, words, subject = arcs.heads[i], arcs.words, arcs.subject(i)
    speaker = noun if subject is None else subject
    if words.tags[i] not in ("VBN", "VBD") or words.tags[speaker] in RELATIVE:
        return
    if arcs.has(i, "obj", "ccomp", "xcomp", "aux", "mark", "cc") or arcs.has_agent(i):
        return
    if subject is None and (arcs.bare[noun] not in ("obj", "nsubj", "obl") or not _dated_at_most(arcs, i)):
        return
    start, behind = arcs.start(speaker), arcs.end(i)
    if words.forms[start - 1] != "," or not all(arcs.under(k, speaker) for k in range(speaker + 1, i)):
        return
    if behind < len(words.forms) and (not words.void[behind] or not TENSED.isdisjoint(words.tags[behind + 1 : behind + 2])):
        return  # "near the stadium, which, *Roe said*, is full"
    top = speaker
    while arcs.heads[top] != top:
        top = arcs.heads[top]
    told = arcs.subject(top)
    if top < start and told is not None and told < start and arcs.bears_tense(top):
        arcs.move(i, top, "parataxis")
        arcs.move(speaker, i, "nsubj")
        arcs.tags[i] = "VBD"


def _dated_at_most(arcs: Arcs, i: int) -> bool:
    """Whether nothing but a day, an adverb or a participle clause follows a verb."""
    days = arcs.words.days
    return all(
        arcs.words.void[k] or arcs.bare[k] in ("advmod", "advcl") or arcs.words.forms[k] in days
        for k in arcs.kids[i]
        if k > i
    )


def body_that_reports(arcs: Arcs, i: int) -> None:
    """Whoever stands right behind a reporting verb and a comma reports: "The sailors are safe, reports *agency Sever*"; but
    not "Brewer cuts jobs, reports *a loss*"."""
    words, speaker = arcs.words, arcs.behind(i, "obj")
    if speaker is None or words.forms[i - 1] != "," or words.tags[i] not in FINITE or arcs.start(speaker) != i + 1:
        return
    end = arcs.end(speaker)
    if arcs.has(i, "ccomp", "xcomp", "aux", "cc", "mark", *SUBJECTS) or (end < len(words.forms) and not words.void[end]):
        return
    if (speaker in words.bodies or words.tags[speaker] in NAMES) and arcs.bears_tense(arcs.heads[i]):
        arcs.relabel(speaker, "nsubj")


def speaker_behind_said(arcs: Arcs, i: int) -> None:
    """What stands right behind "said" and a comma before is who said so, whatever it was hung on: "The meeting broke up,
    said *one source* in the room"."""
    words = arcs.words
    if i < 2 or words.tags[i] not in FINITE or not words.void[i - 1] or words.forms[i - 1].isspace():
        return
    if arcs.has(i, "expl", "obj", *SUBJECTS):
        return
    before = (k for k in arcs.kids[i] if k < i and arcs.bare[k] in ("ccomp", "parataxis"))
    said = next(before, None)
    if said is None:
        return
    at = i + 1
    while at < min(i + 6, len(words.forms)) and not words.void[at]:
        if words.tags[at] in NOMINALS and arcs.heads[at] < i and arcs.start(at) == i + 1:
            if arcs.bare[at] in ("obj", "obl", "nsubj"):
                arcs.move(at, i, "nsubj")
            return
        at += 1


def said_last(arcs: Arcs, i: int) -> None:
    """A reporting verb at the end, with a second subject of the verb before between it and a comma, says all that: "Sales
    rose by a third, *a survey of shops* shows"."""
    words, main = arcs.words, arcs.heads[i]
    behind = words.forms[i + 1] if i + 1 < len(words.forms) else "."
    if words.tags[i] not in FINITE or not main < i or not (behind == "." or behind.isspace()) or arcs.has(i, *SUBJECTS):
        return
    subjects = [k for k in arcs.kids[main] if arcs.bare[k] == "nsubj"]
    if len(subjects) != 2 or not subjects[0] < main < subjects[1] < i or arcs.has(i, "mark", "cc", "aux", "obj", "ccomp"):
        return
    speaker = subjects[1]
    if words.forms[arcs.start(speaker) - 1] == "," and arcs.end(speaker) == i:
        arcs.move(speaker, i, "nsubj")
        arcs.replace(main, i, "ccomp")


def quoted_behind_a_colon(arcs: Arcs, i: int) -> None:
    """What is quoted behind a colon is what somebody said, and what the colon ends is not: "The answer was plain: “It is
    *over*,” said Roe"."""
    before, words = arcs.heads[i], arcs.words
    verb = arcs.heads[before]
    start = arcs.first(i)
    if not words.reports[verb] or not before < i < verb or arcs.bare[before] != "ccomp" or start < 2:
        return
    quoted = [k for k in range(start - 2, start + 1) if words.forms[k] in QUOTES]
    if quoted and words.forms[quoted[0] - 1] == ":" and arcs.subject(verb) is None and arcs.behind(verb, *SUBJECTS):
        arcs.move(i, verb, "ccomp")


def gerund_of_saying(arcs: Arcs, i: int) -> None:
    """What somebody is quoted "as saying" begins behind that: "quotes the envoy as saying *the talks have been* put off"."""
    words, main = arcs.words, arcs.heads[i]
    noun = arcs.behind(i, "obj")
    if words.tags[i] != "VBG" or words.forms[i - 1] != "as" or noun is None or arcs.start(noun) != i + 1:
        return
    if arcs.bare[i] == "acl":
        main = arcs.heads[main]
    for k in arcs.kids[main]:
        if k > noun and arcs.bare[k] in ("conj", "ccomp", "parataxis") and not arcs.has(k, "cc", "mark", "expl", *SUBJECTS):
            if arcs.bears_tense(k):
                arcs.move(k, i, "ccomp")
                arcs.move(noun, k, arcs.subject_label(k))
            return


STRAY_REPAIRS = (
    Repair(quoted_behind_a_colon, frozenset({"parataxis"})),
    Repair(reported_last, frozenset({"acl"}), reports=True),
    Repair(body_that_reports, frozenset({"parataxis"}), reports=True),
    Repair(speaker_behind_said, reports=True),
    Repair(said_last, reports=True),
    Repair(gerund_of_saying, reports=True),
    Repair(subject_read_as_a_conjunct, frozenset({"conj"})),
    Repair(relative_before_a_subject, frozenset({"nsubj", "obl"}), RELATIVE),
)
