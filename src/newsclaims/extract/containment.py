"""Which attribution a clause stands in: the innermost one whose content holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsclaims.extract.candidate import RAISED, Attribution
from newsclaims.extract.clause import Argument, Clause
from newsclaims.extract.purecues import CLOSING
from newsclaims.extract.questions import WITHHELD

BLOCK = 64  # tokens


def by_block(attributions: Sequence[Attribution]) -> dict[int, list[int]]:
    """Sort attributions by place, so that a clause need not be held against all of an article's.

    Args:
        attributions: who says what.

    Returns:
        The indices of those whose content reaches into each block of ``BLOCK`` tokens.
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for n, attribution in enumerate(attributions):
        blocks = {k for start, end in attribution.contents for k in range(start // BLOCK, end // BLOCK + 1)}
        for k in blocks:
            found[k].append(n)
    return found


def covering(clause: Clause, attributions: Sequence[Attribution], around: Iterable[int]) -> int | None:
    """Find whose claim a clause is: the innermost attribution whose content it stands in.

    Args:
        clause: the clause; in "Ruiz said the mayor denied *he had paid*" it is the mayor's.
        attributions: who says what.
        around: the indices of those that are looked at.

    Returns:
        The attribution's index; None for the article's own voice.
    """
    best: tuple[int, int] | None = None
    for n in around:
        attribution = attributions[n]
        # "…, La Voz reported, citing two aides": the claim stays La Voz's; "declined to say whether …" claims nothing
        if attribution.rule in ("citing", WITHHELD):
            continue
        if attribution.rule == RAISED and attribution.cue and clause.start <= attribution.cue[0] < clause.end:
            return n  # "*is said by friends to be* ill" is one action
        for start, end in attribution.contents:
            if start <= clause.start and clause.end <= end and clause.head != attribution.cue_head:
                size = sum([e - s for s, e in attribution.contents])
                if best is None or size < best[0]:
                    best = (size, n)
    return None if best is None else best[1]


def before_who_says(
    target: Argument | None, attribution: int | None, attributions: Sequence[Attribution]
) -> Argument | None:
    """Take off a target who says so: "has become *a factor in two races*, say consultants".

    Args:
        target: the claim's target as the parse has it.
        attribution: the index of the claim's attribution.
        attributions: who says what.

    Returns:
        The target, cut where the content of an attribution that closes the sentence ends.
    """
    one = attributions[attribution] if attribution is not None else None
    if target is None or one is None or one.rule not in CLOSING:
        return target
    start, end = one.contents[-1]
    return target._replace(end=end, parts=()) if start <= target.head < end < target.end else target
