"""English inflection read backwards: from "announced", tagged VBD, to "announce".

The encoder sees frequent words whole, not their letters; what is spelling is therefore left to rules. They propose what the
dictionary form may be, and a list of known dictionary forms picks. Irregular forms come from a table of exceptions. Both
were counted in the training corpora and lie beside the weights; the lexicon's verbs, irregular ones among them, join them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from newsclaims.lexicon import rows
from newsclaims.parse.lemmas import apply

CLASSES = {
    "NNS": "noun", "VBZ": "verb", "VBD": "verb", "VBN": "verb", "VBG": "verb",
    "JJR": "adjective", "JJS": "adjective", "RBR": "adjective", "RBS": "adjective",
}  # fmt: skip
_ENDINGS = {
    "NNS": ("s",), "VBZ": ("s",), "VBD": ("ed",), "VBN": ("ed",), "VBG": ("ing",),
    "JJR": ("er",), "JJS": ("est",), "RBR": ("er",), "RBS": ("est",),
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_WHOLE = frozenset({"NNP", "POS"})
_DIGITS_APART = re.compile(r"(?<=\d),(?=\d)")
_SHOUTED = 5  # letters; shorter names in capitals are mostly abbreviations ("OPEC"), longer ones mostly are not ("MADRID")


class Lexemes(NamedTuple):
    """``exceptions``: tag → form in lower case → lemma; ``bases``: word class → known dictionary forms."""

    exceptions: Mapping[str, Mapping[str, str]]
    bases: Mapping[str, frozenset[str]]


def read(path: Path) -> Lexemes:
    """Read the table that training wrote, and add what the lexicon knows of verbs ("fled", "quarrel")."""
    data = json.loads(path.read_text(encoding="utf-8"))
    exceptions = data["exceptions"]
    verbs = {row["verb"].partition("_")[0] for row in rows("verb_classes")}
    verbs |= {row["lemma"] for row in rows("verb_prepositions")}
    for row in rows("irregular_verbs"):
        verbs.add(row["lemma"])
        for tag, column in (("VBD", "past"), ("VBN", "participle")):
            exceptions.setdefault(tag, {}).update(dict.fromkeys(row[column].split(), row["lemma"]))
    bases = {kind: frozenset(words) for kind, words in data["bases"].items()}
    return Lexemes(exceptions, bases | {"verb": bases["verb"] | verbs})


def lemma(form: str, tag: str, recipe: str, lexemes: Lexemes) -> str:
    """Give the dictionary form of a word.

    Args:
        form: the word as it stands.
        tag: its Penn tag.
        recipe: the edit script that the model predicts for it; used where rules and table know nothing.
        lexemes: exceptions and known dictionary forms.

    Example: ``lemma("denied", "VBD", …)`` is ``"deny"``.
    """
    lower = form.lower()
    known = lexemes.exceptions.get(tag, {}).get(lower)
    if known is not None:
        return known
    if tag in _WHOLE:
        return _whole(form, tag)
    if tag == "NNPS":
        found = lower[:-1] if lower.endswith("is") else lemma(lower, "NNS", recipe, lexemes)
        return form[: len(found)] if lower.startswith(found) else form[:1] + found[1:]
    if (tag == "NN" and len(form) == 1) or (any(c.isdigit() for c in form) and not form.islower()):
        return _DIGITS_APART.sub("", form)
    kind = CLASSES.get(tag)
    if kind is None:
        return apply(recipe, form)
    proposals = list(proposed(lower, tag))
    if not proposals:
        # no known ending: an irregular word, which the model may know whole, or a word that is not inflected
        return apply(recipe if recipe[1] == "!" or not recipe.endswith("+") else recipe[0] + "0+", form)
    return next((p for p in proposals if p in lexemes.bases[kind]), proposals[-1])


def _whole(form: str, tag: str) -> str:
    """The dictionary form of what is not inflected: a name, written as names are, or the genitive's ending."""
    if tag == "POS":
        return form if form in {"'", "’"} else "'s"
    return form.capitalize() if form.isupper() and form.isalpha() and len(form) >= _SHOUTED else form


def proposed(form: str, tag: str) -> Iterator[str]:
    """Propose dictionary forms, likeliest first among known words; the last is the best guess for an unknown one.

    Example: for "planned", VBD: "plann", "planne", "plan".
    """
    ending = next((e for e in _ENDINGS[tag] if form.endswith(e) and len(form) > len(e) + 1), None)
    if ending is None:
        return
    yield from (_without_s(form) if ending == "s" else _without_vowel_ending(form, ending))


def _without_s(form: str) -> Iterator[str]:
    if form.endswith("ies") and len(form) > 4:
        yield from (form[:-1], form[:-3] + "y")
    elif form.endswith("ves"):
        yield from (form[:-3] + "fe", form[:-3] + "f", form[:-1])
    elif form.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        yield from (form[:-1], form[:-2])
    elif form.endswith(("ss", "us", "is")):
        yield form
    else:
        yield form[:-1]


def _without_vowel_ending(form: str, ending: str) -> Iterator[str]:
    stem = form[: -len(ending)]
    if stem.endswith("i") and ending != "ing":
        yield from (stem + "e", stem[:-1] + "y")
    elif stem.endswith("y") and ending == "ing":
        yield from (stem[:-1] + "ie", stem)
    elif stem.endswith("e") and ending == "ed":  # "freed"
        yield stem + "e"
    elif len(stem) > 4 and stem.endswith("ck"):  # "panicked", "attacked"
        yield from (stem, stem[:-1], stem)
    elif len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        yield from (stem, stem + "e", stem[:-1])
        if stem[-1] in "lsz":
            yield stem
    elif _closed(stem):
        yield from (stem + "e", stem)
        if _takes_e(stem):
            yield stem + "e"
    else:
        yield from (stem, stem + "e")
        if not _takes_e(stem):
            yield stem


def _closed(stem: str) -> bool:
    """Whether a stem ends in one consonant behind one vowel, as "hop" does: a bare one doubles it ("hopping")."""
    return len(stem) > 1 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS and (len(stem) < 3 or stem[-3] not in _VOWELS)


def _takes_e(stem: str) -> bool:
    """Whether an unknown stem is likelier to have lost an e: English words do not end in these letters."""
    return stem.endswith(("c", "v", "u", "dg", "at", "iz", "bl", "pl", "tl", "dl", "gl", "ur", "ns", "rs", "rg", "ng", "s"))
