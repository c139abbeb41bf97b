"""``--scheduler``: the same batch on a dask cluster of processes that are killed midway."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from cli.running import Briefing

from briefing import OutputError
from briefing.batch import Outcome, Settings, build_batch, gather

from .cluster import Cluster
from .made import BAD, files, leftovers, write, write_inputs
from .poison import slowly

PATIENCE = 90
"""Seconds after which a batch is held for one that never ends: dask itself gives up after 30."""


@pytest.fixture(scope="module")
def started() -> Iterator[Cluster]:
    """Return the processes of a cluster, for all tests here, whatever one of them kills."""
    with TemporaryDirectory() as folder, closing(Cluster(Path(folder))) as cluster:
        yield cluster


@pytest.fixture
def cluster(started: Cluster) -> Cluster:
    """Return a cluster of two workers with one thread each."""
    started.mend(workers=2)
    return started


@pytest.fixture
def scheduler(started: Cluster) -> Cluster:
    """Return a cluster of one worker."""
    started.mend(workers=1)
    return started


@pytest.mark.slow(reason="a cluster is started, and a batch made on it and without it")
def test_the_command_line_hands_the_work_to_a_cluster(
    cluster: Cluster,
    briefing: Briefing,
    inputs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Packs and relative paths are those of the caller, wherever the workers were started.
    monkeypatch.chdir(tmp_path)
    pack = 'name = "xã Mẫu Số Một"\nlevel = "commune"\nplace = "Mẫu Số Một"\nparent = "hoa-binh"\n'
    write(tmp_path / "localities" / "mau" / "locality.toml", pack)
    first = next(inputs.rglob("*.yaml"))
    write(first, first.read_text("utf-8").replace("locality: hoa-binh", "locality: mau"))
    write(inputs / "mâu thuẫn.yaml", BAD)
    words = ("build", inputs.name, "--scheduler", cluster.address)
    assert briefing(*words, "-d", "xa").code == 1
    assert briefing("build", inputs.name, "-d", "gần").code == 1
    assert len(files(tmp_path / "xa")) == 5
    assert files(tmp_path / "xa") == files(tmp_path / "gần")
    assert "Không đổi         5" in briefing(*words, "-d", "xa", "--resume").err


@pytest.mark.slow(reason="a batch waits for a dead worker")
def test_a_killed_worker_costs_nothing_and_the_bytes_are_those_of_a_local_run(
    cluster: Cluster, tmp_path: Path
) -> None:
    inputs = write_inputs(tmp_path / "in", 20)
    far, near = tmp_path / "xa", tmp_path / "gần"
    told = []
    for outcome in build_batch(
        gather(inputs), Settings(far), jobs=1, scheduler=cluster.address, work=slowly
    ):
        told.append(outcome)
        if len(told) == 5:
            cluster.workers[0].kill()
    assert cluster.workers[0].wait(20) == -signal.SIGKILL
    assert len(told) == 20
    assert {outcome.state for outcome in told} == {"built"}
    local = list(build_batch(gather(inputs), Settings(near), jobs=2))
    assert {outcome.state for outcome in local} == {"built"}
    assert files(far) == files(near)
    assert len(files(far)) == 20
    assert leftovers(far) == []


@pytest.mark.slow(reason="a batch waits for a cluster that is lost, and is made to its end")
def test_a_scheduler_that_is_lost_midway_ends_the_batch_and_resume_goes_on(
    scheduler: Cluster, tmp_path: Path, out: Path
) -> None:
    inputs = gather(write_inputs(tmp_path / "in", 16))
    told: list[Outcome] = []
    outcomes = build_batch(inputs, Settings(out), jobs=1, scheduler=scheduler.address, work=slowly)
    told += islice(outcomes, 5)
    scheduler.process.kill()
    with pytest.raises(OutputError) as lost:
        told += outcomes
    assert [finding.rule for finding in lost.value.findings] == ["batch/lost-scheduler"]
    assert 5 <= len(told) < 16
    assert {outcome.state for outcome in told} == {"built"}
    again = list(build_batch(inputs, Settings(out, resume=True), jobs=2))
    assert {outcome.state for outcome in again} == {"built", "unchanged"}
    assert len(files(out)) == 16
    assert leftovers(out) == []


@pytest.mark.slow(reason="a batch waits for a cluster that is lost")
def test_a_scheduler_that_is_lost_while_a_result_comes_ends_the_batch(
    scheduler: Cluster, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import Client

    gathered = Client._gather_remote

    async def lost(client: Client, *how: bool) -> object:
        scheduler.process.kill()
        scheduler.process.wait(20)
        return await gathered(client, *how)

    monkeypatch.setattr(Client, "_gather_remote", lost)
    inputs = gather(write_inputs(tmp_path / "in", 6))
    assert _ended(build_batch(inputs, Settings(out), jobs=1, scheduler=scheduler.address)) == [
        "batch/lost-scheduler"
    ]


@pytest.mark.slow(reason="a batch is made on a cluster")
def test_a_result_whose_connection_breaks_is_asked_for_again(
    scheduler: Cluster, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from distributed import Client

    gathered, tried = Client._gather_remote, []

    async def broken(client: Client, *how: bool) -> object:
        answer = await gathered(client, *how)
        tried.append(answer)
        if len(tried) == 2:
            raise OSError("the connection went")
        return answer

    monkeypatch.setattr(Client, "_gather_remote", broken)
    inputs = gather(write_inputs(tmp_path / "in", 6))
    assert _ended(build_batch(inputs, Settings(out), jobs=1, scheduler=scheduler.address)) == []
    assert len(files(out)) == 6


def _ended(outcomes: Iterator[Outcome]) -> list[str]:
    """Return which findings end a batch, and that it ends."""
    ended = Queue[list[str]]()

    def make() -> None:
        try:
            list(outcomes)
            ended.put([])
        except OutputError as error:
            ended.put([finding.rule for finding in error.findings])

    Thread(target=make, daemon=True).start()
    try:
        return ended.get(timeout=PATIENCE)
    except Empty:
        raise AssertionError("the batch waits without an end") from None


def test_a_scheduler_that_is_not_there_is_told(
    briefing: Briefing, inputs: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.batch.pools.WAIT", 1)
    outcome = briefing("build", inputs, "-d", out, "--scheduler", "tcp://127.0.0.1:9")
    assert outcome.code == 2
    assert "tcp://127.0.0.1:9: lỗi: không kết nối được với bộ điều phối" in outcome.err


def test_an_address_that_is_none_is_told(briefing: Briefing, inputs: Path, out: Path) -> None:
    outcome = briefing("build", inputs, "-d", out, "--scheduler", "máy chủ")
    assert outcome.code == 2
    assert "batch/no-scheduler" in outcome.err


def test_without_dask_the_finding_says_how_to_install_it(
    briefing: Briefing, inputs: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    outcome = briefing("build", inputs, "-d", out, "--scheduler", "tcp://127.0.0.1:8786")
    assert outcome.code == 2
    assert 'pip install "briefing[cluster]"' in outcome.err


def _silent(_: socket.socket) -> None:
    """Take the connection and say nothing."""


def _no_frame(connection: socket.socket) -> None:
    connection.sendall(b"\xff" * 64)


def _http(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


def test_what_answers_as_no_scheduler_does_is_told_in_time(inputs: Path, out: Path) -> None:
    answers = (_silent, _no_frame, _http)
    program = (
        "import sys; from briefing.batch import pools; pools.WAIT = 1\n"
        "from briefing.cli import main\n"
        "for address in sys.argv[3:]:\n"
        "    print(main(['build', sys.argv[1], '-d', sys.argv[2], '--scheduler', address]))"
    )
    with ExitStack() as ports:
        addresses = [ports.enter_context(_answering(answer)) for answer in answers]
        # A program of its own: dask leaves threads behind that still wait for an answer.
        ran = subprocess.run(
            [sys.executable, "-c", program, str(inputs), str(out), *addresses],
            capture_output=True,
            text=True,
            timeout=60,
        )

    assert (ran.returncode, ran.stdout) == (0, "2\n" * len(answers)), ran.stderr
    told = [line for line in ran.stderr.splitlines() if "[batch/no-scheduler]" in line]
    assert [address in line for address, line in zip(addresses, told, strict=True)] == [True] * 3
    assert "Traceback" not in ran.stderr


@contextmanager
def _answering(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """Give the address of a port at which whoever connects is answered so."""
    held = []
    with socket.create_server(("127.0.0.1", 0)) as port:

        def take() -> None:
            while True:
                try:
                    held.append(port.accept()[0])
                    answer(held[-1])
                except OSError:
                    return

        Thread(target=take, daemon=True).start()
        yield f"tcp://127.0.0.1:{port.getsockname()[1]}"
        for connection in held:
            connection.close()
