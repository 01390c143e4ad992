"""Amounts by rule."""

from __future__ import annotations

import pytest

from newsclaims.parse.quantities import amounts


@pytest.mark.parametrize(
    ("tagged", "found"),
    [
        ("The/DT strike/NN cost/VBD Lufthansa/NNP 55/CD million/CD euros/NNS", [("55 million euros", "MONEY")]),
        ("fined/VBD $/$ 2.5/CD billion/CD on/IN Friday/NNP", [("$ 2.5 billion", "MONEY")]),
        ("rose/VBD 3/CD per/IN cent/NN and/CC 12/CD %/NN", [("3 per cent", "PERCENT"), ("12 %", "PERCENT")]),
        ("fell/VBD 200/CD miles/NNS away/RB", [("200 miles", "QUANTITY")]),
        ("won/VBD 12/CD seats/NNS ,/, he/PRP won/VBD", []),
        ("the/DT $/$ sign/NN", []),
    ],
)
def test_amounts(tagged: str, found: list[tuple[str, str]]) -> None:
    words, tags = zip(*(pair.rsplit("/", 1) for pair in tagged.split()), strict=True)
    assert [(" ".join(words[a.start : a.end]), a.type) for a in amounts(words, tags)] == found
