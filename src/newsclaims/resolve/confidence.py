"""How sure a claim is: a logistic model over what its extraction looks like.

The weights are fitted on annotated articles, and checked by cross-validation, by `training/confidence.py`: of the claims
given a confidence of 0.8, about 80 % have their action, actor and target right. benchmarks/README.md says how nearly.
"""

from __future__ import annotations

import csv
import math
from functools import cache
from pathlib import Path

from newsclaims.extract.candidate import Candidate

WEIGHTS = Path(__file__).with_name("confidence.tsv")


def confidence(candidate: Candidate) -> float:
    """Give the probability that action, actor and target are right, in hundredths.

    Example: a short main clause with subject and object is surer than a relative clause without either.
    """
    weights = _weights()
    told = [weights[name] * value for name, value in candidate.features if value and name in weights]
    score = weights["intercept"] + sum(told)
    return round(1 / (1 + math.exp(-score)), 2)


def features(candidate: Candidate) -> dict[str, float]:
    """What the model looks at: numbers, most of them 0 or 1."""
    return dict(candidate.features)


@cache
def _weights() -> dict[str, float]:
    with WEIGHTS.open(encoding="utf-8", newline="") as lines:
        return {row["feature"]: float(row["weight"]) for row in csv.DictReader(lines, delimiter="\t")}
