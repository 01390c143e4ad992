"""The reader for Universal Dependencies: the built-in pipeline, and most spaCy pipelines of other languages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc

from newsclaims.annotate.times.words import days
from newsclaims.extract.arcs import Words
from newsclaims.extract.growing import grow
from newsclaims.extract.mend import mended
from newsclaims.extract.questions import withheld
from newsclaims.extract.tree import VOID, Tree
from newsclaims.lexicon import column, rows
from newsclaims.parse.columns import Columns, columns
from newsclaims.parse.places import positions

LABELS = frozenset({"obj", "obl", "nmod", "case", "cop", "aux:pass", "nsubj:pass", "acl:relcl", "flat", "iobj", "obl:agent"})
"""Labels that only Universal Dependencies has."""
_NEAR = 60  # tokens
_ONLY_TAGGED = {"tells": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "chains": ("NNS",)}
_VERBAL = frozenset({"VBG", "VBZ", "VBP", "VBD"})
STATE_TAGS = frozenset({"VBN", "VBG", "JJ"})


def tree(doc: Doc) -> Tree:
    """Take a Doc's arcs as they are, but for slips that every parser makes.

    Args:
        doc: a Doc with UD labels ("Kenya" ``nsubj`` of "sent").

    Returns:
        The same tree, ready for the rules.
    """
    tokens = columns(doc)
    kinds = _marked(tokens)
    reporting, giving, nouns = [False] * len(doc), [False] * len(doc), list[int]()
    for i in kinds.pop("reports"):
        reporting[i] = tokens.pos[i] == "VERB" or tokens.tags[i] in _VERBAL  # "are *warning*", said to be an adjective
        if not reporting[i]:
            nouns.append(i)
    for i in kinds.pop("gives"):
        giving[i] = True
    words = Words(
        forms=tokens.lower,
        tags=tokens.tags,
        void=tuple(map(VOID.__contains__, tokens.pos)),
        reports=tuple(reporting),
        gives=tuple(giving),
        states=_states(tokens.lower, tokens.tags),
        units=column("measures", "unit"),
        days=days(),
        people=_people(tokens),
        holds_back=_holding_back(tokens, kinds.pop("holds_back")),
        pasts=_pasts(tokens),
        headlines=_headline_verbs(tokens, kinds.pop("headlines")),
        asks=_asking_nouns(tokens, kinds.pop("asks")),
        may_report=frozenset(nouns),
        **kinds,
    )
    return grow(doc, *mended(tokens.heads, tokens.deps, words))


def _marked(tokens: Columns) -> dict[str, frozenset[int]]:
    """Where the words of each of the `_kinds` stand, in one walk over the text."""
    kinds, found = _kinds_by_lemma(), {kind: list[int]() for kind in _kinds()}
    for i in positions(kinds, tokens.lemmas):
        for kind in kinds[tokens.lemmas[i]]:
            found[kind].append(i)
    for kind, tags in _ONLY_TAGGED.items():
        found[kind] = [i for i in found[kind] if tokens.tags[i] in tags]
    return {kind: frozenset(where) for kind, where in found.items()}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The lemmas of each kind of word that the repairs ask for; the kinds are fields of `Words`."""
    return {
        "reports": _reporting_verbs(),
        "gives": column("recipients", "lemma"),
        "holds_back": withheld(),
        "headlines": frozenset(_headline_lemmas()),
        "asks": frozenset(_noun_prepositions()),
        "controls": column("object_control", "lemma"),
        "aims": column("infinitive_nouns", "lemma"),
        "goals": column("infinitive_nouns", "lemma", kind="aim"),
        "speaks": _speaking_verbs(),
        "says": frozenset(("say",)),
        "rests": column("intransitives", "lemma"),
        "harmful": column("harms", "word", kind="event"),
        "harming": column("harms", "word", kind="does"),
        "gestures": column("gestures", "verb"),
        "bodies": _bodies(),
        "tells": _telling_verbs(),
        "judges": column("reporting_verbs", "verb", **{"class": "judge"}),
        "chains": column("chain_verbs", "lemma", form="infinitive"),
    }


@cache
def _kinds_by_lemma() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for kind, lemmas in _kinds().items():
        for lemma in lemmas:
            table.setdefault(lemma, []).append(kind)
    return table


def _pasts(tokens: Columns) -> frozenset[int]:
    """Where what is tagged as a participle looks like a past tense: "raised", "led", not "taken"."""
    irregular, lower = _irregular_pasts(), tokens.lower
    return frozenset([i for i in positions(("VBN",), tokens.tags) if lower[i].endswith("ed") or lower[i] in irregular])


@cache
def _irregular_pasts() -> frozenset[str]:
    return frozenset(past for row in rows("irregular_verbs") for past in row["past"].split())


def _holding_back(tokens: Columns, withholding: Iterable[int]) -> frozenset[int]:
    """Where somebody declines or refuses to report: "declined *to name* them"."""
    verbs, last = column("reporting_verbs", "verb"), len(tokens.lemmas) - 2
    found = (i for i in withholding if i < last and tokens.lower[i + 1] == "to")
    return frozenset([i for i in found if tokens.lemmas[i + 2] in verbs])


def _people(tokens: Columns) -> frozenset[int]:
    """Where, not far before a "who", a person is named or a noun for people stands."""
    known, ents, lemmas = _person_nouns(), tokens.ents, tokens.lemmas
    near = {k for i in positions(("who",), tokens.lower) for k in range(max(0, i - _NEAR), i)}
    return frozenset([k for k in near if ents[k] == "PERSON" or lemmas[k] in known])


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("body_nouns") if row["type"] == "PERSON") | column("kinship", "noun")


@cache
def _reporting_verbs() -> frozenset[str]:
    """The verbs that may be followed by what is reported: "that" and a clause, or a quotation."""
    return frozenset(row["verb"] for row in rows("reporting_verbs") if row["that"] or row["quote"])


@cache
def _speaking_verbs() -> frozenset[str]:
    """The verbs that a quotation may follow."""
    return frozenset(row["verb"] for row in rows("reporting_verbs") if row["quote"])


@cache
def _telling_verbs() -> frozenset[str]:
    """The verbs whose object is told what follows."""
    return frozenset(row["verb"] for row in rows("reporting_verbs") if row["np"] == "addressee" and row["that"])


def _headline_verbs(tokens: Columns, found: Iterable[int]) -> dict[int, bool]:
    """Where a noun stands that may be a headline's verb, and whether it takes an object."""
    known = _headline_lemmas()
    return {i: known[tokens.lemmas[i]] for i in found if tokens.tags[i] in ("NN", "NNS")}


@cache
def _headline_lemmas() -> dict[str, bool]:
    return {row["lemma"]: row["object"] == "yes" for row in rows("headline_verbs")}


def _asking_nouns(tokens: Columns, found: Iterable[int]) -> dict[int, frozenset[str]]:
    """Where a noun stands that a phrase belongs to, and the prepositions that this begins with."""
    known = _noun_prepositions()
    return {i: known[tokens.lemmas[i]] for i in found if tokens.tags[i] in ("NN", "NNS")}


@cache
def _noun_prepositions() -> dict[str, frozenset[str]]:
    return {row["noun"]: frozenset(row["prepositions"].split()) for row in rows("noun_prepositions")}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["noun"] for row in rows("body_nouns") if row["type"] in ("PERSON", "ORG", "GPE"))


@cache
def _stative() -> dict[str, str]:
    """The participles that say how somebody feels or how things stand, and the only tense they do so in, if there is one."""
    return {row["participle"]: row["when"] for row in rows("adjectival_participles")}


def _states(forms: tuple[str, ...], tags: tuple[str, ...]) -> frozenset[int]:
    """Where such a participle stands; one of the present only behind "is" and "are"."""
    known, found = _stative(), []
    for i in positions(known, forms):
        when = known[forms[i]] if tags[i] in STATE_TAGS else None
        if when == "" or (
            when == "present" and any(word in ("is", "are", "'s", "'re", "’s", "’re") for word in forms[max(0, i - 3) : i])
        ):
            found.append(i)
    return frozenset(found)
