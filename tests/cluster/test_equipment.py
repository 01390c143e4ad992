"""What machines have, and what is said of those that cannot do the work."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsclaims.cluster.equipment import Equipment, check, equipment, model_mark, needs
from newsclaims.cluster.job import Part, Slice, here
from newsclaims.errors import NewsclaimsError

OWN = Equipment("0.2.0", "aaaa")
GOOD = ("0.2.0", "aaaa", ())


@pytest.mark.parametrize(
    ("said", "what", "hint"),
    [
        (
            ModuleNotFoundError("No module named 'newsclaims'", name="newsclaims"),
            "has no newsclaims",
            "Install newsclaims 0.2.0",
        ),
        (ModuleNotFoundError("No module named 'spacy'"), "cannot use newsclaims as it is", "No module named"),
        (AttributeError("no attribute 'equipment'"), "cannot use newsclaims as it is", "no attribute 'equipment'"),
        (("0.1.0", "aaaa", ()), "has newsclaims 0.1.0, and here is 0.2.0", "Install the same version"),
        (("0.2.0", "bbbb", ()), "has another language model in newsclaims", "Install the same version"),
        (("0.2.0", "aaaa", ("trafilatura",)), "lacks trafilatura", "newsclaims[html]"),
        (("0.2.0", "aaaa", ("s3://",)), "lacks s3://", "pip install s3fs"),
        (("0.2.0", "aaaa", ("hdfs://",)), "lacks hdfs://", "what fsspec needs for hdfs://"),
    ],
)
def test_which_machine_cannot_do_it_and_why(said: object, what: str, hint: str) -> None:
    with pytest.raises(NewsclaimsError) as error:
        check({"tcp://a:1": GOOD, "tcp://b:1": said, "tcp://c:1": said}, OWN, None)
    assert str(error.value).startswith(f"the worker at tcp://b:1 (and 1 more of 3) {what}")
    assert hint in str(error.value)
    assert "start it again" in error.value.hint


def test_a_model_that_is_not_there_or_another() -> None:
    own = Equipment("0.2.0", "3.8.0")
    with pytest.raises(NewsclaimsError, match=r"tcp://b:1 has no model en_core_web_trf\. Install it there"):
        check({"tcp://b:1": ("0.2.0", "", ())}, own, "en_core_web_trf")
    with pytest.raises(NewsclaimsError, match=r"tcp://b:1 has model en_core_web_trf 3\.7\.0, and here is 3\.8\.0"):
        check({"tcp://b:1": ("0.2.0", "3.7.0", ())}, own, "en_core_web_trf")
    check({"tcp://b:1": ("0.2.0", "3.7.0", ())}, own._replace(model=""), "en_core_web_trf")  # which is not here


def test_what_a_machine_has(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    found = Equipment(*equipment(None, ("json", "no_such_module", "memory://", "nosuch://")))
    assert found == Equipment(here(), model_mark(None), ("no_such_module", "nosuch://"))
    assert len(found.model) == 16
    assert model_mark("spacy"), "of a package, its version"
    assert model_mark("no_such_model") == ""
    (tmp_path / "meta.json").write_text("{}")
    assert model_mark(str(tmp_path))


def test_what_parts_need() -> None:
    texts = Part("one", (Slice("a.txt", "/a.txt"), Slice("s3://b/a.jsonl", "s3://b/a.jsonl", 0, 9)))
    pages = Part("two", (Slice("a.HTML.gz", "/a.HTML.gz"),))
    assert needs([texts], "/claims", "jsonl") == ("s3://",)
    assert needs([texts, pages], "gs://b/claims", "parquet") == ("duckdb", "gs://", "s3://", "trafilatura")
