from __future__ import annotations

from spacy.tokens import Doc

from newsclaims.annotate.marks import Timex
from newsclaims.claim import Claim, Date
from newsclaims.extract.candidate import Attribution, Candidate, StatusMark
from newsclaims.extract.clause import Argument, Clause
from newsclaims.resolve.claims import assemble
from newsclaims.resolve.names import Named
from newsclaims.resolve.spans import place
from tests.docs import build

DOC = build("""
    On       IN  2 case
    Friday   NNP 5 obl
    ,        ,   5 punct
    she      PRP 5 nsubj
    told     VBD 0 root lemma=tell
    donors   NNS 5 obj  lemma=donor
    that     IN  9 mark
    aid      NN  9 nsubj
    ended    VBD 5 ccomp lemma=end
    ,        ,   5 punct
    Reuters  NNP 12 nsubj ent=ORG
    reported VBD 5 parataxis lemma=report
    .        .   5 punct
""")
SHE = Argument("subject", 3, 3, 4)
DONORS = Argument("object", 5, 5, 6)
AID = Argument("subject", 7, 7, 8)
TOLD = Clause(head=4, start=4, end=5, extent=(0, 9), kind="main", verbs=(4,), lemma="tell", tense="past", subject=SHE)
ENDED = Clause(head=8, start=8, end=9, extent=(6, 9), kind="content", verbs=(8,), lemma="end", tense="past", subject=AID)
FRIDAY = Timex(1, 2, "DATE", (), preposition=0)
SAID = (
    Attribution(SHE, (4, 5), 4, ((6, 9),), "indirect", "verb before", time=FRIDAY, outer=1),
    Attribution(Argument("subject", 10, 10, 11), (11, 12), 11, ((0, 9),), "indirect", "verb after"),
    Attribution(None, None, None, ((6, 9),), "direct", "continuation", outer=0),
)


def names(doc: Doc, head: int, start: int, end: int) -> Named:
    """Knows who "she" is."""
    return (
        Named("PERSON", "Amina Diallo") if head == 3 else Named(doc[head].ent_type_ or None, place(doc, start, end)["text"])
    )


def dates(timex: Timex) -> Date:
    return Date(**place(DOC, 0, timex.end), value="2025-01-03")


def made(*candidates: Candidate, said: tuple[Attribution, ...] = SAID) -> tuple[Claim, ...]:
    return assemble(DOC, "a1b2", candidates, said, names, dates)


def candidate(clause: Clause = ENDED, attribution: int | None = 0, **others: object) -> Candidate:
    fields = {"actor": clause.subject, "target": None, "arguments": (), "time": None, **others}
    status = StatusMark("actual")
    return Candidate(clause=clause, status=status, attribution=attribution, evidence=(0, 13), rule="active", **fields)  # type: ignore[arg-type]


def test_offsets_are_code_points_and_give_the_text_back() -> None:
    (claim,) = made(candidate())
    for span in (claim.actor, claim.action, claim.evidence, claim.source, claim.source and claim.source.cue):
        assert span is not None
        assert DOC.text[span.start : span.end] == span.text
    assert claim.action.text == "ended"


def test_sources_come_nearest_first_with_cue_date_and_those_around_them() -> None:
    (claim,) = made(candidate())
    source = claim.source
    assert source is not None
    assert (source.text, source.entity, source.type, source.quote) == ("she", "Amina Diallo", "PERSON", "indirect")
    assert source.cue is not None
    assert source.cue.text == "told"
    assert source.date is not None
    assert source.date.value == "2025-01-03"
    assert source.via is not None
    assert (source.via.entity, source.via.via) == ("Reuters", None)
    assert claim.rule == "active + verb before"


def test_a_quotation_without_a_speaker_of_its_own_has_the_one_around_it() -> None:
    (claim,) = made(candidate(attribution=2))
    assert claim.source is not None
    assert claim.source.entity == "Amina Diallo"


def test_attributions_that_stand_in_each_other_do_not_hang() -> None:
    ring = (SAID[0]._replace(outer=1), SAID[1]._replace(outer=0))
    (claim,) = made(candidate(), said=ring)
    assert claim.source is not None
    assert claim.source.via is not None
    assert claim.source.via.via is None


def test_the_articles_own_voice_has_no_source() -> None:
    (claim,) = made(candidate(TOLD, None, target=DONORS, time=FRIDAY))
    assert claim.source is None
    assert claim.rule == "active"


def test_the_claim_reads_well_on_its_own() -> None:
    (claim,) = made(candidate(TOLD, None, target=DONORS, time=FRIDAY))
    assert claim.text == "Amina Diallo told donors on Friday"


def test_roles_of_arguments_are_prepositions_or_kinds() -> None:
    arguments = (Argument("oblique", 1, 1, 2, marker="on"), Argument("complement", 8, 6, 9), Argument("time", 1, 0, 2))
    (claim,) = made(candidate(TOLD, None, arguments=arguments))
    assert [argument.role for argument in claim.arguments] == ["on", "complement", "time"]


def test_a_compound_keeps_its_members() -> None:
    both = Argument("object", 5, 5, 8, parts=((5, 5, 6), (7, 7, 8)))
    (claim,) = made(candidate(TOLD, None, target=both))
    assert claim.target is not None
    assert [part.text for part in claim.target.parts] == ["donors", "aid"]


def test_one_proposition_is_one_claim_and_different_ones_have_different_ids() -> None:
    same = made(candidate(), candidate())
    assert len(same) == 1
    ids = {claim.id for claim in made(candidate(), candidate(TOLD), candidate(TOLD, target=DONORS))}
    assert len(ids) == 3
    assert same == made(candidate())


def test_why_names_sources_and_what_the_actor_is_to_the_clause() -> None:
    (claim,) = assemble(DOC, "a1b2", [candidate()], SAID, names, dates, explain=True)
    assert 'source: "she" by "told", pattern verb before, indirect' in claim.why
    assert 'source: "Reuters" by "reported", pattern verb after, indirect' in claim.why
    shared = candidate(ENDED._replace(conjunct_of=4), actor=SHE)
    (claim,) = assemble(DOC, "a1b2", [shared], SAID, names, dates, explain=True)
    assert 'actor: "she", the subject, from another clause' in claim.why
    assert 'action: "ended", active, past, coordinated' in claim.why
    assert made(candidate())[0].why == ()
