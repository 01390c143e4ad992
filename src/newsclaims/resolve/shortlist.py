"""The shortlist of a pronoun: the cards it may stand for, with what speaks for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from newsclaims.extract.tree import Tree
from newsclaims.resolve import pronouns
from newsclaims.resolve.cards import Card
from newsclaims.resolve.grammar import place_of
from newsclaims.resolve.past import MOST, Mention, Past
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.ranking import Candidate, Context, features
from newsclaims.resolve.speakers import Speakers


class Known(NamedTuple):
    """What the scan knows when it comes to a pronoun; ``at`` gives the card of a head, ``paragraph`` that of a token."""

    tree: Tree
    cards: Sequence[Card]
    at: Mapping[int, int]
    found: Mapping[int, Phrase]
    paragraph: Sequence[int]
    past: Past
    speakers: Speakers


def shortlist(one: Phrase, form: str, known: Known) -> list[Candidate]:
    """Give the cards that a pronoun may stand for, the nearest first.

    Args:
        one: the pronoun.
        form: its subject form.
        known: the scan so far.

    Returns:
        The candidates with their features. Who speaks is none of them inside their own quotation, and likely in what is
        reported of their words without quotation marks; whom a quotation names did not speak it.
    """
    out: list[Candidate] = []
    said = known.speakers.around(one.head)
    speaking = known.at.get(said[0].source.head) if said else None
    seen = {speaking} if said and said[0].direct else set[int | None]()
    own = known.speakers.quoted(one.head)
    view = pronouns.view(known.tree, one.head, form)
    for sentence, mention, number, place in chain(_ahead(one, known), known.past.window(one.sentence, pronouns.REACH)):
        if number in seen:
            continue
        card = known.cards[number]
        if not pronouns.agrees(form, card):
            seen.add(number)
            continue
        if own and any(start <= mention < end for start, end in own) and known.found[mention].form != "pronoun":
            seen.add(number)  # nobody calls themselves by their name
            continue
        fellow = view.is_fellow(mention, place)
        if view.is_bound(mention, fellow=fellow):
            if fellow:
                seen.add(number)
            continue
        seen.add(number)
        there = known.speakers.is_said(mention)
        voices = f"{'said' if said else 'own'}-{'said' if there else 'own'}" if said or there else ""
        context = Context(
            distance=one.sentence - sentence,
            place=place,
            rank=len(out),
            form="compound" if card.members else known.found[mention].form,
            first=known.past.opens(mention),
            fresh=known.paragraph[mention] != known.paragraph[one.head],
            quoted="speaker" if number == speaking else voices,
        )
        out.append(Candidate(number, mention, features(view, card, mention, context)))
        if len(out) >= MOST:
            break
    return out


def _ahead(one: Phrase, known: Known) -> Iterator[Mention]:
    """The subject that a pronoun may point ahead to; it is the nearest of all."""
    ahead = pronouns.cataphoric(known.tree, one.head)
    if ahead is not None and ahead in known.at and ahead in known.found and ahead > one.head:
        yield Mention(one.sentence, ahead, known.at[ahead], place_of(known.tree, ahead))
