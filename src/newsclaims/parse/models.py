"""The pipeline that a run parses with: the built-in one, or any other spaCy pipeline for English."""

from __future__ import annotations

import spacy
from spacy.language import Language

from newsclaims.errors import ModelError

LONGEST = 20_000_000  # code points; spaCy's own limit of a million guards pipelines that need memory by the square


def model(name: str | None = None, threads: int = 0) -> Language:
    """Load a pipeline.

    Args:
        name: what spaCy can load, a package's name (``en_core_web_trf``) or a folder; None for the built-in pipeline.
        threads: cores that the built-in pipeline may use at once; 0 for all.

    Raises:
        ModelError: there is no such pipeline, or it has no parser, and clauses are read from a parse.
    """
    nlp: Language
    if name is None:
        from newsclaims.parse.pipeline import load

        nlp = load(threads)
    else:
        try:
            nlp = spacy.load(name)
        except (OSError, ImportError, ValueError) as error:
            reason = str(error).split("\n")[0][:200].rstrip(".")
            raise ModelError(
                f"cannot load the model {name}: {reason}",
                "Give a folder, or install the package; without --model the built-in one is used",
            ) from error
        if not any(nlp.has_factory(pipe) and "token.dep" in nlp.get_pipe_meta(pipe).assigns for pipe in nlp.pipe_names):
            raise ModelError(f"the model {name} has no dependency parser", "Choose one that has")
    nlp.max_length = max(nlp.max_length, LONGEST)
    return nlp
