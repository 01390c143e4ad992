"""Partitions of Dask's collections → claims: of a bag of records, of a frame of articles."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from newsclaims.claim import Failure
from newsclaims.errors import NewsclaimsError, SettingsError
from newsclaims.read.article import Article
from newsclaims.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from newsclaims.flow import Reading

log = logging.getLogger(__name__)
Record = Mapping[str, Any]
Given = str | Record | Article | Failure


def claim_records(
    articles: Iterable[Given],
    *,
    published: str | dt.date | None = None,
    model: str | None = None,
    min_confidence: float = 0.0,
    keep_text: bool = False,
    explain: bool = False,
    fields: Mapping[str, str] | None = None,
) -> Iterator[dict[str, Any]]:
    """Find the claims of a partition of articles: for ``bag.map_partitions(claim_records)``.

    Args:
        articles: texts; records (dicts) with the keys that `claims extract` knows; Articles; or Failures of these.
        published: the day all of them were published, ``"2025-01-09"``; without it, the one that each article tells.
        model: name or path of another spaCy pipeline for English; it is loaded once in a process, and kept.
        min_confidence: claims below it are left out.
        keep_text: put each article's text into its record.
        explain: keep with each claim how it was found.
        fields: where records keep what: ``{"text": "story.body"}``.

    Yields:
        A claim, as a line of ``claims extract --format jsonl`` has it, its article's record in it. A record goes by its
        ``path``, else by its place in the partition, ``#1``. An article that fails is told of by the logger
        ``newsclaims``, as a warning, and left out.

    Raises:
        SettingsError: ``published`` is no date.
        ModelError: there is no such pipeline, or it has no parser.

    Example:
        >>> records = [{"title": "Port shut", "text": "Protesters blocked the port on Monday.", "date": "2025-01-09"}]
        >>> [(claim["text"], claim["date"]["value"], claim["article"]["title"]) for claim in claim_records(records)]
        [('Protesters blocked the port on Monday', '2025-01-06', 'Port shut')]
    """
    settings = Settings(
        model=model,
        date=_day(published),
        min_confidence=min_confidence,
        keep_text=keep_text,
        explain=explain,
        fields=tuple((fields or {}).items()),
    )
    from newsclaims.render.records import claim_record

    reader = _reader(settings)
    for number, given in enumerate(articles, 1):
        if reading := reader(given, f"#{number}"):
            record = reading.record.model_dump(mode="json")
            for claim in reading.claims:
                yield claim_record(claim) | {"article": record}


def claim_frame(
    frame: pd.DataFrame,
    *,
    published: str | dt.date | None = None,
    model: str | None = None,
    min_confidence: float = 0.0,
    fields: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Find the claims of a pandas frame with a row an article: for ``frame.map_partitions(claim_frame, meta=frame_meta())``.

    Args:
        frame: articles; columns are called as the keys of records (``text``, ``title``, ``date`` …), or as ``fields`` says.
        published, model, min_confidence, fields: as in `claim_records`.

    Returns:
        A row a claim, with the columns of the CSV; the index is that of the article's row, so that both can be joined.

    Example:
        >>> import pandas as pd
        >>> articles = pd.DataFrame({"text": ["The court fined the company.", "Protesters blocked the port."]})
        >>> claim_frame(articles)[["actor", "action", "target"]].values.tolist()
        [['The court', 'fined', 'the company'], ['Protesters', 'blocked', 'the port']]
    """
    import pandas as pd

    from newsclaims.store.rows import FLAT, shape_flat

    settings = Settings(
        model=model, date=_day(published), min_confidence=min_confidence, fields=tuple((fields or {}).items())
    )
    rows: list[tuple[Any, ...]] = []
    index: list[Any] = []
    reader = _reader(settings)
    for label, record in zip(frame.index, frame.to_dict("records"), strict=True):
        if reading := reader({str(key): _plain(value) for key, value in record.items()}, str(label)):
            found = shape_flat(reading)
            rows += found
            index += [label] * len(found)
    made = pd.DataFrame(rows, columns=[column.name for column in FLAT], index=frame.index[:0].append(pd.Index(index)))
    return made.astype(_types())


def frame_meta(index: pd.Index[Any] | None = None) -> pd.DataFrame:
    """Give the empty frame that tells Dask which columns `claim_frame` gives.

    Args:
        index: an index of the same kind as the frame's, where it is not that of whole numbers.
    """
    import pandas as pd

    empty = pd.DataFrame({name: pd.Series([], dtype=type_) for name, type_ in _types().items()})
    return empty if index is None else empty.set_index(index[:0])


def _types() -> dict[str, str]:
    from newsclaims.store.rows import FLAT

    kinds = {"TEXT": "string", "INTEGER": "Int64", "REAL": "float64"}
    return {column.name: kinds[column.type] for column in FLAT}


def _reader(settings: Settings) -> Callable[[Given, str], Reading | None]:
    """Give the function that finds the claims of one article; of one that fails it tells, and gives None."""
    from newsclaims.cluster.work import ALONE, kept
    from newsclaims.run.work import shaped, understanding

    with ALONE:
        understood = understanding(settings, partial(shaped, settings=settings, shape=_itself), kept(settings.model))

    def reading(given: Given, path: str) -> Reading | None:
        try:
            with ALONE:
                outcome = given if isinstance(given, Failure) else understood(_article(given, path, settings))
        except NewsclaimsError as error:
            outcome = Failure(path=path, message=str(error))
        if isinstance(outcome, Failure):
            log.warning("%s", outcome.message)
            return None
        return cast("Reading", outcome.shaped)

    return reading


def _article(given: Article | Record | str, path: str, settings: Settings) -> Article:
    """Make an Article of what a partition holds.

    Raises:
        ReadError: it has no text.
    """
    from newsclaims.read.records import article
    from newsclaims.read.text import article as text

    if isinstance(given, Article):
        return given._replace(published=settings.date, published_from="option") if settings.date else given
    if isinstance(given, str):
        return text(given, path, settings.date)
    named = given.get("path") if isinstance(given, Mapping) else None
    return article(given, named if isinstance(named, str) and named else path, settings, log.warning)


def _plain(value: Any) -> Any:
    """Give a cell as JSON would have it: no text is none, a time is its day."""
    if isinstance(value, dt.date):
        return value.isoformat() if value == value else None  # NaT is a date that equals nothing
    if hasattr(value, "tolist"):  # of numpy
        value = value.tolist()
    return value if isinstance(value, (str, int, list, dict)) or (isinstance(value, float) and value == value) else None


def _day(published: str | dt.date | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(published) if isinstance(published, str) else published
    except ValueError as error:
        raise SettingsError(f"no such date: {published}", "Write it as YYYY-MM-DD") from error


def _itself(reading: Reading) -> Reading:
    return reading
