"""Finding every time expression in a Doc: the readers put together, modifiers and times of day joined on, names left out."""

from __future__ import annotations

from itertools import compress

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.annotate.times.amounts import quantity
from newsclaims.annotate.times.beginnings import begins, may_begin
from newsclaims.annotate.times.calendar import absolute
from newsclaims.annotate.times.clock import clock
from newsclaims.annotate.times.forms import Form, Found
from newsclaims.annotate.times.parts import day_number, longest
from newsclaims.annotate.times.relative import relative
from newsclaims.annotate.times.stretches import stretch
from newsclaims.annotate.times.tense import tense
from newsclaims.annotate.times.words import Words, vocabulary, words
from newsclaims.parse.columns import columns

_NAMES = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP"))


def times(doc: Doc) -> tuple[Timex, ...]:
    """Find every time expression, TIMEX3-wise: dates, times of day, durations and repeated times, in text order.

    A span holds determiners and modifiers ("the past three years", "late last month") but no leading preposition; ages,
    names ("Mrs May", "USA Today") and numbers that only look like years are left out. Works on tokens alone; tags, a
    parse and entities make it surer.

    Args:
        doc: any tokenised Doc.

    Returns:
        The expressions; none overlap.

    Example: "She resigned late on Friday, 10 January 2025, after nine years." has two, of types DATE and DURATION.
    """
    seen = words(doc)
    found: list[Timex] = []
    free = 0  # the first token behind the last expression
    for i in compress(range(len(doc)), map(may_begin, seen.low)):
        read = _expression(seen, i) if i >= free and begins(seen, i) else None
        if read is None or _within_name(doc, i, read.end, seen.names) or _is_sequence(doc, i, read):
            continue
        found.append(_timex(doc, seen, i, read))
        further = _listed_day(seen, read)
        if further is not None:
            found.append(Timex(read.end + 1, further.end, further.type, tuple(further.form)))
        free = further.end if further is not None else read.end
    return tuple(found)


def _timex(doc: Doc, seen: Words, start: int, read: Found) -> Timex:
    led = seen.low[start - 1] in vocabulary("preposition")
    if (
        seen.low[start - 1] == "in"
        and read.type == "DURATION"
        and read.form.shift == ""
        and read.form.unit not in ("S", "MIN", "H")
    ):
        count = _count(read.form)
        if count and tense(doc, start, read.end) == "future":  # "will vote in two weeks"
            read = Found(read.end, "DATE", Form("period", unit=read.form.unit, shift="+" + count))
    return Timex(start, read.end, read.type, tuple(read.form), start - 1 if led else None)


def _count(form: Form) -> str:
    digits = "".join(char for char in form.value if char.isdigit())
    return digits if form.unit in ("D", "W", "M", "Y") else ""


def _expression(seen: Words, i: int) -> Found | None:
    return longest(seen, i, (_moment, _modified, _with_article, quantity, stretch))


def _plain(seen: Words, i: int) -> Found | None:
    return longest(seen, i, (absolute, relative))


def _with_article(seen: Words, i: int) -> Found | None:
    """Read "the 1990s", "the third quarter", "the 20th century", "the 6th of April"; the article belongs to them."""
    if seen.low[i] != "the":
        return None
    read = absolute(seen, i + 1)
    if read is None:
        return None
    taken = read.form.unit[:1] in ("D", "C", "Q", "H") or seen.low[i + 1] == "year" or seen.low[i + 2] == "of"
    return read if taken and seen.low[read.end] != "-" else None


def _modified(seen: Words, i: int) -> Found | None:
    """Read "late last month", "earlier on Friday", "the end of the year", "early in March", "later in the day"."""
    at = i + 1 if seen.low[i] in ("the", "a") else i
    part, spelt_out = seen.known[at].get("modifier"), seen.low[at + 1] in ("on", "in", "-")
    if part is None and seen.low[at + 1] == "of":
        part, spelt_out = seen.known[at].get("boundary"), True
    if part is None:
        return None
    start = at + 2 if spelt_out else at + 1
    read = longest(seen, start, (_moment, _with_article, _bare_unit) if spelt_out else (_moment, _with_article))
    if read is None or read.type in ("DURATION", "SET") or read.form.kind in ("ref", "clock") or read.form.part:
        return None
    return read._replace(form=read.form._replace(part=part))


def _bare_unit(seen: Words, i: int) -> Found | None:
    """Read "the year", "the month", "the day" after a modifier."""
    unit = seen.known[i + 1].get("unit")
    if seen.low[i] != "the" or unit not in ("D", "W", "M", "Y", "DE", "CE", "Q", "WE") or seen.low[i + 1].endswith("s"):
        return None
    return Found(i + 2, "DATE", Form("period", unit=unit, shift="+0", anchor="near" if unit in ("D", "DE", "CE") else ""))


def _moment(seen: Words, i: int) -> Found | None:
    """Read a date together with its time of day: "9 a.m. EDT Tuesday", "Friday morning", "the night of 3 May"."""
    hour = clock(seen, i)
    if hour is not None:
        end, value = hour
        for start in (end, end + 1):
            if start > end and seen.low[end] not in (",", "on"):
                break
            day = _day(seen, start)
            if day is not None and not day.form.time:
                return Found(day.end, "TIME", day.form._replace(time=value))
        return Found(end, "TIME", Form("clock", time=value))
    part_at = i + 1 if seen.low[i] in ("the", "a") else i
    part = seen.known[part_at].get("daypart")
    if part is not None and seen.low[part_at + 1] in ("of", "on"):
        day = _day(seen, part_at + 2)
        days = absolute(seen, part_at + 2) if day is None else None
        if days is not None and days.form.day and days.form.until:
            return days  # "the night of 12-13 May"
        if day is not None and not day.form.time and (part_at > i or seen.low[part_at + 1] == "of"):
            return Found(day.end, "TIME", day.form._replace(time=part))
    read = _plain(seen, i)
    if read is None or not _is_day(read.form) or read.form.time:
        return read
    for start in (read.end, read.end + 1, read.end + 2):
        part = seen.known[start].get("daypart")
        if part is not None and start == read.end and not seen.low[start].endswith("s"):
            return Found(start + 1, "TIME", read.form._replace(time=part))
        hour = clock(seen, start)
        if hour is not None:
            return Found(hour[0], "TIME", read.form._replace(time=hour[1]))
        if seen.low[start] not in (",", "at"):
            break
    return read


def _day(seen: Words, i: int) -> Found | None:
    read = _plain(seen, i)
    return read if read is not None and read.type in ("DATE", "TIME") and _is_day(read.form) else None


def _is_day(form: Form) -> bool:
    if form.kind == "period":
        return form.unit == "D" and "X" not in form.shift
    return form.kind in ("weekday", "holiday") or (
        form.kind == "calendar" and form.day != "" and not form.until and not form.unit
    )


def _listed_day(seen: Words, read: Found) -> Found | None:
    """Read the second day of "April 24 and 25"."""
    form = read.form
    if form.kind != "calendar" or not form.day or form.until or form.weekday or form.time or form.year:
        return None
    if seen.low[read.end] not in ("and", "or") or seen.low[read.end - 1] == "th":
        return None
    day = day_number(seen, read.end + 1)
    plain = day is not None and seen.low[read.end + 1].isdigit() and not seen.low[read.end - 1].isalpha()
    after = seen.low[read.end + 2]
    if not plain or (
        after[:1].isalnum() and after not in vocabulary("preposition") and seen.tag[read.end + 2][:2] in ("NN", "JJ", "")
    ):
        return None
    return Found(read.end + 2, "DATE", form._replace(day=day or ""))


def _within_name(doc: Doc, start: int, end: int, names: frozenset[str]) -> bool:
    """Say whether a named entity larger than the expression holds it ("USA Today"), or it is somebody's name ("May").

    Entities are guessed, and digits and possessives say more: "Jan. 14" is nobody, "Friday's edition of the Herald" no name.
    """
    kinds = columns(doc).ents
    if kinds[start] not in _NAMES or kinds[end - 1] != kinds[start]:
        return False
    first = doc[start]
    dated = any(token.is_digit for token in doc[start:end])
    if dated or (end < len(doc) and doc[end].tag_ == "POS"):
        return False
    larger = first.ent_iob_ == "I" or (end < len(doc) and doc[end].ent_iob_ == "I")
    if first.ent_type_ == "PERSON":
        return first.lower_ in names or (larger and first.lower_ not in vocabulary("weekday"))
    return larger


def _is_sequence(doc: Doc, start: int, read: Found) -> bool:
    """Say whether a word of the future tells but the order of past events: "they soon dropped it" is no time."""
    return read.form.value == "FUTURE_REF" and read.end == start + 1 and tense(doc, start, read.end) == "past"
