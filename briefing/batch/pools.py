"""Where the work is done: processes of this machine, or an engine that is there already."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor
from contextlib import suppress
from functools import cache, partial
from multiprocessing.util import Finalize
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from briefing.batch.cluster import ClusterExecutor
from briefing.findings import Finding, InputError, Origin, OutputError
from briefing.output import Scratch

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event

    from distributed import Client

_ROOM = 80
"""Bytes of the longest folder for sockets: with its name none may have more than a hundred."""

WAIT = 30
"""Seconds that a cluster has to answer and to show its first worker."""

_LATER = 2
"""Seconds more before a connection is given up that dask itself has not."""


class Pool(Protocol):
    """An executor that can be had again after it broke; ``width`` is how much it does at a time."""

    width: int

    @property
    def executor(self) -> Executor:
        """The executor at work now."""

    def mend(self, error: BaseException) -> None:
        """Make the pool fit for work again after a failure of its own."""

    def close(self) -> None:
        """End the pool; what is being done is finished, what waits is dropped."""


class LocalPool:
    """Processes of this machine, replaced together when one of them dies."""

    def __init__(self, jobs: int) -> None:
        self.width = jobs
        # Forked from a server that has the library loaded and no threads: at once and safe.
        method = "spawn" if sys.platform == "win32" else "forkserver"
        self._context = multiprocessing.get_context(method)
        if method == "forkserver":
            self._context.set_forkserver_preload(["briefing.batch.warm"])
            _keep_sockets()
        self.executor: Executor = self._start()

    def _start(self) -> Executor:
        # All processes are there before any works: one that starts while another dies would be
        # waited for and never be ended.
        started = self._context.Event()
        executor = ProcessPoolExecutor(
            self.width, self._context, initializer=settle, initargs=(str(Path.cwd()), started)
        )
        try:
            with suppress(BrokenExecutor):
                for _ in range(self.width):
                    executor.submit(int)
        finally:
            started.set()
        return executor

    def mend(self, error: BaseException) -> None:
        """Start new processes when the old ones are gone."""
        if isinstance(error, BrokenExecutor):
            self.executor.shutdown(wait=True, cancel_futures=True)
            self.executor = self._start()

    def close(self) -> None:
        """End the processes after what they are doing."""
        self.executor.shutdown(wait=True, cancel_futures=True)


@cache
def _keep_sockets() -> None:
    """Let the sockets of this process lie in a folder that goes with it, also when it is killed.

    By itself ``multiprocessing`` leaves a folder of each process that is killed. Where the path
    would be too long for a socket, it is left to that.
    """
    config = getattr(multiprocessing.current_process(), "_config", None)
    if config is None or "tempdir" in config:
        return
    scratch = Scratch()
    if len(os.fsencode(scratch.folder)) > _ROOM:
        scratch.close()
        return
    config["tempdir"] = str(scratch.folder)
    # After the sockets are closed.
    Finalize(None, scratch.close, exitpriority=-200)


def settle(folder: str, started: Event) -> None:
    """Prepare a new process: it works where its parent does, leaves Ctrl+C to it, ends with it.

    It takes work when all processes have started.
    """
    os.chdir(folder)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    started.wait()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        # The pool's own queue would keep an orphan waiting for ever.
        os._exit(1)


class ClusterPool:
    """The workers of a dask cluster, which gives the work of lost ones to others by itself.

    Raises InputError when the cluster does not answer or has no worker.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._client = _connect(address)
        self.executor: Executor = ClusterExecutor(self._client)
        self.width = max(1, sum(self._client.nthreads().values()))

    def mend(self, error: BaseException) -> None:
        """Leave the cluster to mend itself; raises OutputError when it is gone for good."""
        if self._client.status != "running":
            reason = f"{type(error).__name__}: {error}".removesuffix(": ")
            raise OutputError(
                [_unusable("batch/lost-scheduler", self._address, reason=reason, said_by="dask")]
            )

    def close(self) -> None:
        """Take back what waits and leave the cluster as it was."""
        with suppress(OSError, TimeoutError):
            self.executor.shutdown(wait=False)
            self._client.close()


def _connect(address: str) -> Client:
    try:
        from distributed import Client
    except ModuleNotFoundError:
        raise InputError([Finding("batch/no-dask")]) from None

    class Quiet(Client):
        """A client that ends without a word where it never came to be one."""

        def __del__(self) -> None:
            with suppress(Exception):
                super().__del__()  # type: ignore[no-untyped-call]

    # What dask logs with tracebacks is told as findings here.
    for name in ("distributed", "distributed.client", "distributed.core"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        settings = {"timeout": WAIT, "set_as_default": False}
        client = _in_time(partial(Quiet, address, **settings))
    except Exception as error:
        # What answers there may be no scheduler at all, and its bytes anything to dask.
        reason = str(error) or type(error).__name__
        raise InputError(
            [_unusable("batch/no-scheduler", address, reason=reason, said_by="dask")]
        ) from None
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError:
        client.close()
        raise InputError([_unusable("batch/no-workers", address, limit=WAIT)]) from None
    return client


def _in_time(connect: Callable[[], Client]) -> Client:
    """Return what is connected within the time; raises TimeoutError, or what dask raises.

    The limit of dask itself does not hold where somebody takes the connection and says nothing.
    """
    made: Queue[Client | Exception] = Queue()

    def run() -> None:
        try:
            made.put(connect())
        except Exception as error:
            made.put(error)

    Thread(target=run, daemon=True).start()
    try:
        answer = made.get(timeout=WAIT + _LATER)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _unusable(rule: str, address: str, **values: object) -> Finding:
    return Finding(rule, origin=Origin(address), values=values)


def cores() -> int:
    """Return how many cores this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
