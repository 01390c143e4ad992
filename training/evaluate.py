"""Quick figures during training, on gold tokens and sentences; ``benchmarks/parsing.py`` measures what is published."""

from __future__ import annotations

from collections.abc import Iterable

import torch

from newsclaims.parse.lemmas import apply
from training.examples import Document
from training.labels import Labels
from training.model import LABEL, Joint
from training.tensors import IGNORE, Batch, Encoder
from training.windows import CORPORA, Window


def windows_of(documents: Iterable[Document], limit: int = 160) -> Iterable[Window]:
    """Cut documents into windows of whole sentences, up to a number of words."""
    for document in documents:
        run: list = []  # type: ignore[type-arg]
        for sentence in document.sentences:
            if run and sum(len(s.words) for s in run) + len(sentence.words) > limit:
                yield Window(tuple(run), CORPORA.index(document.corpus), True)
                run = []
            run.append(sentence)
        if run:
            yield Window(tuple(run), CORPORA.index(document.corpus), True)


@torch.no_grad()
def parsing(model: Joint, encode: Encoder, labels: Labels, documents: list[Document]) -> dict[str, float]:
    """Give UAS, LAS (argmax arcs, punctuation counted), accuracy of tags and lemmas, and sentence-start F1."""
    model.eval()
    device = next(model.parameters()).device
    right = dict.fromkeys(("uas", "las", "upos", "xpos", "lemma"), 0)
    total, hits, found, gold = 0, 0, 0, 0
    pool = sorted(windows_of(documents), key=Window.words)
    for at in range(0, len(pool), 16):
        group = pool[at : at + 16]
        batch = Batch(*[t.to(device) for t in encode(group)])
        out = model.read(batch)
        heads = model.arc_scores(out, batch).argmax(-1)
        picked = model.label_ends(out).gather(1, heads.unsqueeze(-1).expand(-1, -1, LABEL + 1))
        known = batch.head.ne(IGNORE)
        label = model.heads.score_labels(out.label_dep[known], picked[known]).argmax(-1)
        good = heads[known] == batch.head[known]
        total += int(known.sum())
        right["uas"] += int(good.sum())
        right["las"] += int((good & (label == batch.label[known])).sum())
        right["xpos"] += int((out.xpos.argmax(-1) == batch.xpos)[known].sum())
        starts = out.starts.argmax(-1)[known] == 1
        hits += int((starts & (batch.starts[known] == 1)).sum())
        found += int(starts.sum())
        gold += int((batch.starts[known] == 1).sum())
        features, lemma = out.features.argmax(-1).tolist(), out.lemma.argmax(-1).tolist()
        for b, window in enumerate(group):
            gold_words = [w for s in window.sentences for w in s.words][: int(known[b].sum())]
            for i, word in enumerate(gold_words):
                right["upos"] += labels.features[features[b][i]].split("|")[0] == (word.upos_feats or "").split("|")[0]
                right["lemma"] += apply(labels.lemma[lemma[b][i]], word.form) == word.lemma
    model.train()
    figures = {k: round(v / total, 4) for k, v in right.items()}
    figures["sentences"] = round(2 * hits / (found + gold), 4)
    return figures
