"""What the noun right before a name says of the name's kind: "the airline Flynord" is no person, whatever was guessed."""

from __future__ import annotations

from newsclaims.extract.tree import Tree
from newsclaims.resolve.vocabulary import given_gender, noun, title

_DOUBTFUL = frozenset({"PERSON", "GPE", "LOC", "PRODUCT", "WORK_OF_ART", "NORP", "FAC", "EVENT", None})
_MODIFYING = frozenset({"JJ", "NN", "NNP", "HYPH", "VBN"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS"})


Names = dict[int, tuple[int, int, str | None]]


def with_apposed(tree: Tree, names: Names) -> Names:
    """Give names their types after the nouns for bodies that stand right before them, here or elsewhere in the text.

    Args:
        tree: the text's tree.
        names: first token, end and guessed type of each name, by its head.

    Returns:
        The names, those behind "the airline", "carmaker" and the like of type ORG; not whoever has a given name or a title.
    """
    bodies = {
        tree.words[start:end]
        for start, end, kind in names.values()
        if kind in _DOUBTFUL and is_apposed(tree, start) and not (kind == "PERSON" and _is_persons(tree.words[start]))
    }
    if not bodies:
        return names
    return {
        head: (start, end, "ORG" if kind in _DOUBTFUL and tree.words[start:end] in bodies else kind)
        for head, (start, end, kind) in names.items()
    }


def _is_persons(word: str) -> bool:
    return given_gender(word) is not None or title(word) is not None


def is_apposed(tree: Tree, start: int) -> bool:
    """Whether a singular noun for a body, with its article or at the beginning of its sentence, stands before a name."""
    before = start - 1
    if before < 0 or tree.tags[before] not in ("NN", "NNP"):
        return False
    entry = noun(tree.lemmas[before].casefold())
    if entry is None or entry.type != "ORG":
        return False
    if tree.tags[before] == "NNP":  # "Carmaker Ventis", not "Fjord Bank Oslo"
        return before == 0 or tree.is_void(before - 1)
    first = before
    while first and tree.tags[first - 1] in _MODIFYING:
        first -= 1
    return first == 0 or tree.is_void(first - 1) or tree.tags[first - 1] in _DETERMINERS
