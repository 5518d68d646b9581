"""libcurl's event interface on asyncio: handles go in, codes come out."""

from __future__ import annotations

import asyncio
import math
from typing import Any

import pycurl

_WATCH = {pycurl.POLL_IN: 1, pycurl.POLL_OUT: 2, pycurl.POLL_INOUT: 3}


class CurlLoop:
    """Runs many transfers at once; keeps at most `connections` open to be used again."""

    def __init__(self, connections: int) -> None:
        self._loop = asyncio.get_running_loop()
        self._multi: Any = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_SOCKETFUNCTION, self._watch)
        self._multi.setopt(pycurl.M_TIMERFUNCTION, self._set_timer)
        self._multi.setopt(pycurl.M_MAXCONNECTS, connections)
        self._running: dict[Any, asyncio.Future[int]] = {}
        self._watched: dict[int, int] = {}
        self._timer: asyncio.TimerHandle | None = None
        self._due = math.inf

    async def run(self, handle: Any) -> int:
        """One transfer; the code it ended with."""
        done: asyncio.Future[int] = self._loop.create_future()
        self._running[handle] = done
        self._multi.add_handle(handle)
        try:
            return await done
        finally:
            del self._running[handle]
            self._multi.remove_handle(handle)

    def end(self, handle: Any) -> None:
        """Break a transfer off."""
        self._finish(handle, pycurl.E_OPERATION_TIMEDOUT)

    def close(self) -> None:
        self._multi.close()
        if self._timer:
            self._timer.cancel()

    def _finish(self, handle: Any, code: int) -> None:
        if not (done := self._running[handle]).done():
            done.set_result(code)

    def _watch(self, event: int, descriptor: int, _: Any, __: Any) -> None:
        old, new = self._watched.pop(descriptor, 0), _WATCH.get(event, 0)
        if old & ~new & 1:
            self._loop.remove_reader(descriptor)
        if old & ~new & 2:
            self._loop.remove_writer(descriptor)
        if new & ~old & 1:
            self._loop.add_reader(descriptor, self._act, descriptor, pycurl.CSELECT_IN)
        if new & ~old & 2:
            self._loop.add_writer(descriptor, self._act, descriptor, pycurl.CSELECT_OUT)
        if new:
            self._watched[descriptor] = new

    def _set_timer(self, milliseconds: int) -> None:
        """Called for nearly every event: a timer that is set for an earlier time stays, and then looks again."""
        self._due = self._loop.time() + milliseconds / 1000 if milliseconds >= 0 else math.inf
        if self._timer and self._timer.when() <= self._due:
            return
        if self._timer:
            self._timer.cancel()
        self._timer = self._loop.call_at(self._due, self._on_timer) if self._due < math.inf else None

    def _on_timer(self) -> None:
        self._timer = None
        if self._due <= self._loop.time():
            self._due = math.inf
            self._act(pycurl.SOCKET_TIMEOUT, 0)
        elif self._due < math.inf:
            self._timer = self._loop.call_at(self._due, self._on_timer)

    def _act(self, descriptor: int, event: int) -> None:
        self._multi.socket_action(descriptor, event)
        left = 1
        while left:
            left, fine, failed = self._multi.info_read()
            for handle in fine:
                self._finish(handle, 0)
            for handle, code, _ in failed:
                self._finish(handle, code)
