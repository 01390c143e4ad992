"""A folder of articles → a pandas frame with a row a claim. Prints it, and who is quoted most.

pip install pandas
python examples/folder_to_frame.py data/samples --jobs 2 --csv claims.csv
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import Any

import pandas as pd

import newsclaims

TEXTS = ("path", "actor", "action", "lemma", "target", "status", "source", "claim", "evidence")
DAYS = ("published", "earliest", "latest")


def row(record: newsclaims.ArticleRecord, claim: newsclaims.Claim) -> dict[str, Any]:
    """Flatten a claim; who is meant goes by the fullest name that the article gives."""
    return {
        "path": record.path,
        "published": record.published,
        "actor": claim.actor and claim.actor.entity,
        "action": claim.action.text,
        "lemma": claim.action.lemma,
        "target": claim.target and claim.target.entity,
        "status": claim.action.status,
        "source": claim.source and claim.source.entity,
        "earliest": claim.date and claim.date.earliest,
        "latest": claim.date and claim.date.latest,
        "claim": claim.text,
        "evidence": claim.evidence.text,
        "confidence": claim.confidence,
    }


def rows(paths: list[str], published: str | None, jobs: int) -> Iterator[dict[str, Any]]:
    """Give the claims of all articles, and tell on stderr of those that fail."""
    articles = newsclaims.articles(*paths, published=published)
    for result in newsclaims.extract_many(articles, jobs=jobs):
        if isinstance(result, newsclaims.Failure):
            print(result.message, file=sys.stderr)
        else:
            yield from (row(result.record, claim) for claim in result.claims)


def frame(paths: list[str], published: str | None = None, jobs: int = 1) -> pd.DataFrame:
    """Make the frame; days that are known are timestamps."""
    columns = [*TEXTS, *DAYS, "confidence"]
    found = pd.DataFrame(list(rows(paths, published, jobs)), columns=columns)
    for day in DAYS:
        found[day] = pd.to_datetime(found[day], errors="coerce")
    return found


def main() -> None:
    """Read the command line, make the frame, show it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="files, folders or quoted patterns")
    parser.add_argument("--published", metavar="YYYY-MM-DD", help="the day the articles were published")
    parser.add_argument("--jobs", type=int, default=1, help="processes; 0: one a core")
    parser.add_argument("--csv", metavar="FILE", help="write the frame to a file too")
    options = parser.parse_args()
    claims = frame(options.paths, options.published, options.jobs)
    print(claims[["actor", "action", "target", "source"]])
    print(claims["source"].value_counts().head(10))
    if options.csv:
        claims.to_csv(options.csv, index=False)


if __name__ == "__main__":  # with several jobs, each process imports this script
    main()
