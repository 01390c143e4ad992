"""Trees of a teacher for the news corpus.

    python -m training.silver --data DIR --teacher ENCODER runs/teacher --out FILE

The treebanks are web text and a mixture of kinds; the news corpus has a million words of newswire and no trees. A teacher
with a larger encoder (`training.train` with ``--encoder`` and ``--treebanks``) parses it, and the model that ships learns
from what it finds (``training.finish --silver FILE``): distillation by hard labels, as in Kim & Rush (2016). Arcs of which
the teacher itself is unsure are left out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from newsclaims.parse.lemmas import apply
from newsclaims.parse.trees import tree
from training import corpora
from training import labels as label_sets
from training.evaluate import windows_of
from training.examples import Document, Sentence, Word
from training.labels import Labels
from training.model import Joint, saved
from training.tensors import Batch, Encoder
from training.train import word_pieces
from training.windows import Window

SURE = 0.6  # an arc of which the teacher holds this likely is taught
AT_ONCE = 12  # windows


class Teacher(NamedTuple):
    """A model, and what makes its batches."""

    model: Joint
    encode: Encoder


class Opinion(NamedTuple):
    """What one teacher holds of the words of B windows: log-probabilities; ``arcs`` (B, W, W + 1) with the root first."""

    arcs: Tensor
    dep: Tensor
    ends: Tensor
    features: Tensor
    xpos: Tensor
    lemma: Tensor


@torch.inference_mode()
def opinion(teacher: Teacher, group: Sequence[Window]) -> Opinion:
    """Ask one teacher."""
    model, device = teacher.model, next(teacher.model.parameters()).device
    batch = Batch(*[t.to(device) for t in teacher.encode(group)])
    out = model.read(batch)
    tags = (getattr(out, name).log_softmax(-1) for name in ("features", "xpos", "lemma"))
    return Opinion(model.arc_scores(out, batch).log_softmax(-1), out.label_dep, model.label_ends(out), *tags)


@torch.inference_mode()
def parsed(groups: Iterable[Sequence[Window]], teachers: Sequence[Teacher], labels: Labels) -> Iterator[list[Sentence]]:
    """Give the sentences of each window, in the order given, with all that the teachers together say of their words."""
    for group in groups:
        opinions = [opinion(teacher, group) for teacher in teachers]
        arcs = torch.stack([one.arcs for one in opinions]).mean(0)
        sure = arcs.softmax(-1)
        best = {
            name: torch.stack([getattr(one, name) for one in opinions]).mean(0).argmax(-1).tolist()
            for name in ("features", "xpos")
        }
        best["lemma"] = opinions[0].lemma.argmax(-1).tolist()  # the recipes that runs know may differ
        for b, window in enumerate(group):
            found, start = list[Sentence](), 0
            for sentence in window.sentences:
                here = slice(start, start + len(sentence.words))
                own = torch.cat([arcs[b, here, :1], arcs[b, here, 1 + start : 1 + here.stop]], 1)
                heads = torch.from_numpy(tree(own.float().cpu().numpy()))
                places = torch.where(heads > 0, heads + start, heads).to(arcs.device)
                ends = [(one.dep[b, here], one.ends[b, places]) for one in opinions]
                names = _names(teachers, ends, heads.tolist(), labels)
                likely = sure[b, here].gather(1, places.unsqueeze(1))[:, 0].tolist()
                words = [
                    _taught(word, k, int(heads[k]), names[k], likely[k])._replace(
                        upos_feats=labels.features[best["features"][b][start + k]],
                        xpos=labels.xpos[best["xpos"][b][start + k]],
                        lemma=apply(labels.lemma[best["lemma"][b][start + k]], word.form),
                    )
                    for k, word in enumerate(sentence.words)
                ]
                found.append(sentence._replace(words=tuple(words)))
                start = here.stop
            yield found


def _names(
    teachers: Sequence[Teacher], ends: Sequence[tuple[Tensor, Tensor]], heads: Sequence[int], labels: Labels
) -> list[str]:
    """The likeliest label of each word's arc; "root" of the root's alone."""
    scores = sum(
        (t.model.heads.score_labels(dep, head).log_softmax(-1) for t, (dep, head) in zip(teachers, ends, strict=True)),
        torch.zeros(()),
    )
    scores[:, labels.deps.index("root")] = -1e4
    names = [labels.deps[k] for k in scores.argmax(-1).tolist()]
    return ["root" if above == 0 else name for above, name in zip(heads, names, strict=True)]


def _taught(word: Word, place: int, head: int, label: str, likely: float) -> Word:
    if likely < SURE:
        return word
    return word._replace(head=head - 1 if head else place, label=label)


def write(documents: Iterable[Document], path: Path) -> None:
    """Write documents, one a line."""
    with path.open("w", encoding="utf-8") as file:
        for document in documents:
            sentences = [[[*word[:-1], sorted(word.entity)] for word in s.words] for s in document.sentences]
            print(json.dumps([document.id, sentences], ensure_ascii=False), file=file, flush=True)


def read(path: Path) -> Iterator[Document]:
    """Read what `write` wrote."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, sentences = json.loads(line)
        held = [tuple(Word(*known)._replace(entity=frozenset(tags)) for *known, tags in words) for words in sentences]
        yield Document(name, "gmb", tuple(map(Sentence, held)))


def loaded(encoder: Path, run: Path) -> Teacher:
    """Load a run's weights."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    labels, model = saved(encoder, run)
    return Teacher(model.to(device).eval(), Encoder(labels, word_pieces(encoder)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument(
        "--teacher",
        type=Path,
        nargs=2,
        action="append",
        required=True,
        metavar=("ENCODER", "RUN"),
        help="folders of a pretrained encoder and of a run with it; several teach together",
    )
    parser.add_argument("--out", type=Path, required=True, help="where the trees go")
    parser.add_argument("--parts", type=int, default=corpora.NEWS_PARTS, help="how many parts of the news corpus")
    opts = parser.parse_args()
    labels = label_sets.read(opts.teacher[0][1] / "labels.json")
    teachers = [loaded(encoder, run) for encoder, run in opts.teacher]
    begun = time.time()

    def taught(document: Document) -> Document:
        windows = list(windows_of([document]))
        groups = (windows[at : at + AT_ONCE] for at in range(0, len(windows), AT_ONCE))
        sentences = tuple(chain.from_iterable(parsed(groups, teachers, labels)))
        print(f"{document.id} {time.time() - begun:.0f} s", flush=True)
        return document._replace(sentences=sentences)

    write((taught(d) for part in range(opts.parts) for d in corpora.news(opts.data, part)), opts.out)


if __name__ == "__main__":
    main()
