"""Who is meant, across articles: a name whatever its form, or a description by its head and what it is described by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from newsclaims.claim import Mention
from newsclaims.compare.quantities import is_number
from newsclaims.compare.words import STATE, STOP, concept, pieces, place, tokens
from newsclaims.lexicon import rows
from newsclaims.resolve.countries import state_named, state_of_demonym
from newsclaims.resolve.naming import comparable, initials, is_initialism, same_person

_PRONOUNS = frozenset(
    "i you he she it we they him her them us me one who which that this these those everyone everybody someone somebody "
    "something anyone anything others another himself herself itself themselves".split()
)
_NOBODY = frozenset({"nobody", "no one", "none", "nothing"})
_LEGAL = frozenset(
    "inc incorporated corp corporation co company ltd limited plc llc llp ag gmbh sa nv bv ab oyj spa group holdings".split()
)
_OF = frozenset(
    "of in from for at on near by with who which that to between off about against under over into after".split()
)
PEOPLE = "people"
_MAX_PARTS = 8


class Party(NamedTuple):
    """Somebody or something, comparable across articles.

    ``key`` are its words: those of a name, or of a description without its numbers. ``names`` are the names among
    them ("@Russia" in "Russian troops"); ``head`` is the noun of a description, "" for a name; ``order`` the words of a name
    as they stand; ``person`` whether it may be a person's; ``own`` the noun that stands here for whom the article names
    elsewhere.
    """

    key: frozenset[str]
    names: frozenset[str] = frozenset()
    head: str = ""
    order: tuple[str, ...] = ()
    person: bool = False
    own: str = ""

    @property
    def named(self) -> bool:
        """Whether it goes by a name."""
        return not self.head

    def same(self, other: Party) -> bool:
        """Whether two parties may be one: never a name and a mere description."""
        if self.key == other.key:
            return True
        if self.named != other.named:
            return self._organ(other) or other._organ(self) or self._called(other) or other._called(self)
        if self.named:
            short, long = sorted((self, other), key=lambda party: len(party.key))
            if short.person and long.person and short.key < long.key:
                return same_person(short.order, long.order)
            return False
        left, right = self.key - other.key, other.key - self.key
        return self.head == other.head and not (left and right)

    def _organ(self, other: Party) -> bool:
        """A state, and its forces: "Ukraine" and "Ukrainian forces"."""
        return self.named and self.key == other.names and other.key - other.names <= _organs()

    def _called(self, other: Party) -> bool:
        """A name, and what its bearer is called where it is known: "the Santa Regina" and "the ferry"."""
        return bool(self.own) and self.own == other.head and other.names <= self.names


def party(mention: Mention, known: Mapping[str, str], *, initial: bool = False) -> Party | None:
    """Make a mention comparable; None for a pronoun or what else means nobody that one could know again.

    Args:
        mention: an actor, a target or a source.
        known: fuller names of the collection, by the name; see `fuller`.
        initial: whether the mention begins a sentence.

    Example: "the Turkish government" is @Turkey; "Veltra Inc." is "veltra"; "the Turkish coast guard" has the head "guard".
    """
    parts: tuple[Mention, ...] = getattr(mention, "parts", ())
    if len(parts) == 2 and ", or " in mention.text:  # "the Maritime Industry Authority, or MARINA"
        return party(parts[0], known, initial=initial)
    if 1 < len(parts) <= _MAX_PARTS:
        made = [party(part, known) for part in parts]
        keys = frozenset(word for one in made if one for word in one.key)
        return Party(keys, frozenset(word for one in made if one for word in one.names)) if keys else None
    made_of_name = described(known.get(mention.entity, mention.entity), mention.type, initial=initial)
    if (
        made_of_name
        and made_of_name.named
        and mention.text != mention.entity
        and (own := described(mention.text, None, initial=True))
    ):
        return made_of_name._replace(own=own.head)
    return made_of_name


def described(text: str, type_: str | None = None, *, initial: bool = False) -> Party | None:
    """Make the words for somebody comparable, as `party` does for a mention."""
    low = text.strip().lower()
    if not low or low in _PRONOUNS or low in _NOBODY:
        return None
    if state := place(text):
        return Party(frozenset({STATE + state}), frozenset({STATE + state}), "", (STATE + state,))
    core, rest = _split(text)
    words = [token for token in tokens(core, initial=initial, name=type_ is not None) if not is_number(token.text)]
    if not words:
        return None
    all_words = [*words, *(token for token in tokens(rest) if not is_number(token.text))]
    names = frozenset(token.text for token in all_words if token.name)
    if _people(core):
        return Party(frozenset(token.text for token in all_words) | {PEOPLE}, names, PEOPLE)
    if words[-1].name or (names and all(token.name or token.text in _states_own() for token in words)):
        named = [token.text for token in words if token.name]
        order = tuple(word for word in named if word not in _LEGAL) or tuple(named)
        person = type_ == "PERSON" or len(order) == 1
        if rest and not words[-1].text.startswith(STATE) and len(order) == 1 and type_ != "PERSON":
            order = (*order, *(token.text for token in tokens(rest) if token.name))  # "Bank of Samoa"
        return Party(frozenset(order), frozenset(order), "", order, person)
    return Party(frozenset(token.text for token in all_words), names, words[-1].text)


def fuller(mentions: Iterable[Mention]) -> dict[str, str]:
    """Find names that stand for a longer one of the collection: a surname, an initialism.

    Args:
        mentions: actors, targets and sources of all articles.

    Returns:
        Name → fuller name. A name that may stand for two is left out: two Bergs, and "Berg" is neither's.

    Example: "Kim" → "Kim Jong Un", if no other Kim is mentioned; "IMF" → "International Monetary Fund".
    """
    texts = dict.fromkeys((m.entity, m.type) for m in mentions if m.entity[:1].isupper() and len(m.entity) < 80)
    full: dict[str, set[str]] = {}
    for text, type_ in texts:
        words = comparable(text)
        if type_ == "PERSON" and 2 <= len(words) <= 4 and all(word[:1].isupper() for word in text.split()[:1]):
            if _lower_case(text):
                continue
            for short in {words[-1], words[0]}:
                full.setdefault(short, set()).add(text)
        elif type_ in ("ORG", "GPE", "NORP") and len(words) > 1:
            for short in initials(text):
                full.setdefault(short, set()).add(text)
    found = {}
    for text, type_ in texts:
        words = comparable(text)
        if type_ != "PERSON" and is_initialism(text):
            longer = full.get(text.replace(".", ""), set())
        else:
            longer = full.get(words[0], set()) if len(words) == 1 and type_ == "PERSON" else set()
        distinct = {comparable(one) for one in longer}
        if len(distinct) == 1 and text not in longer:
            found[text] = min(longer)
    return found


def _people(core: str) -> bool:
    """Whether a phrase ends in what a state's people are called: "the wealthiest Americans" are not America."""
    last = pieces(core)[-1]
    return last[:1].isupper() and state_named(last) is None and state_of_demonym(last) is not None


def _lower_case(text: str) -> bool:
    """Whether a name has words that no person's name has: "the driver of Theft"."""
    return any(word[:1].islower() and len(word) > 3 for word in text.split())


def _split(text: str) -> tuple[str, str]:
    """A phrase up to its first preposition, and what comes after it."""
    words = text.replace(",", " , ").split()
    for i, word in enumerate(words[1:], 1):
        if word.lower() in _OF or word == ",":
            if i == 1 and words[0].lower() in STOP:
                continue
            return " ".join(words[:i]), " ".join(words[i:])
    return text, ""


@cache
def _states_own() -> frozenset[str]:
    """Nouns that add nothing to a state's name: "the Turkish government"."""
    return frozenset(concept(row["word"]) for row in rows("state_organs") if row["kind"] == "state")


@cache
def _organs() -> frozenset[str]:
    """Nouns for what acts in a state's name: its government and its forces."""
    return frozenset(concept(row["word"]) for row in rows("state_organs"))
