"""Counts dictionary forms and irregular ones, for `newsclaims.parse.inflection`."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path

from newsclaims.parse.inflection import CLASSES, Lexemes, lemma
from training import treebanks

BASES = {"NN": "noun", "VB": "verb", "VBP": "verb", "JJ": "adjective", "RB": "adjective"}
COUNTED = frozenset({*CLASSES, *"MD PRP PRP$ DT IN POS RB VBP VB WP$ WP TO CC EX".split()})


def lexemes(data: Path) -> Lexemes:
    """Count the training treebanks and the news corpus.

    A dictionary form is known if a treebank gives it as a lemma or either corpus has it (three times in the news corpus,
    whose tags are automatic). An exception is a form whose lemma, the same in most places, the rules do not give.
    """
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    bases: dict[str, Counter[str]] = defaultdict(Counter)
    for name in ("ewt-train", "gum-train"):
        for _, sentences in treebanks.read(data / "ud" / f"{name}.conllu"):
            for row in (row for sentence in sentences for row in sentence.rows):
                if "Typo=Yes" in row[5] or "Abbr=Yes" in row[5]:
                    continue
                seen[row[4], row[1].lower()][row[2]] += 1
                kind = CLASSES.get(row[4]) or BASES.get(row[4])
                if kind and row[2].isalpha() and row[2].islower():
                    bases[kind][row[2]] += 3
    for line in (data / "ner" / "gmb.iob2").read_text(encoding="utf-8").split("\n"):
        form, _, rest = line.partition("\t")
        kind = BASES.get(rest.partition("\t")[0])
        if kind and form.isalpha() and form.islower():
            bases[kind][form] += 1
    known = {kind: frozenset(word for word, n in counts.items() if n >= 3) for kind, counts in bases.items()}
    rules = Lexemes({}, known)
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    for (tag, form), counts in sorted(seen.items()):
        best, n = counts.most_common(1)[0]
        if (
            tag in COUNTED
            and n > 0.9 * counts.total()
            and (n >= 2 or tag in CLASSES)
            and lemma(form, tag, "l0+", rules) != best
        ):
            exceptions[tag][form] = best
    return Lexemes(exceptions, known)


def write(found: Lexemes, path: Path) -> None:
    """Write the table as JSON."""
    data = {"exceptions": found.exceptions, "bases": {kind: sorted(words) for kind, words in found.bases.items()}}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0), encoding="utf-8")
