"""Speed: the program from file to JSON, what its time goes into, what peers take, how it scales. Prints a Markdown table.

    python -m benchmarks.speed [--data FOLDER] [--rounds 15] [--quick | --articles]

Articles have 500 words and are put together from paragraphs of the samples, or of every *.txt of a folder. What runs on
one core is measured in seconds of the processor, the least of several rounds, all in one process with one thread; jobs,
start-up and memory by the clock, in processes of their own (of jobs the middle one of three runs): measure on a machine that
does nothing else, and without torch, which spaCy imports where it is installed. A word is what stands between white space.
textacy is measured where it is installed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import onnxruntime as ort
from spacy.tokens import Doc

from benchmarks import generated, peers, startup, throughput
from newsclaims import process
from newsclaims.annotate import annotate
from newsclaims.claim import Failure
from newsclaims.extract import extract
from newsclaims.flow import parse
from newsclaims.parse.models import model
from newsclaims.read import Article, articles
from newsclaims.render.streams import shape_lines
from newsclaims.resolve import resolve
from newsclaims.run import over
from newsclaims.run.work import TOGETHER, shaped, understanding
from newsclaims.settings import Settings

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"
WORDS = 500
LENGTHS = (100, 1_000, 10_000, 100_000)
OF_LENGTH = 1_000  # what the others are compared with
MANY = 600  # articles for the runs with jobs
RUNS = 3  # of them with 1 and 2 jobs in turn; the middle one counts


class Row(NamedTuple):
    """A line of the table."""

    what: str
    measured: str
    beside: str = ""
    must: str = ""


class Meter:
    """Adds up the processor time that is spent inside ONNX Runtime."""

    def __init__(self) -> None:
        self.seconds = 0.0
        run = ort.InferenceSession.run

        def metered(*args: Any, **kwargs: Any) -> Any:
            before = time.process_time()
            try:
                return run(*args, **kwargs)
            finally:
                self.seconds += time.process_time() - before

        ort.InferenceSession.run = metered


def texts(folder: Path, words: int) -> Iterator[str]:
    """Put articles of so many words together from the paragraphs of a folder's articles."""
    held: list[str] = []
    for path in sorted(folder.glob("*.txt")):
        for paragraph in path.read_text(encoding="utf-8").split("\n"):
            if len(paragraph.split()) > 8:
                held.append(paragraph)
            if sum(len(one.split()) for one in held) >= words:
                yield "\n\n".join(held)
                held = []


def of_length(words: int, first: int = 0) -> str:
    """Make one article of so many words from templates."""
    held, count, number = list[str](), 0, first
    while count < words:
        for sentence in generated.article(number).split("\n\n", 1)[1].split(". "):
            if count < words:
                held.append(sentence.strip())
                count += len(sentence.split())
        number += 1
    return ". ".join(held)


def written(folder: Path, bodies: Sequence[str]) -> tuple[list[str], int]:
    """Write texts as files; give their paths, and how many words they have in all."""
    folder.mkdir()
    paths = []
    for number, body in enumerate(bodies):
        paths.append(folder / f"{number:04}.txt")
        paths[-1].write_text(body, encoding="utf-8")
    return [str(path) for path in paths], sum(len(body.split()) for body in bodies)


def least(work: Callable[[], object], rounds: int) -> float:
    """The least processor time of several rounds."""
    seconds = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        seconds.append(time.process_time() - before)
    return min(seconds)


class Whole:
    """The program as a run with one job has it, in this process: from files to lines of JSON."""

    def __init__(self) -> None:
        process.begin()
        settings = Settings()
        self._understood = understanding(settings, partial(shaped, settings=settings, shape=shape_lines))

    def __call__(self, paths: Sequence[str]) -> None:
        """Read the files and find their claims."""
        for outcome in over(articles(paths), lambda: self._understood, ahead=TOGETHER):
            if isinstance(outcome, Failure):
                raise SystemExit(outcome.message)


def one_core(options: argparse.Namespace, base: Path) -> Iterator[Row]:
    """The program, its parts and its peers on the same articles."""
    meter, paths_words = Meter(), written(base / "articles", list(texts(options.data, WORDS)))
    paths, words = paths_words
    whole, rounds = Whole(), options.rounds
    whole(paths)  # whatever is made once is made now
    best, inside = min(_metered(meter, partial(whole, paths)) for _ in range(rounds))
    speed = words / best
    yield Row(f"`claims`, {len(paths)} articles of {words // len(paths)} words, file to JSON", _rate(speed), "1", "5,000")
    yield Row("of that inside ONNX Runtime, the floor", _rate(words / inside), f"{inside / best:.0%} of the time", "70 %")
    nlp = model(None, threads=1)
    read = [article for article in articles(paths) if isinstance(article, Article)]
    bodies = [article.body for article in read]

    def row(what: str, seconds: float, must: str = "") -> Row:
        return Row(what, _rate(words / seconds), f"{words / seconds / speed:.2f}", must)

    yield row("its language model, `nlp.pipe`", least(lambda: list(nlp.pipe(bodies)), rounds), "6,000")
    parsed = [parse(body, nlp) for body in bodies]
    yield row("its claims out of parsed Docs", least(partial(_claims, read, parsed), rounds))
    if peer := peers.textacy():
        yield row("textacy's triples and quotations out of the same Docs", least(lambda: [*map(peer, parsed)], rounds))
    cnn = peers.cnn(parsed[:20])
    yield row("spaCy's network of the same width, with tagger, parser, entities", least(lambda: [*cnn.pipe(bodies)], rounds))
    if not options.articles:
        yield from lengths(whole, base, max(3, rounds // 3))


def lengths(whole: Whole, base: Path, rounds: int) -> Iterator[Row]:
    """The cost of a word in short and in long articles of one kind, beside that in articles of 1,000 words."""
    made = {}
    for length in LENGTHS:
        count = max(1, LENGTHS[-1] // 10 // length)
        made[length] = written(base / str(length), [of_length(length, 1000 * number) for number in range(count)])
    costs = dict.fromkeys(LENGTHS, float("inf"))
    for _ in range(rounds):  # one length after the other, so that a machine that gets slower is so for all
        for length, (paths, words) in made.items():
            costs[length] = min(costs[length], least(partial(whole, paths), 1) / words)
    for length, cost in costs.items():
        what = f"`claims`, articles of {length:,} words from templates"
        yield Row(what, _rate(1 / cost), f"a word costs {cost / costs[OF_LENGTH]:.2f}", "0.90 to 1.10")


def processes(base: Path) -> Iterator[Row]:
    """Jobs, memory and start-up, by the clock."""
    generated.write(base / "many", MANY)
    many, out = base / "many", base / "out.jsonl"
    runs = [[throughput.seconds(many, out, jobs) for jobs in (1, 2)] for _ in range(RUNS)]
    one, two = map(statistics.median, zip(*runs, strict=True))
    yield Row(f"{MANY} articles, 1 job", f"{one:.1f} s", "", "")
    yield Row(f"{MANY} articles, 2 jobs", f"{two:.1f} s", f"{one / two:.2f} times", "1.85")
    one, two = (throughput.peak(many, out, jobs) for jobs in (1, 2))
    yield Row("memory, 1 job", f"{one:.0f} MB", "", "600 MB")
    yield Row("memory, 2 jobs, all processes", f"{two:.0f} MB", f"{two / 2:.0f} MB a worker", "600 MB")
    path = startup.article(base)
    claims = [sys.executable, "-m", "newsclaims"]
    for what, arguments, must in (
        ("`claims --help`", ["--help"], "0.2 s"),
        (f"`claims extract`, one article of {WORDS} words, cold", ["extract", str(path)], "2.0 s"),
    ):
        walls, busy = zip(*(startup.seconds([*claims, *arguments]) for _ in range(5)), strict=True)
        yield Row(what, f"{min(walls):.2f} s", f"{min(busy):.2f} s of the processor", must)


def _metered(meter: Meter, work: Callable[[], object]) -> tuple[float, float]:
    meter.seconds = 0.0
    return least(work, 1), meter.seconds


def _claims(read: Sequence[Article], docs: Sequence[Doc]) -> None:
    for article, doc in zip(read, docs, strict=True):
        marks = annotate(doc)
        resolve(doc, article, marks, extract(doc, marks))


def _rate(words: float) -> str:
    return f"{words:,.0f} words/s"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SAMPLES, help="folder of articles")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--quick", action="store_true", help="without jobs, memory and start-up")
    parser.add_argument("--articles", action="store_true", help="nor articles from templates")
    options = parser.parse_args()
    print("| what | measured | beside it | must |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        for row in (*one_core(options, base), *(() if options.quick or options.articles else processes(base))):
            print(f"| {' | '.join(row)} |", flush=True)


if __name__ == "__main__":
    main()
