"""How well claims agree with the annotated ones: trigger, each field, and the whole claim.

A predicted claim is paired with the annotated claim whose action shares most words with its own, one to one. Sharing
nothing but auxiliaries makes no pair, unless the annotated action holds nothing else. Optional claims count neither as
missed nor, when found, as wrong. A span is right when its words agree with the annotated ones at F1 0.5 or more and the
two overlap (or name the same thing); "resolved" asks for the name within the article; a date is right when its ISO
value is. A claim is right when action, actor, target and source all are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from newsclaims.claim import Claim, Date
from newsclaims.claim import Mention as ClaimMention
from tests.casefile import GoldClaim, Mention

_AUXILIARIES = """
be is are was were been being am 's 're 'm has have had having do does did will would 'll 'd shall should can could may
might must to not n't never
"""
_LIGHT = "the a an of 's ’s , . \" “ ” ' ’ ‘ - : ; ( )"
AUXILIARIES = frozenset(_AUXILIARIES.split())
LIGHT = frozenset(_LIGHT.split())
WORD = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
FIELDS = (
    "trigger", "actor", "target", "source", "date", "actor resolved", "source resolved", "status", "claim"
)  # fmt: skip


class Count(NamedTuple):
    """Right, wrongly found, and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def plus(self, other: Count) -> Count:
        return Count(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


class Difference(NamedTuple):
    """One thing in which the program and the annotation differ; ``field`` is "missed" or "extra" for a whole claim."""

    field: str
    action: str
    wanted: str
    got: str
    where: str = ""


class Result(NamedTuple):
    """The counts of one article, or of many together, with every difference."""

    counts: dict[str, Count]
    differences: tuple[Difference, ...] = ()

    def f1(self, field: str) -> float:
        return self.counts.get(field, Count()).f1


def predicted(claim: Claim) -> GoldClaim:
    """Bring a claim of the program into the form of an annotated one."""
    source = claim.source
    return GoldClaim(
        action=Mention(claim.action.text, claim.action.start, claim.action.end, claim.action.text),
        actor=_plain(claim.actor),
        target=_plain(claim.target),
        source=_plain(source),
        via=_plain(source.via if source else None),
        date=_value(claim.date),
        status=claim.action.status,
    )


def score(gold: Iterable[GoldClaim], found: Iterable[GoldClaim], text: str) -> Result:
    """Compare one article's claims with its annotation.

    Args:
        gold: the annotated claims.
        found: the program's, as `predicted` gives them.
        text: the article's text, which all offsets count into.
    """
    pairs, missed, extra = pair(list(gold), list(found), text)
    firm = [(one, other) for one, other in pairs if not one.optional]
    missed = [claim for claim in missed if not claim.optional]
    counts = {"trigger": Count(len(firm), len(extra), len(missed))}
    differences = [Difference("missed", claim.action.text, _show(claim.actor), "", claim.where) for claim in missed]
    differences += [Difference("extra", claim.action.text, "", _show(claim.actor)) for claim in extra]
    for name, (field, same) in _COMPARED.items():
        count = Count(0, sum(bool(getattr(one, field)) for one in extra), sum(bool(getattr(one, field)) for one in missed))
        for one, other in firm:
            wanted, got = getattr(one, field), getattr(other, field)
            if same(wanted, got):
                count = count.plus(Count(right=int(bool(wanted))))
            else:
                count = count.plus(Count(wrong=int(bool(got)), missed=int(bool(wanted))))
                differences.append(Difference(name, one.action.text, _show(wanted), _show(got), one.where))
        counts[name] = count
    for name, agree in (("status", _same_status), ("claim", _same_claim)):
        right = sum(agree(one, other) for one, other in firm)
        off = len(firm) - right
        counts[name] = Count(right, off, off) if name == "status" else Count(right, off + len(extra), off + len(missed))
    differences += [
        Difference("status", one.action.text, one.status, other.status, one.where)
        for one, other in firm
        if not _same_status(one, other)
    ]
    return Result(counts, tuple(differences))


def total(results: Iterable[Result]) -> Result:
    """Add up the results of many articles."""
    counts: dict[str, Count] = {}
    differences: list[Difference] = []
    for result in results:
        differences += result.differences
        for name, count in result.counts.items():
            counts[name] = counts.get(name, Count()).plus(count)
    return Result(counts, tuple(differences))


def table(result: Result) -> str:
    """Give the figures as lines of text, one field a line."""
    rows = [f"{'':16} {'P':>6} {'R':>6} {'F1':>6}"]
    for name in FIELDS:
        count = result.counts.get(name, Count())
        rows.append(f"{name:16} {count.precision:6.3f} {count.recall:6.3f} {count.f1:6.3f}")
    return "\n".join(rows)


def pair(
    gold: list[GoldClaim], found: list[GoldClaim], text: str
) -> tuple[list[tuple[GoldClaim, GoldClaim]], list[GoldClaim], list[GoldClaim]]:
    """Pair claims by the words their actions share, best pair first: pairs, annotated left over, found left over."""
    ranked = sorted(
        ((_shared(one, other, text), -i, -j) for i, one in enumerate(gold) for j, other in enumerate(found)), reverse=True
    )
    taken_gold: dict[int, int] = {}
    taken_found: set[int] = set()
    for weight, i, j in ranked:
        if weight > 0 and -i not in taken_gold and -j not in taken_found:
            taken_gold[-i] = -j
            taken_found.add(-j)
    return (
        [(gold[i], found[j]) for i, j in sorted(taken_gold.items())],
        [one for i, one in enumerate(gold) if i not in taken_gold],
        [one for j, one in enumerate(found) if j not in taken_found],
    )


def agreement(one: str, other: str) -> float:
    """F1 of the words two phrases share, articles and punctuation aside."""
    first, second = Counter(_content(one)), Counter(_content(other))
    size = first.total() + second.total()
    return 2 * (first & second).total() / size if size else 0.0


def same_span(wanted: Mention | None, got: Mention | None) -> bool:
    """Whether two mentions are the same stretch, roughly, or name the same thing."""
    if wanted is None or got is None:
        return wanted is got
    overlapping = max(wanted.start, got.start) < min(wanted.end, got.end)
    return (overlapping and agreement(wanted.text, got.text) >= 0.5) or agreement(wanted.entity, got.entity) >= 0.8


def same_name(wanted: Mention | None, got: Mention | None) -> bool:
    """Whether two mentions are resolved to the same name."""
    if wanted is None or got is None:
        return wanted is got
    return agreement(wanted.entity, got.entity) >= 0.65


def _same_date(wanted: str | None, got: str | None) -> bool:
    return (wanted or None) == (got or None)


def _same_status(wanted: GoldClaim, got: GoldClaim) -> bool:
    return wanted.status == got.status


def _same_claim(wanted: GoldClaim, got: GoldClaim) -> bool:
    return all(same_span(getattr(wanted, field), getattr(got, field)) for field in ("actor", "target", "source"))


_COMPARED: dict[str, tuple[str, Callable[..., bool]]] = {
    "actor": ("actor", same_span),
    "target": ("target", same_span),
    "source": ("source", same_span),
    "date": ("date", _same_date),
    "actor resolved": ("actor", same_name),
    "source resolved": ("source", same_name),
}


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]


def _content(text: str) -> list[str]:
    words = _words(text)
    return [word for word in words if word not in LIGHT] or words


def _shared(wanted: GoldClaim, got: GoldClaim, text: str) -> float:
    start, end = max(wanted.action.start, got.action.start), min(wanted.action.end, got.action.end)
    words = _words(text[start:end]) if start < end else []
    strong = sum(word not in AUXILIARIES for word in words)
    if strong or all(word in AUXILIARIES for word in _words(wanted.action.text)):
        return strong + 0.01 * len(words)
    return 0.0


def _plain(mention: ClaimMention | None) -> Mention | None:
    return None if mention is None else Mention(mention.text, mention.start, mention.end, mention.entity or mention.text)


def _value(date: Date | None) -> str | None:
    return None if date is None else date.value or ""


def _show(value: Mention | str | None) -> str:
    if isinstance(value, Mention):
        return value.text if value.entity == value.text else f"{value.text} = {value.entity}"
    return "-" if value is None else value or "?"
