"""What is passed over as no prose, and what never is."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclaims.parse.prose import BLOCK, PART, SENTENCE, WORD, blanked, noise

SENTENCE_OF_PROSE = "The court fined Acme on Friday, and the harbour board put off its vote."


def prose(size: int) -> str:
    """Sentences of many words, as many characters as wanted."""
    source = random.Random(3)
    letters = "etaoinshrdlcumwfgypbvk"
    words = ["".join(source.choices(letters, weights=range(22, 0, -1), k=source.randint(2, 9))) for _ in range(3000)]
    found: list[str] = []
    while sum(map(len, found)) < size:
        found.append(" ".join(source.choices(words, k=14)).capitalize() + ".")
        size -= 2
    return " ".join(found)


JUNK = {
    "quotation marks": '"' * 60_000,
    "said": "said " * 12_000,
    "said, by lines": "said\n" * 12_000,
    "brackets": "(" * 60_000,
    "digits": "7" * 60_000,
    "Mr.": "Mr. " * 15_000,
    "accents": "a\u0301" * 30_000,
    "Arabic": "وقال الوزير. " * 5_000,
    "emoji": "😀. " * 20_000,
    "numbers": "".join(f"{n * 7919 % 10007},{n}\n" for n in range(7_000)),
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_junk_is_passed_over_and_the_prose_around_it_is_not(junk: str) -> None:
    text = f"{prose(2 * BLOCK)}\n{junk}\n{prose(2 * BLOCK)}"
    found = noise(text)
    passed = sum(end - start for start, end in found)
    assert passed > len(junk) - 2 * BLOCK
    assert passed < len(junk) + 2 * PART


def test_a_long_word_is_passed_over() -> None:
    text = f"Look: {'QkFTRTY0' * WORD} and {SENTENCE_OF_PROSE}"
    ((start, end),) = noise(text)
    assert text[:start] == "Look: "
    assert text[end:].startswith(" and The court")


def test_words_without_a_full_stop_are_passed_over() -> None:
    line = " ".join(prose(2 * SENTENCE).replace(".", "").split())
    assert noise(f"{SENTENCE_OF_PROSE}\n{line}") == ((len(SENTENCE_OF_PROSE) + 1, len(SENTENCE_OF_PROSE) + 1 + len(line)),)


def test_no_article_is_touched(samples: Path) -> None:
    texts = [path.read_text() for path in sorted(samples.glob("*.txt"))]
    assert all(not noise(text) for text in texts)
    assert not noise("\n\n".join(texts))
    assert not noise(prose(5 * BLOCK))


def test_white_space_is_no_noise() -> None:
    assert noise("Acme paid." + "\n" * 5 * BLOCK + "Acme left." + " \n" * BLOCK) == ()


@given(st.lists(st.tuples(st.text(max_size=20), st.integers(1, 4000)), max_size=4))
@settings(deadline=None, max_examples=60)
def test_stretches_lie_apart_and_blanking_keeps_every_offset(parts: list[tuple[str, int]]) -> None:
    text = "".join(part * times for part, times in parts)
    found = noise(text)
    edges = [place for stretch in found for place in stretch]
    assert edges == sorted(set(edges))
    blank = blanked(text, found)
    assert len(blank) == len(text)
    assert all(blank[start:end].isspace() for start, end in found)
    assert all(
        a == b for a, b, i in zip(text, blank, range(len(text)), strict=True) if not any(s <= i < e for s, e in found)
    )


def test_the_time_is_linear() -> None:
    def seconds(size: int) -> float:
        start = time.process_time()
        for unit in ('"', ". ", ".”", "a ", "\n", "…)]"):
            noise(unit * (size // len(unit)))
        return time.process_time() - start

    assert seconds(800_000) < 4 * seconds(200_000) * 1.8
