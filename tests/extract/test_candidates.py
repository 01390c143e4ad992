"""Which clauses are claims, whose they are, and what they rest on."""

from __future__ import annotations

from newsclaims.annotate.marks import Line, Marks
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.candidates import candidates
from newsclaims.extract.reader import clauses
from tests.docs import build
from tests.extract.reading import claims

SAID = """
    Shea NNP 2 nsubj
    said VBD 0 root lemma=say
    the DT 4 det
    pact NN 5 nsubj
    helps VBZ 2 ccomp lemma=help
    Chad NNP 5 obj
    """
BY_SHEA = Attribution(None, (1, 2), 1, ((2, 6),), "indirect", "before")


def test_a_cue_whose_content_is_a_clause_is_no_claim() -> None:
    assert claims(SAID, [BY_SHEA]) == ["the pact | helps | Chad | actual"]


def test_a_cue_whose_content_is_a_noun_phrase_is_a_claim() -> None:
    table = """
        Oslo NNP 2 nsubj
        condemned VBD 0 root lemma=condemn
        the DT 4 det
        launch NN 2 obj
        """
    attribution = Attribution(None, (1, 2), 1, ((2, 4),), "indirect", "before")
    assert claims(table, [attribution]) == ["Oslo | condemned | the launch | actual"]


def test_the_innermost_attribution_counts() -> None:
    doc = build(SAID)
    outer = Attribution(None, None, None, ((0, 6),), "direct", "quote")
    (found,) = candidates(doc, clauses(doc), [outer, BY_SHEA._replace(outer=0)], Marks())
    assert found.attribution == 1


def test_debris_lines_give_no_claims() -> None:
    table = """
        We PRP 2 nsubj
        welcome VBP 0 root
        tips NNS 2 obj
        """
    assert claims(table) == ["We | welcome | tips | actual"]
    assert claims(table, marks=Marks(lines=(Line(0, 3, "promotion"),))) == []


def test_evidence_is_the_sentence_and_features_are_numbers() -> None:
    doc = build(SAID)
    (found,) = candidates(doc, clauses(doc), [BY_SHEA], Marks())
    assert found.evidence == (0, 6)
    assert found.rule == "active"
    assert all(isinstance(value, float) for _, value in found.features)
    assert dict(found.features)["attributed"] == 1.0


def test_what_a_relative_clause_hangs_on_is_what_its_preposition_governs() -> None:
    assert claims("""
        Towns   NNS 8 nsubj
        ,       ,   6 punct
        to      IN  4 case
        which   WDT 6 obl
        land    NN  6 nsubj
        belongs VBZ 1 acl:relcl lemma=belong
        ,       ,   6 punct
        grew    VBD 0 root lemma=grow
    """) == ["land | belongs | Towns | actual", "Towns | grew | - | actual"]


def test_a_half_of_which_is_what_it_is_half_of_but_its_roof_is_not() -> None:
    table = """
        Towns NNS 8 nsubj
        ,     ,   6 punct
        {}    NN  6 nsubj
        of    IN  5 case
        which WDT 3 nmod
        shook VBD 1 acl:relcl lemma=shake
        ,     ,   6 punct
        fell  VBD 0 root lemma=fall
    """
    assert claims(table.format("half"))[0] == "Towns | shook | - | actual"
    assert claims(table.format("parts"))[0] == "parts of which | shook | - | actual"


def test_what_something_is_compared_with_is_no_claim() -> None:
    assert claims("""
        Raas  NNP 2 nsubj
        knows VBZ 0 root  lemma=know
        more  JJR 2 obj
        than  IN  6 mark
        Poe   NNP 6 nsubj
        does  VBZ 2 advcl lemma=do
    """) == ["Raas | knows | more | actual"]


def test_a_clause_that_people_use_as_a_word_is_no_claim() -> None:
    assert claims("""
        When  WRB 3 advmod
        it    PRP 3 nsubj
        comes VBZ 8 advcl lemma=come
        to    IN  5 case
        costs NNS 3 obl
        ,     ,   3 punct
        Raas  NNP 8 nsubj
        cares VBZ 0 root  lemma=care
    """) == ["Raas | cares | - | actual"]


def test_a_clause_behind_a_copula_is_no_target_but_a_claim() -> None:
    assert claims("""
        What    WP  7 nsubj:outer
        worries VBZ 1 acl:relcl lemma=worry
        us      PRP 2 obj
        is      VBZ 7 cop lemma=be
        that    IN  7 mark
        rivers  NNS 7 nsubj
        flood   VBP 0 root lemma=flood
        towns   NNS 7 obj
    """) == ["What worries us | is | - | actual", "rivers | flood | towns | actual"]


def test_a_noun_has_the_place_behind_it_for_its_own() -> None:
    assert claims("""
        Lunn  NNP 4 nsubj
        is    VBZ 4 cop lemma=be
        a     DT  4 det
        town  NN  0 root
        north RB  4 advmod
        of    IN  7 case
        Oslo  NNP 5 obl
    """) == ["Lunn | is | a town north of Oslo | actual"]


def test_a_whole_clause_behind_the_one_who_is_told_is_what_is_told() -> None:
    assert "Parties | want | peace | actual" in claims("""
        Raas    NNP 2 nsubj
        told    VBD 0 root lemma=tell
        envoys  NNS 2 iobj
        Parties NNS 5 nsubj
        want    VBP 3 acl:relcl lemma=want
        peace   NN  5 obj
    """)


def test_it_is_what_is_likely_to_be_done() -> None:
    assert claims("""
        It      PRP 3 expl
        was     VBD 3 cop lemma=be
        likely  JJ  0 root
        to      TO  6 mark
        be      VB  6 aux:pass lemma=be
        opposed VBN 3 xcomp lemma=oppose
    """) == ["- | was likely to be opposed | It | possible"]


def test_eighty_percent_of_which_are_the_antecedents() -> None:
    assert claims("""
        Oslo     NNP 2 nsubj
        saved    VBD 0 root lemma=save
        the      DT  4 det
        city     NN  2 obj
        ,        ,   7 punct
        80       CD  7 nummod
        percent  NN  2 obl:unmarked
        of       IN  9 case
        which    WDT 7 nmod
        burned   VBD 7 acl:relcl lemma=burn
    """) == ["Oslo | saved | the city | actual", "the city | burned | - | actual"]


def test_a_day_before_something_is_done_claims_that_it_is_done() -> None:
    assert "Raas | paid | fines | actual" in claims("""
        Poe    NNP 2 nsubj
        left   VBD 0 root lemma=leave
        a      DT  4 det
        day    NN  2 obl:unmarked
        before IN  7 mark
        Raas   NNP 7 nsubj
        paid   VBD 4 acl lemma=pay
        fines  NNS 7 obj
    """)


def test_a_subject_ends_before_its_verb() -> None:
    assert claims("""
        Lunn     NNP 3 nsubj
        just     RB  3 advmod
        returned VBD 0 root lemma=return
        from     IN  5 case
        Chad     NNP 1 nmod
    """) == ["Lunn | returned | - | actual"]


def test_who_declines_to_be_drawn_declines() -> None:
    assert claims("""
        Roe      NNP 2 nsubj
        declined VBD 0 root lemma=decline
        to       TO  5 mark
        be       VB  5 aux:pass
        drawn    VBN 2 xcomp lemma=draw
        .        .   2 punct
    """) == ["Roe | declined to be drawn | - | actual"]
    assert claims("""
        Roe      NNP 2 nsubj
        appeared VBD 0 root lemma=appear
        to       TO  5 mark
        be       VB  5 aux:pass
        drawn    VBN 2 xcomp lemma=draw
        .        .   2 punct
    """) == ["- | appeared to be drawn | Roe | possible"]


def test_what_one_has_until_june_to_do_need_not_be_done() -> None:
    assert claims("""
        Roe   NNP 2 nsubj
        has   VBZ 0 root lemma=have
        until IN  4 case
        June  NNP 2 obl
        to    TO  6 mark
        reply VB  2 xcomp lemma=reply
        .     .   2 punct
    """) == ["Roe | has | - | actual"]
