"""Time expressions: their extent, their type, what they mean before any calendar, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.docs import blank, build

from newsclaims.annotate.times import Form, tense, times
from newsclaims.lexicon import rows


def found(text: str) -> list[tuple[str, str, Form]]:
    doc = blank()(text)
    return [(doc[timex.start : timex.end].text, timex.type, Form(*timex.form)) for timex in times(doc)]


def texts(text: str) -> list[str]:
    return [expression for expression, _, _ in found(text)]


@pytest.mark.parametrize(
    ("sentence", "expression", "form"),
    [
        ("The pact was signed on 9 January 2025.", "9 January 2025", Form("calendar", "2025", "01", "09")),
        ("The pact was signed on January 9th, 2025.", "January 9th, 2025", Form("calendar", "2025", "01", "09")),
        ("The pact was signed on 2025-01-09.", "2025-01-09", Form("calendar", "2025", "01", "09")),
        ("It opened Thursday, April 6.", "Thursday, April 6", Form("calendar", month="04", day="06", weekday="4")),
        ("It opened on the 6th of April.", "the 6th of April", Form("calendar", month="04", day="06")),
        ("The fair runs September 16-19.", "September 16-19", Form("calendar", month="09", day="16", until="19")),
        ("Sales fell in March 2020.", "March 2020", Form("calendar", "2020", "03")),
        ("Sales fell in October last year.", "October last year", Form("calendar", "-1", "10")),
        ("The dam burst in 1998.", "1998", Form("calendar", "1998")),
        ("The ban ends in the year 2040.", "the year 2040", Form("calendar", "2040")),
        ("The war of 1914-1918 ruined it.", "1914-1918", Form("calendar", "1914", until="1918")),
        ("It closed in the early 1990s.", "the early 1990s", Form("calendar", "199", unit="DE", part="start")),
        ("It closed in the mid-1990s.", "the mid-1990s", Form("calendar", "199", unit="DE", part="mid")),
        ("It closed in the '80s.", "the '80s", Form("calendar", "198", unit="DE")),
        ("A church of the 12th century burned.", "the 12th century", Form("calendar", "11", unit="CE")),
        ("Profits rose in the third quarter of 2024.", "the third quarter of 2024", Form("calendar", "2024", unit="Q3")),
        ("Profits rose in Q3.", "Q3", Form("calendar", unit="Q3")),
        ("The budget for fiscal 2026 passed.", "fiscal 2026", Form("calendar", "2026", unit="FY")),
        ("Fires raged in the summer of 2018.", "the summer of 2018", Form("calendar", "2018", unit="SU")),
        ("Fires raged last summer.", "last summer", Form("calendar", unit="SU", shift="-1")),
        ("She left last Friday.", "last Friday", Form("weekday", weekday="5", shift="-1")),
        ("She left late on Monday.", "late on Monday", Form("weekday", weekday="1", part="end")),
        ("She left on Tuesday night.", "Tuesday night", Form("weekday", weekday="2", time="TNI")),
        ("She left earlier this week.", "earlier this week", Form("period", unit="W", shift="+0", part="earlier")),
        ("She left at the end of the year.", "the end of the year", Form("period", unit="Y", shift="+0", part="end")),
        ("She left three years ago.", "three years ago", Form("period", unit="Y", shift="-3")),
        ("She left a few days ago.", "a few days ago", Form("period", unit="D", shift="-X")),
        ("She died two weeks later.", "two weeks later", Form("period", unit="W", shift="+2", anchor="text")),
        ("She died the next day.", "the next day", Form("period", unit="D", shift="+1", anchor="text")),
        ("She died the day before yesterday.", "the day before yesterday", Form("period", unit="D", shift="-2")),
        ("It votes in two years' time.", "two years' time", Form("period", unit="Y", shift="+2")),
        ("Polls close at 8 p.m. EST on Tuesday.", "8 p.m. EST on Tuesday", Form("weekday", weekday="2", time="T20:00")),
        ("It struck at 1430 GMT.", "1430 GMT", Form("clock", time="T14:30")),
        ("The guns fell silent at midnight.", "midnight", Form("clock", time="T24:00")),
        ("It was shut on Christmas Day.", "Christmas Day", Form("holiday", value="12-25")),
        (
            "Exports fell in the first eight months of 2024.",
            "the first eight months of 2024",
            Form("calendar", "2024", "08", value="P8M"),
        ),
        ("Exports fell in the first half of this year.", "the first half of this year", Form("calendar", "+0", unit="H1")),
        (
            "Exports fell in the first three months of 2024.",
            "the first three months of 2024",
            Form("calendar", "2024", unit="Q1"),
        ),
        (
            "Profits fell in the year ended June 30, 2024.",
            "the year ended June 30, 2024",
            Form("calendar", "2024", "06", value="P12M"),
        ),
        ("Profits fell in the three months to June.", "the three months to June", Form("calendar", month="06", value="P3M")),
        ("It rained in the first week of March.", "the first week of March", Form("calendar", month="03", part="start")),
        (
            "It rained in the second half of May 2023.",
            "the second half of May 2023",
            Form("calendar", "2023", "05", part="mid"),
        ),
        (
            "It rained on the night of 12-13 May.",
            "the night of 12-13 May",
            Form("calendar", month="05", day="12", until="13"),
        ),
        ("It burned three years ago today.", "three years ago today", Form("period", unit="D", shift="+0", value="-3")),
        ("By then the crew had fled.", "then", Form("then", anchor="text")),
        ("He has recently resigned.", "recently", Form("ref", value="PAST_REF")),
        ("The port is now shut.", "now", Form("ref", value="PRESENT_REF")),
    ],
)
def test_an_expression_is_found_with_its_form(sentence: str, expression: str, form: Form) -> None:
    assert [(text, read) for text, _, read in found(sentence)] == [(expression, form)]


@pytest.mark.parametrize(
    ("sentence", "expression", "kind", "value"),
    [
        ("The truce held for two days.", "two days", "DURATION", "P2D"),
        ("The siege lasted almost five months.", "almost five months", "DURATION", "P5M"),
        ("A 16-hour flight ended.", "16-hour", "DURATION", "PT16H"),
        ("He waited five and a half hours.", "five and a half hours", "DURATION", "PT5H30M"),
        ("It has been shut for decades.", "decades", "DURATION", "PXY"),
        ("Over the past three years, rents doubled.", "the past three years", "DURATION", "P3Y"),
        ("Strikes are planned in the coming weeks.", "the coming weeks", "DURATION", "PXW"),
        ("The court sits every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("The fair is held annually.", "annually", "SET", "P1Y"),
        ("They meet twice a week.", "a week", "SET", "P1W"),
        ("The court sits on Mondays.", "Mondays", "SET", "XXXX-WXX-1"),
    ],
)
def test_durations_and_repeated_times(sentence: str, expression: str, kind: str, value: str) -> None:
    [(text, type_, form)] = found(sentence)
    assert (text, type_, form.value) == (expression, kind, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "The envoy may resign.",
        "Mrs May and Theresa May resigned.",
        "Students march on the palace.",
        "The 20-year-old man and the child, 12, drowned.",
        "A boy of nine years of age drowned.",
        "The Council passed Resolution 1973.",
        "The firm spent $1998 on ads.",
        "Police counted 1709 metres of rope and 2000 percent growth.",
        "It was the second attempt, and a second of them failed.",
        "He will come as soon as possible.",
        "Prices fall, and the fall of the junta followed.",
        "She wept in the last week of her term.",
        "They then spent the first two nights at the end of a pier.",
    ],
)
def test_what_only_looks_like_a_time_is_none(sentence: str) -> None:
    assert texts(sentence) == []


def test_the_preposition_is_outside_and_known() -> None:
    doc = blank()("Exports have fallen since June.")
    [timex] = times(doc)
    assert timex.preposition is not None
    assert (doc[timex.preposition].text, doc[timex.start : timex.end].text) == ("since", "June")


def test_two_days_of_one_month_are_two_expressions() -> None:
    doc = build("""
        The    DT 2 det
        talks  NNS 7 nsubj
        on     IN 4 case
        April  NNP 2 nmod
        24     CD 4 nummod
        and    CC 7 cc
        25     CD 4 conj
        failed VBD 0 root
        .      . 8 punct
    """)
    assert [(timex.start, timex.end, Form(*timex.form).day) for timex in times(doc)] == [(3, 5, "24"), (6, 7, "25")]


def test_a_month_that_is_a_persons_name_in_the_text_is_none_there() -> None:
    doc = build("""
        Theresa NNP 2 compound ent=PERSON
        May     NNP 3 nsubj ent=PERSON
        resigned VBD 0 root
        .       . 3 punct

        On      IN 2 case
        May     NNP 3 obl
        fell    VBD 0 root
        blame   NN 3 nsubj
        .       . 3 punct
    """)
    assert times(doc) == ()


def test_a_name_that_holds_a_day_is_none() -> None:
    doc = build("""
        USA   NNP 2 compound ent=ORG
        Today NNP 3 nsubj ent=ORG
        won   VBD 0 root
        .     . 3 punct
    """)
    assert times(doc) == ()


def test_the_tense_is_that_of_the_governing_verb() -> None:
    past = build("""
        He     PRP 2 nsubj
        failed VBD 0 root lemma=fail
        to     TO 4 mark
        appear VB 2 xcomp
        on     IN 6 case
        Friday NNP 4 obl
        .      . 2 punct
    """)
    assert tense(past, 5, 6) == "past"
    agreed = build("""
        They   PRP 2 nsubj
        agreed VBD 0 root lemma=agree
        to     TO 4 mark
        meet   VB 2 xcomp
        on     IN 6 case
        Friday NNP 4 obl
        .      . 2 punct
    """)
    assert tense(agreed, 5, 6) == "future"
    scheduled = build("""
        Talks     NNS 3 nsubj:pass
        are       VBP 3 aux:pass lemma=be
        scheduled VBN 0 root lemma=schedule
        for       IN 5 case
        Friday    NNP 3 obl
        .         . 3 punct
    """)
    assert tense(scheduled, 4, 5) == "future"
    will = build("""
        It     PRP 3 nsubj
        will   MD 3 aux
        rule   VB 0 root
        Friday NNP 3 obl
        .      . 3 punct
    """)
    assert tense(will, 3, 4) == "future"


def test_a_present_with_a_day_tells_of_what_is_to_come() -> None:
    def meets(verb: str, lemma: str, end: str) -> str | None:
        doc = build(f"""
            The    DT 2 det
            Bank   NNP 3 nsubj
            {verb} VBZ 0 root lemma={lemma}
            on     IN 5 case
            Friday NNP 3 obl
            {end}
        """)
        return tense(doc, 4, 5)

    assert meets("meets", "meet", ". . 3 punct") == "future"
    assert meets("meets", "meet", "\\n _SP 5 dep") == "present"  # a headline
    assert meets("says", "say", ". . 3 punct") == "present"


def test_what_could_not_be_done_on_a_day_is_past() -> None:
    doc = build("""
        He      PRP 5 nsubj:pass
        could   MD 5 aux
        not     RB 5 advmod
        be      VB 5 aux:pass
        reached VBN 0 root lemma=reach
        on      IN 7 case
        Friday  NNP 5 obl
        .       . 5 punct
    """)
    assert tense(doc, 6, 7) == "past"


def test_in_two_weeks_is_a_day_after_a_future_and_a_duration_after_a_past() -> None:
    future = build("""
        It    PRP 3 nsubj
        will  MD 3 aux
        vote  VB 0 root
        in    IN 6 case
        two   CD 6 nummod
        weeks NNS 3 obl
        .     . 3 punct
    """)
    [timex] = times(future)
    assert (timex.type, Form(*timex.form)) == ("DATE", Form("period", unit="W", shift="+2"))
    past = build("""
        They  PRP 2 nsubj
        built VBD 0 root lemma=build
        it    PRP 2 obj
        in    IN 6 case
        two   CD 6 nummod
        weeks NNS 2 obl
        .     . 2 punct
    """)
    assert [timex.type for timex in times(past)] == ["DURATION"]


def test_a_number_before_a_counted_noun_is_no_year() -> None:
    doc = build("""
        Police   NNS 2 nsubj
        detained VBD 0 root
        1998     CD 4 nummod
        men      NNS 2 obj
        in       IN 6 case
        1998     CD 2 obl
        .        . 2 punct
    """)
    assert [timex.start for timex in times(doc)] == [5]


def test_hostile_text_is_read_in_linear_time() -> None:
    doc = blank()("the " * 2000 + "early late " * 1000 + "1 - " * 2000 + "May ' " * 1000)
    assert isinstance(times(doc), tuple)


@pytest.mark.parametrize("name", ["time_words", "time_phrases", "holidays", "numbered"])
def test_every_word_stands_in_its_example(name: str) -> None:
    for row in rows(name):
        word = next(iter(row.values()))
        assert word.lower() in row["example"].lower(), f"{name}: {word!r} is not in its example"


@pytest.mark.parametrize(
    "row", [row for row in rows("time_phrases") if row["phrase"] != "soon"], ids=lambda row: row["phrase"]
)
def test_every_phrase_of_time_is_found_in_its_example(row: dict[str, str]) -> None:
    assert row["phrase"] in [text.lower() for text in texts(row["example"])]


@pytest.mark.parametrize("row", rows("holidays"), ids=lambda row: row["name"])
def test_every_holiday_is_found_in_its_example(row: dict[str, str]) -> None:
    assert any(text.lower().endswith(row["name"]) for text in texts(row["example"]))


def test_soon_in_a_story_of_the_past_is_no_time() -> None:
    doc = build("""
        They    PRP 3 nsubj
        soon    RB 3 advmod
        dropped VBD 0 root lemma=drop
        it      PRP 3 obj
    """)
    assert times(doc) == ()


@pytest.mark.parametrize("row", rows("numbered"), ids=lambda row: row["word"])
def test_the_number_of_a_thing_is_no_year(row: dict[str, str]) -> None:
    assert not [form for _, _, form in found(row["example"]) if form.kind == "calendar"]
