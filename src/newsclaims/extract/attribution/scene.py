"""What every rule of attribution looks at: words, clauses, cues, quotations, and where lines and sentences begin and end."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import compress
from operator import attrgetter
from typing import NamedTuple

from spacy.tokens import Doc

from newsclaims.annotate.marks import Cue, Marks, Quote
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.phrases import argument
from newsclaims.extract.reader import tree
from newsclaims.extract.tree import Tree
from newsclaims.lexicon import rows
from newsclaims.parse.columns import columns

Stretch = tuple[int, int]

STOPS = frozenset((".", "?", "!", "…", "...", "?!", "!?", "??", "!!"))


class Draft(NamedTuple):
    """An attribution in the making.

    ``own`` is what the cue's clause says besides its content ("Shea said on Monday"): no part of any content of it.
    ``speaks`` are the positions, among the outer quotations, of those that it introduces; ``inner_to`` is the head of the
    cue of the attribution that it stands in, where that does not follow from the contents.
    """

    source: Argument | None
    cue: Stretch | None
    cue_head: int | None
    contents: tuple[Stretch, ...]
    rule: str
    sense: str = "say"
    own: Stretch | None = None
    inner_to: int | None = None
    speaks: tuple[int, ...] = ()


class Verb(NamedTuple):
    """What a reporting verb takes."""

    that: bool
    quote: bool
    infinitive: bool
    np: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One Doc, ready to be asked."""

    tree: Tree
    clauses: tuple[Clause, ...]  # by where their verbs begin
    starts: tuple[int, ...]  # where the verbs of each clause begin
    cues: tuple[Cue, ...]
    cue_starts: tuple[int, ...]
    quotes: tuple[Quote, ...]  # the outer ones only, in text order
    quote_starts: tuple[int, ...]  # where the mark of each of them stands
    quoted: dict[int, int]  # the position, among them, of the one that a token stands in, marks included
    clause_of: dict[int, Clause]  # by every verb of the chain, and by the head
    texts: tuple[str, ...]  # the words as they are written
    named: tuple[str, ...]  # the entity type of each token, "" for none
    spaced: tuple[bool, ...]  # whether a space follows each token
    line_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    marks: frozenset[int]  # the first token and the last of each of the quotations

    def clauses_in(self, start: int, end: int) -> tuple[Clause, ...]:
        """The clauses whose verbs begin in a stretch."""
        return self.clauses[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def cues_in(self, start: int, end: int) -> tuple[Cue, ...]:
        """The cues that begin in a stretch."""
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def line(self, i: int) -> Stretch:
        """The line that token ``i`` stands in."""
        return _between(self.line_starts, i, len(self.tree.words))

    def sentence(self, i: int) -> Stretch:
        """The sentence that token ``i`` stands in, as the parse has it."""
        return _between(self.sentence_starts, i, len(self.tree.words))

    def quote_at(self, i: int) -> int | None:
        """The position of the outer quotation that token ``i`` stands in, marks included."""
        return self.quoted.get(i)

    def capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital."""
        return self.texts[i][:1].isupper()

    def quotes_in(self, start: int, end: int) -> tuple[Quote, ...]:
        """The outer quotations that touch a stretch."""
        first = self.quoted.get(start)
        first = bisect_left(self.quote_starts, start) if first is None else first
        return self.quotes[first : bisect_left(self.quote_starts, end)]

    def until_another_speaks(self, stretch: Stretch) -> Stretch:
        """A stretch cut at a coordinated clause with a speaker of its own: "…, but *Weiland did not rule it out*"."""
        cues = {cue.head for cue in self.cues_in(*stretch) if cue.kind == "verb"}
        for one in self.clauses_in(*stretch):
            own = one.subject is not None and one.subject.start >= stretch[0]
            says = one.head in cues or (one.verbs[:1] and one.verbs[0] in cues and self._is_passive(one.verbs[0]))
            if own and one.conjunct_of is not None and one.finite and says:
                return stretch[0], max(one.extent[0], stretch[0])
        return stretch

    def _is_passive(self, i: int) -> bool:
        return any(self.tree.full[k] == "aux:pass" for k in self.tree.children(i, "aux"))

    def phrase_at(self, i: int, limit: int, since: int | None = None) -> Argument | None:
        """The noun phrase that begins with token ``i`` and ends before ``limit``.

        ``since`` is where the preposition before it begins, which in the tree is a part of the phrase.
        """
        if i >= limit or self.tree.is_void(i):
            return None
        tree, first, head = self.tree, i if since is None else since, i
        seen = {head}
        while (above := tree.heads[head]) > i and above not in seen and self._begins(above, first, i):
            head = above
            seen.add(head)
        if tree.pos[head] in ("VERB", "AUX"):  # a clause that begins with the phrase
            inside = [k for k in seen if tree.pos[k] not in ("VERB", "AUX")]
            head = max(inside, key=lambda k: (-tree.left[k], tree.right[k]), default=i)
        found = argument(tree, head, "subject", marker="")
        start, end = tree.trim(max(found.start, i), min(found.end, limit))
        return found._replace(start=start, end=end) if start < end else None

    def _begins(self, head: int, first: int, i: int) -> bool:
        """Whether the subtree of ``head``, marks left out, begins between ``first`` and ``i``."""
        at = self.tree.left[head]
        while at < first and self.tree.is_void(at):
            at += 1
        return first <= at <= i


def close(quote: Quote) -> int:
    """The first token after a quotation, its marks included."""
    return quote.end if quote.closes is None else quote.closes + 1


def holds_clause(scene: Scene, k: int) -> bool:
    """Whether the quotation at position ``k`` holds a finite clause."""
    quote = scene.quotes[k]
    return any(one.finite for one in scene.clauses_in(quote.start, quote.end))


def scene(doc: Doc, clauses: tuple[Clause, ...], marks: Marks) -> Scene:
    """Gather what the rules of attribution ask for.

    Args:
        doc: the parsed text.
        clauses: its clauses.
        marks: its quotations and cues.

    Returns:
        The scene.
    """
    parsed, tokens = tree(doc), columns(doc)
    ordered = tuple(sorted(clauses, key=attrgetter("start", "head")))
    clause_of: dict[int, Clause] = {}
    for clause in clauses:
        for token in (*clause.verbs, clause.head):
            clause_of.setdefault(token, clause)
    words = parsed.words
    outer = _outer(marks.quotes)
    starts = [0, *[i + 1 for i in compress(range(len(words)), map(str.isspace, words)) if "\n" in words[i]]]
    return Scene(
        tree=parsed,
        clauses=ordered,
        starts=tuple(one.start for one in ordered),
        cues=marks.cues,
        cue_starts=tuple(cue.start for cue in marks.cues),
        quotes=outer,
        quote_starts=tuple([quote.opens for quote in outer]),
        quoted={i: k for k, quote in enumerate(outer) for i in range(quote.opens, close(quote))},
        clause_of=clause_of,
        texts=tokens.texts,
        named=tokens.ents,
        spaced=tokens.spaced,
        line_starts=tuple(starts),
        sentence_starts=tuple(start for start, _ in parsed.sentences),
        marks=frozenset(edge for quote in outer for edge in (quote.opens, close(quote) - 1)),
    )


def _outer(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    outer: list[Quote] = []
    for quote in quotes:
        if not outer or quote.opens >= close(outer[-1]):
            outer.append(quote)
    return tuple(outer)


def _between(starts: tuple[int, ...], i: int, last: int) -> Stretch:
    at = bisect_right(starts, i)
    return starts[at - 1], starts[at] if at < len(starts) else last


@cache
def verbs() -> dict[str, Verb]:
    """What each reporting verb takes, by its lemma."""
    return {
        row["verb"]: Verb(row["that"] == "yes", row["quote"] == "yes", row["infinitive"] == "yes", row["np"])
        for row in rows("reporting_verbs")
    }


def plain(cue: Cue) -> Cue:
    """The verb alone of a verb with a preposition that takes no clause: "reported on Monday" is no "report on"."""
    if cue.kind != "verb" or cue.end - cue.start == 1 or verbs()[cue.lemma].that or verbs()[cue.lemma].quote:
        return cue
    first = cue.lemma.split()[0]
    return cue._replace(end=cue.start + 1, lemma=first) if first in verbs() else cue


def subtract(stretch: Stretch, hole: Stretch | None) -> tuple[Stretch, ...]:
    """What is left of a stretch when another is cut out."""
    if hole is None or hole[1] <= stretch[0] or stretch[1] <= hole[0]:
        return (stretch,)
    pieces = ((stretch[0], hole[0]), (hole[1], stretch[1]))
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def merge(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """The union of stretches, in order."""
    out: list[Stretch] = []
    for start, end in sorted(stretches):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)
