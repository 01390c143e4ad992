"""Who says so, on Docs built by hand."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from newsclaims.annotate.cues import cues
from newsclaims.annotate.marks import Line, Marks, Timex
from newsclaims.annotate.quotes import quotes
from newsclaims.extract.attribution import attribution_of, attributions
from newsclaims.extract.attribution.stances import stances
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.reader import clauses
from tests.docs import build


def found(table: str, times: tuple[Timex, ...] = ()) -> tuple[Doc, tuple[Attribution, ...]]:
    doc = build(table)
    marks = Marks(quotes=quotes(doc), cues=cues(doc), times=times)
    return doc, attributions(doc, clauses(doc), marks)


def shown(doc: Doc, one: Attribution) -> tuple[str | None, str | None, list[str]]:
    """Source, cue and contents as words."""
    source = doc[one.source.start : one.source.end].text if one.source else None
    cue = doc[one.cue[0] : one.cue[1]].text if one.cue else None
    return source, cue, [doc[start:end].text for start, end in one.contents]


AFTER = """
    Shea   NNP 2 nsubj ent=PERSON
    said   VBD 0 root lemma=say
    the    DT 4 det
    pact   NN 5 nsubj
    helps  VBZ 2 ccomp lemma=help
    Oslo   NNP 5 obj ent=GPE
    .      . 2 punct
"""
BEFORE = """
    The    DT 2 det
    pact   NN 3 nsubj
    helps  VBZ 7 ccomp lemma=help
    Oslo   NNP 3 obj ent=GPE
    ,      , 7 punct
    Shea   NNP 7 nsubj ent=PERSON
    said   VBD 0 root lemma=say
    .      . 7 punct
"""
INSIDE = """
    The    DT 2 det
    pact   NN 7 nsubj
    ,      , 5 punct
    she    PRP 5 nsubj
    said   VBD 7 parataxis lemma=say
    ,      , 5 punct
    helps  VBZ 0 root lemma=help
    Oslo   NNP 7 obj ent=GPE
    .      . 7 punct
"""
QUOTED = """
    “      `` 2 punct
    We     PRP 3 nsubj
    won    VBD 6 ccomp lemma=win
    ,      , 6 punct
    ”      '' 6 punct
    said   VBD 0 root lemma=say
    Shea   NNP 6 nsubj ent=PERSON
    .      . 6 punct

    “      `` 4 punct
    It     PRP 4 nsubj
    was    VBD 4 cop lemma=be
    close  JJ 0 root
    .      . 4 punct
    ”      '' 4 punct
"""
ACCORDING = """
    The        DT 2 det
    port       NN 4 nsubj:pass
    was        VBD 4 aux:pass lemma=be
    closed     VBN 0 root lemma=close
    ,          , 8 punct
    according  VBG 8 case lemma=accord
    to         IN 6 fixed
    Reuters    NNP 4 obl ent=ORG
    .          . 4 punct
"""
NOUN = """
    Shea           NNP 3 nmod:poss ent=PERSON
    's             POS 1 case
    announcement   NN 9 nsubj
    that           IN 7 mark
    the            DT 6 det
    case           NN 7 nsubj
    closed         VBD 3 acl lemma=close
    was            VBD 9 cop lemma=be
    late           JJ 0 root
    .              . 9 punct
"""
ADJECTIVE = """
    Shea        NNP 3 nsubj ent=PERSON
    is          VBZ 3 cop lemma=be
    concerned   JJ 0 root
    that        IN 7 mark
    the         DT 6 det
    dam         NN 7 nsubj
    broke       VBD 3 ccomp lemma=break
    .           . 3 punct
"""
PASSIVE = """
    It          PRP 3 expl
    was         VBD 3 aux:pass lemma=be
    asserted    VBN 0 root lemma=assert
    by          IN 6 case
    the         DT 6 det
    Crown       NNP 3 obl:agent ent=ORG
    that        IN 9 mark
    he          PRP 9 nsubj
    knew        VBD 3 ccomp lemma=know
    .           . 3 punct
"""
COLON = """
    Shea   NNP 3 nsubj ent=PERSON
    was    VBD 3 cop lemma=be
    blunt  JJ 0 root
    :      : 3 punct
    “      `` 7 punct
    It     PRP 7 nsubj
    failed VBD 3 parataxis lemma=fail
    .      . 7 punct
    ”      '' 7 punct
"""
SIGNED = """
    “      `` 3 punct
    We     PRP 3 nsubj
    won    VBD 0 root lemma=win
    .      . 3 punct
    ”      '' 3 punct
    –      , 7 punct
    Shea   NNP 3 parataxis ent=PERSON
"""


@pytest.mark.parametrize(
    ("table", "source", "cue", "contents", "quote"),
    [
        (AFTER, "Shea", "said", ["the pact helps Oslo"], "indirect"),
        (BEFORE, "Shea", "said", ["The pact helps Oslo"], "indirect"),
        (INSIDE, "she", "said", ["The pact", "helps Oslo"], "indirect"),
        (QUOTED, "Shea", "said", ["“ We won, ”", "“ It was close. ”"], "direct"),
        (ACCORDING, "Reuters", "according to", ["The port was closed"], "indirect"),
        (NOUN, "Shea", "announcement", ["that the case closed"], "indirect"),
        (ADJECTIVE, "Shea", "concerned", ["that the dam broke"], "indirect"),
        (PASSIVE, "the Crown", "asserted", ["that he knew"], "indirect"),
        (COLON, "Shea", ":", ["“ It failed. ”"], "direct"),
        (SIGNED, "Shea", "–", ["“ We won. ”"], "direct"),
    ],
)
def test_source_cue_and_content(table: str, source: str, cue: str, contents: list[str], quote: str) -> None:
    doc, (one,) = found(table)
    got = shown(doc, one)
    assert (got[0], got[1]) == (source, cue)
    assert [text.replace(" ", "") for text in got[2]] == [text.replace(" ", "") for text in contents]
    assert one.quote == quote


LABEL = """
    Police   NNS 5 nsubj
    :        : 5 punct
    suspect  NN 5 nsubj
    was      VBD 5 cop lemma=be
    armed    JJ 0 root
"""
SIGNED_HEADLINE = """
    Port     NN 3 nsubj
    to       TO 3 mark
    close    VB 0 root lemma=close
    –        , 5 punct
    Reuters  NNP 3 parataxis ent=ORG
"""
NOBODY = """
    Update   NN 5 nsubj
    :        : 5 punct
    suspect  NN 5 nsubj
    was      VBD 5 cop lemma=be
    armed    JJ 0 root
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (LABEL, [("Police", ":", ["suspect was armed"])]),
        (SIGNED_HEADLINE, [("Reuters", "–", ["Port to close"])]),
        (NOBODY, []),
    ],
)
def test_a_headline_that_names_its_source(table: str, expected: list[tuple[str, str, list[str]]]) -> None:
    doc = build(table)
    marks = Marks(lines=(Line(0, len(doc), "headline"),), cues=cues(doc))
    assert [shown(doc, one) for one in attributions(doc, clauses(doc), marks)] == expected


def test_the_cue_is_its_clause_s_head() -> None:
    doc, (one,) = found(AFTER)
    assert one.cue_head is not None
    assert doc[one.cue_head].text == "said"


def test_a_quotation_standing_alone_keeps_the_speaker() -> None:
    doc, said = found(
        AFTER
        + """
    “      `` 3 punct
    It     PRP 3 nsubj
    failed VBD 0 root lemma=fail
    .      . 3 punct
    ”      '' 3 punct
"""
    )
    assert [shown(doc, one)[:2] for one in said] == [("Shea", "said"), ("Shea", None)]
    assert said[1].quote == "direct"


def test_a_quotation_standing_alone_goes_to_the_person_of_the_sentence_before() -> None:
    doc, (one,) = found(
        """
    Shea   NNP 2 nsubj ent=PERSON
    left   VBD 0 root lemma=leave
    .      . 2 punct

    “      `` 3 punct
    It     PRP 3 nsubj
    failed VBD 0 root lemma=fail
    .      . 3 punct
    ”      '' 3 punct
"""
    )
    assert shown(doc, one)[0] == "Shea"
    assert one.rule == "continued"


def test_a_nested_source_has_an_outer_one() -> None:
    doc, said = found(
        """
    Shea     NNP 2 nsubj ent=PERSON
    said     VBD 0 root lemma=say
    Kim      NNP 4 nsubj ent=PERSON
    believes VBZ 2 ccomp lemma=believe
    it       PRP 6 nsubj
    failed   VBD 4 ccomp lemma=fail
    .        . 2 punct
"""
    )
    assert [shown(doc, one)[0] for one in said] == ["Shea", "Kim"]
    assert [one.outer for one in said] == [None, 0]
    assert attribution_of(said, 5) == 1
    assert attribution_of(said, 3) == 0
    assert attribution_of(said, 1) is None


def test_i_think_in_a_quotation_is_the_speaker() -> None:
    doc, said = found(
        """
    “      `` 3 punct
    I      PRP 3 nsubj
    think  VBP 9 ccomp lemma=think
    it     PRP 5 nsubj
    failed VBD 3 ccomp lemma=fail
    ,      , 9 punct
    ”      '' 9 punct
    Shea   NNP 9 nsubj ent=PERSON
    said   VBD 0 root lemma=say
    .      . 9 punct
"""
    )
    inner = said[attribution_of(said, 4) or 0]
    assert shown(doc, inner)[0] == "Shea"
    assert inner.rule == "self"
    assert doc[inner.cue_head or 0].text == "think"


def test_the_time_of_saying_is_no_part_of_the_content() -> None:
    _, (one,) = found(
        """
    Shea    NNP 2 nsubj ent=PERSON
    said    VBD 0 root lemma=say
    on      IN 4 case
    Monday  NNP 2 obl
    that    IN 7 mark
    it      PRP 7 nsubj
    failed  VBD 2 ccomp lemma=fail
    .       . 2 punct
""",
        times=(Timex(3, 4, "DATE", ("weekday", "0"), 2),),
    )
    assert one.time is not None
    assert one.time.start == 3


def test_a_time_in_another_clause_is_not_that_of_saying() -> None:
    table = """
        Ruiz    NNP 8 nsubj
        ,       ,   4 punct
        who     WP  4 nsubj
        left    VBD 1 acl:relcl
        in      IN  6 case
        May     NNP 4 obl
        ,       ,   4 punct
        said    VBD 0 root lemma=say
        it      PRP 10 nsubj
        failed  VBD 8 ccomp
        .       .   8 punct
    """
    _, attributions = found(table, (Timex(5, 6, "DATE", ("calendar", "5"), 4),))
    assert [one.time for one in attributions] == [None]


def test_nor_is_one_of_the_sentence_before() -> None:
    table = """
        Ruiz    NNP 2 nsubj
        left    VBD 0 root lemma=leave
        Monday  NNP 2 obl:tmod
        .       .   2 punct

        She     PRP 2 nsubj
        said    VBD 0 root lemma=say
        it      PRP 4 nsubj
        failed  VBD 2 ccomp
        .       .   2 punct
    """
    _, attributions = found(table, (Timex(2, 3, "DATE", ("weekday", "0"), None),))
    assert [one.time for one in attributions] == [None]


def test_saying_that_goes_with_a_deed_is_of_its_day() -> None:
    table = """
        Ruiz    NNP 2 nsubj
        left    VBD 0 root lemma=leave
        Monday  NNP 2 obl:tmod
        ,       ,   5 punct
        saying  VBG 2 advcl lemma=say
        it      PRP 7 nsubj
        failed  VBD 5 ccomp
        .       .   2 punct
    """
    _, attributions = found(table, (Timex(2, 3, "DATE", ("weekday", "0"), None),))
    assert [one.time and one.time.start for one in attributions] == [2]


def test_a_noun_phrase_is_a_stance_and_no_attribution() -> None:
    doc = build(
        """
    Shea       NNP 2 nsubj ent=PERSON
    condemned  VBD 0 root lemma=condemn
    the        DT 4 det
    launch     NN 2 obj
    .          . 2 punct
"""
    )
    marks = Marks(quotes=quotes(doc), cues=cues(doc))
    read = clauses(doc)
    assert attributions(doc, read, marks) == ()
    (one,) = stances(doc, read, marks, ())
    assert shown(doc, one) == ("Shea", "condemned", ["the launch"])


def test_according_to_a_principle_attributes_nothing() -> None:
    assert (
        found(
            """
    He         PRP 2 nsubj
    paid       VBD 0 root lemma=pay
    them       PRP 2 obj
    according  VBG 6 case lemma=accord
    to         IN 4 fixed
    rank       NN 2 obl
    .          . 2 punct
"""
        )[1]
        == ()
    )


def test_nothing_is_said_in_nothing() -> None:
    assert attributions(build("Shea NNP 0 root"), (), Marks()) == ()


def test_a_subject_with_a_relative_clause_is_not_what_is_said() -> None:
    _, all_found = found("""
        Aalto      NNP 7 nsubj
        ,          ,   4 punct
        who        WP  4 nsubj
        won        VBD 1 acl:relcl lemma=win
        twice      RB  4 advmod
        ,          ,   1 punct
        criticised VBD 0 root lemma=criticise
        the        DT  9 det
        jury       NN  7 obj
        .          .   7 punct
    """)
    assert all_found == ()


def test_whom_a_speaker_quotes_does_not_go_on_in_the_next_paragraph() -> None:
    """A quotation over two paragraphs, the first of which ends with a quotation inside it."""
    doc, said = found("""
        Shea    NNP 2 nsubj ent=PERSON
        left    VBD 0 root lemma=leave
        .       . 2 punct
        \\n     _SP 3 dep

        “       `` 3 punct
        He      PRP 3 nsubj
        told    VBD 0 root lemma=tell
        me      PRP 3 iobj
        ,       , 3 punct
        ‘       `` 8 punct
        You     PRP 8 nsubj
        lost    VBD 3 ccomp lemma=lose
        .       . 8 punct
        ’       '' 8 punct
        \\n     _SP 10 dep

        “       `` 3 punct
        It      PRP 3 nsubj
        failed  VBD 0 root lemma=fail
        .       . 3 punct
        ”       '' 3 punct
    """)
    (whole,) = [one for one in said if one.rule == "continued"]
    assert shown(doc, whole)[0] == "Shea"
    assert len(whole.contents) == 2


def test_a_headline_without_a_verb_is_said_too() -> None:
    doc, (one,) = found("""
        Fares     NNS 7 nsubj
        unlikely  JJ  1 amod
        to        TO  4 mark
        fall      VB  2 advcl lemma=fall
        ,         ,   1 punct
        airlines  NNS 7 nsubj
        say       VBP 0 root lemma=say
        .         .   7 punct
    """)
    assert shown(doc, one) == ("airlines", "say", ["Fares unlikely to fall"])


def test_a_place_or_day_before_the_speaker_is_not_said() -> None:
    _, all_found = found("""
        After    IN  3 case
        the      DT  3 det
        concert  NN  7 obl
        ,        ,   3 punct
        the      DT  6 det
        singer   NN  7 nsubj
        spoke    VBD 0 root lemma=speak
        .        .   7 punct
    """)
    assert all_found == ()


def test_what_is_said_goes_on_behind_the_reporting_clause() -> None:
    doc, (one,) = found("""
        Sales  NNS 2 nsubj
        fell   VBD 6 ccomp lemma=fall
        ,      ,   2 punct
        the    DT  5 det
        firm   NN  6 nsubj
        said   VBD 0 root lemma=say
        ,      ,   11 punct
        and    CC  11 cc
        its    PRP$ 10 nmod:poss
        boss   NN  11 nsubj
        left   VBD 6 conj lemma=leave
        .      .   6 punct
    """)
    assert shown(doc, one) == ("the firm", "said", ["Sales fell", "and its boss left"])


def announced(table: str, kinds: tuple[str, ...]) -> list[tuple[str | None, str | None, list[str]]]:
    """What is attributed in a Doc whose lines are of these kinds."""
    doc = build(table)
    breaks = [i + 1 for i, token in enumerate(doc) if "\n" in token.text]
    edges = zip([0, *breaks], [*breaks, len(doc)], kinds, strict=True)
    marks = Marks(quotes=quotes(doc), cues=cues(doc), lines=tuple(Line(*edge) for edge in edges))  # type: ignore[arg-type]
    return [shown(doc, one) for one in attributions(doc, clauses(doc), marks)]


WROTE = """
    Roe      NNP 2 nsubj ent=PERSON
    wrote    VBD 0 root lemma=write
    :        : 2 punct
    \\n      _SP 3 dep

    The      DT 2 det
    school   NN 3 nsubj
    closed   VBD 0 root lemma=close
    .        . 3 punct
    \\n      _SP 4 dep

    Nobody   NN 2 nsubj
    spoke    VBD 0 root lemma=speak
    .        . 2 punct
"""


def test_a_colon_at_the_end_of_a_line_announces_the_next_one() -> None:
    assert announced(WROTE, ("body", "body", "body")) == [("Roe", "wrote", ["The school closed"])]


def test_it_announces_the_whole_list() -> None:
    assert announced(WROTE, ("body", "list", "list")) == [("Roe", "wrote", ["The school closed.\nNobody spoke"])]


def test_a_verb_that_says_something_already_announces_nothing() -> None:
    table = WROTE.replace(":        : 2 punct", "books    NNS 2 obj\n    :        : 2 punct").replace(
        "_SP 3 dep\n\n    The", "_SP 4 dep\n\n    The"
    )
    assert announced(table, ("body", "body", "body")) == []


def test_a_view_may_have_its_owner_before_it() -> None:
    doc, (one,) = found("""
        In      IN 3 case
        his     PRP$ 3 nmod:poss
        view    NN 7 obl
        ,       , 3 punct
        the     DT 6 det
        pact    NN 7 nsubj
        failed  VBD 0 root lemma=fail
        .       . 7 punct
    """)
    assert shown(doc, one) == ("his", "In his view", ["the pact failed"])


def test_a_view_of_something_is_none() -> None:
    _, all_found = found("""
        In      IN 3 case
        his     PRP$ 3 nmod:poss
        view    NN 7 obl
        of      IN 5 case
        Oslo    NNP 3 nmod
        ,       , 3 punct
        ships   NNS 8 nsubj
        passed  VBD 0 root lemma=pass
        .       . 8 punct
    """)
    assert all_found == ()


def test_who_is_convinced_is_the_source_of_it() -> None:
    doc, (one,) = found("""
        We         PRP 3 nsubj:pass
        are        VBP 3 aux:pass lemma=be
        convinced  VBN 0 root lemma=convince
        it         PRP 5 nsubj
        failed     VBD 3 ccomp lemma=fail
        .          . 3 punct
    """)
    assert shown(doc, one) == ("We", "convinced", ["it failed"])


def test_who_is_told_is_not() -> None:
    doc, (one,) = found("""
        We      PRP 3 nsubj:pass
        were    VBD 3 aux:pass lemma=be
        told    VBN 0 root lemma=tell
        it      PRP 5 nsubj
        failed  VBD 3 ccomp lemma=fail
        .       . 3 punct
    """)
    assert shown(doc, one) == (None, "told", ["it failed"])
