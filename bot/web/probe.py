"""A look at one address over HTTP: its redirects followed, asked again where that may help."""

from __future__ import annotations

import asyncio
import re
import time
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from bot.web.fetch import Fetcher
from bot.web.judge_page import is_transient, judge, onward
from bot.web.model import Exchange, Look
from bot.web.schedule import Schedule

RETRIES = 2
PATIENCE = 10  # failures of a host in a row after which it is not asked twice for the same address
# What one does not read: its body says nothing and may be large, so only the headers are asked for.
_FILE = re.compile(
    r"(?i)\.(?:pdf|zip|t?gz|bz2|xz|7z|rar|tar|whl|jar|exe|dmg|apk|iso|png|jpe?g|gif|webp|ico|mp[34]|mov|avi|webm|wav|ogg"
    r"|bin|pth?|ckpt|onnx|gguf|safetensors|parquet|jsonl|csv|tsv|xlsx?|docx?|pptx?|epub)$"
)
_PAGE_HEADERS = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"}


@dataclass(frozen=True, slots=True)
class Prober:
    """Looks at addresses through one fetcher, as the schedule lets it."""

    fetcher: Fetcher
    schedule: Schedule

    async def look(self, address: str, known_title: str = "") -> Look:
        """Files by HEAD, and by GET where that is refused or hangs.

        Pages by GET at once: what they say is evidence, and one request is politer than two.
        """
        if _FILE.search(address.partition("?")[0]):
            hops = await self._follow(address, "HEAD")
            if 200 <= hops[-1].status < 300:
                return judge(hops)
        return judge(await self._follow(address, "GET"), known_title)

    async def _follow(self, address: str, method: str) -> list[Exchange]:
        hops = [await self._ask(address, method)]
        while target := onward(hops)[0]:
            hops.append(await self._ask(target, method))
        return hops

    async def _ask(self, url: str, method: str) -> Exchange:
        host = self.schedule.host(url)
        for attempt in range(RETRIES + 1):
            await self.schedule.turn(url)
            exchange = await self.fetcher.fetch(url, method=method, headers=_PAGE_HEADERS)
            if not is_transient(exchange):
                host.failures = host.refusals = 0
                break
            host.failures += not exchange.status
            once = exchange.error == "timeout" and (attempt or method == "HEAD")
            tired = not exchange.status and host.failures >= PATIENCE
            wait = _wait(exchange)
            if not self.schedule.hold(url, wait) or attempt == RETRIES or once or tired:
                break
            await asyncio.sleep((wait or 2.0**attempt) * self.schedule.pace)
        return exchange


def _wait(exchange: Exchange) -> float:
    """The seconds that Retry-After asks for."""
    text = exchange.headers.get("retry-after", "")
    if text.isdigit():
        return float(min(int(text[:9]), 1 << 30))
    with suppress(ValueError, TypeError, OverflowError):
        return max(0.0, parsedate_to_datetime(text).timestamp() - time.time())
    return 0.0
