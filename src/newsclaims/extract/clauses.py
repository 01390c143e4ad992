"""From a tree to clauses: every predicate once, with subject, arguments and its place among the other clauses."""

from __future__ import annotations

from collections import defaultdict
from itertools import compress, count
from operator import eq

from newsclaims.extract.arguments import arguments, nominal
from newsclaims.extract.chains import chain
from newsclaims.extract.clause import IN_ORDER, Argument, Clause
from newsclaims.extract.outer import outer_clause, outer_subjects
from newsclaims.extract.phrases import is_infinitive, is_verb
from newsclaims.extract.predicates import heads_clause, is_finite, is_imperative, is_question, kind_of
from newsclaims.extract.relatives import antecedent_of_said, loose_antecedent, with_antecedent
from newsclaims.extract.shared import shared_kind, shared_object, with_agent
from newsclaims.extract.subjects import before_its_verb, controlled, own_subject
from newsclaims.extract.tree import Tree
from newsclaims.extract.verbgroup import tense_of, verb_group, voice_of
from newsclaims.lexicon import column
from newsclaims.parse.places import positions

CORE = frozenset({"subject", "object", "predicate", "recipient"})


def read(tree: Tree) -> tuple[Clause, ...]:
    """Make the clauses of a tree.

    Args:
        tree: the parsed text, UD labels.

    Returns:
        The clauses in the order of their heads. Conjuncts have the shared subject filled in, participles and relatives their
        controller or antecedent.
    """
    reader = _Reader(tree)
    for root in compress(count(), map(eq, tree.heads, count())):
        reader.visit(root)
    conjuncts: defaultdict[int, list[Clause]] = defaultdict(list)
    for clause in reader.done.values():
        if clause.conjunct_of is not None:
            conjuncts[clause.conjunct_of].append(clause)
    return tuple([with_agent(reader.done[head], conjuncts.get(head, ())) for head in sorted(reader.done)])


class _Reader:
    """The clauses read so far; a governing clause is always read before the clauses below it.

    ``near_denial`` are the words that deny a whole clause ("not", "no"), and the two words above each of them.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.done: dict[int, Clause] = {}
        self.owner: dict[int, int] = {}
        negative = {"not", *_negative_words()}
        denying = positions(negative, tree.words)
        parents = {tree.heads[k] for k in denying}
        self.near_denial = {*denying, *parents, *(tree.heads[k] for k in parents)}

    def visit(self, root: int) -> None:
        """Read the clauses of one tree from its root down, without recursion: text may be hostile."""
        tree, kids, verbs, stack = self.tree, self.tree.kids, self.tree.verbs, [root]
        while stack:
            i = stack.pop()
            if tree.full[i] == "reparandum":
                continue
            if i in tree.clausal and i not in self.owner and heads_clause(tree, i):
                self._read(i)
            stack += [k for k in kids[i][::-1] if kids[k] or k in verbs]

    def _governor(self, i: int) -> int | None:
        """The head of the clause that ``i`` depends on."""
        tree, at = self.tree, i
        while tree.heads[at] != at:
            at = tree.heads[at]
            if at in self.owner:
                return self.owner[at]
        return None

    def _read(self, i: int) -> None:
        tree = self.tree
        nodes = chain(tree, i)
        last = nodes[-1]
        parent = self._governor(i)
        kind = kind_of(tree, i)
        outer = outer_subjects(tree, i)
        since = -1
        dropped: frozenset[int] = frozenset()
        if outer:
            around = outer_clause(tree, i, outer[0], kind, parent)
            if around is not None:
                copula, since = around.head, around.end
                self._add(around, (copula,))
                parent, kind = copula, "content" if is_finite(tree, i, since) else "infinitive"
                dropped = frozenset(k for k in tree.kids[i] if k <= copula)
                if not is_verb(tree, i) and not any(k > copula for k in tree.children(i, "cop")):
                    return
        headline = _heads_headline(tree, i)
        kind = "main" if headline else kind
        group = verb_group(tree, nodes, since)
        beside = self._first_conjunct(i)
        first = beside if since < 0 else None
        kind = shared_kind(tree, i, first) if first is not None else kind
        voice = voice_of(tree, nodes, first.voice if first else None)
        copular = group.copula is not None
        found = list(arguments(tree, nodes, (group.start, group.end), voice, copular, dropped))
        expletive = not tree.having("expl").isdisjoint(nodes)
        existential = expletive and any(tree.tags[k] == "EX" for n in nodes for k in tree.children(n, "expl"))
        subject = before_its_verb(tree, own_subject(tree, nodes, dropped), group.start)
        if existential and subject is not None:
            found.append(subject._replace(role="predicate"))
            subject = None
        controller = tree.heads[i] if tree.full[i] in ("acl:relcl", "advcl:relcl") else None
        inherited = subject is None and not expletive
        if controller is not None:
            subject, found = with_antecedent(tree, nodes, controller, subject, found, voice)
        if controller is None and subject is not None and tree.tags[subject.head] in ("WDT", "WP"):
            subject = loose_antecedent(tree, i, subject)
        if headline:
            subject = nominal(tree, tree.heads[i], "subject", tree.left[i])
        elif inherited and subject is None:
            governor = self.done.get(parent) if parent is not None else None
            gap = antecedent_of_said(tree, i) if kind == "content" and is_finite(tree, i) else None
            owner = tree.heads[i] in self.owner
            subject = gap or (first.subject if first else controlled(tree, i, kind, governor, owner))
        extent = tree.trim(tree.left[i], tree.right[i] + 1)
        finite = is_finite(tree, i, since)
        self._add(
            Clause(
                head=last,
                start=group.start,
                end=group.end,
                extent=extent,
                kind=kind,
                verbs=nodes if group.copula is None else (*nodes[:-1], group.copula),
                lemma=tree.lemmas[group.copula if group.copula is not None else last],
                voice=voice,
                tense=tense_of(tree, nodes, group) or (first.tense if first and not group.auxiliaries else None),
                finite=finite or bool(first and first.finite),
                copular=copular,
                existential=existential,
                question=is_question(tree, i, extent[1]),
                imperative=is_imperative(tree, i, kind) if first is None else first.imperative and subject is None,
                parent=parent,
                conjunct_of=first.head if first else None,
                marker=_marker(tree, i),
                subject=subject,
                arguments=tuple(sorted(shared_object(tree, i, nodes, found, beside), key=IN_ORDER)),
                auxiliaries=group.auxiliaries,
                negations=tuple(sorted({*group.negations, *self._negative(subject, found)})),
                controller=controller,
            ),
            nodes,
        )

    def _add(self, clause: Clause, nodes: tuple[int, ...]) -> None:
        self.done[clause.head] = clause
        for node in nodes:
            self.owner[node] = clause.head

    def _first_conjunct(self, i: int) -> Clause | None:
        """The clause that ``i`` is coordinated with."""
        if self.tree.labels[i] != "conj":
            return None
        return self.done.get(self.owner.get(self.tree.heads[i], -1))

    def _negative(self, subject: Argument | None, found: list[Argument]) -> list[int]:
        """Words inside subject, object or predicate that negate the whole clause: "*no* decision was made"."""
        tree, out = self.tree, list[int]()
        for a in (subject, *found):
            if a is None or a.head not in self.near_denial or a.role not in CORE:
                continue
            words = tree.children(a.head, "det", "cc") + ([a.head] if a.role != "predicate" else [])
            out += [k for k in words if tree.words[k] in _negative_words()]
            if a.role == "subject":
                near = (a.head, *tree.children(a.head, "det", "amod", "nummod"))
                out += [k for n in near for k in tree.children(n, "advmod") if tree.words[k] == "not" and k < a.head]
        return out


def _heads_headline(tree: Tree, i: int) -> bool:
    """Whether an infinitive hung on the name or plural that heads its line is a headline: "Canada to send aid"."""
    head = tree.heads[i]
    if tree.labels[i] != "acl" or not is_infinitive(tree, i) or tree.labels[head] != "root" or is_verb(tree, head):
        return False
    return tree.tags[head] in ("NNP", "NNPS", "NNS") and tree.child(head, "cop", "nsubj", "det") is None


def _marker(tree: Tree, i: int) -> str:
    """The conjunction of a clause; "if" too where inversion stands for it ("were the court to agree")."""
    marker = tree.marker(i, "mark") if i in tree.having("mark") else ""
    if marker.endswith(" whether"):  # "a ruling on whether …"
        return "whether"
    subject = tree.child(i, "nsubj") if tree.labels[i] == "advcl" and marker in ("", "to") else None
    if subject is None:
        return marker
    fronted = [k for k in tree.children(i, "aux", "cop") if k < subject and tree.left[i] >= k - 1]
    return "if" if fronted and tree.lemmas[fronted[0]] in ("be", "have", "should") else marker


def _negative_words() -> frozenset[str]:
    return column("hedges", "word", kind="determiner")
