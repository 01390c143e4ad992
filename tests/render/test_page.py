"""The report: what its file holds, and what a browser makes of it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claim import ArticleRecord, Claim, Failure, Generator
from newsclaims.flow import Reading
from newsclaims.render.page import Page, clusters, pack
from newsclaims.render.page.excerpt import excerpt, whole
from newsclaims.render.page.html import page
from newsclaims.render.page.shape import shape

GENERATOR = Generator(version="1", model="m")
HOSTILE = '</script><script>owned()</script><img src=x onerror=owned()> "onmouseover="owned() <!-- \u2028 ${owned()}'
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def claim(text: str, who: str, does: str, whom: str | None = None, says: str | None = None, **more: Any) -> Claim:
    """A claim about words of a text, all of it its evidence unless ``evidence`` says otherwise."""

    def span(words: str) -> dict[str, Any]:
        at = text.index(words)
        return {"text": words, "start": at, "end": at + len(words)}

    def mention(words: str | None) -> dict[str, Any] | None:
        return {**span(words), "entity": words, "type": "GPE" if words[:1].isupper() else None} if words else None

    date = more.pop("date", None)
    made = {
        "id": "c", "article": "a", "text": text, "actor": mention(who),
        "action": {**span(does), "lemma": does, "status": more.pop("status", "actual")},
        "target": mention(whom), "source": mention(says), "evidence": span(more.pop("evidence", text)),
        "date": {**span(date[0]), "value": date[1], "earliest": date[1], "latest": date[1]} if date else None,
        "rule": "active", "confidence": 0.8,
    }  # fmt: skip
    return Claim.model_validate(made)


def reading(text: str, *claims: Claim, **record: Any) -> Reading:
    return Reading(ArticleRecord.model_validate({"id": "a", "path": "wire.txt", "text": text, **record}), claims)


RADARS = "Norway gave Ukraine radars on Monday, Ida Lund said. Sweden may follow."
SHIPS = "Japan did not send ships. Officials in Busan said Korea will wait until June."
READINGS = [
    reading(
        RADARS,
        claim(RADARS, "Norway", "gave", "Ukraine", "Ida Lund", date=("on Monday", "2025-01-06"), evidence=RADARS[:52]),
        claim(RADARS, "Sweden", "may follow", status="possible", evidence=RADARS[53:]),
        title="Radars for Ukraine",
        url="https://wire.example/1",
    ),
    reading(
        SHIPS,
        claim(SHIPS, "Japan", "did not send", "ships", status="negated", evidence=SHIPS[:25]),
        claim(SHIPS, "Korea", "will wait", None, "Officials in Busan", status="future", date=("June", "2025-06-01")),
        path="ships.txt",
        url="javascript:owned()",
    ),
]


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, flags=re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


class Scripts(HTMLParser):
    """Collects the elements of a page as a browser would part them."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.elements: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))


def test_offsets_lead_to_the_words_as_javascript_counts() -> None:
    text = "title: Ships\n\n\U0001f6a2 Norway gave Kyiv \U0001f4e1 radars."
    data = data_of(page([reading(text, claim(text, "Norway", "gave", "Kyiv", evidence=text[14:]))], GENERATOR))
    (article,) = data["articles"]
    units = article["text"].encode("utf-16-le")
    start, parts = data["claims"][0][7], data["claims"][0][9]
    words = [
        units[2 * (start + parts[i + 1]) : 2 * (start + parts[i + 1] + parts[i + 2])].decode("utf-16-le")
        for i in range(0, len(parts), 3)
    ]
    assert words == ["Norway", "gave", "Kyiv"]
    assert not article["text"].startswith("title:")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=6))
def test_an_excerpt_holds_every_stretch_at_its_place(text: str, stretches: list[tuple[int, int]]) -> None:
    spans = [(start, min(len(text), start + length)) for start, length in stretches if start < len(text)]
    for kept, place in (whole(text.rstrip() + "x", 0), *([excerpt(text, spans)] if spans else [])):
        units = kept.encode("utf-16-le", "surrogatepass")
        for start, end in spans:
            if text[start:end].rstrip() == text[start:end]:
                found = units[2 * place(start) : 2 * place(end)].decode("utf-16-le", "surrogatepass")
                assert found == text[start:end]


def test_texts_are_cut_to_the_sentences_of_claims_where_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    text = RADARS + " Nobody was asked. " * 9
    made = reading(text, claim(text, "Norway", "gave", evidence=RADARS[:52]))
    assert "Nobody" in page([made], GENERATOR)
    monkeypatch.setattr(pack, "TEXTS", 10)
    data = data_of(page([made], GENERATOR))
    assert data["articles"][0]["text"] == RADARS[:52]
    assert data["articles"][0]["excerpt"] == 1


def test_a_hundred_articles_stay_under_two_megabytes() -> None:
    text = " ".join(f"Minister {n} of Norway gave the harbour of Kyiv {n} radars, officials said." for n in range(60))
    claims = [claim(text, f"Minister {n} of Norway", "gave", f"{n} radars", "officials") for n in range(40)]
    assert len(page([reading(text, *claims)] * 100, GENERATOR).encode()) < 2_000_000


def test_names_are_one_whatever_their_case_and_a_name_if_one_of_them_is() -> None:
    text = "the crew met. The Crew left."
    names = shape(reading(text, claim(text, "the crew", "met"), claim(text, "The Crew", "left")))
    data = pack.pack([names])
    assert data["names"] == [("The Crew", 1)]
    assert [row[1] for row in data["claims"]] == [[0], [0]]


def test_the_page_asks_no_other_host_and_runs_no_other_script() -> None:
    parser = Scripts()
    html = page(READINGS, GENERATOR)
    parser.feed(html)
    policy = next(attributes["content"] for tag, attributes in parser.elements if "http-equiv" in attributes)
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not [tag for tag, attributes in parser.elements if {"src", "href"} & set(attributes) and tag != "a"]
    assert [attributes.get("type") for tag, attributes in parser.elements if tag == "script"] == ["application/json", None]
    assert "innerHTML" not in html
    assert "eval(" not in html


def test_hostile_text_cannot_leave_its_place_in_the_file() -> None:
    made = reading(HOSTILE + " met.", claim(HOSTILE + " met.", HOSTILE, "met"), title=HOSTILE, path=HOSTILE)
    html = page([made], GENERATOR)
    parser = Scripts()
    parser.feed(html)
    tags = [tag for tag, _ in parser.elements]
    assert tags.count("script") == 2
    assert "img" not in tags
    assert not [attributes for _, attributes in parser.elements if any(name.startswith("on") for name in attributes)]
    assert data_of(html)["articles"][0]["title"].startswith("</script><script>owned()")


def test_the_same_readings_give_the_same_page() -> None:
    assert page(READINGS, GENERATOR) == page(READINGS, GENERATOR)


def test_what_could_not_be_read_is_listed() -> None:
    written: list[str] = []
    sink = Page(written.append, GENERATOR, "Two <articles>")
    sink.write(READINGS[0].record, sink.shape(READINGS[0]))
    sink.fail(Failure(path="x", message="x.txt is <empty>"))
    sink.close()
    assert "1 could not be read" in written[0]
    assert "x.txt is &lt;empty&gt;" in written[0]
    assert "<title>Two &lt;articles&gt;</title>" in written[0]


def of_several(hostile: str = "") -> list[Reading]:
    """Three articles about one shipment: two figures, two sources, one denial."""
    told = [
        ("North Korea", "sent", "send", "12,000 troops", "Ida Lund"),
        ("Pyongyang", "dispatched", "dispatch", "10,000 troops", None),
        ("North Korea", "did not send", "send", "12,000 troops", "Oleg Brandt"),
    ]
    made = []
    for number, (who, does, lemma, whom, says) in enumerate(told):
        stated = f"{who} {does} {whom} to Russia"
        text = f"{stated}, {says} said." if says else f"{stated}."
        plain = claim(text, who, does, whom, says, status="negated" if "not" in does else "actual")
        assert plain.actor
        changed = {
            "id": f"c{number}", "article": f"a{number}", "text": stated + hostile,
            "action": plain.action.model_copy(update={"lemma": lemma}),
            "actor": plain.actor.model_copy(update={"entity": "North Korea"}),
        }  # fmt: skip
        record = {"id": f"a{number}", "path": f"{number}.txt{hostile}", "published": f"2025-01-0{number + 1}"}
        made.append(reading(text, plain.model_copy(update=changed), publisher=f"Wire {number}{hostile}", **record))
    return made


def test_several_articles_are_compared() -> None:
    data = data_of(page(of_several(), GENERATOR))
    (cluster,) = data["clusters"]
    assert cluster[2:6] == ["2025-01-01", 0, 2, [0, 1, 2]]
    assert [words for words, _ in cluster[6]] == [
        "North Korea sent 12,000 troops to Russia",
        "Pyongyang dispatched 10,000 troops to Russia",
    ]
    assert cluster[7] == [["Ida Lund", 1, [0]], ["Wire 1", 0, [1]]]
    assert [(name, number) for name, _, number in cluster[8]] == [("Oleg Brandt", 2)]
    assert [(kind, [words for words, _ in values]) for kind, values in cluster[9]] == [
        ("number", ["10,000 troops", "12,000 troops"])
    ]


def test_one_article_is_compared_with_nothing_however_often_it_comes() -> None:
    html = page(of_several()[:1] * 3, GENERATOR)
    assert "clusters" not in data_of(html)
    assert 'id="tab-compare"' not in html


def test_too_many_claims_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "COMPARED", 2)
    data = data_of(page(of_several(), GENERATOR))
    assert (data["clusters"], data["uncompared"]) == ([], 2)


Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync = pytest.importorskip("playwright.sync_api", reason="the page is tried with playwright (pip install playwright)")
    if not CHROMIUM:
        pytest.skip("the page is tried in Chromium (apt install chromium)")
    with sync.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Open the page of some readings from disk; whatever it asks of the network, or says in error, fails the test."""
    wrong: list[str] = []
    contexts = []

    def opening(readings: list[Reading] = READINGS, width: int = 1280, **options: Any) -> Any:
        path = tmp_path / "report.html"
        path.write_text(page(readings, GENERATOR), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: wrong.append(message.text))
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("request", lambda request: wrong.append(request.url) if not request.url.startswith("file:") else None)
        tab.on("dialog", lambda dialog: wrong.append(dialog.message))
        tab.goto(path.as_uri())
        return tab

    yield opening
    for context in contexts:
        context.close()
    assert not wrong


def rows(tab: Any) -> list[str]:
    return [text.split("\n")[0] for text in tab.locator("#claims .row .what").all_inner_texts()]


def test_typing_filters_the_list(opened: Open) -> None:
    tab = opened()
    assert len(rows(tab)) == 4
    tab.fill("#q", "UKRAINE rad")
    tab.locator("#claims .row").nth(2).wait_for(state="detached")
    assert rows(tab) == ["Norway gave Ukraine", "Sweden may follow"]  # which stands in the article of that title
    tab.fill("#q", "nothing like it")
    tab.locator("#claims .row").first.wait_for(state="detached")
    tab.click("#active .chip")
    tab.locator("#claims .row").nth(3).wait_for()


@pytest.mark.parametrize(
    ("choose", "left"),
    [
        ("#statuses label:nth-child(2)", ["Japan did not send ships"]),
        ("#facets button:has-text('Ida Lund')", ["Norway gave Ukraine"]),
        ("#facets button:has-text('the article itself')", ["Sweden may follow", "Japan did not send ships"]),
        ("#facets fieldset:nth-child(2) button:has-text('Korea')", ["Korea will wait"]),
        ("#facets button:has-text('ships.txt')", ["Japan did not send ships", "Korea will wait"]),
        ("#counts button:has-text('possible')", ["Sweden may follow"]),
    ],
)
def test_a_choice_or_a_count_leaves_its_claims(opened: Open, choose: str, left: list[str]) -> None:
    tab = opened()
    tab.click(choose)
    assert rows(tab) == left
    assert tab.locator("#active .chip").count() == 1
    tab.click("#active .chip")
    assert len(rows(tab)) == 4


def test_dates_filter(opened: Open) -> None:
    tab = opened()
    tab.fill("#from", "2025-02-01")
    assert rows(tab) == ["Korea will wait"]


def test_a_click_shows_the_claim_in_its_article(opened: Open) -> None:
    tab = opened()
    tab.click("#claims .row:has-text('Norway')")
    assert tab.inner_text(".pane h2") == "Radars for Ukraine"
    assert tab.get_attribute(".pane h2 a", "href") == "https://wire.example/1"
    marks = [mark.replace("\n", " ").lower() for mark in tab.locator(".pane mark").all_inner_texts()]
    assert marks == ["actornorway", "actiongave", "targetukraine", "dateon monday", "sourceida lund"]
    tab.click(".pane .sentence:has-text('Sweden')")
    assert tab.inner_text(".pane .steps span") == "Claim 2 of 2"
    assert tab.get_attribute("#claims .row[aria-selected=true]", "aria-label") == "Sweden – may follow, possible"


def test_the_keyboard_goes_through_the_list_and_the_tabs(opened: Open) -> None:
    tab = opened()
    tab.focus("#claims .list")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    chosen = tab.get_attribute("#claims .list", "aria-activedescendant")
    assert tab.get_attribute(f"#{chosen}", "aria-label") == "Sweden – may follow, possible"
    assert tab.get_attribute(f"#{chosen}", "aria-setsize") == "4"
    tab.focus("#tab-claims")
    tab.keyboard.press("ArrowRight")
    assert tab.is_visible("#timeline svg")
    assert tab.get_attribute("#tab-timeline", "aria-selected") == "true"


def test_a_bar_of_the_timeline_narrows_it(opened: Open) -> None:
    tab = opened()
    tab.click("#tab-timeline")
    assert tab.locator("#timeline .row").count() == 2
    tab.focus("#timeline svg [role=button][aria-label^='Jan 2025']")
    tab.keyboard.press("Enter")
    assert tab.locator("#timeline .row").all_inner_texts()[0].startswith("2025-01-06")
    assert tab.locator("#timeline .row").count() == 1


@pytest.mark.parametrize("value", ["0001-01-01", "1888-08-08", "9999-12-31"])
def test_any_year_has_its_bar(opened: Open, value: str) -> None:
    text = "Norway gave Ukraine radars then."
    tab = opened([reading(text, claim(text, "Norway", "gave", "Ukraine", date=("then", value)))])
    tab.click("#tab-timeline")
    tab.click("#timeline svg [role=button]")
    assert tab.locator("#timeline .row").count() == 1


def test_an_article_without_claims_is_a_page_too(opened: Open) -> None:
    tab = opened([reading("Nothing is claimed here, is it?")])
    for name in ("timeline", "network", "matrix", "claims"):
        tab.click(f"#tab-{name}")
    assert tab.inner_text("#claims .above").startswith("0 claims")


def test_names_and_cells_open_their_claims(opened: Open) -> None:
    tab = opened()
    tab.click("#tab-network")
    tab.click("#network .node:has-text('Ukraine')")
    assert rows(tab) == ["Norway gave Ukraine"]
    tab.click("#active .chip")
    tab.click("#tab-matrix")
    tab.click("#matrix [aria-label='Ida Lund about Norway: 1 claim']")
    assert rows(tab) == ["Norway gave Ukraine"]


def test_a_comparison_opens_who_says_so_and_each_of_them_in_the_article(opened: Open) -> None:
    tab = opened(of_several())
    tab.click("#tab-compare")
    told = tab.locator("#compare .row")
    assert told.get_attribute("aria-label") == (
        "North Korea sent 12,000 troops to Russia, 3 articles, 2 independent, denied, figures disagree"
    )
    told.click()
    shown = tab.inner_text(".pane")
    for words in ("Ida Lund", "Wire 1 (own voice)", "Oleg Brandt:", "10,000 troops", "first reported 2025-01-01"):
        assert words in shown
    tab.click(".pane .name:has-text('dispatched')")
    assert tab.inner_text(".pane h2") == "1.txt"
    assert "dispatched" in tab.inner_text(".pane mark.action")
    tab.click(".pane .back")
    assert "Oleg Brandt:" in tab.inner_text(".pane")
    tab.fill("#q", "brandt")
    tab.wait_for_selector("#active .chip")
    assert told.count() == 1
    tab.fill("#q", "nothing like it")
    told.wait_for(state="detached")
    tab.click("#active .chip")
    told.click()
    tab.click("#tab-claims")  # whose list is of claims, and so is what stands beside it
    assert tab.inner_text(".pane") == "Pick a claim to see it in its article."


def test_too_many_claims_to_compare_say_so(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "COMPARED", 2)
    tab = opened(of_several())
    tab.click("#tab-compare")
    assert "claims compare" in tab.inner_text("#compare")


def test_hostile_text_in_a_comparison_does_not_run(opened: Open) -> None:
    tab = opened(of_several(HOSTILE))
    tab.evaluate("() => { window.owned = () => { window.isOwned = true; }; }")
    tab.click("#tab-compare")
    tab.click("#compare .row")
    tab.hover(".pane h2")
    assert "<script>owned()</script>" in tab.inner_text(".pane h2")
    assert tab.evaluate("window.isOwned") is None
    assert tab.locator("script").count() == 2
    assert tab.locator("img").count() == 0


def test_light_and_dark(opened: Open) -> None:
    def ground(tab: Any) -> int:
        colour = tab.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", colour)[:3]))

    light, dark = opened(color_scheme="light"), opened(color_scheme="dark")
    assert ground(light) > 600 > 150 > ground(dark)
    dark.click("#theme")
    assert ground(dark) > 600


def test_a_phone_shows_the_article_over_the_list(opened: Open) -> None:
    tab = opened(width=390)
    assert not tab.is_visible("#q")
    tab.click("#claims .row >> nth=0")
    assert tab.is_visible(".pane .close")
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    tab.click(".pane .close")
    assert not tab.is_visible(".pane")


def test_paper_has_all_claims_with_their_sentences(opened: Open) -> None:
    tab = opened()
    tab.click("#statuses label:nth-child(1)")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert tab.locator("#printed li").count() == 1
    assert "Ida Lund said." in tab.inner_text("#printed")
    assert not tab.is_visible("aside")


def test_hostile_text_is_shown_and_does_not_run(opened: Open) -> None:
    text = f"{HOSTILE} met Bob."
    made = reading(text, claim(text, HOSTILE, "met", "Bob", "Bob"), title=HOSTILE, url="javascript:owned()", path=HOSTILE)
    tab = opened([made])
    tab.evaluate("() => { window.owned = () => { window.isOwned = true; }; }")
    tab.click("#claims .row")
    for name in ("timeline", "network", "matrix", "claims"):
        tab.click(f"#tab-{name}")
    tab.fill("#q", "<script>")
    tab.hover(".pane h2")
    assert tab.evaluate("window.isOwned") is None
    assert tab.locator("script").count() == 2
    assert tab.locator("img").count() == 0
    assert tab.locator("a[href^=javascript]").count() == 0
    assert "<script>owned()</script>" in tab.inner_text(".pane h2")


def test_a_long_list_holds_only_the_rows_in_sight_and_answers_at_once(opened: Open) -> None:
    text = RADARS
    one = reading(text, *[claim(text, "Norway", "gave", "Ukraine", "Ida Lund")] * 35)
    other = reading(text, claim(text, "Sweden", "may follow"))
    tab = opened([*[one] * 600, other])
    assert tab.locator("#claims .row").count() < 60
    taken = tab.evaluate(
        "() => { const start = performance.now(); document.querySelector('#statuses input').click();"
        " document.body.offsetHeight; return performance.now() - start; }"
    )
    assert taken < 2000
    tab.focus("#claims .list")
    tab.keyboard.press("End")
    assert tab.inner_text("#claims .row[aria-selected=true] .what") == "Sweden may follow"
