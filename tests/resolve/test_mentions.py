"""Who is meant, on Docs built by hand."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsclaims.extract.candidate import Attribution
from newsclaims.extract.clause import Argument
from newsclaims.resolve.mentions import who
from newsclaims.resolve.names import Named
from tests.docs import build

INTRODUCED = """
    Trade    NNP 2 compound
    Minister NNP 3 nmod:desc lemma=minister
    Ana      NNP 5 nsubj  ent=PERSON
    Ruiz     NNP 3 flat   ent=PERSON
    met      VBD 0 root   lemma=meet
    Kofi     NNP 5 obj    ent=PERSON
    Mensah   NNP 6 flat   ent=PERSON
    .        .   5 punct
"""


def named(doc: Doc, word: str, nth: int = 1, end: int = 0, said: Sequence[Attribution] = ()) -> Named:
    """Ask who the nth occurrence of a word is; the mention has ``end`` tokens after it, and its determiner."""
    head = [token.i for token in doc if token.text == word][nth - 1]
    start = head - 1 if head and doc[head - 1].tag_ in ("DT", "PRP$") else head
    return who(doc, said)(doc, head, start, head + 1 + end)


def test_a_surname_is_the_full_name_without_title() -> None:
    doc = build(
        INTRODUCED
        + """
    Mensah NNP 2 nsubj ent=PERSON
    smiled VBD 0 root  lemma=smile
    .      .   2 punct
    """
    )
    assert named(doc, "Mensah", 2) == Named("PERSON", "Kofi Mensah")
    assert named(doc, "Ana") == Named("PERSON", "Ana Ruiz")


def test_a_title_comes_back_as_a_description() -> None:
    doc = build(
        INTRODUCED
        + """
    The      DT  2 det
    minister NN  3 nsubj lemma=minister
    smiled   VBD 0 root  lemma=smile
    .        .   3 punct
    """
    )
    assert named(doc, "minister") == Named("PERSON", "Ana Ruiz")


def test_a_minister_of_another_nation_is_somebody_else() -> None:
    doc = build(
        INTRODUCED.replace("Trade    NNP 2 compound", "Kenyan   JJ  2 amod lemma=kenyan")
        + """
    The      DT  3 det
    Turkish  JJ  3 amod  lemma=turkish
    minister NN  4 nsubj lemma=minister
    smiled   VBD 0 root  lemma=smile
    .        .   4 punct
    """
    )
    head = next(token.i for token in doc if token.text == "Turkish") + 1
    assert who(doc)(doc, head, head - 2, head + 1) == Named("PERSON", "The Turkish minister")


def test_gender_decides_between_two_people() -> None:
    doc = build(
        INTRODUCED
        + """
    She    PRP 2 nsubj
    smiled VBD 0 root  lemma=smile
    ,      ,   5 punct
    he     PRP 5 nsubj
    left   VBD 2 conj  lemma=leave
    .      .   2 punct
    """
    )
    assert named(doc, "She").entity == "Ana Ruiz"
    assert named(doc, "he").entity == "Kofi Mensah"


def test_a_pronoun_without_antecedent_stays_itself() -> None:
    doc = build("She PRP 2 nsubj\nsmiled VBD 0 root lemma=smile\n. . 2 punct")
    assert named(doc, "She") == Named(None, "She")


def test_an_apposition_names_the_description() -> None:
    doc = build(
        """
    The    DT  2 det
    mayor  NN  7 nsubj lemma=mayor
    ,      ,   4 punct
    Lena   NNP 2 appos ent=PERSON
    Okoye  NNP 4 flat  ent=PERSON
    ,      ,   4 punct
    agreed VBD 0 root  lemma=agree
    .      .   7 punct
    """
    )
    assert named(doc, "mayor") == Named("PERSON", "Lena Okoye")


def test_two_people_come_back_as_two() -> None:
    doc = build(
        INTRODUCED
        + """
    The     DT  3 det
    two     CD  3 nummod
    leaders NNS 4 nsubj lemma=leader
    smiled  VBD 0 root  lemma=smile
    .       .   4 punct
    They    PRP 7 nsubj
    left    VBD 4 parataxis lemma=leave
    """
    )
    head = next(token.i for token in doc if token.text == "leaders")
    assert who(doc)(doc, head, head - 2, head + 1).entity == "Ana Ruiz and Kofi Mensah"
    assert named(doc, "They").entity == who(doc)(doc, head, head - 2, head + 1).entity


def test_a_compound_names_its_members_in_full() -> None:
    doc = build(
        INTRODUCED
        + """
    Ruiz   NNP 4 nsubj ent=PERSON
    and    CC  3 cc
    Mensah NNP 1 conj  ent=PERSON
    agreed VBD 0 root  lemma=agree
    .      .   4 punct
    """
    )
    assert named(doc, "Ruiz", 2, end=2).entity == "Ana Ruiz and Kofi Mensah"
    assert named(doc, "Ruiz", 2).entity == "Ana Ruiz"


CAPITAL = """
    North     NNP 2 compound ent=GPE
    Korea     NNP 3 nsubj    ent=GPE
    fired     VBD 0 root     lemma=fire
    a         DT  5 det
    missile   NN  3 obj
    from      IN  7 case
    Pyongyang NNP 3 obl      ent=GPE
    .         .   3 punct
    Pyongyang NNP 10 nsubj   ent=GPE
    denied    VBD 3 parataxis lemma=deny
    it        PRP 10 obj
    .         .   10 punct
"""


def test_a_capital_that_acts_is_its_government() -> None:
    doc = build(CAPITAL)
    assert named(doc, "Pyongyang", 2) == Named("GPE", "North Korea")
    assert named(doc, "Pyongyang", 1) == Named("GPE", "Pyongyang")


def test_a_capital_whose_state_is_not_in_the_article_stays_a_city() -> None:
    doc = build(CAPITAL.replace("North     NNP", "East      NNP").replace("Korea  ", "Anglia "))
    assert named(doc, "Pyongyang", 2).entity == "Pyongyang"


def test_states_go_by_their_common_names() -> None:
    doc = build("The DT 2 det\nDPRK NNP 3 nsubj ent=GPE\nagreed VBD 0 root lemma=agree\n. . 3 punct")
    assert named(doc, "DPRK") == Named("GPE", "North Korea")


def said_by(doc: Doc, source: str, start: int, end: int) -> Attribution:
    head = next(token.i for token in doc if token.text == source)
    return Attribution(Argument("subject", head, head, head + 1), None, None, ((start, end),), "direct", "verb")


QUOTED = (
    INTRODUCED
    + """
    “      ``  3 punct
    We     PRP 3 nsubj
    agree  VBP 8 ccomp lemma=agree
    with   IN  5 case
    him    PRP 3 obl
    ”      ''  3 punct
    Ruiz   NNP 8 nsubj ent=PERSON
    said   VBD 0 root  lemma=say
    .      .   8 punct
"""
)


def test_we_in_a_quotation_is_the_one_who_speaks() -> None:
    doc = build(QUOTED)
    quote = next(token.i for token in doc if token.text == "“")
    said = Attribution(
        Argument("subject", quote + 6, quote + 6, quote + 7), None, None, ((quote + 1, quote + 5),), "direct", "verb"
    )
    assert named(doc, "We", said=[said]).entity == "Ana Ruiz"
    assert named(doc, "him", said=[said]).entity == "Kofi Mensah"


def test_a_headline_description_is_named_below_it() -> None:
    doc = build(
        """
    Judge   NN  2 nsubj lemma=judge
    rejects VBZ 0 root  lemma=reject
    plea    NN  2 obj
    \\n
    Justice NNP 2 nmod:desc lemma=justice
    Omar    NNP 4 nsubj ent=PERSON
    Haddad  NNP 2 flat  ent=PERSON
    ruled   VBD 0 root  lemma=rule
    .       .   4 punct
    """
    )
    assert named(doc, "Judge") == Named("PERSON", "Omar Haddad")


def test_an_abbreviation_is_its_long_form() -> None:
    doc = build(
        """
    The       DT  4 det
    River     NNP 4 compound ent=ORG
    Fisheries NNP 4 compound ent=ORG
    Authority NNP 8 nsubj ent=ORG
    (         -LRB- 6 punct
    RFA       NNP 4 appos ent=ORG
    )         -RRB- 6 punct
    met       VBD 0 root lemma=meet
    .         .   8 punct

    RFA    NNP 2 nsubj ent=ORG
    agreed VBD 0 root  lemma=agree
    .      .   2 punct
    """
    )
    assert named(doc, "RFA", 2) == Named("ORG", "River Fisheries Authority")


def test_a_relation_is_who_was_introduced_as_such() -> None:
    doc = build(
        """
    Tom    NNP 8 nsubj ent=PERSON
    Baker  NNP 1 flat  ent=PERSON
    and    CC  5 cc
    his    PRP$ 5 nmod:poss
    wife   NN  1 conj  lemma=wife
    Joan   NNP 5 appos ent=PERSON
    Baker  NNP 6 flat  ent=PERSON
    sued   VBD 0 root  lemma=sue
    .      .   8 punct

    His    PRP$ 2 nmod:poss
    wife   NN  3 nsubj lemma=wife
    won    VBD 0 root  lemma=win
    .      .   3 punct
    """
    )
    assert named(doc, "wife", 2) == Named("PERSON", "Joan Baker")


def test_types_of_the_unnamed_come_from_their_nouns() -> None:
    doc = build(
        """
    Intelligence NN  2 compound lemma=intelligence
    officials    NNS 3 nsubj lemma=official
    told         VBD 0 root  lemma=tell
    the          DT  5 det
    ministry     NN  3 obj   lemma=ministry
    the          DT  7 det
    truth        NN  3 obj   lemma=truth
    .            .   3 punct
    """
    )
    assert named(doc, "officials").type == "PERSON"
    assert named(doc, "ministry").type == "ORG"
    assert named(doc, "truth").type is None


def test_whom_a_quotation_names_did_not_speak_it() -> None:
    doc = build("""
        Sue      NNP 3 nsubj  ent=PERSON
        Barratt  NNP 1 flat   ent=PERSON
        spoke    VBD 0 root   lemma=speak
        .        .   3 punct

        “        ``  3 punct
        We       PRP 3 nsubj
        mourn    VBP 7 ccomp
        Anna     NNP 3 obj    ent=PERSON
        ”        ''  3 punct
        she      PRP 7 nsubj
        said     VBD 0 root   lemma=say
        .        .   7 punct
    """)
    she = next(token.i for token in doc if token.text == "she")
    quote = next(token.i for token in doc if token.text == "“")
    source = Argument("subject", she, she, she + 1)
    said = Attribution(source, None, None, ((quote + 1, quote + 4),), "direct", "verb")
    assert named(doc, "she", said=(said,)) == Named("PERSON", "Sue Barratt")


def test_a_day_is_nobody() -> None:
    doc = build("""
        They   PRP 2 nsubj
        met    VBD 0 root lemma=meet
        on     IN  4 case
        Friday NNP 2 obl
        .      .   2 punct

        It     PRP 2 nsubj
        failed VBD 0 root lemma=fail
        .      .   2 punct
    """)
    assert named(doc, "It").entity == "It"


FIRM = """
    Halvorsen NNP 2 compound ent=PERSON
    Airways   NNP 4 nsubj    ent=PERSON
    will      MD  4 aux
    grow      VB  0 root     lemma=grow
    .         .   4 punct

    Halvorsen NNP 2 nsubj ent=PERSON
    hired     VBD 0 root  lemma=hire
    pilots    NNS 2 obj   lemma=pilot
    .         .   2 punct
"""


def test_a_firm_called_by_its_first_word_is_no_person() -> None:
    assert named(build(FIRM), "Halvorsen", 2) == Named("ORG", "Halvorsen Airways")


def test_unless_somebody_bears_the_name() -> None:
    doc = build(
        FIRM
        + """
    Ida       NNP 3 nsubj ent=PERSON
    Halvorsen NNP 1 flat  ent=PERSON
    smiled    VBD 0 root  lemma=smile
    .         .   3 punct
    """
    )
    assert named(doc, "Halvorsen", 2) == Named("PERSON", "Ida Halvorsen")


def test_a_body_may_be_called_what_its_name_tells() -> None:
    doc = build(
        FIRM
        + """
    The     DT  2 det
    carrier NN  3 nsubj lemma=carrier
    lost    VBD 0 root  lemma=lose
    money   NN  3 obj   lemma=money
    .       .   3 punct
    """
    )
    assert named(doc, "carrier") == Named("ORG", "Halvorsen Airways")


def test_the_company_is_the_one_that_acted_last() -> None:
    doc = build(
        FIRM * 2
        + """
    Meta      NNP 4 nsubj ent=ORG
    Platforms NNP 1 flat  ent=ORG
    Inc.      NNP 1 flat  ent=ORG
    lost      VBD 0 root  lemma=lose
    .         .   4 punct

    The     DT  2 det
    company NN  3 nsubj lemma=company
    smiled  VBD 0 root  lemma=smile
    .       .   3 punct
    """
    )
    assert named(doc, "company") == Named("ORG", "Meta Platforms Inc.")


def test_a_town_that_acts_like_somebody_named_before_is_that_person() -> None:
    doc = build(
        """
    Albert NNP 3 nsubj ent=PERSON
    Ondo   NNP 1 flat  ent=PERSON
    smiled VBD 0 root  lemma=smile
    .      .   3 punct

    Ondo   NNP 2 nsubj ent=GPE
    left   VBD 0 root  lemma=leave
    .      .   2 punct
    """
    )
    assert named(doc, "Ondo", 2) == Named("PERSON", "Albert Ondo")


def test_it_is_the_body_that_says_so() -> None:
    doc = build(
        """
    Syriza NNP 2 nsubj ent=ORG
    lost   VBD 0 root  lemma=lose
    the    DT  4 det
    vote   NN  2 obj   lemma=vote
    .      .   2 punct

    Pixelo    NNP 2 nsubj ent=ORG
    said      VBD 0 root  lemma=say
    it        PRP 4 nsubj
    disagreed VBD 2 ccomp lemma=disagree
    .         .   2 punct
    """
    )
    assert named(doc, "it", said=[said_by(doc, "Pixelo", 7, 9)._replace(quote="indirect")]) == Named("ORG", "Pixelo")


def test_an_office_with_a_capital_is_nobodys_name() -> None:
    doc = build(
        INTRODUCED
        + """
    The      DT  3 det
    Trade    NNP 3 compound ent=ORG
    Minister NNP 4 nsubj    ent=ORG lemma=minister
    smiled   VBD 0 root     lemma=smile
    .        .   4 punct
    """
    )
    head = [token.i for token in doc if token.text == "Minister"][1]
    assert who(doc)(doc, head, head - 2, head + 1) == Named("PERSON", "Ana Ruiz")


def test_an_epithet_is_whom_the_sentence_before_was_about() -> None:
    doc = build(
        """
    Paul   NNP 3 nsubj ent=PERSON
    Dunne  NNP 1 flat  ent=PERSON
    smiled VBD 0 root  lemma=smile
    .      .   3 punct

    The      DT  2 det
    Irishman NNP 3 nsubj lemma=irishman
    left     VBD 0 root  lemma=leave
    .        .   3 punct
    """
    )
    assert named(doc, "Irishman") == Named("PERSON", "Paul Dunne")


def test_somebody_aged_so_much_is_whom_the_sentence_before_was_about() -> None:
    doc = build(
        """
    Paul   NNP 3 nsubj ent=PERSON
    Dunne  NNP 1 flat  ent=PERSON
    smiled VBD 0 root  lemma=smile
    .      .   3 punct

    The  DT   6 det
    74   CD   4 nummod
    -    HYPH 2 punct
    year NN   6 compound lemma=year
    -    HYPH 4 punct
    old  NN   7 nsubj    lemma=old
    left VBD  0 root     lemma=leave
    .    .    7 punct
    """
    )
    head = next(token.i for token in doc if token.text == "old")
    assert who(doc)(doc, head, head - 5, head + 1) == Named("PERSON", "Paul Dunne")


def test_two_beside_their_description_are_both_of_them() -> None:
    doc = build(
        """
    Two     CD  2 nummod
    brokers NNS 9 nsubj lemma=broker
    ,       ,   4 punct
    Ana     NNP 2 appos ent=PERSON
    Ruiz    NNP 4 flat  ent=PERSON
    and     CC  7 cc
    Kofi    NNP 4 conj  ent=PERSON
    Mensah  NNP 7 flat  ent=PERSON
    left    VBD 0 root  lemma=leave
    .       .   9 punct
    """
    )
    assert who(doc)(doc, 1, 0, 2) == Named("PERSON", "Ana Ruiz and Kofi Mensah")


MET = """
    Ana    NNP 3 nsubj ent=PERSON
    Ruiz   NNP 1 flat  ent=PERSON
    met    VBD 0 root  lemma=meet
    Kofi   NNP 3 obj   ent=PERSON
    Mensah NNP 4 flat  ent=PERSON
    .      .   3 punct

    They  PRP 2 nsubj
    spoke VBD 0 root lemma=speak
    .     .   2 punct
"""


def test_they_are_the_two_of_whom_one_met_the_other() -> None:
    assert named(build(MET), "They") == Named("PERSON", "Ana Ruiz and Kofi Mensah")


def test_an_adjective_of_a_nation_is_nobody_whom_a_pronoun_means() -> None:
    doc = build(
        """
    Turkish JJ  2 amod  ent=NORP
    trains  NNS 3 nsubj lemma=train
    stopped VBD 0 root  lemma=stop
    .       .   3 punct

    They  PRP 2 nsubj
    broke VBD 0 root lemma=break
    .     .   2 punct
    """
    )
    assert named(doc, "They").entity != "Turkish"


def test_a_compound_of_a_pronoun_and_others_names_the_one_it_stands_for() -> None:
    doc = build(
        """
    Ana    NNP 3 nsubj ent=PERSON
    Ruiz   NNP 1 flat  ent=PERSON
    smiled VBD 0 root  lemma=smile
    .      .   3 punct

    She      PRP 5 nsubj
    and      CC  4 cc
    her      PRP$ 4 nmod:poss
    children NNS 1 conj lemma=child
    fled     VBD 0 root lemma=flee
    .        .   5 punct
    """
    )
    assert who(doc)(doc, 4, 4, 8) == Named("PERSON", "Ana Ruiz and her children")


def test_a_nickname_counts_where_the_full_name_stands() -> None:
    full = """
    The     DT  3 det
    Federal NNP 3 compound ent=ORG
    Reserve NNP 4 nsubj    ent=ORG
    met     VBD 0 root     lemma=meet
    .       .   4 punct
    """
    short = """
    The  DT  2 det
    Fed  NNP 3 nsubj ent=ORG
    left VBD 0 root  lemma=leave
    .    .   3 punct
    """
    assert named(build(full + short), "Fed") == Named("ORG", "Federal Reserve")
    assert named(build(short), "Fed") == Named("ORG", "Fed")


def test_an_address_makes_a_person() -> None:
    doc = build(
        """
    Mr.    NNP 2 compound
    Tribe  NNP 3 nsubj ent=ORG
    smiled VBD 0 root  lemma=smile
    .      .   3 punct
    """
    )
    assert named(doc, "Tribe") == Named("PERSON", "Tribe")


def test_a_surname_with_an_address_of_the_other_gender_is_somebody_else() -> None:
    doc = build(
        """
    Obama  NNP 2 nsubj ent=PERSON
    spoke  VBD 0 root  lemma=speak
    .      .   2 punct

    Michelle NNP 3 nsubj ent=PERSON
    Obama    NNP 1 flat  ent=PERSON
    smiled   VBD 0 root  lemma=smile
    .        .   3 punct

    Mr.    NNP 2 compound
    Obama  NNP 3 nsubj ent=PERSON
    waved  VBD 0 root  lemma=wave
    .      .   3 punct
    """
    )
    assert named(doc, "Obama").entity == "Obama"
    assert named(doc, "Michelle", end=1).entity == "Michelle Obama"


def test_a_label_of_a_transcript_is_who_bears_the_name() -> None:
    doc = build(
        """
    Mike  NNP 3 nsubj ent=PERSON
    Pence NNP 1 flat  ent=PERSON
    spoke VBD 0 root  lemma=speak
    .     .   3 punct

    PENCE NN  4 parataxis
    :     :   1 punct
    We    PRP 4 nsubj
    won   VBD 0 root lemma=win
    .     .   4 punct
    """
    )
    assert named(doc, "PENCE") == Named("PERSON", "Mike Pence")


def test_a_lawmakers_seat_is_nobodys_name() -> None:
    doc = build(
        """
    Ana    NNP 7 nsubj ent=PERSON
    Ruiz   NNP 1 flat  ent=PERSON
    (      -LRB- 5 punct
    D-     NNP 5 compound ent=PERSON
    Newport NNP 1 parataxis ent=PERSON
    )      -RRB- 5 punct
    left   VBD 0 root lemma=leave
    .      .   7 punct

    He   PRP 2 nsubj
    won  VBD 0 root lemma=win
    .    .   2 punct
    """
    )
    assert named(doc, "He").entity in ("Ana Ruiz", "He")


def test_a_capital_in_a_compound_is_what_it_is_there() -> None:
    doc = build(
        """
    Turkey  NNP 5 nsubj ent=GPE
    ,       ,   3 punct
    Ankara  NNP 5 dislocated ent=GPE
    ,       ,   3 punct
    agreed  VBD 0 root lemma=agree
    .       .   5 punct

    Ankara  NNP 4 nsubj ent=GPE
    and     CC  3 cc
    Kofi    NNP 1 conj ent=PERSON
    agreed  VBD 0 root lemma=agree
    .       .   4 punct

    Rain    NN  2 nsubj lemma=rain
    fell    VBD 0 root lemma=fall
    in      IN  4 case
    Ankara  NNP 2 obl ent=GPE
    .       .   2 punct
    """
    )
    assert named(doc, "Ankara", 2, end=2).entity == "Turkey and Kofi"


LED = """
    Ana    NNP 3 nsubj ent=PERSON
    Ruiz   NNP 1 flat  ent=PERSON
    scored VBD 0 root
    .      .   3 punct
"""


def test_an_age_means_the_one_who_has_it_even_if_another_was_just_spoken_of() -> None:
    doc = build(
        """
    Ana    NNP 7 nsubj ent=PERSON
    Ruiz   NNP 1 flat  ent=PERSON
    ,      ,   4 punct
    54     CD  1 nmod
    ,      ,   1 punct
    beat   VBD 0 root
    Kofi   NNP 6 obj   ent=PERSON
    Mensah NNP 7 flat  ent=PERSON
    .      .   6 punct
    """.replace("7 nsubj", "6 nsubj")
        + """
    Mensah   NNP 2 nsubj ent=PERSON
    conceded VBD 0 root
    .        .   2 punct
    """
        + """
    The    DT   6 det
    54     CD   4 nummod
    -      HYPH 2 punct
    year   NN   6 compound
    -      HYPH 4 punct
    old    JJ   7 nsubj
    smiled VBD  0 root
    .      .    7 punct
    """
    )
    assert named(doc, "old") == Named("PERSON", "Ana Ruiz")


def test_a_demonym_of_one_is_whom_was_just_spoken_of_and_no_longer_phrase_is() -> None:
    alone = (
        LED
        + """
    The    DT  2 det
    German NNP 3 nsubj ent=NORP
    left   VBD 0 root
    .      .   3 punct
    """
    )
    longer = (
        LED
        + """
    The    DT  3 det
    old    JJ  3 amod
    German NNP 4 nsubj ent=NORP
    left   VBD 0 root
    .      .   4 punct
    """
    )
    assert named(build(alone), "German") == Named("PERSON", "Ana Ruiz")
    assert named(build(longer), "German").entity != "Ana Ruiz"


def test_a_name_behind_the_noun_for_a_body_is_no_person() -> None:
    doc = build("""
    The     DT  3 det
    Danish  JJ  3 amod ent=NORP
    brewer  NN  4 nmod
    Havn    NNP 5 nsubj ent=PERSON
    closed  VBD 0 root
    .       .   5 punct
    """)
    assert named(doc, "Havn") == Named("ORG", "Havn")


SELF = """
    Flynord NNP 2 nsubj ent=PERSON
    said    VBD 0 root  lemma=say
    it      PRP 5 nsubj
    {helper} VBD 5 {dep}
    {word}  {tag} 2 ccomp lemma={lemma}
    .       .   2 punct
"""


def test_who_says_what_it_does_is_a_body_and_who_says_how_it_is_may_be_a_person() -> None:
    sold = SELF.format(helper="had", dep="aux", word="sold", tag="VBN", lemma="sell")
    late = SELF.format(helper="was", dep="cop", word="late", tag="JJ", lemma="late")
    assert named(build(sold), "Flynord").type == "ORG"
    assert named(build(late), "Flynord").type == "PERSON"


def test_a_company_is_known_by_where_it_is_at_home() -> None:
    doc = build("""
    Ferrolux NNP 2 nsubj ent=ORG
    closed   VBD 0 root  lemma=close
    mines    NNS 2 obj   lemma=mine
    .        .   2 punct

    The      DT  5 det
    Bilbao   NNP 4 compound ent=GPE
    -        HYPH 4 punct
    based    VBN 5 amod
    company  NN  6 nsubj
    paid     VBD 0 root  lemma=pay
    .        .   6 punct
    """)
    head = next(token.i for token in doc if token.text == "company")
    assert who(doc)(doc, head, head - 4, head + 1) == Named("ORG", "Ferrolux")


def test_letters_behind_a_name_say_what_its_bearer_is() -> None:
    doc = build("""
    Oona     NNP 4 nsubj ent=PERSON
    Petrie   NNP 1 flat  ent=PERSON
    KC       NNP 1 flat
    rose     VBD 0 root  lemma=rise
    .        .   4 punct

    The       DT  2 det
    barrister NN  3 nsubj
    smiled    VBD 0 root  lemma=smile
    .         .   3 punct
    """)
    assert named(doc, "barrister") == Named("PERSON", "Oona Petrie")


def test_a_body_may_be_what_people_are_mostly() -> None:
    doc = build("""
    Its        PRP$ 3 nmod:poss
    biggest    JJ   3 amod  lemma=big
    owner      NN   9 nsubj
    ,          ,    7 punct
    the        DT   7 det
    Hitra      NNP  7 compound ent=ORG
    Foundation NNP  3 appos ent=ORG
    ,          ,    7 punct
    sold       VBD  0 root  lemma=sell
    .          .    9 punct
    """)
    assert named(doc, "owner").entity == "Hitra Foundation"


def test_a_nickname_between_marks_is_a_part_of_the_name() -> None:
    doc = build("""
    William NNP 6 nsubj ent=PERSON
    "       ``  3 punct
    Bill    NNP 1 appos ent=PERSON
    "       ''  3 punct
    Tarrow  NNP 1 flat  ent=PERSON
    rose    VBD 0 root  lemma=rise
    .       .   6 punct

    Tarrow  NNP 2 nsubj ent=PERSON
    smiled  VBD 0 root  lemma=smile
    .       .   2 punct
    """)
    assert named(doc, "Tarrow", 2).entity.replace(" ", "") == 'William"Bill"Tarrow'
