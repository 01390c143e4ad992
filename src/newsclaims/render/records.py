"""Claims as records: one JSON object for the run, or one line a claim."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic_core import PydanticSerializationError

from newsclaims.claim import Claim, Model

# Valid inside a JSON string, but a terminal obeys some of these (C1 controls), and others reorder what is shown
# (bidirectional controls), break lines, or cannot be encoded (lone surrogates, from file names).
UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_WHY, _IN_FRONT = {"why"}, {"id", "article"}


def dumps(value: Any, indent: int | None = None) -> str:
    """Write a value as JSON that is safe to show on a terminal; parsing it gives the value back unchanged.

    Letters of any script stand as they are; control characters, bidirectional ones included, are escaped. Without an indent
    there is no white space between the tokens.
    """
    return _safe(_ENCODER.encode(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent))


def model_json(model: Model, *, without: set[str] | None = None) -> str:
    """Write a record as `dumps` would, but straight from its fields, which takes a third of the time.

    Args:
        model: the record.
        without: fields to leave out.
    """
    try:
        return _safe(model.__pydantic_serializer__.to_json(model, exclude=without).decode())
    except PydanticSerializationError:  # half a surrogate pair, which only Python's encoder writes
        return dumps(model.model_dump(mode="json", exclude=without))


def line(claim: Claim, record: str) -> str:
    """One claim as one line of JSON, the article's ``record``, itself JSON, in the place of its id."""
    rest = model_json(claim, without=_IN_FRONT if claim.why else _IN_FRONT | _WHY)
    return f'{{"id":{dumps(claim.id)},"article":{record},{rest[1:]}\n'


def claim_json(claim: Claim) -> str:
    """A claim as JSON; ``why`` is left out where nobody asked."""
    return model_json(claim, without=None if claim.why else _WHY)


def claim_record(claim: Claim) -> dict[str, Any]:
    """A claim as a dict; ``why`` is left out where nobody asked."""
    return claim.model_dump(mode="json", exclude=None if claim.why else _WHY)


def run_object(
    name: str, rows: Iterable[Model], articles: Iterable[Model], errors: Iterable[Model], **about: str
) -> Iterator[str]:
    """Give one JSON object for what a run has found, piece by piece: ``{"clusters":[…],"articles":[…],"errors":[…]}``.

    Args:
        name: what is found.
        rows: what there is of it.
        articles: the articles it was found in.
        errors: what could not be read.
        about: what stands before all that.
    """
    yield "{\n" + "".join(f"{dumps(key)}:{dumps(value)},\n" for key, value in about.items())
    for number, (key, models) in enumerate({name: rows, "articles": articles, "errors": errors}.items()):
        yield (",\n" if number else "") + f"{dumps(key)}:["
        for count, model in enumerate(models):
            yield (",\n" if count else "\n") + model_json(model)
        yield "\n]"
    yield "\n}\n"


def _safe(text: str) -> str:
    if text.isascii() and "\x7f" not in text:
        return text
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
