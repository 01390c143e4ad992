"""Who bears a name that is asked for: which mentions of a collection are theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsclaims.claim import Mention
from newsclaims.compare.parties import Party, described, party
from newsclaims.compare.words import STOP, pieces, stem
from newsclaims.resolve.naming import same_person

Matches = Callable[[Mention], bool]


def meant(name: str, known: Mapping[str, str]) -> Matches:
    """Give a function that says whether a mention, one of nobody else besides, may be somebody's.

    Args:
        name: what they are called, in any case. A surname alone is that of everybody who bears it.
        known: fuller names of the collection; see `newsclaims.compare.parties.fuller`.

    Raises:
        ValueError: there is no word in the name that could name anybody.
    """
    if not _stems(name):
        raise ValueError(f"{name!r} names nobody")
    forms = dict.fromkeys((name, name.title(), name.upper(), name.lower()))
    wanted = [one for form in forms if (one := described(known.get(form, form)))]
    written = _stems(name)

    def matches(mention: Mention) -> bool:
        found = party(mention, known)
        return found is not None and any(
            _may_be(want, found, mention.type == "PERSON")
            and (want.named or written <= _stems(f"{mention.entity} {mention.text}"))
            for want in wanted
        )

    return matches


def _may_be(wanted: Party, found: Party, person: bool) -> bool:
    """Whether a mention may be whoever is wanted; one name of a person's two is not enough for a mention to have."""
    if wanted.same(found):
        return True
    whole = person and wanted.named and found.named and len(wanted.order) > 1 and len(found.order) > 1
    return whole and same_person(wanted.order, found.order)


def _stems(text: str) -> frozenset[str]:
    """The words of a description: "the ferry" is asked for, and not what means nearly the same."""
    return frozenset(stem(word) for word in pieces(text) if word.lower() not in STOP)
