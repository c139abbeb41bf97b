"""Tasks over an executor: few at a time, and none is lost when workers die."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from itertools import islice

from briefing.batch.model import BatchTask, Outcome
from briefing.batch.pools import Pool
from briefing.batch.work import failed

AHEAD = 4
"""Tasks handed out for each worker, so that none waits and few lie in memory."""

Work = Callable[[BatchTask], Outcome]


def outcomes(tasks: Iterable[BatchTask], pool: Pool, work: Work) -> Iterator[Outcome]:
    """Yield the outcome of every task as it is done.

    When a worker dies, all tasks under way are suspect: those that are not done are tried again
    one by one, and one that takes its worker down alone as well is given up as failed.
    """
    waiting = iter(tasks)
    flying: dict[Future[Outcome], BatchTask] = {}
    while True:
        for task in islice(waiting, pool.width * AHEAD - len(flying)):
            flying[_submitted(task, pool, work)] = task
        if not flying:
            return
        done = wait(flying, return_when=FIRST_COMPLETED).done
        if any(_fault(future) for future in done):
            done = wait(flying).done
        suspects, faults = [], []
        for future in done:
            task, fault = flying.pop(future), _fault(future)
            if fault is None:
                yield future.result()
            else:
                suspects.append(task)
                faults.append(fault)
        if faults:
            pool.mend(max(faults, key=lambda fault: isinstance(fault, BrokenExecutor)))
        for task in suspects:
            yield _alone(task, pool, work)


def _alone(task: BatchTask, pool: Pool, work: Work) -> Outcome:
    """Return the outcome of a task with nothing beside it."""
    future = _submitted(task, pool, work)
    wait([future])
    fault = _fault(future)
    if fault is None:
        return future.result()
    pool.mend(fault)
    return failed(task, "batch/worker-died", reason=f"{type(fault).__name__}: {fault}")


def _submitted(task: BatchTask, pool: Pool, work: Work) -> Future[Outcome]:
    """Return the future of a task, one that failed already when the pool cannot take it."""
    try:
        return pool.executor.submit(work, task)
    except Exception as error:
        future: Future[Outcome] = Future()
        future.set_exception(error)
        return future


def _fault(future: Future[Outcome]) -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:
        return error
