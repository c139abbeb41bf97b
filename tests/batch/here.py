"""A pool of none but this process, for tests that do not look at processes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from pickle import dumps, loads
from typing import Any


class Here(Executor):
    """Does at once what it is given; what goes there and back is packed as for a process."""

    def submit(self, work: Callable[..., Any], /, *words: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            sent_work, sent, sent_named = loads(dumps((work, words, named)))
            future.set_result(loads(dumps(sent_work(*sent, **sent_named))))
        except Exception as error:
            future.set_exception(error)
        return future


class PoolHere:
    """In place of one process of this machine."""

    width = 1

    def __init__(self) -> None:
        self.executor: Executor = Here()

    def mend(self, error: BaseException) -> None:
        """Have nothing to mend: this process is there, or the tests are not."""

    def close(self) -> None:
        """End nothing."""
