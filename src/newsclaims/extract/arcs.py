"""Arcs while they are being mended: heads and labels that move, and the words that the repairs look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from newsclaims.parse.places import positions

SUBJECTS = ("nsubj", "csubj")
FINITE = frozenset(("VBZ", "VBD", "VBP"))
TENSED = FINITE | {"MD"}
NAMES = ("NNP", "NNPS")
NOUNS = ("NN", "NNS", *NAMES)
PLURAL = frozenset({"NNS", "NNPS"})
PLURAL_FORMS = frozenset({"were", "are", "have", "'re", "’re", "'ve", "’ve"})
RELATIVE = frozenset({"WDT", "WP"})
ASKS = RELATIVE | {"WRB"}
OBLIQUE = frozenset({"him", "them", "me", "us", "her"})
BE = frozenset({"is", "are", "was", "were", "am", "be", "been", "'s", "'re", "’s", "’re", "'m", "’m"})


@dataclass(frozen=True, slots=True)  # its fields are read three times as fast as a tuple's
class Words:
    """What the repairs ask of each token: lower-case form, tag, whether it is punctuation or white space, and whether it is
    a verb that reports ("said").

    What follows may be left out. ``gives`` says whether it is a verb that gives something to somebody ("sold").
    Indices are ``states`` of participles that say how things stand ("worried"), ``controls`` of verbs whose object
    does what follows ("allowed"), ``aims`` of nouns that have an infinitive ("permission"), ``goals`` of those that
    one is the predicate of ("the *aim* is to win"), ``rests`` of verbs without an object ("fled"), ``speaks`` of
    verbs that a quotation may follow ("apologised"), ``says`` of those that no noun follows ("said"), ``people`` of
    persons' names and nouns for people, ``holds_back`` of verbs that withhold ("declined to say"), ``harmful`` of
    events ("bombing"), ``harming`` of what they do ("killed"), ``gestures`` of what one does beside speaking
    ("pointing"), ``pasts`` of participles that look like a past tense ("raised", not "taken"), ``chains`` of nouns
    that may be verbs an infinitive follows ("plans"), ``tells`` of verbs whose object is told something ("told"),
    ``judges`` of those that say what somebody calls a thing ("branded"), ``bodies`` of nouns for people and bodies;
    ``units`` and ``days`` are words, ``headlines`` tells of each noun that may be a headline's verb ("cuts")
    whether it takes an object, and ``asks`` of nouns the prepositions that begin a phrase of theirs ("threat *to*").
    ``may_report`` are nouns that would report if they were verbs ("claims").
    """

    forms: tuple[str, ...]
    tags: Sequence[str]
    void: tuple[bool, ...]
    reports: tuple[bool, ...]
    gives: tuple[bool, ...] = ()
    states: frozenset[int] = frozenset()
    units: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    controls: frozenset[int] = frozenset()
    aims: frozenset[int] = frozenset()
    goals: frozenset[int] = frozenset()
    rests: frozenset[int] = frozenset()
    speaks: frozenset[int] = frozenset()
    says: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    harmful: frozenset[int] = frozenset()
    harming: frozenset[int] = frozenset()
    gestures: frozenset[int] = frozenset()
    holds_back: frozenset[int] = frozenset()
    pasts: frozenset[int] = frozenset()
    chains: frozenset[int] = frozenset()
    tells: frozenset[int] = frozenset()
    judges: frozenset[int] = frozenset()
    bodies: frozenset[int] = frozenset()
    headlines: Mapping[int, bool] = field(default_factory=dict)
    asks: Mapping[int, frozenset[str]] = field(default_factory=dict)
    may_report: frozenset[int] = frozenset()


class Arcs:
    """Heads, labels and tags (``words.tags`` too) while they are mended; ``relabelled`` counts the labels that changed."""

    def __init__(self, heads: Sequence[int], labels: Sequence[str], words: Words) -> None:
        self.heads, self.labels, self.tags = list(heads), list(labels), list(words.tags)
        self.words = replace(words, tags=self.tags)
        known = {label: label.partition(":")[0].lower() for label in set(labels)}
        self.bare = [known[label] for label in labels]
        self.kids: list[list[int]] = [[] for _ in heads]
        self._by_label: dict[str, set[int]] = {label: set() for label in known.values()}
        for i, head in enumerate(heads):
            if head != i:
                self.kids[head].append(i)
            self._by_label[self.bare[i]].add(i)
        for i in positions((True,), words.void):
            self._by_label[self.bare[i]].discard(i)
        self._bearing: dict[frozenset[str], frozenset[int]] = {}
        self.relabelled = 0

    def report_as_tagged(self) -> None:
        """Let those words report that have been tagged as verbs by now ("the agency *quotes* him")."""
        new = {i for i in self.words.may_report if self.tags[i].startswith("VB")}
        if new:
            reports = tuple([reports or i in new for i, reports in enumerate(self.words.reports)])
            self.words = replace(self.words, reports=reports)

    def bearing(self, labels: frozenset[str]) -> frozenset[int]:
        """The words that bear one of these labels (without subtype) by now."""
        found = self._bearing.get(labels)
        if found is None:
            found = self._bearing[labels] = frozenset().union(*[self._by_label.get(label, ()) for label in labels])
        return found

    def has(self, i: int, *labels: str) -> bool:
        """Whether token ``i`` has a dependent with one of these labels (without subtype)."""
        for k in self.kids[i]:  # noqa: SIM110  any() takes twice as long, and every other word is asked
            if self.bare[k] in labels:
                return True
        return False

    def is_passive(self, i: int) -> bool:
        """Whether verb ``i`` has the auxiliary of a passive."""
        return any(self.labels[k] == "aux:pass" for k in self.kids[i])

    def has_agent(self, i: int) -> bool:
        """Whether it is said by whom what verb ``i`` tells of is done: "was fined *by the court*"."""
        return any(self.labels[k] == "obl:agent" for k in self.kids[i])

    def counts(self, i: int) -> bool:
        """Whether token ``i`` heads a phrase that counts people or things."""
        return self.words.tags[i] == "CD" or self.has(i, "nummod")

    def subject(self, i: int) -> int | None:
        """The subject before token ``i``."""
        for k in self.kids[i]:
            if k >= i:
                break
            if self.bare[k] in SUBJECTS:
                return k
        return None

    def behind(self, i: int, *labels: str) -> int | None:
        """The first dependent behind token ``i`` with one of these labels (without subtype)."""
        for k in self.kids[i]:
            if k > i and self.bare[k] in labels:
                return k
        return None

    def move(self, i: int, head: int, label: str = "") -> None:
        """Hang token ``i`` on another head; on itself, to make it a root."""
        if self.heads[i] != i:
            self.kids[self.heads[i]].remove(i)
        if head != i:
            self.kids[head] = sorted((*self.kids[head], i))
        self.heads[i] = head
        if label:
            self.relabel(i, label)

    def relabel(self, i: int, label: str) -> None:
        """Give token ``i`` another label, its head unchanged."""
        bare = label.partition(":")[0]
        if bare != self.bare[i]:
            if not self.words.void[i]:
                self._by_label[self.bare[i]].discard(i)
                self._by_label.setdefault(bare, set()).add(i)
                self._bearing.clear()
            self.relabelled += 1
        self.labels[i], self.bare[i] = label, bare

    def govern(self, i: int) -> None:
        """Put token ``i`` in the place of its head, which becomes its infinitive; what stood before goes with ``i``."""
        verb = self.heads[i]
        self.replace(verb, i, "xcomp")
        for k in list(self.kids[verb]):
            if k < i:
                self.move(k, i, self.bare[k])

    def replace(self, head: int, i: int, label: str) -> None:
        """Put token ``i`` in the place of another, which hangs on it from then on, with a label."""
        above, place = self.heads[head], self.labels[head]
        self.move(i, i if above == head else above, place)
        self.move(head, i, label)

    def bearer(self, i: int) -> int:
        """The word that bears the tense of the clause that token ``i`` heads."""
        return min([i, *(k for k in self.kids[i] if self.bare[k] in ("aux", "cop") and k < i)])

    def tense(self, i: int) -> str:
        """The tag of that word."""
        return self.tags[self.bearer(i)]

    def bears_tense(self, i: int) -> bool:
        """Whether a verb, or its auxiliary or copula, is finite."""
        return self.tense(i) in TENSED

    def subject_label(self, verb: int) -> str:
        """The label of a subject of a verb, which says whether it is passive."""
        return "nsubj:pass" if self.is_passive(verb) else "nsubj"

    def first(self, i: int) -> int:
        """The first of token ``i`` and its dependents."""
        return min([i, *self.kids[i]])

    def start(self, i: int) -> int:
        """The first token of the run of dependents, and theirs, right before token ``i``."""
        at = i
        while at > 0 and not self.words.void[at - 1] and self.under(at - 1, i):
            at -= 1
        return at

    def end(self, i: int) -> int:
        """The token after the run of dependents, and theirs, right behind token ``i``."""
        at = i + 1
        while at < len(self.heads) and not self.words.void[at] and self.under(at, i):
            at += 1
        return at

    def under(self, k: int, i: int, depth: int = 8) -> bool:
        """Whether token ``k`` depends on token ``i``, at any depth that a short phrase has."""
        for _ in range(depth):
            k = self.heads[k]
            if k == i:
                return True
        return False
