"""Measure `claims extract` on annotated articles: is each claim found, and are its parts right. Prints a Markdown table.

    python -m benchmarks.claims --data ../shared/gold/dev [--model NAME_OR_PATH] [-v]
    python -m benchmarks.claims [--group cases|articles|held-out]   the project's own (tests/cases/README.md)

``--data`` is a folder of NAME.txt, NAME.json (the claims: line, action, actor …) and NAME.meta.json (``published``).
Scored by `tests.scoring`: claims are paired by their actions; optional ones count neither as missed nor as wrong.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.casefile import GROUPS, Case, GoldClaim, Mention
from tests.casefile import load as cases
from tests.scoring import FIELDS, Count, predicted, score, total

from newsclaims.api import extract, load
from newsclaims.read.text import article


def annotated(folder: Path) -> Iterator[Case]:
    """Read a folder of annotated articles."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8-sig")
        meta = json.loads(path.with_suffix(".meta.json").read_text(encoding="utf-8"))
        claims = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["claims"]
        day = dt.date.fromisoformat(meta["published"]) if meta.get("published") else None
        yield Case(path.stem, text, day, tuple(_claim(text, claim) for claim in claims))


def _claim(text: str, claim: dict[str, Any]) -> GoldClaim:
    line = claim["line"]
    action = _mention(text, line, {"text": claim["action"], "nth": claim.get("action_nth", 1)})
    assert action is not None
    return GoldClaim(
        action=action,
        actor=_mention(text, line, claim["actor"]),
        target=_mention(text, line, claim["target"]),
        source=_mention(text, line, claim["source"]),
        date=claim["date"] and claim["date"]["value"],
        status=claim["status"],
        optional=claim["optional"],
        where=f"line {line}",
    )


def _mention(text: str, line: int, said: dict[str, Any] | None) -> Mention | None:
    if said is None:
        return None
    at = sum(len(one) + 1 for one in text.split("\n")[: said.get("line", line) - 1]) - 1
    for _ in range(said.get("nth", 1)):
        at = text.index(said["text"], at + 1)
    return Mention(said["text"], at, at + len(said["text"]), said.get("entity") or said["text"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of annotated articles")
    parser.add_argument(
        "--group", choices=GROUPS, default="cases", help="which of the project's own (tests/cases/README.md)"
    )
    parser.add_argument("--model", help="a spaCy pipeline; default: the built-in one")
    parser.add_argument("-v", "--verbose", action="store_true", help="list every difference")
    options = parser.parse_args()
    if options.verbose and not options.data and options.group == "held-out":
        parser.error("nobody reads the errors in articles held out: only their figures are shown")
    nlp = load(options.model)
    results = []
    for case in annotated(options.data) if options.data else cases(options.group):
        found = extract(article(case.text, case.name, case.published, front=not options.data), nlp=nlp)
        results.append(score(case.claims, [predicted(claim) for claim in found], case.text))
        if options.verbose:
            for one in results[-1].differences:
                print(f"{case.name} {one.where}: {one.field} of {one.action!r}: want {one.wanted!r}, got {one.got!r}")
    result = total(results)
    print(f"{len(results)} articles\n\n| figure | precision | recall | F1 |\n|---|---|---|---|")
    for field in FIELDS:
        count = result.counts.get(field, Count())
        print(f"| {field} | {count.precision:.3f} | {count.recall:.3f} | {count.f1:.3f} |")


if __name__ == "__main__":
    main()
