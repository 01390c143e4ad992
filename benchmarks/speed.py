"""Speed: words per second of the language model and of what comes after it. Prints a Markdown table.

    python -m benchmarks.speed [--data FOLDER] [--rounds 3]

Reads the sample articles, or every *.txt of a folder. Each stage's figure is the best of several rounds over all articles,
in one process; a word is what stands between white space.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from newsclaims.annotate import annotate
from newsclaims.claim import Failure
from newsclaims.extract import extract
from newsclaims.flow import parse
from newsclaims.parse.models import model
from newsclaims.read import articles
from newsclaims.resolve import resolve

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"
T = TypeVar("T")


def timed(work: Callable[[], T], rounds: int) -> tuple[float, T]:
    """The least time that a piece of work takes, and what it gives."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return min(times), result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SAMPLES, help="folder of articles")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = [str(path) for path in sorted(options.data.glob("*.txt"))]
    read = [article for article in articles(paths) if not isinstance(article, Failure)]
    words = sum(len(article.body.split()) for article in read)
    start = time.perf_counter()
    nlp = model(None)
    loading = time.perf_counter() - start
    parse(read[0].body, nlp)  # whatever is made once is made now
    parsing, docs = timed(lambda: [parse(article.body, nlp) for article in read], options.rounds)
    marking, marks = timed(lambda: [annotate(doc) for doc in docs], options.rounds)
    extracting, found = timed(lambda: [extract(*pair) for pair in zip(docs, marks, strict=True)], options.rounds)
    whole = list(zip(docs, read, marks, found, strict=True))
    resolving, _ = timed(lambda: [resolve(*four) for four in whole], options.rounds)
    after = marking + extracting + resolving
    print(f"{len(read)} articles, {words} words; model loaded in {loading:.2f} s\n")
    print("| stage | words per second | of the time of parsing |\n|---|---|---|")
    for name, seconds in (
        ("parse", parsing),
        ("annotate", marking),
        ("extract", extracting),
        ("resolve", resolving),
        ("annotate + extract + resolve (must stay under 50 %)", after),
        ("all", parsing + after),
    ):
        print(f"| {name} | {words / seconds:,.0f} | {100 * seconds / parsing:.0f} % |")


if __name__ == "__main__":
    main()
