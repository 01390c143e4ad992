"""The spaCy factory "newswire": the language model as one component that sets everything the extractor needs.

It sets tags, parts of speech, morphology, lemmas, heads, dependency labels (Universal Dependencies, with spaCy's "ROOT"),
sentence starts and entities, amounts of money, percentages and measures among them. Sentence starts set before it are
respected, as spaCy's parser does. White space tokens hang on the token before them with the label "dep".
"""

# No "from __future__ import annotations" here: up to spaCy 3.8.11 a factory's types must be classes, not their names.

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, IS_SPACE, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.strings import StringStore
from spacy.symbols import IDS as SYMBOLS
from spacy.symbols import SPACE
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsclaims.parse import inflection
from newsclaims.parse.analysis import Analysis, analyse
from newsclaims.parse.bounds import bounded
from newsclaims.parse.network import Labels, Network
from newsclaims.parse.paragraphs import opens_paragraph
from newsclaims.parse.quantities import amounts
from newsclaims.parse.strings import Strings, remembered
from newsclaims.parse.windows import segments, windows

WEIGHTS = Path(__file__).parent / "weights"
POOL = 8000  # words analysed at once, over document borders
LEMMAS = 100_000  # remembered
ATTRIBUTES = [TAG, POS, MORPH, LEMMA, HEAD, DEP, ENT_IOB, ENT_TYPE]
_READ = [IS_SPACE, ORTH, IDX, SPACY, SENT_START]


class Stretch(NamedTuple):
    """A part of a Doc that is analysed at once: places of its tokens in the Doc, white space left out.

    ``starts`` are the sentence starts that somebody set before, None where the model is to find them.
    """

    doc: int
    tokens: list[int]
    words: list[str]
    breaks: list[bool]
    starts: list[bool] | None


class _Lemmas(dict[tuple[int, int, str], int]):
    """The ids of lemmas by the numbers of recipe and tag and the word; each is worked out once."""

    def __init__(self, labels: Labels, lexemes: inflection.Lexemes, strings: StringStore) -> None:
        super().__init__()
        self._labels, self._lexemes, self._strings = labels, lexemes, strings

    def __missing__(self, key: tuple[int, int, str]) -> int:
        if len(self) > LEMMAS:
            self.clear()
        recipe, tag, word = key
        lemma = inflection.lemma(word, self._labels.xpos[tag], self._labels.lemma[recipe], self._lexemes)
        found = self[key] = self._strings.add(lemma)
        return int(found)


class Newswire:
    """The component. ``weights`` is the folder of the exported model, None for the one in the package."""

    def __init__(self, vocab: Vocab, weights: str | Path | None = None, threads: int = 0) -> None:
        self.vocab = vocab
        folder = Path(weights) if weights else WEIGHTS
        self.network = Network(folder, threads)
        add = vocab.strings.add
        labels = self.network.labels
        self._xpos = np.array([add(tag) for tag in labels.xpos], dtype=np.uint64)
        self._deps = np.array([add("ROOT" if d == "root" else d) for d in labels.deps], dtype=np.uint64)
        split = [label.partition("|") for label in labels.features]
        self._upos = np.array([SYMBOLS[upos] for upos, _, _ in split], dtype=np.uint64)
        self._morph = np.array([vocab.morphology.add(feats) for _, _, feats in split], dtype=np.uint64)
        self._tags = labels.xpos
        hangs_before = np.array(-1).astype(np.uint64)
        self._space_row = np.array(
            [add("_SP"), SPACE, vocab.morphology.add(""), 0, hangs_before, add("dep"), 2, 0], dtype=np.uint64
        )
        self._lemmas = _Lemmas(labels, inflection.read(folder / "lexemes.json"), vocab.strings)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc in place."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Annotate Docs in place, in order, several at once."""
        iterator = iter(stream)
        while docs := list(islice(iterator, batch_size)):
            self._annotate(docs)
            yield from docs

    def _annotate(self, docs: Sequence[Doc]) -> None:
        read = [doc.to_array(_READ).astype(np.uint64, copy=False) for doc in docs]
        tables = [self._blank(one) for one in read]
        pool: list[Stretch] = []
        size, strings = 0, remembered(self.vocab.strings)
        for stretch in (s for k, one in enumerate(read) for s in _stretches(k, one, strings)):
            if pool and size + len(stretch.words) > POOL:
                self._fill(pool, tables)
                pool, size = [], 0
            pool.append(stretch)
            size += len(stretch.words)
        if pool:
            self._fill(pool, tables)
        for doc, table in zip(docs, tables, strict=True):
            if len(doc):
                doc.from_array(ATTRIBUTES, table)  # type: ignore[arg-type]

    def _blank(self, read: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """Give a Doc's table with its white space filled in."""
        table = np.zeros((len(read), len(ATTRIBUTES)), dtype=np.uint64)
        table[:] = self._space_row
        table[:, 3] = read[:, 1]
        words = np.flatnonzero(read[:, 0] == 0)
        first = int(words[0]) if len(words) else 0
        # what stands before the first word hangs on it
        table[:first, 4] = np.arange(first, 0, -1)
        if not len(words) and len(read):
            table[0, 4] = 0
        return table

    def _fill(self, pool: Sequence[Stretch], tables: Sequence[NDArray[np.uint64]]) -> None:
        words = list(chain.from_iterable([stretch.words for stretch in pool]))
        breaks = list(chain.from_iterable([stretch.breaks for stretch in pool]))
        pieces = self.network.pieces(words)
        sizes = [len(piece.ids) for piece in pieces]
        edges = np.cumsum([0, *(len(stretch.words) for stretch in pool)]).tolist()
        cuts = [w for a, b in pairwise(edges) for w in windows(sizes, breaks, a, b)]
        scores = self.network.scores(pieces, breaks, cuts)
        for stretch, start in zip(pool, edges, strict=False):
            if stretch.starts is not None:
                scores.starts[start : start + len(stretch.words)] = np.where(stretch.starts, 1.0, -1.0)
        forced = np.array([b and s.starts is None for s in pool for b in s.breaks], dtype=bool)
        forced[edges[:-1]] = True
        found = analyse(self.network, scores, forced)
        for stretch, start in zip(pool, edges, strict=False):
            self._write(tables[stretch.doc], stretch, found, start)

    def _write(self, table: NDArray[np.uint64], stretch: Stretch, found: Analysis, start: int) -> None:
        here = slice(start, start + len(stretch.words))
        places = np.array(stretch.tokens, dtype=np.int64)
        table[places, 0] = self._xpos[found.xpos[here]]
        table[places, 1] = self._upos[found.features[here]]
        table[places, 2] = self._morph[found.features[here]]
        recipes, tags = found.lemma[here].tolist(), found.xpos[here].tolist()
        table[places, 3] = list(map(self._lemmas.__getitem__, zip(recipes, tags, stretch.words, strict=True)))
        table[places, 4] = (places[found.heads[here] - start] - places).astype(np.uint64)
        table[places, 5] = self._deps[found.deps[here]]
        xpos = [self._tags[k] for k in tags]
        self._write_entities(table, stretch, bounded(found.entities[here], stretch.words, xpos), xpos)

    def _write_entities(self, table: NDArray[np.uint64], stretch: Stretch, tags: list[str], xpos: list[str]) -> None:
        """Write names, and amounts where no name stands; white space between two words of one entity belongs to it."""
        for amount in amounts(stretch.words, xpos):
            if all(tag == "O" for tag in tags[amount.start : amount.end]):
                inner = amount.end - amount.start - 1
                tags[amount.start : amount.end] = [f"B-{amount.type}", *[f"I-{amount.type}"] * inner]
        for i, tag in [(i, tag) for i, tag in enumerate(tags) if tag != "O"]:
            place, kind = stretch.tokens[i], self.vocab.strings.add(tag[2:])
            table[place, 6:] = 3 if tag[0] == "B" else 1, kind
            if tag[0] == "I":
                table[stretch.tokens[i - 1] + 1 : place, 6:] = 1, kind

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to save: the weights are in the package, or where the configuration says."""
        return b""

    def from_bytes(self, _: bytes, **__: Any) -> "Newswire":
        """Nothing to load."""
        return self


def _stretches(index: int, read: NDArray[np.uint64], strings: Strings) -> Iterator[Stretch]:
    places = np.flatnonzero(read[:, 0] == 0).tolist()
    texts = list(map(strings.__getitem__, read[:, 1].tolist()))
    flags = opens_paragraph(texts, read[:, 2].tolist(), read[:, 3].tolist(), places)
    words = [texts[i] for i in places]
    breaks = [flags[i] for i in places]
    preset = read[:, 4]
    given = (preset[places] == 1).tolist() if preset[1:].any() else None  # the first token always begins one
    for start, end in segments(words, breaks):
        starts = given[start:end] if given else None
        yield Stretch(index, places[start:end], words[start:end], breaks[start:end], starts)


@Language.factory(
    "newswire",
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.head", "token.dep", "doc.ents", "doc.sents"],
    default_config={"weights": None, "threads": 0},
)
def create(nlp: Language, name: str, weights: str | None, threads: int) -> Newswire:
    """Make the component; see the module's docstring."""
    del name
    return Newswire(nlp.vocab, weights, threads)
