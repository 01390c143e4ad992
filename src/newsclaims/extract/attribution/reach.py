"""How far what somebody says reaches: clauses that go on with it, and those where the article or another speaks again."""

from __future__ import annotations

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.scene import STOPS, Scene, Stretch, close, holds_clause
from newsclaims.extract.attribution.speakers import own_words
from newsclaims.extract.clause import Clause

_REMARKS = frozenset(("though", "although", "while", "whereas"))
_BACKSHIFTED = frozenset(("had", "'d", "would", "could", "might"))  # what "has", "will", "can", "may" are in reported speech


def reach(scene: Scene, cue: Cue, clause: Clause, contents: list[Stretch]) -> list[Stretch]:
    """Find how far what is said reaches.

    Args:
        scene: the text.
        cue: the reporting word.
        clause: its clause.
        contents: what the parse takes for what is said.

    Returns:
        The contents, longer or shorter: "said *the dam broke and the road was closed*", "conceded *that pay was late*; he
        was dismissed a week later".
    """
    contents = _since_the_colon(scene, cue, clause, contents)
    contents = [(_since_the_marks(scene, cue, start, end), end) for start, end in contents]
    contents = [(start, _within_its_sentence(scene, start, _coordinated(scene, clause, end))) for start, end in contents]
    if cue.kind == "verb" and cue.sense == "say":
        contents = [(start, _behind_a_semicolon(scene, cue, end)) for start, end in contents]
    return [(start, before_another_says(scene, cue, start, end)) for start, end in contents]


def _since_the_colon(scene: Scene, cue: Cue, clause: Clause, contents: list[Stretch]) -> list[Stretch]:
    """What is said, where the parse takes it from before a colon: "It is disputed: the guild says *it paid*"; "The vote was
    void; the mayor said *she would appeal*"."""
    first, last = own_words(clause)[0], scene.sentence(clause.head)[1]
    if scene.tree.words[first - 1] not in (";", ":") or cue.kind != "verb" or contents[0][0] >= first:
        return contents
    behind = [(start, end) for start, end in contents if start >= cue.end]
    goes_on = [one for one in scene.clauses_in(cue.end, last) if one.finite]
    return behind or ([scene.until_another_speaks((cue.end, last))] if goes_on else contents)


def _since_the_marks(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Where what is said begins, if a semicolon parts it from the article's words: 'Most stay; *“it is safe,”* she says'."""
    at = scene.quote_at(end - 1) if end <= cue.start else None
    opens = start if at is None else scene.quotes[at].opens
    parted = at is not None and start < opens and scene.tree.words[opens - 1] in (";", ":") and holds_clause(scene, at)
    return opens if parted else start


def _within_its_sentence(scene: Scene, start: int, end: int) -> int:
    """The end of a content that the parse draws beyond a quotation that ends a sentence: 'boasted, *“It pays.”* Later …'."""
    for quote in scene.quotes_in(start, end):
        after = close(quote)
        if after < end and scene.tree.words[quote.end - 1] in STOPS and scene.capital(after):
            return after
    return end


def _coordinated(scene: Scene, clause: Clause, end: int) -> int:
    """The end of a content with a clause that no comma parts from it: "said *the dam broke and the road was closed*"."""
    for one in scene.clauses_in(end, scene.sentence(clause.head)[1]):
        beside = one.conjunct_of == clause.head or (not clause.finite and one.conjunct_of == clause.parent)
        if beside and one.finite and _and_that(scene, end, one):
            return one.extent[1]
        if beside and one.extent[0] == end and one.finite:
            between = range(one.extent[0], one.start)
            if any(scene.tree.pos[i] in ("NOUN", "PROPN", "PRON", "NUM") for i in between):
                return one.extent[1]
        if one.conjunct_of == clause.head and one.finite and one.subject != clause.subject:
            at = scene.quote_at(one.start)
            if at is not None and scene.quotes[at].opens >= end and _goes_on(scene, clause, end, at):
                return close(scene.quotes[at])
    return end


def _and_that(scene: Scene, end: int, one: Clause) -> bool:
    """Whether a coordinated clause is said, too: "told us the dam was safe, *and that it had been checked*"."""
    words, start = scene.tree.words, one.extent[0]
    start += words[start] == ","
    joined = words[start] in ("and", "but") and words[start + 1 : start + 2] == ("that",)
    return joined and scene.tree.pos[start + 1] == "SCONJ" and all(scene.tree.is_void(i) for i in range(end, start))


def _behind_a_semicolon(scene: Scene, cue: Cue, end: int) -> int:
    """The end of what is said with a clause about the same: "She said the roof leaked; *it had been patched twice*"."""
    last = scene.sentence(cue.start)[1]
    end = _of_another_day(scene, cue, end)
    if end >= last - 1 or scene.tree.words[end] != ";" or scene.tree.tags[end + 1] != "PRP" or cue.start > end:
        return end
    following = scene.clauses_in(end + 1, last)
    if not following or following[0].kind != "main" or not following[0].finite:
        return end
    if _told_by_the_article(scene, cue, following[0]):
        return end
    if any(one.kind == "verb" and one.sense == "say" for one in scene.cues_in(end, following[0].end)):
        return end
    return scene.until_another_speaks((end, last))[1]


def before_another_says(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Find the end of what is said, without what somebody says beside it.

    Args:
        scene: the text.
        cue: the reporting word.
        start: where what is said begins.
        end: where the parse ends it.

    Returns:
        Where it ends: "Police said *two died*, while doctors said three had", "He confirmed *the sale*, although he would
        not say to whom".
    """
    said = [one for one in scene.cues_in(start, end) if one.kind == "verb" and one.sense == "say" and one != cue]
    for one in scene.clauses_in(start, end) if said and cue.start < start else ():
        apart = one.kind == "adverbial" and one.marker in _REMARKS and one.finite and one.subject is not None
        first = one.extent[0]
        if apart and start < first and scene.tree.words[first - 1] == "," and any(it.head in one.verbs for it in said):
            return first - 1
    return end


def _told_by_the_article(scene: Scene, cue: Cue, clause: Clause) -> bool:
    """Whether a clause behind a semicolon is in the tense of the saying: "He conceded that pay was late; *he was dismissed*
    a week later", not "She said the roof leaked; *it had been patched* twice"."""
    return scene.tree.tags[cue.head] == "VBD" and scene.tree.words[clause.start] not in _BACKSHIFTED


def _of_another_day(scene: Scene, cue: Cue, end: int) -> int:
    """The end of what is said, cut at a semicolon behind which the article goes on about the one who said it."""
    words = scene.tree.words
    for at in range(cue.end, end - 1):
        if words[at] == ";" and scene.tree.tags[at + 1] == "PRP" and scene.quote_at(at) is None:
            following = next(iter(scene.clauses_in(at, end)), None)
            if following is not None and following.finite and _told_by_the_article(scene, cue, following):
                return at
    return end


def _goes_on(scene: Scene, clause: Clause, end: int, at: int) -> bool:
    """Whether a quotation goes on with what is said before it: 'said it was “too late” but “*nobody dares to say so*”'."""
    quote, last = scene.quotes[at], scene.sentence(clause.head)[1]
    joined = all(scene.tree.is_void(i) or scene.tree.pos[i] in ("CCONJ", "SCONJ") for i in range(end, quote.opens))
    return joined and clause.end <= end and not scene.cues_in(close(quote), last)
