"""The first person: "I" and "we" stand for the one whose words they are.

In a quotation "I" is its source; "we" is the source too, or the body that the source speaks for where that is plain: a
spokesman's, the state of an ambassador, or one named by "on behalf of". Outside of quotations, in a statement, "we" is the
body that has spoken before.
"""

from __future__ import annotations

from newsclaims.extract.tree import Tree
from newsclaims.resolve.cards import Card, Role
from newsclaims.resolve.countries import state_of
from newsclaims.resolve.descriptions import MANY
from newsclaims.resolve.scene import Scene
from newsclaims.resolve.speakers import Said, Speakers
from newsclaims.resolve.vocabulary import noun

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
_FIRST = _SINGULAR | _PLURAL

_RUNNING = frozenset({"executive", "ceo", "coach", "leader", "manager"})
_HEADS = _RUNNING | {"chairman", "chairwoman", "chairperson"}
"""Those who lead a body and so mostly speak for it: "We will appeal," said Ana Ruiz, chief executive of Pixelo."""
REACH = 2000
"""How many tokens back the body is looked for that a "we" outside of quotations stands for."""


class Firsthand:
    """Answers for the pronouns of the first person."""

    def __init__(self, tree: Tree, scene: Scene, speakers: Speakers) -> None:
        self.tree, self.scene, self.speakers = tree, scene, speakers
        states = (card for card in scene.cards if card.state and card.type != "ORG")  # no "UN ambassador"
        self.states = {card.name: card.number for card in states if card.name}

    def card(self, head: int) -> int | None:
        """The card that a first-person pronoun stands for; None for another word, or where nobody is known to speak."""
        word = self.tree.words[head]
        if word not in _FIRST:
            return None
        said = next(iter(self.speakers.around(head)), None)
        if said is None:
            return self._publisher(head) if word in _PLURAL and not self.speakers.in_marks(head) else None
        source = self._source(said)
        if source is None or word in _SINGULAR:
            return source
        body = self._body(said, self.scene.cards[source])
        return source if body is None else body

    def _source(self, said: Said) -> int | None:
        head = said.source.head
        return self.scene.compounds.get(head, self.scene.at.get(head))

    def _body(self, said: Said, source: Card) -> int | None:
        """The body that a source speaks for: "on behalf of X" in what is said, or X of a spokesperson of X."""
        for i in (i for start, end in said.contents for i in range(start, end)):
            if self.tree.words[i] == "behalf":
                for k in self.tree.kids[i]:
                    if self.tree.labels[k] == "nmod" and self.tree.full[k] != "nmod:poss" and self._is_body(k):
                        return self.scene.at[k]
        nation = self._nation(source)
        if nation is not None:
            return nation
        head = said.source.head
        spokesman = any(role.noun.startswith("spokes") for role in source.roles)
        chief = any(_is_chief(role) for role in source.roles)
        runs = spokesman or chief or any(role.noun in _RUNNING for role in source.roles)
        if runs or any(role.noun in _HEADS for role in source.roles):
            for mention in dict.fromkeys((head, *(source.mentions if runs else ()))):  # a chairman has more than one chair
                body = self._beside(mention, state=spokesman)
                if body is not None and (mention == head or len(self.scene.cards[body].mentions) > 1):
                    return body
        if spokesman:
            return self._described(head)
        return self._subject_matter(head) if chief else None

    def _beside(self, head: int, *, state: bool) -> int | None:
        """The body that a mention names along with what somebody is to it: "Pixelo's chief executive", "Pixelo boss Roe"."""
        tree = self.tree
        for k in (*tree.kids[head], *(m for kid in tree.kids[head] for m in tree.kids[kid])):
            if tree.labels[k] in ("compound", "nmod") and self._is_body(k, state=state):
                return self.scene.at[k]
        return None

    def _subject_matter(self, head: int) -> int | None:
        """The body that an article is about by far, whose chief executive needs no further words."""
        named = (card for card in self.scene.cards if card.type == "ORG" and card.name)
        counts = sorted(((sum(i < head for i in card.mentions), -card.number) for card in named), reverse=True)[:2]
        if not counts or counts[0][0] < MANY or (len(counts) > 1 and counts[0][0] < 2 * counts[1][0]):
            return None
        return -counts[0][1]

    def _described(self, head: int) -> int | None:
        """The body that a spokesperson's first word describes: "*an agency spokesperson*", of the Environment Agency."""
        for k in self.tree.kids[head]:
            if self.tree.labels[k] == "compound" and self.tree.tags[k] in ("NN", "NNS"):
                before = [c for c in self.scene.cards if c.type == "ORG" and c.name and c.mentions and c.mentions[0] < head]
                called = [c for c in before if self.tree.words[k] in (*c.words, *(role.noun for role in c.roles))]
                return max(called, key=lambda card: [i for i in card.mentions if i < head][-1]).number if called else None
        return None

    def _nation(self, source: Card) -> int | None:
        """The state whose official a source is ("Kenya's ambassador", "Kenyan Minister Lee"), if the article names it."""
        for role in source.roles:
            entry = noun(role.noun)
            if entry is None or not entry.broader & {"official", "diplomat"} or "executive" in entry.broader:
                continue  # a chairman "of the Australian Centre for …" speaks for no state
            for word in sorted(role.modifiers):
                found = self.states.get(state_of(word) or "")
                if found is not None:
                    return found
        return None

    def _is_body(self, head: int, *, state: bool = True) -> bool:
        number = self.scene.at.get(head)
        return number is not None and self.scene.cards[number].type in (("ORG", "GPE") if state else ("ORG",))

    def _publisher(self, head: int) -> int | None:
        """In a statement's own voice: the last body that was the subject of a main clause."""
        return next(
            (
                self.scene.at[i]
                for i in range(head - 1, max(-1, head - REACH), -1)
                if self.tree.labels[i] == "nsubj" and self.tree.labels[self.tree.heads[i]] == "root" and self._is_body(i)
            ),
            None,
        )


def _is_chief(role: Role) -> bool:
    """Whether a role is that of a chief officer of a firm: "chief executive", "chief financial officer"."""
    return role.noun == "ceo" or (role.noun in ("executive", "officer") and "chief" in role.modifiers)
