"""The links of a submission are looked at, for a few seconds at most, before it is decided on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from bot.flows.known_facts import known_facts
from bot.flows.today import in_china
from bot.submissions.evidence import NONE, Evidence
from bot.web.model import Look

LookAt = Callable[[Sequence[str]], Evidence]


def nobody(addresses: Sequence[str]) -> Evidence:
    """Without a network: nothing is known of any link."""
    del addresses
    return NONE


def from_facts(path: Path) -> LookAt:
    """What a facts file remembers of the last look, whenever that was. Raises CurateError where it is unreadable."""
    facts = known_facts(path.parent, path).facts

    def remembered(addresses: Sequence[str]) -> Evidence:
        return Evidence({address: facts[address].last for address in addresses if address in facts}, in_china())

    return remembered


def from_web(environment: Mapping[str, str]) -> LookAt:
    """What the web says now. No address is asked for twice, however often the flow begins again."""
    seen: dict[str, Look | None] = {}

    def looked_at(addresses: Sequence[str]) -> Evidence:
        new = [address for address in addresses if address not in seen]
        if new:
            from bot.web.quick_look import quick_look  # noqa: PLC0415 - libcurl is for those who look

            looks = quick_look(new, environment)
            seen.update({one: looks.get(one) for one in new})
        return Evidence({address: look for address in addresses if (look := seen[address])}, in_china())

    return looked_at
