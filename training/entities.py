"""Entity corpora to examples, each by a mapping onto one set of types that leaves open what the corpus leaves open.

The corpora disagree on what an entity is. A token's annotation becomes the *set* of tags that it allows; the loss is the
negative log of that set's probability (the marginal likelihood of partial labels), so that a corpus which knows three types
does not teach the other seven as "no entity":

===========  =====================================================================================
Universal    PER → PERSON, ORG → ORG, LOC → GPE, LOC or FAC by the name's last word; a capitalised word
NER, GUM     that is a demonym in the news corpus → NORP; other proper nouns outside → O or any type
             that the corpus does not annotate
CrossNER     fine types by ``TYPES``; "misc" and the like allow anything
re3d         Person, Organisation, Location, Nationality (NORP); the rest allows anything
GMB          geo → place, gpe → NORP if a demonym, else GPE, per → PERSON (titles inside may be O), org → ORG,
             eve, art; a proper noun outside allows anything, since the annotation is semi-automatic
===========  =====================================================================================
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import spacy

from newsclaims.parse.tokens import blank
from training.examples import ENTITY_TAGS, ENTITY_TYPES, Allowed, Document, Sentence, Word

ANY: Allowed = frozenset()
OUTSIDE: Allowed = frozenset({"O"})
LOC_WORDS = frozenset(
    "river sea ocean mountains mountain lake bay desert europe asia africa america americas east west north south gulf "
    "peninsula islands island valley strait coast basin forest mount arctic antarctica pacific atlantic mediterranean "
    "caribbean balkans caucasus region earth moon mars sun hemisphere canal".split()
)
FAC_WORDS = frozenset(
    "airport bridge street avenue road building hospital stadium house station tower hall square park museum cathedral "
    "mosque church palace prison jail camp base airfield highway hotel theatre theater arena centre center library".split()
)
TITLE_WORDS = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. president minister prime senator sen. rep. gov. governor king queen prince princess "
    "general gen. colonel col. captain capt. secretary chancellor chairman spokesman spokeswoman judge justice pope sir "
    "professor prof. ambassador director foreign former vice deputy sheikh ayatollah mayor leader lord lady".split()
)
TYPES = {
    "person": "PERSON", "politician": "PERSON", "researcher": "PERSON", "writer": "PERSON", "musicalartist": "PERSON",
    "scientist": "PERSON", "organisation": "ORG", "politicalparty": "ORG", "university": "ORG", "band": "ORG",
    "country": "GPE", "location": "PLACE", "event": "EVENT", "election": "EVENT", "conference": "EVENT",
    "book": "WORK_OF_ART", "poem": "WORK_OF_ART", "song": "WORK_OF_ART", "album": "WORK_OF_ART", "product": "PRODUCT",
}  # fmt: skip
LOOSE = {"magazine": ("ORG", "WORK_OF_ART"), "academicjournal": ("ORG", "WORK_OF_ART"), "award": ("EVENT", "WORK_OF_ART")}


def place(words: Sequence[str]) -> str:
    """Give GPE, LOC or FAC for a place's name, by its last (or first) word: "Lake Chad" and "the Black Sea" are LOC."""
    lower = [w.lower() for w in words]
    if lower[-1] in FAC_WORDS:
        return "FAC"
    if lower[-1] in LOC_WORDS or lower[0] in {"lake", "mount", "river", "gulf"}:
        return "LOC"
    return "GPE"


def tags(kinds: Iterable[str], begin: bool) -> Allowed:
    """Give the set of tags that allow any of the given types at this place of the mention."""
    return frozenset(f"{'B' if begin else 'I'}-{kind}" for kind in kinds)


def anything_but(kinds: Iterable[str]) -> Allowed:
    """Give the set that allows O and every type but the given: what a corpus without those other types leaves open."""
    shut = {f"{bi}-{kind}" for kind in kinds for bi in "BI"}
    return frozenset(tag for tag in ENTITY_TAGS if tag not in shut)


def _columns(path: Path, sep: str | None = None) -> Iterator[list[list[str]]]:
    block: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if line.strip() and not line.startswith("# "):
            block.append(line.split(sep))
        elif not line.strip() and block:
            yield block
            block = []


def _mentions(labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    start = None
    for i, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            yield start, i, labels[start][2:]
            start = None
        if label.startswith("B-") or (label.startswith("I-") and start is None):
            start = i


@cache
def demonyms(path: Path) -> frozenset[str]:
    """Give the words that the news corpus tags as nationality at least three times as adjective or plural noun."""
    people: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for block in _columns(path, "\t"):
        people.update(form for form, pos, tag in block if tag == "B-gpe" and pos in {"JJ", "NNPS", "NNS"})
        places.update(form for form, _, tag in block if tag == "B-geo")
    return frozenset(word for word, n in people.items() if n >= 3 and n > 2 * places[word])


def _looks_named(form: str, i: int) -> bool:
    return form[:1].isupper() and (i > 0 or form.isupper())


def universal(path: Path, norp: frozenset[str]) -> Document:
    """Universal NER on EWT: PER, ORG and LOC on web text."""
    out = []
    for block in _columns(path, "\t"):
        forms, labels = [r[1] for r in block], [r[2] for r in block]
        allowed = [_outside(form, i, norp, {"PERSON", "ORG", "GPE", "LOC", "FAC"}) for i, form in enumerate(forms)]
        for start, end, kind in _mentions(labels):
            target = {"PER": "PERSON", "ORG": "ORG"}.get(kind) or place(forms[start:end])
            for i in range(start, end):
                allowed[i] = tags([target], i == start)
        out.append(Sentence(tuple(Word(f, entity=a) for f, a in zip(forms, allowed, strict=True))))
    return Document("uner-ewt-dev", "uner", tuple(out))


def _outside(form: str, i: int, norp: frozenset[str], known: set[str]) -> Allowed:
    if form in norp:
        return tags(["NORP"], True)
    return anything_but(known) if _looks_named(form, i) else OUTSIDE


def crossner(folder: Path, norp: frozenset[str]) -> Iterator[Document]:
    """CrossNER: sentences of Wikipedia in five domains."""
    for domain in sorted(p for p in folder.iterdir() if p.is_dir()):
        out = []
        for path in sorted(domain.glob("*.txt")):
            for block in _columns(path):
                forms, labels = [r[0] for r in block], [r[-1] for r in block]
                allowed = [tags(["NORP"], True) if form in norp else OUTSIDE for form in forms]
                for start, end, kind in _mentions(labels):
                    target = TYPES.get(kind)
                    kinds = LOOSE.get(kind) or (
                        [place(forms[start:end]) if target == "PLACE" else target] if target else None
                    )
                    for i in range(start, end):
                        if kinds:
                            allowed[i] = tags(kinds, i == start)
                        elif kind == "misc" and forms[i] in norp:
                            allowed[i] = tags(["NORP"], True)
                        else:
                            allowed[i] = ANY
                out.append(Sentence(tuple(Word(f, entity=a) for f, a in zip(forms, allowed, strict=True)), True))
        yield Document(f"crossner-{domain.name}", "crossner", tuple(out), boundaries=False)


def gmb(path: Path, norp: frozenset[str], first: int = 0, last: int | None = None) -> Document:
    """Groningen Meaning Bank: newswire, in running order; sentences ``first`` to ``last``."""
    out = []
    for n, block in enumerate(_columns(path, "\t")):
        if n < first or (last is not None and n >= last):
            continue
        forms, pos, labels = [r[0] for r in block], [r[1] for r in block], [r[2] for r in block]
        allowed = [ANY if p in {"NNP", "NNPS"} else OUTSIDE for p in pos]
        for start, end, kind in _mentions(labels):
            span = forms[start:end]
            kinds = {"geo": [place(span)], "org": ["ORG"], "per": ["PERSON"], "eve": ["EVENT"]}.get(kind, [])
            if kind == "gpe":
                kinds = ["NORP"] if span[0] in norp else ["GPE"]
            elif kind == "art":
                kinds = ["PRODUCT", "WORK_OF_ART", "LAW", "FAC"]
            titled = kind == "per"
            begun = False
            for i in range(start, end):
                if titled and (forms[i].lower() in TITLE_WORDS or forms[i] in norp) and i + 1 < end:
                    allowed[i] = tags(["NORP"], True) if forms[i] in norp else OUTSIDE
                    continue
                titled = False
                if kind == "tim":
                    allowed[i] = OUTSIDE if pos[i] not in {"NNP", "NNPS"} or len(span) == 1 else frozenset({"O", "B-EVENT"})
                elif kind == "nat":
                    allowed[i] = ANY
                else:
                    allowed[i] = tags(kinds, not begun)
                begun = True
        out.append(Sentence(tuple(Word(f, entity=a) for f, a in zip(forms, allowed, strict=True))))
    return Document(f"gmb-{first}", "gmb", tuple(out))


RE3D = {"Person": "PERSON", "Organisation": "ORG", "Location": "PLACE", "Nationality": "NORP"}


def re3d(folder: Path, norp: frozenset[str], held_out: Sequence[str]) -> Iterator[Document]:
    """re3d: defence and security documents. Documents that open like one of ``held_out`` are left out."""
    tokenizer = blank().tokenizer
    for source in sorted(p for p in folder.iterdir() if p.is_dir()):
        docs = [json.loads(line) for line in (source / "documents.json").read_text(encoding="utf-8").splitlines()]
        found = [json.loads(line) for line in (source / "entities.json").read_text(encoding="utf-8").splitlines()]
        for doc in docs:
            flat = " ".join(doc["text"].split())
            if any(text[:60] in flat or flat[:60] in text for text in held_out):
                continue
            spans = [
                (e["begin"], e["end"], e["type"]) for e in found if e["documentId"] == doc["_id"] and e["confidence"] > 0
            ]
            yield Document(f"re3d-{doc['_id'][:8]}", "re3d", tuple(_re3d_lines(doc["text"], spans, tokenizer, norp)), False)


def _re3d_lines(
    text: str, spans: list[tuple[int, int, str]], tokenizer: spacy.tokenizer.Tokenizer, norp: frozenset[str]
) -> Iterator[Sentence]:
    words: list[Word] = []
    longest = sorted(spans, key=lambda s: (s[0], -s[1]))
    for token in tokenizer(text):
        if token.is_space:
            if "\n" in token.text and words:
                yield Sentence(tuple(words), True)
                words = []
            continue
        cover = next((s for s in longest if s[0] <= token.idx < s[1]), None)
        form = token.text
        if cover is None:
            entity = (
                tags(["NORP"], True) if form in norp else anything_but({"PERSON", "GPE"}) if form[:1].isupper() else OUTSIDE
            )
        else:
            kind = RE3D.get(cover[2])
            target = place(text[cover[0] : cover[1]].split() or [form]) if kind == "PLACE" else kind
            named = all(w[0].isupper() for w in text[cover[0] : cover[1]].split() if len(w) > 3) and form not in {
                "We",
                "I",
                "Our",
            }
            leading = form.islower() and text[cover[0] : token.idx].strip().lower() in {"", "the", "a", "an"}
            if target is None or not named:
                entity = ANY if form[:1].isupper() else OUTSIDE
            elif leading or form.lower() in TITLE_WORDS or form.lower() in {"the", "a"}:
                entity = ANY
            else:
                entity = tags([target], True) | tags([target], False)
        words.append(Word(form, entity=entity))
    if words:
        yield Sentence(tuple(words), True)


assert set(TYPES.values()) <= {*ENTITY_TYPES, "PLACE"}
