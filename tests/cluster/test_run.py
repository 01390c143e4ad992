"""Runs on a cluster from end to end: what they give, what they leave alone, and what they survive."""

from __future__ import annotations

import gzip
import json
import re
import signal
from pathlib import Path

import pytest

from tests.cluster.conftest import Cluster, claims, ended, parts, wait_for, wire

COUNTRIES = "Norway Sweden Denmark Finland Iceland Estonia Latvia Lithuania Poland Germany France Spain".split()


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "wire.jsonl").write_text(wire(*COUNTRIES) + "\n{broken\n" + wire("Chile"))
    with gzip.open(folder / "packed.jsonl.gz", "wt") as file:
        file.write(wire("Peru", "Bolivia"))
    (folder / "deep" / "a.txt").write_text("date: 2025-01-09\n\nBrazil gave Kyiv radars on Monday.")
    (folder / "deep" / "empty.md").write_text("")
    (folder / "list.json").write_text(json.dumps([{"text": "Kenya gave Kyiv radars on Monday."}]))
    return folder


def test_a_cluster_finds_what_one_process_finds_in_the_same_order(cluster: Cluster, news: Path, tmp_path: Path) -> None:
    cluster.have(2)
    alone = ended(cluster.begun(news, "-o", tmp_path / "alone.jsonl", "--keep-text"))
    code, out, err = cluster.extract(news, "-o", tmp_path / "many", "--part-size", "300", "--keep-text")
    assert (code, out) == (alone[0], "") == (1, "")
    expected = [json.loads(line) for line in (tmp_path / "alone.jsonl").open()]
    assert len(expected) == 17
    assert claims(tmp_path / "many") == expected
    assert len(parts(tmp_path / "many")) > 3
    failed = [line for line in err.splitlines() if str(news) in line]
    assert sorted(failed) == sorted(line for line in alone[2].splitlines() if str(news) in line)
    assert "17 articles, 17 claims, 2 failed" in err
    assert f"{news}/wire.jsonl:14 is broken JSON" in err


def test_a_second_run_makes_what_is_missing_and_nothing_else(cluster: Cluster, news: Path, tmp_path: Path) -> None:
    cluster.have(1)
    folder = tmp_path / "many"
    given = (news, "-o", folder, "--part-size", "300")
    cluster.extract(*given)
    first, *others = parts(folder)
    found, times = claims(folder), [part.stat().st_mtime_ns for part in others]
    first.unlink()
    code, _, err = cluster.extract(*given)
    assert (code, claims(folder)) == (1, found)
    assert [part.stat().st_mtime_ns for part in others] == times
    assert f"{len(others)} of {len(others) + 1} parts were there already" in err
    assert "wire.jsonl:14 is broken JSON" in err, "what failed is told of again"

    code, _, err = cluster.extract(*given, "--min-confidence", "0.99")
    assert (code, claims(folder)) == (2, found)
    assert "were made with other options (min-confidence)" in err
    (news / "new.txt").write_text("Ghana gave Kyiv radars on Monday.")
    code, _, err = cluster.extract(*given)
    assert (code, claims(folder)) == (2, found)
    assert "were made of other files" in err
    (folder / "mine.txt").write_text("not of this program")
    code, _, err = cluster.extract(*given, "--force")
    assert (code, len(claims(folder))) == (1, len(found) + 1)
    assert (folder / "mine.txt").exists()


def test_a_file_that_has_changed_and_kept_its_size_is_read_again(cluster: Cluster, tmp_path: Path) -> None:
    cluster.have(1)
    for name in ("Norway", "Sweden"):
        (tmp_path / f"{name}.txt").write_text(f"{name} gave Kyiv radars on Monday.")
    given = tmp_path, "-o", tmp_path / "claims", "--part-size", "1"
    assert cluster.extract(*given)[0] == 0
    kept, _ = parts(tmp_path / "claims")
    made = kept.stat().st_mtime_ns
    (tmp_path / "Sweden.txt").write_text("Serbia gave Kyiv radars on Monday.")
    code, _, err = cluster.extract(*given)
    assert (code, [claim["actor"]["text"] for claim in claims(tmp_path / "claims")]) == (0, ["Norway", "Serbia"])
    assert kept.stat().st_mtime_ns == made
    assert "1 part is made anew: files have changed since" in err
    _, _, err = cluster.extract(*given)
    assert "2 of 2 parts were there already" in err
    assert "made anew" not in err


def test_a_worker_that_cannot_do_it_ends_the_run_before_it_begins(cluster: Cluster, news: Path, tmp_path: Path) -> None:
    cluster.have(1)
    (news / "page.html").write_text("<p>Norway gave Kyiv radars on Monday.</p>")
    bare = cluster.worker_without("trafilatura")
    try:
        wait_for(lambda: "lacks trafilatura" in cluster.extract(news, "-o", tmp_path / "many")[2])
        code, out, err = cluster.extract(news, "-o", tmp_path / "many")
    finally:
        bare.kill()
        bare.wait()
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert "(and " not in err, "the other one has it"
    assert "pip install 'newsclaims[html]' there" in err


def test_a_worker_that_joins_later_and_cannot_do_it_ends_the_run(cluster: Cluster, tmp_path: Path) -> None:
    cluster.have(1)
    (tmp_path / "wire.jsonl").write_text("".join(json.dumps({"text": f"wait 0.5 {name}"}) + "\n" for name in COUNTRIES * 9))
    run = cluster.begun(tmp_path, "-o", tmp_path / "claims", "--part-size", "50", "--scheduler", cluster.address)
    wait_for(lambda: parts(tmp_path / "claims"))
    bare = cluster.worker_without("newsclaims")
    try:
        code, out, err = ended(run)
    finally:
        bare.kill()
        bare.wait()
    assert (code, out) == (2, "")
    assert re.search(r"the worker at tcp://127\.0\.0\.1:\d+ has no newsclaims\. Install newsclaims .* there", err)
    assert len(parts(tmp_path / "claims")) < len(COUNTRIES) * 9


def test_parquet_has_the_same_claims(cluster: Cluster, news: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    cluster.have(1)
    code, _, err = cluster.extract(news, "-o", tmp_path / "many.parquet", "--part-size", "1KB")
    assert code == 1, err
    rows = duckdb.sql(f"SELECT actor, action, target FROM '{tmp_path}/many.parquet/part-*.parquet'").fetchall()
    assert len(rows) == 17
    assert ("Kenya", "gave", "Kyiv") in rows


def test_names_of_articles_lead_nowhere(cluster: Cluster, tmp_path: Path) -> None:
    cluster.have(1)
    news = tmp_path / "news"
    news.mkdir()
    names = [
        "x..%2f..%2fetc.txt",
        "-rf.txt",
        "a\nb.txt",
        "[x]*?.txt",
        "$(id).txt",
        "s3:x.txt",
        "x\\..\\up.txt",
        "\x1b[2J.txt",
    ]
    for name in names:
        (news / name).write_text("Norway gave Kyiv radars on Monday.")
    folder = tmp_path / "out" / "claims"
    code, _, err = cluster.extract(news, "-o", folder, "--part-size", "1")
    assert code == 0, err
    assert {claim["article"]["path"] for claim in claims(folder)} == {f"{news}/{name}" for name in names}
    made = {path.name for path in folder.iterdir()}
    assert len(made) == len(names) + 1
    assert all(re.fullmatch(r"_newsclaims\.json|part-\d{6}-[0-9a-f]{16}\.jsonl\.gz", name) for name in made)
    assert {path.name for path in tmp_path.iterdir()} == {"news", "out"}
    assert "\x1b" not in err


def test_the_part_of_a_worker_that_is_killed_is_made_by_another(cluster: Cluster, tmp_path: Path) -> None:
    cluster.have(3)
    for name in COUNTRIES:
        (tmp_path / f"{name}.txt").write_text(f"wait 0.4 {name}")
    folder = tmp_path / "claims"
    run = cluster.begun(tmp_path, "-o", folder, "--part-size", "1", "--scheduler", cluster.address)
    wait_for(lambda: parts(folder))
    cluster.workers[1].send_signal(signal.SIGKILL)
    code, _, err = ended(run)
    assert code == 0, err
    assert [claim["actor"]["text"] for claim in claims(folder)] == sorted(COUNTRIES)
    assert not list(folder.glob(".*")), "nothing unfinished is left"


def test_an_article_that_kills_is_told_of_and_costs_no_other(cluster: Cluster, tmp_path: Path) -> None:
    cluster.have(3)
    (tmp_path / "wire.jsonl").write_text(wire("Norway", "Sweden") + '{"text": "die now"}\n' + wire("Denmark"))
    (tmp_path / "other.jsonl").write_text(wire("Finland"))
    folder = tmp_path / "claims"  # among what is read: its own files are no articles
    code, _, err = cluster.extract(tmp_path, "-o", folder, "--part-size", "2KB")
    assert code == 1, err
    assert {claim["actor"]["text"] for claim in claims(folder)} == {"Norway", "Sweden", "Denmark", "Finland"}
    assert f"{tmp_path}/wire.jsonl:3 could not be understood" in err
    assert "4 articles, 4 claims, 1 failed" in err
    assert cluster.extract(tmp_path, "-o", folder, "--part-size", "2KB")[0] == 1, "it is not tried again, and told of"


def test_what_was_not_finished_is_done_again_when_the_scheduler_is_back(cluster: Cluster, tmp_path: Path) -> None:
    cluster.have(2)
    for name in COUNTRIES:
        (tmp_path / f"{name}.txt").write_text(f"wait 0.4 {name}")
    folder = tmp_path / "claims"
    run = cluster.begun(tmp_path, "-o", folder, "--part-size", "1", "--scheduler", cluster.address)
    wait_for(lambda: parts(folder))
    cluster.scheduler.kill()
    cluster.scheduler.wait()
    for worker in cluster.workers:
        worker.wait(timeout=60)  # they leave with their scheduler
    cluster.start()
    cluster.have(1)
    code, out, err = ended(run)
    assert (code, out) == (0, ""), err
    assert [claim["actor"]["text"] for claim in claims(folder)] == sorted(COUNTRIES)
    assert "is back; what was not finished is done again" in err
    assert "12 articles, 12 claims" in err
