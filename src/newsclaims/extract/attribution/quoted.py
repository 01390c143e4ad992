"""Attribution by quotation marks: which reporting words stand right after or right before a quotation.

Where marks and parse disagree the marks win: what is looked at are the words between a mark and the next one.
"""

from __future__ import annotations

from typing import NamedTuple

from newsclaims.annotate.marks import Cue
from newsclaims.extract.attribution.scene import STOPS, Draft, Scene, Stretch, Verb, close, holds_clause, plain, verbs
from newsclaims.extract.attribution.speakers import own_words
from newsclaims.extract.clause import Argument, Clause

_SOFT = frozenset((",", "—", "–", "--", "-", "?", "!", "…", "...", "?!", "!?"))
_DASHES = frozenset(("—", "–", "--", "-", "―", "~"))
_FILLER = frozenset(("ADV", "CCONJ", "INTJ"))


class _Said(NamedTuple):
    """Reporting words beside a quotation: the cue, its speaker, the clause they make, and where they stand."""

    cue: Cue | None
    source: Argument | None
    clause: Clause | None
    own: Stretch
    rule: str
    mark: Stretch | None = None


def quoted(scene: Scene) -> list[Draft]:
    """Find the quotations whose reporting words stand beside them.

    Args:
        scene: the text.

    Returns:
        A draft for each reporting clause, with all quotations it introduces: those before and after it in '"We won," she
        said. "It was close."', and a quotation's later paragraphs with its first.
    """
    drafts: list[Draft] = []
    groups = _groups(scene)
    before = [_before(scene, group[0]) for group in groups]
    after = [_after(scene, group[-1]) for group in groups]
    k = 0
    while k < len(groups):
        said = before[k] or after[k]
        members = [k]
        if said is not None and said is after[k]:
            while members[-1] + 1 < len(groups) and _resumes(scene, groups, said, members[-1] + 1, before):
                members.append(members[-1] + 1)
        if said is not None:
            quotes = tuple(q for m in members for q in groups[m])
            drafts.append(_draft(scene, said, quotes, whole=said is after[k]))
        k = members[-1] + 1
    return drafts


def _groups(scene: Scene) -> list[list[int]]:
    """The outer quotations, the paragraphs of one quotation together."""
    groups: list[list[int]] = []
    for k, quote in enumerate(scene.quotes):
        if quote.continues and groups:
            groups[-1].append(k)
        else:
            groups.append([k])
    return groups


def _draft(scene: Scene, said: _Said, quotes: tuple[int, ...], whole: bool) -> Draft:
    """A draft; a quotation that ends a longer statement ("The pact is “a gift”, Shea said") takes that statement along."""
    contents = []
    for n, k in enumerate(quotes):
        quote = scene.quotes[k]
        start = quote.opens
        if n == 0 and whole:
            first, _ = scene.sentence(quote.opens)
            limit = max((close(other) for other in scene.quotes[max(k - 1, 0) : k]), default=0)
            start = max(first, limit, scene.line(quote.opens)[0])
            start = start if any(not scene.tree.is_void(i) for i in range(start, quote.opens)) else quote.opens
        contents.append((start, close(quote)))
    cue = (said.cue.start, said.cue.end) if said.cue else said.mark
    head = said.clause.head if said.clause else None
    sense = said.cue.sense if said.cue else "say"
    return Draft(said.source, cue, head, tuple(contents), said.rule, sense, said.own, None, quotes)


def _after(scene: Scene, k: int) -> _Said | None:
    """Reporting words after a quotation: '…," said Shea', '…," the minister told reporters on Friday'."""
    quote, words = scene.quotes[k], scene.tree.words
    if quote.closes is None:
        return None
    start, end = close(quote), scene.line(quote.opens)[1]
    end = min([end, *(other.opens for other in scene.quotes[k + 1 : k + 2])])
    while start < end and words[start] == words[quote.closes] and not scene.spaced[start - 1]:
        start += 1  # a mark of several tokens
    last = words[quote.end - 1]
    comma = start < end and words[start] == ","
    start += comma
    if start >= end:
        return None
    if words[start] in _DASHES and not comma:
        signed = _signature(scene, start + 1, scene.line(quote.opens)[1])
        if signed is not None:
            return signed._replace(mark=(start, start + 1))
    soft = comma or last in _SOFT
    if last in STOPS and last not in _SOFT and not comma and scene.capital[start]:
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


def _names(scene: Scene, k: int, said: _Said) -> bool:
    """Whether a quotation only names something, and what is said follows: 'On "Good Day," Roe said *it was over*'."""
    if holds_clause(scene, k) or said.clause is None or said.cue is None:
        return False
    behind = scene.clauses_in(said.own[1], scene.sentence(said.own[0])[1])
    contents = (one for one in behind if one.parent == said.clause.head and one.kind == "content" and one.finite)
    return any(scene.quote_at(one.start) is None for one in contents)


def _title(scene: Scene, k: int, clause: Clause) -> bool:
    """Whether a quotation only names whom somebody told what follows: 'told the weekly "Der Tag" *that it was over*'."""
    behind = scene.clauses_in(close(scene.quotes[k]), scene.sentence(clause.head)[1])
    said = any(one.parent == clause.head and one.kind == "content" and one.marker == "that" for one in behind)
    return said and not holds_clause(scene, k)


def _beside(scene: Scene, cue: Cue, start: int, stop: int) -> _Said | None:
    """The reporting words that begin at ``start``: subject then verb, or verb then subject."""
    takes, clause = verbs()[cue.lemma], scene.clause_of.get(cue.head)
    if not (takes.quote or takes.that) or (clause is not None and clause.voice == "passive"):
        return None
    if clause is not None and clause.subject is not None and clause.subject.start < stop and clause.subject.end > start:
        own = own_words(clause)
        if own[0] >= start and _filled(scene, start, own[0]):
            return _Said(cue, clause.subject, clause, own, "quotation")
    if _filled(scene, start, cue.start):
        source = scene.phrase_at(cue.end, stop)
        if source is not None and source.start == cue.end and scene.tree.pos[source.head] in ("PROPN", "NOUN", "PRON"):
            return _Said(cue, source, clause, (cue.start, source.end), "quotation")
    elif cue.start - start <= 12 and not _finite_between(scene, start, cue.start):
        comma = max((i for i in range(start, cue.start) if scene.tree.words[i] == ","), default=start - 1)
        source = scene.phrase_at(comma + 1, cue.start) or scene.phrase_at(start, cue.start)  # '…" for years, she said'
        if source is not None and scene.tree.pos[source.head] in ("PROPN", "NOUN", "PRON") and _next_to(scene, source, cue):
            return _Said(cue, source, clause, (start, cue.end), "quotation")
    return None


def _next_to(scene: Scene, source: Argument, cue: Cue) -> bool:
    """Whether a verb follows its speaker: '…," the envoy, *who is Dutch, said*'; not '…," a vision he *called* a cliche'."""
    behind = source.end
    return (
        behind >= cue.start or scene.tree.is_void(behind) or scene.tree.pos[behind] not in ("PRON", "PROPN", "NOUN", "DET")
    )


def _unlisted(scene: Scene, start: int, stop: int) -> _Said | None:
    """A verb that the lexicon lacks, in a place where only reporting words stand: '…," the skipper wheezed.'"""
    for clause in scene.clauses_in(start, stop):
        if clause.finite and clause.subject and clause.voice == "active":
            own = own_words(clause)
            plain = not clause.copular and not any(one.role in ("object", "complement") for one in clause.arguments)
            if own[0] >= start and own[1] <= stop and _filled(scene, start, own[0]) and plain:
                cue = Cue(clause.start, clause.end, clause.head, clause.lemma, "verb", "say")
                return _Said(cue, clause.subject, clause, own, "quotation")
            return None
    return None


def _signature(scene: Scene, start: int, end: int) -> _Said | None:
    """A name after a dash that ends the line: '"We are ready." – Commissioner Roe'."""
    source = scene.phrase_at(start, end)
    if source is None or scene.tree.pos[source.head] != "PROPN" or _finite_between(scene, start, end):
        return None
    return _Said(None, source, None, (start - 1, end), "signature")


def _before(scene: Scene, k: int) -> _Said | None:
    """Reporting words before a quotation: 'Shea said: "…', 'She told reporters on Friday, "…', 'He asked "…'."""
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


def _line_before(scene: Scene, k: int) -> _Said | None:
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


def _last_cue(scene: Scene, k: int, begin: int, at: int, mark: str) -> _Said | None:
    """The last reporting verb before a quotation, unless another finite verb stands between."""
    tree = scene.tree
    for cue in reversed([plain(one) for one in scene.cues_in(begin, at + 1) if one.end <= at + 1 and one.kind == "verb"]):
        clause, takes = scene.clause_of.get(cue.head), verbs()[cue.lemma]
        if not (takes.quote or takes.that) or clause is None:
            continue
        if _finite_between(scene, cue.end, at):
            return None
        between = range(cue.end, at + (mark == ""))
        joined = all(tree.is_void(i) or tree.words[i] == "that" for i in between)
        addressed = takes.np == "addressee" and not any(tree.words[i] == "," for i in between)
        if not mark and not joined and _title(scene, k, clause):
            return None
        if not mark and ((not joined and not addressed) or (_has_object(takes) and not holds_clause(scene, k))):
            return None
        if mark and mark != ":" and not takes.quote:
            return None
        if clause.voice == "passive" and mark != ":":
            return None
        subject = clause.subject if clause.voice == "active" else None
        if subject is None and (clause.voice == "passive" or mark != ":"):
            return None
        own = own_words(clause)
        return _Said(cue, subject, clause, (own[0], at + 1) if mark else own, "quotation")
    return None


def _has_object(takes: Verb) -> bool:
    """Whether words between marks right behind a verb may be no more than its object: 'condemned the "coup"'."""
    return takes.np in ("content", "text", "judged") or not takes.quote


def _colon(scene: Scene, begin: int, at: int) -> _Said | None:
    """A colon that introduces a quotation without a reporting verb: 'Shea was blunt: "…', 'The coach: "…'."""
    main = [one for one in scene.clauses_in(begin, at) if one.kind == "main" and one.subject is not None]
    if main:
        return _Said(None, main[-1].subject, None, (begin, at + 1), "colon", (at, at + 1))
    source = scene.phrase_at(begin, at)
    if source is None or source.end < at or scene.tree.pos[source.head] not in ("PROPN", "NOUN"):
        return None
    return _Said(None, source, None, (begin, at + 1), "colon", (at, at + 1))


def _resumes(scene: Scene, groups: list[list[int]], said: _Said, m: int, before: list[_Said | None]) -> bool:
    """Whether quotation group ``m`` goes on right after the reporting words that follow the one before."""
    quote, other = scene.quotes[groups[m][0]], before[m]
    if quote.opens < said.own[1] or scene.line(quote.opens) != scene.line(said.own[0]):
        return False
    if other is not None and other.cue != said.cue:
        return False
    cues = {cue.head for cue in scene.cues_in(said.own[1], quote.opens) if cue.kind == "verb"}
    if any(one.head in cues and one.extent[1] > quote.opens for one in scene.clauses_in(said.own[1], quote.opens)):
        return False  # '…," she said, *adding that they would be* "back"'
    since = close(scene.quotes[groups[m - 1][-1]])
    if since > said.own[1]:
        return all(scene.tree.is_void(i) for i in range(since, quote.opens))
    stops = [i for i in range(said.own[1], quote.opens) if scene.tree.words[i] in STOPS]
    return not stops or stops == [quote.opens - 1]


def _filled(scene: Scene, start: int, end: int) -> bool:
    """Whether only marks and small words stand between two places."""
    return end - start <= 4 and all(scene.tree.is_void(i) or scene.tree.pos[i] in _FILLER for i in range(start, end))


def _finite_between(scene: Scene, start: int, end: int) -> bool:
    """Whether a finite clause other than a relative one has its verb between two places."""
    return any(one.finite and one.kind != "relative" and one.end <= end for one in scene.clauses_in(start, end))
