"""Repairs in a row: which words each looks at, and when."""

from __future__ import annotations

from newsclaims.extract.arcs import Arcs, Words
from newsclaims.extract.repairs import Repair, repair

FORMS = ("talks", "failed", "on", "friday", ".")
LABELS = ("nsubj", "root", "case", "obl:unmarked", "punct")


def arcs() -> Arcs:
    words = Words(
        forms=FORMS,
        tags=("NNS", "VBD", "IN", "NNP", "."),
        void=(False, False, False, False, True),
        reports=(False, True, False, False, False),
    )
    return Arcs((1, 1, 3, 1, 1), LABELS, words)


def looked_at(**wanted: object) -> list[str]:
    seen: list[str] = []
    repair(arcs(), (Repair(lambda arcs, i: seen.append(arcs.words.forms[i]), **wanted),))  # type: ignore[arg-type]
    return seen


def test_words_of_these_labels_in_text_order() -> None:
    assert looked_at(labels=frozenset({"obl", "nsubj", "punct"})) == ["talks", "friday"]


def test_words_of_these_forms_or_tags_if_their_label_fits_too() -> None:
    assert looked_at(labels=frozenset({"obl", "case"}), words=frozenset({"on", "NNS"})) == ["on"]


def test_verbs_that_report() -> None:
    assert looked_at(reports=True) == ["failed"]
    assert looked_at(labels=frozenset({"conj"}), reports=True) == []


def test_what_is_labelled_anew_is_looked_at_if_it_stands_further_on() -> None:
    seen: list[int] = []

    def mend(arcs: Arcs, i: int) -> None:
        seen.append(i)
        if i == 1:
            arcs.relabel(0, "root")
            arcs.relabel(2, "root")
            arcs.relabel(3, "obj")

    repair(arcs(), (Repair(mend, frozenset({"root", "obl"})), Repair(mend, frozenset({"obj"}))))
    assert seen == [1, 2, 3]
