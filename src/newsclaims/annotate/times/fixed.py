"""Readers of fixed expressions, which stand in the lexicon as wholes: "recently", "in the past", "these days"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from newsclaims.annotate.times.forms import Form, Found
from newsclaims.annotate.times.words import Words
from newsclaims.claim import TimexType
from newsclaims.lexicon import rows


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    after: tuple[str, ...]
    never_after: tuple[str, ...]
    never_before: tuple[str, ...]
    type: TimexType
    value: str


def fixed(words: Words, i: int) -> Found | None:
    """Read a fixed expression at ``i``.

    Example: "in the past" is PAST_REF, "by then" what was mentioned last.
    """
    for phrase in _phrases().get(words.low[i], ()):
        end = i + len(phrase.words)
        if words.low[i:end] != phrase.words or (phrase.after and words.low[i - 1] not in phrase.after):
            continue
        if words.low[i - 1] not in phrase.never_after and words.low[end] not in phrase.never_before:
            form = Form("then", anchor="text") if phrase.value == "THEN" else Form("ref", value=phrase.value)
            return Found(end, phrase.type, form)
    return None


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    by_first: dict[str, list[_Phrase]] = {}
    for row in sorted(rows("time_phrases"), key=lambda row: -row["phrase"].count(" ")):
        after, never_after, never_before = (
            tuple(filter(None, row[column].split(","))) for column in ("after", "never_after", "never_before")
        )
        kind = cast(TimexType, row["type"])
        phrase = _Phrase(tuple(row["phrase"].split()), after, never_after, never_before, kind, row["value"])
        by_first.setdefault(phrase.words[0], []).append(phrase)
    return by_first
