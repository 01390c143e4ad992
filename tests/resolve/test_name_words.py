"""What the words of a name tell of its bearer."""

from __future__ import annotations

import pytest

from newsclaims.resolve.name_words import called, is_firm, kind, without_legal_form


@pytest.mark.parametrize(
    ("name", "guessed", "expected"),
    [
        ("Halvorsen Shipping plc", "PERSON", "ORG"),
        ("Karl Keller Inc.", "PERSON", "ORG"),
        ("Harbour Gazette", "GPE", "ORG"),
        ("Ministry of Works", None, "ORG"),
        ("Elm Street", "GPE", "FAC"),
        ("Typhoon Mai", "PERSON", "EVENT"),
        ("Mount Tamba", "PERSON", "LOC"),
        ("Ruth Bank", "PERSON", "PERSON"),
        ("European Union", "GPE", "GPE"),
        ("Bank", "PERSON", "PERSON"),
        ("Ida Halvorsen", "PERSON", "PERSON"),
    ],
)
def test_the_type_of_a_name_is_in_its_words(name: str, guessed: str | None, expected: str) -> None:
    assert kind(name, guessed) == expected


def test_a_body_is_called_by_what_its_name_says() -> None:
    assert {"bank", "lender", "company"} <= called("Fjord Bank")
    assert "newspaper" in called("Harbour Gazette")
    assert "company" not in called("Ministry of Works")


def test_a_firm_goes_by_its_first_word() -> None:
    assert is_firm("Halvorsen Shipping plc")
    assert is_firm("Northgate United")
    assert not is_firm("Harbour Commission")
    assert without_legal_form(("pixelo", "inc")) == ("pixelo",)
    assert without_legal_form(("baltic", "airlines")) == ("baltic", "airlines")


def test_what_everybody_knows_of_a_body() -> None:
    assert "alliance" in called("NATO")
    assert called("U.N.") >= {"body", "organisation"}
    assert kind("X", None) == kind("Lufthansa", "GPE") == "ORG"
    assert kind("Malcolm X", "PERSON") == "PERSON"
