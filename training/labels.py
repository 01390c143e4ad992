"""The label sets of the heads, counted in the training data."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from newsclaims.parse.lemmas import script
from training.examples import ENTITY_TAGS, Document


class Labels(NamedTuple):
    """The labels of each head, in the order of its outputs."""

    features: tuple[str, ...]
    xpos: tuple[str, ...]
    lemma: tuple[str, ...]
    deps: tuple[str, ...]
    entities: tuple[str, ...] = ENTITY_TAGS


def count(documents: Iterable[Document]) -> Labels:
    """Give the labels seen at least twice (features, lemma scripts) or at all (tags, dependency labels)."""
    features, xpos, lemma, deps = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for document in documents:
        for sentence in document.sentences:
            for word in sentence.words:
                if word.upos_feats:
                    features[word.upos_feats] += 1
                if word.xpos:
                    xpos[word.xpos] += 1
                if word.lemma:
                    lemma[script(word.form, word.lemma)] += 1
                if word.label:
                    deps[word.label] += 1
    return Labels(
        tuple(sorted(k for k, n in features.items() if n >= 2)),
        tuple(sorted(xpos)),
        tuple(sorted(k for k, n in lemma.items() if n >= 2)),
        tuple(sorted(deps)),
    )


def write(labels: Labels, path: Path) -> None:
    """Write the labels as JSON, as the running pipeline reads them."""
    path.write_text(json.dumps(labels._asdict(), ensure_ascii=False, indent=0), encoding="utf-8")


def read(path: Path) -> Labels:
    """Read what `write` wrote."""
    return Labels(**{key: tuple(value) for key, value in json.loads(path.read_text(encoding="utf-8")).items()})
