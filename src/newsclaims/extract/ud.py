"""The reader for Universal Dependencies: the built-in pipeline, and most spaCy pipelines of other languages."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from newsclaims.extract.mend import Words, mended
from newsclaims.extract.tree import VOID, Tree, grow
from newsclaims.lexicon import rows

LABELS = frozenset({"obj", "obl", "nmod", "case", "cop", "aux:pass", "nsubj:pass", "acl:relcl", "flat", "iobj", "obl:agent"})
"""Labels that only Universal Dependencies has."""


def tree(doc: Doc) -> Tree:
    """Take a Doc's arcs as they are, but for slips that every parser makes.

    Args:
        doc: a Doc with UD labels ("Kenya" ``nsubj`` of "sent").

    Returns:
        The same tree, ready for the rules.
    """
    tokens = list(doc)
    words = Words(
        forms=tuple(token.lower_ for token in tokens),
        tags=tuple(token.tag_ for token in tokens),
        void=tuple(token.pos_ in VOID for token in tokens),
        reports=tuple(token.pos_ == "VERB" and token.lemma_.lower() in _reporting_verbs() for token in tokens),
    )
    return grow(doc, *mended([token.head.i for token in tokens], [token.dep_ for token in tokens], words))


@cache
def _reporting_verbs() -> frozenset[str]:
    """The verbs that may be followed by "that" and what is reported."""
    return frozenset(row["verb"] for row in rows("reporting_verbs") if row["that"] == "yes")
