"""Every table of words is well formed, and every entry has its example."""

from __future__ import annotations

from importlib.resources import files

import pytest

import newsclaims.lexicon
from newsclaims.lexicon import rows

NAMES = sorted(file.name.removesuffix(".tsv") for file in files(newsclaims.lexicon).iterdir() if file.name.endswith(".tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_well_formed(name: str) -> None:
    entries = rows(name)
    columns = list(entries[0])
    assert columns[-1] == "example"
    for entry in entries:
        assert list(entry) == columns, f"a cell too many: {entry}"
        assert entry[columns[0]].strip(), f"an entry without its word: {entry}"
        assert all(cell == cell.strip() for cell in entry.values()), f"white space around a cell: {entry}"


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_stands_twice(name: str) -> None:
    seen = [tuple(cell for column, cell in entry.items() if column != "example") for entry in rows(name)]
    assert len(set(seen)) == len(seen), {entry for entry in seen if seen.count(entry) > 1}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "pronoun_weights"])
def test_every_entry_has_an_example_sentence(name: str) -> None:
    missing = [entry for entry in rows(name) if not entry["example"]]
    assert not missing


def test_there_is_no_such_lexicon() -> None:
    with pytest.raises(FileNotFoundError):
        rows("no_such_words")
