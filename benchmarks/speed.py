"""Speed: words per second of the language model and of what comes after it. Prints a Markdown table.

    python -m benchmarks.speed [--data FOLDER] [--rounds 3]

Reads the sample articles, or every *.txt of a folder. Each stage's figure is the best of several rounds over all articles.
Seconds are processor seconds of all threads together: what one core does, whatever else the machine is busy with. A word
is what stands between white space.
"""

from __future__ import annotations

import argparse
import time
from itertools import pairwise
from pathlib import Path

from spacy.language import Language

from newsclaims.annotate import annotate
from newsclaims.claim import Failure
from newsclaims.extract import extract
from newsclaims.flow import parse
from newsclaims.parse.models import model
from newsclaims.read import Article, articles
from newsclaims.resolve import resolve

SAMPLES = Path(__file__).resolve().parent.parent / "data" / "samples"


STAGES = ("parse", "annotate", "extract", "resolve")


def spent(read: list[Article], nlp: Language) -> dict[str, float]:
    """The seconds that each stage takes, article by article, as a run takes them."""
    seconds = dict.fromkeys(STAGES, 0.0)
    for article in read:
        clock = [time.process_time()]
        doc = parse(article.body, nlp)
        clock.append(time.process_time())
        marks = annotate(doc)
        clock.append(time.process_time())
        found = extract(doc, marks)
        clock.append(time.process_time())
        resolve(doc, article, marks, found)
        clock.append(time.process_time())
        for stage, (before, after) in zip(STAGES, pairwise(clock), strict=True):
            seconds[stage] += after - before
    return seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SAMPLES, help="folder of articles")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    paths = [str(path) for path in sorted(options.data.glob("*.txt"))]
    read = [article for article in articles(paths) if not isinstance(article, Failure)]
    words = sum(len(article.body.split()) for article in read)
    start = time.process_time()
    nlp = model(None)
    loading = time.process_time() - start
    spent(read[:1], nlp)  # whatever is made once is made now
    rounds = [spent(read, nlp) for _ in range(options.rounds)]
    least = {stage: min(one[stage] for one in rounds) for stage in STAGES}
    after = least["annotate"] + least["extract"] + least["resolve"]
    shown = {**least, "annotate + extract + resolve (must stay under 50 %)": after, "all": least["parse"] + after}
    print(f"{len(read)} articles, {words} words; model loaded in {loading:.2f} s\n")
    print("| stage | words per second | of the time of parsing |\n|---|---|---|")
    for name, seconds in shown.items():
        print(f"| {name} | {words / seconds:,.0f} | {100 * seconds / least['parse']:.0f} % |")


if __name__ == "__main__":
    main()
