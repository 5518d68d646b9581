"""What was seen of the links of a submission before it is judged: gathered by a flow, read by what decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.urls.web_address import web_address
from bot.web.model import Look


@dataclass(frozen=True, slots=True)
class Evidence:
    """`looks` by `web_address`, of the links that answered; `day` is that of the look, None where nobody looked."""

    looks: Mapping[str, Look] = field(default_factory=dict)
    day: date | None = None

    def of(self, url: str) -> Look | None:
        """What its address showed; None is no evidence of anything."""
        return self.looks.get(web_address(url)) if self.looks else None


NONE = Evidence()
