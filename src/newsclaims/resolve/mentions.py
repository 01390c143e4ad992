"""Who is meant: entity type and canonical name of every mention in an article.

    names = who(doc, found.attributions)
    names(doc, head, start, end)        # Named(type="PERSON", entity="Ana Ruiz") for "she", "Ruiz", "the minister" …

`who` reads the whole article once, and gives a function that is asked for single mentions; so it need not be told which
phrases became actors, targets and sources. A compound's entity names all members, each as it is named ("Ana Ruiz and Kofi
Mensah"). What cannot be resolved keeps its own text.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsclaims.extract.candidate import Attribution
from newsclaims.extract.reader import tree as tree_of
from newsclaims.resolve.names import Named, Names
from newsclaims.resolve.naming import Name, comparable, fullest, same_person
from newsclaims.resolve.phrases import Phrase, phrases
from newsclaims.resolve.spans import place


def who(doc: Doc, attributions: Sequence[Attribution] = ()) -> Names:
    """Find out who is meant by the mentions of an article.

    Args:
        doc: the parsed article with its entities.
        attributions: who says what; "we" and "I" in what is said stand for the one who says it.

    Returns:
        A function that gives type and canonical name of a mention from its head and its stretch of tokens.
    """
    tree = tree_of(doc)
    found = {one.head: one for one in phrases(doc, tree)}
    names = {head: _name(doc, one) for head, one in found.items() if one.name}
    people = [name for name in names.values() if name.type == "PERSON"]

    def named(doc: Doc, head: int, start: int, end: int) -> Named:
        if doc[head].lower_ in ("i", "me", "my", "myself"):
            said = next((one for one in attributions if any(a <= head < b for a, b in one.contents) and one.source), None)
            if said and said.source and not said.source.start <= head < said.source.end:
                return named(doc, said.source.head, said.source.start, said.source.end)
        kind = doc[head].ent_type_ or None
        own = names.get(head)
        if own and own.type == "PERSON":
            return Named(kind, fullest([own, *(one for one in people if same_person(own.words, one.words))]).text)
        return Named(kind, place(doc, start, end)["text"])

    return named


def _name(doc: Doc, phrase: Phrase) -> Name:
    start, end = phrase.name or (phrase.start, phrase.end)
    text = " ".join(place(doc, start, end)["text"].split())
    return Name(text, comparable(text), phrase.type)
