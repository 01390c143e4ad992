"""The reader for Universal Dependencies: the built-in pipeline, and most spaCy pipelines of other languages."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.mend import mended
from newsclaims.extract.tree import VOID, Tree, grow

LABELS = frozenset({"obj", "obl", "nmod", "case", "cop", "aux:pass", "nsubj:pass", "acl:relcl", "flat", "iobj", "obl:agent"})
"""Labels that only Universal Dependencies has."""


def tree(doc: Doc) -> Tree:
    """Take a Doc's arcs as they are, but for slips that every parser makes.

    Args:
        doc: a Doc with UD labels ("Kenya" ``nsubj`` of "sent").

    Returns:
        The same tree, ready for the rules.
    """
    void = [token.pos_ in VOID for token in doc]
    return grow(doc, *mended([token.head.i for token in doc], [token.dep_ for token in doc], void))
