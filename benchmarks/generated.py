"""Articles made from templates: as many as are wanted, each another one, the same ones every time."""

from __future__ import annotations

import random
from pathlib import Path

PEOPLE = ("Ines Baptista", "Tomas Varga", "Leila Haddad", "Owen Pritchard", "Mei Tanaka", "Samuel Okoro", "Greta Lind")
PLACES = ("Norway", "Kenya", "Chile", "Nepal", "Qatar", "Ghana", "Italy", "Japan", "Peru", "Latvia")
BODIES = ("the harbour board", "the energy ministry", "the court of auditors", "the port union", "a parliamentary panel")
THINGS = ("a new ferry line", "the grain tariff", "two radar stations", "the flood relief fund", "a ban on night flights")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
SENTENCES = (
    "{body} approved {thing} on {day}, {person} said.",
    "{place} will not pay for {thing} until {other} has answered, according to {body}.",
    '"We asked {place} for {number} million euros and got none," {person} told reporters.',
    "{person}, who leads talks with {other}, denied that {body} had rejected {thing}.",
    "In {year}, {place} sold {number} ships to {other}, but {body} never published the contract.",
    "If {other} withdraws, {body} could stop {thing} by the end of the year.",
    "Critics believe that {person} misled {body} about {thing}.",
    "About {number} people were moved from their homes, and {place} sent doctors.",
)


def article(number: int) -> str:
    """Give an article of about 300 words; the same number gives the same one."""
    chance = random.Random(number)

    def sentence() -> str:
        filled = chance.choice(SENTENCES).format(
            body=chance.choice(BODIES),
            thing=chance.choice(THINGS),
            person=chance.choice(PEOPLE),
            place=chance.choice(PLACES),
            other=chance.choice(PLACES),
            day=chance.choice(DAYS),
            number=chance.randint(2, 900),
            year=chance.randint(2015, 2025),
        )
        return filled[0].upper() + filled[1:]

    paragraphs = [" ".join(sentence() for _ in range(chance.randint(2, 4))) for _ in range(chance.randint(5, 9))]
    return f"title: Report {number}\ndate: 2025-03-{number % 28 + 1:02}\n\n" + "\n\n".join(paragraphs) + "\n"


def write(folder: Path, count: int) -> None:
    """Write so many articles into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(article(number), encoding="utf-8")
