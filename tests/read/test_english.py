"""Texts that are no English prose."""

from __future__ import annotations

import pytest

from newsclaims.read.english import looks_foreign
from newsclaims.read.text import article

GERMAN = """Der Minister sagte am Montag, dass die Regierung die Steuern senken werde. Die Opposition kritisierte den Plan
scharf und forderte mehr Geld. Im April war in der Stadt ein Bus von der Strecke abgekommen."""


@pytest.mark.parametrize(
    "text",
    [
        GERMAN,
        "Le ministre a déclaré lundi que le gouvernement baisserait les impôts. L'opposition a critiqué le projet, et "
        "réclamé plus d'argent pour les écoles. Selon la police, personne n'a été blessé.",
        "De minister zei maandag dat de regering de belasting zal verlagen. De oppositie had scherpe kritiek op het plan en "
        "is van mening dat er meer geld naar scholen moet.",
        "Министр заявил в понедельник, что правительство снизит налоги. Оппозиция резко раскритиковала план и потребовала "
        "больше денег для школ и больниц.",
        "1. Tom Reed Kenford 2:04:11; 2. Ana Silva Porto 2:05:04; 3. Jan Novak Brno 2:05:04; 4. Eva Lind Malmo 2:05:08; "
        "5. Ivo Babic Split 2:06:00; 6. Ola Berg Oslo 2:06:12; 7. Max Kern Basel 2:06:20; "
        "8. Lars Dahl Bergen 2:06:55; 9. Piotr Nowak Gdansk 2:07:30; 10. Marta Ruiz Vigo 2:08:00",
    ],
)
def test_a_text_that_is_no_english_prose(text: str) -> None:
    assert looks_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nein.",
        "FLOODS: ROME, OSLO",
        "Storm Ada hits Porto, Lisbon, Faro; hundreds flee homes, shops, schools, trains stop, minister flies in. "
        "The storm was the worst for years, and the army was sent to help.",
    ],
)
def test_english_or_too_little_to_tell(text: str) -> None:
    assert not looks_foreign(text)


def test_the_reader_is_told(caplog: pytest.LogCaptureFixture) -> None:
    article(GERMAN, "bericht.txt", None)
    assert caplog.messages == ["bericht.txt does not look like English prose; nothing else is understood"]
