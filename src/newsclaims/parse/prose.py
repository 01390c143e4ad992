"""What no prose looks like: stretches of a text that are passed over, since parsing them costs much and tells nothing.

A dump, a minified page or a text made to keep a reader busy is told by signs that no English article shows, however long it
is. None of them looks at words, so that ten megabytes are judged within two seconds.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

WORD = 1_000  # characters without white space; longer addresses than this are no reading
SENTENCE = 10_000  # characters without a line's or a sentence's end: 1,700 words
BLOCK = 16_384  # characters judged at once for variety and letters; a shorter text is not judged so
PART = 1_024  # characters judged at once where noise begins and ends
VARIETY = 20  # times that a block may shrink: English shrinks to less than a half, a table to a fifth
LETTERS = 1 / 3  # of what is no white space; English has 95 % a to z
PARAGRAPH = "\n\n"

_LONG_WORD = re.compile(rf"(?<!\S)\S{{{WORD},}}")
_ENDS = re.compile(r"[.!?…][\"'”’)\]»]*(?=\s)|[\r\n\u2028\u2029]+")
_NOT_LETTERS = bytes(code for code in range(256) if not chr(code).isalpha() or code > 127)


class Stretch(NamedTuple):
    """Characters ``start:end`` of a text, end exclusive."""

    start: int
    end: int


def noise(text: str) -> tuple[Stretch, ...]:
    """Find what is no prose: words of a thousand characters, ten thousand characters without an end of line or sentence, and
    blocks that say the same over and over or are hardly made of Latin letters.

    Args:
        text: any text.

    Returns:
        The stretches in text order, none touching another. An article has none.

    Example: in an article with a picture in it as 40,000 characters of base64, that picture.
    """
    if len(text) < WORD:
        return ()
    return tuple(_merged(sorted([*_long_words(text), *_endless(text), *_blocks(text)])))


def blanked(text: str, stretches: Sequence[Stretch]) -> str:
    """Put white space in the place of some stretches, so that what stands around them is apart and every offset stays."""
    kept: list[str] = []
    done = 0
    for start, end in stretches:
        kept += [text[done:start], PARAGRAPH.ljust(end - start)]
        done = end
    return "".join(kept) + text[done:]


def _long_words(text: str) -> Iterator[Stretch]:
    return (Stretch(*found.span()) for found in _LONG_WORD.finditer(text))


def _endless(text: str) -> Iterator[Stretch]:
    start = 0
    for found in _ENDS.finditer(text):
        if found.start() - start > SENTENCE:
            yield Stretch(start, found.start())
        start = found.end()
    if len(text) - start > SENTENCE:
        yield Stretch(start, len(text))


def _blocks(text: str) -> Iterator[Stretch]:
    """Find runs of blocks that are noise; of the first and the last block of a run, only the parts that are."""
    if len(text) < BLOCK:
        return
    starts = range(0, len(text), BLOCK)
    bad = [_is_noise(text[start : start + BLOCK]) for start in starts]
    for number, start in enumerate(starts):
        if bad[number]:
            inner = 0 < number < len(bad) - 1 and bad[number - 1] and bad[number + 1]
            size = BLOCK if inner else PART
            for at in range(start, min(start + BLOCK, len(text)), size):
                if inner or _is_noise(text[at : at + size]):
                    yield Stretch(at, min(at + size, len(text)))


def _is_noise(block: str) -> bool:
    size = len("".join(block.split()))
    if size < PART // 4:
        return False
    data = block.encode("utf-8", "surrogatepass")
    if len(zlib.compress(data, 1)) * VARIETY < len(data):
        return True
    return len(data.translate(None, _NOT_LETTERS)) < LETTERS * size


def _merged(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for stretch in stretches:
        if last is not None and stretch.start <= last.end:
            last = Stretch(last.start, max(last.end, stretch.end))
        else:
            if last is not None:
                yield last
            last = stretch
    if last is not None:
        yield last
