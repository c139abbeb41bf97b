"""Work handed to a dask cluster as ``concurrent.futures`` do it, with an end for each of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as Asked


class ClusterExecutor(Executor):
    """Hands work to the workers of a cluster.

    The executor of dask itself leaves a future open for ever whose result was on its way when a
    connection broke; here it fails with what broke.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._asked: WeakSet[Asked[Any]] = WeakSet()

    def submit(self, work: Callable[..., Any], /, *words: Any, **named: Any) -> Future[Any]:
        """Hand out work; raises what dask raises when it is closed."""
        # Not pure: a task that failed is done again when it is handed out again.
        asked = self._client.submit(work, *words, pure=False, **named)
        self._asked.add(asked)
        future: Future[Any] = Future()
        loop: Any = self._client.loop  # a client that is connected has one
        loop.add_callback(_tell, self._client, asked, future)
        return future

    def shutdown(self, *_: bool, **__: bool) -> None:
        """Take back what waits; what is being done is not waited for."""
        self._client.cancel(list(self._asked))


async def _tell(client: Client, asked: Asked[Any], future: Future[Any]) -> None:
    """Bring what came of work to its future: a result, a failure, or that it was taken back."""
    try:
        result = await client.gather(asked, asynchronous=True)
    except (CancelledError, asyncio.CancelledError):
        future.cancel()
        future.set_running_or_notify_cancel()
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)
