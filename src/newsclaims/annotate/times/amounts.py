"""Readers of durations and of repeated times: "for two days", "the past three years", "every Friday", "twice a week"."""

from __future__ import annotations

from newsclaims.annotate.times.forms import Form, Found
from newsclaims.annotate.times.numbers import Amount, amount, duration
from newsclaims.annotate.times.parts import longest, month, weekday
from newsclaims.annotate.times.words import Words, vocabulary

_LASTING = ("for", "in", "over", "during", "through", "throughout", "after", "within", "of", "spent", "took", "takes")


def quantity(words: Words, i: int) -> Found | None:
    """Read a duration or a repeated time at ``i``.

    Example: "almost five months" is the DURATION P5M, "every Friday" the SET XXXX-WXX-5.
    """
    return longest(words, i, (_set, _repeated, _rate, _weekdays, _bounded, _duration, _open_duration))


def plain_amount(words: Words, i: int) -> Amount | None:
    """Read an amount of time at ``i`` that is nobody's age, with the words that approximate it ("more than two years")."""
    rough = words.phrase(i, "approximator")
    if rough and rough[1] == "led" and words.low[i - 1] not in vocabulary("preposition"):
        rough = None  # "5 percent over two years"; but "for over two years"
    start = rough[0] if rough else i
    read = amount(words, start)
    if read is None or (words.low[start] in ("a", "an") and words.low[start + 1] == "second"):
        return None
    after = read.end
    if words.low[after] in ("-", "'") and words.low[after + 1] == "old":
        return None
    if (
        words.low[after] in ("old", "older", "younger")
        or words.follows(after, "of", "age")
        or words.low[i - 1] in ("aged", "age")
    ):
        return None
    return read


def _duration(words: Words, i: int) -> Found | None:
    read = plain_amount(words, i)
    if read is None or read.unit == "WE":
        return None
    end = read.end + 2 if words.low[read.end] == "-" and words.low[read.end + 1] == "long" else read.end
    return Found(end, "DURATION", Form("duration", unit=read.unit, value=duration(read.number, read.unit)))


def _open_duration(words: Words, i: int) -> Found | None:
    """Read a bare plural: "for weeks", "decades-long"."""
    unit = words.known[i].get("unit")
    if unit is None or not words.low[i].endswith("s") or unit in ("WE", "Q", "S"):
        return None
    drawn = words.low[i + 1] == "-" and words.low[i + 2] in ("long", "old")
    if not drawn and (words.low[i - 1] not in _LASTING or words.low[i + 1] in ("of", "before", "after", "-")):
        return None
    return Found(i + 3 if drawn else i + 1, "DURATION", Form("duration", unit=unit, value=duration("X", unit)))


def _bounded(words: Words, i: int) -> Found | None:
    """Read a stretch that ends or begins now: "the past three years", "the coming weeks", "recent days"."""
    at = i + 1 if words.low[i] in ("the", "these", "this") else i
    shift = words.known[at].get("shift")
    if shift not in ("-1", "1", "-X") or words.low[at] in ("previous", "preceding", "following", "latest"):
        return None
    sign = shift[0] if shift[0] == "-" else "+"
    read = amount(words, at + 1)
    if read is not None and words.low[at + 1] not in ("a", "an"):
        form = Form("duration", unit=read.unit, shift=sign + read.number, value=duration(read.number, read.unit))
        return Found(read.end, "DURATION", form)
    unit = words.known[at + 1].get("unit")
    if unit is None or unit == "WE":
        return None
    if words.low[at + 1].endswith("s"):
        return Found(at + 2, "DURATION", Form("duration", unit=unit, shift=sign + "X", value=duration("X", unit)))
    if words.low[at] in ("past", "coming") and words.low[i] == "the":
        return Found(at + 2, "DURATION", Form("duration", unit=unit, shift=sign + "1", value=duration("1", unit)))
    return None


def _set(words: Words, i: int) -> Found | None:
    value = words.known[i].get("set")
    return Found(i + 1, "SET", Form("set", value=value)) if value else None


def _repeated(words: Words, i: int) -> Found | None:
    if words.known[i].get("each") is None:
        return None
    at = i + 1 if words.low[i + 1] != "other" else i + 2
    read = amount(words, at)
    if read is not None:
        return Found(read.end, "SET", Form("set", value=duration(read.number, read.unit)))
    unit = words.known[at].get("unit")
    if unit is not None:
        value = "XXXX-WXX-WE" if unit == "WE" else duration("1" if at == i + 1 else "2", unit)
        return Found(at + 1, "SET", Form("set", value=value))
    part = words.known[at].get("daypart")
    if part is not None:
        return Found(at + 1, "SET", Form("set", value="XXXX-XX-XX" + part))
    day = weekday(words, at)
    if day is not None:
        part = words.known[at + 1].get("daypart")
        return Found(at + (2 if part else 1), "SET", Form("set", value=f"XXXX-WXX-{day}{part or ''}"))
    name, season = month(words, at), words.known[at].get("season")
    if name is not None or season is not None:
        return Found(at + 1, "SET", Form("set", value=f"XXXX-{name or season}"))
    return None


def _rate(words: Words, i: int) -> Found | None:
    """Read what a rate is reckoned by: "twice a week", "$5 a month", "per year"."""
    if words.low[i] not in ("a", "an", "per", "each"):
        return None
    unit = words.known[i + 1].get("unit")
    before = words.tag[i - 1] if i else ""
    counted = words.low[i] == "per" or words.low[i - 1] in ("once", "twice", "times") or before in ("CD", "NNS")
    if unit is None or not counted or words.low[i + 1].endswith("s") or words.known[i + 2].get("direction") is not None:
        return None
    return Found(i + 2, "SET", Form("set", value=duration("1", unit)))


def _weekdays(words: Words, i: int) -> Found | None:
    day = words.known[i].get("weekdays")
    if day is not None and words.capital(i):
        return Found(i + 1, "SET", Form("set", value=f"XXXX-WXX-{day}"))
    part = words.known[i + 1].get("daypart")
    if weekday(words, i) is not None and part is not None and words.low[i + 1].endswith("s"):
        return Found(i + 2, "SET", Form("set", value=f"XXXX-WXX-{weekday(words, i)}{part}"))
    return None
