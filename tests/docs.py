"""Docs built by hand, so that grammar can be tested without a language model.

One token a line: ``form tag head label``, then, where needed, ``lemma=…``, ``pos=…``, ``ent=…`` in any order. Heads count
from 1 within the sentence, 0 is the root; a blank line ends a sentence; a line ``\\n`` is a line break in the text.
Punctuation and clitics close up to the word before them; ``~`` before a form closes it up where that rule does not.

    doc = build('''
        Kenya    NNP 2 nsubj ent=GPE
        sent     VBD 0 root  lemma=send
        troops   NNS 2 obj   lemma=troop
        .        .   2 punct
    ''')
"""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "MD": "AUX", "DT": "DET", "PDT": "DET", "WDT": "PRON",
    "IN": "ADP", "RP": "ADP", "TO": "PART", "CC": "CCONJ", "CD": "NUM", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON",
    "WP$": "PRON", "EX": "PRON", "POS": "PART", "UH": "INTJ", "$": "SYM", "_SP": "SPACE", "WRB": "ADV",
}  # fmt: skip
MORPH = {
    "VB": "VerbForm=Inf",
    "VBD": "Tense=Past|VerbForm=Fin",
    "VBZ": "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBP": "Tense=Pres|VerbForm=Fin",
    "VBG": "VerbForm=Ger",
    "VBN": "Tense=Past|VerbForm=Part",
    "MD": "VerbForm=Fin",
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "NNP": "Number=Sing",
    "NNPS": "Number=Plur",
}
RADARS = """
    Norway  NNP 2 nsubj ent=GPE
    gave    VBD 0 root  lemma=give
    Kyiv    NNP 2 iobj  ent=GPE
    radars  NNS 2 obj   lemma=radar
    on      IN  6 case
    Monday  NNP 2 obl
    .       .   2 punct
"""
"""The sentence of all tests to which the grammar does not matter: "Norway gave Kyiv radars on Monday."."""
CLOSES_UP = re.compile(r"^(?:[.,;:!?)\]”’]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m)$", re.IGNORECASE)
OPENS = frozenset("([“‘$")


@cache
def blank() -> Language:
    """A pipeline without components, for its vocabulary and tokenizer."""
    return spacy.blank("en")


def _pos(tag: str, label: str) -> str:
    if label.startswith(("aux", "cop")):
        return "AUX"
    if tag.startswith("VB"):
        return "VERB"
    if tag.startswith("JJ"):
        return "ADJ"
    if tag.startswith("RB"):
        return "PART" if label == "neg" else "ADV"
    if tag == "IN" and label == "mark":
        return "SCONJ"
    return POS.get(tag, "PUNCT")


def build(table: str) -> Doc:
    """Make a Doc from a table of tokens.

    Args:
        table: the tokens, as the module describes; label ``root`` becomes spaCy's ``ROOT``.

    Returns:
        A Doc with tags, coarse tags, lemmas (the lower-cased form unless given), heads, labels, sentences and entities.

    Raises:
        ValueError: a line has fewer than four columns.
    """
    columns: dict[str, list] = {key: [] for key in ("words", "spaces", "tags", "pos", "lemmas", "morphs", "heads", "deps")}
    starts: list[bool] = []
    ents: list[str] = []
    base, fresh = 0, True
    for line in table.strip().splitlines():
        cells = line.split()
        if not cells:
            base, fresh = len(starts), True
            continue
        if cells[0] == "\\n":
            if columns["spaces"]:
                columns["spaces"][-1] = False
            values = ("\n", False, "_SP", "SPACE", "\n", "", max(len(starts) - 1, 0), "dep")
            start, ent, base, fresh = not starts, "O", len(starts) + 1, True
        else:
            if len(cells) < 4:
                raise ValueError(f"four columns wanted: {line!r}")
            form, tag, head, label = cells[:4]
            extra = dict(cell.split("=", 1) for cell in cells[4:])
            glued = form.startswith("~") and len(form) > 1
            form = form[1:] if glued else form
            if columns["spaces"] and not fresh and (glued or CLOSES_UP.match(form) or columns["words"][-1] in OPENS):
                columns["spaces"][-1] = False
            at = base + int(head) - 1 if head != "0" else len(starts)
            values = (
                form, True, tag, extra.get("pos") or _pos(tag, label), extra.get("lemma", form.lower()), MORPH.get(tag, ""),
                at, "ROOT" if label == "root" else label,
            )  # fmt: skip
            start, fresh = fresh or not starts, False
            name = extra.get("ent", "")
            ent = f"{'I' if ents and name and ents[-1][2:] == name and not start else 'B'}-{name}" if name else "O"
        for key, value in zip(columns, values, strict=True):
            columns[key].append(value)
        starts.append(start)
        ents.append(ent)
    return Doc(blank().vocab, sent_starts=starts, ents=ents, **columns)


def text(doc: Doc, span: tuple[int, int] | None) -> str | None:
    """The text of a stretch of tokens; None for none."""
    return None if span is None else doc[span[0] : span[1]].text
