"""The model card, written from measured figures.

``python -m training.card --weights DIR --figures FILE --full FILE --epochs N``; the two files are what
``benchmarks/parsing.py --json`` wrote for the quantised and the full-precision weights.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
from pathlib import Path
from string import Template

CARD = Template("""# Model card: newswire $date

The language model inside newsclaims: one encoder with heads for tags, morphology, lemmas, sentence starts, entities and
dependencies. English, written news first.

## Made of

- Encoder: the six-layer MiniLM of all-MiniLM-L6-v2 (Apache-2.0; Wang et al. 2020, Reimers & Gurevych 2019), fine-tuned.
- UD English EWT (CC BY-SA 4.0), train split: parsing, tags, lemmas, sentence starts.
- UD English GUM (CC BY 4.0 and CC BY-SA 4.0; non-commercial genres left out), train split: the same, and named entities.
- Universal NER EWT, dev split (CC BY-SA 4.0); CrossNER (MIT); re3d without its BBC part (Open Government Licence v3.0 and
  the licences of its sources); Groningen Meaning Bank 2.2 (public-domain texts): named entities. The Groningen Meaning Bank
  also for sentence starts, and for parsing, tags and lemmas as teachers found them in it: this model as it was, and one with
  the encoder all-mpnet-base-v2 (Apache-2.0; Song et al. 2020), fine-tuned on both treebanks.

No text of these corpora is in the package. The weights may be used under CC BY-SA 4.0; the code around them is MIT.

## Recipe

`python -m training.train --data DIR --out runs/one --epochs $epochs`, a teacher and its trees as training/README.md says,
`python -m training.finish --data DIR --run runs/one --silver FILE --out runs/fine`, then
`python -m training.export --run runs/fine --out DIR`.
AdamW, 1.2e-4 for the encoder and 1e-3 for the heads, 200 steps of warm-up, linear decay, batches of about 2,200 word pieces,
running average of the weights (0.999). Finishing: two copies learn five times from Universal NER alone and label the names
of EWT's sentences; with these labels and the teachers' trees the model is trained on, on all corpora. $note
Quantised to eight bits, one scale a column, and such that no two neighbouring products overflow on a processor whose only
instruction for them is AVX2's (`training/pairs.py`); the heads stay in full precision. words.onnx is encoder and heads in
one, its attention fused; arcs.onnx compares words with each other, labels.onnx names arcs.

## Figures

Measured by `benchmarks/parsing.py`. Relations without subtypes (as in the CoNLL 2018 shared task), punctuation counted.

| | EWT test | GUM dev | |
|---|---|---|---|
$rows

Entities, exact spans, Universal NER EWT test (web text): $entities.
Loss by quantisation: $loss.

The figures on GUM dev and EWT test are of data like the training data; on news of other times and places expect less.
Names of products and works are found least well.

## Files

$files
""")
ROWS = (
    ("LAS, gold tokens and sentences", "LAS"),
    ("UAS, gold tokens and sentences", "UAS"),
    ("UPOS, gold tokens", "UPOS"),
    ("XPOS, gold tokens", "XPOS"),
    ("lemma, gold tokens", "lemma"),
    ("LAS F1 from raw text", "raw LAS"),
    ("sentence F1 from raw text", "raw sentences"),
    ("word F1 from raw text", "raw words"),
)


def card(
    figures: dict[str, dict[str, float]], full: dict[str, dict[str, float]], weights: Path, epochs: int, note: str
) -> str:
    """Give the card's text; ``note`` says in what this run differed from the recipe."""
    rows = [f"| {name} | {figures['ewt-test'][key]:.3f} | {figures['gum-dev'][key]:.3f} | |" for name, key in ROWS]
    loss = [f"LAS {full[s]['LAS'] - figures[s]['LAS']:+.4f} on {s}" for s in ("ewt-test", "gum-dev")]
    loss.append(f"entity F1 {full['entities']['all'] - figures['entities']['all']:+.4f}")
    files = [
        f"- {path.name}: {path.stat().st_size / 1e6:.1f} MB, SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in sorted(weights.iterdir())
        if path.suffix in {".onnx", ".json", ".txt"}
    ]
    return CARD.substitute(
        date=dt.date.today().isoformat(),
        epochs=epochs,
        note=note,
        rows="\n".join(rows),
        entities=", ".join(f"{k} {v:.3f}" for k, v in figures["entities"].items()),
        loss=", ".join(loss) + " (positive: lost)",
        files="\n".join(files),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--figures", type=Path, required=True)
    parser.add_argument("--full", type=Path, required=True)
    parser.add_argument("--epochs", type=int, required=True)
    parser.add_argument("--note", default="", help="in what this run differed from the recipe")
    opts = parser.parse_args()
    read = [json.loads(path.read_text(encoding="utf-8")) for path in (opts.figures, opts.full)]
    (opts.weights / "README.md").write_text(card(read[0], read[1], opts.weights, opts.epochs, opts.note), encoding="utf-8")


if __name__ == "__main__":
    main()
