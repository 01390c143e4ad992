"""What docs/cluster.md and docstrings show is what happens."""

from __future__ import annotations

import doctest
import re

import pytest

from newsclaims.cluster import partitions
from tests.conftest import ROOT
from tests.test_api import FLAGS

PAGE = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")


def test_examples_of_the_page_run() -> None:
    pytest.importorskip("dask.dataframe")
    text = re.sub(r"^ *```.*$", "", PAGE, flags=re.MULTILINE)
    examples = doctest.DocTestParser().get_doctest(text, {}, "cluster.md", "cluster.md", 0)
    assert doctest.DocTestRunner(optionflags=FLAGS).run(examples).failed == 0


def test_examples_in_docstrings_run() -> None:
    pytest.importorskip("pandas")
    assert doctest.testmod(partitions, optionflags=FLAGS).failed == 0


def test_the_manifest_of_kubernetes_is_one() -> None:
    yaml = pytest.importorskip("yaml")
    cluster = yaml.safe_load(re.search(r"```yaml\n(.*?)```", PAGE, flags=re.DOTALL)[1])  # type: ignore[index]
    for of in ("worker", "scheduler"):
        (container,) = cluster["spec"][of]["spec"]["containers"]
        assert container["args"][:2] == ["dask", of]
