"""A Doc's words, with heads and labels, to a `Tree`; what a tree knows of its words is found here, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress, groupby
from operator import ne

from spacy.tokens import Doc

from newsclaims.extract.tree import NEGATIONS, VOID, Tree
from newsclaims.parse.columns import Columns, columns
from newsclaims.parse.places import positions

TOLD_BELOW = frozenset({"aux", "conj", "cop", "csubj", "expl", "mark", "nsubj"})
_DENYING = NEGATIONS | {"longer"}


def grow(
    doc: Doc, heads: list[int], labels: list[str], tags: Sequence[str] = (), kids: Sequence[Sequence[int]] = ()
) -> Tree:
    """Make a Tree from a Doc's words and these heads and labels.

    Args:
        doc: the words, lemmas, tags, coarse tags and sentence starts.
        heads: the index of each token's head; a root's own index.
        labels: a UD label a token, subtypes allowed; ``ROOT`` counts as ``root``.
        tags: Penn tags to put in the place of the Doc's own; a word with a new tag of a verb is one.
        kids: the dependents of each token, if they are known already.

    Returns:
        The tree. Heads may cross; a cycle does no harm but its tokens belong to no root.
    """
    tokens = columns(doc)
    n = len(doc)
    left, right = list(range(n)), list(range(n))
    for i, pos in enumerate(tokens.pos):
        if pos in VOID:  # a final full stop hung on a clause inside would stretch it to the end
            continue
        at = i
        while (above := heads[at]) != at:
            at = above
            if i > right[at]:
                right[at] = i
            elif i < left[at]:
                left[at] = i
            else:
                break
    bare = {label: label.lower().partition(":")[0] for label in set(labels)}
    plain, full = tuple(map(bare.__getitem__, labels)), tuple(map(str.lower, labels))
    tree = Tree(
        words=tokens.lower,
        lemmas=tokens.lemmas,
        tags=tuple(tags) if tags else tokens.tags,
        pos=_word_classes(tokens, tags),
        heads=tuple(heads),
        labels=plain,
        full=full,
        kids=tuple(map(tuple, kids or _kids(heads))),
        left=tuple(left),
        right=tuple(right),
        sentences=tuple(zip(tokens.starts, [*tokens.starts[1:], n], strict=True)) if n else (),
        capitals=frozenset(_capitals(tokens)),
        above=_above(heads, plain, full),
        denied=_denied(heads, tokens.lower),
    )
    verbs = frozenset(_verbs(tree))
    clausal = verbs.union(*[tree.having(label) for label in ("cop", "nsubj", "csubj")])
    return replace(tree, verbs=verbs, infinitives=frozenset(_infinitives(tree)), clausal=clausal)


def _kids(heads: Sequence[int]) -> list[list[int]]:
    kids: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            kids[head].append(i)
    return kids


def _word_classes(tokens: Columns, tags: Sequence[str]) -> tuple[str, ...]:
    """The Doc's coarse tags; that of a verb where a tag has been mended to one."""
    mended = compress(range(len(tags)), map(ne, tags, tokens.tags))
    new = [i for i in mended if tags[i].startswith("VB")]
    if not new:
        return tokens.pos
    pos = list(tokens.pos)
    for i in new:
        pos[i] = "VERB"
    return tuple(pos)


def _above(heads: Sequence[int], labels: Sequence[str], full: Sequence[str]) -> dict[str, frozenset[int]]:
    """The tokens above the labels that are asked for, by the label with and without its subtype."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for i in positions(TOLD_BELOW, labels):
        if heads[i] != i:
            found[labels[i]].add(heads[i])
            found[full[i]].add(heads[i])
    return {label: frozenset(tokens) for label, tokens in found.items()}


def _denied(heads: Sequence[int], words: Sequence[str]) -> frozenset[int]:
    """The tokens right above words that may negate, and those above them."""
    near = {heads[k] for k in positions(_DENYING, words)}
    return frozenset(near.union([heads[k] for k in near]))


def _verbs(tree: Tree) -> Iterator[int]:
    yield from tree.having("aux:pass")
    yield from tree.having("nsubj:pass")
    known = {tag for tag in set(tree.tags) if tag.startswith("VB") or tag == "MD"}
    yield from positions(known, tree.tags)
    if "" in tree.tags:
        yield from (i for i, tag in enumerate(tree.tags) if not tag and tree.pos[i] == "VERB")


def _infinitives(tree: Tree) -> Iterator[int]:
    for to in positions(("to",), tree.words):
        i = tree.heads[to]
        if to >= i or tree.labels[to] not in ("mark", "aux"):
            continue
        if tree.tags[i] != "VBG" or any(tree.labels[k] == "aux" and tree.words[k] == "be" for k in tree.kids[i]):
            yield i


def _capitals(tokens: Columns) -> Iterator[int]:
    """Words of two and more letters in capitals, in sentences that also have words in small letters."""
    found = (i for i in compress(range(len(tokens.texts)), map(str.isupper, tokens.texts)) if len(tokens.texts[i]) > 1)
    for (start, end), some in groupby(found, key=tokens.sentence):
        if any(word.islower() and word.isalpha() for word in tokens.texts[start:end]):
            yield from some
