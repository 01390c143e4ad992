"""The built-in pipeline."""

from __future__ import annotations

from spacy.language import Language

from newsclaims.parse.tokens import blank


def load(threads: int = 0) -> Language:
    """Give the spaCy pipeline that ships with the package.

    Args:
        threads: cores that the model may use at once; 0 leaves it to ONNX Runtime.

    Example:
        >>> nlp = load()
        >>> [ent.text for ent in nlp("Angela Merkel met Barack Obama in Berlin.").ents]
        ['Angela Merkel', 'Barack Obama', 'Berlin']
    """
    nlp = blank()
    nlp.add_pipe("newswire", config={"threads": threads})
    return nlp
