"""The reader for the ClearNLP labels of ``en_core_web_*``."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.tree import Tree, grow

LABELS = frozenset({"dobj", "pobj", "nsubjpass", "auxpass", "prep", "attr", "acomp", "relcl", "dative", "poss"})


def tree(doc: Doc) -> Tree:
    return grow(doc, [t.head.i for t in doc], [t.dep_ for t in doc])
