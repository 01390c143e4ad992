"""Which time expression dates a claim, and which dates something else."""

from __future__ import annotations

from newsclaims.annotate.marks import Line, Marks, Timex
from newsclaims.annotate.times import Form
from newsclaims.extract.candidates import candidates
from newsclaims.extract.reader import clauses
from tests.docs import build, text

DATED = """
    On IN 2 case
    Monday NNP 5 obl
    , , 2 punct
    Oslo NNP 5 nsubj
    paid VBD 0 root lemma=pay
    and CC 7 cc
    left VBD 5 conj lemma=leave
    """


def times(table: str, *timexes: Timex) -> list[str | None]:
    doc = build(table)
    found = candidates(doc, clauses(doc), (), Marks(times=timexes))
    return [c.time and text(doc, (c.time.start, c.time.end)) for c in found]


def test_a_fronted_date_is_shared_by_coordinated_verbs() -> None:
    assert times(DATED, Timex(1, 2, "DATE", ("weekday",), 0)) == ["Monday", "Monday"]


def test_a_duration_is_no_date() -> None:
    assert times(DATED, Timex(1, 2, "DURATION", ("day",), 0)) == [None, None]


def test_a_date_inside_a_noun_phrase_dates_another_event() -> None:
    table = """
        Oslo NNP 2 nsubj
        condemned VBD 0 root lemma=condemn
        Monday NNP 5 nmod:poss
        's POS 3 case
        raid NN 2 obj
        """
    assert times(table, Timex(2, 3, "DATE", ("weekday",))) == [None]


def test_an_adverb_between_subject_and_verb_is_not_shared() -> None:
    table = """
        Oslo NNP 3 nsubj
        now RB 3 advmod
        pays VBZ 0 root lemma=pay
        and CC 6 cc
        Rome NNP 6 nsubj
        waits VBZ 3 conj lemma=wait
        """
    assert times(table, Timex(1, 2, "DATE", ("ref",))) == ["now", None]


def test_an_open_stretch_is_a_vague_date() -> None:
    table = """
        Fires NNS 2 nsubj
        spread VBD 0 root lemma=spread
        in IN 5 case
        recent JJ 5 amod
        weeks NNS 2 obl
        """
    assert times(table, Timex(3, 5, "DURATION", Form("duration", shift="-X"), 2)) == ["recent weeks"]


def test_a_near_time_that_closes_a_phrase_dates_the_clause_a_year_does_not() -> None:
    table = """
        Oslo NNP 2 nsubj
        gave VBD 0 root lemma=give
        an DT 4 det
        interview NN 2 obj
        on IN 6 case
        Monday NNP 4 nmod
        """
    assert times(table, Timex(5, 6, "DATE", Form("weekday", weekday="1"), 4)) == ["Monday"]
    assert times(table, Timex(5, 6, "DATE", Form("calendar", year="1990"), 4)) == [None]


def test_a_time_before_the_conjunction_is_the_cues() -> None:
    table = """
        Shea NNP 2 nsubj
        said VBD 0 root lemma=say
        Monday NNP 6 obl
        that IN 6 mark
        Chad NNP 6 nsubj
        left VBD 2 ccomp lemma=leave
        """
    assert times(table, Timex(2, 3, "DATE", Form("weekday", weekday="1")))[-1] is None


def test_a_date_goes_before_a_vague_past() -> None:
    table = """
        Recently RB 4 advmod
        Oslo NNP 4 nsubj
        has VBZ 4 aux
        paid VBN 0 root lemma=pay
        in IN 6 case
        April NNP 4 obl
        """
    recently = Timex(0, 1, "DATE", Form("ref", value="PAST_REF"))
    assert times(table, recently, Timex(5, 6, "DATE", Form("calendar", month="04"), 4)) == ["April"]
    assert times(table, recently) == ["Recently"]


def test_a_date_goes_before_the_longer_stretch_right_before_it() -> None:
    table = """
        A DT 3 det
        year NN 3 obl
        ago RB 8 advmod
        , , 6 punct
        on IN 6 case
        Monday NNP 8 obl
        Oslo NNP 8 nsubj
        paid VBD 0 root lemma=pay
        """
    year = Timex(0, 3, "DATE", Form("period", unit="Y", shift="-1"))
    assert times(table, year, Timex(5, 6, "DATE", Form("weekday", weekday="1"), 4)) == ["Monday"]


def test_what_heads_a_line_dates_its_first_clause_however_it_hangs() -> None:
    table = """
        2021 CD 0 root
        : : 4 punct
        Oslo NNP 4 nsubj
        pays VBZ 1 parataxis lemma=pay
        . . 1 punct
        """
    doc = build(table)
    timex = Timex(0, 1, "DATE", Form("calendar", year="2021"))
    (found,) = candidates(doc, clauses(doc), (), Marks(lines=(Line(0, 5, "body"),), times=(timex,)))
    assert found.time == timex


BEFORE_THE_VERB = """
    A DT 2 det
    bomb NN {bomb} nsubj
    in IN 4 case
    Diyala NNP 2 nmod
    {word} {tag} 2 {label}
    Sunday NNP {head} nmod
    hit VBD 0 root lemma=hit
    Oslo NNP 7 obj
    """


def test_a_bare_day_right_before_the_verb_dates_it_and_no_participle_before_it_takes_part() -> None:
    day = Timex(5, 6, "DATE", Form("weekday", weekday="7"))
    province = BEFORE_THE_VERB.format(bomb=7, word="province", tag="NN", label="nmod", head=5)
    hidden = BEFORE_THE_VERB.format(bomb=7, word="hidden", tag="VBN", label="acl", head=5)
    assert times(province, day) == ["Sunday"]
    assert times(hidden, day) == [None]


SOLD = """
    Oslo NNP {verb} nsubj
    {helper}ordered {tag} 0 root lemma=order
    an DT {noun} det
    inquiry NN {verb} obj
    into IN {sale} case
    sales NNS {noun} nmod
    on IN {day} case
    Monday NNP {sale} nmod
    """


def test_no_day_that_is_over_dates_a_perfect() -> None:
    past = SOLD.format(helper="", tag="VBD", verb=2, noun=4, sale=6, day=8)
    perfect = SOLD.format(helper="has VBZ 3 aux\n    ", tag="VBN", verb=3, noun=5, sale=7, day=9)
    monday = Form("weekday", weekday="1")
    assert times(past, Timex(7, 8, "DATE", monday, 6)) == ["Monday"]
    assert times(perfect, Timex(8, 9, "DATE", monday, 7)) == [None]


def test_a_time_right_behind_the_verb_of_saying_is_when_it_was_said() -> None:
    table = """
        Ondal NNP 2 nsubj
        said VBD 0 root lemma=say
        Tuesday NNP 6 obl:tmod
        it PRP 6 nsubj
        would MD 6 aux
        close VB 2 ccomp lemma=close
        it PRP 6 obj
        """
    assert times(table, Timex(2, 3, "DATE", ("weekday",)))[-1] is None


def test_what_is_past_behind_a_present_is_a_nouns() -> None:
    table = """
        He PRP 2 nsubj
        denies VBZ 0 root lemma=deny
        thefts NNS 2 obj
        last JJ 5 amod
        year NN 2 obl:tmod
        """
    past = Timex(3, 5, "DATE", Form("period", unit="Y", shift="-1"))
    assert times(table, past) == [None]
    assert times(table.replace("denies VBZ", "denied VBD"), past) == ["last year"]


def test_a_date_of_the_past_is_not_shared_by_what_is_so_now() -> None:
    table = """
        On IN 2 case
        Monday NNP 5 obl
        , , 2 punct
        it PRP 5 nsubj
        burned VBD 0 root lemma=burn
        and CC 9 cc
        it PRP 9 nsubj
        is VBZ 9 aux:pass
        closed VBN 5 conj lemma=close
        """
    assert times(table, Timex(1, 2, "DATE", ("weekday",), 0)) == ["Monday", None]


def test_what_something_is_for_is_no_date_unless_it_is_planned() -> None:
    table = """
        It PRP 2 nsubj
        raised VBD 0 root lemma=raise
        forecasts NNS 2 obj
        for IN 5 case
        2026 CD 2 obl
        """
    year = Timex(4, 5, "DATE", Form("calendar", year="2026"), 3)
    assert times(table, year) == [None]
    assert times(table.replace("raised VBD 0 root lemma=raise", "planned VBD 0 root lemma=plan"), year) == ["2026"]


def test_a_time_before_the_subject_dates_the_clause_whatever_it_hangs_on() -> None:
    table = """
        On IN 2 case
        Monday NNP 5 obl
        he PRP 7 nsubj
        was VBD 7 cop
        back RB 7 advmod
        in IN 7 case
        court NN 0 root
        """
    assert times(table, Timex(1, 2, "DATE", ("weekday",), 0)) == ["Monday"]


def test_a_bare_day_right_behind_the_verb_is_its_own() -> None:
    table = """
        Police NNS 2 nsubj
        said VBD 0 root lemma=say
        he PRP 5 nsubj:pass
        was VBD 5 aux:pass
        freed VBN 2 ccomp lemma=free
        Sunday NNP 2 obl:tmod
        """
    assert times(table, Timex(5, 6, "DATE", ("weekday",)))[-1] == "Sunday"
    possessed = table.replace("2 obl:tmod", "8 nmod:poss") + "        's POS 6 case\n        raid NN 5 obl\n"
    assert times(possessed, Timex(5, 6, "DATE", ("weekday",)))[-1] is None
