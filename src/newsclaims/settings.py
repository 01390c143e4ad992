"""What a run is asked to do: one frozen object, made once and handed down."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """The options of one run that reach below the command line.

    Args:
        model: name or path of a spaCy pipeline; None for the one that ships with the package.
        date: the day the articles were published, where the user says so; it wins over what an article says itself.
        min_confidence: claims below it are left out.
        explain: keep with each claim the words its pattern matched and what was rejected.
        fields: where JSON records keep what, beyond the usual names: pairs such as ``("text", "story.body")``, a name of
            `newsclaims.read.records.NAMES` and the keys that lead there, joined by dots.
        max_size: bytes that one article may have: a text, a page, or a record; a longer one is refused.
        max_unpacked: bytes that one compressed file of records may unpack to; reading stops there.
        keep_text: put each article's text into its record, so that offsets can be looked up without the file.

    Example: ``Settings(date=dt.date(2025, 1, 9))`` makes "on Tuesday" mean 2025-01-07 in every article of the run.
    """

    model: str | None = None
    date: dt.date | None = None
    min_confidence: float = 0.0
    explain: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    max_size: int = 20_000_000
    max_unpacked: int = 20_000_000_000
    keep_text: bool = False
