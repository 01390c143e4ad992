"""Whether a text is English prose at all: of anything else nothing is understood, and what is found in it is wrong."""

from __future__ import annotations

import re

from newsclaims.lexicon import column

LOOKED_AT = 4_000  # characters of the text
LEAST = 120  # letters: a headline in capitals or a list of three names says nothing about the language
SHARE = 0.1  # of the words are common ones, at least; in English news it is a third, in German, French or Dutch next to none
WORD = re.compile(r"[^\W\d_]+")


def looks_foreign(text: str) -> bool:
    """Tell that a text, of which there is enough to tell, is in another language, or a list of names and figures.

    Example: of a paragraph such as "Der Minister sagte am Montag, dass die Regierung die Steuern senken werde …"
    """
    words = WORD.findall(text[:LOOKED_AT].lower())
    if sum(map(len, words)) < LEAST:
        return False
    common = column("common_words", "word")
    return sum(map(common.__contains__, words)) < SHARE * len(words)
