"""The entity head once more, on frozen vectors: ``python -m training.names --data DIR --run runs/one``.

The joint run leaves the entity head behind the others, because names are rare in what it reads. With the encoder fixed, its
vectors are computed once and the head alone can see the annotated names many times within minutes. Rewrites average.pt.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import torch
from torch import Tensor

from newsclaims.parse.wordpieces import WordPieces, read_vocabulary
from training import corpora
from training import labels as label_sets
from training.examples import Document
from training.model import CORPORA, REFERENCE, WIDTH, Heads, Joint, empty
from training.tensors import Batch, Encoder
from training.train import encoder_folder
from training.windows import batches

NEWS_DOCUMENTS = 15
SHARES = {"uner": 4.0, "gum": 1.0, "re3d": 1.0, "crossner": 0.4, "gmb": 0.5, "ewt": 0.0}


@torch.no_grad()
def vectors(model: Joint, encode: Encoder, documents: list[Document], seed: int) -> tuple[Tensor, Tensor, Tensor]:
    """Give word vectors (N, WIDTH), allowed tags (N, tags) and corpus (N) of all words that a corpus says something of."""
    model.eval()
    found: list[tuple[Tensor, Tensor, Tensor]] = []
    for group in batches(documents, random.Random(seed), 3000):
        batch: Batch = encode(group)
        with torch.autocast("cpu", torch.bfloat16):
            words = model.words(batch)
        known = batch.allowed.sum(-1).lt(batch.allowed.shape[-1]) & batch.sentence.ge(0)
        corpus = batch.corpus.unsqueeze(1).expand_as(known)
        found.append((words[known].to(torch.bfloat16), batch.allowed[known].to(torch.bool), corpus[known]))
    columns = list(zip(*found, strict=True))
    return torch.cat(columns[0]), torch.cat(columns[1]), torch.cat(columns[2])


def sharpen(model: Joint, data: tuple[Tensor, Tensor, Tensor], epochs: int, rate: float) -> None:
    """Train the entity head and the corpora's corrections of it; nothing else changes."""
    words, allowed, corpus = data
    heads: Heads = model.heads
    parameters = [*heads.entities.parameters(), model.corrections]
    optim = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.02)
    size = 4096
    steps = epochs * (len(words) // size + 1)
    rates = torch.optim.lr_scheduler.LambdaLR(optim, lambda s: max(0.0, 1 - s / steps))
    weight = torch.tensor([SHARES[name] for name in CORPORA])
    corrected = torch.tensor([float(name not in REFERENCE) for name in CORPORA])
    for epoch in range(epochs):
        order, total, begun = torch.randperm(len(words)), 0.0, time.time()
        for at in range(0, len(order), size):
            rows = order[at : at + size]
            x, which = words[rows].float(), corpus[rows]
            logits = heads.entities(torch.nn.functional.dropout(x, 0.2))
            for k in which.unique().tolist():
                if corrected[k]:
                    mine = which == k
                    extra = x[mine] @ model.corrections[k, :WIDTH] + model.corrections[k, WIDTH]
                    logits = logits.index_add(0, mine.nonzero().squeeze(1), extra)
            nll = -(logits.log_softmax(-1) + allowed[rows].float().log()).logsumexp(-1)
            loss = (nll * weight[which]).sum() / weight[which].sum().clamp(min=1)
            optim.zero_grad()
            loss.backward()
            optim.step()
            rates.step()
            total += loss.item() * len(rows)
        print(f"epoch {epoch}: {total / len(words):.4f} in {time.time() - begun:.0f} s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True, help="a folder that training wrote")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-3)
    parser.add_argument("--seed", type=int, default=1)
    opts = parser.parse_args()
    torch.manual_seed(opts.seed)
    folder = encoder_folder()
    label_set = label_sets.read(opts.run / "labels.json")
    model = empty(folder / "config.json", label_set)
    model.load_state_dict(torch.load(opts.run / "average.pt", map_location="cpu"))
    encode = Encoder(label_set, WordPieces(read_vocabulary(folder / "vocab.txt")))
    fixed = [d for d in corpora.fixed(opts.data) if d.corpus != "ewt"]
    documents = list({d.id: d for d in fixed}.values())
    documents += list(corpora.news(opts.data, 0))[:NEWS_DOCUMENTS]
    sharpen(model, vectors(model, encode, documents, opts.seed), opts.epochs, opts.rate)
    torch.save(model.state_dict(), opts.run / "average.pt")


if __name__ == "__main__":
    main()
