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
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from newsclaims.lexicon import rows

REMEMBERED = 10_000  # stretches; each takes spaCy some 300 bytes
LONGEST = 30  # characters of a stretch that may come again

_DASH = "--|[-–—―]"
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

UNITS = ("g.", "m.", "t.")  # no initials: "lost £90m. Shares fell"

_SIGNED = [rf"(?<=[.!?…])[\"”](?={_DASH})", rf"(?<=[.!?…][\"”])(?:{_DASH})"]  # “We won.”—Ana Ruiz


def _infixes(prefixes: tuple[str, ...]) -> list[str]:
    """spaCy's English infix rules; the hyphen between letters is left alone after the given prefixes."""
    kept = "".join(rf"(?<!\b[{p[0].upper()}{p[0]}]{p[1:]})" for p in prefixes)
    rules = [
        rule.replace("(?:-|", f"(?:{kept}-|", 1) if "(?:-|" in rule else rule for rule in English.Defaults.infixes or []
    ]
    return [*_SIGNED, *rules]


def blank() -> Language:
    """Give an English pipeline without components, with the tokenizer that the built-in model was trained with.

    It is what ``spacy.blank("en")`` gives, but for the tokens: "!!!" and "e-mail" stay whole.
    """
    return English(create_tokenizer=tokenizer)


class Remembering(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer, which remembers how a stretch between white space was cut, made to remember all of them.

    On its own it stops at a text's first special case, "isn't" or "U.S.": what it meets later in that text is cut by its
    rules each time anew. So each stretch is shown to it alone first, once.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, max_cache_size=2 * REMEMBERED, **kwargs)
        self._shown: set[str] = set()

    def __call__(self, string: str) -> Doc:
        """Cut a text into tokens."""
        shown = self._shown
        for stretch in sorted(set(string.split()) - shown):
            if len(shown) < REMEMBERED and len(stretch) <= LONGEST:
                shown.add(stretch)
                super().__call__(stretch)
        doc: Doc = super().__call__(string)
        return doc


def tokenizer(nlp: Language) -> Tokenizer:
    """Give the tokenizer for a pipeline; ``tokenizer(nlp)(text).text`` is the text.

    Its rules are handed over in one go: each later change of a tokenizer reads its two thousand special cases again.
    """
    defaults = English.Defaults
    attached = tuple(row["prefix"] for row in rows("attached_prefixes"))
    special = {text: pieces for text, pieces in defaults.tokenizer_exceptions.items() if text not in UNITS}
    special.update((row["text"], [{"ORTH": piece} for piece in row["pieces"].split(" ")]) for row in rows("tokens"))
    return Remembering(
        nlp.vocab,
        rules=special,
        prefix_search=compile_prefix_regex([*_RUNS, *(defaults.prefixes or [])]).search,
        suffix_search=compile_suffix_regex([*_RUNS, *(defaults.suffixes or [])]).search,
        infix_finditer=compile_infix_regex(_infixes(attached)).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
