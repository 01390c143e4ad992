"""Cues: the words that attribute, found by the lexicon alone. Whether one has a source and a content, grammar decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from newsclaims.annotate.marks import Cue, CueKind
from newsclaims.lexicon import column, rows
from newsclaims.parse.columns import Columns, columns
from newsclaims.parse.places import positions

_KIND_OF_POS: dict[str, CueKind] = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
_BETWEEN = frozenset(("ADV", "PRON", "PART"))  # "made it abundantly clear"
_MOST_BETWEEN = 2
_BEFORE_NOUNS = frozenset(("DT", "JJ", "JJR", "PRP$", "RB"))
_LONGEST_OWNER = 8  # tokens: "in the head of the museum's own view"
_NO_OWNER = frozenset((",", ".", ":", "``", "''", "VBD", "VBZ", "VBP", "MD", "IN", "_SP"))
_GOES_ON = frozenset((("of",), ("on",), ("from",), ("about",)))  # "in his view of the sea"


class _Entry(NamedTuple):
    rest: tuple[str, ...]  # the words after the first
    kind: CueKind
    lemma: str
    sense: str


def cues(doc: Doc) -> tuple[Cue, ...]:
    """Find the words that may attribute, in text order.

    Args:
        doc: a Doc with lemmas and parts of speech.

    Returns:
        Cues of reporting verbs ("said", also "pointed out", "made it clear"), nouns ("announcement"), adjectives
        ("concerned"), prepositions ("according to") and colons. No two overlap: the longest entry wins.

    Example:
        In "According to the UN, Shea's claim that the pact failed is false" the cues are "According to", "claim".
    """
    found: list[Cue] = []
    tokens = columns(doc)
    words, lemmas = tokens.lower, tokens.lemmas
    by_lemma, by_form, owned, firsts = _by_lemma(), _by_form(), _owned(), _firsts()
    free = 0  # the first token after the last cue
    for i in sorted({*positions(firsts, words), *positions(firsts, lemmas)}):
        word = words[i]
        if word == ":":
            if 0 < i < len(words) - 1:
                found.append(Cue(i, i + 1, i, ":", "colon", "say"))
            continue
        for entry in by_form.get(word, ()) if i >= free else ():
            end = i + 1 + len(entry.rest)
            if tuple(words[i + 1 : end]) == entry.rest:
                found.append(Cue(i, end, i, entry.lemma, "preposition", entry.sense))
                free = end
                break
        if word in owned and i >= free and (cue := _owned_cue(tokens, i, owned[word])) is not None:
            found.append(cue)
            free = cue.end
        kind = _KIND_OF_POS.get(tokens.pos[i])
        if kind is None or i < free:
            continue
        if kind == "noun" and (tokens.tags[i].startswith("VB") or _is_doing(tokens, i)):
            kind = "verb"  # "is *warning* residents that"
        if kind == "verb" and tokens.tags[i] == "VBN" and ("adjective", word) in by_lemma:
            kind = "adjective"  # "are *convinced* that"
        if kind == "verb" and lemmas[i] == "tell" and _tells_a_tale(tokens, i):
            continue
        for entry in by_lemma.get((kind, lemmas[i])) or by_lemma.get((kind, word), ()):
            end = _end(words, tokens.pos, i + 1, entry.rest)
            if end:
                found.append(Cue(i, end, i, entry.lemma, entry.kind, entry.sense))
                free = end
                break
    return tuple(found)


def _is_doing(tokens: Columns, i: int) -> bool:
    """Whether a word in -ing that is taken for a noun stands right behind a form of "be" and before "that"."""
    behind = i + 1 < len(tokens.lower) and tokens.lower[i + 1] == "that"
    return behind and i > 0 and tokens.lower[i].endswith("ing") and tokens.lemmas[i - 1] == "be"


def _tells_a_tale(tokens: Columns, i: int) -> bool:
    """Whether what is told says nothing by itself: "insiders *tell a different story*"."""
    at = i + 1
    while at < len(tokens.lower) and tokens.tags[at] in _BEFORE_NOUNS:
        at += 1
    return at < len(tokens.lower) and tokens.lower[at] in column("tales", "noun")


def _end(words: Sequence[str], pos: Sequence[str], at: int, rest: tuple[str, ...]) -> int:
    """Where the words ``rest`` end if they stand from ``at`` on, a short adverb or pronoun allowed before each; else 0."""
    for word in rest:
        limit = min(at + _MOST_BETWEEN, len(words) - 1)
        while at < limit and words[at] != word and pos[at] in _BETWEEN:
            at += 1
        if at >= len(words) or words[at] != word:
            return 0
        at += 1
    return at


def _owned_cue(tokens: Columns, i: int, nouns: dict[str, tuple[_Entry, ...]]) -> Cue | None:
    """ "In the view of" with its owner before the noun: "in *his* view", "in *the bank's own* view"; ``i`` is the "in"."""
    words, tags = tokens.lower, tokens.tags
    for at in range(i + 2, min(i + _LONGEST_OWNER, len(words))):
        before = tags[at - 1]
        if before in _NO_OWNER:
            return None
        owner = at - 2 if words[at - 1] == "own" else at - 1
        for entry in nouns.get(words[at], ()):
            end = at + len(entry.rest) - 2
            whose = tags[owner] == "POS" or (owner == i + 1 and tags[owner] == "PRP$")
            if whose and words[at:end] == entry.rest[1:-1] and words[end : end + 1] not in _GOES_ON:
                return Cue(i, end, end - 1, entry.lemma, "preposition", entry.sense)
    return None


@cache
def _owned() -> dict[str, dict[str, tuple[_Entry, ...]]]:
    """The prepositional entries whose noun may have an owner before it, by their first word and by that noun's."""
    table: dict[str, dict[str, tuple[_Entry, ...]]] = {}
    for first, entries in _by_form().items():
        for one in entries:
            if len(one.rest) > 2 and one.rest[0] == "the" and one.rest[-1] == "of":
                nouns = table.setdefault(first, {})
                nouns[one.rest[1]] = (*nouns.get(one.rest[1], ()), one)
    return table


@cache
def _firsts() -> frozenset[str]:
    """All words with which a cue may begin, as forms or lemmas: most tokens are none of them."""
    return frozenset((":", *_by_form(), *_owned(), *(first for _, first in _by_lemma())))


@cache
def _by_lemma() -> dict[tuple[CueKind, str], tuple[_Entry, ...]]:
    """The entries by their first word and its regular forms, those with most words first.

    The forms are there for lemmas that the analysis gets wrong.
    """
    table: dict[tuple[CueKind, str], list[_Entry]] = {}
    lists: tuple[tuple[str, str, CueKind], ...] = (
        ("reporting_verbs", "verb", "verb"),
        ("reporting_nouns", "noun", "noun"),
        ("reporting_adjectives", "adjective", "adjective"),
    )
    for name, field, kind in lists:
        for row in rows(name):
            first, *rest = row[field].split()
            table.setdefault((kind, first), []).append(_Entry(tuple(rest), kind, row[field], row["class"]))
    for (kind, first), entries in list(table.items()):
        for form in _forms(first) if kind != "adjective" else ():
            table.setdefault((kind, form), entries)
    return {key: _longest_first(entries) for key, entries in table.items()}


def _forms(lemma: str) -> tuple[str, ...]:
    """The regular forms of a verb or noun, and some that it has not."""
    stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
    doubled = lemma + lemma[-1]
    endings = [lemma + "s", lemma + "es", lemma + "ed", lemma + "ing", stem + "ing", stem + "ies", stem + "ied", stem + "ed"]
    return (*endings, doubled + "ed", doubled + "ing")


@cache
def _by_form() -> dict[str, tuple[_Entry, ...]]:
    """The prepositions by their first word, those with most words first."""
    table: dict[str, list[_Entry]] = {}
    for row in rows("attribution_prepositions"):
        first, *rest = row["phrase"].split()
        table.setdefault(first, []).append(_Entry(tuple(rest), "preposition", row["phrase"], row["class"]))
    return {key: _longest_first(entries) for key, entries in table.items()}


def _longest_first(entries: list[_Entry]) -> tuple[_Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.rest)))
