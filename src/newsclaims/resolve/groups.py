"""Names put together that name the same: one group for "Ana Ruiz", "Ruiz" and "Mrs Ruiz", one for "HRW" and its long form.

States come by the table, people by their full names first and by surnames after, bodies by parts of their names and by
initialisms. A name is compared only with groups that share a word or the initials, so the work grows with the text's length.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsclaims.resolve.countries import state_named, state_of
from newsclaims.resolve.name_words import is_firm
from newsclaims.resolve.naming import Name, comparable, fullest, initials, is_initialism, same_body, same_person
from newsclaims.resolve.vocabulary import Gender, given_gender, noun

_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Group(NamedTuple):
    """What names one referent: the fullest name, its entity type, and how often it stands in the text."""

    name: str
    type: str | None
    words: tuple[str, ...]
    size: int
    state: bool = False


class _Draft:
    """A group while it grows."""

    def __init__(self, name: Name) -> None:
        self.names: Counter[Name] = Counter()
        self.variants: set[tuple[str, ...]] = set()
        self.votes: Counter[str] = Counter()
        self.size = 0
        self.add(name)

    def add(self, name: Name) -> int:
        """Count a name in; gives how often it stands in the group by now."""
        count = self.names[name] = self.names[name] + 1
        self.variants.add(name.words)
        self.size += 1
        if name.type:
            self.votes[name.type] += 1
        return count

    @property
    def type(self) -> str | None:
        return max(self.votes, key=self.votes.__getitem__) if self.votes else None


def group(
    names: Sequence[Name], genders: Sequence[Gender | None], longs: Mapping[str, str]
) -> tuple[tuple[int, ...], tuple[Group, ...]]:
    """Put the names of a text in groups.

    Args:
        names: every occurrence of a name, in text order.
        genders: what the words around each say of the gender ("Mr"), as long as ``names``.
        longs: abbreviations the text defines, and their long forms.

    Returns:
        The group of each name as an index, and the groups.
    """
    drafts: list[_Draft] = []
    placed: dict[int, int] = {}
    people: defaultdict[str, list[int]] = defaultdict(list)
    bodies: defaultdict[str, list[int]] = defaultdict(list)
    exact: dict[tuple[str, ...], int] = {}
    states: dict[str, int] = {}

    def put(i: int, at: int | None, index: defaultdict[str, list[int]], keys: Sequence[str]) -> None:
        name = names[i]
        if at is None:
            drafts.append(_Draft(name))
            at = len(drafts) - 1
        elif drafts[at].add(name) > 1:  # where it stands is known
            placed[i] = at
            return
        placed[i] = at
        exact.setdefault(tuple(sorted(name.words)), at)
        for key in dict.fromkeys(keys):
            if at not in index[key]:
                index[key].append(at)

    shorts = {short for name in names if name.type != "PERSON" for short in initials(name.text)} | longs.keys()
    people_known = {name.words for name in names if name.type == "PERSON" and 2 <= len(name.words) <= 3}
    names = [_cut(_body_if(name, shorts), people_known) for name in names]
    order = sorted(range(len(names)), key=lambda i: (-len(names[i].words), i))
    for i in order:
        state = state_named(names[i].text) if names[i].type not in ("PERSON", "NORP") else None
        if state is not None:
            put(i, states.get(state), bodies, ())
            states.setdefault(state, placed[i])
    others = _others(names, genders)
    for i in sorted(order, key=lambda i: (-len(names[i].words), names[i].words[-1:] not in others or genders[i] is None)):
        name = names[i]
        if i in placed or name.type != "PERSON":
            continue
        at = _person(name, genders[i], drafts, people, other=name.words in others)
        put(i, at, people, (name.words[0], name.words[-1], name.words[-min(2, len(name.words))]) if name.words else ())
    for i in order:
        name = names[i]
        if i in placed:
            continue
        at = exact.get(tuple(sorted(name.words)))
        if at is not None and len(name.words) == 1 and not _kinds_fit(name, drafts[at], strict=True):
            at = None
        if at is None and name.type in (None, "ORG", "NORP", "PRODUCT") and len(name.words) == 1:
            at = _person(name, genders[i], drafts, people, surname=True) if name.words[0] in people else None
        if at is None:
            at = _body(name, longs, drafts, bodies)
        put(i, at, bodies, (*name.words[:1], *name.words[-1:], *(f"={one}" for one in initials(name.text))))
    by_index = {at: state for state, at in states.items()}
    groups = tuple(_group(draft, by_index.get(at), longs) for at, draft in enumerate(drafts))
    return tuple(placed[i] for i in range(len(names))), groups


def _group(draft: _Draft, state: str | None, longs: Mapping[str, str]) -> Group:
    kind = draft.type
    if len(draft.names) == 1:
        (best,) = draft.names
    else:
        best = fullest(draft.names) if kind != "PERSON" else _usual(draft.names)
    long = next((longs[name.text] for name in draft.names if name.text in longs), None) if longs else None
    text = state or longs.get(best.text) or (long if long and _is_long(long, best) else None) or best.text
    return Group(text, "GPE" if state and kind is None else kind, best.words, draft.size, state is not None)


def _usual(names: Mapping[Name, int]) -> Name:
    """A person's full name as the text mostly gives it; the longer of two equally frequent ones."""
    full = [name for name in names if len(name.words) > 1] or list(names)
    return max(full, key=lambda name: (names[name], len(name.words)))


def _person(
    name: Name,
    gender: Gender | None,
    drafts: list[_Draft],
    index: Mapping[str, list[int]],
    *,
    surname: bool = False,
    other: bool = False,
) -> int | None:
    """The group a person's name belongs to: among several the most often named.

    ``surname``: only by that; ``other``: rather the one who goes by just this name than who bears it in full.
    """
    if not name.words:
        return None
    options = [
        at
        for key in dict.fromkeys((name.words[-1], name.words[0]))
        for at in index.get(key, ())
        if any(same_person(name.words, other) for other in drafts[at].variants)
    ]
    fit = [at for at in dict.fromkeys(options) if _agrees(gender, drafts[at])]
    by_surname = [at for at in fit if any(other[-1] == name.words[-1] for other in drafts[at].variants)]
    bare = [at for at in by_surname if name.words in drafts[at].variants] if other else []
    return max(bare or by_surname or ([] if surname else fit), key=lambda at: (drafts[at].size, -at), default=None)


def _others(names: Sequence[Name], genders: Sequence[Gender | None]) -> frozenset[tuple[str, ...]]:
    """The surnames whose titles tell of somebody else than those who bear them in full: "Mr. Obama" beside "Michelle Obama".

    A bare "Obama" is that somebody too, so that the titled ones come first.
    """
    bearers: defaultdict[tuple[str, ...], set[Gender | None]] = defaultdict(set)
    for name in names:
        if name.type == "PERSON" and len(name.words) > 1:
            bearers[name.words[-1:]].add(given_gender(name.words[0]))
    titled = {(name.words, gender) for name, gender in zip(names, genders, strict=True) if gender and len(name.words) == 1}
    return frozenset(words for words, gender in titled if bearers[words] and not bearers[words] & {gender, None})


def _cut(name: Name, known: set[tuple[str, ...]]) -> Name:
    """A person's name without what a headline in capitals added to it: "Ana Ruiz Slams Board" where "Ana Ruiz" is known."""
    if name.type == "PERSON" and len(name.words) > 3:
        for n in (3, 2):
            if name.words[:n] in known:
                return Name(" ".join(name.text.split()[:n]), name.words[:n], name.type)
    return name


def _body_if(name: Name, shorts: set[str]) -> Name:
    """A name that is the initials of a body in the text is no person's, whatever the pipeline says."""
    if name.type == "PERSON" and is_initialism(name.text) and name.text.replace(".", "").upper() in shorts:
        return name._replace(type="ORG")
    return name


def _agrees(gender: Gender | None, draft: _Draft) -> bool:
    """Whether a title's gender fits the given names of a group."""
    if gender is None:
        return True
    known = {given_gender(words[0]) for words in draft.variants if len(words) > 1} - {None}
    return not known or gender in known


def _body(name: Name, longs: Mapping[str, str], drafts: list[_Draft], index: Mapping[str, list[int]]) -> int | None:
    """The group an organisation's, a place's or a thing's name belongs to: the most often named."""
    if not name.words:
        return None
    keys = [name.words[0], name.words[-1]]
    if is_initialism(name.text):
        keys.append(f"={name.text.replace('.', '').upper()}")
    if name.text in longs:
        keys += comparable(longs[name.text])[:1]
    options = [
        at
        for key in dict.fromkeys(keys)
        for at in index.get(key, ())
        if _kinds_fit(name, drafts[at]) and any(_same(name, other, longs) for other in drafts[at].names)
    ]
    return max(dict.fromkeys(options), key=lambda at: (drafts[at].size, -at), default=None)


def _same(one: Name, other: Name, longs: Mapping[str, str]) -> bool:
    if _is_long(longs.get(one.text), other) or _is_long(longs.get(other.text), one):
        return True
    firm = is_firm(max(one, other, key=lambda name: len(name.words)).text)
    return same_body(one, other, frozenset(word for word in (*one.words, *other.words) if _generic(word)), firm=firm)


def _is_long(text: str | None, name: Name) -> bool:
    """Whether a name is an abbreviation's long form, or what the pipeline saw of it: "National Front" of "… for Dembe"."""
    return text is not None and (text == name.text or (len(name.words) > 1 and text.startswith(f"{name.text} ")))


def _kinds_fit(name: Name, draft: _Draft, *, strict: bool = False) -> bool:
    """Whether the entity types allow that a name belongs to a group; places and bodies are kept apart, unknown fits all."""
    kind = draft.type
    if name.type is None or kind is None or name.type == kind or (name.words in draft.variants and not strict):
        return True
    if strict:
        return not (name.type in _PLACES and kind == "PERSON")
    return (name.type in _PLACES) == (kind in _PLACES) and "PERSON" not in (name.type, kind)


def _generic(word: str) -> bool:
    """Whether a word alone names nobody: "ministry", "russian"."""
    return noun(word) is not None or state_of(word) is not None
