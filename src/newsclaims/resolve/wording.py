"""The claim in words that stand on their own: "Russia is providing North Korea with nuclear submarine technology"."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.candidate import Candidate
from newsclaims.extract.clause import Argument
from newsclaims.resolve.names import Names
from newsclaims.resolve.spans import place


def wording(doc: Doc, candidate: Candidate, names: Names) -> str:
    """Put a candidate's parts together as one sentence without a full stop.

    The subject comes first and the action after it; everything else follows in text order with its preposition, what
    stood before the subject ("On Monday, …") last. A pronoun is replaced by the name it stands for.

    Example: of "On Monday she told donors that the fund, which …" with "she" resolved: "Amina Diallo told donors On Monday".
    """
    subject = _subject(candidate)
    others = [part for part in (candidate.actor, candidate.target, *candidate.arguments) if part and part is not subject]
    time = candidate.time
    pieces = [(part.start, part.start, part.end, _phrase(doc, part, names)) for part in others]
    if time and not any(start <= time.start and time.end <= end for _, start, end, _ in pieces):
        start = time.start if time.preposition is None else min(time.start, time.preposition)
        pieces.append((start, start, time.end, place(doc, start, time.end)["text"]))
    action = candidate.clause
    before = [piece for piece in sorted(pieces) if piece[0] < action.start]
    after = [piece for piece in sorted(pieces) if piece[0] >= action.start]
    words = [_phrase(doc, subject, names, bare=True)] if subject else []
    words.append(place(doc, action.start, action.end)["text"])
    words += [text for *_, text in (*after, *before)]
    return " ".join(" ".join(words).split())


def _subject(candidate: Candidate) -> Argument | None:
    """What the sentence begins with: the target of a passive, else the actor."""
    return candidate.target if candidate.clause.voice == "passive" else candidate.actor


def _phrase(doc: Doc, part: Argument, names: Names, *, bare: bool = False) -> str:
    """A part with its preposition, named where it is but a pronoun."""
    text = place(doc, part.start, part.end)["text"]
    if part.end - part.start == 1 and doc[part.head].pos_ == "PRON":
        text = names(doc, part.head, part.start, part.end).entity
    return text if bare or not part.marker else f"{part.marker} {text}"
