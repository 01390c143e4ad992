"""Where paragraphs begin; a dateline is parted from the sentence that it stands before."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsclaims.parse.paragraphs import opens_paragraph, wrapped
from newsclaims.parse.tokens import blank


@pytest.fixture(scope="module")
def nlp() -> Language:

    return blank()


def begins(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    texts, words = [token.text for token in doc], [token.i for token in doc if not token.is_space]
    flags = opens_paragraph(texts, [token.idx for token in doc], [bool(token.whitespace_) for token in doc], words)
    return [texts[i] for i, flag in enumerate(flags) if flag]


def test_each_line_opens_a_paragraph(nlp: Language) -> None:
    assert begins(nlp, "Talks resumed.\nBoth sides met in Oslo.\n\nNo deal was reached.") == ["Both", "No"]


def test_wrapped_lines_open_none(nlp: Language) -> None:
    text = (
        "The ministry said on Monday that the two ferries would be sold before\n"
        "the summer because the cost of keeping them at sea had more than been\n"
        "doubled within the past three years, a sum that no one had expected to\n"
        "see.\n\n"
        "The unions called the decision premature and asked the new government\n"
        "for talks."
    )
    assert wrapped(text)
    assert begins(nlp, text) == ["The"]


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
