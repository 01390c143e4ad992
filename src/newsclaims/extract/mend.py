"""Slips that parsers make again and again in news prose, put right before clauses are read.

Each repair is a function that looks at one token and moves an arc where English word order leaves no doubt. Here is their
order: wrong tags first, then phrases, then predicates, then what clauses lack, and last how clauses hang together.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsclaims.extract.arcs import BE, FINITE, NOUNS, RELATIVE, SUBJECTS, Arcs, Words
from newsclaims.extract.mend_agreement import AGREEMENT_REPAIRS
from newsclaims.extract.mend_amounts import AMOUNT_REPAIRS
from newsclaims.extract.mend_attachments import ATTACHMENT_REPAIRS
from newsclaims.extract.mend_contents import (
    admitted_in_court,
    asked_before_said,
    before_the_cue,
    behind_an_aside,
    condition_of_the_content,
    granted_first,
    object_before_its_verb,
    past_of_what_is_said,
    said_in_a_statement,
    said_right_before,
    said_without_that,
    that_behind_its_verb,
    that_is_no_object,
    that_with_a_subject,
    told_two_phrases,
    told_without_that,
)
from newsclaims.extract.mend_coordination import (
    content_goes_on,
    like_to_like,
    noun_beside_a_verb,
    number_of_said,
    number_of_speaker,
    object_of_all,
    same_helper,
    tense_of_said,
    time_of_says,
)
from newsclaims.extract.mend_fronted import FRONTED_REPAIRS
from newsclaims.extract.mend_gaps import GAP_REPAIRS
from newsclaims.extract.mend_headline_clauses import HEADLINE_CLAUSE_REPAIRS
from newsclaims.extract.mend_headlines import (
    headline_coordination,
    headline_infinitive,
    headline_verb,
    somebody_of_an_age,
    time_before_its_news,
)
from newsclaims.extract.mend_it import IT_REPAIRS
from newsclaims.extract.mend_misled import MISLED_REPAIRS
from newsclaims.extract.mend_numbers import NUMBER_REPAIRS
from newsclaims.extract.mend_pasts import PAST_REPAIRS
from newsclaims.extract.mend_phrases import PHRASE_REPAIRS
from newsclaims.extract.mend_predicates import PREDICATE_REPAIRS, adjective_before_infinitive
from newsclaims.extract.mend_reports import (
    PHRASES,
    adding_that,
    adding_to_the_content,
    behind_the_cue,
    behind_the_cue_set_in,
    goes_on_behind_the_cue_set_in,
    reporting_clause_behind,
    saying_behind_a_comma,
    set_in_is_no_conjunct,
    set_in_is_no_relative,
    set_into_a_cleft,
    told_behind_the_quotation,
)
from newsclaims.extract.mend_speakers import SPEAKER_REPAIRS
from newsclaims.extract.mend_strays import STRAY_REPAIRS
from newsclaims.extract.mend_subjects import (
    be_to,
    clause_behind_conjunction,
    name_behind_its_noun,
    share_of_which,
    speaker_in_the_content,
    subject_of_linking_verb,
    subject_without_which,
    two_subjects,
    verb_with_a_compound,
    who_is_a_person,
)
from newsclaims.extract.mend_tags import TAG_REPAIRS
from newsclaims.extract.mend_verbs import VERB_REPAIRS
from newsclaims.extract.repairs import Repair, repair


def mended(
    heads: Sequence[int], labels: Sequence[str], words: Words
) -> tuple[list[int], list[str], list[str], list[list[int]]]:
    """Put right what is out of order.

    Args:
        heads: the index of each token's head; a root's own index.
        labels: a UD label a token, subtypes allowed.
        words: the tokens themselves.

    Returns:
        Heads, labels and tags, repaired as the functions of this module say, and the dependents of each token.
    """
    arcs = Arcs(heads, labels, words)
    repair(arcs, WORD_REPAIRS)
    arcs.report_as_tagged()
    repair(arcs, REPAIRS)
    return arcs.heads, arcs.labels, arcs.tags, arcs.kids


_ADDED = frozenset((*PHRASES, "advcl"))
WORD_REPAIRS = (*TAG_REPAIRS, *VERB_REPAIRS, *PAST_REPAIRS)
REPAIRS = (
    Repair(headline_verb, words=frozenset(("NN", "NNS")), among="headlines"),
    *HEADLINE_CLAUSE_REPAIRS,
    *NUMBER_REPAIRS,
    *AMOUNT_REPAIRS,
    *PHRASE_REPAIRS,
    *ATTACHMENT_REPAIRS,
    *PREDICATE_REPAIRS,
    *STRAY_REPAIRS,
    Repair(like_to_like, frozenset(("conj",)), frozenset(("VBG", "VB"))),
    Repair(noun_beside_a_verb, frozenset(("conj",)), frozenset(NOUNS)),
    *GAP_REPAIRS,
    *MISLED_REPAIRS,
    *SPEAKER_REPAIRS,
    *AGREEMENT_REPAIRS,
    Repair(behind_the_cue, _ADDED),
    Repair(told_behind_the_quotation, frozenset(("obj",))),
    Repair(time_before_its_news, frozenset(("nsubj",)), frozenset(("CD",))),
    Repair(be_to, frozenset(("cop",)), BE),
    Repair(name_behind_its_noun, frozenset(("nsubj",)), frozenset(("NNP",))),
    Repair(reporting_clause_behind, frozenset(("advcl",)), reports=True),
    Repair(behind_the_cue_set_in, _ADDED),
    Repair(subject_of_linking_verb, frozenset(SUBJECTS)),
    Repair(that_with_a_subject, frozenset(("mark",)), frozenset(("that",))),
    Repair(said_in_a_statement, frozenset(("mark", "obj")), frozenset(("that",))),
    Repair(before_the_cue, frozenset(("advcl",)), frozenset(("VBG",))),
    Repair(condition_of_the_content, frozenset(("advcl",))),
    Repair(that_is_no_object, frozenset(("obj", "mark")), frozenset(("that",))),
    Repair(asked_before_said, frozenset(("parataxis",)), frozenset(("VBD", "VBN"))),
    Repair(that_behind_its_verb, frozenset(("mark",)), frozenset(("that",))),
    Repair(behind_an_aside, frozenset(("mark",)), frozenset(("that",))),
    Repair(granted_first, frozenset(("mark",))),
    Repair(admitted_in_court, frozenset(("acl",))),
    Repair(told_without_that, frozenset(("acl",))),
    Repair(told_two_phrases, frozenset(("ccomp",))),
    Repair(object_before_its_verb, frozenset(("ccomp",))),
    *IT_REPAIRS,
    Repair(set_in_is_no_relative, reports=True),
    Repair(set_in_is_no_conjunct, frozenset(("conj", "parataxis")), reports=True),
    Repair(set_into_a_cleft, frozenset(("nsubj",)), RELATIVE),
    Repair(goes_on_behind_the_cue_set_in, reports=True),
    Repair(subject_without_which, frozenset(("acl",)), frozenset(("VBN", "VB", "VBD", "VBP", "VBZ"))),
    Repair(share_of_which, frozenset(("nmod",)), frozenset(("which", "whom"))),
    Repair(who_is_a_person, frozenset(("nsubj",)), frozenset(("who",))),
    Repair(said_without_that, frozenset(("advcl",)), FINITE),
    Repair(said_right_before, frozenset(("advcl", "acl", "conj", "ccomp"))),
    Repair(past_of_what_is_said, reports=True),
    Repair(verb_with_a_compound, frozenset(("compound",))),
    Repair(two_subjects, reports=True),
    Repair(speaker_in_the_content, reports=True),
    *FRONTED_REPAIRS,
    Repair(adding_that, reports=True),
    Repair(saying_behind_a_comma, frozenset(("acl",)), frozenset(("VBG",))),
    Repair(adding_to_the_content, frozenset(("advcl",)), frozenset(("VBG",))),
    Repair(tense_of_said, frozenset(("conj",)), FINITE),
    Repair(content_goes_on, frozenset(("conj",))),
    Repair(time_of_says, frozenset(("conj",))),
    Repair(same_helper, frozenset(("conj",))),
    Repair(number_of_said, frozenset(("conj",))),
    Repair(number_of_speaker, frozenset(("conj",))),
    Repair(object_of_all, frozenset(("obj",))),
    Repair(adjective_before_infinitive, frozenset(("case",)), frozenset(("JJ",))),
    Repair(headline_infinitive, frozenset(("acl", "xcomp"))),
    Repair(somebody_of_an_age, frozenset(("obl",)), frozenset(("NN", "NNS"))),
    Repair(headline_coordination, frozenset(("parataxis",)), FINITE | {"VBN", "VBG"}),
    Repair(clause_behind_conjunction, frozenset(("acl",))),
)
