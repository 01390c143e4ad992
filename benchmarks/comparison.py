"""Measure `claims compare`: does it find what is the same, and what contradicts, in pairs of sentences; and how fast is it.

    python -m benchmarks.comparison [-v] [--part tune|seen|held]
    python -m benchmarks.comparison --scale 100000

``pairs.tsv`` holds pairs written for this project, each the sentence of an article. Both go through the extractor and then
through the comparison; a pair counts as *contradicts* if claims of the two share a cluster in which somebody denies
something or figures or days disagree, as *same* if they share one without that, else as *different*. The rules were made
with the part "tune"; "seen" was first measured when they stood and mended a few; "held" was written then, and not looked at.

``--scale N`` compares N claims that are made up: so many events, each told by a few articles in several wordings, with the
same states, bodies and verbs coming up again and again.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from newsclaims import flow
from newsclaims.claim import Action, Actor, ArticleRecord, Claim, Date, Target, TextSpan
from newsclaims.claim import Argument as ClaimArgument
from newsclaims.compare import compare
from newsclaims.read import article

PAIRS = Path(__file__).parent / "pairs.tsv"
LABELS = ("same", "contradicts")


class Pair(NamedTuple):
    """Two sentences, when they were published, and what they are to each other."""

    part: str
    label: str
    kind: str
    published_first: str
    published_second: str
    first: str
    second: str


class Score(NamedTuple):
    """Precision and recall of one label, and what they are counted from."""

    precision: float
    recall: float
    gold: int
    ours: int


def pairs(path: Path = PAIRS) -> list[Pair]:
    """Read the gold."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [Pair(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def judged(pair: Pair, nlp: Language) -> str:
    """Give the label that the comparison finds for a pair."""
    readings = []
    for name, text, day in (("first", pair.first, pair.published_first), ("second", pair.second, pair.published_second)):
        one = article(text + "\n", name, dt.date.fromisoformat(day))
        record = one.record.model_copy(update={"id": name})
        readings.append((record, flow.claims(flow.parse(one.body, nlp), one)))
    shared = [cluster for cluster in compare(readings) if cluster.articles == 2]
    if not shared:
        return "different"
    return "contradicts" if any(cluster.denied_by or cluster.disagreements for cluster in shared) else "same"


def scores(found: list[tuple[Pair, str]]) -> dict[str, Score]:
    """Score each label."""
    made = {}
    for label in LABELS:
        gold, ours = (sum(one == label for one in side) for side in ([p.label for p, _ in found], [s for _, s in found]))
        right = sum(pair.label == said == label for pair, said in found)
        made[label] = Score(right / ours if ours else 1.0, right / gold if gold else 1.0, gold, ours)
    return made


def made_up(claims: int, seed: int = 1) -> Iterator[tuple[ArticleRecord, list[Claim]]]:
    """Make up articles of ten claims each, about events that each come up about four times."""
    dice = random.Random(seed)
    states = "Russia China France Kenya Brazil Japan Norway Chile Egypt India Peru Ghana Nepal Oman Qatar Malta".split()
    bodies = ["the ministry", "the army", "police", "rebels", "the company", "the central bank", "the court", "farmers"]
    verbs = ["send", "dispatch", "give", "kill", "arrest", "reject", "approve", "raise", "fine", "visit", "close", "hit"]
    things = ["troops", "shells", "workers", "a bill", "the plant", "aid", "schools", "a bridge", "prices", "a minister"]
    events = []
    for _ in range(max(1, claims // 4)):
        actor = dice.choice(states if dice.random() < 0.5 else bodies)
        town = "".join(dice.choice("bdfgklmnprstvz") + dice.choice("aeiou") for _ in range(3)).title()
        day = dt.date(2024, 1, 1) + dt.timedelta(dice.randrange(365))
        events.append(
            (actor, dice.choice(verbs), dice.choice(things), dice.choice([*states, town, town]), dice.randrange(2, 90), day)
        )
    for n in range(claims // 10):
        told = [dice.choice(events) for _ in range(10)]
        day = told[0][-1] + dt.timedelta(dice.randrange(3))
        record = ArticleRecord(id=f"a{n}", path=f"{n}.txt", publisher=f"Paper {n % 40}", published=day.isoformat())
        yield record, [_claim(f"c{n}-{i}", record.id, event, i * 100) for i, event in enumerate(told)]


def _claim(name: str, article_: str, event: tuple[str, str, str, str, int, dt.date], at: int) -> Claim:
    actor, verb, thing, place, number, day = event
    what = f"{number} {thing}" if thing.endswith("s") else thing
    text = f"{actor} {verb} {what} in {place}"
    iso = day.isoformat()
    type_ = "GPE" if actor[0].isupper() else None
    return Claim(
        id=name, article=article_, text=text,
        actor=Actor(text=actor, start=at + 1, end=at + 1 + len(actor), type=type_, entity=actor),
        action=Action(text=verb, start=at, end=at, lemma=verb, tense="past"),
        target=Target(text=what, start=at + 40, end=at + 40 + len(what), entity=what),
        arguments=(ClaimArgument(text=place, start=at + 60, end=at + 60 + len(place), role="in"),),
        date=Date(text=iso, start=at + 80, end=at + 90, value=iso, earliest=iso, latest=iso),
        evidence=TextSpan(text=text, start=at, end=at + 99), rule="active", confidence=0.9,
    )  # fmt: skip


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("-v", "--verbose", action="store_true", help="list every difference")
    options.add_argument("--part", choices=["tune", "seen", "held"], help="only this part")
    options.add_argument("--scale", type=int, metavar="N", help="compare N claims that are made up, and time it")
    given = options.parse_args()
    if given.scale:
        scale(given.scale)
        return
    from newsclaims.parse.models import model

    nlp = model(None)
    found = [(pair, judged(pair, nlp)) for pair in pairs() if given.part in (None, pair.part)]
    if given.verbose:
        for pair, said in found:
            if pair.label != said:
                print(f"  {pair.part} {pair.kind}: gold {pair.label}, ours {said}: {pair.first} | {pair.second}")
    print("| part | label | pairs | ours | precision | recall |\n|---|---|---|---|---|---|")
    for part in dict.fromkeys(pair.part for pair, _ in found):
        for label, score in scores([one for one in found if one[0].part == part]).items():
            print(f"| {part} | {label} | {score.gold} | {score.ours} | {score.precision:.3f} | {score.recall:.3f} |")


def scale(claims: int) -> None:
    """Time the comparison of claims that are made up."""
    articles = list(made_up(claims))
    start, worked = time.perf_counter(), time.process_time()
    clusters = compare(articles)
    took, worked = time.perf_counter() - start, time.process_time() - worked
    claims = sum(len(made) for _, made in articles)
    print(
        f"{claims:,} claims, {len(articles):,} articles: {len(clusters):,} clusters, {took:.1f} s, processor {worked:.1f} s"
    )


if __name__ == "__main__":
    main()
