"""What is measured beside the program: textacy's triples and quotations, and spaCy's own network, at the same width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

WIDTH = 384  # of our own network
TAGS, RELATIONS, TYPES = 50, 45, 18  # about as many labels as the program's own model has


def textacy() -> Callable[[Doc], int] | None:
    """Give a function that finds textacy's triples and quotations in a parsed Doc, and counts them; None without textacy.

    Its quotations want straight or curly marks in pairs: where it gives up on a Doc, what it found till then counts.
    """
    try:
        from textacy import extract
    except ImportError:
        return None

    def found(doc: Doc) -> int:
        triples = sum(1 for _ in extract.subject_verb_object_triples(doc))
        try:
            return triples + sum(1 for _ in extract.direct_quotations(doc))
        except ValueError:
            return triples

    return found


def cnn(docs: Sequence[Doc]) -> Language:
    """Build spaCy's tagger, parser and entity recogniser over its convolutional network, as wide as ours, and untrained.

    Args:
        docs: parsed Docs, which give the labels; how fast it is hangs on the number of labels, not on what they mean.
    """
    nlp = spacy.blank("en")
    network = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": WIDTH,
        "depth": 4,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }
    nlp.add_pipe("tok2vec", config={"model": network})
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}
    for name, labels in (("tagger", TAGS), ("parser", RELATIONS), ("ner", TYPES)):
        pipe = nlp.add_pipe(name, config={"model": {"tok2vec": listener}})
        for number in range(labels):
            pipe.add_label(f"L{number}")  # type: ignore[attr-defined]
    with nlp.select_pipes(enable=[]):
        examples = [Example(nlp.make_doc(doc.text), doc) for doc in docs]
    nlp.initialize(lambda: examples)
    return nlp
