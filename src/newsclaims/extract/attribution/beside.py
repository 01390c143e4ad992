"""The reporting words beside a quotation, right after it or right before it, and whose they are.

Where marks and parse disagree the marks win: what is looked at are the words between a mark and the next one.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.annotate.marks import Cue
from newsclaims.extract.arcs import OBLIQUE, RELATIVE
from newsclaims.extract.attribution.scene import STOPS, Scene, Stretch, Verb, close, holds_clause, plain, verbs
from newsclaims.extract.attribution.speakers import own_words
from newsclaims.extract.clause import Argument, Clause

_SOFT = frozenset((",", "—", "–", "--", "-", "?", "!", "…", "...", "?!", "!?"))
_DASHES = frozenset(("—", "–", "--", "-", "―", "~"))
_SPEAKERS = frozenset(("PROPN", "NOUN", "PRON", "NUM"))  # "one of the passengers"
_LONGEST = 16  # tokens from a quotation to the reporting verb
_FILLER = frozenset(("ADV", "CCONJ", "INTJ"))


class Said(NamedTuple):
    """Reporting words beside a quotation: the cue, its speaker, the clause they make, and where they stand."""

    cue: Cue | None
    source: Argument | None
    clause: Clause | None
    own: Stretch
    rule: str
    mark: Stretch | None = None


def said_after(scene: Scene, k: int) -> Said | None:
    """Find the reporting words after a quotation: '…," said Shea', '…," the minister told reporters on Friday'.

    Args:
        scene: the text.
        k: the index of the quotation.

    Returns:
        The words with their speaker; None where the text goes on in another way.
    """
    quote, words = scene.quotes[k], scene.tree.words
    if quote.closes is None:
        return None
    start, end = close(quote), scene.line(quote.opens)[1]
    end = min([end, *(other.opens for other in scene.quotes[k + 1 : k + 2])])
    while start < end and words[start] == words[quote.closes] and not scene.spaced[start - 1]:
        start += 1  # a mark of several tokens
    last = words[quote.end - 1]
    while start < end and scene.tree.pos[start] == "SPACE":
        start += 1
    comma = start < end and words[start] == ","
    start += comma
    if start >= end or (scene.tree.pos[start] == "CCONJ" and not holds_clause(scene, k)):
        return None  # 'called it "no help," *and urged* both sides to wait'
    if words[start] in _DASHES and not comma:
        signed = _signature(scene, start + 1, scene.line(quote.opens)[1])
        if signed is not None:
            return signed._replace(mark=(start, start + 1))
    soft = comma or last in _SOFT
    if last in STOPS and last not in _SOFT and not comma and scene.capital(start):
        return None
    stop = next((i for i in range(start, end) if words[i] in STOPS), end)
    for cue in map(plain, scene.cues_in(start, stop)):
        if cue.kind != "verb":
            continue
        if cue.start >= stop:
            break
        said = _beside(scene, cue, start, stop)
        if said is not None and _names(scene, k, said):
            return None
        if said is not None:
            return said if soft or (said.own[0] <= start and holds_clause(scene, k)) else None
        if _finite_between(scene, start, cue.start):
            break
    return _unlisted(scene, start, stop) if soft and last not in STOPS else None


def _names(scene: Scene, k: int, said: Said) -> bool:
    """Whether a quotation only names something, and what is said follows: 'On "Good Day," Roe said *it was over*'."""
    if holds_clause(scene, k) or said.clause is None or said.cue is None:
        return False
    if _leads_in(scene, k):
        return True
    behind = scene.clauses_in(said.own[1], scene.sentence(said.own[0])[1])
    contents = (one for one in behind if one.parent == said.clause.head and one.kind == "content" and one.finite)
    return any(scene.quote_at(one.start) is None for one in contents)


def _leads_in(scene: Scene, k: int) -> bool:
    """Whether a quotation without a clause ends a phrase that begins the sentence: 'On *"Good Day,"* Roe said …'."""
    tree, opens = scene.tree, scene.quotes[k].opens
    start = scene.sentence(opens)[0]
    while start < opens and tree.is_void(start):
        start += 1
    return start < opens and tree.pos[start] == "ADP" and not scene.clauses_in(start, opens)


def _beside(scene: Scene, cue: Cue, start: int, stop: int) -> Said | None:
    """The reporting words that begin at ``start``: subject then verb, or verb then subject."""
    takes, clause = verbs()[cue.lemma], scene.clause_of.get(cue.head)
    if not (takes.quote or takes.that) or (clause is not None and clause.voice == "passive"):
        return None
    if clause is not None and clause.subject is not None and scene.tree.tags[clause.subject.head] == "WDT":
        return None  # 'the “public option”, *which would allow* it'
    if clause is not None and clause.subject is not None and clause.subject.start < stop and clause.subject.end > start:
        own = own_words(clause)
        if own[0] >= start and _filled(scene, start, own[0]):
            return Said(cue, clause.subject, clause, own, "quotation")
    if _filled(scene, start, cue.start):
        source = scene.phrase_at(cue.end, stop)
        if source is not None and source.start == cue.end and _speaks_behind(scene, source, cue):
            return Said(cue, source, clause, (cue.start, source.end), "quotation")
    elif cue.start - start <= _LONGEST and not _finite_between(scene, start, cue.start):
        comma = max((i for i in range(start, cue.start) if scene.tree.words[i] == ","), default=start - 1)
        source = scene.phrase_at(comma + 1, cue.start) or scene.phrase_at(start, cue.start)  # '…" for years, she said'
        if source is not None and scene.tree.pos[source.head] in _SPEAKERS and _next_to(scene, source, cue):
            return Said(cue, source, clause, (start, cue.end), "quotation")
    return None


def _speaks_behind(scene: Scene, source: Argument, cue: Cue) -> bool:
    """Whether a verb may have its subject behind it: '…," said *she*'; not '…," comparing *him* to a king'."""
    tree = scene.tree
    return tree.pos[source.head] in _SPEAKERS and tree.tags[cue.head] != "VBG" and tree.words[source.head] not in OBLIQUE


def _next_to(scene: Scene, source: Argument, cue: Cue) -> bool:
    """Whether a verb follows its speaker: '…," the envoy, *who is Dutch, said*'; not '…," a vision he *called* a cliche'."""
    behind = source.end
    return (
        behind >= cue.start or scene.tree.is_void(behind) or scene.tree.pos[behind] not in ("PRON", "PROPN", "NOUN", "DET")
    )


def _unlisted(scene: Scene, start: int, stop: int) -> Said | None:
    """A verb that the lexicon lacks, in a place where only reporting words stand: '…," the skipper wheezed.'"""
    for clause in scene.clauses_in(start, stop):
        if clause.finite and clause.subject and clause.voice == "active":
            own = own_words(clause)
            plain = not clause.copular and not any(one.role in ("object", "complement") for one in clause.arguments)
            if own[0] >= start and own[1] <= stop and _filled(scene, start, own[0]) and plain:
                cue = Cue(clause.start, clause.end, clause.head, clause.lemma, "verb", "say")
                return Said(cue, clause.subject, clause, own, "quotation")
            return None
    return None


def _signature(scene: Scene, start: int, end: int) -> Said | None:
    """A name after a dash that ends the line: '"We are ready." – Commissioner Roe'."""
    dash = start - 1
    while start < end and scene.tree.pos[start] == "SPACE":
        start += 1
    source = scene.phrase_at(start, end)
    if source is None or scene.tree.pos[source.head] != "PROPN" or _finite_between(scene, start, end):
        return None
    return Said(None, source, None, (dash, end), "signature")


def said_before(scene: Scene, k: int) -> Said | None:
    """Find the reporting words before a quotation: 'Shea said: "…', 'She told reporters on Friday, "…', 'He asked "…'.

    Args:
        scene: the text.
        k: the index of the quotation.

    Returns:
        The words with their speaker; None where something else stands before it.
    """
    quote, tree = scene.quotes[k], scene.tree
    at = quote.opens - 1
    first = scene.line(quote.opens)[0]
    first = max([first, *(close(other) for other in scene.quotes[max(k - 1, 0) : k])])
    if at < first:
        return _line_before(scene, k)
    if tree.words[at] in STOPS:
        return None
    mark = tree.words[at] if tree.words[at] in (",", ":", "—", "–", "--") else ""
    begin = next((i + 1 for i in range(at - 1, first - 1, -1) if tree.words[i] in STOPS), first)
    found = _last_cue(scene, k, begin, at, mark)
    if found is not None:
        return found
    return _colon(scene, begin, at) if mark == ":" else None


def _line_before(scene: Scene, k: int) -> Said | None:
    """Reporting words that end the line before with a colon."""
    start = scene.line(scene.quotes[k].opens)[0]
    at = start - 1
    while at > 0 and scene.tree.pos[at] == "SPACE":
        at -= 1
    if at <= 0 or scene.tree.words[at] != ":":
        return None
    first = scene.line(at)[0]
    begin = next((i + 1 for i in range(at - 1, first - 1, -1) if scene.tree.words[i] in STOPS), first)
    return _last_cue(scene, k, begin, at, ":") or _colon(scene, begin, at)


def _last_cue(scene: Scene, k: int, begin: int, at: int, mark: str) -> Said | None:
    """The last reporting verb before a quotation, unless another finite verb stands between."""
    tree, quote = scene.tree, scene.quotes[k]
    for cue in reversed([plain(one) for one in scene.cues_in(begin, at + 1) if one.end <= at + 1 and one.kind == "verb"]):
        clause, takes = scene.clause_of.get(cue.head), verbs()[cue.lemma]
        if not (takes.quote or takes.that) or clause is None:
            continue
        if _finite_between(scene, cue.end, at):
            return None
        between = range(cue.end, at + (mark == ""))
        joined = all(tree.is_void(i) or tree.words[i] == "that" for i in between)
        addressed = takes.np == "addressee" and not any(tree.words[i] == "," for i in between)
        if not mark and not joined and (_title(scene, k, clause) or tree.tags[quote.start] in RELATIVE):
            return None  # 'urged them to drop words *"that hurt"*'
        if not mark and ((not joined and not addressed) or (_has_object(takes) and not holds_clause(scene, k))):
            return None
        if mark and mark != ":" and not takes.quote:
            return None
        if clause.voice == "passive" and mark != ":":
            return None
        subject = clause.subject if clause.voice == "active" else None
        if subject is not None and _quoted_elsewhere(scene, subject.head, cue.start):
            return None
        if subject is None and (clause.voice == "passive" or mark != ":"):
            return None
        own = own_words(clause)
        return Said(cue, subject, clause, (own[0], at + 1) if mark else own, "quotation")
    return None


def _quoted_elsewhere(scene: Scene, head: int, cue: int) -> bool:
    """Whether a word is part of what somebody else says: 'They shout "*That* is it" and, asked why, answer, "It is."'."""
    at = scene.quote_at(head)
    return at is not None and at != scene.quote_at(cue) and holds_clause(scene, at)


def _title(scene: Scene, k: int, clause: Clause) -> bool:
    """Whether a quotation only names whom somebody told what follows: 'told the weekly "Der Tag" *that it was over*'."""
    behind = scene.clauses_in(close(scene.quotes[k]), scene.sentence(clause.head)[1])
    said = any(one.parent == clause.head and one.kind == "content" and one.marker == "that" for one in behind)
    return said and not holds_clause(scene, k)


def _has_object(takes: Verb) -> bool:
    """Whether words between marks right behind a verb may be no more than its object: 'condemned the "coup"'."""
    return takes.np in ("content", "text", "judged") or not takes.quote


def _colon(scene: Scene, begin: int, at: int) -> Said | None:
    """A colon that introduces a quotation without a reporting verb: 'Shea was blunt: "…', 'The coach: "…'."""
    main = [one for one in scene.clauses_in(begin, at) if one.kind == "main" and one.subject is not None]
    if main:
        return Said(None, main[-1].subject, None, (begin, at + 1), "colon", (at, at + 1))
    source = scene.phrase_at(begin, at)
    if source is None or source.end < at or scene.tree.pos[source.head] not in ("PROPN", "NOUN"):
        return None
    return Said(None, source, None, (begin, at + 1), "colon", (at, at + 1))


def _filled(scene: Scene, start: int, end: int) -> bool:
    """Whether only marks and small words stand between two places."""
    return end - start <= 4 and all(scene.tree.is_void(i) or scene.tree.pos[i] in _FILLER for i in range(start, end))


def _finite_between(scene: Scene, start: int, end: int) -> bool:
    """Whether a finite clause other than a relative one has its verb between two places."""
    return any(one.finite and one.kind != "relative" and one.end <= end for one in scene.clauses_in(start, end))
