"""Markdown: which of a text's characters only mark it up."""

from __future__ import annotations

import re
from collections.abc import Iterator

FENCE = re.compile(r" {0,3}(```|~~~)")
# a whole line that is no words: a rule, the line under a heading, a link's address, a comment
NO_WORDS = re.compile(r" {0,3}(?:=+|(?:-[ \t]?){3,}|(?:\*[ \t]?){3,}|(?:_[ \t]?){3,}|\[[^\[\]]{1,200}\]:.*|<!--.*-->)\s*")
OPENING = re.compile(r"(?: {0,3}>[ \t]?)* {0,3}(?:#{1,6}(?=[ \t])|>)?")
CLOSING = re.compile(r"(?<=[ \t])#+\s*$")
IN_LINE = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~])                                        # \* is a star
    | !\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?:[ \t][^()]{0,300})?\) # a picture
    | (?P<link>\[)(?=[^\[\]]{1,500}\](?:\([^()\s]{0,2000}|\[))     # a link's words stay
    | (?<=[^\\])\]\([^()\s]{0,2000}(?:\([^()\s]{0,300}\)[^()\s]{0,300})?(?:[ \t]{1,9}[^()]{0,300})?\)
    | (?<=[^\\])\]\[[^\[\]]{0,200}\]
    | </?[A-Za-z][^<>]{0,500}>
    | (?<![\w*])\*{1,3}(?=\S) | (?<=\S)\*{1,3}(?![\w*])        # but not those of a b****** word
    | (?<!\w)_{1,3}(?=\w) | (?<=[^\s_])_{1,3}(?!\w)
    | ~~(?=\S) | (?<=\S)~~
    | `+
    """,
    re.VERBOSE,
)


def marks(text: str, start: int = 0) -> tuple[tuple[int, int], ...]:
    """Find what marks up a Markdown text and is none of its words.

    Args:
        text: the text.
        start: where it begins, after front matter.

    Returns:
        Start and end of each such stretch, in order and apart from each other: the ``##`` of headings, stars and
        underscores of emphasis, backticks, brackets and addresses of links, whole pictures, rules, tags, blocks of code.
        A list's bullets stay: they are punctuation as in any text.

    Example: in ``"## The **board** met"`` they are ``((0, 2), (7, 9), (14, 16))``, what is left is "The board met".
    """
    return tuple(_marks(text, start))


def _marks(text: str, start: int) -> Iterator[tuple[int, int]]:
    lines = text[start:].splitlines(keepends=True)
    code = _code(lines)
    for number, line in enumerate(lines):
        end = start + len(line)
        if number in code or NO_WORDS.fullmatch(line):
            yield start, end
        else:
            for a, b in _in_line(line):
                yield start + a, start + b
        start = end


def _code(lines: list[str]) -> set[int]:
    """The numbers of the lines that are code, with the fences around it; what opens and never closes is text."""
    code: set[int] = set()
    opened: tuple[str, int] | None = None
    for number, line in enumerate(lines):
        fence = FENCE.match(line)
        if fence and opened is None:
            opened = fence[1], number
        elif fence and opened and opened[0] == fence[1]:
            code.update(range(opened[1], number + 1))
            opened = None
    return code


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    opening = OPENING.match(line)
    at = opening.end() if opening else 0
    if opening and opening[0].strip():
        yield 0, at
    closing = CLOSING.search(line, at) if opening and "#" in opening[0] else None
    end = closing.start() if closing else len(line)
    while found := IN_LINE.search(line, at, end):
        at = found.end()
        escaped = found[0] == "\\"
        yield found.span()
        at += escaped
    if closing:
        yield closing.span()
