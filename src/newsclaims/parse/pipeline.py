"""The built-in pipeline, and any other that a user names."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language

from newsclaims.errors import ModelError
from newsclaims.parse.tokens import retokenized

BUILT_IN = "newswire"
LONGEST = 50_000_000  # characters of one text; memory is flat, so that spaCy's own limit of a million is not needed


def load(model: str | Path | None = None, threads: int = 0) -> Language:
    """Give a spaCy pipeline that parses news.

    Args:
        model: the name of an installed spaCy pipeline or the path of one; None for the built-in model.
        threads: cores that the built-in model may use at once; 0 leaves it to ONNX Runtime.

    Raises:
        ModelError: there is no such pipeline, or it does not parse.

    Example:
        >>> nlp = load()
        >>> [ent.text for ent in nlp("Angela Merkel met Barack Obama in Berlin.").ents]
        ['Angela Merkel', 'Barack Obama', 'Berlin']
    """
    if model is None or model == BUILT_IN:
        nlp = retokenized(spacy.blank("en"))
        nlp.max_length = LONGEST
        nlp.add_pipe("newswire", config={"threads": threads})
        return nlp
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"no spaCy pipeline {str(model)!r}: {str(error).splitlines()[0]}",
            f"Install it (python -m spacy download {model}), give its path, or leave --model out to use the built-in one.",
        ) from error
    if not any(nlp.has_pipe(name) for name in ("parser", "newswire", "experimental_biaffine_parser")) and not any(
        "parser" in name for name in nlp.pipe_names
    ):
        raise ModelError(
            f"the pipeline {str(model)!r} has no parser", "Claims are read off a parse: use a pipeline with one."
        )
    return nlp
