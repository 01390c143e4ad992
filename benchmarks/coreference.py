"""Pronouns against GUM's coreference chains: ``python -m benchmarks.coreference --data DIR [--parse] [-v]``.

Asked is every personal pronoun of the third person whose chain holds a named mention (one with a proper noun as its head),
expletives left out: is it put with the right chain? It is right if most mentions of its card that are no pronouns belong to
the pronoun's chain. With gold tags, trees and names made of the mentions (see `training.chains`); with ``--parse`` from raw
text by the built-in pipeline, where a pronoun that was not even found as such is wrong. For comparison: the nearest noun
phrase that agrees (``nearest``). Published: coreferee 0.80 to 0.83 on its own test articles.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.tokens import Doc
from training.chains import Chained, Mention, chained
from training.pronouns import speakers

from newsclaims.extract.reader import tree
from newsclaims.parse.pipeline import load
from newsclaims.resolve.pronouns import third
from newsclaims.resolve.ranking import Candidate
from newsclaims.resolve.scene import Chooser, Scene, scan

PRONOUNS = ("PRP", "PRP$")


def aligned(gold: Doc, other: Doc) -> dict[int, int]:
    """Map each token of one Doc to the token of another that begins at the same character, white space not counted."""
    starts = {offset: i for i, offset in _offsets(other)}
    return {i: starts[offset] for i, offset in _offsets(gold) if offset in starts}


def _offsets(doc: Doc) -> list[tuple[int, int]]:
    out, at = [], 0
    for token in doc:
        if not token.is_space:
            out.append((token.i, at))
            at += len(token)
    return out


def nearest(_: int, candidates: Sequence[Candidate]) -> int | None:
    """The candidate whose mention is nearest to the pronoun."""
    return max(candidates, key=lambda one: one.mention).card if candidates else None


def asked(document: Chained) -> list[Mention]:
    """The pronouns that count."""
    named = {one.chain for one in document.mentions if one.named}
    return [
        one
        for one in document.mentions
        if one.chain in named
        and one.end - one.start == 1
        and document.doc[one.head].tag_ in PRONOUNS
        and document.doc[one.head].dep_ != "expl"
        and third(document.doc[one.head].text)
    ]


def chain_of(scene: Scene, head: int, chains: dict[int, list[tuple[int, int]]], doc: Doc) -> int | None:
    """The chain that most mentions of a phrase's card belong to, pronouns left out."""
    number = scene.at.get(head)
    if number is None:
        return None
    card = scene.cards[number]
    votes = Counter[int]()
    for mention in card.mentions:
        if doc[mention].tag_ not in PRONOUNS and mention in chains:
            found = sorted(chains[mention])
            votes[found[-1 if card.members else 0][1]] += 1
    return votes.most_common(1)[0][0] if votes else None


def right(document: Chained, doc: Doc, choose: Chooser | None) -> list[tuple[Mention, bool, Scene, int | None]]:
    """Judge each pronoun that counts."""
    to = aligned(document.doc, doc)
    chains: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for mention in document.mentions:
        if mention.head in to:
            chains[to[mention.head]].append((mention.end - mention.start, mention.chain))
    scene = scan(doc, tree(doc), speakers(doc), choose)
    out = []
    for one in asked(document):
        head = to.get(one.head)
        found = chain_of(scene, head, chains, doc) if head is not None else None
        out.append((one, found == one.chain, scene, head))
    return out


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--data", type=Path, required=True, help="the folder that holds ud/gum-dev.conllu")
    options.add_argument("--file", default="ud/gum-dev.conllu", help="the CoNLL-U file in it")
    options.add_argument("--parse", action="store_true", help="parse the raw text with the built-in pipeline")
    options.add_argument("-v", "--verbose", action="store_true", help="list every pronoun that is wrong")
    given = options.parse_args()
    nlp = load(threads=1) if given.parse else spacy.blank("en")
    tallies: dict[str, list[int]] = {"ranking": [], "nearest": []}
    forms: defaultdict[str, list[int]] = defaultdict(list)
    for document in chained(given.data / given.file, nlp.vocab):
        doc = nlp(document.doc.text) if given.parse else document.doc
        for name, choose in (("ranking", None), ("nearest", nearest)):
            for mention, good, scene, head in right(document, doc, choose):
                tallies[name].append(good)
                if name == "ranking":
                    forms[third(document.doc[mention.head].text) or ""].append(good)
                    if given.verbose and not good:
                        sentence = document.doc[mention.head].sent
                        got = scene.cards[scene.at[head]] if head in scene.at else None
                        print(
                            f"{document.id}: {document.doc[mention.head]} got {got and (got.name or got.text)!r}: {sentence}"
                        )
    for name, values in tallies.items():
        print(f"{name:8} {sum(values) / len(values):.3f} of {len(values)}")
    for form, values in sorted(forms.items()):
        print(f"  {form:6} {sum(values) / len(values):.3f} of {len(values)}")


if __name__ == "__main__":
    main()
