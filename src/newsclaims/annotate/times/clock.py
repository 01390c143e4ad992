"""Readers of the time of day: "10:35 a.m.", "9 a.m. EDT", "1430 GMT", "noon", "4 in the morning"."""

from __future__ import annotations

from newsclaims.annotate.times.words import Words, vocabulary

_TIMELY = (
    "at",
    "by",
    "until",
    "till",
    "before",
    "after",
    "around",
    "about",
    "from",
    "past",
    "since",
    "to",
    "between",
    "approximately",
)


def clock(words: Words, i: int) -> tuple[int, str] | None:
    """Read a time of day at ``i``.

    Returns:
        The index behind it, time zone included, and its TIMEX3 value ("T10:35"); None if there is none.
    """
    named = words.known[i].get("clock")
    if named is not None:
        return _zone(words, i + 1), named
    if words.low[i] == "high" and words.low[i + 1] == "noon":
        return i + 2, "T12:00"
    read = _digits(words.low[i])
    if read is None:
        return None
    hour, minute, half = read
    end = i + 1
    if not half and words.known[end].get("meridiem") is not None:
        half, end = words.known[end].get("meridiem") or "o'clock", end + 1
    if words.follows(end, "in", "the") and words.known[end + 2].get("daypart"):
        half, end = ("am" if words.low[end + 2] == "morning" else "pm"), end + 3
    elif words.follows(end, "at", "night") and half:
        half, end = "pm", end + 2
    zoned = _zone(words, end)
    written = minute is not None and (zoned > end or (":" in words.low[i] and words.low[i - 1] in _TIMELY))
    if not half and not written:
        return None
    if (hour > 12 and half in ("am", "pm")) or hour > 24:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return zoned, f"T{hour:02d}:{minute or 0:02d}"


def _digits(text: str) -> tuple[int, int | None, str] | None:
    if not text[:1].isdigit():
        return None
    half = ""
    for ending in ("a.m.", "p.m.", "am", "pm"):
        if text.endswith(ending):
            text, half = text[: -len(ending)], ending.replace(".", "")
            break
    if not text.isascii() or len(text) > 8:
        return None
    parts = text.replace(".", ":").split(":")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return None
    if len(parts) == 1:
        if len(text) == 4 and text[2:] < "60":
            return int(text[:2]), int(text[2:]), half
        return (int(text), None, half) if len(text) < 3 else None
    if len(parts[1]) != 2 or parts[1] >= "60" or (len(parts) == 3 and "." in text):
        return None
    return int(parts[0]), int(parts[1]), half


def _zone(words: Words, i: int) -> int:
    if words.low[i].replace(".", "") in vocabulary("zone") and words.raw[i].isupper():
        return i + 1
    if words.low[i] in ("local", "eastern", "pacific", "central") and words.low[i + 1] == "time":
        return i + 2
    return i
