from __future__ import annotations

import re

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from newsclaims.render.conllu import conllu

BLANK = spacy.blank("en")
UNESCAPED = {"\\s": " ", "\\t": "\t", "\\n": "\n", "\\r": "\r", "\\p": "|", "\\\\": "\\"}


def docs(text: str) -> Doc:
    """A Doc with sentences of seven words, all hanging on the first; what matters here is its white space."""
    tokens = list(BLANK(text))
    heads: list[int] = []
    for token in tokens:
        new = token.i == 0 or (token.i % 7 == 0 and not token.is_space)
        heads.append(token.i if new else heads[-1])
    return Doc(
        BLANK.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        heads=heads,
        deps=["ROOT" if head == token.i else "dep" for token, head in zip(tokens, heads, strict=True)],
    )


def text_of(written: str) -> str:
    """Put the text together again from the words and their MISC."""
    text = ""
    for row in written.splitlines():
        if not row or row.startswith("#"):
            continue
        cells = row.split("\t")
        misc = dict(entry.split("=", 1) for entry in cells[9].split("|")) if cells[9] != "_" else {}
        after = "" if misc.get("SpaceAfter") == "No" else misc.get("SpacesAfter", " ")
        before = misc.get("SpacesBefore", "")
        text += unescape(before) + (unescape(misc["Form"]) if "Form" in misc else cells[1]) + unescape(after)
    return text


def unescape(spaces: str) -> str:
    return re.sub(r"\\u(....)|\\.", lambda match: chr(int(match[1], 16)) if match[1] else UNESCAPED[match[0]], spaces)


WORDS = ["The", "board", "met", ".", " ", "  ", "\n", "\r\n", "\t", "“", "don't", "U.S.", "\u00a0", "a\x1b[2J", "\u202e|"]


@given(st.lists(st.sampled_from(WORDS)).map("".join))
@settings(deadline=None)
def test_every_character_is_kept(text: str) -> None:
    written = "".join(conllu(docs(text), "a.txt"))
    if text.strip():
        assert text_of(written) == text + (
            "" if text[-1].isspace() or "SpaceAfter=No" in written.rsplit("\t", 1)[1] else " "
        )


def test_a_sentence_with_comments_and_entities() -> None:
    doc = Doc(
        BLANK.vocab,
        words=["\n", "Oslo", "paid", ".", "\n\n", "It", "did"],
        spaces=[False, True, False, False, False, True, False],
        heads=[2, 2, 2, 2, 3, 6, 6],
        deps=["dep", "nsubj", "ROOT", "punct", "dep", "nsubj", "ROOT"],
        pos=["SPACE", "PROPN", "VERB", "PUNCT", "SPACE", "PRON", "VERB"],
        ents=["O", "B-GPE", "O", "O", "O", "O", "O"],
        morphs=["", "Number=Sing", "", "", "", "", ""],
    )
    first, second = conllu(doc, "a.txt")
    assert first == (
        "# newdoc id = a.txt\n# newpar\n# sent_id = a.txt-1\n# text = Oslo paid.\n"
        "1\tOslo\t_\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tNE=B-GPE|SpacesBefore=\\n\n"
        "2\tpaid\t_\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\tSpacesAfter=\\n\\n\n\n"
    )
    assert second.startswith("# newpar\n# sent_id = a.txt-2\n# text = It did\n")


def test_a_sentence_has_one_root_even_if_it_hung_on_white_space() -> None:
    doc = Doc(
        BLANK.vocab,
        words=["\n", "Rain", "Snow"],
        spaces=[False, True, False],
        heads=[0, 0, 0],
        deps=["ROOT", "dep", "dep"],
        pos=["SPACE", "NOUN", "NOUN"],
    )
    (sentence,) = conllu(doc, "a.txt")
    assert [row.split("\t")[6:8] for row in sentence.splitlines()[4:6]] == [["0", "root"], ["1", "parataxis"]]
