"""What is reported, hung on another word than the verb that reports it: put right by where it stands."""

from __future__ import annotations

from newsclaims.extract.arcs import ASKS, FINITE, NOUNS, SUBJECTS, Arcs

SAYS = FINITE | {"VB", "VBG"}
_ASIDE = frozenset((",", "-", "–", "—", "--"))
_DEEP = 4  # arcs from what is reported to the verb
_HUNG = frozenset(("ccomp", "advcl", "parataxis", "conj"))

CONDITIONS = frozenset({"if", "unless", "had", "were", "should"})


def said_in_a_statement(arcs: Arcs, i: int) -> None:
    """What hangs on a noun of a reporting verb's phrase is what is reported: "said in a statement *that it was over*"."""
    clause = arcs.heads[i]
    whole = arcs.bare[i] == "mark" or arcs.labels[clause] == "acl" or clause in arcs.words.rests or arcs.is_passive(clause)
    if arcs.bare[clause] == "acl" and whole:
        _reported_beside_a_phrase(arcs, clause)
        if arcs.bare[clause] == "ccomp" and arcs.bare[i] == "obj" and arcs.subject(clause) is not None:
            arcs.relabel(i, "mark")


def that_with_a_subject(arcs: Arcs, i: int) -> None:
    """A complement with "that" and a subject of its own is whole: "it turned out *that the tank was empty*"."""
    clause = arcs.heads[i]
    if arcs.bare[clause] == "xcomp" and arcs.subject(clause) is not None:
        arcs.relabel(clause, "ccomp")


def admitted_in_court(arcs: Arcs, i: int) -> None:
    """Also without a conjunction, if it lacks nothing: "admitted in court *he had lied*"."""
    whole = arcs.has(i, "obj", "cop", "ccomp", "xcomp", "aux") and not arcs.has(i, "mark")
    if whole and arcs.labels[i] == "acl" and arcs.subject(i) is not None:
        _reported_beside_a_phrase(arcs, i)


def told_without_that(arcs: Arcs, i: int) -> None:
    """A whole clause right behind the one who is told is what is told: "told the envoys *his party wants peace*"."""
    noun, subject, words = arcs.heads[i], arcs.subject(i), arcs.words
    verb = arcs.heads[noun]
    if verb not in words.tells or arcs.bare[noun] not in ("obj", "iobj") or subject is None or arcs.has(i, "mark"):
        return
    if arcs.has(verb, "ccomp", "xcomp") or (arcs.bare[noun] == "obj" and arcs.has(verb, "iobj")):
        return
    if any(words.tags[k] in ASKS for k in (*arcs.kids[i], subject)):
        return
    if arcs.start(subject) > noun and arcs.has(i, "obj", "xcomp", "ccomp", "cop"):
        arcs.move(i, verb, "ccomp")


def told_two_phrases(arcs: Arcs, i: int) -> None:
    """Of two phrases behind "told" the first is who is told, the second the subject of what they are told: "told *envoys in
    Lima his country* would leave"."""
    verb, subject, words = arcs.heads[i], arcs.subject(i), arcs.words
    if verb not in words.tells or subject is None or arcs.has(verb, "obj", "iobj") or arcs.start(subject) != verb + 1:
        return
    for noun in (subject, *[k for k in arcs.kids[subject] if k > subject]):
        for k in arcs.kids[noun]:
            article = arcs.first(k)
            loose = noun < article < k < i and arcs.bare[k] in ("nmod", "appos", "dep") and not words.void[article - 1]
            if loose and words.tags[article] in ("DT", "PRP$") and words.tags[article - 1] in NOUNS:
                arcs.move(subject, verb, "obj")
                arcs.move(k, i, arcs.subject_label(i))
                return


def object_before_its_verb(arcs: Arcs, i: int) -> None:
    """What stands between a reporting verb and a finite verb without subject is that verb's: "fear *the general*, who has
    lost the port, could sell arms"."""
    verb, words = arcs.heads[i], arcs.words
    if (
        not words.reports[verb]
        or verb in words.tells
        or not arcs.bears_tense(i)
        or arcs.has(i, "mark", "cc", "expl", *SUBJECTS)
    ):
        return
    noun = next((k for k in arcs.kids[verb] if verb < k < i and arcs.bare[k] == "obj"), None)
    if noun is not None and words.tags[noun] in (*NOUNS, "PRP") and arcs.start(noun) == verb + 1:
        arcs.move(noun, i, arcs.subject_label(i))


def said_without_that(arcs: Arcs, i: int) -> None:
    """A clause right behind a reporting verb, without conjunction, is what is reported: "said *the find was old*"."""
    verb, subject, words = arcs.heads[i], arcs.subject(i), arcs.words
    if subject is None or not words.reports[verb] or verb > subject or arcs.has(i, "mark"):
        return
    if arcs.has(verb, "obj", "ccomp", "xcomp") or any(words.tags[k] in ("WRB", "WP", "WDT") for k in arcs.kids[i]):
        return
    if arcs.start(subject) == verb + 1 and words.tags[verb] != "VBN":
        arcs.move(i, verb, "ccomp")


def said_right_before(arcs: Arcs, i: int) -> None:
    """A clause right behind a reporting verb that has nothing else to report is what is reported, whatever it hangs on: "He
    gave no names but said *the thieves had fled*", "sources who say *a deal is near*", "quoted as saying *it was late*"."""
    subject, words = arcs.subject(i), arcs.words
    verb = -1 if subject is None else arcs.start(subject) - 1
    if subject is None or verb < 0 or not words.reports[verb] or words.tags[verb] not in SAYS:
        return
    if words.tags[verb] == "VBG" and words.forms[verb - 1] != "as":
        return
    if not arcs.under(verb, arcs.heads[i], 2) and not (arcs.heads[i] == verb and arcs.bare[i] == "advcl"):
        return
    if arcs.has(verb, "obj", "ccomp", "xcomp") or any(arcs.bare[k] == "cc" and k < subject for k in arcs.kids[i]):
        return
    if any((arcs.bare[k] == "mark" and verb < k < subject) or words.tags[k] in ASKS for k in (*arcs.kids[i], subject)):
        return
    arcs.move(i, verb, "ccomp")


def past_of_what_is_said(arcs: Arcs, i: int) -> None:
    """A noun right behind a reporting verb that has its subject, with a past behind the noun, begins what is reported:
    "They said *the talks focused* on trade"."""
    if arcs.subject(i) is None or arcs.has(i, "ccomp", "xcomp", "obj"):
        return
    noun = next((k for k in arcs.kids[i] if k > i and arcs.bare[k] == "nsubj" and arcs.start(k) == i + 1), None)
    if noun is not None:
        begins_what_is_said(arcs, i, noun)


def begins_what_is_said(arcs: Arcs, i: int, noun: int) -> None:
    """Make a noun behind reporting verb ``i`` the subject of the past behind it, if one only describes it as yet."""
    past = arcs.behind(noun, "acl")
    if past is None or past not in arcs.words.pasts or arcs.has(past, "aux", "mark", *SUBJECTS):
        return
    arcs.move(past, i, "ccomp")
    arcs.move(noun, past, "nsubj")
    arcs.tags[past] = "VBD"


def that_behind_its_verb(arcs: Arcs, i: int) -> None:
    """What is reported right behind a verb in an adverbial clause is that verb's, not that of one further on: "When Norvik
    signalled *that it would sell*, Moreau said …"; "He gave no names, but said *that* on such days *the road floods*"."""
    clause, verb, words = arcs.heads[i], i - 1, arcs.words
    behind = verb >= 0 and words.reports[verb] and words.tags[verb] in SAYS and words.tags[i] != "WDT"
    if behind and clause > i and arcs.bare[clause] in _HUNG:
        if arcs.heads[clause] != verb and not arcs.has(verb, "obj", "ccomp", "xcomp") and not arcs.under(verb, clause):
            arcs.move(clause, verb, "ccomp")
        return
    above = arcs.heads[clause]
    if arcs.bare[clause] != "ccomp" or not i < clause < above:
        return
    for k in arcs.kids[above]:
        if (
            k < i
            and arcs.bare[k] == "advcl"
            and arcs.words.reports[k]
            and arcs.end(k) == i
            and not arcs.has(k, "obj", "ccomp")
        ):
            arcs.move(clause, k)
            return


def granted_first(arcs: Arcs, i: int) -> None:
    """A clause between a reporting verb and the comma before what is reported belongs to that: "She said *although the inn
    was old*, it was safe"."""
    clause, verb, words = arcs.heads[i], i - 1, arcs.words
    if arcs.bare[clause] != "advcl" or arcs.heads[clause] != verb or not words.reports[verb]:
        return
    content = next((k for k in arcs.kids[verb] if k > clause and arcs.bare[k] == "ccomp"), None)
    if content is None or words.tags[verb] not in FINITE or arcs.subject(clause) is None:
        return
    if any(words.forms[k] == "that" for k in arcs.kids[content]):
        return
    if any(words.forms[k] == "," for k in range(clause, arcs.first(content) + 1)):
        arcs.move(clause, content)


def _reported_beside_a_phrase(arcs: Arcs, clause: int) -> None:
    """Hang a clause on the reporting verb whose phrase it hangs on, if that verb has nothing else that it reports."""
    noun = arcs.heads[clause]
    while arcs.bare[noun] == "nmod" and arcs.heads[noun] < noun:  # "said in a letter to *the council* that"
        noun = arcs.heads[noun]
    verb = arcs.heads[noun]
    told = verb in arcs.words.tells and arcs.bare[noun] in ("obj", "iobj")  # "told staff in its shops *that it would close*"
    if not (arcs.bare[noun] == "obl" or told) or not arcs.words.reports[verb] or not verb < noun < clause:
        return
    if not any(arcs.bare[k] in ("obj", "ccomp") and k != noun for k in arcs.kids[verb]):
        arcs.move(clause, verb, "ccomp")


def behind_an_aside(arcs: Arcs, i: int) -> None:
    """What is reported behind an aside between dashes or commas is no part of it: "said on Friday - the day the pact took
    effect - *that it would last*"."""
    clause, words, mark = arcs.heads[i], arcs.words, i - 1
    verb = arcs.heads[clause]
    if mark < 0 or words.forms[mark] not in _ASIDE or words.reports[verb]:
        return
    for _ in range(_DEEP):
        if words.reports[verb] or arcs.heads[verb] == verb:
            break
        verb = arcs.heads[verb]
    if not words.reports[verb] or verb > mark or words.tags[verb] not in FINITE or arcs.has(verb, "obj", "ccomp", "xcomp"):
        return
    if words.forms[mark] in words.forms[verb + 1 : mark]:
        arcs.move(clause, verb, "ccomp")


def asked_before_said(arcs: Arcs, i: int) -> None:
    """Who was asked something and then said something did not ask: "*Dallas*, asked whether it would close, said no"."""
    verb, words = arcs.heads[i], arcs.words
    own, shared = arcs.subject(i), arcs.subject(verb)
    subject = own if own is not None else shared
    if subject is None or not subject < i < verb or words.forms[i - 1] != "," or (own is not None and shared is not None):
        return
    if words.reports[i] and words.reports[verb] and not arcs.has(i, "aux"):
        arcs.move(subject, verb, "nsubj")
        arcs.move(i, subject, "acl")


def before_the_cue(arcs: Arcs, i: int) -> None:
    """A participle before a reporting verb's subject is no part of what is said behind: "*Addressing* a rally, Ruiz said the
    vote was void"."""
    content, words = arcs.heads[i], arcs.words
    verb = arcs.heads[content]
    if arcs.bare[content] != "ccomp" or not words.reports[verb] or not i < verb < content:
        return
    subject = arcs.subject(verb)
    if subject is not None and i < subject and words.forms[verb + 1] != ",":
        arcs.move(i, verb)


def condition_of_the_content(arcs: Arcs, i: int) -> None:
    """A condition before what is said before its reporting verb is that one's: "*If the king objects*, the pact ends, she
    said"."""
    verb = arcs.heads[i]
    set_in = arcs.words.forms[verb + 1 : verb + 2] == (",",)  # "If it rains, *he said,* the game is off"
    said = (k for k in arcs.kids[verb] if i < k and arcs.bare[k] == "ccomp" and (k < verb or set_in))
    content = next(said, None)
    if content is None or not i < verb or not arcs.words.reports[verb]:
        return
    first = next((k for k in arcs.kids[i] if arcs.bare[k] in ("mark", "aux", "cop")), i)
    if arcs.words.forms[first] in CONDITIONS and first <= arcs.first(i) + 1:
        arcs.move(i, content)


def that_is_no_object(arcs: Arcs, i: int) -> None:
    """ "That" before a clause that has its object is a conjunction: "satisfied the court *that he had an alibi*"; so it is
    before what is to be done: "the request *that* he be freed"."""
    verb = arcs.heads[i]
    noun = arcs.heads[verb]
    if arcs.labels[verb] != "acl:relcl" or arcs.subject(verb) in (None, i):
        return
    helpers = [arcs.words.forms[k] for k in arcs.kids[verb] if arcs.bare[k] == "aux"]
    if arcs.bare[i] == "mark" and helpers != ["be"]:
        return
    if helpers != ["be"] and not any(k > verb and arcs.bare[k] == "obj" for k in arcs.kids[verb]):
        return
    arcs.relabel(i, "mark")
    if arcs.bare[noun] in ("obj", "iobj") and helpers != ["be"]:
        arcs.move(verb, arcs.heads[noun], "ccomp")
    else:
        arcs.relabel(verb, "acl")
