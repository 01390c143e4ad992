"""The language model against gold treebanks and entities: ``python -m benchmarks.parsing --data DIR``.

Measured as in the CoNLL 2018 shared task: relations without subtypes, every word counted, punctuation too; F1 from raw text,
accuracy with gold tokens and sentences. Entities are exact spans with PERSON → PER, ORG → ORG, GPE, LOC and FAC → LOC.
``--weights`` measures weights that are not in the package, ``--splits`` names the treebank files.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from benchmarks.treebank import GoldDocument, GoldWord, documents
from newsclaims.parse.tokens import blank

Figures = dict[str, float]


def pipeline(weights: Path | None, threads: int) -> Language:
    """Give the built-in pipeline, or the same with other weights."""
    nlp = blank()
    nlp.add_pipe("newswire", config={"weights": str(weights) if weights else None, "threads": threads})
    return nlp


def gold_tokens(nlp: Language, gold: Sequence[GoldDocument]) -> Figures:
    """Give accuracies with the treebank's own words and sentences."""
    docs = [_with_gold_words(nlp, g) for g in gold]
    right = dict.fromkeys(("UAS", "LAS", "LAS with subtypes", "UPOS", "XPOS", "lemma"), 0)
    total = 0
    for g, doc in zip(gold, nlp.get_pipe("newswire").pipe(docs), strict=True):  # type: ignore[attr-defined]
        total += len(g.words)
        place = {token.i: k for k, token in enumerate(t for t in doc if not t.is_space)}
        for word, token in zip(g.words, (t for t in doc if not t.is_space), strict=True):
            attached = word.head == (-1 if token.head.i == token.i else place[token.head.i])
            right["UAS"] += attached
            right["LAS"] += attached and _relation(token).partition(":")[0] == word.deprel.partition(":")[0]
            right["LAS with subtypes"] += attached and _relation(token) == word.deprel
            right["UPOS"] += token.pos_ == word.upos
            right["XPOS"] += token.tag_ == word.xpos
            right["lemma"] += token.lemma_ == word.lemma
    return {key: n / total for key, n in right.items()}


def _with_gold_words(nlp: Language, g: GoldDocument) -> Doc:
    """Give a Doc of the treebank's words and sentence starts, with a line break before each paragraph."""
    words, spaces, starts = list[str](), list[bool](), list[bool | int | None]()
    firsts = set(g.starts)
    for i, word in enumerate(g.words):
        if word.paragraph and words:
            words.append("\n")
            spaces.append(False)
            starts.append(False)
        words.append(word.form)
        spaces.append(word.space)
        starts.append(i in firsts)
    return Doc(nlp.vocab, words, spaces, sent_starts=starts)


def _relation(token: Token) -> str:
    return "root" if token.dep_ == "ROOT" else token.dep_


def raw_text(nlp: Language, gold: Sequence[GoldDocument]) -> Figures:
    """Give F1 from raw text, words aligned by the characters they cover."""
    tp = dict.fromkeys(("words", "sentences", "UPOS", "UAS", "LAS"), 0)
    n_gold = n_found = s_gold = s_found = 0
    for g, doc in zip(gold, nlp.pipe(g.text for g in gold), strict=True):
        where = {(w.start, w.end): w for w in g.words}
        spans = _spans(doc)
        n_gold += len(g.words)
        n_found += len(spans)
        for token, span in spans.items():
            word = where.get(span)
            if word is None:
                continue
            tp["words"] += 1
            tp["UPOS"] += doc[token].pos_ == word.upos
            attached = _same_head(doc[token], word, g, spans)
            tp["UAS"] += attached
            tp["LAS"] += attached and _relation(doc[token]).partition(":")[0] == word.deprel.partition(":")[0]
        gold_sents = set(zip(_edges(g), [*_edges(g)[1:], g.words[-1].end], strict=True))
        found_sents = {(s[0], s[-1]) for s in _sentences(doc, spans)}
        tp["sentences"] += len(gold_sents & found_sents)
        s_gold += len(gold_sents)
        s_found += len(found_sents)
    return {key: 2 * n / ((s_gold + s_found) if key == "sentences" else (n_gold + n_found)) for key, n in tp.items()}


def _edges(g: GoldDocument) -> list[int]:
    return [g.words[i].start for i in g.starts]


def _spans(doc: Doc) -> dict[int, tuple[int, int]]:
    out, at = {}, 0
    for token in doc:
        size = len("".join(token.text.split()))
        if size:
            out[token.i] = (at, at + size)
        at += size
    return out


def _same_head(token: Token, word: GoldWord, g: GoldDocument, spans: dict[int, tuple[int, int]]) -> bool:
    if word.head < 0 or token.head.i == token.i:
        return word.head < 0 and token.head.i == token.i
    head = g.words[word.head]
    return spans[token.head.i] == (head.start, head.end)


def _sentences(doc: Doc, spans: dict[int, tuple[int, int]]) -> Iterator[list[int]]:
    for sent in doc.sents:
        inside = [spans[t.i] for t in sent if t.i in spans]
        if inside:
            yield [inside[0][0], inside[-1][1]]


def entities(nlp: Language, path: Path) -> Figures:
    """Give entity F1 on an IOB2 file (columns: number, word, tag), with gold words."""
    blocks: list[list[list[str]]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith("#"):
            blocks[-1].append(line.split("\t"))
        elif not line and blocks[-1]:
            blocks.append([])
    sents = [b for b in blocks if b]
    words = [row[1] for b in sents for row in b]
    firsts = {sum(len(b) for b in sents[:k]) for k in range(len(sents))}
    doc = Doc(nlp.vocab, words, sent_starts=[i in firsts for i in range(len(words))])
    doc = nlp.get_pipe("newswire")(doc)
    same = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
    found = {(e.start, e.end, same[e.label_]) for e in doc.ents if e.label_ in same}
    gold, start = set(), None
    tags = [row[2] for b in sents for row in b]
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            gold.add((start, i, tags[start][2:]))
            start = None
        if tag.startswith("B-"):
            start = i
    out = {}
    for kind in ("PER", "ORG", "LOC"):
        g, f = {m for m in gold if m[2] == kind}, {m for m in found if m[2] == kind}
        out[kind] = 2 * len(g & f) / (len(g) + len(f) or 1)
    out["all"] = 2 * len(gold & found) / (len(gold) + len(found) or 1)
    return out


def speed(nlp: Language, texts: Sequence[str]) -> Figures:
    """Give words per second of processor time, of the whole pipeline and of the model component alone."""
    docs = [nlp.make_doc(text) for text in texts]
    words = sum(not t.is_space for doc in docs for t in doc)
    begun = time.process_time()
    for _ in nlp.get_pipe("newswire").pipe(docs):  # type: ignore[attr-defined]
        pass
    model = time.process_time() - begun
    begun = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return {"model": words / model, "pipe": words / (time.process_time() - begun)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with ud/ and ner/")
    parser.add_argument("--weights", type=Path, default=None)
    parser.add_argument("--splits", default="ewt-test,gum-dev")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--json", type=Path, default=None, help="write the figures there too, for the model card")
    opts = parser.parse_args()
    record: dict[str, Figures] = {}
    nlp = pipeline(opts.weights, opts.threads)
    print("| treebank | UAS | LAS | LAS with subtypes | UPOS | XPOS | lemma | raw: words | sentences | UPOS | UAS | LAS |")
    print("|---|" + "---|" * 11)
    texts: list[str] = []
    for split in opts.splits.split(","):
        gold = list(documents(opts.data / "ud" / f"{split}.conllu"))
        texts += [g.text for g in gold]
        figures = gold_tokens(nlp, gold) | {f"raw {key}": value for key, value in raw_text(nlp, gold).items()}
        record[split] = figures
        print(f"| {split} | " + " | ".join(f"{c:.4f}" for c in figures.values()) + " |", flush=True)
    record["entities"] = entities(nlp, opts.data / "ner" / "uner-ewt-test.iob2")
    print("\nUniversal NER EWT test, F1: " + ", ".join(f"{k} {v:.4f}" for k, v in record["entities"].items()))
    record["speed"] = speed(nlp, texts)
    print(
        f"\nwords per second of processor time, {opts.threads} thread(s): "
        + ", ".join(f"{k} {v:,.0f}" for k, v in record["speed"].items())
    )
    if opts.json:
        opts.json.write_text(json.dumps(record, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
