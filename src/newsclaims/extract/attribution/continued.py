"""Quotations without reporting words: the last speaker goes on, or the neighbouring sentence names the speaker."""

from __future__ import annotations

from bisect import bisect_left, insort

from newsclaims.extract.attribution.scene import STOPS, Draft, Scene, close, holds_clause
from newsclaims.extract.attribution.speakers import is_somebody
from newsclaims.extract.clause import Argument

_MARKS = frozenset(('"', "”", "''", "’", "'"))
_ENDS = STOPS | _MARKS | {":", "\n"}
_SPEAKERS = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_WHO = frozenset(("he", "she", "they", "who"))


def continued(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give quotations that stand alone a speaker from their surroundings.

    Args:
        scene: the text.
        drafts: the attributions found by reporting words.

    Returns:
        Drafts without a cue: of the source of the last attribution in the same or the paragraph before, or else of the
        subject of the sentence before, if that can speak. A quotation with neither gets no draft.

    Example:
        'Shea said the pact was bad. "It helps Pyongyang."' gives the second sentence Shea as its source.
    """
    spoken = {k for draft in drafts for k in draft.speaks}
    labels = {scene.quote_at(one.cue[0]) for one in drafts if one.rule == "label" and one.cue is not None}
    ended = sorted((_place(one), -n) for n, one in enumerate(drafts) if one.contents and _leads(scene, one))
    signed = {scene.line(one.own[0]) for one in drafts if one.rule == "signature" and one.own is not None}
    known = list(drafts)
    found: list[Draft] = []
    for k, quote in enumerate(scene.quotes):
        if k in spoken or k in labels or not _alone(scene, k):
            continue
        group = [k]
        while group[-1] + 1 < len(scene.quotes) and scene.quotes[group[-1] + 1].continues and group[-1] + 1 not in labels:
            group.append(group[-1] + 1)
        if _previous(scene, scene.line(quote.opens)[0]) in signed:  # the next one of a list of letters
            continue
        source = _last_source(scene, known, ended, quote.opens) or _last_subject(scene, quote.opens)
        if source is None:
            continue
        contents = tuple((scene.quotes[m].opens, close(scene.quotes[m])) for m in group)
        draft = Draft(source, None, None, contents, "continued", speaks=tuple(group))
        spoken.update(group)
        insort(ended, (_place(draft), -len(known)))
        known.append(draft)
        found.append(draft)
    return found


def _alone(scene: Scene, k: int) -> bool:
    """Whether a quotation is one or more whole sentences of the text, and says something."""
    quote, words = scene.quotes[k], scene.tree.words
    first, last = scene.line(quote.opens)
    free_before = quote.opens == first or words[quote.opens - 1] in _ENDS
    after = close(quote)
    end = quote.end
    while end > quote.start and words[end - 1] in _MARKS:  # … is finished.'”
        end -= 1
    free_after = quote.closes is None or after >= last or words[after] in STOPS or words[end - 1] in STOPS
    return free_before and free_after and holds_clause(scene, k)


def _last_source(scene: Scene, drafts: list[Draft], ended: list[tuple[int, int]], at: int) -> Argument | None:
    """The source of the last attribution before ``at`` in its line, or else in the line before.

    ``ended`` are the places of those that have one, in order, each with the draft's number below zero.
    """
    line = scene.line(at)
    before = _previous(scene, line[0])
    for first, last in (line, *((before,) if before and not _other_speaker(scene, before) else ())):
        n = bisect_left(ended, (min(last, at), -len(drafts))) - 1
        if n >= 0 and ended[n][0] >= first:
            return drafts[-ended[n][1]].source
    return None


def _leads(scene: Scene, draft: Draft) -> bool:
    """Whether its source may go on behind it."""
    return draft.source is not None and (draft.rule == "label" or not _quotes_another(scene, draft))


def _quotes_another(scene: Scene, draft: Draft) -> bool:
    """Whether the reporting words stand inside a quotation: whom a speaker quotes does not go on behind the marks."""
    return draft.cue is not None and scene.quote_at(draft.cue[0]) is not None


def _other_speaker(scene: Scene, line: tuple[int, int]) -> bool:
    """Whether a line ends with a colon, and so names the speaker of the next one itself."""
    end = line[1] - 1
    while end > line[0] and scene.tree.pos[end] == "SPACE":
        end -= 1
    return scene.tree.words[end] == ":"


def _place(draft: Draft) -> int:
    own = draft.own[0] if draft.own else 0
    return max(own, draft.contents[-1][0])


def _last_subject(scene: Scene, at: int) -> Argument | None:
    """The subject of the last main clause before ``at``, in its line or the one before, if it can speak."""
    line = scene.line(at)
    before = _previous(scene, line[0])
    for first, last in (line, *((before,) if before else ())):
        mains = [one for one in scene.clauses_in(first, min(last, at)) if one.kind == "main" and one.subject]
        if mains:
            subject = mains[-1].subject
            named = subject is not None and first == line[0] and is_somebody(scene, subject)  # "*Her aunt*, Ana Roe, wept."
            return subject if subject is not None and (named or can_speak(scene, subject)) else None
    return None


def _previous(scene: Scene, start: int) -> tuple[int, int] | None:
    """The last line before ``start`` that holds words."""
    at = start - 1
    while at >= 0 and scene.tree.pos[at] == "SPACE":
        at -= 1
    return scene.line(at) if at >= 0 else None


def can_speak(scene: Scene, phrase: Argument) -> bool:
    """Whether a phrase names or stands for somebody: a person, a body, he, she, they."""
    words = scene.tree.words
    return scene.named[phrase.head] in _SPEAKERS or (phrase.end - phrase.start == 1 and words[phrase.head] in _WHO)
