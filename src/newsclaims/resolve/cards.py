"""Cards: one for every referent, with all that the text says of it so far.

After Heim's file change semantics (1982): a name or an indefinite phrase opens a card, whatever refers back adds to one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from newsclaims.resolve.vocabulary import Gender


class Role(NamedTuple):
    """A noun that the text says of somebody, with its modifiers: ("minister", {"prime", "kenyan"})."""

    noun: str
    modifiers: frozenset[str] = frozenset()


class Tie(NamedTuple):
    """A family tie: the card's owner is ``noun`` ("wife") of the owner of card ``of``."""

    noun: str
    of: int


@dataclass(slots=True)
class Card:
    """One referent. ``number`` is its index among the cards.

    ``name`` is its canonical name, None for the unnamed; ``text`` what an unnamed one is called at first, without article;
    ``telling`` says that this text holds a name ("Kenyan officials"). ``plural`` is None where unknown; ``group`` that it
    may be "they" though singular. ``members`` are the cards of a compound. ``mentions`` are heads in text order.
    """

    number: int
    name: str | None = None
    text: str = ""
    type: str | None = None
    gender: Gender | None = None
    plural: bool | None = None
    group: bool = False
    telling: bool = False
    state: bool = False
    age: int | None = None
    words: tuple[str, ...] = ()
    members: tuple[int, ...] = ()
    roles: list[Role] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    @property
    def person(self) -> bool | None:
        """Whether it is a human being, or several; None where nothing tells."""
        return None if self.type is None else self.type == "PERSON"

    def say(self, role: Role) -> None:
        """Note a role, once."""
        if role not in self.roles:
            self.roles.append(role)
