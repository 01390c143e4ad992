"""What a run on a cluster is made of: the job that all machines are told, its parts, and what became of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal, NamedTuple

from newsclaims.claim import Failure
from newsclaims.settings import Settings

Format = Literal["jsonl", "parquet"]
SUFFIXES: dict[Format, str] = {"jsonl": ".jsonl.gz", "parquet": ".parquet"}


class Job(NamedTuple):
    """What is the same for all parts: the folder that they go to (a URL, or a path from the root), how, and which claims.

    ``version`` is this package's, and ``model`` what tells the model from others of its name, "" where that is not known.
    """

    folder: str
    format: Format
    settings: Settings
    version: str
    model: str = ""


class Slice(NamedTuple):
    """A file, or the lines of it that begin in a range of its bytes.

    ``path`` is what its articles go by, ``url`` where it is; without ``end`` it is all of the file. ``first`` is the number
    of its first line, counted from 1.
    """

    path: str
    url: str
    start: int = 0
    end: int | None = None
    first: int = 1


class Part(NamedTuple):
    """What one worker does at a time, and what its file is called, without suffix."""

    name: str
    slices: tuple[Slice, ...]


class Tally(NamedTuple):
    """What became of a part: numbers of articles, claims and words, what failed, what is to be told, seconds of work."""

    articles: int = 0
    claims: int = 0
    words: int = 0
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
    seconds: float = 0.0


class Refused(NamedTuple):
    """What no other worker and no second try can mend: a model that is not there, a version that differs."""

    message: str
    hint: str = ""


def here() -> str:
    """Give the version of this package on this machine."""
    try:
        return version("newsclaims")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "unknown"


def packed(job: Job, part: Part) -> dict[str, Any]:
    """Give a job and a part as plain values, for another process."""
    settings = asdict(job.settings)
    settings["date"] = job.settings.date.isoformat() if job.settings.date else None
    return {"job": {**job._asdict(), "settings": settings}, "name": part.name, "slices": part.slices}


def unpacked(values: dict[str, Any]) -> tuple[Job, Part]:
    """Give the job and the part back that `packed` was given, though they went through JSON."""
    given = values["job"]["settings"]
    day = given["date"] and dt.date.fromisoformat(given["date"])
    settings = Settings(**{**given, "date": day, "fields": tuple((name, key) for name, key in given["fields"])})
    slices = tuple(Slice(*one) for one in values["slices"])
    return Job(**{**values["job"], "settings": settings}), Part(values["name"], slices)
