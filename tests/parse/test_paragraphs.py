"""A dateline is parted from the sentence that it stands before."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsclaims.parse.paragraphs import opens_paragraph
from newsclaims.parse.tokens import blank


@pytest.fixture(scope="module")
def nlp() -> Language:

    return blank()


def begins(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [doc[i].text for i, flag in enumerate(opens_paragraph(doc)) if flag]


@pytest.mark.parametrize(
    "dateline",
    [
        "NUUK — ",
        "NEW YORK, Jan. 9 (Polar Press) — ",
        "CEBU CITY, Philippines, March 14, 2025 (Northern Wire) -- ",
        "ULAN-UDE (Steppe Inform) - ",
        "ST. JOHN'S, May 2 – ",
        "Tirana, 3 March (Adria News) – ",
    ],
)
def test_what_follows_a_dateline_begins_anew(nlp: Language, dateline: str) -> None:
    assert begins(nlp, f"{dateline}Fishermen blocked the port.") == ["Fishermen"]
    assert begins(nlp, f"Port blocked\n{dateline}Fishermen blocked the port.")[1:] == ["Fishermen"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry - which runs the port - is bankrupt.",
        "NATO leaders met on Monday - the second time this year.",
        "Fishermen (Nuuk) blocked the port.",
        "PORT STRIKE IN NUUK ENDS",
        "Halima Warsame, president since 2019, resigned - and left.",
        "A" * 5000 + " - no end",
    ],
)
def test_a_dash_alone_makes_no_dateline(nlp: Language, text: str) -> None:
    assert begins(nlp, text) == []
