"""Where names end."""

from __future__ import annotations

import pytest

from newsclaims.parse.bounds import bounded


@pytest.mark.parametrize(
    ("text", "tags", "mended"),
    [
        ("the/DT Minister/NNP of/IN Health/NNP said/VBD", "O O B-PERSON I-PERSON O", "O O O O O"),
        ("Citizens/NNPS for/IN Tax/NNP Justice/NNP said/VBD", "B-ORG I-ORG O O O", "B-ORG I-ORG I-ORG I-ORG O"),
        ("Bank/NNP of/IN Samoa/NNP", "B-ORG I-ORG B-GPE", "B-ORG O B-GPE"),
        ("Mara/NNP Lund/NNP of/IN Oslo/NNP", "B-PERSON I-PERSON I-PERSON B-GPE", "B-PERSON I-PERSON O B-GPE"),
        ("Urban/NNP Institute/NNP and/CC Tamarind/NNP", "B-ORG I-ORG I-ORG O", "B-ORG I-ORG O O"),
        ("the/DT court/NN of/IN appeals/NNS", "O O B-ORG O", "O O O O"),
        ("Doctors/NNPS Without/IN Borders/NNPS", "B-ORG I-ORG I-ORG", "B-ORG I-ORG I-ORG"),
        ("In/IN Our/PRP$ Time/NN", "B-ORG I-ORG I-ORG", "B-ORG I-ORG I-ORG"),
    ],
)  # fmt: skip
def test_a_name_neither_begins_nor_ends_with_a_preposition(text: str, tags: str, mended: str) -> None:
    words, xpos = zip(*(pair.split("/") for pair in text.split()), strict=True)
    assert " ".join(bounded(tags.split(), words, xpos)) == mended
