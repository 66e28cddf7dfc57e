"""A batch gives the same whatever its order, size, workers and interruptions, and loses nothing."""

import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualkit.domain.batch_documents import Document
from qualkit.errors import BatchFailedError, PipelineMissingError
from qualkit.services.batch_local import LocalEngine
from tests.services.batch_sets import (
    PARTS,
    InThisProcess,
    chat,
    document,
    documents,
    run,
    two_processes,
)
from tests.services.trap_pipeline import make_trap

NAMES = count()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What an undisturbed run over 24 conversations writes."""
    place = tmp_path_factory.mktemp("usual")
    return run(place / "kept", documents(24), place / "out.jsonl", unit_bytes=10**9)[1]


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 10**6), size=st.sampled_from([1, 300, 2_000, 10**6]))
def test_neither_order_nor_size_of_units_makes_a_difference(
    usual: bytes, tmp_path: Path, seed: int, size: int
) -> None:
    some = documents(24)
    Random(seed).shuffle(some)
    place = tmp_path / str(next(NAMES))
    assert run(place / "kept", some, place / "out.jsonl", unit_bytes=size)[1] == usual


def test_processes_give_the_same(usual: bytes, tmp_path: Path) -> None:
    found, written = run(
        tmp_path / "kept", documents(24), tmp_path / "out.jsonl", two_processes(), 2_000
    )
    assert written == usual
    assert found.report.worker_memory > 0
    assert found.report.read == 24


def test_what_comes_in_several_runs_gives_the_same(usual: bytes, tmp_path: Path) -> None:
    kept, out, whole = tmp_path / "kept", tmp_path / "out.jsonl", documents(24)
    run(kept, whole[5:9], out)
    run(kept, whole[:20], out)
    found, written = run(kept, whole, out)
    assert written == usual
    assert found.report.read == 4
    found, written = run(kept, whole, out)
    assert (written, found.report.read) == (usual, 0)
    assert {stat.S_IMODE(each.stat().st_mode) for each in (kept, *kept.iterdir())} == {0o700}


def test_what_was_changed_or_taken_away_leaves_nothing_behind(tmp_path: Path) -> None:
    kept, out = tmp_path / "kept", tmp_path / "out.jsonl"
    run(kept, [*documents(10), document("weg.txt", "R: Een noodverband en een rooster.")], out)
    changed = [document("gesprek-003.txt", chat(99)), *documents(10)[4:]]
    found, written = run(kept, changed, out)
    assert found.report.read == 1
    assert written == run(tmp_path / "fresh", changed, out)[1]
    assert b"noodverband" not in written


def test_a_damaged_part_is_made_anew(usual: bytes, tmp_path: Path) -> None:
    kept, out = tmp_path / "kept", tmp_path / "out.jsonl"
    run(kept, documents(24), out)
    parts = sorted(kept.rglob(PARTS))
    assert len(parts) > 4
    parts[0].write_bytes(parts[0].read_bytes()[:200])
    parts[1].write_bytes(b"")
    parts[2].unlink()
    found, written = run(kept, documents(24), out)
    assert written == usual
    assert 0 < found.report.read < 24


def test_two_documents_of_one_text_are_both_told(tmp_path: Path) -> None:
    said = "R: De wachtlijst van de meldkamer."
    same = [document("a.txt", said), document("b.txt", said)]
    found, _written = run(tmp_path / "kept", same, tmp_path / "out.jsonl")
    assert (found.report.sources, found.report.read) == (2, 1)
    assert found.rows.ranked[0].times == 2


def test_only_what_visitors_say_counts(usual: bytes) -> None:
    assert b"looprek" not in usual
    assert b"wachtlijst" in usual


def poison() -> Iterator[Document]:
    yield document("leeg.txt", "  \n")
    yield Document("beeld.txt", bytes(range(256)) * 20, ".txt", b"beeld")
    yield Document("stuk.docx", b"PK\x03\x04 geen archief", ".docx", b"stuk")
    yield document("lang.txt", "x" * 3_000_000)


def test_what_cannot_be_read_is_set_aside_by_name(usual: bytes, tmp_path: Path) -> None:
    found, written = run(tmp_path / "kept", [*poison(), *documents(24)], tmp_path / "out.jsonl")
    names = [each.name for each in found.report.set_aside]
    assert names == ["beeld.txt", "lang.txt", "leeg.txt", "stuk.docx"]
    assert all(each.why for each in found.report.set_aside)
    assert written == usual


@pytest.fixture
def trap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An installed pipeline that ends its process at one word and fails at another."""
    site = tmp_path / "site"
    monkeypatch.syspath_prepend(str(site))
    monkeypatch.setenv("PYTHONPATH", str(site))
    return make_trap(site)


FAILS = document("gesprek-004b.txt", "R: Daar struikelt de meldkamer over.")
BREAKS = document("gesprek-008b.txt", "R: De meldkamer ontploft haast.")


def test_documents_that_fail_or_break_their_worker_are_set_aside(trap: str, tmp_path: Path) -> None:
    good, out = documents(3), tmp_path / "out.jsonl"
    found, written = run(tmp_path / "kept", [FAILS, BREAKS, *good], out, LocalEngine(1), 1, trap)
    assert [each.name for each in found.report.set_aside] == [FAILS.name, BREAKS.name]
    assert found.report.read == len(good)
    assert written == run(tmp_path / "other", good, out, None, 10**6, trap)[1]


def test_a_small_set_is_read_in_the_program_itself_and_what_fails_is_set_aside(
    trap: str, tmp_path: Path
) -> None:
    good, out = documents(6), tmp_path / "out.jsonl"
    found, written = run(tmp_path / "kept", [*good, FAILS], out, LocalEngine(2), 10**6, trap)
    assert [each.name for each in found.report.set_aside] == [FAILS.name]
    assert found.report.worker_memory == 0
    assert written == run(tmp_path / "other", good, out, None, 10**6, trap)[1]


def test_a_pipeline_that_reads_nothing_is_told_and_not_each_text(trap: str, tmp_path: Path) -> None:
    bad = [document(f"{n}.txt", f"R: Hier struikelt meldkamer {n}.") for n in range(50)]
    with pytest.raises(BatchFailedError) as told:
        run(tmp_path / "kept", bad, tmp_path / "out.jsonl", LocalEngine(1), 10**6, trap)
    assert "qualkit pipeline" in told.value.hint


def test_an_unknown_pipeline_is_told_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(PipelineMissingError):
        run(tmp_path / "kept", documents(2), tmp_path / "o.jsonl", InThisProcess(), pipeline="nee")
    assert not (tmp_path / "kept").exists()


def test_nothing_gives_nothing(tmp_path: Path) -> None:
    found, written = run(tmp_path / "kept", [], tmp_path / "out.jsonl")
    assert (found.rows.ranked, written) == ((), b"")
