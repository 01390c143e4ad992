"""What time expressions mean on the calendar. The articles of these tests were published on Thursday, 9 January 2025."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.annotate.times import Form, times
from newsclaims.lexicon import rows
from newsclaims.resolve.bounds import bounds
from newsclaims.resolve.dates import UNKNOWN, Resolved, value
from newsclaims.resolve.holidays import day_of
from newsclaims.resolve.timeline import date_of, timeline
from tests.docs import blank, build

PUBLISHED = dt.date(2025, 1, 9)
WORDS = [
    *sorted({word for row in rows("time_words") for word in row["word"].split()}),
    *("1998", "9999", "0", "00", "31", "99:99", "1/0", "½", "²", "١٢", "'90s", "Q3", "FY9", "mid-0000", "-", ",", "'", "\n"),
]


@pytest.mark.parametrize(
    ("form", "tense", "expected"),
    [
        (Form("weekday", weekday="1"), "past", "2025-01-06"),
        (Form("weekday", weekday="1"), None, "2025-01-06"),
        (Form("weekday", weekday="1"), "future", "2025-01-13"),
        (Form("weekday", weekday="4"), "past", "2025-01-09"),
        (Form("weekday", weekday="4"), "future", "2025-01-09"),
        (Form("weekday", weekday="4", shift="-1"), "past", "2025-01-02"),
        (Form("weekday", weekday="2", shift="+1"), "future", "2025-01-14"),
        (Form("weekday", weekday="2", shift="-1", unit="W"), "past", "2024-12-31"),
        (Form("weekday", weekday="2", time="TNI"), "past", "2025-01-07TNI"),
        (Form("weekday", weekday="2", time="T10:00"), "past", "2025-01-07T10:00"),
        (Form("period", unit="D", shift="-1"), "past", "2025-01-08"),
        (Form("period", unit="W", shift="+0"), "past", "2025-W02"),
        (Form("period", unit="W", shift="-2"), "past", "2024-W52"),
        (Form("period", unit="M", shift="-1"), "past", "2024-12"),
        (Form("period", unit="Y", shift="-3"), "past", "2022"),
        (Form("period", unit="Q", shift="-1"), "past", "2024-Q4"),
        (Form("period", unit="DE", shift="-1"), "past", "201"),
        (Form("period", unit="CE", shift="+0"), "past", "20"),
        (Form("period", unit="WE"), "past", "2025-W01-WE"),
        (Form("period", unit="WE"), "future", "2025-W02-WE"),
        (Form("period", unit="D", shift="-X"), "past", "PAST_REF"),
        (Form("calendar", month="10"), "past", "2024-10"),
        (Form("calendar", month="01"), "past", "2025-01"),
        (Form("calendar", month="10"), "future", "2025-10"),
        (Form("calendar", month="10", shift="-1"), "past", "2024-10"),
        (Form("calendar", month="10", year="-1"), "past", "2024-10"),
        (Form("calendar", month="02"), "past", "2024-02"),
        (Form("calendar", month="02"), "present", "2025-02"),
        (Form("calendar", unit="Q1"), "past", "2025-Q1"),
        (Form("calendar", month="04"), "past", "2024-04"),
        (Form("calendar", unit="WI", shift="+0"), "past", "2024-WI"),
        (Form("calendar", unit="WI", shift="-1"), "past", "2023-WI"),
        (Form("calendar", unit="WI", shift="+1"), "future", "2025-WI"),
        (Form("calendar", month="02", day="10"), None, "2025-02-10"),
        (Form("calendar", month="01", day="14"), "past", "2025-01-14"),
        (Form("calendar", month="12", day="30"), "past", "2024-12-30"),
        (Form("calendar", month="12", day="16", until="19"), "past", "2024-12-16/2024-12-19"),
        (Form("calendar", unit="SU", shift="-1"), "past", "2024-SU"),
        (Form("calendar", unit="Q3"), "past", "2024-Q3"),
        (Form("calendar", year="2024", unit="FY"), None, "FY2024"),
        (Form("calendar", year="1914", until="1918"), None, "1914/1918"),
        (Form("calendar", month="03", day="06", unit="W", year="2024"), None, "2024-W10"),
        (Form("holiday", value="12-25"), "past", "2024-12-25"),
        (Form("holiday", value="easter+0"), "future", "2025-04-20"),
        (Form("clock", time="T10:00"), "past", "2025-01-09T10:00"),
        (Form("ref", value="PRESENT_REF"), "present", "PRESENT_REF"),
        (Form("duration", value="P3D"), "past", "P3D"),
        (Form("set", value="P1W"), "past", "P1W"),
    ],
)
def test_the_value_follows_publication_and_tense(form: Form, tense: str | None, expected: str) -> None:
    assert value(form, PUBLISHED, tense).value == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "form",
    [
        Form("weekday", weekday="1"),
        Form("period", unit="D", shift="-1"),
        Form("period", unit="Y", shift="-3"),
        Form("calendar", month="10"),
        Form("calendar", month="01", day="09"),
        Form("calendar", month="10", year="-1"),
        Form("holiday", value="12-25"),
        Form("clock", time="T10:00"),
    ],
)
def test_with_no_publication_date_nothing_relative_has_a_value(form: Form) -> None:
    assert value(form, None, "past") == UNKNOWN


def test_what_is_absolute_needs_no_publication_date() -> None:
    assert value(Form("calendar", "2023", "09"), None) == Resolved("2023-09", "2023-09-01", "2023-09-30")
    assert value(Form("calendar", "199", unit="DE"), None) == Resolved("199", "1990-01-01", "1999-12-31")


def test_a_day_that_the_calendar_lacks_has_no_value() -> None:
    assert value(Form("calendar", "2025", "02", "30"), PUBLISHED) == UNKNOWN
    assert value(Form("period", unit="Y", shift="-9000"), PUBLISHED) == UNKNOWN


def test_modifiers_narrow_the_bounds_and_leave_the_value() -> None:
    assert value(Form("calendar", "2024", "09", part="start"), None) == Resolved("2024-09", "2024-09-01", "2024-09-10")
    earlier = value(Form("period", unit="M", shift="+0", part="earlier"), PUBLISHED)
    assert earlier == Resolved("2025-01", "2025-01-01", "2025-01-09")
    later = value(Form("period", unit="M", shift="+0", part="later"), PUBLISHED)
    assert later == Resolved("2025-01", "2025-01-09", "2025-01-31")


def test_a_stretch_that_ends_with_publication_has_days() -> None:
    form = Form("duration", value="P3Y", unit="Y", shift="-3")
    assert value(form, PUBLISHED) == Resolved("P3Y", "2022-01-09", "2025-01-09")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W01", "2024-12-30", "2025-01-05"),
        ("2025-W01-WE", "2025-01-04", "2025-01-05"),
        ("2024-WI", "2024-12-01", "2025-02-28"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2003-07/2004-12", "2003-07-01", "2004-12-31"),
    ],
)
def test_bounds_of_values(text: str, first: str, last: str) -> None:
    found = bounds(text)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["PAST_REF", "P3D", "FY2024", "2024-13", "2024-W60", "XXXX-WXX-5", "", "2024-Q", "9999999"])
def test_no_bounds_where_no_days_are_named(text: str) -> None:
    assert bounds(text) is None


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 2024, "2024-03-31"),
        ("easter+0", 2000, "2000-04-23"),
        ("easter-2", 1998, "1998-04-10"),
        ("thu4-11", 1999, "1999-11-25"),
        ("thu4-11+1", 1999, "1999-11-26"),
        ("lastmon-05", 2021, "2021-05-31"),
        ("lastmon-05", 2022, "2022-05-30"),
        ("mon1-09", 2024, "2024-09-02"),
        ("election", 2016, "2016-11-08"),
        ("12-25", 2025, "2025-12-25"),
    ],
)
def test_holidays(rule: str, year: int, day: str) -> None:
    assert day_of(rule, year).isoformat() == day


def values(text: str, published: dt.date | None = PUBLISHED) -> list[str | None]:
    doc = blank()(text)
    return [resolved.value for resolved in timeline(doc, times(doc), published).values()]


def test_what_counts_from_the_text_counts_from_the_day_last_mentioned() -> None:
    assert values("Talks opened on 3 May 2019 and failed the next day.") == ["2019-05-03", "2019-05-04"]
    assert values("He was freed in 2016 and died later that year.") == ["2016", "2016"]
    assert values("She rose at noon on 3 May 2019. Two weeks later she fell.")[1] == "2019-W20"


def test_without_a_mention_the_text_counts_from_publication() -> None:
    assert values("Later in the day, she flew home.") == ["2025-01-09"]
    assert values("Later in the day, she flew home.", None) == [None]


def test_tense_reaches_the_value_from_the_doc() -> None:
    doc = build("""
        The    DT 2 det
        envoy  NN 4 nsubj
        will   MD 4 aux
        land   VB 0 root
        on     IN 6 case
        Monday NNP 4 obl
        .      . 4 punct
    """)
    assert [read.value for read in timeline(doc, times(doc), PUBLISHED).values()] == ["2025-01-13"]


def test_a_claims_date_bears_its_preposition_and_drops_the_part_of_the_day() -> None:
    doc = blank()("The port has been shut since Tuesday night.")
    [timex] = times(doc)
    date = date_of(doc, timex, timeline(doc, [timex], PUBLISHED))
    assert (date.text, date.value, date.type, date.earliest) == ("since Tuesday night", "2025-01-07", "DATE", "2025-01-07")


def test_a_claims_date_keeps_the_hour() -> None:
    doc = blank()("The port was shut at 10 a.m. on Tuesday.")
    [timex] = times(doc)
    assert date_of(doc, timex, timeline(doc, [timex], PUBLISHED)).value == "2025-01-07T10:00"


def test_a_vague_stretch_is_a_vague_date_of_a_claim() -> None:
    doc = blank()("Fires have spread in recent weeks.")
    [timex] = times(doc)
    date = date_of(doc, timex, timeline(doc, [timex], PUBLISHED))
    assert (date.text, date.value, date.type) == ("in recent weeks", "PAST_REF", "DATE")


def test_the_same_text_twice_is_two_expressions() -> None:
    assert values("On Monday it rained. On Monday it snowed.") == ["2025-01-06", "2025-01-06"]


@pytest.mark.parametrize(
    ("text", "words", "value_"),
    [
        ("It ran between July 2003 and December 2004.", "between July 2003 and December 2004", "2003-07/2004-12"),
        ("He served from 1990 to 1994.", "from 1990 to 1994", "1990/1994"),
        ("It fell from May 2020 on.", "from May 2020", "2020-05"),
        ("It ran between March and July 2003.", "between March and July 2003", "2003-03/2003-07"),
        ("It ran from December to January 2004.", "from December to January 2004", "2003-12/2004-01"),
        ("It ran from 2 March to 5 May 2004.", "from 2 March to 5 May 2004", "2004-03-02/2004-05-05"),
    ],
)
def test_a_stretch_between_two_dates_is_one_date_of_a_claim(text: str, words: str, value_: str) -> None:
    doc = blank()(text)
    found = times(doc)
    date = date_of(doc, found[0], timeline(doc, found, PUBLISHED))
    assert (date.text, date.value) == (words, value_)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from(WORDS).flatmap(lambda word: st.sampled_from([word, word.title()])), max_size=25),
    st.sampled_from([None, PUBLISHED, dt.date.min, dt.date.max]),
)
def test_no_sequence_of_words_of_time_breaks_anything(words: list[str], published: dt.date | None) -> None:
    doc = blank()(" ".join(words))
    found = times(doc)
    assert all(one.end <= other.start for one, other in pairwise(found))
    resolved = timeline(doc, found, published)
    for timex in found:
        date = date_of(doc, timex, resolved)
        assert date.earliest is None or date.latest is None or date.earliest <= date.latest


def dated(article: str, published: dt.date | None = PUBLISHED) -> list[str | None]:
    doc = blank()(article)
    return [resolved.value for resolved in timeline(doc, times(doc), published).values()]


def test_dates_of_a_chronicles_entry_follow_what_heads_it() -> None:
    assert dated("Spring 2022: Work begins. In May it stops.\nIn May it began.") == ["2022-SP", "2022-05", "2024-05"]
    assert dated("June 2020 to March 2021: Talks drag on. He resigns on 3 March.") == ["2020-06", "2021-03", "2021-03-03"]


def test_then_is_what_was_mentioned_last() -> None:
    assert dated("The report is due on 17 January 2026. By then he will have retired.") == ["2026-01-17"] * 2
    assert dated("She left.\nBy then the crew had fled.") == ["PAST_REF"]


def test_a_stretch_of_hours_has_the_day_that_stands_behind_it() -> None:
    assert dated("It shut from 3 a.m. until 11 a.m. on Tuesday.") == ["2025-01-07T03:00", "2025-01-07T11:00"]


def test_the_end_of_the_decade_is_that_of_the_one_told_of() -> None:
    assert dated("It closed in 2001. By the end of the decade it had reopened.") == ["2001", "200"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Form("calendar", "2024", "08", value="P8M"), "2024-01/2024-08"),
        (Form("calendar", month="06", value="P3M"), "2024-Q2"),
        (Form("calendar", month="11", value="P12M"), "2023-12/2024-11"),
        (Form("calendar", month="12", value="P2M"), "2024-11/2024-12"),
    ],
)
def test_stretches_of_months(form: Form, expected: str) -> None:
    assert value(form, PUBLISHED, "past").value == expected


@pytest.mark.parametrize(
    ("unit", "expected"), [("D", "2022-01-09"), ("W", "2022-W01"), ("M", "2022-01"), ("WE", "2022-W01-WE")]
)
def test_years_to_the_day(unit: str, expected: str) -> None:
    assert value(Form("period", unit=unit, shift="+0", value="-3"), PUBLISHED, "past").value == expected
