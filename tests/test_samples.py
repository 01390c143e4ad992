"""The sample articles are what their README says they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsclaims.read import Article, articles
from tests.casefile import SAMPLES

FILES = sorted(SAMPLES.glob("*.txt"))


def test_the_readme_lists_every_sample() -> None:
    listed = re.findall(r"^\| (\S+\.txt) \|", (SAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
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
