from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claim import Extraction, Generator, TextSpan
from newsclaims.render.records import claim_record, dumps, line, model_json
from newsclaims.render.streams import document, shape_lines
from tests.render.test_table import reading


class Kept:
    """An output that keeps its text."""

    text = ""

    def write(self, text: str) -> None:
        self.text += text

    def close(self) -> None:
        self.text += "\0"

    def discard(self) -> None:
        raise AssertionError


@given(st.text(alphabet=st.characters()) | st.text("\x00\x1b\x7f\x9b\u202e\u2066\u2028\ufeff\ud800aé"))
def test_json_gives_the_text_back_and_sends_no_control_character(text: str) -> None:
    written = dumps({"text": text})
    assert json.loads(written) == {"text": text}
    assert not any(ord(c) < 32 or 0x7F <= ord(c) <= 0x9F or 0x2028 <= ord(c) <= 0x202E for c in written)
    written.encode()


@given(st.text(alphabet=st.characters()) | st.text("\x00\x1b\x7f\x9b\u202e\u2066\u2028\ufeff\ud800aé"))
def test_a_record_is_written_as_its_dict_is(text: str) -> None:
    span = TextSpan.model_construct(text=text, start=0, end=len(text))
    assert model_json(span) == dumps(span.model_dump())
    assert model_json(span, without={"text", "end"}) == '{"start":0}'


def test_letters_of_other_scripts_stand_as_they_are() -> None:
    assert dumps("Київ, Zürich, 平壌") == '"Київ, Zürich, 平壌"'


def test_a_line_is_the_claim_with_its_article() -> None:
    one, two = shape_lines(reading(number=2)).splitlines(keepends=True)
    record = json.loads(one)
    assert one == two
    assert one.count("\n") == 1
    assert record["article"] == reading().record.model_dump(mode="json")
    assert record["actor"]["entity"] == "Norway"


def test_what_nobody_asked_for_is_left_out_of_a_line() -> None:
    read = reading()
    (claim,) = read.claims
    for why in ((), ("a verb",)):
        asked = claim.model_copy(update={"why": why})
        record = json.loads(line(asked, model_json(read.record)))
        assert record == claim_record(asked) | {"article": read.record.model_dump(mode="json")}
        assert ("why" in record) is bool(why)


def test_the_document_is_what_its_own_model_reads() -> None:
    read, out = reading(number=2), Kept()
    sink = document(out, Generator(version="1", model="m"))
    for _ in range(2):
        sink.write(read.record, sink.shape(read))
    sink.close()
    extraction = Extraction.model_validate_json(out.text.removesuffix("\0"))
    assert extraction.articles == (read.record,) * 2
    assert out.text.endswith("}\n\0")
    assert extraction.claims == read.claims * 2
