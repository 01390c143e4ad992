"""Short names whose type the pipeline guessed wrong: what the full names of the article tell of them.

A company that is introduced as "Halvorsen Shipping plc" goes by "Halvorsen" from then on, which looks like a surname; and a
person's surname may look like a town's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclaims.resolve.countries import state_named, states_of_capital
from newsclaims.resolve.name_words import is_firm
from newsclaims.resolve.naming import Name, is_initialism

_TOWNS = frozenset({"GPE", "LOC"})


def shorthand(names: Sequence[Name], titled: Collection[int], acting: Sequence[bool]) -> list[Name]:
    """Mend the types of one-word names after the full names in the article.

    Args:
        names: every occurrence of a name, in text order.
        titled: which of them have a person's title before them.
        acting: whether each stands where somebody may be meant, not behind "in" or "to"; as long as ``names``.

    Returns:
        The names: "Halvorsen" is a body where there is a "Halvorsen plc" and no "Ida Halvorsen", "Ondo" a person where it
        acts and there is an "Albert Ondo".
    """
    full = [name.words for name in names if name.type == "PERSON" and len(name.words) > 1]
    surnames = {words[-1] for words in full}
    people = {word for words in full for word in words} | {word for i in titled for word in names[i].words}
    firms = {name.words[0] for name in names if name.type == "ORG" and name.words and is_firm(name.text)} - people
    out = []
    for name, acts in zip(names, acting, strict=True):
        kind = name.type
        if len(name.words) == 1:
            word = name.words[0]
            if kind == "PERSON" and word in firms:
                kind = "ORG"
            elif kind in _TOWNS and acts and word in surnames and not _is_place(name.text):
                kind = "PERSON"
        out.append(name if kind == name.type else name._replace(type=kind))
    return out


def _is_place(text: str) -> bool:
    """Whether a name is surely a place's, or at least no surname: a state's, a capital's, an initialism."""
    return bool(state_named(text) or states_of_capital(text)) or is_initialism(text)
