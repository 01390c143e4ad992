"""Drafts → attributions: one per cue, contents cut to what is said, nested ones linked, the time of saying added."""

from __future__ import annotations

from bisect import bisect_left

from newsclaims.annotate.marks import Timex
from newsclaims.claim import QuoteKind
from newsclaims.extract.attribution.cover import cover
from newsclaims.extract.attribution.scene import Draft, Scene, Stretch, close, merge, subtract
from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Argument
from newsclaims.extract.tree import Tree

_OTHER_CLAUSES = frozenset({"acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "parataxis", "relcl"})
_SELF = frozenset(("i", "we"))
_TAILS = frozenset(("preposition", "trailing"))


def assemble(scene: Scene, drafts: list[Draft], times: tuple[Timex, ...]) -> tuple[Attribution, ...]:
    """Make attributions of drafts.

    Args:
        scene: the text.
        drafts: what the rules found; several may speak of the same cue.
        times: the text's time expressions.

    Returns:
        The attributions in the order of their first content. An "I think" inside somebody's direct quotation has that
        somebody for its source and the rule ``self``.
    """
    joined = [draft for draft in (_cut(scene, one) for one in _without_tails(scene, _join(drafts))) if draft.contents]
    joined.sort(key=lambda one: (one.contents[0][0], -_size(one), one.inner_to is None, one.cue or (0, 0)))
    kinds = [_kind(scene, draft) for draft in joined]
    made: list[Attribution] = []
    for draft, kind, outer in zip(joined, kinds, _outers(joined), strict=True):
        time = _time(scene, draft, times)
        made.append(
            Attribution(
                _named(scene, draft.source),
                draft.cue,
                draft.cue_head,
                draft.contents,
                kind,
                draft.rule,
                draft.sense,
                time,
                outer,
            )
        )
    return tuple(_own_voice(scene, made, i) for i in range(len(made)))


def _join(drafts: list[Draft]) -> list[Draft]:
    """Make one draft of those with the same cue; what the quotation marks say of its extent is joined with the parse's."""
    by_cue: dict[tuple[Stretch | None, tuple[Stretch, ...]], Draft] = {}
    for draft in drafts:
        key = (draft.cue, () if draft.cue else draft.contents)
        known = by_cue.get(key)
        if known is None:
            by_cue[key] = draft
            continue
        first, second = (draft, known) if draft.speaks else (known, draft)
        contents = first.contents + tuple(one for one in second.contents if not first.speaks or _touches(one, first))
        by_cue[key] = first._replace(
            contents=contents,
            source=first.source or second.source,
            cue_head=first.cue_head if first.cue_head is not None else second.cue_head,
            speaks=first.speaks + second.speaks,
        )
    return list(by_cue.values())


def _without_tails(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Take an "according to …" or ", he said" that attributes the whole sentence off the end of the contents inside it."""
    tails = [(one.own, one.contents) for one in drafts if one.rule in _TAILS and one.own is not None]
    covering = cover([attributed for _, attributed in tails])
    out = []
    for draft in drafts:
        contents = list(draft.contents)
        cue = draft.cue if draft.rule != "preposition" else None
        for own, _ in (tails[k] for k in covering.at(cue[0])) if cue is not None else ():
            for n, (start, end) in enumerate(contents):
                if start < own[0] < end and all(scene.tree.is_void(i) for i in range(own[1], end)):
                    contents[n] = (start, own[0])
        out.append(draft._replace(contents=tuple(contents)))
    return out


def _touches(stretch: Stretch, draft: Draft) -> bool:
    return any(stretch[0] <= end and start <= stretch[1] for start, end in draft.contents)


def _cut(scene: Scene, draft: Draft) -> Draft:
    """Extend contents to the end of a quotation they run into, take the cue's own words out, trim the edges."""
    stretches: list[Stretch] = []
    for start, end in draft.contents:
        at = scene.quote_at(end - 1)
        if at is not None and scene.quotes[at].opens >= start and not _holds(scene, at, draft):
            end = max(end, close(scene.quotes[at]))
        at = scene.quote_at(start)
        if (
            at is not None
            and scene.quotes[at].opens < start
            and end > close(scene.quotes[at])
            and not _holds(scene, at, draft)
        ):
            start = scene.quotes[at].opens
        stretches.append((start, end))
    pieces = [piece for stretch in merge(stretches) for piece in subtract(stretch, draft.own)]
    if draft.cue is not None:
        pieces = [part for piece in pieces for part in subtract(piece, draft.cue)]
    trimmed = [_trim(scene, piece) for piece in pieces]
    return draft._replace(contents=tuple(one for one in trimmed if one[0] < one[1]))


def _holds(scene: Scene, at: int, draft: Draft) -> bool:
    """Whether a quotation holds the cue itself."""
    return draft.cue is not None and scene.quotes[at].opens <= draft.cue[0] < close(scene.quotes[at])


def _trim(scene: Scene, stretch: Stretch) -> Stretch:
    """Take white space, commas and the like off the edges, but leave quotation marks that close inside."""
    start, end = stretch
    while start < end and scene.tree.is_void(start) and start not in scene.marks:
        start += 1
    while start < end and scene.tree.is_void(end - 1) and end - 1 not in scene.marks:
        end -= 1
    return (start, end) if any(not scene.tree.is_void(i) for i in range(start, end)) else (start, start)


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.contents)


def _kind(scene: Scene, draft: Draft) -> QuoteKind:
    """Whether what is said stands between quotation marks: all of it, some of it, nothing."""
    if not any(scene.quotes_in(start, end) for start, end in draft.contents):
        return "indirect"
    inside = outside = 0
    for start, end in draft.contents:
        for i in range(start, end):
            if scene.tree.is_void(i):
                continue
            at = scene.quote_at(i)
            if at is not None and not _holds(scene, at, draft):
                inside += 1
            else:
                outside += 1
    return "indirect" if not inside else "mixed" if outside else "direct"


def _outers(drafts: list[Draft]) -> list[int | None]:
    """For each draft the smallest one, among those larger than it, in whose content its cue stands."""
    outers: list[int | None] = []
    heads = {draft.cue_head: i for i, draft in enumerate(drafts) if draft.cue_head is not None}
    sizes = [_size(draft) for draft in drafts]
    covering = cover([draft.contents for draft in drafts])
    for i, draft in enumerate(drafts):
        if draft.inner_to is not None and heads.get(draft.inner_to, i) != i:
            outers.append(heads[draft.inner_to])
            continue
        place = draft.cue[0] if draft.cue else draft.contents[0][0]
        around = [k for k in covering.at(place) if k != i and sizes[k] > sizes[i] and drafts[k].rule != "citing"]
        if draft.source is not None:  # who says and goes on to say is one source
            around = [k for k in around if drafts[k].source != draft.source]
        outers.append(min(around, key=lambda k: sizes[k], default=None))
    return outers


def _named(scene: Scene, source: Argument | None) -> Argument | None:
    """A person's name without the offices set off after it: "*Ann Roe*, director of the fund, and chair of the board"."""
    if source is None or scene.named[source.head] != "PERSON":
        return source
    others = [part for part in source.parts[1:] if scene.named[part[0]] not in ("PERSON", "ORG")]
    comma = next((i for i in range(source.head, source.end) if scene.tree.words[i] == ","), None)
    return source._replace(end=comma, parts=()) if comma is not None and others else source


def _time(scene: Scene, draft: Draft, times: tuple[Timex, ...]) -> Timex | None:
    """When it was said: a day or time near the cue's own words, outside the content, that dates no other clause."""
    if draft.cue is None or draft.cue_head is None:
        return None
    own = draft.own or draft.cue
    first, last = scene.sentence(draft.cue_head)
    first, last = max(first, own[0] - 8), min(last, own[1] + 8)
    for time in times[bisect_left(times, (first,)) : bisect_left(times, (last,))]:  # by where they start
        inside = any(start <= time.start < end for start, end in draft.contents)
        if time.type in ("DATE", "TIME") and not inside and _dates_cue(scene.tree, time, draft.cue, draft.cue_head):
            return time
    return None


def _dates_cue(tree: Tree, time: Timex, cue: Stretch, cue_head: int) -> bool:
    """Whether a time stands beside a cue or hangs on it, or on the verb it goes with: "fined it *on Tuesday*, saying".

    Not in "Ruiz, who took over *in January*, said".
    """
    if cue[1] in (time.start, time.preposition):
        return True
    upper = tree.heads[cue_head]
    shares = tree.labels[cue_head] == "conj" or (tree.labels[cue_head] == "advcl" and tree.tags[cue_head] == "VBG")
    dated = (cue_head, upper) if shares else (cue_head,)
    at = next((i for i in range(time.start, time.end) if not time.start <= tree.heads[i] < time.end), time.start)
    for _ in range(20):
        if at in dated or cue[0] <= at < cue[1]:
            return True
        if tree.heads[at] == at or tree.full[at] in _OTHER_CLAUSES:
            return False
        at = tree.heads[at]
    return False


def _own_voice(scene: Scene, made: list[Attribution], i: int) -> Attribution:
    """Replace "I" and "we" as sources inside a direct quotation by whoever is quoted."""
    one = made[i]
    if one.source is None or one.outer is None or scene.tree.words[one.source.head] not in _SELF:
        return one
    around, seen = one.outer, {i}
    while around not in seen:
        seen.add(around)
        outer = made[around]
        if outer.source is not None and not _is_self(scene, outer.source):
            if outer.quote == "indirect":
                return one
            return one._replace(source=outer.source, cue=outer.cue, quote=outer.quote, rule="self", outer=outer.outer)
        if outer.outer is None:
            return one
        around = outer.outer
    return one


def _is_self(scene: Scene, source: Argument) -> bool:
    return scene.tree.words[source.head] in _SELF
