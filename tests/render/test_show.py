from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsclaims.claim import Action, Actor, ArticleRecord, Claim, Date, Mention, Source, Target, TextSpan
from newsclaims.render.marks import Mark, marks
from newsclaims.render.show import STYLES, show

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
TEXT = "Oslo, Monday\n\nNorway gave Kyiv radars on Monday, and Sweden may follow, Ida Lund said. It rained.\n"
RECORD = ArticleRecord(id="a", path="wire.txt", title="Radars", published="2025-01-09")


def span(text: str, words: str, start: int = 0) -> dict[str, object]:
    at = text.index(words, start)
    return {"text": words, "start": at, "end": at + len(words)}


def claim(
    text: str,
    action: str,
    actor: str | None = None,
    target: str | None = None,
    source: str | None = None,
    date: str | None = None,
    status: str = "actual",
    evidence: str | None = None,
) -> Claim:
    """A claim about words of a text, each named by its first place there."""

    def entity(words: str) -> dict[str, object]:
        return {**span(text, words), "entity": words.upper()}

    return Claim(
        id="c",
        article="a",
        text=action,
        actor=Actor.model_validate(entity(actor)) if actor else None,
        action=Action.model_validate({**span(text, action), "lemma": action, "status": status}),
        target=Target.model_validate(entity(target)) if target else None,
        source=Source.model_validate(entity(source)) if source else None,
        date=Date.model_validate({**span(text, date), "value": "2025-01-06"}) if date else None,
        evidence=TextSpan.model_validate(span(text, evidence or text)),
        rule="active",
        confidence=0.8,
    )


SENTENCE = TEXT[14:-12]
CLAIMS = (
    claim(TEXT, "gave", "Norway", "Kyiv", "Ida Lund", "on Monday", evidence=SENTENCE),
    claim(TEXT, "may follow", "Sweden", None, "Ida Lund", status="possible", evidence=SENTENCE),
)


def page(claims: Sequence[Claim] = CLAIMS, text: str = TEXT, width: int = 100, **options: object) -> str:
    return "".join(show(text, RECORD, claims, width, **options))  # type: ignore[arg-type]


def test_a_sentence_stands_once_with_the_marks_and_the_lines_of_all_its_claims() -> None:
    assert page(width=150).splitlines() == [
        "Radars",
        "2025-01-09 · wire.txt",
        "2 claims",
        "",
        "    Oslo, Monday",
        "",
        "    [actor: Norway] [action 1: gave] [target: Kyiv] radars [date: on Monday], and [actor: Sweden] "
        "[action 2: may follow], [source: Ida Lund] said.",
        " 1    NORWAY · gave · KYIV  says IDA LUND; actual; 2025-01-06; 80%",
        " 2    SWEDEN · may follow · –  says IDA LUND; possible; 80%",
        "",
        "    It rained.",
        "",
    ]


def test_each_role_has_a_style_that_is_not_only_a_colour() -> None:
    screen = page(colour=True)
    colourless = {re.sub(r"\b(cyan|yellow|magenta|green|blue)\b", "", style).strip() for style in STYLES.values()}
    assert len(colourless) == len(STYLES)
    assert "" not in colourless
    assert re.search(r"\x1b\[1;[0-9;]*mNorway", screen)
    assert re.search(r"\x1b\[4;[0-9;]*mgave", screen)
    assert "¹gave" in ESCAPE.sub("", screen)
    assert "[actor" not in screen


def test_words_within_words_are_marked_within_brackets() -> None:
    text = "Police found the flat that Ola Moe rented."
    both = (
        claim(text, "found", "Police", "the flat that Ola Moe rented"),
        claim(text, "rented", "Ola Moe", "the flat"),
    )
    assert "[target: [target: the flat] that [actor: Ola Moe] [action 2: rented]]." in page(both, text, 150)
    assert "‹the flat that Ola Moe ²rented›" in ESCAPE.sub("", page(both, text, colour=True))


def test_one_claim_is_shown_with_all_its_fields_and_no_other_is() -> None:
    shown = page(only=2)
    assert "[actor: Sweden] [action 2: may follow]" in shown
    assert "[action 1" not in shown
    assert "It rained" not in shown
    assert re.search(r"^ 2    actor +Sweden \(= SWEDEN\)$", shown, flags=re.MULTILINE)
    assert re.search(r"^ +rule +active$", shown, flags=re.MULTILINE)


def test_a_source_elsewhere_is_shown_where_it_stands() -> None:
    text = "Ida Lund spoke first.\nNorway gave Kyiv radars."
    apart = (claim(text, "gave", "Norway", "Kyiv", "Ida Lund", evidence="Norway gave Kyiv radars."),)
    shown = page(apart, text, only=1)
    assert "[source: Ida Lund] spoke first." in shown


def test_no_claims_is_said_and_the_text_shown() -> None:
    assert "no claims found" in page(())
    assert "Norway gave Kyiv radars on Monday" in page(())


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_wide_and_combining_characters_wrap_within_the_width(width: int, colour: bool) -> None:
    text = "東京電力の社長は港湾局長と会談した。 Zoë\u0301 Kravi\u0301tz met 港湾局長 " * 6 + "."
    found = (claim(text, "met", "Zoë\u0301 Kravi\u0301tz", "港湾局長と"),)
    lines = ESCAPE.sub("", page(found, text, width, colour=colour)).splitlines()
    assert max(map(cell_len, lines)) <= width
    assert max(map(cell_len, lines)) > width - 20


@pytest.mark.parametrize("colour", [False, True])
def test_what_a_terminal_would_obey_is_shown_and_not_sent(colour: bool) -> None:
    text = "Eve\x1b]0;owned\x07 met Bob\u202e [red]\x9b2J."
    shown = page((claim(text, "met", "Eve\x1b]0;owned\x07", "Bob\u202e"),), text, colour=colour)
    plain = ESCAPE.sub("", shown)
    assert not set("\x1b\x07\x9b\u202e") & set(plain)
    assert "Eve␛]0;owned␇" in plain
    assert "‹U+202E›" in plain
    assert "[red]‹U+009B›2J." in plain


def test_lines_wrapped_in_the_file_are_set_anew_and_paragraphs_kept() -> None:
    line = "The board met on the quay and talked of the new crane and what it costs\n"
    shown = page((), (line * 4 + "\n") * 2, width=200)
    assert len([row for row in shown.splitlines() if "board" in row]) == 4


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.sampled_from(["actor", "action", "target"])), max_size=12)
)
def test_marks_lie_within_each_other_and_cover_what_they_mark(found: list[tuple[int, int, str]]) -> None:
    blank = "x" * 50

    def made(start: int, length: int, role: str) -> Claim:
        here = TextSpan(text=blank[start : start + length], start=start, end=start + length)
        mention = Mention(**here.model_dump(), entity="x")
        whole = claim(blank, "x")
        return whole.model_copy(update={role: mention} | ({"action": here} if role == "action" else {}))

    claims = [(number, made(*one)) for number, one in enumerate(found, 1)]

    def walk(inside: list[Mark], low: int, high: int) -> set[tuple[int, str]]:
        covered = set()
        for mark in inside:
            assert low <= mark.start < mark.end <= high
            low = mark.end
            covered |= {(at, role) for at in range(mark.start, mark.end) for role in mark.roles}
            covered |= walk(mark.inner, mark.start, mark.end)
        return covered

    wanted = {(at, role) for start, length, role in found for at in range(start, start + length)}
    assert wanted <= walk(marks(claims), 0, 50)
