"""The reader for Universal Dependencies: the built-in pipeline, and most spaCy pipelines of other languages."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from newsclaims.extract.mend import Words, mended
from newsclaims.extract.tree import VOID, Tree, grow
from newsclaims.lexicon import rows
from newsclaims.parse.columns import columns

LABELS = frozenset({"obj", "obl", "nmod", "case", "cop", "aux:pass", "nsubj:pass", "acl:relcl", "flat", "iobj", "obl:agent"})
"""Labels that only Universal Dependencies has."""


def tree(doc: Doc) -> Tree:
    """Take a Doc's arcs as they are, but for slips that every parser makes.

    Args:
        doc: a Doc with UD labels ("Kenya" ``nsubj`` of "sent").

    Returns:
        The same tree, ready for the rules.
    """
    tokens, verbs = columns(doc), _reporting_verbs()
    words = Words(
        forms=tokens.lower,
        tags=tokens.tags,
        void=tuple([pos in VOID for pos in tokens.pos]),
        reports=tuple([pos == "VERB" and lemma in verbs for pos, lemma in zip(tokens.pos, tokens.lemmas, strict=True)]),
    )
    return grow(doc, *mended(tokens.heads, tokens.deps, words))


@cache
def _reporting_verbs() -> frozenset[str]:
    """The verbs that may be followed by "that" and what is reported."""
    return frozenset(row["verb"] for row in rows("reporting_verbs") if row["that"] == "yes")
