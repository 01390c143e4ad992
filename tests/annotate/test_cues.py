"""Cue words are found by lemma and part of speech, the longest entry first."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from newsclaims.annotate.cues import cues
from newsclaims.lexicon import rows

VOCAB = Vocab()


def make(*tokens: str) -> Doc:
    """A Doc from "word/POS/lemma"; part of speech and lemma may be left out."""
    split = [(*token.split("/"), *(("X", "") if "/" not in token else ("",)))[:3] for token in tokens]
    return Doc(
        VOCAB,
        words=[word for word, _, _ in split],
        pos=[pos for _, pos, _ in split],
        lemmas=[lemma or word.lower() for word, _, lemma in split],
    )


def found(*tokens: str) -> list[tuple[str, str, str]]:
    doc = make(*tokens)
    return [(doc[cue.start : cue.end].text, cue.kind, cue.sense) for cue in cues(doc)]


def test_verbs_by_lemma() -> None:
    assert found("Shea", "said/VERB/say", "so", "and", "denied/VERB/deny", "it") == [
        ("said", "verb", "say"),
        ("denied", "verb", "deny"),
    ]


def test_a_word_of_another_class_is_no_cue() -> None:
    assert found("the", "say/X/say") == []
    assert found("her", "claim/NOUN/claim") == [("claim", "noun", "say")]


def test_a_wrong_lemma_does_no_harm_to_regular_verbs() -> None:
    assert found("He", "replied/VERB/repli", "and", "revealed/VERB/reveale", "it") == [
        ("replied", "verb", "say"),
        ("revealed", "verb", "say"),
    ]


def test_phrasal_verbs_win_over_simple_ones() -> None:
    assert found("He", "pointed/VERB/point", "out", "that") == [("pointed out", "verb", "say")]
    assert found("He", "made/VERB/make", "it/PRON", "clear/ADJ", "that")[0] == ("made it clear", "verb", "say")
    assert found("He", "called/VERB/call", "for", "calm") == [("called for", "verb", "order")]
    assert found("He", "called/VERB/call", "it", "calm") == [("called", "verb", "judge")]


def test_adjectives_and_prepositions() -> None:
    assert found("They", "are", "concerned/ADJ") == [("concerned", "adjective", "feel")]
    assert found("According/VERB/accord", "to", "the", "UN") == [("According to", "preposition", "say")]
    assert found("in", "the", "view/NOUN", "of", "many") == [("in the view of", "preposition", "believe")]


def test_colons() -> None:
    assert found("Mayor", ":", "No", "ferry") == [(":", "colon", "say")]


@pytest.mark.parametrize(
    ("name", "column", "least"),
    [
        ("reporting_verbs", "verb", 400),
        ("reporting_nouns", "noun", 100),
        ("reporting_adjectives", "adjective", 50),
        ("attribution_prepositions", "phrase", 15),
    ],
)
def test_lexicons_are_whole(name: str, column: str, least: int) -> None:
    entries = rows(name)
    keys = [row[column] for row in entries]
    assert len(keys) == len(set(keys)) >= least
    for row in entries:
        assert row["class"], row
        assert row["example"].endswith((".", '"')), row
        stem = row[column].split()[0][:1].lower()
        assert any(word.lower().lstrip('"').startswith(stem) for word in row["example"].split()), row


def test_verbs_name_what_they_take() -> None:
    for row in rows("reporting_verbs"):
        assert row["that"] or row["quote"] or row["infinitive"] or row["np"], row
        assert row["np"] in ("", "content", "text", "judged", "addressee"), row
