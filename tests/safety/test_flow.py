"""Any text through the whole flow: no crash, every span at its place, output that can be read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsclaims import flow
from newsclaims.claim import Claim
from newsclaims.errors import ReadError
from newsclaims.read import Article, article
from newsclaims.render.records import dumps, line, model_json
from newsclaims.resolve.quotations import quotations
from tests.casefile import SAMPLES
from tests.safety.hostile import harmless

WORDS = (
    "The court fined Acme on Friday . , “ ” \" ' ’ ( ) [ ] : — said that Shea told Kim and Putin in Oslo will not have "
    "been She who according to last month 3 May 2019 10 a.m. U.S. NATO (NATO) 's ; ? ! … * • - By Jane Roe = + @ <b> "
    "\x1b[31m \u202e \u200b \u0301 😀 وقال 北京 \ufeff \u2028 \x85 \t \n \n\n \r\n \u00a0 http://a.example/b?c=d $5 "
    "million % 1990s title: date: ---"
).split(" ")
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=60).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda between: between.join(words))
)


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with text, start and end in a JSON value."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from spans(one)


def test_texts_that_break_off_anywhere(nlp: Language) -> None:
    paragraphs = [one for path in sorted(SAMPLES.glob("*.txt")) for one in path.read_text(encoding="utf-8").split("\n")]
    words = [one.split() for one in paragraphs if one.count(" ") > 3]
    ends = [(part, 1 + place % (len(part) - 1)) for place, part in enumerate(words * 2)]
    texts = [" ".join(part[:end]).rstrip('.,;:!?”"') for part, end in ends]
    for doc, text in zip(nlp.pipe(texts, disable=["claims"]), texts, strict=True):
        flow.reading([doc], Article(text))


@given(text=TEXTS)
@example(text="“" * 40 + "He said" + "”" * 40)
@example(text="said " * 300)
@example(text="Mr. " * 200)
@example(text="\ud800 met Kim.")
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text(text: str, nlp: Language) -> None:
    try:
        read = article(text)
    except ReadError:
        return
    text = read.text
    found = flow.reading(flow.parsed(read, nlp), read)
    assert len({claim.id for claim in found.claims}) == len(found.claims)
    record = model_json(read.record)
    for claim in found.claims:
        well(claim, text, record)
    for doc in flow.parsed(read, nlp):
        for row in quotations(doc, read):
            for span in spans(row):
                assert text[span["start"] : span["end"]] == span["text"]


def well(claim: Claim, text: str, record: str) -> None:
    """Check a claim's offsets and its line of JSON."""
    written = line(claim, record)
    harmless(written)
    assert written.count("\n") == 1
    for span in spans(json.loads(written)):
        assert text[span["start"] : span["end"]] == span["text"]
    assert claim.text
    assert Claim.model_validate(claim.model_dump()) == claim


@given(st.text())
def test_json_and_csv_give_any_text_back(text: str) -> None:
    assert json.loads(dumps([text])) == [text]
    sheet = io.StringIO(newline="")
    csv.writer(sheet).writerow([text, ""])
    assert next(csv.reader(io.StringIO(sheet.getvalue(), newline="")))[0] == text
