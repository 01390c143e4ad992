"""A group of claims → a cluster: who says it first, who stands behind it, who denies it, what does not agree."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newsclaims.claim import ArticleRecord, Claim, Mention
from newsclaims.compare.cluster import Backer, Cluster, Denial, Disagreement, Report, Value, Wording
from newsclaims.compare.parties import party
from newsclaims.compare.proposition import Proposition
from newsclaims.compare.quantities import Quantity
from newsclaims.compare.words import STATE

LOOKED_AT = 50
"""How many claims of a group are weighed to find the one that stands for all."""


class Item(NamedTuple):
    """A claim, the article it stands in, and what it says."""

    record: ArticleRecord
    claim: Claim
    said: Proposition


def cluster(items: Sequence[Item], known: Mapping[str, str]) -> Cluster:
    """Tell what is known of a group of claims that say the same or the contrary.

    Args:
        items: the claims, in order of publication; those of one day in the order of the input.
        known: fuller names; see `newsclaims.compare.parties.fuller`.
    """
    chief = _chief(items)
    denied = [item for item in items if _contrary(item.said, chief.said)]
    if chief.said.negated and chief.said.denier == "source":  # nobody says it: all that is known is that it is denied
        denied = [item for item in items if item not in denied]
    saying = [item for item in items if item not in denied]
    head = (saying or items)[0]
    first = report(head.record, head.claim)
    return Cluster(
        id=hashlib.sha256("\n".join(sorted(item.claim.id for item in items)).encode()).hexdigest()[:12],
        text=chief.claim.text,
        actor=_name(chief.claim.actor, known),
        action=chief.claim.action.text,
        target=_name(chief.claim.target, known),
        status=chief.claim.action.status,
        claims=tuple(item.claim.id for item in items),
        reports=tuple(report(item.record, item.claim) for item in items),
        wordings=tuple(_wordings(saying or items)),
        first=first,
        since=first.published,
        sources=tuple(_backers(saying, known)),
        independent=len(set(_origins(saying, known))),
        denied_by=tuple(_denials(denied, known)),
        disagreements=(*_numbers(saying or items), *_dates(saying or items)),
    )


def _name(mention: Mention | None, known: Mapping[str, str]) -> str | None:
    """The name that somebody goes by across articles: a state's common name, the fullest of the collection."""
    if mention is None:
        return None
    one = party(mention, known)
    if one and len(one.key) == 1 and (state := next(iter(one.key))).startswith(STATE):
        return state.removeprefix(STATE)
    return known.get(mention.entity, mention.entity)


def _chief(items: Sequence[Item]) -> Item:
    """The claim that stands for all: one that says it is so, on the side that more are on, in the words told most."""
    told = Counter(_folded(item.claim.text) for item in items)
    some = items[:LOOKED_AT]

    def rank(item: Item) -> tuple[bool, bool, int, int, bool]:
        said = item.said
        agreeing = sum(not _contrary(other.said, said) for other in some)
        mine = said.denier != "source"
        return (not said.negated, mine, agreeing, told[_folded(item.claim.text)], said.actor is not None)

    return max(some, key=rank)


def _contrary(one: Proposition, other: Proposition) -> bool:
    """Whether two claims about the same cannot both be true, figures and days apart."""
    return (one.negated != other.negated) != one.sense.opposite(other.sense)


def report(record: ArticleRecord, claim: Claim) -> Report:
    """Say in which article a claim stands, and who published that when."""
    return Report(
        claim=claim.id, article=record.id, path=record.path, title=record.title, publisher=record.publisher,
        published=record.published,
    )  # fmt: skip


def _wordings(items: Sequence[Item]) -> Iterable[Wording]:
    """The different ways to put it, the most frequent first."""
    texts: dict[str, list[Item]] = {}
    for item in items:
        texts.setdefault(_folded(item.claim.text), []).append(item)
    for same in sorted(texts.values(), key=len, reverse=True):
        yield Wording(text=same[0].claim.text, claims=tuple(item.claim.id for item in same))


def _backers(items: Sequence[Item], known: Mapping[str, str]) -> Iterable[Backer]:
    """Who stands behind the claim: each source once, however often it is quoted, then those who say it themselves."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(_teller(item, known), []).append(item)
    for key, same in found.items():
        source = same[0].claim.source
        quoted = source is not None and key.startswith("source:")
        names = [known.get(item.claim.source.entity, item.claim.source.entity) for item in same if item.claim.source]
        yield Backer(
            name=max(names, key=len) if quoted else _publisher(same[0].record),
            kind="source" if quoted else "publisher",
            claims=tuple(item.claim.id for item in same),
        )


def _teller(item: Item, known: Mapping[str, str]) -> str:
    """A key for who says it: the source, if it could be known again; else who published the article."""
    source = item.claim.source
    teller = party(source, known) if source else None
    if teller is None:
        return "publisher:" + _publisher(item.record).casefold()
    return "source:" + " ".join(sorted(teller.key))


def _publisher(record: ArticleRecord) -> str:
    return record.publisher or record.title or record.path


def _origins(items: Sequence[Item], known: Mapping[str, str]) -> list[str]:
    """Where each claim comes from: its source; one text, whoever prints it, comes from one."""
    by_text: dict[str, str] = {}
    alias: dict[str, str] = {}

    def find(key: str) -> str:
        while alias.get(key, key) != key:
            key = alias[key]
        return key

    tellers = [_teller(item, known) for item in items]
    for item, teller in zip(items, tellers, strict=True):
        before = by_text.setdefault(_folded(item.claim.evidence.text), teller)
        if find(before) != find(teller):
            alias[find(teller)] = find(before)
    return [find(teller) for teller in tellers]


def _denials(items: Sequence[Item], known: Mapping[str, str]) -> Iterable[Denial]:
    """Who says that it is not so, each once."""
    seen: set[str] = set()
    for item in items:
        claim, denier = item.claim, item.said.denier
        who = claim.actor if denier == "actor" and claim.actor else claim.source
        key = " ".join(sorted(one.key)) if who and (one := party(who, known)) else _publisher(item.record)
        if key not in seen:
            seen.add(key)
            name = known.get(who.entity, who.entity) if who else _publisher(item.record)
            yield Denial(name=name, text=claim.text if denier != "source" else claim.evidence.text, claim=claim.id)


def _numbers(items: Sequence[Item]) -> Iterable[Disagreement]:
    """The figures for one thing, if not all of them fit."""
    units: dict[str, list[tuple[Quantity, Item]]] = {}
    for item in items:
        for quantity in item.said.numbers:
            units.setdefault(quantity.unit, []).append((quantity, item))
    for found in units.values():
        low, high = (pick((q for q, _ in found), key=lambda q: q.value) for pick in (min, max))
        if low.fits(high) or not _apart(found):
            continue
        values: dict[float, list[tuple[Quantity, Item]]] = {}
        for quantity, item in found:
            values.setdefault(quantity.value, []).append((quantity, item))
        yield Disagreement(kind="number", values=tuple(_value(same) for _, same in sorted(values.items())))


def _apart(found: Sequence[tuple[Quantity, Item]]) -> bool:
    """Whether two claims differ, and not one that has two figures of a kind."""
    first = found[0]
    for quantity, item in found[1:]:
        mine = [q for q, other in found if other is item]
        if not any(q.fits(first[0]) for q in mine) and item is not first[1] and quantity.unit == first[0].unit:
            return True
    return False


def _value(same: Sequence[tuple[Quantity, Item]]) -> Value:
    return Value(text=same[0][0].text, claims=tuple(dict.fromkeys(item.claim.id for _, item in same)))


def _dates(items: Sequence[Item]) -> Iterable[Disagreement]:
    """The days on which it is said to have been, if they exclude each other."""
    dated = [item for item in items if item.said.first and item.said.last]
    first = max((item.said.first or 0 for item in dated), default=0)
    last = min((item.said.last or 0 for item in dated), default=0)
    if first - last <= 1:
        return
    values: dict[str, list[Item]] = {}
    for item in dated:
        assert item.claim.date is not None
        values.setdefault(item.claim.date.value or item.claim.date.text, []).append(item)
    shown = (Value(text=text, claims=tuple(item.claim.id for item in same)) for text, same in sorted(values.items()))
    yield Disagreement(kind="date", values=tuple(shown))


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()
