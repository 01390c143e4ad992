"""The spaCy factory "claims": the only module that writes claims to a Doc.

    nlp = spacy.load("en_core_web_trf")
    nlp.add_pipe("claims")
    doc = nlp("The court fined the company on Friday.")
    doc._.claims[0]["action"]["text"]        # "fined"

A Doc carries plain dicts in ``doc.user_data``, so that ``nlp.pipe(texts, n_process=2)`` and ``doc.to_bytes()`` work.
"""

# No "from __future__ import annotations" here: up to spaCy 3.8.11 a factory's types must be classes, not their names.

import datetime as dt
import warnings
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from newsclaims.flow import claims
from newsclaims.read.article import Article
from newsclaims.read.published import published as published_in

KEY = "newsclaims"


def claims_of(doc: Doc) -> list[dict[str, Any]]:
    """The claims found in a Doc, each as `claims extract` prints it; behind ``doc._.claims``."""
    found: list[dict[str, Any]] = doc.user_data.get(KEY, {}).get("claims", [])
    return found


class Claims:
    """The component: finds a Doc's claims and leaves them in it.

    ``published`` is the day that relative dates are worked out from, for all Docs that do not say their own by
    ``doc._.published = "2025-01-09"``; without either, the one that the text itself tells.
    """

    def __init__(self, name: str = "claims", published: str | None = None) -> None:
        self.name = name
        self.published = published

    def __call__(self, doc: Doc) -> Doc:
        """Write the claims to the Doc; should that fail, ``user_data`` holds the error and a warning is given."""
        stated = doc._.published or self.published
        try:
            date = dt.date.fromisoformat(stated) if stated else None
            article = Article(doc.text, published=date or published_in(doc.text))
            doc.user_data[KEY] = {
                "claims": [claim.model_dump(mode="json", exclude={"why"}) for claim in claims(doc, article)],
                "error": None,
            }
        except Exception as error:  # spaCy would drop the article, and the rest of its batch, without a word
            message = f"{type(error).__name__}: {error}"
            doc.user_data[KEY] = {"claims": [], "error": message}
            warnings.warn(f"no claims from the article that begins {doc.text[:40]!r}: {message}", stacklevel=2)
        return doc


@Language.factory(
    "claims",
    default_config={"published": None},
    assigns=["doc._.claims"],
    requires=["token.dep", "token.head", "token.lemma", "token.tag", "doc.sents"],
)
def create(nlp: Language, name: str, published: str | None) -> Claims:  # noqa: ARG001  spaCy calls it so
    """Make the component; ``nlp.add_pipe("claims", config={"published": "2025-01-09"})``."""
    return Claims(name, published)


Doc.set_extension("claims", getter=claims_of, force=True)
Doc.set_extension("published", default=None, force=True)
