"""Claims that `claims extract` has written: its JSON and JSON Lines, read back."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple, cast

from pydantic import ValidationError

from newsclaims.claim import ArticleRecord, Claim, Extraction, Failure
from newsclaims.errors import ReadError

HEAD = 1 << 16
DOCUMENT = re.compile(rb'\s*\{\s*"schema_version"\s*:')
LINE = re.compile(rb'\s*\{\s*"id"\s*:\s*"[^"]{1,200}",\s*"article"\s*:\s*\{')
PACKED = ".gz"


class Recorded(NamedTuple):
    """An article and its claims, as they were written down."""

    record: ArticleRecord
    claims: tuple[Claim, ...]


def is_recorded(path: str) -> bool:
    """Whether a file begins as the JSON or JSON Lines of `claims extract` do; what cannot be opened does not."""
    try:
        with _opened(path) as file:
            head = file.read(HEAD)
    except (OSError, EOFError, ValueError):
        return False
    head = head.removeprefix(b"\xef\xbb\xbf")
    return DOCUMENT.match(head) is not None or LINE.match(head) is not None


def recorded(path: str) -> Iterator[Recorded | Failure]:
    """Read claims back.

    Args:
        path: what `claims extract` wrote as JSON or as JSON Lines, packed or not.

    Yields:
        Each article with its claims, and a Failure for each line that is no claim.

    Raises:
        ReadError: the file cannot be read, or is no such JSON.
    """
    try:
        with _opened(path) as file:
            head = file.read(HEAD)
            file.seek(0)
            if DOCUMENT.match(head.removeprefix(b"\xef\xbb\xbf")):
                yield from _document(file.read(), path)
            else:
                yield from _lines(file, path)
    except (OSError, EOFError) as error:
        raise ReadError(f"cannot read {path}: {error}") from error


def _document(data: bytes, path: str) -> Iterator[Recorded]:
    try:
        extraction = Extraction.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        raise ReadError(f"{path} is no JSON of `claims extract`: {_first(error)}", "Write it anew") from error
    claims: dict[str, list[Claim]] = {record.id: [] for record in extraction.articles}
    for claim in extraction.claims:
        claims.setdefault(claim.article, []).append(claim)
    for record in extraction.articles:
        yield Recorded(record, tuple(claims[record.id]))


def _lines(file: IO[bytes], path: str) -> Iterator[Recorded | Failure]:
    articles: dict[str, tuple[ArticleRecord, list[Claim]]] = {}
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            record = ArticleRecord.model_validate(value["article"])
            claim = Claim.model_validate({**value, "article": record.id})
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            why = _first(error) if isinstance(error, ValidationError) else type(error).__name__
            yield Failure(path=f"{path}:{number}", message=f"{path}:{number} is no claim: {why}")
            continue
        articles.setdefault(record.id, (record, []))[1].append(claim)
    for record, claims in articles.values():
        yield Recorded(record, tuple(claims))


def _first(error: ValidationError) -> str:
    one = error.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(map(str, one['loc'])) or 'all of it'}: {one['msg']}"


def _opened(path: str) -> IO[bytes]:
    if path.lower().endswith(PACKED):
        return cast(IO[bytes], gzip.open(path, "rb"))
    return Path(path).open("rb")
