"""What a worker does with a part: its articles are read, understood, and their claims written, all or nothing."""

from __future__ import annotations

import contextlib
import gzip
import logging
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newsclaims.claim import Failure
from newsclaims.cluster import files
from newsclaims.cluster.equipment import model_mark
from newsclaims.cluster.folder import Folder
from newsclaims.cluster.job import SUFFIXES, Job, Part, Refused, Slice, Tally, here
from newsclaims.cluster.manifest import NAME, errors
from newsclaims.errors import NewsclaimsError, OutputError, ReadError
from newsclaims.read.article import Article
from newsclaims.read.source import lines_within, within
from newsclaims.read.unread import Unread
from newsclaims.run import over
from newsclaims.run.outcome import Done, Outcomes
from newsclaims.run.work import understanding
from newsclaims.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from newsclaims.render.sink import Sink

    Run = Callable[[Iterable[Article | Failure], partial[Callable[[Article | Unread], Done | Failure]]], Outcomes]

LAGS = (1, 5, 0)  # seconds that a shared disk may need until all machines see what is new on it
ALONE = threading.Lock()  # a process has one model, which works on one article at a time


def work(job: Job, part: Part) -> Tally | Refused:
    """Make a part in this process, whose model is loaded at its first part and kept.

    Raises:
        Exception: something that may pass, such as a network that does not answer: the part is to be tried again.
    """
    with ALONE:
        return attempted(job, part, lambda stream, start: over(stream, partial(start, kept(job.settings.model))))


def count(range_: tuple[str, str, int, int]) -> int | Refused:
    """Count the line feeds in a range of a file."""
    try:
        return files.count(*range_)
    except NewsclaimsError as error:
        return Refused(error.message, error.hint)


def attempted(job: Job, part: Part, run: Run) -> Tally | Refused:
    """Make a part; what no second try can mend is given back.

    Args:
        job: what all parts share.
        part: which articles.
        run: works on a stream of articles, as `newsclaims.run.over` does.
    """
    if here() != job.version:
        what = f"a worker has newsclaims {here()}, and this is {job.version}"
        return Refused(what, "Install the same version on all machines")
    if job.model and model_mark(job.settings.model) != job.model:
        return Refused("a worker has another language model than is here", "Install the same version on all machines")
    try:
        return _made(job, part, run)
    except NewsclaimsError as error:
        return Refused(error.message, error.hint)


def articles(part: Part, settings: Settings) -> Iterator[Article | Failure]:
    """Read the articles of a part, in the order of the inputs."""
    for one in part.slices:
        yield from _inside(one, settings)


class Made:
    """A file of this machine that a part is written to: text, which is packed, or bytes as they are."""

    def __init__(self, path: Path, *, packed: bool) -> None:
        self._file = path.open("wb")
        self._packed = gzip.GzipFile("", "wb", fileobj=self._file, mtime=0) if packed else None

    def write(self, text: str) -> None:
        """Add some text."""
        assert self._packed
        self._packed.write(text.encode("utf-8", "replace"))

    def pour(self, stream: BinaryIO) -> None:
        """Add the bytes that a stream holds."""
        shutil.copyfileobj(stream, self._file)

    def close(self) -> None:
        """All is written."""
        if self._packed:
            self._packed.close()
        self._file.close()

    def discard(self) -> None:
        """Let go of it; its folder is removed."""
        self.close()


def _made(job: Job, part: Part, run: Run) -> Tally:
    from newsclaims.run.work import shaped

    folder = Folder(job.folder)
    _reach(folder, part)
    tally = Tally()
    failed: list[Failure] = []
    with tempfile.TemporaryDirectory(prefix="newsclaims-") as scratch, _notices() as notices:
        made = Path(scratch) / f"part{SUFFIXES[job.format]}"
        sink = _sink(job, made)
        try:
            start = partial(understanding, job.settings, partial(shaped, settings=job.settings, shape=sink.shape))
            with contextlib.closing(run(articles(part, job.settings), start)) as outcomes:
                for outcome in outcomes:
                    if isinstance(outcome, Done):
                        sink.write(outcome.record, outcome.shaped)
                        tally = tally._replace(
                            articles=tally.articles + 1,
                            claims=tally.claims + outcome.claims,
                            words=tally.words + outcome.words,
                            seconds=tally.seconds + outcome.seconds,
                        )
                    elif isinstance(outcome, Failure):
                        failed.append(outcome)
            sink.close()
        except BaseException:
            sink.discard()
            raise
        if failed:  # before the part itself, which says that all of it is there
            folder.write(
                errors(part.name), "".join(f"{one.model_dump_json()}\n" for one in failed).encode("utf-8", "replace")
            )
        else:
            folder.drop(errors(part.name))
        folder.take(made, part.name + SUFFIXES[job.format])
    return tally._replace(failures=tuple(failed), notices=tuple(notices))


def _reach(folder: Folder, part: Part) -> None:
    """See to it that a part's files and its folder are on this machine too, before an hour's work is done for nothing.

    Raises:
        NewsclaimsError: they are not: the next part would fare no better.
    """
    hint = "It must be on a disk that all machines share, or at an address such as s3://…"
    for lag in LAGS:
        if folder.shared(NAME):
            break
        time.sleep(lag)
    else:
        raise OutputError(f"a worker does not reach {folder.url}, or may not write there", hint)
    folders = {os.path.dirname(one.url) for one in part.slices if not files.is_url(one.url)}
    if folders and not any(map(os.path.isdir, folders)):
        raise ReadError(f"a worker does not reach {min(folders)}, in which files are to be read", hint)


def _inside(one: Slice, settings: Settings) -> Iterator[Article | Failure]:
    if one.end is None:
        return within(files.blocks(one.path, one.url), one.path, settings)
    return lines_within(files.lines(one.path, one.url, one.start, one.end), one.path, settings, one.first)


def _sink(job: Job, path: Path) -> Sink:
    if job.format == "parquet":
        from newsclaims.store.parquet import ParquetSink

        return ParquetSink(Made(path, packed=False), str(path))
    from newsclaims.render.streams import Stream, shape_lines

    return Stream(Made(path, packed=True), shape_lines)


@lru_cache(maxsize=2)
def kept(model: str | None) -> Language:
    """Load the model once; it works on one core."""
    from newsclaims.parse.models import model as load

    return load(model, threads=1)


@contextlib.contextmanager
def _notices() -> Iterator[list[str]]:
    """Gather what the package has to say, for whoever started the run."""
    said: list[str] = []
    handler = _Gather(said)
    log = logging.getLogger("newsclaims")
    log.addHandler(handler)
    try:
        yield said
    finally:
        log.removeHandler(handler)


class _Gather(logging.Handler):
    def __init__(self, said: list[Any]) -> None:
        super().__init__(logging.WARNING)
        self._said = said

    def emit(self, record: logging.LogRecord) -> None:
        self._said.append(record.getMessage())
