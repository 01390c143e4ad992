"""What a worker does with a part, in this process."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from newsclaims.claim import Failure
from newsclaims.cluster import files, work
from newsclaims.cluster.job import Job, Part, Refused, Tally, here
from newsclaims.cluster.manifest import NAME, errors
from newsclaims.cluster.plan import planned
from newsclaims.cluster.run import tallies
from newsclaims.cluster.scheduler import Call, Lost
from newsclaims.errors import NewsclaimsError, OutputError
from newsclaims.settings import Settings
from tests.cluster.conftest import claims, wire
from tests.docs import RADARS, build

pytest.importorskip("fsspec")


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    def parser(text: str, disable: Iterable[str] = ()) -> Doc:  # noqa: ARG001
        return build(RADARS)

    monkeypatch.setattr(work, "kept", lambda model: parser)  # noqa: ARG005
    (tmp_path / "news.jsonl").write_text(wire("Norway") + "{broken\n" + wire("Norway"))
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / NAME).write_text("{}")
    return Job(str(tmp_path / "claims"), "jsonl", Settings(), here())


@pytest.fixture
def part(tmp_path: Path) -> Part:
    (found,) = planned([str(tmp_path / "news.jsonl")], {}).parts
    return found


def test_a_part_is_written_beside_what_failed_in_it(job: Job, part: Part) -> None:
    tally = work.work(job, part)
    assert isinstance(tally, Tally)
    assert (tally.articles, tally.claims, len(tally.failures)) == (2, 2, 1)
    folder = Path(job.folder)
    assert {path.name for path in folder.iterdir()} == {NAME, f"{part.name}.jsonl.gz", errors(part.name)}
    assert [claim["article"]["path"][-2:] for claim in claims(folder)] == [":1", ":3"]


def test_the_same_part_is_the_same_file(job: Job, part: Part) -> None:
    made = Path(job.folder) / f"{part.name}.jsonl.gz"
    work.work(job, part)
    before = made.read_bytes()
    work.work(job, part)
    assert made.read_bytes() == before


def test_a_network_that_does_not_answer_leaves_no_part(job: Job, part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Iterable[bytes]:
        yield wire("Norway").encode()
        raise TimeoutError("no answer")

    monkeypatch.setattr(files, "blocks", broken)
    with pytest.raises(TimeoutError):
        work.work(job, part)
    assert [path.name for path in Path(job.folder).iterdir()] == [NAME]


def test_a_file_that_is_gone_fails_alone(job: Job, part: Part, tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").unlink()
    tally = work.work(job, part)
    assert isinstance(tally, Tally)
    assert [failure.path for failure in tally.failures] == [str(tmp_path / "news.jsonl")]


def test_what_no_second_try_mends_is_refused(job: Job, part: Part, monkeypatch: pytest.MonkeyPatch) -> None:
    assert work.work(job._replace(version="0.0"), part) == Refused(
        f"a worker has newsclaims {here()}, and this is 0.0", "Install the same version on all machines"
    )
    other = Refused("a worker has another language model than is here", "Install the same version on all machines")
    assert work.work(job._replace(model="0123"), part) == other
    monkeypatch.setattr(work, "_sink", lambda *_: (_ for _ in ()).throw(OutputError("no DuckDB", "Install it")))
    assert work.work(job, part) == Refused("no DuckDB", "Install it")


def test_a_disk_that_is_not_shared_is_told_of_before_any_work(
    job: Job, part: Part, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "LAGS", (0,))
    (tmp_path / "claims" / NAME).unlink()
    refused = work.work(job, part)
    assert isinstance(refused, Refused)
    assert refused.message == f"a worker does not reach {tmp_path}/claims, or may not write there"
    (tmp_path / "claims" / NAME).write_text("{}")
    elsewhere = part._replace(slices=(part.slices[0]._replace(url="/no/such/folder/news.jsonl"),))
    refused = work.work(job, elsewhere)
    assert isinstance(refused, Refused)
    assert refused.message == "a worker does not reach /no/such/folder, in which files are to be read"
    assert isinstance(work.work(job, part._replace(slices=(*elsewhere.slices, *part.slices))), Tally)


class Answers:
    """A scheduler that gives what it was told to."""

    def __init__(self, **answers: object) -> None:
        self.answers_ = answers

    def answers(self, calls: Iterable[Call]) -> Iterable[tuple[Call, object]]:
        return ((call, self.answers_[call.function.__name__]) for call in calls)


def test_a_run_ends_where_workers_refuse_and_goes_on_where_a_part_is_lost(job: Job, part: Part) -> None:
    refused = Answers(work=Refused("a worker has newsclaims 0.0", "Install"))
    with pytest.raises(NewsclaimsError, match=r"newsclaims 0\.0\. Install"):
        list(tallies(refused, job, [part], set()))  # type: ignore[arg-type]
    killed = Answers(work=Lost("died", killed=True), careful=Lost("RuntimeError: died", killed=False))
    ((_, failure),) = tallies(killed, job, [part], set())  # type: ignore[arg-type]
    assert isinstance(failure, Failure)
    assert "was not made: RuntimeError: died. Run again to try again" in failure.message
    assert list(tallies(killed, job, [part], {part.name})) == []  # type: ignore[arg-type]
