"""What annotating finds in a Doc before any clause is read: quotations, cue words, time expressions, kinds of line.

All ``start`` and ``end`` are token indices into the Doc, end exclusive, unless a name says ``char``.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

LineKind = Literal["body", "headline", "byline", "dateline", "caption", "promotion", "teaser", "list", "signature", "other"]
CueKind = Literal["verb", "noun", "adjective", "preposition", "colon"]


class Line(NamedTuple):
    """One line of the text (a paragraph, in most article files) and what it is.

    Example: "By Jane Roe, Politics Editor" is a ``byline``; claims are drawn from body, headline and list lines only.
    """

    start: int
    end: int
    kind: LineKind


class Quote(NamedTuple):
    """A stretch between quotation marks; the marks themselves lie outside ``start:end``.

    ``opens`` and ``closes`` are the tokens of the marks; ``closes`` is None where the quotation runs on into the next
    paragraph, which opens with a mark of its own and then has ``continues`` set.
    """

    start: int
    end: int
    opens: int
    closes: int | None
    continues: bool = False


class Cue(NamedTuple):
    """Words that attribute: "said", "according to", "his conclusion that", "is concerned that".

    ``head`` is the token the grammar hangs on; ``sense`` the lexicon's class (say, believe, deny, promise, order, ask …).
    """

    start: int
    end: int
    head: int
    lemma: str
    kind: CueKind
    sense: str


class Timex(NamedTuple):
    """A time expression, without leading preposition; ``preposition`` is the token before it that belongs to it, if any.

    ``form`` is what the expression means before any calendar is applied; `resolve.dates` turns it into a value.
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    form: tuple[str, ...]
    preposition: int | None = None

    @property
    def begin(self) -> int:
        """Where it begins, its preposition included."""
        return self.start if self.preposition is None else self.preposition


class Marks(NamedTuple):
    """Everything annotated in one Doc, each in text order."""

    lines: tuple[Line, ...] = ()
    quotes: tuple[Quote, ...] = ()
    cues: tuple[Cue, ...] = ()
    times: tuple[Timex, ...] = ()
