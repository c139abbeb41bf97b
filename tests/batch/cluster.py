"""A dask cluster of processes, each of which may be killed.

A start takes more than a second of work for each process, so the tests share one cluster, and what
one of them has killed is started again for the next that asks.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from cli.running import REPOSITORY, until


class Cluster:
    """A scheduler and its workers, each with one thread and nobody who starts it again."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        # A worker must find the work that it is handed, as the tests do; what killed ones leave
        # behind goes with the folder.
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DASK_TEMPORARY_DIRECTORY": str(folder),
        }
        self._processes: list[subprocess.Popen[bytes]] = []
        self.address = ""

    @property
    def process(self) -> subprocess.Popen[bytes]:
        """The scheduler."""
        return self._processes[0]

    @property
    def workers(self) -> list[subprocess.Popen[bytes]]:
        return self._processes[1:]

    def mend(self, workers: int) -> None:
        """Start what is not there, with a lost scheduler all, and end what is too much."""
        if not self._processes or self.process.poll() is not None:
            self.close()
            self._file.unlink(missing_ok=True)
            self._start("dask_scheduler", "--port", "0", "--dashboard-address", ":0")
        self._processes[1:] = [one for one in self.workers if one.poll() is None]
        while len(self.workers) > workers:
            self._end()
        for _ in range(workers - len(self.workers)):
            self._start("dask_worker", "--nthreads", "1", "--no-nanny", "--dashboard-address", ":0")
        until(lambda: self._file.exists() and self._file.read_text(), alive=self.process)
        self.address = json.loads(self._file.read_text())["address"]
        self._wait_for(workers)

    def _start(self, program: str, *words: str) -> None:
        file = ["--host", "127.0.0.1", "--scheduler-file", str(self._file)]
        started = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{program}", *words, *file],
            stderr=subprocess.DEVNULL,
            env=self._environment,
            cwd=REPOSITORY,
        )
        self._processes.append(started)

    def _wait_for(self, workers: int) -> None:
        from distributed import Client

        with Client(self.address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=60)

    def close(self) -> None:
        """End all processes, the workers first: they are not to miss their scheduler."""
        while self._processes:
            self._end()

    def _end(self) -> None:
        process = self._processes.pop()
        process.terminate()
        process.wait(20)
