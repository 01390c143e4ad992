"""A Doc's tokens as columns: each property of all tokens as one tuple.

spaCy makes a token anew each time that it is asked for, so that a dozen walks over a Doc cost more than what is done on
them. The rooms behind the parser look here instead.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from spacy.attrs import DEP, ENT_TYPE, HEAD, IS_SPACE, LEMMA, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from newsclaims.parse.pieces import beginning
from newsclaims.parse.strings import remembered

_NAMES = (ORTH, LEMMA, TAG, POS, DEP, ENT_TYPE)
_NUMBERS = (HEAD, SPACY, IS_SPACE, SENT_START)


class Columns(NamedTuple):
    """The properties of N tokens.

    ``before`` is the offset of the article at which the Doc begins. ``whole`` is the text, which ``texts`` and
    ``spaced`` (white space follows) make up; ``offsets`` (N + 1) are where tokens begin in it, in code points, with its
    length at the end. ``lower``, ``lemmas`` are in small letters; ``ents`` is the type of the entity that a token is in,
    "" for none; ``starts`` are the tokens that begin a sentence.
    """

    before: int
    whole: str
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
        return self.whole[self.offsets[start] : self.offsets[end - 1] + len(self.texts[end - 1])]

    def sentence(self, i: int) -> tuple[int, int]:
        """The sentence of token ``i``: its first token and the one behind its last."""
        at = bisect_right(self.starts, i)
        return self.starts[at - 1], self.starts[at] if at < len(self.starts) else len(self.texts)


@lru_cache(maxsize=1)  # a Doc is worked on from start to end before the next
def columns(doc: Doc) -> Columns:
    """Read a Doc's tokens, once. What has been read is not read again: a Doc must not change after it."""
    table = doc.to_array([*_NAMES, *_NUMBERS]).astype(np.uint64, copy=False)
    string = remembered(doc.vocab.strings).__getitem__
    texts, lemmas, tags, pos, deps, ents = (tuple(map(string, ids)) for ids in table[:, : len(_NAMES)].T.tolist())
    to_head, spaced, space, start = table[:, len(_NAMES) :].astype(np.int64).T
    start[:1] = 1
    pieces = [text + " " if after else text for text, after in zip(texts, spaced.tolist(), strict=True)]
    return Columns(
        before=beginning(doc),
        whole="".join(pieces),
        texts=texts,
        spaced=tuple((spaced != 0).tolist()),
        offsets=tuple(accumulate(map(len, pieces), initial=0)),
        lower=tuple(map(str.lower, texts)),
        lemmas=tuple(map(str.lower, lemmas)),
        tags=tags,
        pos=pos,
        heads=tuple((to_head + np.arange(len(texts))).tolist()),
        deps=deps,
        ents=ents,
        space=tuple((space != 0).tolist()),
        starts=tuple(np.flatnonzero(start == 1).tolist()),
    )
