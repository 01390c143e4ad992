"""The sample articles are what their README says they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsclaims.read import Article, articles
from tests.casefile import SAMPLES

FILES = sorted(SAMPLES.glob("*.txt"))


def test_the_readme_lists_every_sample() -> None:
    listed = re.findall(r"^\| (\S+\.txt) \|", (SAMPLES.parent / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == [path.name for path in FILES]
    assert len(FILES) >= 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sample_is_an_article_of_usual_length(path: Path) -> None:
    (article,) = articles([str(path)])
    assert isinstance(article, Article)
    assert 200 <= len(article.text[article.front :].split()) <= 500
    assert article.text.endswith("\n")
    assert not re.search(r"[ \t]$|\r|\t", article.text, re.MULTILINE)


def test_some_samples_bear_front_matter() -> None:
    known = [article for article in articles([str(SAMPLES / "*.txt")]) if isinstance(article, Article) and article.front]
    assert len(known) >= 4
    assert all(article.title and article.author and article.publisher for article in known)


PUBLISHED = {
    "airport-strike": "2025-02-07",
    "bank-testimony": "2025-07-24",
    "brewery-takeover": "2024-11-05",
    "cup-final": "2025-05-18",
    "dengue-costs": "2025-08-20",
    "ferry-fire": "2025-03-14",
    "ferry-inquiry": "2025-03-16",
    "ferry-rescue": "2025-03-14",
    "glacier-study": "2025-09-03",
    "harbour-trial": "2025-06-12",
    "library-vote": "2024-10-23",
    "sanctions-panel": "2025-01-16",
    "water-minister": "2025-04-12",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_day_of_publication_is_found(path: Path) -> None:
    (article,) = articles([str(path)])
    assert isinstance(article, Article)
    assert str(article.published) == PUBLISHED[path.stem]
    assert article.published_from == ("metadata" if article.front else "text")
