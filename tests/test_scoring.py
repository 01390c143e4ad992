"""The scorer: what counts as the same claim, the same span, the same name."""

from __future__ import annotations

from tests.casefile import GoldClaim, Mention
from tests.scoring import Count, agreement, same_name, same_span, score, total

TEXT = "Kovac said the old bridge was blown up by soldiers, but she has not been told."


def mention(words: str, entity: str = "") -> Mention:
    start = TEXT.index(words)
    return Mention(words, start, start + len(words), entity or words)


BLOWN = GoldClaim(mention("was blown up"), mention("soldiers"), mention("the old bridge"), mention("Kovac", "Ana Kovac"))
TOLD = GoldClaim(mention("has not been told"), None, mention("she", "Ana Kovac"), status="negated")


def test_the_same_claims_are_all_right() -> None:
    result = score([BLOWN, TOLD], [TOLD, BLOWN], TEXT)
    assert {name: result.f1(name) for name in ("trigger", "actor", "target", "source", "status", "claim")} == dict.fromkeys(
        ("trigger", "actor", "target", "source", "status", "claim"), 1.0
    )
    assert result.differences == ()


def test_missed_and_extra_claims_count_in_every_field() -> None:
    result = score([BLOWN], [TOLD], TEXT)
    assert result.counts["trigger"] == Count(0, 1, 1)
    assert result.counts["actor"] == Count(0, 0, 1)
    assert result.counts["target"] == Count(0, 1, 1)
    assert [difference.field for difference in result.differences] == ["missed", "extra"]


def test_optional_claims_are_neither_missed_nor_wrong() -> None:
    maybe = BLOWN._replace(optional=True)
    assert score([maybe], [], TEXT).counts["trigger"] == Count()
    assert score([maybe], [BLOWN], TEXT).counts["trigger"] == Count()


def test_auxiliaries_alone_make_no_pair() -> None:
    other = BLOWN._replace(action=mention("was"))
    assert score([BLOWN], [other], TEXT).counts["trigger"] == Count(0, 1, 1)
    assert score([other], [BLOWN], TEXT).counts["trigger"] == Count(1, 0, 0)


def test_a_wrong_source_spoils_the_claim_and_nothing_else() -> None:
    result = score([BLOWN], [BLOWN._replace(source=None)], TEXT)
    assert result.counts["claim"] == Count(0, 1, 1)
    assert result.counts["source"] == Count(0, 0, 1)
    assert result.f1("target") == 1.0


def test_spans_may_differ_a_little_or_name_the_same() -> None:
    assert same_span(mention("the old bridge"), mention("bridge"))
    assert not same_span(mention("the old bridge"), mention("soldiers"))
    assert same_span(mention("she", "Ana Kovac"), mention("Kovac", "Ana Kovac"))
    assert not same_name(mention("she", "Ana Kovac"), mention("she"))
    assert same_span(None, None)
    assert not same_span(None, mention("she"))


def test_agreement_leaves_out_articles_and_marks() -> None:
    assert agreement("the bridge", "“bridge”") == 1.0
    assert agreement("old stone bridge", "bridge") == 0.5
    assert agreement("the", "the") == 1.0
    assert agreement("", "bridge") == 0.0


def test_totals_add_up() -> None:
    one, two = score([BLOWN], [BLOWN], TEXT), score([TOLD], [], TEXT)
    assert total([one, two]).counts["trigger"] == Count(1, 0, 1)
