"""Number: a verb in the singular goes with a noun in the singular, also where another noun stands nearer to it."""

from __future__ import annotations

from newsclaims.extract.arcs import PLURAL, PLURAL_FORMS, RELATIVE, SUBJECTS, Arcs
from newsclaims.extract.repairs import Repair

SINGULAR_FORMS = frozenset({"was", "is", "has", "'s", "’s"})
DEPTH = 5  # nouns, or clauses, above


def number_of_relative(arcs: Arcs, i: int) -> None:
    """What differs in number from the relative clause's subject goes on with the main clause: "lies on a line where two
    plates meet and *is* prone to earthquakes"."""
    relative, number = arcs.heads[i], verb_number(arcs, i)
    if arcs.labels[relative] != "acl:relcl" or number is None or arcs.has(i, *SUBJECTS, "expl"):
        return
    inner = arcs.subject(relative)
    if inner is None:
        return
    if arcs.words.tags[inner] in RELATIVE or arcs.words.forms[inner] == "that":
        inner = arcs.heads[relative]
    if noun_number(arcs, inner) in (number, None):
        return
    above = arcs.heads[relative]
    for _ in range(DEPTH):
        subject = arcs.subject(above)
        if subject is not None and subject < relative:
            if noun_number(arcs, subject) == number and above < i:
                arcs.move(i, above)
            return
        above = arcs.heads[above]


def number_of_antecedent(arcs: Arcs, i: int) -> None:
    """A relative clause goes with the noun whose number its verb has: "approval by the authorities, *which was granted*"."""
    relative = arcs.heads[i]
    noun, number = arcs.heads[relative], verb_number(arcs, relative)
    if arcs.labels[relative] != "acl:relcl" or number is None or i > relative or not noun < i:
        return
    if noun_number(arcs, noun) in (number, None) or (arcs.has(relative, "conj") and number == "plural"):
        return
    near = _before(arcs, i)
    if near != noun and arcs.under(near, noun) and noun_number(arcs, near) == number:
        arcs.move(relative, near)  # "exchanges with *China*, which regards …"
        return
    at = noun
    for _ in range(DEPTH):
        if arcs.bare[at] not in ("nmod", "appos"):
            return
        at = arcs.heads[at]
        if noun_number(arcs, at) == number:
            arcs.move(relative, at)
            return


def _before(arcs: Arcs, i: int) -> int:
    """The noun that stands right before token ``i`` or the comma before it, a name's first word for the whole name."""
    at = i - 1
    while at > 0 and arcs.words.void[at]:
        at -= 1
    while arcs.bare[at] == "flat" and arcs.heads[at] < at:
        at = arcs.heads[at]
    return at


def verb_number(arcs: Arcs, i: int) -> str | None:
    """Whether the clause of ``i`` is in the singular or the plural, if its form tells."""
    bearer = arcs.bearer(i)
    form, tag = arcs.words.forms[bearer], arcs.words.tags[bearer]
    if (tag == "VBZ" and form.endswith("s")) or form in SINGULAR_FORMS:
        return "singular"
    return "plural" if tag == "VBP" or form in PLURAL_FORMS else None


def noun_number(arcs: Arcs, i: int) -> str | None:
    """Whether a noun is in the singular or the plural; None for what may be either: names, and nouns that count others."""
    tag = arcs.words.tags[i]
    if arcs.has(i, "conj") or (i in arcs.words.people and tag != "NNS"):
        return "plural" if arcs.has(i, "conj") and not any(arcs.words.forms[k] == "or" for k in arcs.kids[i]) else None
    if tag in PLURAL:
        return None if tag == "NNPS" else "plural"
    if tag == "NNP":
        return "singular"
    counts = any(arcs.words.tags[k] in PLURAL and arcs.words.forms[arcs.start(k)] == "of" for k in arcs.kids[i])
    return "singular" if tag == "NN" and not counts else None


AGREEMENT_REPAIRS = (
    Repair(number_of_antecedent, frozenset({"nsubj"}), frozenset({"WDT", "that"})),
    Repair(number_of_relative, frozenset({"conj"})),
)
