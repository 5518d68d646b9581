"""A web of our own on loopback addresses: what stands at a path is a function from a request to bytes."""

import asyncio
import threading
from collections import Counter
from dataclasses import dataclass, field

HOSTS = [f"127.0.0.{number}" for number in range(1, 31)]


@dataclass
class Asked:
    method: str
    path: str
    headers: dict
    body: bytes
    visit: int  # how often this path was asked for, from 1


@dataclass
class Web:
    """`pages` maps a path to an answer: bytes, or an async generator of bytes, or a list of answers, one a day."""

    pages: dict = field(default_factory=dict)
    day: int = 0
    latency: float = 0.0
    tls: object = None
    port: int = 0
    visits: Counter = field(default_factory=Counter)
    log: list = field(default_factory=list)
    most: int = 0  # connections in work at once
    working: int = 0

    def __enter__(self):
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def url(self, path, host=HOSTS[0]):
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{path}"

    def _run(self, started):
        asyncio.run(self._serve(started))

    async def _serve(self, started):
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_exception_handler(lambda *_: None)  # a client that hangs up is what is being tested
        first = await asyncio.start_server(self._connection, HOSTS[0], 0, ssl=self.tls, backlog=1000)
        self.port = first.sockets[0].getsockname()[1]
        others = await asyncio.start_server(self._connection, HOSTS[1:], self.port, ssl=self.tls, backlog=1000)
        started.set()
        await self._stop.wait()
        first.close()
        others.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _connection(self, reader, writer):
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()

    async def _one(self, reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        method, path, _ = head[0].split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        self.visits[method, path] += 1
        asked = Asked(method, path, headers, body, self.visits[method, path])
        self.log.append(asked)
        self.working += 1
        self.most = max(self.most, self.working)
        if self.latency:
            await asyncio.sleep(self.latency)
        self.working -= 1
        return await self._send(asked, writer)

    async def _send(self, asked, writer):
        """Whether the connection may be used again."""
        answer = self.pages.get(asked.path) or self.pages.get(asked.path.partition("?")[0]) or status(404)
        while not isinstance(answer, bytes) and not hasattr(answer, "__anext__"):
            answer = answer[min(self.day, len(answer) - 1)] if isinstance(answer, list) else answer(asked)
        if isinstance(answer, bytes):
            head, _, body = answer.partition(b"\r\n\r\n")
            writer.write(head + b"\r\n\r\n" + (body if asked.method != "HEAD" else b""))
            await writer.drain()
            return b"content-length" in head.lower()
        async for piece in answer:
            writer.write(piece)
            await writer.drain()
        return False


def status(code, body=b"", **headers):
    """An answer; `_` in a header's name stands for `-`."""
    lines = [f"HTTP/1.1 {code} -", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


def page(title="项目主页", text="", code=200, **headers):
    body = f"<!doctype html><html><head><title>{title}</title></head><body>{text}</body></html>".encode()
    return status(code, body, **{"Content_Type": "text/html; charset=utf-8", **headers})


def to(target, code=301, **headers):
    """A redirect; the target may be bytes that are no UTF-8."""
    raw = target if isinstance(target, bytes) else target.encode()
    return status(code, Location="@", **headers).replace(b"Location: @", b"Location: " + raw)
