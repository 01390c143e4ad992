"""A vocabulary's strings, remembered: spaCy decodes one anew each time that it is asked for it."""

from __future__ import annotations

from functools import lru_cache

from spacy.strings import StringStore

REMEMBERED = 20_000


class Strings(dict[int, str]):
    """The strings by their ids."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, one: int) -> str:
        if len(self) > REMEMBERED:
            self.clear()
        found = self[one] = self.strings[one]
        return found


@lru_cache(maxsize=4)
def remembered(strings: StringStore) -> Strings:
    """Give the strings of a vocabulary, those that were asked for before without decoding them again."""
    return Strings(strings)
