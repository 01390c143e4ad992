"""Text to tokens: spaCy's English tokenizer, brought closer to the treebanks' words.

Training and running use this one tokenizer. Against the words of UD English it differs from spaCy's defaults where they
disagree most often: runs of one mark ("!!!", "-----") stay together, so do prefixed words ("e-mail", "non-lethal",
"re-election") and numbers joined by hyphens ("713-646-3393").
"""

from __future__ import annotations

from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from newsclaims.lexicon import rows

_RUNS = [
    r"!+[!?]+",
    r"\?+[!?]+",
    r"={2,}",
    r"\*{2,}",
    r"_{2,}",
    r"<{2,}",
    r">{2,}",
    r"\${2,}",
    r"~{2,}",
    r"\+{2,}",
    r"#{2,}",
]


def _infixes(prefixes: tuple[str, ...]) -> list[str]:
    """spaCy's English infix rules; the hyphen between letters is left alone after the given prefixes."""
    kept = "".join(rf"(?<!\b[{p[0].upper()}{p[0]}]{p[1:]})" for p in prefixes)
    return [rule.replace("(?:-|", f"(?:{kept}-|", 1) if "(?:-|" in rule else rule for rule in English.Defaults.infixes or []]


def retokenized(nlp: Language) -> Language:
    """Give the pipeline the tokenizer that the built-in model was trained with.

    Args:
        nlp: an English pipeline whose ``tokenizer`` is spaCy's own.

    Returns:
        The same pipeline; its tokenizer now keeps "!!!" and "e-mail" whole. ``doc.text`` still gives the text back.
    """
    given: Any = nlp.tokenizer
    defaults = English.Defaults
    attached = tuple(row["prefix"] for row in rows("attached_prefixes"))
    special = {row["text"]: [{"ORTH": piece} for piece in row["pieces"].split(" ")] for row in rows("tokens")}
    # made anew in one go: each change of a tokenizer's rules reads its two thousand special cases again
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules={**given.rules, **special},
        prefix_search=compile_prefix_regex([*_RUNS, *(defaults.prefixes or [])]).search,
        suffix_search=compile_suffix_regex([*_RUNS, *(defaults.suffixes or [])]).search,
        infix_finditer=compile_infix_regex(_infixes(attached)).finditer,
        token_match=given.token_match,
        url_match=given.url_match,
    )
    return nlp
