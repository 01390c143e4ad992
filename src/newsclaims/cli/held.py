"""Which articles a file of claims holds already."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import BinaryIO, NamedTuple

Row = tuple[tuple[str, str], int]  # an article's id and path, and the place in the file, in bytes, where the claim ends
Rows = Callable[[BinaryIO], Iterator[Row]]


class Held(NamedTuple):
    """The articles of a file, how many of each id, and where the last of them ends, in bytes."""

    articles: Counter[str]
    end: int


def held(stream: BinaryIO, rows: Rows) -> Held:
    """Read what a file holds. If its last row is torn, its last article is not counted: more of it may be missing.

    Raises:
        ValueError: it holds something else than claims.
    """
    articles: Counter[str] = Counter()
    start = end = 0
    last = ""
    for (article, _), claims in groupby(rows(stream), lambda row: row[0]):
        start = end
        end = max(end for _, end in claims)
        articles[article] += 1
        last = article
    if last and end != stream.seek(0, 2):
        articles[last] -= 1
        return Held(+articles, start)
    return Held(articles, end)


def lines(stream: BinaryIO) -> Iterator[Row]:
    """Give the rows of JSON Lines."""
    end = 0
    for line in stream:
        if not line.endswith(b"\n"):
            return
        try:
            article = json.loads(line)["article"]
            which = str(article["id"]), str(article["path"])
        except (KeyError, TypeError, RecursionError) as error:
            raise ValueError("a line that is no claim") from error
        end += len(line)
        yield which, end


def cells(stream: BinaryIO, between: str) -> Iterator[Row]:
    """Give the rows of CSV or TSV; ``between`` is what stands between cells."""
    csv.field_size_limit(1 << 30)
    read, over = 0, False

    def decoded() -> Iterator[str]:
        nonlocal read, over
        for line in stream:
            if not line.endswith(b"\n"):
                break
            read += len(line)
            yield line.decode("utf-8")
        over = True

    rows = csv.reader(decoded(), delimiter=between, strict=True)
    try:
        head = next(rows, [])
        if head and not {"article", "path"} <= set(head):
            raise ValueError("no columns named article and path")
        for row in rows:
            if len(row) != len(head):
                raise csv.Error("a row of another length")
            yield (row[head.index("article")], row[head.index("path")]), read
    except csv.Error as error:
        if not over:  # else its end is torn
            raise ValueError(str(error)) from error


ROWS: dict[str, Rows] = {
    "jsonl": lines,
    "csv": partial(cells, between=","),
    "tsv": partial(cells, between="\t"),
}
