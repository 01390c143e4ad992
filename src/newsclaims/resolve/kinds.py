"""What the words around a name say of its kind: "the airline Flynord" and "Flynord said it had sold it" are no people."""

from __future__ import annotations

from newsclaims.extract.tree import Tree
from newsclaims.lexicon import column
from newsclaims.resolve.vocabulary import given_gender, noun, title

_DOUBTFUL = frozenset({"PERSON", "GPE", "LOC", "PRODUCT", "WORK_OF_ART", "NORP", "FAC", "EVENT", None})
_TITLED = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."})
_IDLE = frozenset(
    {"take", "make", "seem", "appear", "look", "feel", "sound", "happen", "depend", "matter", "mean", "help", "rain", "snow"}
    | {"be", "come", "cost", "hurt", "work", "turn", "require", "need", "do", "go", "get", "begin", "start"}
)
"""Verbs whose "it" often stands for nothing, or for a whole event."""
_MODIFYING = frozenset({"JJ", "NN", "NNP", "HYPH", "VBN"})
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS"})


Names = dict[int, tuple[int, int, str | None]]


def with_apposed(tree: Tree, names: Names) -> Names:
    """Give names their types after what stands beside them, here or elsewhere in the text.

    Args:
        tree: the text's tree.
        names: first token, end and guessed type of each name, by its head.

    Returns:
        The names, of type ORG those behind "the airline", "carmaker" and the like, and those who say what "it" does; not
        whoever has a given name or a title.
    """
    names = {head: (start + _leads(tree, head, start, end), end, kind) for head, (start, end, kind) in names.items()}
    doubtful = {head: one for head, one in names.items() if one[2] in _DOUBTFUL}
    bodies = {
        tree.words[start:end]
        for head, (start, end, kind) in doubtful.items()
        if (is_apposed(tree, start) or (kind not in _PLACES and end == start + 1 and _says_it(tree, head, start)))
        and not (kind == "PERSON" and _is_persons(tree.words[start]))
    }
    if not bodies:
        return names
    people = {tree.words[end - 1] for start, end, kind in names.values() if kind == "PERSON" and end > start + 1}
    bodies = {words for words in bodies if len(words) > 1 or words[0] not in people}
    return {
        head: (start, end, "ORG" if kind in _DOUBTFUL and tree.words[start:end] in bodies else kind)
        for head, (start, end, kind) in names.items()
    }


def _leads(tree: Tree, head: int, start: int, end: int) -> bool:
    """Whether a noun with a capital only for its place was taken into a name: *Carmaker* at the beginning of a sentence."""
    if end - start < 2 or head == start or not _opens(tree, start):
        return False
    entry = noun(tree.words[start])
    return entry is not None and entry.type == "ORG" and "company" in entry.broader and not entry.classifier


def _opens(tree: Tree, i: int) -> bool:
    """Whether a word opens the text, or stands behind a line break or a mark."""
    return i == 0 or tree.is_void(i - 1)


def _is_persons(word: str) -> bool:
    return given_gender(word) is not None or title(word) is not None


def _says_it(tree: Tree, head: int, start: int) -> bool:
    """Whether a name is the subject of a verb of saying whose content has the subject "it": "Flynord said it had sold …".

    Not an "it" that stands for nothing: "Lee said it was late", "Lee said it takes time".
    """
    if tree.labels[head] != "nsubj" or (start and tree.words[start - 1] in _TITLED):
        return False
    verb = tree.heads[head]
    if tree.lemmas[verb] not in column("reporting_verbs", "verb"):
        return False
    for content in tree.children(verb, "ccomp"):
        subject = tree.child(content, "nsubj", "nsubj:pass")
        if subject is None or tree.words[subject] != "it" or tree.child(content, "cop") is not None:
            continue
        if subject > head and tree.lemmas[content] not in _IDLE and tree.child(content, "csubj", "ccomp") is None:
            return True
    return False


def is_apposed(tree: Tree, start: int) -> bool:
    """Whether a singular noun for a body, with its article or at the beginning of its sentence, stands before a name."""
    before = start - 1
    if before < 0 or tree.tags[before] not in ("NN", "NNP"):
        return False
    entry = noun(tree.lemmas[before].casefold())
    if entry is None or entry.type != "ORG":
        return False
    if tree.tags[before] == "NNP":  # "Carmaker Ventis", not "Fjord Bank Oslo"
        return _opens(tree, before)
    first = before
    while first and tree.tags[first - 1] in _MODIFYING:
        first -= 1
    return _opens(tree, first) or tree.tags[first - 1] in _DETERMINERS
