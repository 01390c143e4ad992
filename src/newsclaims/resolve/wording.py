"""The claim in words that stand on their own: "Russia is providing North Korea with nuclear submarine technology"."""

from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.extract.candidate import Candidate
from newsclaims.extract.clause import Argument
from newsclaims.parse.columns import columns
from newsclaims.resolve.names import Names
from newsclaims.resolve.spans import verbatim


def wording(doc: Doc, candidate: Candidate, names: Names) -> str:
    """Put a candidate's parts together as one sentence without a full stop.

    The subject comes first, then the action and everything else in text order, each with its preposition; what stood
    before the subject ("On Monday, …") comes last. A pronoun is replaced by the name it stands for.

    Example: of "On Monday she told donors that the fund, which …" with "she" resolved: "Amina Diallo told donors on Monday".
    """
    subject, action, time = _subject(candidate), candidate.clause, candidate.time
    others = [part for part in (candidate.actor, candidate.target, *candidate.arguments) if part and part is not subject]
    pieces = [(part.start, part.end, _phrase(doc, part, names)) for part in others]
    pieces.append((action.start, action.end, verbatim(doc, action.start, action.end)))
    if time and not any(start <= time.start and time.end <= end for start, end, _ in pieces):
        pieces.append((time.begin, time.end, verbatim(doc, time.begin, time.end)))
    first = subject.start if subject and subject.start < action.start else action.start
    words = [_phrase(doc, subject, names, bare=True) if subject else _expletive(doc, action.start)]
    pieces.sort()
    words += [text for start, _, text in pieces if start >= first]
    words += [_inside(doc, start, text) for start, _, text in pieces if start < first]
    return " ".join(" ".join(words).split())


def _expletive(doc: Doc, start: int) -> str:
    """What holds the subject's place: "there is no evidence", "it is asserted that …"."""
    tokens = columns(doc)
    return tokens.lower[start - 1] if start and tokens.pos[start - 1] == "PRON" else ""


def _inside(doc: Doc, start: int, text: str) -> str:
    """A phrase that began the sentence and no longer does."""
    tokens = columns(doc)
    opens = tokens.pos[start] != "PROPN" and tokens.texts[start].istitle() and tokens.sentence(start)[0] == start
    return text[0].lower() + text[1:] if opens else text


def _subject(candidate: Candidate) -> Argument | None:
    """What the sentence begins with: the target of a passive, else the actor."""
    return candidate.target if candidate.clause.voice == "passive" else candidate.actor


def _phrase(doc: Doc, part: Argument, names: Names, *, bare: bool = False) -> str:
    """A part with its preposition, named where it is but a pronoun."""
    tokens = columns(doc)
    pronoun = part.end - part.start == 1 and tokens.pos[part.head] == "PRON"
    words = names(doc, part.head, part.start, part.end).entity if pronoun else verbatim(doc, part.start, part.end)
    marked = bare or not part.marker or part.marker.split()[:1] in ([], [tokens.texts[part.start]])
    return words if marked else f"{part.marker} {words}"
