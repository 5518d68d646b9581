"""The workflows of a list, and what keeps them fresh: from templates, with the bot's commit and hours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from bot.adopt.repository import Action
from bot.files.packaged import packaged

WORKFLOW_FOLDER = ".github/workflows"
# File's name → what it does.
WORKFLOWS: Mapping[str, str] = {
    "check": "检查别人提的 PR",
    "submit": "处理表单：评论、预览、PR",
    "refresh": "合并之后重建其余投稿",
    "links": "每周巡检链接",
    "pages": "生成并发布网站",
}
_PINS: Mapping[str, str] = {
    "CHECKOUT": "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2",
    "UPLOAD": "actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
    "DEPLOY": "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5",
}
_USES = re.compile(r"uses: (?P<action>\S+@[0-9a-f]{40})[^\n]*\n\s+with:\n(?:\s+[\w-]+:[^\n]*\n)*?\s+command: ")


def workflow(name: str, action: Action, seed: str) -> str:
    """`seed` chooses the minutes at which it runs, so that not all lists run at the same one."""
    text = packaged("bot.adopt", f"workflows/{name}.yml")
    for word, value in {**_PINS, **_hours(seed), "CURATE_URL": f"https://github.com/{action.repository}",
                        "CURATE_REV": action.commit}.items():  # fmt: skip
        text = text.replace(word, value)
    return re.sub(r"uses: CURATE\b", f"uses: {action}", text)


def runs(text: str, name: str) -> bool:
    """Whether a workflow of somebody's own does already what the one of this name would do."""
    command = {"links": "patrol", "pages": "site"}.get(name, name)
    return re.search(rf"^\s+command: {command}\s*(?:#.*)?$", text, re.MULTILINE) is not None


def action_in(texts: Iterator[str]) -> str:
    """The bot that workflows already use, at its commit; empty where they use none."""
    return next((found["action"] for text in texts if (found := _USES.search(text))), "")


def _hours(seed: str) -> Mapping[str, str]:
    digits = hashlib.sha256(seed.encode()).digest()
    minute, hour, day = digits[0] % 50 + 5, digits[1] % 12 + 1, digits[2] % 7
    return {
        "CRON_DAILY": f"{minute} {hour + 1} * * *",
        "CRON_WEEKLY": f"{minute} {hour} * * {day}",
        "CRON_SITE": f"{minute} {hour + 2} * * {day}",
    }
