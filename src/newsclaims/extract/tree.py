"""A dependency tree in Universal Dependencies terms: what the rules of this room look at instead of a Doc.

Reading a Doc token by token is slow and ties a rule to one scheme; a `Tree` holds each property of all tokens as one tuple,
under UD labels whatever the Doc bore. `extract.ud` and `extract.clearnlp` make them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nt", "neither", "nor"})
VOID = frozenset({"PUNCT", "SPACE"})
INTRODUCING = ("case", "mark")
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)  # its fields are read three times as fast as a tuple's
class Tree:
    """Tokens with their heads and labels; a root is its own head and has the label ``root``.

    ``labels`` are without subtype ("nsubj"), ``full`` with it ("nsubj:pass"). ``left`` and ``right`` are the first and the
    last token of each token's subtree, punctuation and white space left out. ``capitals`` are the words in capitals in a
    sentence that is not: "IS", "US"; ``verbs`` the verb forms, told by Penn tag, by part of speech where
    there is none, or by a passive auxiliary; ``infinitives`` the words that "to" introduces; ``clausal`` the verbs, and what
    has a copula or a subject. ``above`` has, for some labels (`growing.TOLD_BELOW`, with and without subtype), the tokens
    with a dependent that bears it. ``denied`` are the tokens that have a word that negates below them, or one below that.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]
    full: tuple[str, ...]
    kids: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    capitals: frozenset[int] = frozenset()
    verbs: frozenset[int] = frozenset()
    infinitives: frozenset[int] = frozenset()
    clausal: frozenset[int] = frozenset()
    above: Mapping[str, frozenset[int]] = field(default_factory=dict)
    denied: frozenset[int] = frozenset()

    def having(self, label: str) -> frozenset[int]:
        """The tokens with a dependent that bears this label, one of `growing.TOLD_BELOW`: of "cop" all with a copula."""
        return self.above.get(label, _NONE)

    def children(self, i: int, *labels: str) -> list[int]:
        """The dependents of token ``i`` that bear one of these labels (without subtype), in text order."""
        kids = self.kids[i]
        return [k for k in kids if self.labels[k] in labels] if kids else []

    def child(self, i: int, *labels: str) -> int | None:
        """The first dependent of token ``i`` that bears one of these labels."""
        for k in self.kids[i]:
            if self.labels[k] in labels:
                return k
        return None

    def marker(self, i: int, *labels: str) -> str:
        """The words that introduce token ``i``'s phrase or clause: "with", "according to", "because of"; "" for none.

        Example: "for" at *Kenya* in "aid for Kenya", "after" at *left* in "after he left".
        """
        wanted, parts = labels or INTRODUCING, list[int]()
        for k in self.kids[i]:
            if k > i:
                break
            if self.labels[k] in wanted and self.tags[k] != "POS":
                parts.append(k)
                if self.kids[k]:
                    parts += self.children(k, "fixed")
        if len(parts) < 2:
            return self.words[parts[0]] if parts else ""
        parts.sort()
        run = [k for n, k in enumerate(parts) if k == parts[0] + n]
        if len(run) > 1 and self.labels[run[0]] == "mark" and self.words[run[0]] == "that":
            run = run[:1]
        return " ".join(self.words[k] for k in run)

    def subtree(self, i: int) -> set[int]:
        """Token ``i`` and all that depends on it, at any depth."""
        seen, stack = {i}, [i]
        while stack:
            for k in self.kids[stack.pop()]:
                if k not in seen:
                    seen.add(k)
                    stack.append(k)
        return seen

    def is_void(self, i: int) -> bool:
        """Whether token ``i`` is punctuation or white space, and so can neither begin nor end a phrase."""
        return self.pos[i] in VOID

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """Take punctuation and white space off both ends, keeping a mark whose partner stands inside."""
        while start < end and self.pos[start] in VOID and not self._paired(start, end, forward=True):
            start += 1
        while start < end and self.pos[end - 1] in VOID and not self._paired(start, end, forward=False):
            end -= 1
        return start, end

    def balance(self, start: int, end: int) -> tuple[int, int]:
        """Take in a mark right outside the stretch whose partner stands alone inside: “enormous respect” for it."""
        before = self.words[start - 1] if start > 0 else ""
        behind = self.words[end] if end < len(self.words) else ""
        if before not in _CLOSES and behind not in _OPENS:
            return start, end
        inside = self.words[start:end]
        closer = _CLOSES.get(before, "")
        count = inside.count(closer)
        if count % 2 == 1 and count > (0 if before == closer else inside.count(before)):
            start -= 1
        if opener := _OPENS.get(behind, ""):
            closer = behind
            if inside.count(opener) % 2 == 1 if closer == opener else inside.count(opener) > inside.count(closer):
                end += 1
        return start, end

    def _paired(self, start: int, end: int, forward: bool) -> bool:
        """Whether the mark at one edge of the stretch has its partner strictly inside (at the other edge both go)."""
        mark = self.words[start] if forward else self.words[end - 1]
        partner = (_CLOSES if forward else _OPENS).get(mark)
        if partner is None:
            return False
        inside = range(start + 1, end - 1)
        count = sum(1 for i in inside if self.words[i] in partner)
        return count % 2 == 1 if mark in partner else count > 0


def is_no_longer(tree: Tree, k: int) -> bool:
    """Whether token ``k`` is the "longer" of "no longer", which negates; "no better" and "no more than" do not."""
    return tree.words[k] == "longer" and k > 0 and tree.words[k - 1] == "no"


_OPENS = {")": "(", "]": "[", "”": "“", '"': '"', "''": "``", "’": "‘"}
_CLOSES = {"(": ")", "[": "]", "“": "”", '"': '"', "``": "''", "‘": "’"}
