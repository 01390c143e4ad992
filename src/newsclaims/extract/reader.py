"""The door between dependency schemes and the rules: picks the reader by the labels that a Doc bears."""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc

from newsclaims.errors import ModelError
from newsclaims.extract import clearnlp, ud
from newsclaims.extract.clause import Clause
from newsclaims.extract.clauses import read
from newsclaims.extract.tree import Tree
from newsclaims.parse.columns import columns


@lru_cache(maxsize=1)  # clauses, attributions and names each ask for it
def tree(doc: Doc) -> Tree:
    """Make the tree of a Doc of either scheme.

    Args:
        doc: a parsed Doc.

    Returns:
        Its tree in UD terms.

    Raises:
        ModelError: the Doc has no dependency labels at all.
    """
    labels = set(columns(doc).deps)
    if len(doc) and not labels - {""}:
        raise ModelError(
            "this language model has no dependency parser", "Use one that has, or the built-in one (leave out --model)"
        )
    if labels & clearnlp.LABELS and not labels & ud.LABELS:
        return clearnlp.tree(doc)
    return ud.tree(doc)


@lru_cache(maxsize=1)
def clauses(doc: Doc) -> tuple[Clause, ...]:
    """Read the clauses of a Doc, whichever scheme its labels follow.

    Args:
        doc: a Doc with tags, lemmas, heads and labels.

    Returns:
        Its clauses in text order. "Kenya sent troops and Chad wanted to help" gives *sent* and *help* ("wanted to help").

    Raises:
        ModelError: the Doc has no dependency labels at all.
    """
    return read(tree(doc))
