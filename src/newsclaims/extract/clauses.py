"""From a tree to clauses: every predicate once, with subject, arguments and its place among the other clauses."""

from __future__ import annotations

from newsclaims.extract.arguments import arguments, nominal
from newsclaims.extract.chains import chain
from newsclaims.extract.clause import IN_ORDER, Argument, Clause, Kind
from newsclaims.extract.phrases import argument, is_infinitive, is_verb, kept
from newsclaims.extract.predicates import heads_clause, is_finite, is_imperative, is_question, kind_of
from newsclaims.extract.relatives import loose_antecedent, with_antecedent
from newsclaims.extract.tree import Tree
from newsclaims.extract.verbgroup import VerbGroup, negations, tense_of, verb_group, voice_of
from newsclaims.lexicon import column


def read(tree: Tree) -> tuple[Clause, ...]:
    """Make the clauses of a tree.

    Args:
        tree: the parsed text, UD labels.

    Returns:
        The clauses in the order of their heads. Conjuncts have the shared subject filled in, participles and relatives their
        controller or antecedent.
    """
    reader = _Reader(tree)
    for start, end in tree.sentences:
        roots = [i for i in range(start, end) if tree.heads[i] == i]
        for root in roots:
            reader.visit(root)
    shared = (_with_agent(clause, reader.done) for clause in reader.done.values())
    return tuple(sorted(shared, key=lambda c: (c.head, c.start)))


def _with_agent(clause: Clause, done: dict[int, Clause]) -> Clause:
    """Give a passive the agent of the passive right after it: "was drafted and signed *by the king*"."""
    if clause.voice != "passive" or any(a.head > clause.head for a in clause.arguments):
        return clause
    for other in done.values():
        if other.conjunct_of == clause.head and other.voice == "passive" and other.start <= clause.end + 1:
            return clause._replace(arguments=tuple(a for a in other.arguments if a.role == "agent"))
    return clause


def _aims() -> frozenset[str]:
    return column("infinitive_nouns", "lemma", "aim")


def _negative_words() -> frozenset[str]:
    return column("hedges", "word", "determiner")


OBJECTS_DO = frozenset({"of", "from", "for", "into", "as"})
"""What marks a gerund that the object does: "accused *the bank* of lying", "quoted *a nurse* as saying"."""
CORE = frozenset({"subject", "object", "predicate", "recipient"})


class _Reader:
    """The clauses read so far; a governing clause is always read before the clauses below it.

    ``near_denial`` are the words that deny a whole clause ("not", "no"), and the two words above each of them.
    """

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.done: dict[int, Clause] = {}
        self.owner: dict[int, int] = {}
        denying = [k for k, word in enumerate(tree.words) if word == "not" or word in _negative_words()]
        parents = {tree.heads[k] for k in denying}
        self.near_denial = {*denying, *parents, *(tree.heads[k] for k in parents)}

    def visit(self, root: int) -> None:
        """Read the clauses of one tree from its root down, without recursion: text may be hostile."""
        tree, stack = self.tree, [root]
        while stack:
            i = stack.pop()
            if tree.full[i] == "reparandum":
                continue
            if i in tree.clausal and i not in self.owner and heads_clause(tree, i):
                self._read(i)
            stack += [k for k in reversed(tree.kids[i]) if tree.kids[k] or k in tree.verbs]

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
        outer = self._outer_subjects(i)
        since = -1
        dropped: frozenset[int] = frozenset()
        if outer:
            copula = self._outer(i, outer[0], kind, parent)
            if copula is not None:
                since = self.done[copula].end
                parent, kind = copula, "content" if is_finite(tree, i, since) else "infinitive"
                dropped = frozenset(k for k in tree.kids[i] if k <= copula)
                if not is_verb(tree, i) and not any(k > copula for k in tree.children(i, "cop")):
                    return
        headline = self._headlines(i)
        kind = "main" if headline else kind
        group = verb_group(tree, nodes, since)
        first = self._first_conjunct(i) if since < 0 else None
        kind = self._shared_kind(i, first) if first is not None else kind
        voice = voice_of(tree, nodes, first.voice if first else None)
        copular = group.copula is not None
        found = list(arguments(tree, nodes, (group.start, group.end), voice, copular, dropped))
        expletive = not tree.having("expl").isdisjoint(nodes)
        existential = expletive and any(tree.tags[k] == "EX" for n in nodes for k in tree.children(n, "expl"))
        subject = self._subject(nodes, dropped)
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
            subject = self._controlled(i, kind, first, parent)
        extent = tree.trim(tree.left[i], tree.right[i] + 1)
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
                finite=is_finite(tree, i, since) or bool(first and first.finite),
                copular=copular,
                existential=existential,
                question=is_question(tree, i, extent[1]),
                imperative=is_imperative(tree, i, kind) if first is None else first.imperative and subject is None,
                parent=parent,
                conjunct_of=first.head if first else None,
                marker=self._marker(i),
                subject=subject,
                arguments=tuple(sorted(self._shared_object(i, nodes, found), key=IN_ORDER)),
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
        owner = self.owner.get(self.tree.heads[i])
        return None if owner is None else self.done[owner]

    def _shared_kind(self, i: int, first: Clause) -> Kind:
        """A conjunct is what its first conjunct is; but an infinitive beside a finite verb is one of purpose or content."""
        tree = self.tree
        alone = tree.tags[i] == "VB" and tree.child(i, "nsubj", "aux", "cop") is None
        if alone and first.kind != "infinitive" and len(first.verbs) == 1:
            plain = tree.tags[first.verbs[0]] in ("VBD", "VBZ") and not first.auxiliaries
            if plain or (is_infinitive(tree, i) and first.finite):
                return "infinitive"
        return first.kind

    def _subject(self, nodes: tuple[int, ...], dropped: frozenset[int]) -> Argument | None:
        """The subject as it stands: a noun phrase or a clause before the verb; an extraposed clause is a complement."""
        tree = self.tree
        for node in nodes:
            for k in tree.children(node, "nsubj", "csubj"):
                if k in dropped or k in nodes or (tree.labels[k] == "csubj" and k > node):
                    continue
                if tree.words[k] == "it" and self._extraposes(node, k):
                    return None
                return argument(tree, k, "subject", marker="")
        return None

    def _extraposes(self, node: int, subject: int) -> bool:
        """Whether "it" only stands for a clause after a predicate adjective or a passive: "it is clear that …"."""
        tree = self.tree
        if tree.child(node, "cop") is None or tree.pos[node] != "ADJ":
            return False
        return any(
            k > node and k != subject and tree.marker(k) == "that" for k in tree.children(node, "ccomp", "csubj", "advcl")
        )

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

    def _outer(self, i: int, subject: int, kind: Kind, parent: int | None) -> int | None:
        """Read the outer clause of a word that heads two ("the question *is* whether they have it"); gives its copula."""
        tree = self.tree
        copulas = [k for k in tree.children(i, "cop", "aux") if k > subject and tree.lemmas[k] == "be"]
        if not copulas:
            return None
        copula = copulas[0]
        helpers = tuple(k for k in tree.children(i, "aux") if subject < k < copula)
        negated = tuple(k for k in negations(tree, (i,)) if k <= copula + 1)
        tokens = sorted({copula, *helpers, *negated})
        limit = min((tree.left[k] for k in tree.children(i, "parataxis") if k > copula), default=tree.right[i] + 1)
        whole = [t for t in kept(tree, i) if tokens[-1] < t < limit]
        start, end = tree.trim(whole[0], whole[-1] + 1) if whole else (i, i + 1)
        group = VerbGroup(tokens[0], tokens[-1] + 1, helpers, negated, copula)
        extent = tree.trim(tree.left[i], tree.right[i] + 1)
        clause = Clause(
            head=copula,
            start=group.start,
            end=group.end,
            extent=extent,
            kind=kind,
            verbs=(copula,),
            lemma=tree.lemmas[copula],
            tense=tense_of(tree, (copula,), group._replace(auxiliaries=helpers or (copula,))),
            copular=True,
            question=is_question(tree, i, extent[1]),
            parent=parent,
            subject=argument(tree, subject, "subject", marker=""),
            arguments=(Argument("predicate", i, start, end),),
            auxiliaries=helpers,
            negations=negated,
        )
        self._add(clause, (copula,))
        return copula

    def _headlines(self, i: int) -> bool:
        """Whether an infinitive hung on the name or plural that heads its line is a headline: "Canada to send aid"."""
        tree, head = self.tree, self.tree.heads[i]
        if tree.labels[i] != "acl" or not is_infinitive(tree, i) or tree.labels[head] != "root" or is_verb(tree, head):
            return False
        return tree.tags[head] in ("NNP", "NNPS", "NNS") and tree.child(head, "cop", "nsubj", "det") is None

    def _outer_subjects(self, i: int) -> list[int]:
        """Subjects of a copula whose predicate is a clause: labelled so, or a noun of aim ("the goal is to win")."""
        tree = self.tree
        aims = is_verb(tree, i) and is_infinitive(tree, i)
        return [
            k
            for k in tree.kids[i]
            if tree.full[k] in ("nsubj:outer", "csubj:outer")
            or (aims and tree.labels[k] == "nsubj" and tree.lemmas[k] in _aims())
        ]

    def _marker(self, i: int) -> str:
        """The conjunction of a clause; "if" too where inversion stands for it ("were the court to agree")."""
        tree = self.tree
        marker = tree.marker(i, "mark")
        if marker.endswith(" whether"):  # "a ruling on whether …"
            return "whether"
        subject = tree.child(i, "nsubj")
        if tree.labels[i] != "advcl" or subject is None or marker not in ("", "to"):
            return marker
        fronted = [k for k in tree.children(i, "aux", "cop") if k < subject and tree.left[i] >= k - 1]
        return "if" if fronted and tree.lemmas[fronted[0]] in ("be", "have", "should") else marker

    def _controlled(self, i: int, kind: Kind, first: Clause | None, parent: int | None) -> Argument | None:
        """The subject that a clause without one shares with another clause."""
        tree = self.tree
        if first is not None:
            return first.subject
        if tree.labels[i] == "acl":
            if is_infinitive(tree, i) or (tree.marker(i) and not is_finite(tree, i)):  # "no way *of knowing*"
                return None
            return nominal(tree, tree.heads[i], "subject", tree.left[i])
        governor = self.done.get(parent) if parent is not None else None
        if governor is None or kind not in ("participial", "gerund", "infinitive"):
            return None
        if tree.labels[i] in ("xcomp", "ccomp") or (
            kind == "gerund" and tree.labels[i] == "advcl" and governor.voice == "active" and not self._apart(i)
        ):
            controller = next((a for a in governor.arguments if a.role in ("object", "recipient") and a.head < i), None)
            if controller is not None and (tree.labels[i] == "xcomp" or tree.marker(i) in OBJECTS_DO):
                return controller._replace(role="subject")
        return governor.subject

    def _apart(self, i: int) -> bool:
        """Whether something stands between a gerund and the object before: "discuss names, *aside* from saying …"."""
        tree, first = self.tree, self.tree.left[i]
        if tree.heads[i] not in self.owner:
            return True
        return tree.words[first] not in tree.marker(i).split()[:1] or (first > 0 and tree.is_void(first - 1))

    def _shared_object(self, i: int, nodes: tuple[int, ...], found: list[Argument]) -> list[Argument]:
        """Give the object of coordinated verbs to the second too: "condemned and rejected *the plan*"."""
        tree = self.tree
        if any(a.role in ("object", "recipient", "predicate", "complement", "oblique") for a in found):
            return found
        if tree.labels[i] == "conj":
            last, first = nodes[-1], tree.heads[i]
            late = [k for k in tree.children(first, "obj") if k > last]
            shared = [argument(tree, k, "object", marker="") for k in late]
            owner = self.done.get(self.owner.get(first, -1))
            if owner is not None and owner.controller is not None and tree.child(i, "nsubj") is None:
                shared += [a for a in owner.arguments if a.role == "object" and a.head == owner.controller]
            return [*found, *shared]
        return found
