"""Lemmas as edit scripts: what to do to a word to get its dictionary form.

The idea is Chrupała's (2006), in the form that UDPipe uses: the label that the model predicts is a recipe, not a word, so
that one label serves a whole paradigm ("-3+y" turns "flies" into "fly"; so does it "denies" into "deny").
"""

from __future__ import annotations


def script(form: str, lemma: str) -> str:
    """Give the edit script that turns a form into its lemma.

    A script is a letter for case (``l``: lower-case first, ``k``: keep), then either ``!lemma`` for an irregular word or
    ``N+suffix``: cut N characters off the end and add the suffix.

    Example: ``script("denied", "deny")`` is ``"l3+y"``; ``script("Merkel", "Merkel")`` is ``"k0+"``.
    """
    case = "l" if lemma == lemma.lower() else "k"
    base = form.lower() if case == "l" else form
    shared = 0
    for a, b in zip(base, lemma, strict=False):
        if a != b:
            break
        shared += 1
    if not shared and base != lemma:
        return f"{case}!{lemma}"
    return f"{case}{len(base) - shared}+{lemma[shared:]}"


def apply(recipe: str, form: str) -> str:
    """Give the lemma that an edit script makes of a form; the form itself where the script does not fit.

    Example: ``apply("l3+y", "Denied")`` is ``"deny"``.
    """
    base = form.lower() if recipe[0] == "l" else form
    if recipe[1] == "!":
        return recipe[2:]
    cut, _, suffix = recipe[1:].partition("+")
    n = int(cut)
    return base[: len(base) - n] + suffix if n < len(base) or suffix else base
