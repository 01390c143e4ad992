"""Text to tokens: spaCy's English tokenizer, brought closer to the treebanks' words.

Training and running use this one tokenizer. Against the words of UD English it differs from spaCy's defaults where they
disagree most often: runs of one mark ("!!!", "-----") stay together, so do prefixed words ("e-mail", "non-lethal",
"re-election") and numbers joined by hyphens ("713-646-3393").
"""

from __future__ import annotations

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


def blank() -> Language:
    """Give an English pipeline without components, with the tokenizer that the built-in model was trained with.

    It is what ``spacy.blank("en")`` gives, but for the tokens: "!!!" and "e-mail" stay whole.
    """
    return English(create_tokenizer=tokenizer)


def tokenizer(nlp: Language) -> Tokenizer:
    """Give the tokenizer for a pipeline; ``tokenizer(nlp)(text).text`` is the text.

    Its rules are handed over in one go: each later change of a tokenizer reads its two thousand special cases again.
    """
    defaults = English.Defaults
    attached = tuple(row["prefix"] for row in rows("attached_prefixes"))
    special = {row["text"]: [{"ORTH": piece} for piece in row["pieces"].split(" ")] for row in rows("tokens")}
    return Tokenizer(
        nlp.vocab,
        rules={**defaults.tokenizer_exceptions, **special},
        prefix_search=compile_prefix_regex([*_RUNS, *(defaults.prefixes or [])]).search,
        suffix_search=compile_suffix_regex([*_RUNS, *(defaults.suffixes or [])]).search,
        infix_finditer=compile_infix_regex(_infixes(attached)).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
