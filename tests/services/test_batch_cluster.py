"""A batch on a cluster gives what it gives on one machine, whatever becomes of the workers."""

import os
import signal
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from qualkit.errors import ClusterError
from qualkit.services.batch_cluster import ClusterEngine
from qualkit.services.batch_worker import Unit, UnitRead
from tests.services.batch_sets import PARTS, chat, document, documents, run
from tests.services.dask_clusters import Cluster, dask_cluster
from tests.services.trap_pipeline import make_trap

pytestmark = [
    pytest.mark.skipif(
        find_spec("distributed") is None and not os.environ.get("QUALKIT_NO_SKIP"),
        reason="Dask is not installed (the extra 'dask')",
    ),
    # Dask leaves it to the end of the program to close some of its connections.
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning:(asyncio|distributed|tornado).*"),
]

UNITS = 1_000


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler without workers, which gives up on a unit as soon as one worker died of it."""
    with dask_cluster(
        tmp_path / "cluster", DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0"
    ) as made:
        yield made


class Interrupted:
    """Reads on a cluster, and kills a process once the first unit is read."""

    def __init__(self, address: str, process: int | None = None) -> None:
        self._engine = ClusterEngine(address, answers_in=3)
        self._process = process
        self.killed = 0

    def read(self, units: Iterable[Unit]) -> Iterator[UnitRead]:
        for read in self._engine.read(units):
            if not self.killed:
                self.killed = self._process or int(read.worker)
                os.kill(self.killed, signal.SIGKILL)
            yield read


def test_a_worker_is_killed_and_the_file_is_that_of_one_machine(
    tmp_path: Path, cluster: Cluster
) -> None:
    cluster.add_workers(2, "--no-nanny")
    cluster.wait_for(2)
    engine = Interrupted(cluster.address)
    found, written = run(tmp_path / "kept", documents(20), tmp_path / "out.jsonl", engine, UNITS)
    assert engine.killed in {process.pid for process in cluster.started}
    assert (found.report.read, found.report.set_aside) == (20, ())
    assert written == run(tmp_path / "other", documents(20), tmp_path / "other.jsonl")[1]
    assert written


def test_a_document_that_kills_its_worker_is_set_aside_by_name(
    tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    trap = make_trap(site)
    monkeypatch.syspath_prepend(str(site))
    cluster.add_workers(1, "--nanny", path=[site])
    cluster.wait_for(1)
    good = documents(6)
    bad = document("gesprek-008b.txt", "R: De meldkamer ontploft haast.")
    found, written = run(
        tmp_path / "kept",
        [*good[:3], bad, *good[3:]],
        tmp_path / "out.jsonl",
        ClusterEngine(cluster.address),
        1,
        trap,
    )
    assert [each.name for each in found.report.set_aside] == [bad.name]
    assert found.report.read == 6
    other = tmp_path / "other.jsonl"
    assert written == run(tmp_path / "other", good, other, None, UNITS, trap)[1]


def test_a_scheduler_that_is_gone_is_told_and_the_next_run_goes_on(
    tmp_path: Path, cluster: Cluster
) -> None:
    cluster.add_workers(1, "--no-nanny")
    cluster.wait_for(1)
    kept, out = tmp_path / "kept", tmp_path / "out.jsonl"
    gone = Interrupted(cluster.address, cluster.scheduler.pid)
    with pytest.raises(ClusterError, match="broke") as told:
        run(kept, documents(20), out, gone, UNITS)
    assert "run the same command again" in told.value.hint
    found, written = run(kept, documents(20), out)
    assert 0 < found.report.read < 20
    assert written == run(tmp_path / "other", documents(20), out)[1]


def test_a_cluster_that_cannot_do_the_work_is_told_in_a_sentence(
    tmp_path: Path, cluster: Cluster
) -> None:
    kept, out = tmp_path / "kept", tmp_path / "out.jsonl"
    with pytest.raises(ClusterError, match=r"tcp://127.0.0.1:1\.") as told:
        run(kept, [document("a.txt", chat(1))], out, ClusterEngine("tcp://127.0.0.1:1", 0.5))
    assert "dask scheduler" in told.value.hint
    with pytest.raises(ClusterError, match="'hier' is no address"):
        ClusterEngine("hier")
    engine = ClusterEngine(cluster.address, answers_in=1)
    with pytest.raises(ClusterError, match="has no workers") as told:
        run(kept, [document("a.txt", chat(1))], out, engine)
    assert "dask worker" in told.value.hint
    other = tmp_path / "site" / "simplemma-0.0.1.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: simplemma\nVersion: 0.0.1\n")
    cluster.add_workers(1, "--no-nanny", path=[other.parent])
    cluster.wait_for(1)
    with pytest.raises(ClusterError, match=r"tcp://.* has simplemma 0\.0\.1, this program has"):
        run(kept, [document("a.txt", chat(1))], out, engine)
    assert not list(kept.rglob(PARTS))
