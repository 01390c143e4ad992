"""Finish a trained run, with names in focus: ``python -m training.finish --data DIR --run runs/one --out runs/one/fine``.

With ``--silver FILE`` it learns the trees that a teacher gave the news corpus (`training.silver`), too.

The corpora disagree on what a name of an organisation is; Universal NER is small but by hand throughout. Copies of the model
learn from it alone and then label the treebank's sentences: that makes a corpus of names in the same sense eight times the
size (self-training). With it the model is trained
on, briefly and at a low rate, over all that it has learnt before.
"""

from __future__ import annotations

import argparse
import copy
import random
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training import corpora, silver, treebanks
from training.evaluate import parsing, windows_of
from training.examples import Document
from training.loop import learn, optimizer
from training.model import Joint, saved
from training.tensors import Batch, Encoder
from training.train import encoder_folder, word_pieces
from training.windows import Window, batches

TEACHERS = 2
PASSES = 5  # of each teacher over Universal NER: 0.76 F1 on its test part after them
REFERENCE = ("ewt", "uner")  # what is a name is learnt from these; the others correct it for themselves
SHARES = {"ewt": 0.5, "gum": 0.5, "gmb": 0.1, "crossner": 0.1}  # of a corpus in an epoch; of the others all
WITH_TREES = {"crossner": 0.1}  # the same where the news corpus has trees, too


def trained_on(
    model: Joint,
    encode: Encoder,
    epochs: Sequence[list[list[Window]]],
    rate: float,
    head_rate: float,
    decay: float,
    name: str,
) -> dict[str, Tensor]:
    """Train a model on, the rates falling to nothing, and give the running average of its weights."""
    total = sum(map(len, epochs))
    optim = optimizer(model, rate, head_rate)
    rates = torch.optim.lr_scheduler.LambdaLR(optim, lambda s: min((s + 1) / 20, max(0.0, 1 - s / total)))
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    step = 0
    for number, groups in enumerate(epochs):
        step = learn(model, map(encode, groups), optim, rates, average, step, decay=decay, name=f"{name} {number}")
    return average


def teachers(model: Joint, encode: Encoder, universal: Document, pieces: int, out: Path) -> list[Joint]:
    """Give copies of the model that know names as Universal NER marks them; those saved in ``out`` are not made again."""
    found = []
    for seed in range(TEACHERS):
        torch.manual_seed(seed)
        teacher, saved = copy.deepcopy(model), out / f"teacher-{seed}.pt"
        if not saved.exists():
            epochs = [batches([universal], random.Random(seed * 100 + n), pieces) for n in range(PASSES)]
            torch.save(trained_on(teacher, encode, epochs, 5e-5, 3e-4, 0.98, f"teacher {seed}"), saved)
        teacher.load_state_dict(torch.load(saved))
        found.append(teacher.eval())
    return found


def some(document: Document, rng: random.Random, shares: Mapping[str, float]) -> Document | None:
    """Give the part of a document that an epoch sees: the whole or nothing of a text, some sentences of a list of them."""
    share = shares.get(document.corpus, 1.0)
    if document.boundaries or share == 1.0:
        return document if rng.random() < share else None
    return document._replace(sentences=tuple(s for s in document.sentences if rng.random() < share))


@torch.no_grad()
def labelled(documents: Iterable[Document], models: Sequence[Joint], encode: Encoder, tags: Sequence[str]) -> list[Document]:
    """Give documents with the entity tag that models hold likeliest for each word, taken together."""
    out = []
    for document in documents:
        sets: list[frozenset[str]] = []
        for window in windows_of([document]):
            batch = Batch(*encode([window]))
            found = torch.stack([m.heads.entities(m.words(batch).float()[0]).softmax(-1) for m in models]).mean(0)
            known = [frozenset({tags[k]}) for k in found.argmax(-1).tolist()]
            size = window.words()
            sets += [*known, *[frozenset[str]()] * size][:size]
        words = iter(sets)
        sentences = tuple(
            s._replace(words=tuple(w._replace(entity=next(words)) for w in s.words)) for s in document.sentences
        )
        out.append(document._replace(sentences=sentences))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--run", type=Path, required=True, help="a folder that training wrote")
    parser.add_argument("--out", type=Path, required=True, help="where the finished weights go")
    parser.add_argument("--silver", type=Path, help="what training.silver wrote")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--dropout", type=float, default=0.1, help="of the encoder")
    parser.add_argument("--pieces", type=int, default=2200, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--head-rate", type=float, default=3e-4)
    opts = parser.parse_args()
    opts.out.mkdir(parents=True, exist_ok=True)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    folder = encoder_folder()
    label_set, model = saved(folder / "config.json", opts.run, opts.dropout)
    encode = Encoder(label_set, word_pieces(folder))
    known = corpora.fixed(opts.data)
    universal = next(d for d in known if d.corpus == "uner")
    models = [m.cpu() for m in teachers(model.to(device), encode, universal, opts.pieces, opts.out)]
    web = labelled((d for d in known if d.corpus == "ewt"), models, encode, label_set.entities)
    known = [*web, *(d for d in known if d.corpus != "ewt")]

    news = list(silver.read(opts.silver)) if opts.silver else []
    shares = WITH_TREES if news else SHARES

    def epoch(number: int) -> list[list[Window]]:
        rng = random.Random(9000 + number)
        rotating = [d for d in corpora.rotating(opts.data, number) if not (news and d.corpus == "gmb")]
        chosen = (some(d, rng, shares) for d in (*known, *rotating, *news))
        return batches([d for d in chosen if d], rng, opts.pieces)

    torch.manual_seed(1)
    model.reference = REFERENCE
    epochs = [epoch(n) for n in range(opts.epochs)]
    print(f"{sum(map(len, epochs))} batches", flush=True)
    model.load_state_dict(trained_on(model, encode, epochs, opts.rate, opts.head_rate, 0.998, "finish"))
    for name in ("ewt", "gum"):
        docs = list(treebanks.documents(opts.data / "ud" / f"{name}-dev.conllu", name, project=False))
        print(name, parsing(model, encode, label_set, docs), flush=True)
    torch.save(model.state_dict(), opts.out / "average.pt")
    for name in ("labels.json", "lexemes.json"):
        shutil.copy(opts.run / name, opts.out / name)


if __name__ == "__main__":
    main()
