"""HTTP, one request at a time from the outside.

libcurl was chosen over aiohttp by measurement: half the processor time, a third of the memory with TLS, an eighth of
the time to import. It hands over each socket before connecting, which is where the address guard stands.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import certifi
import pycurl

from bot.urls.web_address import host_of
from bot.web.address_guard import is_public
from bot.web.curl_loop import CurlLoop
from bot.web.model import Exchange
from bot.web.transfer import AGENT, Transfer

_ERRORS = {
    pycurl.E_COULDNT_RESOLVE_HOST: "dns",
    pycurl.E_COULDNT_CONNECT: "connect",
    pycurl.E_OPERATION_TIMEDOUT: "timeout",
    pycurl.E_SSL_CONNECT_ERROR: "tls",
    pycurl.E_PEER_FAILED_VERIFICATION: "certificate",
    pycurl.E_GOT_NOTHING: "reset",
    pycurl.E_RECV_ERROR: "reset",
    pycurl.E_SEND_ERROR: "reset",
}
SWEEPS = 4  # looks at a body that is coming, within its time
_NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and counts.

    `certificates` is a file of authorities instead of the usual ones; `resolve` names hosts for tests as libcurl does:
    host:port:address.
    """

    timeout: float = 20.0
    body_time: float = 3.0
    concurrency: int = 128
    allow_loopback: bool = False
    certificates: str = ""
    resolve: tuple[str, ...] = ()


class Fetcher:
    """Requests without cookies, proxies or redirects; `async with` it.

    Where it is `guarded` it connects to nothing that is not public. APIs, whose addresses no stranger has typed, have
    a fetcher of their own: a connection that is kept open is not guarded a second time.
    """

    def __init__(self, limits: Limits, *, guarded: bool = True) -> None:
        self.limits = limits
        self.guarded = guarded
        self._spare: list[Any] = []
        self._transfers: dict[Any, Transfer] = {}
        self._refused: set[Any] = set()
        self._opened: list[socket.socket] = []

    async def __aenter__(self) -> Self:
        self._curl = CurlLoop(self.limits.concurrency)
        self._sweep()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._sweeper.cancel()
        for handle in self._spare:
            handle.close()
        self._curl.close()

    async def fetch(
        self, url: str, *, method: str = "GET", headers: Mapping[str, str] | None = None, send: bytes = b"",
        most: int = 16 << 10,
    ) -> Exchange:  # fmt: skip
        """One request. At most `most` bytes of the body are read."""
        handle = self._spare.pop() if self._spare else self._new()
        transfer = Transfer(most)
        handle.setopt(pycurl.HTTPGET, 1)  # also takes back an earlier HEAD or POST
        for option, value in (
            (pycurl.URL, url),
            (pycurl.NOBODY, method == "HEAD"),
            (pycurl.HTTPHEADER, [f"{name}: {value}" for name, value in (headers or {}).items()]),
            (pycurl.HEADERFUNCTION, transfer.header),
            (pycurl.WRITEFUNCTION, transfer.write),
            *([(pycurl.POSTFIELDS, send)] if send else ()),
        ):
            handle.setopt(option, value)
        code = await self._run(handle, transfer)
        refused = handle in self._refused
        self._refused.discard(handle)
        self._spare.append(handle)
        if transfer.complete or code == 0:
            return transfer.exchange(url, method)
        error = "private" if refused else transfer.error or _ERRORS.get(code, "protocol")
        if error == "dns" and await _is_nobody(host_of(url)):
            error = "no-host"
        return Exchange(url, error=error, method=method)

    async def _run(self, handle: Any, transfer: Transfer) -> int:
        self._transfers[handle] = transfer
        try:
            return await self._curl.run(handle)
        finally:
            del self._transfers[handle]
            while self._opened:
                self._opened.pop().close()

    def _sweep(self) -> None:
        """End the bodies that are slow to come, now and then."""
        for handle, transfer in self._transfers.items():
            transfer.sweeps += transfer.complete
            if transfer.sweeps > SWEEPS:
                self._curl.end(handle)
        self._sweeper = asyncio.get_running_loop().call_later(self.limits.body_time / SWEEPS, self._sweep)

    def _new(self) -> Any:
        """A handle with all that is the same for every request."""
        handle: Any = pycurl.Curl()
        limit = int(self.limits.timeout * 1000)
        for option, value in (
            (pycurl.NOSIGNAL, 1),
            (pycurl.PROXY, ""),
            (pycurl.FOLLOWLOCATION, 0),
            (pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS),
            (pycurl.HTTP09_ALLOWED, 0),
            (pycurl.CAINFO, self.limits.certificates or certifi.where()),
            (pycurl.USERAGENT, AGENT),
            (pycurl.TIMEOUT_MS, limit),
            (pycurl.CONNECTTIMEOUT_MS, limit),
            (pycurl.OPENSOCKETFUNCTION, self._opener(handle)),
            *([(pycurl.RESOLVE, list(self.limits.resolve))] if self.limits.resolve else ()),
        ):
            handle.setopt(option, value)
        return handle

    def _opener(self, handle: Any) -> Any:
        def open_socket(_: int, address: Any) -> Any:
            family, kind, protocol, (host, *_) = address
            text = host.decode() if isinstance(host, bytes) else host
            if self.guarded and not is_public(text, allow_loopback=self.limits.allow_loopback):
                self._refused.add(handle)
                return pycurl.SOCKET_BAD
            try:
                opened = socket.socket(family, kind, protocol)
            except OSError:
                return pycurl.SOCKET_BAD
            self._opened.append(opened)  # pycurl works with a duplicate of it
            return opened

        return open_socket


async def _is_nobody(host: str) -> bool:
    """Whether the name does not exist, as opposed to a name server that does not answer."""
    try:
        await asyncio.get_running_loop().getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        return error.errno in _NO_SUCH_HOST
    except (OSError, UnicodeError):
        return False
    return False
