"""What is written behind an option, read: days, sizes, shares, keys of records, processes."""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import Any

import click

MOST = 4  # processes a core
FIELDS = ("text", "title", "date", "author", "source", "url", "id")
SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,9})?)\s?((?:[kmg])?b?)", re.IGNORECASE)
UNITS = {"": 1, "B": 1, "K": 10**3, "KB": 10**3, "M": 10**6, "MB": 10**6, "G": 10**9, "GB": 10**9}


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    """Read a calendar day, YYYY-MM-DD."""
    if value is None:
        return None
    try:
        if len(value) != len("2025-01-09"):  # newer Pythons take 20250109 too
            raise ValueError
        return dt.date.fromisoformat(value)
    except ValueError:
        what = f"{value!r} is no date. Write a day of the calendar as YYYY-MM-DD, such as 2025-01-09."
        raise click.BadParameter(what, ctx, param) from None


def fields(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Read pairs such as text=story.body."""
    pairs = []
    for value in values:
        name, equals, path = value.partition("=")
        if name not in FIELDS or not equals or not path:
            what = f"{value!r} says nothing of {', '.join(FIELDS[:-1])} or {FIELDS[-1]}. Write text=KEY or text=KEY.KEY."
            raise click.BadParameter(what, ctx, param)
        pairs.append((name, path))
    return tuple(pairs)


def size(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """Read a size, such as 20MB, as bytes."""
    match = SIZE.fullmatch(value.strip())
    found = int(float(match[1]) * UNITS[(match[2] or "").upper()]) if match else 0
    if not found:
        raise click.BadParameter(f"{value!r} is no size. Write it as 500KB, 20MB or 2GB.", ctx, param)
    return found


class Share(click.FloatRange):
    """A number from 0 to 1; "nan" is none, though it lies within any bounds."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        share = str(value).removesuffix("%")
        if share.isascii() and share.isdigit() and 10 <= int(share) <= 100:  # `claims show` tells of per cent
            self.fail(f"{value!r} is no share of 1. Write {int(share) / 100:g} for {share} per cent.", param, ctx)
        number = super().convert(value, param, ctx)
        return number if number == number else self.fail(f"{value!r} is not in the range 0<=x<=1.", param, ctx)


def cores(ctx: click.Context, param: click.Parameter, value: int) -> int:  # noqa: ARG001
    """Give how many processes are meant; far more than there are cores would only fill the memory."""
    allowed = getattr(os, "sched_getaffinity", None)
    there = len(allowed(0)) if allowed else os.cpu_count() or 1
    return min(value, MOST * there) if value else there
