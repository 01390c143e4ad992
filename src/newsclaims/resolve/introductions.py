"""What the words around a name say of its bearer: titles before it, appositions, predicates.

"Defense Secretary Ana Ruiz", "Ana Ruiz, the secretary of defense", "Ana Ruiz is the secretary": Ruiz is a secretary.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsclaims.extract.tree import NEGATIONS, Tree
from newsclaims.resolve.cards import Role
from newsclaims.resolve.kinds import is_apposed
from newsclaims.resolve.phrases import Phrase
from newsclaims.resolve.vocabulary import Gender, noun, post_nominal_role, title

_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "advmod"})
_BODIES = frozenset({"ORG", "GPE", "LOC", "FAC"})
_CALLING = frozenset({"call", "name"})
_BEARING = frozenset({"identify", "name", "know", "introduce"})
_OPEN = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def titles(tree: Tree, phrase: Phrase) -> tuple[tuple[Role, ...], Gender | None]:
    """The roles and the gender that the words right before a name give, and the letters right behind it.

    Example: of "Turkish Foreign Minister Elif Demir" the role ("minister", {"turkish", "foreign"}); of "Mrs Demir" the
    gender f; of "Elif Demir MP" that she is a lawmaker.
    """
    if phrase.name is None:
        return (), None
    before, gender = _titles_before(tree, phrase, phrase.name[0])
    return (*before, *_letters(tree, phrase.name[1])), gender


def _letters(tree: Tree, end: int) -> tuple[Role, ...]:
    """The role that letters tell which stand behind a name that ends before ``end``: "Ana Ruiz *KC*", "Ana Ruiz, *MD*"."""
    at = end + 1 if tree.words[end : end + 1] == (",",) else end
    role = post_nominal_role(tree.words[at]) if at < len(tree.words) and tree.tags[at] in ("NNP", "NN") else ""
    return (Role(role),) if role else ()


def _titles_before(tree: Tree, phrase: Phrase, name: int) -> tuple[tuple[Role, ...], Gender | None]:
    before = [i for i in range(phrase.start, name) if not tree.is_void(i)]
    gender: Gender | None = None
    for i in before:
        known = title(tree.words[i])
        gender = (known.gender if known else None) or gender
    if not before:
        return (), gender
    last = before[-1]
    known = title(tree.words[last])
    if known and not known.role:
        return (), gender
    word = known.role if known else tree.lemmas[last]
    if tree.pos[last] not in ("NOUN", "PROPN") and not known:
        return (), gender
    entry = noun(word)
    body = phrase.type == "ORG" and last == name - 1 and is_apposed(tree, name)  # "carmaker Velox"
    if entry is None or (entry.type != "PERSON" and not body):
        return (), gender
    rest = frozenset(tree.lemmas[i] for i in before[:-1] if tree.pos[i] in ("NOUN", "PROPN", "ADJ"))
    return (Role(word, rest),), gender or entry.gender


def modifiers(tree: Tree, head: int) -> frozenset[str]:
    """The words that narrow a noun down, before it and in an of-phrase after it; possessive pronouns are none."""
    found: set[str] = set()
    for k in tree.kids[head]:
        if tree.labels[k] in _MODIFIERS and tree.tags[k] != "PRP$":
            inside = range(tree.left[k], tree.right[k] + 1) if tree.kids[k] else (k,)
            found.update([tree.lemmas[i] for i in inside if tree.pos[i] in _OPEN])
    return frozenset(found)


def pairs(tree: Tree, found: Mapping[int, Phrase]) -> Iterator[tuple[int, int]]:
    """Nouns that stand beside a name of the same referent: ``(name, noun)``, by their heads.

    Appositions either way ("the mayor, Ana Ruiz", "Ana Ruiz, the mayor", "his wife Ana Ruiz"), predicates ("Ana Ruiz is the
    mayor"), and names that a classifying noun follows ("the Hamas movement").
    """
    for one in found.values():
        i = one.head
        while tree.labels[i] == "flat" and one.start <= tree.heads[i] < one.end:  # "Cllr *Webb*", on its title
            i = tree.heads[i]
        head = tree.heads[i]
        other = found.get(head)
        if tree.labels[i] == "appos" and other is not None:
            if one.form == "name" and other.form == "noun" and (fits(tree, one, other) or _owns(tree, one, other)):
                yield one.head, other.head
                upper = found.get(tree.heads[head])
                if tree.labels[head] == "appos" and upper and upper.form == "noun" and fits(tree, one, upper):
                    yield one.head, upper.head  # "her father, the pianist Arne Lund"
            elif one.form == "noun" and other.form == "name" and fits(tree, other, one):
                yield other.head, one.head
        if one.form == "name" and one.type == "PERSON":
            yield from _double(tree, one, found)
            yield from _listed(tree, one, found)
            yield from _given(tree, one, found)
        if one.name and one.type == "ORG" and is_apposed(tree, one.name[0]):
            at = one.name[0] - 1
            hung = tree.heads[at] == one.head or (tree.heads[at], tree.labels[at]) == (head, tree.labels[i])
            if hung and at in found and found[at].form == "noun":
                yield one.head, at  # "the airline *Flynord* cancelled …", as its title or as if a clause had two subjects
        if one.form == "noun":
            yield from _beside(tree, one, found)
        if one.form == "noun" and other is not None and _is_second_role(tree, one, other):
            yield other.head, one.head


def _is_second_role(tree: Tree, one: Phrase, name: Phrase) -> bool:
    """Whether a noun is one more thing that somebody is: "Brunner, a developer and *spokeswoman*", hung on the name."""
    if tree.labels[one.head] != "conj" or name.form != "name" or name.type != "PERSON" or one.plural:
        return False
    if any(tree.tags[k] in ("DT", "PRP$", "CD") for k in tree.kids[one.head]):
        return False
    entry = noun(tree.lemmas[one.head])
    return entry is not None and entry.type == "PERSON" and tree.child(name.head, "appos") is not None


def _beside(tree: Tree, one: Phrase, found: Mapping[int, Phrase]) -> Iterator[tuple[int, int]]:
    for k in tree.kids[one.head]:
        other = found.get(k)
        if other is None or other.form != "name":
            continue
        entry = noun(tree.lemmas[one.head])
        if tree.labels[k] == "compound" and entry and entry.classifier and other.type in (None, *_BODIES):
            if entry.type == (other.type or entry.type) and not one.plural:
                yield k, one.head
        elif tree.labels[k] == "nsubj" and _affirms(tree, one.head) and fits(tree, other, one):
            yield k, one.head


def _double(tree: Tree, one: Phrase, found: Mapping[int, Phrase]) -> Iterator[tuple[int, int]]:
    """A name after a comma that the parser gave the place of the noun before the comma, as if a clause had two subjects."""
    at = one.start - 1
    if at < 1 or tree.words[at] != ",":
        return
    for head in range(at - 1, max(-1, at - 12), -1):
        other = found.get(head)
        if other is None or tree.heads[head] != tree.heads[one.head] or tree.labels[head] != tree.labels[one.head]:
            continue
        entry = noun(tree.lemmas[head])
        if other.form == "noun" and entry and entry.type == "PERSON" and tree.right[head] <= at and not other.plural:
            yield one.head, head
        return


def _given(tree: Tree, one: Phrase, found: Mapping[int, Phrase]) -> Iterator[tuple[int, int]]:
    """A name that somebody is said to bear: "a colonel who gave his name as *Ana Ruiz*", "a nurse named *Eva Roe*"."""
    verb, before = tree.heads[one.head], one.start - 1
    other = found.get(tree.heads[verb])
    if tree.labels[verb] != "acl" or other is None or other.form != "noun" or before < verb:
        return
    called = before == verb and tree.lemmas[verb] in _CALLING
    given = tree.lemmas[verb] == "give" and any(tree.words[k] == "name" for k in tree.kids[verb])
    borne = tree.words[before] == "as" and (given or tree.lemmas[verb] in _BEARING)
    if (called or borne) and fits(tree, one, other):
        yield one.head, other.head


def _listed(tree: Tree, one: Phrase, found: Mapping[int, Phrase]) -> Iterator[tuple[int, int]]:
    """A name between commas that the parser took for one more of a list: "the captain of the Mary, *Ana Ruiz*, denied"."""
    at, last = one.start - 1, one.end
    if tree.labels[one.head] != "conj" or at < 1 or tree.words[at] != "," or tree.words[last : last + 1] != (",",):
        return
    first = tree.heads[one.head]
    fellows = [first, *tree.children(first, "conj")]
    if len(fellows) > 2 or any(tree.child(k, "cc") is not None for k in fellows):
        return
    while tree.labels[first] in ("nmod", "flat", "compound") and tree.heads[first] < first:
        first = tree.heads[first]
    other, entry = found.get(first), noun(tree.lemmas[first])
    if other and other.form == "noun" and not other.plural and entry and entry.type == "PERSON":
        yield one.head, first


def _owns(tree: Tree, name: Phrase, described: Phrase) -> bool:
    """Whether a body is what people are mostly: "its largest *owner*, the Hitra Foundation", "a *rival*, Velox plc"."""
    if name.type != "ORG" or described.plural or described.end != name.start - 1 - (tree.tags[name.start - 1] == "DT"):
        return False
    entry = noun(tree.lemmas[described.head])
    return entry is not None and entry.type == "PERSON" and tree.child(described.head, "case") is None


def _affirms(tree: Tree, head: int) -> bool:
    """Whether a noun is a predicate that says who somebody is: no negated one, nor a phrase such as "in breach of it"."""
    return (
        tree.child(head, "cop") is not None
        and tree.child(head, "case") is None
        and not any(tree.words[k] in NEGATIONS for k in tree.kids[head])
    )


def fits(tree: Tree, name: Phrase, described: Phrase) -> bool:
    """Whether a noun may say what the bearer of a name is: number and kind agree."""
    if described.plural and tree.child(name.head, "conj") is None and name.type != "NORP":
        return False
    entry = noun(tree.lemmas[described.head])
    if entry is None:
        return name.type != "PERSON" or name.type is None
    if name.type is None:
        return True
    return (entry.type == "PERSON") == (name.type == "PERSON")
