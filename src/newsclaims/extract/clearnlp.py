"""The reader for the ClearNLP labels of ``en_core_web_*``: rebuilds the tree as Universal Dependencies would draw it.

Three differences matter. A preposition governs its noun (``prep`` + ``pobj``) where UD hangs it below; a copula governs its
predicate (``attr``, ``acomp``) where UD makes the predicate the head; conjuncts form a chain where UD hangs all on the
first. The steps follow the correspondences of de Marneffe et al. 2014, "Universal Stanford Dependencies".
"""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.growing import grow
from newsclaims.extract.tree import Tree

LABELS = frozenset({"dobj", "pobj", "nsubjpass", "auxpass", "prep", "attr", "acomp", "relcl", "dative", "poss", "prt"})
"""Labels that only this scheme has."""

RENAMED = {
    "ROOT": "root",
    "dobj": "obj",
    "dative": "iobj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "agent": "obl:agent",
    "prep": "obl",
    "pobj": "obl",
    "npadvmod": "obl:unmarked",
    "pcomp": "advcl",
    "relcl": "acl:relcl",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "neg": "advmod",
    "quantmod": "advmod",
    "prt": "compound:prt",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "intj": "discourse",
    "meta": "dep",
}
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "DET"})


def tree(doc: Doc) -> Tree:
    """Rebuild a Doc's tree under UD labels.

    Args:
        doc: a Doc with ClearNLP labels ("Kenya" ``pobj`` of "to" ``prep`` of "aid").

    Returns:
        The tree as a UD parser would give it ("Kenya" ``nmod`` of "aid", "to" its ``case``).
    """
    rebuilt = _Rebuilt(doc)
    rebuilt.turn_prepositions()
    rebuilt.turn_copulas()
    rebuilt.raise_objects()
    rebuilt.flatten_conjuncts()
    labels = [RENAMED.get(label, label) for label in rebuilt.labels]
    for i, label in enumerate(labels):
        if label == "aux" and doc[i].tag_ == "TO":
            labels[i] = "mark"
    return grow(doc, rebuilt.heads, labels)


class _Rebuilt:
    """Heads and labels under change; each method mends one difference."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]
        self.kids: list[list[int]] = [[k.i for k in token.children] for token in doc]

    def _move(self, i: int, head: int, label: str | None = None) -> None:
        """Hang token ``i`` (with all below it) on another head."""
        if self.heads[i] != i:
            self.kids[self.heads[i]].remove(i)
        self.heads[i] = head
        self.kids[head].append(i)
        self.kids[head].sort()
        if label is not None:
            self.labels[i] = label

    def _replace(self, old: int, new: int, label: str) -> None:
        """Put token ``new``, a dependent of ``old``, in the place of ``old``, and ``old`` below it."""
        self.kids[old].remove(new)
        above = self.heads[old]
        if above == old:
            self.heads[new] = new
        else:
            self.kids[above].remove(old)
            self.kids[above].append(new)
            self.kids[above].sort()
            self.heads[new] = above
        self.labels[new] = self.labels[old]
        self.heads[old] = new
        self.kids[new].append(old)
        self.kids[new].sort()
        self.labels[old] = label

    def _child(self, i: int, *labels: str) -> int | None:
        return next((k for k in self.kids[i] if self.labels[k] in labels), None)

    def turn_prepositions(self) -> None:
        """Make a preposition the case of its noun, or the mark of its gerund; innermost first ("out of the town")."""
        for i in reversed(range(len(self.labels))):
            label = self.labels[i]
            bare_dative = label == "dative" and self.doc[i].pos_ not in ("ADP", "SCONJ", "PART")
            if label not in ("prep", "agent", "dative") or bare_dative:
                continue
            inner = self._child(i, "pobj", "pcomp")
            if inner is None:
                inner = next(
                    (k for k in self.kids[i] if self.labels[k] in ("obl", "nmod") and self._child(k, "case") is not None),
                    None,
                )
            if inner is None:
                continue
            clausal = self.labels[inner] == "pcomp" and self.doc[inner].pos_ in ("VERB", "AUX")
            nominal = self.doc[self.heads[i]].pos_ in NOMINAL
            self._replace(i, inner, "mark" if clausal else "case")
            self.labels[inner] = self._phrase_label(label, clausal, nominal)
            for k in list(self.kids[i]):
                self._move(k, inner)

    @staticmethod
    def _phrase_label(label: str, clausal: bool, nominal: bool) -> str:
        if clausal:
            return "acl" if nominal else "advcl"
        if label == "agent":
            return "obl:agent"
        return "nmod" if nominal else "obl"

    def turn_copulas(self) -> None:
        """Make the predicate the head of its copula; "there is" keeps the verb as head and its noun as subject."""
        for i, token in enumerate(self.doc):
            if token.lemma_.lower() != "be" or self.labels[i] in ("aux", "auxpass"):
                continue
            predicate = self._child(i, "attr", "acomp")
            if self._child(i, "expl") is not None:
                if predicate is not None:
                    self.labels[predicate] = "nsubj"
                continue
            subject = self._child(i, "nsubj", "csubj")
            if predicate is None:
                predicate = self._clausal_predicate(i)
                if predicate is not None and subject is not None and self.labels[predicate] in ("ccomp", "xcomp", "advcl"):
                    self.labels[subject] += ":outer"
            if predicate is None:
                continue
            others = [k for k in self.kids[i] if k != predicate]
            self._replace(i, predicate, "cop")
            for k in others:
                self._move(k, predicate)

    def _clausal_predicate(self, i: int) -> int | None:
        """A clause, or else the first prepositional phrase, after a copula with nothing else to govern."""
        for k in self.kids[i]:
            if k > i and self.labels[k] in ("ccomp", "xcomp", "obl"):
                return k
        return None

    def raise_objects(self) -> None:
        """Make the subject of an infinitive the object of the governing verb ("urged *him* to go", "helped *him* go")."""
        for i, token in enumerate(self.doc):
            if self.labels[i] not in ("ccomp", "xcomp") or self.heads[i] == i or token.tag_ != "VB":
                continue
            subject = self._child(i, "nsubj")
            if subject is None or self._child(i, "mark") is not None:
                continue
            if any(self.doc[k].tag_ != "TO" for k in self.kids[i] if self.labels[k] == "aux"):
                continue
            self._move(subject, self.heads[i], "dobj")
            self.labels[i] = "xcomp"

    def flatten_conjuncts(self) -> None:
        """Hang every conjunct on the first one, and each conjunction on the conjunct that follows it."""
        for i in range(len(self.labels)):
            while self.labels[i] == "conj" and self.labels[self.heads[i]] == "conj" and self.heads[i] != i:
                if self.heads[self.heads[i]] == i or self.heads[self.heads[i]] == self.heads[i]:
                    break
                self._move(i, self.heads[self.heads[i]])
        for i in range(len(self.labels)):
            if self.labels[i] != "cc" or self.heads[i] == i:
                continue
            after = [k for k in self.kids[self.heads[i]] if self.labels[k] == "conj" and k > i]
            if after:
                self._move(i, after[0])
