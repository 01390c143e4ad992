"""Slips that parsers make again and again in news prose, put right before clauses are read.

Each repair moves a dependent from one verb to another that stands nearer, where English word order leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

PLAIN = frozenset({"obl", "advmod", "nmod"})


class Words(NamedTuple):
    """What the repairs ask of each token: its lower-case form, whether it is punctuation or white space, whether a verb
    that reports ("said")."""

    forms: tuple[str, ...]
    void: tuple[bool, ...]
    reports: tuple[bool, ...]


def mended(heads: Sequence[int], labels: Sequence[str], words: Words) -> tuple[list[int], list[str]]:
    """Put right what is out of order.

    Args:
        heads: the index of each token's head; a root's own index.
        labels: a UD label a token, subtypes allowed.
        words: the tokens themselves.

    Returns:
        Heads and labels in which

        - what stands after a reporting verb is not a part of the content before it: in "Two climbers died on Sunday,
          rescuers said *on Tuesday*" the day is that of *said*;
        - nor of the clause in which the reporting clause is set: "The council, a spokesman said *on Friday*, is bankrupt";
        - a subject before a linking verb is that of the linking verb, not of its predicate: "*the road* remains closed";
        - a clause with "that" behind a reporting verb is what that verb reports, though a noun stands between: "said in a
          statement *that the strike was over*";
        - "it" before a verb with an object stands for something: "*it* would seek damages".
    """
    heads, labels, void = list(heads), list(labels), words.void
    bare = [label.partition(":")[0].lower() for label in labels]
    spoken = _closing(heads, bare, void)
    for i, head in enumerate(heads):
        if void[i] or head == i:
            continue
        above = heads[head]
        if bare[i] in PLAIN and bare[head] == "ccomp" and head < above < i:
            heads[i] = above
        elif bare[i] in PLAIN and head in spoken and spoken[head] < i:
            heads[i] = _nearest(spoken[head], i, heads, void)
        elif (
            bare[i] in ("nsubj", "csubj")
            and bare[head] == "xcomp"
            and i < above < head
            and not _has_subject(heads, bare, above)
        ):
            heads[i], labels[i] = above, bare[i]
    for i, head in enumerate(heads):
        if bare[i] == "mark" and words.forms[i] == "that" and bare[head] == "acl" and _is_content(head, heads, bare, words):
            heads[head], labels[head] = heads[heads[head]], "ccomp"
        elif bare[i] == "expl" and words.forms[i] == "it" and i < head and _is_personal(head, heads, bare):
            labels[i] = "nsubj"
    return heads, labels


def _is_content(clause: int, heads: Sequence[int], bare: Sequence[str], words: Words) -> bool:
    """Whether a clause hangs on a noun in a phrase of a reporting verb that reports nothing else."""
    noun = heads[clause]
    verb = heads[noun]
    if not (verb < noun < clause and bare[noun] == "obl" and words.reports[verb]):
        return False
    return not any(heads[k] == verb and bare[k] in ("obj", "ccomp") for k in range(verb, clause))


def _is_personal(verb: int, heads: Sequence[int], bare: Sequence[str]) -> bool:
    """Whether a verb has an object, itself or through an infinitive, and no clause or copula that "it" could announce."""
    kids = [k for k in range(max(0, verb - 60), min(len(heads), verb + 60)) if heads[k] == verb != k]
    if any(bare[k] in ("csubj", "ccomp", "cop", "advcl", "nsubj") for k in kids):
        return False
    infinitives = [k for k in kids if bare[k] == "xcomp"]
    return any(bare[k] == "obj" and heads[k] in (verb, *infinitives) for k in range(verb, min(len(heads), verb + 60)))


def _closing(heads: Sequence[int], bare: Sequence[str], void: Sequence[bool]) -> dict[int, int]:
    """The reporting verb that each clause has set in, by the clause's head: a paratactic verb with a subject before it."""
    subjects = {head for i, head in enumerate(heads) if bare[i] == "nsubj" and i < head}
    return {heads[i]: i for i, label in enumerate(bare) if label == "parataxis" and i in subjects and not void[i]}


def _nearest(verb: int, i: int, heads: Sequence[int], void: Sequence[bool]) -> int:
    """The set-in verb if token ``i``'s phrase stands right behind it, else the head that ``i`` has."""
    for k in range(verb + 1, i):
        if void[k] or not _below(k, i, heads):
            return heads[i]
    return verb


def _below(k: int, i: int, heads: Sequence[int]) -> bool:
    """Whether token ``k`` depends on token ``i``, at any depth that a short phrase has."""
    for _ in range(8):
        if k == i:
            return True
        k = heads[k]
    return False


def _has_subject(heads: Sequence[int], bare: Sequence[str], verb: int) -> bool:
    near = range(max(0, verb - 60), min(len(heads), verb + 60))
    return any(heads[k] == verb and bare[k] in ("nsubj", "csubj", "expl") for k in near)
