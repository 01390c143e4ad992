"""Clusters: what belongs together, who says it first, who stands behind it, who denies it, what does not agree."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclaims.claim import Claim
from newsclaims.compare import compare
from newsclaims.compare.cluster import Cluster
from tests.compare.made import articles, claim

SENT = claim("Pyongyang", "sent", "around 12,000 troops", lemma="send", to="Russia")
DISPATCHED = claim("North Korea", "dispatched", "some 12,000 soldiers", lemma="dispatch", to="Russia", source="Seoul")


def the_cluster(*claims: Claim, **given: bool) -> Cluster:
    (cluster,) = compare(articles(*claims), **given)
    return cluster


def test_a_paraphrase_is_the_same_claim() -> None:
    cluster = the_cluster(SENT, DISPATCHED)
    assert [wording.text for wording in cluster.wordings] == [SENT.text, DISPATCHED.text]
    assert cluster.claims == ("c0", "c1")
    assert cluster.articles == 2
    assert not cluster.denied_by
    assert not cluster.disagreements


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            claim("Norway", "gave", "Kyiv", lemma="give", object="two radars"),
            claim("Oslo", "supplied", "Ukraine", lemma="supply", object="two radars"),
        ),
        (
            claim("the quake", "killed", "30 people", lemma="kill", **{"in": "Nepal"}),
            claim("a quake", "left", "30 people", lemma="leave", complement="dead", **{"in": "Nepal"}),
        ),
        (
            claim("the mine", "imposed", "a fine of $5 million", lemma="impose", on="Norvik"),
            claim("the mine", "fined", "Norvik", lemma="fine", object="$5 million"),
        ),
        (
            claim("the miners", "died", "", lemma="die", **{"in": "Lota"}),
            claim("", "were killed", "the miners", lemma="kill", **{"in": "Lota"}),
        ),
        (
            claim("the Turkish government", "shut", "the border", lemma="shut", **{"with": "Syria"}),
            claim("Ankara", "closed", "the border", lemma="close", **{"with": "Syria"}),
        ),
        (
            claim("Velia", "received", "two ferries", lemma="receive", **{"from": "Norway"}),
            claim("Norway", "gave", "Velia", lemma="give", object="two ferries"),
        ),
    ],
    ids=["recipient", "leave dead", "impose a fine", "die", "government", "receive"],
)
def test_the_same_in_another_construction(one: Claim, other: Claim) -> None:
    cluster = the_cluster(one, other)
    assert not cluster.denied_by
    assert not cluster.disagreements


@pytest.mark.parametrize(
    "other",
    [
        claim("South Korea", "sent", "around 12,000 troops", lemma="send", to="Russia"),
        claim("Pyongyang", "sent", "around 12,000 troops", lemma="send", to="Syria"),
        claim("Pyongyang", "sent", "40 doctors", lemma="send", to="Russia"),
        claim("Pyongyang", "trained", "around 12,000 troops", lemma="train", to="Russia"),
        claim("Pyongyang", "may send", "around 12,000 troops", lemma="send", status="possible", to="Russia"),
        claim("Pyongyang", "sent", "around 12,000 troops", lemma="send", to="Russia", date="2023-01-09"),
    ],
    ids=["actor", "place", "object", "action", "status", "date"],
)
def test_what_differs_in_one_thing_is_another_claim(other: Claim) -> None:
    here = claim("Pyongyang", "sent", "around 12,000 troops", lemma="send", to="Russia", date="2025-03-01")
    assert compare(articles(here, other)) == []


def test_a_denial_names_who_denies() -> None:
    plain = claim("Pyongyang", "did not send", "troops", lemma="send", status="negated", to="Russia", source="Kremlin")
    by_cue = claim("Pyongyang", "sent", "troops", lemma="send", to="Russia", source="Moscow", cue="denied")
    by_chain = claim("Pyongyang", "denies sending", "troops", lemma="send", to="Russia")
    cluster = the_cluster(SENT, plain, by_cue, by_chain)
    assert cluster.text == SENT.text
    assert [denial.name for denial in cluster.denied_by] == ["Kremlin", "Moscow", "Pyongyang"]
    assert cluster.independent == 1


def test_what_is_only_denied_has_nobody_behind_it() -> None:
    denials = (
        claim("", "was overloaded", "the Santa Rosa", lemma="overload", source=who, cue="denied")
        for who in ("Ocampo", "Lim")
    )
    cluster = the_cluster(*denials)
    assert cluster.independent == 0
    assert cluster.sources == ()
    assert [denial.name for denial in cluster.denied_by] == ["Ocampo", "Lim"]


def test_opposite_verbs_contradict() -> None:
    cluster = the_cluster(
        claim("Hamas", "accepted", "the truce", lemma="accept"), claim("Hamas", "turned down", "the truce", lemma="turn")
    )
    assert [denial.name for denial in cluster.denied_by] == ["Paper 1"]


def test_figures_disagree_only_where_both_cannot_be_right() -> None:
    def sent(number: str) -> Claim:
        return claim("Pyongyang", "sent", f"{number} troops", lemma="send", to="Russia")

    assert not the_cluster(sent("around 12,000"), sent("11,500"), sent("more than 10,000")).disagreements
    (found,) = the_cluster(sent("10,000"), sent("15,000"), sent("10,000")).disagreements
    assert found.kind == "number"
    assert [(value.text, len(value.claims)) for value in found.values] == [("10,000 troops", 2), ("15,000 troops", 1)]


def test_days_disagree() -> None:
    def came(day: str) -> Claim:
        return claim("Putin", "arrived", "", lemma="arrive", **{"in": "Hanoi"}, date=day)

    (found,) = the_cluster(came("2025-03-03"), came("2025-03-06")).disagreements
    assert found.kind == "date"
    assert [value.text for value in found.values] == ["2025-03-03", "2025-03-06"]


def test_the_first_report_is_the_earliest_in_whatever_order() -> None:
    made = articles(SENT, DISPATCHED)
    for order in (made, made[::-1]):
        (cluster,) = compare(order)
        assert (cluster.first.claim, cluster.since) == ("c0", "2025-03-05")


def test_one_source_in_ten_articles_is_one() -> None:
    wordings = [claim("Iran", "tested", f"a missile {n}", lemma="test", source="Seoul") for n in "abcdefghij"]
    cluster = the_cluster(*wordings)
    assert cluster.articles == 10
    assert cluster.independent == 1
    assert [(backer.name, backer.kind, len(backer.claims)) for backer in cluster.sources] == [("Seoul", "source", 10)]


def test_a_text_that_is_reprinted_is_one_and_own_reports_are_several() -> None:
    reprinted = claim("Iran", "tested", "a missile", lemma="test", near="Qom")
    own = claim("Iran", "fired", "a missile", lemma="test", near="Qom")
    cluster = the_cluster(reprinted, reprinted, own)
    assert len(cluster.sources) == 3
    assert cluster.independent == 2


def test_a_single_claim_is_left_out_unless_asked_for() -> None:
    assert compare(articles(SENT)) == []
    assert the_cluster(SENT, singles=True).claims == ("c0",)


def test_a_claim_with_nobody_in_it_is_left_out() -> None:
    assert compare(articles(claim("they", "left", lemma="leave")), singles=True) == []


def test_a_surname_is_known_from_another_article_if_it_is_one_persons() -> None:
    def met(who: str, **more: str) -> Claim:
        made = claim(who, "met", "Putin", lemma="meet", **more)
        assert made.actor is not None
        return made.model_copy(update={"actor": made.actor.model_copy(update={"type": "PERSON"})})

    assert len(compare(articles(met("Kim"), met("Kim Jong Un")))) == 1
    assert compare(articles(met("Kim Yo Jong"), met("Kim Jong Un"))) == []


@given(st.randoms(use_true_random=False))
def test_order_changes_nothing(dice: random.Random) -> None:
    made = articles(SENT, DISPATCHED, claim("Hamas", "accepted", "the truce", lemma="accept"), SENT)
    mixed = dice.sample(made, len(made))
    assert {frozenset(cluster.claims) for cluster in compare(mixed)} == {frozenset({"c0", "c1", "c3"})}


def test_who_does_nothing_else_in_common_does_not_do_the_same() -> None:
    assert (
        compare(articles(claim("Oslo", "spoke", lemma="speak"), claim("Oslo", "spoke", lemma="speak", of="a reform"))) == []
    )
    assert (
        compare(
            articles(claim("I", "sent", "two letters", lemma="send"), claim("", "were sent", "two letters", lemma="send"))
        )
        == []
    )


def test_nothing_of_nothing() -> None:
    assert compare([]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # who acts in the one is who the other is done to: a passive only if the verb or more of it is the same
        (claim("Anna Berg", "promoted", "a plan", lemma="promote"), claim("", "was elected", "Anna Berg", lemma="elect")),
        (claim("the people", "are", "out there", lemma="be"), claim("", "are", "people", lemma="be")),
        (claim("", "gets back", "Anna Berg", lemma="get"), claim("", "gets away", "Anna Berg", lemma="get")),
    ],
)
def test_a_shared_name_does_not_make_one_event(one: Claim, other: Claim) -> None:
    assert not compare(articles(one, other))


def test_prices_that_rise_are_prices_that_are_raised() -> None:
    cluster = the_cluster(
        claim("Oil prices", "increased", date="2025-03-03", lemma="increase"),
        claim("", "were increased", "oil prices", date="2025-03-03", lemma="increase"),
    )
    assert cluster.articles == 2


def test_who_acts_in_a_group_keeps_others_out_though_a_third_claim_names_nobody() -> None:
    backed = claim("The Courier", "backed", "Anna Berg", lemma="back")
    nobody = claim("", "was supported by many of those asked", "Anna Berg", lemma="support")
    unions = claim("Transport unions", "support", "Anna Berg", lemma="support")
    found = compare(articles(backed, nobody, unions), singles=True)
    assert not any({"c0", "c2"} <= set(one.claims) for one in found)
    assert any(len(one.claims) == 2 for one in found), "one of them is told with the claim that names nobody"
