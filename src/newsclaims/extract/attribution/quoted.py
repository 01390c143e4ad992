"""Attribution by quotation marks: which quotations each reporting clause beside one introduces."""

from __future__ import annotations

from newsclaims.extract.attribution.beside import Said, said_after, said_before
from newsclaims.extract.attribution.resumed import resumed
from newsclaims.extract.attribution.scene import STOPS, Draft, Scene, Stretch, close, holds_clause


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
    before = [said_before(scene, group[0]) for group in groups]
    after = [said_after(scene, group[-1]) for group in groups]
    k = 0
    while k < len(groups):
        said, behind = before[k] or after[k], after[k]
        if said is not None and said.rule == "colon" and behind is not None and behind.cue is not None:
            said = behind  # 'It was a long night: "Go home," he said'
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


def _draft(scene: Scene, said: Said, quotes: tuple[int, ...], whole: bool) -> Draft:
    """A draft; a quotation that ends a longer statement ("The pact is “a gift”, Shea said") takes that statement along."""
    contents = []
    for n, k in enumerate(quotes):
        quote = scene.quotes[k]
        start = quote.opens
        introduced = scene.tree.words[quote.opens - 1] in (":", ";") and holds_clause(scene, k)
        if n == 0 and whole and not introduced:
            first, _ = scene.sentence(quote.opens)
            limit = max((close(other) for other in scene.quotes[max(k - 1, 0) : k]), default=0)
            stop = next((i + 1 for i in range(quote.opens - 1, first - 1, -1) if scene.tree.words[i] in STOPS), first)
            start = max(stop, limit, scene.line(quote.opens)[0])
            start = start if any(not scene.tree.is_void(i) for i in range(start, quote.opens)) else quote.opens
        contents.append((start, close(quote)))
    if not whole and (begun := _begun(scene, said, quotes[0])) is not None:
        contents = [begun, *contents]
    elif whole and said.clause is not None and said.cue is not None and not holds_clause(scene, quotes[0]):
        contents += resumed(scene, said.clause)  # 'He trusted her “blindly”, he said, *and signed*'
    cue = (said.cue.start, said.cue.end) if said.cue else said.mark
    head = said.clause.head if said.clause else None
    sense = said.cue.sense if said.cue else "say"
    return Draft(said.source, cue, head, tuple(contents), said.rule, sense, said.own, None, quotes)


def _begun(scene: Scene, said: Said, k: int) -> Stretch | None:
    """What is said before reporting words that a quotation in mid-sentence follows: '*He keeps them*, he admits, “in a
    drawer”'."""
    words, own, opens = scene.tree.words, said.own[0], scene.quotes[k].opens
    if said.cue is None or words[own - 1] != "," or words[opens - 1] != "," or scene.capital(scene.quotes[k].start):
        return None
    first = max(scene.sentence(own)[0], scene.line(own)[0])
    first = max([first, *(i + 1 for i in range(first, own - 1) if words[i] in (":", ";") or words[i] in STOPS)])
    if scene.quotes_in(first, own) or any(one.kind == "verb" for one in scene.cues_in(first, own)):
        return None
    whole = any(one.finite and one.kind in ("main", "content") for one in scene.clauses_in(first, own - 1))
    return (first, own - 1) if whole else None


def _resumes(scene: Scene, groups: list[list[int]], said: Said, m: int, before: list[Said | None]) -> bool:
    """Whether quotation group ``m`` goes on right after the reporting words that follow the one before."""
    quote, other = scene.quotes[groups[m][0]], before[m]
    if quote.opens < said.own[1] or scene.line(quote.opens) != scene.line(said.own[0]):
        return False
    if other is not None and other.cue != said.cue:
        return False
    cues = {cue.head for cue in scene.cues_in(said.own[1], quote.opens) if cue.kind == "verb"}
    if any(one.head in cues and one.extent[1] > quote.opens for one in scene.clauses_in(said.own[1], quote.opens)):
        return False  # '…," she said, *adding that they would be* "back"'
    if not holds_clause(scene, groups[m][0]) and any(
        one.end <= quote.opens and one.extent[1] >= close(quote) for one in scene.clauses_in(said.own[1], quote.opens)
    ):
        return False  # '…," said Ruiz, who *has a "sell" rating* on it'
    since = close(scene.quotes[groups[m - 1][-1]])
    if since > said.own[1]:
        return all(scene.tree.is_void(i) for i in range(since, quote.opens))
    stops = [i for i in range(said.own[1], quote.opens) if scene.tree.words[i] in STOPS]
    return not stops or stops == [quote.opens - 1]
