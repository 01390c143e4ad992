"""A Doc's tokens as columns: each property of all tokens as one tuple.

spaCy makes a token anew each time that it is asked for, so that a dozen walks over a Doc cost more than what is done on
them. The rooms behind the parser look here instead.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from spacy.tokens import Doc


class Columns(NamedTuple):
    """The properties of N tokens.

    ``texts`` and ``spaced`` (white space follows) give the text back; ``offsets`` (N + 1) are where tokens begin, in code
    points, with the text's length at the end. ``lower``, ``lemmas`` are in small letters; ``ents`` is the type of the
    entity that a token is in, "" for none; ``starts`` are the tokens that begin a sentence.
    """

    texts: tuple[str, ...]
    spaced: tuple[bool, ...]
    offsets: tuple[int, ...]
    lower: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    ents: tuple[str, ...]
    space: tuple[bool, ...]
    starts: tuple[int, ...]

    def text(self, start: int, end: int) -> str:
        """The text of the tokens ``start:end``, without the white space behind the last.

        Example: ``doc[3:5].text`` and ``columns(doc).text(3, 5)`` are the same "North Korea".
        """
        pieces = zip(self.texts[start:end], self.spaced[start : end - 1], strict=False)
        return "".join([text + " " if spaced else text for text, spaced in pieces]) + self.texts[end - 1]


@lru_cache(maxsize=1)  # a Doc is worked on from start to end before the next
def columns(doc: Doc) -> Columns:
    """Read a Doc's tokens, once. What has been read is not read again: a Doc must not change after it."""
    tokens = list(doc)
    texts = tuple([token.text for token in tokens])
    spaced = tuple([bool(token.whitespace_) for token in tokens])
    sizes = [len(text) + space for text, space in zip(texts, spaced, strict=True)]
    return Columns(
        texts=texts,
        spaced=spaced,
        offsets=tuple(accumulate(sizes, initial=0)),
        lower=tuple([text.lower() for text in texts]),
        lemmas=tuple([token.lemma_.lower() for token in tokens]),
        tags=tuple([token.tag_ for token in tokens]),
        pos=tuple([token.pos_ for token in tokens]),
        heads=tuple([token.head.i for token in tokens]),
        deps=tuple([token.dep_ for token in tokens]),
        ents=tuple([token.ent_type_ for token in tokens]),
        space=tuple([token.is_space for token in tokens]),
        starts=tuple([i for i, token in enumerate(tokens) if i == 0 or token.is_sent_start]),
    )
