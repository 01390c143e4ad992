"""The clause: a predicate with its arguments, free of any dependency scheme.

One reader makes clauses from Universal Dependencies, one from the ClearNLP labels of ``en_core_web_*``. Nothing after
the readers knows a dependency label. All indices are token indices into the Doc, end exclusive.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Literal, NamedTuple

from newsclaims.claim import Tense, Voice

Role = Literal["subject", "object", "recipient", "agent", "predicate", "oblique", "complement", "adverb", "time", "vocative"]
Kind = Literal[
    "main",  # an independent predicate, also a headline's
    "content",  # complement of another predicate: "said (that) …", "fears that …"
    "adverbial",  # after, because, since, as, while, if …
    "relative",  # "the region, where Ukraine has seized territory"
    "participial",  # "After brokering an alliance, …"
    "gerund",  # "accused X of stealing"
    "infinitive",  # purpose and other infinitives that are no part of a verb chain
    "parenthetical",  # a cue set inside or after its content: "…, Shea said, …"
]


class Argument(NamedTuple):
    """A phrase that depends on a predicate.

    ``start:end`` is the whole phrase as a reader would quote it (prepositional phrases and appositive title included,
    trailing relative clause and comma-separated apposition left out), without its preposition, which is ``marker``.
    ``parts`` are the members of a compound ("Kim and Putin"), each ``(head, start, end)``; empty for a single phrase.
    """

    role: Role
    head: int
    start: int
    end: int
    marker: str = ""
    parts: tuple[tuple[int, int, int], ...] = ()


IN_ORDER = attrgetter("start", "end")
"""What phrases are sorted by, to stand in text order."""


class Clause(NamedTuple):
    """A predicate and what hangs on it.

    ``head`` is the token that carries the meaning: the last verb of the chain ("obtain" in "is trying to obtain"), or the
    predicate noun or adjective of a copula. ``start:end`` is the verb group, from the first auxiliary to the last verb
    ("is trying to obtain"; the copula itself in "has been a risk"). ``extent`` is the whole clause with everything that
    depends on it. ``parent`` is the head of the governing clause. ``verbs`` are the tokens of the chain's lexical verbs.
    ``conjunct_of`` is the head of the clause it is coordinated with; ``controller`` the antecedent of a relative clause.
    """

    head: int
    start: int
    end: int
    extent: tuple[int, int]
    kind: Kind
    verbs: tuple[int, ...]
    lemma: str
    voice: Voice = "active"
    tense: Tense | None = None
    finite: bool = True
    copular: bool = False
    existential: bool = False
    question: bool = False
    imperative: bool = False
    parent: int | None = None
    conjunct_of: int | None = None
    marker: str = ""
    subject: Argument | None = None
    arguments: tuple[Argument, ...] = ()
    auxiliaries: tuple[int, ...] = ()
    negations: tuple[int, ...] = ()
    controller: int | None = None
