from __future__ import annotations

import re

import pytest

from newsclaims.claim import Action, Actor, ArticleRecord, Claim, Date, Source, Target, TextSpan
from newsclaims.flow import Reading
from newsclaims.render.claim_words import line
from newsclaims.render.claims_table import claims_table
from newsclaims.render.safe import visible
from newsclaims.render.table import Column, Row, cell, table

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def reading(actor: str = "Norway", status: str = "actual", number: int = 1) -> Reading:
    evidence = TextSpan(text="Norway gave Kyiv two radar systems on Monday, Anna Solberg said.", start=0, end=64)
    claim = Claim(
        id="c",
        article="a",
        text="Norway gave Kyiv two radar systems",
        actor=Actor(text=actor, start=0, end=6, type="GPE", entity=actor),
        action=Action.model_validate({"text": "gave", "start": 7, "end": 11, "lemma": "give", "status": status}),
        target=Target(text="Kyiv", start=12, end=16, type="GPE", entity="Ukraine"),
        source=Source(
            text="Solberg", start=0, end=7, entity="Anna Solberg", via=Source(text="NTB", start=0, end=3, entity="NTB")
        ),
        date=Date(text="on Monday", start=35, end=44, value="2025-01-06"),
        evidence=evidence,
        rule="active",
        confidence=0.8,
    )
    return Reading(ArticleRecord(id="a", path="wire.txt", published="2025-01-09"), (claim,) * number)


def test_a_row_holds_who_what_whom_says_who_and_when_by_the_names_of_the_article() -> None:
    title, heads, rule, row = claims_table(reading(), 140).splitlines()
    assert title == "wire.txt · 2025-01-09"
    assert heads.split() == ["actor", "action", "target", "source", "date"]
    assert set(rule) == {"─"}
    assert re.split(r"\s{2,}", row) == ["Norway", "gave", "Ukraine", "Anna Solberg (via NTB)", "2025-01-06"]


def test_who_denies_a_claim_is_not_shown_as_who_says_so() -> None:
    (claim,) = reading().claims
    evidence = TextSpan(text="Anna Solberg denied that Norway gave Kyiv two radar systems.", start=0, end=60)
    cue = TextSpan(text="denied", start=13, end=19)
    assert claim.source is not None
    denied = claim.model_copy(update={"source": claim.source.model_copy(update={"cue": cue}), "evidence": evidence})
    assert "Anna Solberg (denied, via NTB)" in claims_table(reading()._replace(claims=(denied,)), 240)
    assert "denied by Anna Solberg, via NTB; actual" in line(denied).plain
    assert "says Anna Solberg, via NTB; actual" in line(claim).plain


def test_who_says_what_he_himself_believes_is_named_once() -> None:
    (claim,) = reading().claims
    norway = Source(text="Norway", start=0, end=6, entity="Norway")
    claim = claim.model_copy(update={"source": norway.model_copy(update={"text": "it", "via": norway})})
    assert "says Norway; actual" in line(claim).plain
    assert "via" not in claims_table(reading()._replace(claims=(claim,)), 240)


@pytest.mark.parametrize(
    ("words", "shown"),
    [('had "sold', "had sold"), ('had "sold"', 'had "sold"'), ("was “bought", "was bought"), ("“gave” up", "“gave” up")],
)
def test_a_quotation_mark_that_ends_elsewhere_is_not_shown(words: str, shown: str) -> None:
    (claim,) = reading().claims
    claim = claim.model_copy(update={"action": claim.action.model_copy(update={"text": words})})
    assert f"Norway · {shown} · Ukraine" in line(claim).plain
    assert f"  {shown}  " in claims_table(reading()._replace(claims=(claim,)), 140)


@pytest.mark.parametrize("width", [80, 100, 140, 250])
def test_it_fits_the_width_and_uses_it(width: int) -> None:
    long = reading(actor="the provisional council for the reconstruction of the northern ports and fisheries " * 4)
    widths = {len(line) for line in claims_table(long, width, evidence=True).splitlines()}
    assert max(widths) == width


def test_a_long_name_is_cut_at_a_word() -> None:
    page = claims_table(reading(actor="the provisional council for reconstruction " * 5), 80)
    assert "…" in page
    assert len(page.splitlines()) < 9


@pytest.mark.parametrize("status", ["negated", "possible", "future", "conditional"])
def test_status_stands_in_words_and_in_style(status: str) -> None:
    plain = claims_table(reading(status=status), 120)
    styled = claims_table(reading(status=status), 120, colour=True)
    assert f"gave ({status})" in plain
    assert "\x1b" not in plain
    assert f"gave ({status})" in ESCAPE.sub("", styled)
    assert re.search(r"\x1b\[[0-9;]*[1-3][0-9;]*mgave", styled)


def test_an_actual_claim_bears_no_mark() -> None:
    assert "(actual)" not in claims_table(reading(), 120)


def test_evidence_stands_once_below_the_claims_of_its_sentence() -> None:
    page = claims_table(reading(number=3), 80, evidence=True)
    assert page.count("Norway gave Kyiv two radar systems") == 1
    assert "Norway gave" not in claims_table(reading(number=3), 80)


def test_no_claims_is_said() -> None:
    assert "no claims found" in claims_table(reading(number=0), 80)


def test_markup_and_escapes_in_an_article_are_shown_and_not_obeyed() -> None:
    page = claims_table(reading(actor="[red]Eve[/red]\x1b[31m\u202e\x9b2J"), 220, colour=True)
    assert "[red]Eve[/red]␛[31m‹U+202E›‹U+009B›2J" in ESCAPE.sub("", page)
    assert not set("\u202e\x9b") & set(page)


def test_visible_puts_a_text_on_one_line() -> None:
    assert visible(" The board\r\nmet\ttoday.\x07 ") == "The board met today.␇"


def test_a_dumb_terminal_has_its_width_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert max(map(len, ESCAPE.sub("", claims_table(reading(), 140, colour=True)).splitlines())) == 140


@pytest.mark.parametrize("width", [30, 45, 60])
def test_where_the_columns_do_not_fit_a_row_is_a_paragraph(width: int) -> None:
    page = claims_table(reading(actor="the provisional council for the northern ports", status="future"), width)
    assert max(map(len, page.splitlines())) <= width
    assert " ".join(page.split()[-31:]).endswith("ports · gave (future) · Ukraine · Anna Solberg (via NTB) · 2025-01-06")
    assert "actor · action · target" in " ".join(page.split())


def test_in_a_paragraph_an_empty_cell_keeps_its_place() -> None:
    columns = [Column(name, 1, 20) for name in ("who", "when", "where")]
    page = table(columns, [Row([cell("Ana"), cell(""), cell("Porto")]), Row([cell("Ivo"), cell(""), cell("")])], 40)
    assert page.splitlines()[2:] == ["•  Ana · – · Porto", "•  Ivo"]


def test_a_vague_time_stands_in_the_words_of_the_article() -> None:
    (claim,) = reading().claims
    now = claim.model_copy(update={"date": Date(text="now", start=0, end=3, value="PRESENT_REF")})
    page = claims_table(Reading(reading().record, (now,)), 140)
    assert page.split()[-1] == "now"


def test_what_came_in_a_pipe_has_a_name() -> None:
    record = ArticleRecord(id="a", path="-", published="2025-01-09")
    assert claims_table(Reading(record, reading().claims), 140).startswith("standard input · 2025-01-09\n")
