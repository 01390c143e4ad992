"""What other programs may rely on: one article, many, in several processes; what is shown of it runs."""

from __future__ import annotations

import datetime as dt
import doctest
import importlib
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsclaims
from newsclaims.parse import pipeline
from tests.conftest import ROOT
from tests.run.test_pool import children

TEXTS = [
    "Norway gave Kyiv two radar systems on Monday.",
    "title: Harbour\ndate: 2025-03-04\n\nThe harbour board delayed its vote on Tuesday.",
    "",
    "The ministry said that the dam had failed.",
]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
PUBLIC = ["newsclaims", *(f"newsclaims.{home}" for home in ("api", "component", "claim", "errors", "flow", "read.article"))]


@pytest.mark.parametrize("name", PUBLIC)
def test_examples_in_docstrings_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name), optionflags=FLAGS).failed == 0


@pytest.mark.parametrize("page", ["README.md", "docs/library.md"])
def test_examples_in_documents_run(page: str) -> None:
    text = re.sub(r"^ *```.*$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(text, {}, page, page, 0)
    assert examples.examples
    assert doctest.DocTestRunner(optionflags=FLAGS).run(examples).failed == 0


def test_all_public_names_are_there_and_documented() -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert sorted([*newsclaims.HOMES, "extract"]) == newsclaims.__all__
    for name in newsclaims.__all__:
        assert inspect.getdoc(getattr(newsclaims, name)), name
        assert f"`{name}" in page, name
    assert set(newsclaims.__all__) <= set(dir(newsclaims))


@pytest.mark.parametrize("call", [newsclaims.extract, newsclaims.extract_many, newsclaims.articles, newsclaims.load])
def test_each_argument_is_documented(call: Any) -> None:
    told = inspect.getdoc(call) or ""
    for parameter in inspect.signature(call).parameters.values():
        assert re.search(rf"^ +{parameter.name}: ", told, flags=re.MULTILINE), parameter.name
        assert parameter.annotation is not inspect.Parameter.empty


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import newsclaims, sys; print([m for m in ('spacy', 'pydantic', 'onnxruntime', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_many_articles_give_what_each_gives_alone() -> None:
    first, dated, empty, last = newsclaims.extract_many(TEXTS)
    assert isinstance(empty, newsclaims.Failure)
    assert (empty.path, empty.message) == ("#3", "#3 is empty. Give the article's text")
    for place, result in ((0, first), (1, dated), (3, last)):
        assert isinstance(result, newsclaims.Reading)
        assert result.record.path == f"#{place + 1}"
        assert list(result.claims) == newsclaims.extract(TEXTS[place])
    assert isinstance(dated, newsclaims.Reading)
    assert (dated.record.title, dated.record.published) == ("Harbour", "2025-03-04")


def test_results_are_the_same_with_any_number_of_jobs() -> None:
    articles = [newsclaims.Article(text, f"{n}.txt") if n % 2 and text else text for n, text in enumerate(TEXTS * 2)]
    alone = list(newsclaims.extract_many(articles, published="2025-01-09"))
    together = list(newsclaims.extract_many(iter(articles), published=dt.date(2025, 1, 9), jobs=2))
    assert alone == together
    assert [repr(result) for result in alone] == [repr(result) for result in together]
    assert children() == set()


def test_articles_are_taken_as_they_are_needed_and_only_then() -> None:
    taken: list[str] = []

    def stream() -> Iterator[str]:
        for text in TEXTS:
            taken.append(text)
            yield text

    results = newsclaims.extract_many(stream())
    assert not taken
    next(results)
    assert len(taken) == 1
    results.close()
    assert list(results) == []


def test_no_process_outlives_its_generator() -> None:
    results = newsclaims.extract_many((TEXTS[0] for _ in range(100_000)), jobs=2)
    next(results)
    assert children()
    results.close()
    assert children() == set()
    results = newsclaims.extract_many((TEXTS[0] for _ in range(100_000)), jobs=2)
    next(results)
    del results
    assert children() == set()


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (None, "#2 is of type NoneType. Give a text (str) or an Article"),
        (float("nan"), "#2 is of type float"),
        (b"The board met.", "#2 is of type bytes"),
        (" \n", "#2 is empty"),
        ("title: Nothing\n\n", "#2 holds nothing but front matter"),
        (newsclaims.Article(None), "the text of #2 is of type NoneType"),  # type: ignore[arg-type]
        (newsclaims.Article("The board met.", path=Path("x.txt")), "#2 cannot be used"),  # type: ignore[arg-type]
        (newsclaims.Article("The board met.", published="soon"), "#2 cannot be used: no such date"),  # type: ignore[arg-type]
        (newsclaims.Article("The board met.", "x", front="no"), "x could not be understood"),  # type: ignore[arg-type]
        (newsclaims.Failure(path="gone.txt", message="no such file"), "no such file"),
    ],
)
def test_a_bad_article_costs_no_other(bad: Any, message: str) -> None:
    before, failure, after = newsclaims.extract_many([TEXTS[0], bad, TEXTS[0]])
    assert isinstance(failure, newsclaims.Failure)
    assert failure.message.startswith(message)
    assert isinstance(before, newsclaims.Reading)
    assert isinstance(after, newsclaims.Reading)
    assert before.claims == after.claims != ()


@pytest.mark.parametrize("day", ["2025-01-09", dt.date(2025, 1, 9), dt.datetime(2025, 1, 9, 23, 59)])
def test_a_day_may_be_written_or_be_a_date_or_a_time(day: Any) -> None:
    for article in (TEXTS[0], newsclaims.Article(TEXTS[0])):
        (claim,) = newsclaims.extract(article, published=day)
        assert claim.date is not None
        assert claim.date.value == "2025-01-06"
    (claim,) = newsclaims.extract(newsclaims.Article(TEXTS[0], published=day))
    assert claim.date is not None
    assert claim.date.value == "2025-01-06"


def test_what_the_caller_gets_wrong_is_said_at_once() -> None:
    with pytest.raises(newsclaims.SettingsError, match="no such date: 20250109"):
        newsclaims.extract_many(TEXTS, published=20250109)  # type: ignore[arg-type]
    with pytest.raises(newsclaims.SettingsError, match="no such number of jobs: -1"):
        newsclaims.extract_many(TEXTS, jobs=-1)
    with pytest.raises(newsclaims.SettingsError, match="no such date"):
        newsclaims.articles("news", published="soon")
    with pytest.raises(newsclaims.ReadError, match="the text is empty"):
        newsclaims.extract("")
    for jobs in (1, 2):
        with pytest.raises(newsclaims.ModelError, match="cannot load the model no_such_model"):
            next(newsclaims.extract_many(TEXTS, jobs=jobs, model="no_such_model"))
    assert children() == set()


def test_what_the_articles_raise_is_raised() -> None:
    def stream() -> Iterator[str]:
        yield TEXTS[0]
        raise OSError("the wire is cut")

    for jobs in (1, 2):
        with pytest.raises(OSError, match="the wire is cut"):
            list(newsclaims.extract_many(stream(), jobs=jobs))
    assert children() == set()


def test_the_model_is_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    newsclaims.extract(TEXTS[0])
    monkeypatch.setattr(pipeline, "load", None)
    newsclaims.extract(TEXTS[0])
    assert len(list(newsclaims.extract_many(TEXTS))) == len(TEXTS)


SCRIPT = """
import newsclaims
def main():
    for result in newsclaims.extract_many(["The court fined the company.", "The board met."], jobs=2):
        print(result.claims[0].text)
"""


def test_a_script_with_several_jobs_needs_its_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT + "if __name__ == '__main__':\n    main()\n", encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=True)
    assert (done.stdout, done.stderr) == ("The court fined the company\nThe board met\n", "")
    script.write_text(SCRIPT + "main()\n", encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("newsclaims.errors.NewsclaimsError: no process to work in could be started")
    assert 'if __name__ == "__main__":' in last


def test_the_example_makes_a_frame_of_a_folder(samples: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    csv = tmp_path / "claims.csv"
    paths = [str(samples / name) for name in ("ferry-fire.txt", "ferry-inquiry.txt", "gone.txt")]
    command = [sys.executable, str(ROOT / "examples" / "folder_to_frame.py"), *paths, "--jobs", "2", "--csv", str(csv)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert len(done.stderr.splitlines()) == 1
    assert "gone.txt" in done.stderr
    frame = pandas.read_csv(csv, parse_dates=["published"])
    assert set(frame["path"]) == set(paths[:2])
    assert set(frame["published"].dt.strftime("%Y-%m-%d")) == {"2025-03-14", "2025-03-16"}
    assert (frame["source"] == "Arturo Belmonte").any()
