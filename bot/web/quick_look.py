"""A short look at a few addresses for whoever cannot wait. What goes wrong, or takes too long, shows nothing."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence

from bot.web.fetch import Limits
from bot.web.look import Run, look
from bot.web.model import Look

BUDGET = 5.0  # seconds, for all addresses together
THERE = "github.com"  # a name that exists: where it does not, it is us who have no network


def quick_look(
    addresses: Sequence[str],
    environment: Mapping[str, str],
    *,
    budget: float = BUDGET,
    allow_loopback: bool = False,
    pace: float = 0.2,
) -> dict[str, Look]:
    """What was seen within the budget, by address."""
    certificates = environment.get("SSL_CERT_FILE", "")
    limits = Limits(budget, budget, concurrency=16, allow_loopback=allow_loopback, certificates=certificates)
    seen: dict[str, Look] = {}
    try:
        look(Run([list(addresses)], {}, environment, limits, budget, pace), seen.__setitem__)
    except Exception:  # noqa: BLE001 - whatever it is, nobody's submission has to wait for it
        return {}
    unknown = [address for address, one in seen.items() if one.why == "no-host"]
    if unknown and not _is_known(THERE):
        return {address: one for address, one in seen.items() if address not in unknown}
    return seen


def _is_known(name: str) -> bool:
    try:
        socket.getaddrinfo(name, 443, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return True
