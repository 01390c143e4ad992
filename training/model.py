"""The joint model: one encoder, and a head each for tags, lemmas, sentence starts, entities, arcs and labels.

Arcs and labels are biaffine after Dozat & Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing".
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as fn
from transformers import AutoConfig, AutoModel, PreTrainedModel

from newsclaims.parse.wordpieces import SHAPES
from training.labels import Labels
from training.labels import read as read_labels
from training.tensors import IGNORE, Batch
from training.windows import CORPORA

ARC, LABEL = 256, 96
REFERENCE = (
    "ewt",
    "gum",
    "uner",
    "re3d",
)  # corpora whose idea of an entity is the product's; the others correct it for themselves


class Outputs(NamedTuple):
    """What the heads say of N words: logits, and the vectors from which arcs and labels are scored."""

    features: Tensor
    xpos: Tensor
    lemma: Tensor
    starts: Tensor
    entities: Tensor
    arc_dep: Tensor  # (N, ARC + 1), already multiplied by the biaffine matrix: its product with arc_head is the score
    arc_head: Tensor  # (N, ARC + 1)
    label_dep: Tensor  # (N, LABEL + 1)
    label_head: Tensor


class Heads(nn.Module):
    """Everything above the word vectors."""

    def __init__(self, labels: Labels, width: int) -> None:
        super().__init__()
        self.dropout = nn.Dropout(0.2)
        self.features = nn.Linear(width, len(labels.features))
        self.xpos = nn.Linear(width, len(labels.xpos))
        self.lemma = nn.Linear(width, len(labels.lemma))
        self.starts = nn.Linear(width, 2)
        self.entities = nn.Sequential(nn.Linear(width, 128), nn.GELU(), nn.Linear(128, len(labels.entities)))
        self.arc_dep = nn.Linear(width, ARC)
        self.arc_head = nn.Linear(width, ARC)
        self.label_dep = nn.Linear(width, LABEL)
        self.label_head = nn.Linear(width, LABEL)
        self.arc_matrix = nn.Parameter(torch.zeros(ARC + 1, ARC + 1))
        self.root_arc = nn.Parameter(torch.zeros(ARC))
        self.root_label = nn.Parameter(torch.zeros(LABEL))
        self.label_tensor = nn.Parameter(torch.zeros(LABEL + 1, len(labels.deps), LABEL + 1))
        nn.init.normal_(self.arc_matrix, std=ARC**-0.5)
        nn.init.normal_(self.label_tensor, std=1 / LABEL)
        nn.init.normal_(self.root_arc, std=0.1)
        nn.init.normal_(self.root_label, std=0.1)

    def forward(self, words: Tensor) -> Outputs:
        """Give the outputs for word vectors of shape (…, width)."""
        x = self.dropout(words)

        def arm(layer: nn.Module) -> Tensor:
            y = self.dropout(fn.gelu(layer(x)))
            return torch.cat([y, torch.ones_like(y[..., :1])], -1)

        return Outputs(
            self.features(x),
            self.xpos(x),
            self.lemma(x),
            self.starts(x),
            self.entities(x),
            arm(self.arc_dep) @ self.arc_matrix,
            arm(self.arc_head),
            arm(self.label_dep),
            arm(self.label_head),
        )

    def roots(self) -> tuple[Tensor, Tensor]:
        """Give the root's head vectors for arcs and labels, with the constant 1 appended."""
        one = torch.ones(1)
        return torch.cat([self.root_arc, one]), torch.cat([self.root_label, one])

    def score_labels(self, dep: Tensor, head: Tensor) -> Tensor:
        """Give label logits (N, labels) for N pairs of vectors."""
        n, size = self.label_tensor.shape[1], LABEL + 1
        left = (dep @ self.label_tensor.reshape(size, n * size)).reshape(-1, n, size)
        return (left * head.unsqueeze(1)).sum(-1)


class Joint(nn.Module):
    """Encoder and heads. ``corrections`` belong to training: what a corpus says of entities beyond the common head."""

    def __init__(self, labels: Labels, encoder: PreTrainedModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.shapes = nn.Embedding(len(SHAPES), width)
        nn.init.zeros_(self.shapes.weight)
        self.heads = Heads(labels, width)
        tags = len(labels.entities)
        self.corrections = nn.Parameter(torch.zeros(len(CORPORA), width + 1, tags))
        self.reference: tuple[str, ...] = REFERENCE

    def words(self, batch: Batch) -> Tensor:
        """Give word vectors (B, W, width): the mean of each word's pieces."""
        pieces = self.pieces(batch.ids, batch.shapes, batch.mask).float()
        size = batch.sentence.shape[1] + 1
        total = pieces.new_zeros(pieces.shape[0], size, pieces.shape[-1]).scatter_add_(
            1, batch.word_of.unsqueeze(-1).expand(-1, -1, pieces.shape[-1]), pieces
        )
        count = pieces.new_zeros(pieces.shape[0], size).scatter_add_(
            1, batch.word_of, torch.ones_like(batch.word_of).float()
        )
        return (total / count.clamp(min=1).unsqueeze(-1))[:, 1:]

    def pieces(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Give piece vectors (B, P, width)."""
        encoder: Any = self.encoder
        embedded = encoder.embeddings.word_embeddings(ids) + self.shapes(shapes)
        out: Tensor = encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return out

    def loss(self, batch: Batch) -> dict[str, Tensor]:
        """Give the loss of each head, averaged over the words that it knows something of."""
        with torch.autocast(batch.ids.device.type, torch.bfloat16):
            pieces = self.words(batch)
        words = pieces.float()
        out = self.heads(words)
        arcs, gold_label = self.arc_scores(out, batch), None
        losses = {
            name: cross_entropy(getattr(out, name), getattr(batch, name)) for name in ("features", "xpos", "lemma", "starts")
        }
        losses["arcs"] = cross_entropy(arcs, batch.head)
        known = batch.label.ne(IGNORE) & batch.head.ne(IGNORE)
        if known.any():
            picked = self.label_ends(out).gather(1, batch.head.clamp(min=0).unsqueeze(-1).expand(-1, -1, LABEL + 1))
            gold_label = batch.label[known]
            losses["labels"] = fn.cross_entropy(self.heads.score_labels(out.label_dep[known], picked[known]), gold_label)
        losses["entities"] = self._entity_loss(out.entities, words, batch)
        return losses

    def read(self, batch: Batch) -> Outputs:
        """Give the outputs for a batch: the encoder's part in sixteen bits, the heads in full."""
        with torch.autocast(batch.ids.device.type, torch.bfloat16):
            vectors = self.words(batch)
        outputs: Outputs = self.heads(vectors.float())
        return outputs

    def label_ends(self, out: Outputs) -> Tensor:
        """Give the vectors (B, W + 1, LABEL + 1) from which an arc's label is scored at its head, the root's first."""
        root = self.heads.roots()[1].to(out.label_head.device)
        return torch.cat([root.expand(out.label_head.shape[0], 1, -1), out.label_head], 1)

    def arc_scores(self, out: Outputs, batch: Batch) -> Tensor:
        """Give the score (B, W, W + 1) of each word of its own sentence, and of the root, which is first, as its head."""
        root = self.heads.roots()[0].to(out.arc_head.device)
        heads = torch.cat([root.expand(out.arc_head.shape[0], 1, -1), out.arc_head], 1)
        scores = out.arc_dep @ heads.transpose(1, 2)
        same = batch.sentence.unsqueeze(2) == batch.sentence.unsqueeze(1)
        same = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        return scores.masked_fill(~same, -1e4)

    def _entity_loss(self, logits: Tensor, words: Tensor, batch: Batch) -> Tensor:
        scale = words.new_tensor([float(name not in self.reference) for name in CORPORA])[batch.corpus].view(-1, 1, 1)
        correction = self.corrections[batch.corpus]
        logits = logits + scale * (words @ correction[:, :-1] + correction[:, -1:])
        known = batch.allowed.sum(-1).lt(logits.shape[-1]) & batch.sentence.ge(0)
        if not known.any():
            return logits.sum() * 0.0
        log_p = logits[known].log_softmax(-1)
        return -(log_p + batch.allowed[known].log()).logsumexp(-1).mean()


def cross_entropy(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy over the known targets; zero where none is known."""
    if not target.ne(IGNORE).any():
        return logits.sum() * 0.0
    return fn.cross_entropy(logits.flatten(0, -2), target.flatten(), ignore_index=IGNORE)


def pretrained(folder: Path, labels: Labels, dropout: float = 0.1) -> Joint:
    """Give the joint model with the encoder's weights read from a folder that holds config.json and model.safetensors."""
    kind = AutoConfig.from_pretrained(folder).model_type
    encoder = AutoModel.from_pretrained(
        folder,
        add_pooling_layer=False,
        use_safetensors=True,
        attn_implementation="sdpa" if kind == "bert" else "eager",
        hidden_dropout_prob=dropout,
        attention_probs_dropout_prob=dropout,
    )
    return Joint(labels, encoder)


def empty(config: Path, labels: Labels, dropout: float = 0.1) -> Joint:
    """Give the joint model without weights, to load a checkpoint into."""
    read = AutoConfig.from_pretrained(config, hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout)
    return Joint(labels, AutoModel.from_config(read, add_pooling_layer=False))


def saved(config: Path, run: Path, dropout: float = 0.1) -> tuple[Labels, Joint]:
    """Give the labels of a run and the model with the weights that it ended with."""
    labels = read_labels(run / "labels.json")
    joint = empty(config, labels, dropout)
    joint.load_state_dict(torch.load(run / "average.pt", map_location="cpu"))
    return labels, joint
