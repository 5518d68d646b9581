"""What libcurl hands over of one answer, piece by piece, within limits."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from bot import HOME
from bot.web.model import Exchange

AGENT = f"Mozilla/5.0 (compatible; curate-links; +{HOME})"
MOST_HEADERS = 128 << 10


class Transfer:
    """Collects the headers of the last answer and at most `most` bytes of its body.

    `complete` says that the headers have all come: whatever happens to the body, there is an answer.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.status = 0
        self.body = bytearray()
        self.complete = False
        self.error = ""
        self.sweeps = 0  # how often it was passed by while its body was still coming
        self._lines: list[bytes] = []
        self._header_bytes = 0

    def header(self, line: bytes) -> int | None:
        """Anything but None ends the transfer: too much of it."""
        self._header_bytes += len(line)
        if self._header_bytes > MOST_HEADERS:
            self.error = "headers"
            return -1
        if line.startswith(b"HTTP/"):
            code = line.split(None, 2)[1:2]
            self.status = int(code[0]) if code and code[0].isdigit() else 0
            self._lines = []
        elif line.strip():
            self._lines.append(line)
        elif self.status >= 200:
            self.complete = True
        return None

    def write(self, data: bytes) -> int | None:
        """Anything but None ends the transfer: enough was read."""
        self.body += data
        return None if len(self.body) < self.most else -1

    def exchange(self, url: str, method: str) -> Exchange:
        pairs = [(name.strip().lower(), value.strip()) for name, _, value in (o.partition(b":") for o in self._lines)]
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in pairs}
        location = dict(pairs).get(b"location", b"")
        return Exchange(url, self.status, headers, self._text(headers), location, method=method)

    def _text(self, headers: Mapping[str, str]) -> bytes:
        """The body unpacked, no more of it than was to be read."""
        body = bytes(self.body[: self.most])
        if headers.get("content-encoding", "").lower() not in {"gzip", "x-gzip", "deflate"}:
            return body
        try:
            return zlib.decompressobj(47).decompress(body, self.most)
        except zlib.error:
            return b""
