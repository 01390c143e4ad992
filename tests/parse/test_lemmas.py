"""Edit scripts: one recipe serves a paradigm, and whatever is written as a recipe is read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.parse.lemmas import apply, script

WORDS = st.text(alphabet=st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x17F), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("form", "lemma", "recipe"),
    [
        ("denied", "deny", "l3+y"),
        ("Flies", "fly", "l3+y"),
        ("Merkel", "Merkel", "k0+"),
        ("was", "be", "l!be"),
        ("Sanctions", "sanction", "l1+"),
    ],
)
def test_known_words(form: str, lemma: str, recipe: str) -> None:
    assert script(form, lemma) == recipe
    assert apply(recipe, form) == lemma


@settings(deadline=None)
@given(WORDS, WORDS)
def test_a_script_gives_its_lemma_back(form: str, lemma: str) -> None:
    # letters whose lower case is longer than they are cannot be cut by counting
    if len(form.lower()) == len(form):
        assert apply(script(form, lemma), form) == lemma


@settings(deadline=None)
@given(WORDS)
def test_a_script_that_does_not_fit_still_gives_a_word(form: str) -> None:
    assert apply("l9+y", form)
    assert apply("l9+", form)
