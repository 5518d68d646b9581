"""A workflow job: what it did, or why it could not, stands on the run's page."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from bot.errors import CurateError
from bot.flows.links import Settings
from bot.flows.patrol import patrol
from bot.flows.retry_loop import DecideAll, deliver, deliver_refresh
from bot.flows.submit import decide
from bot.flows.submitted_links import from_web
from bot.github.client import connect
from bot.github.events import read_event, summarise

BUG = "curate 自己出了错，没有做完。详情在本页的日志里，请连同日志报告给 curate 的维护者；修好后重新运行本任务。"
SECOND = 1.0  # what GitHub asks between two of many writes


def submit_job(environment: Mapping[str, str], root: Path) -> str:
    """What was done about the event's issue. Raises CurateError, which then also stands in the summary."""
    return told(environment, lambda: _submit(environment, root))


def refresh_job(environment: Mapping[str, str], root: Path, decide: DecideAll) -> str:
    """What was done about the open pull requests."""
    return told(environment, lambda: deliver_refresh(connect(environment, pace=SECOND), root, decide))


def patrol_job(environment: Mapping[str, str], root: Path, settings: Settings) -> str:
    """What was found of the links, and what was said of it."""
    return told(environment, lambda: patrol(connect(environment, pace=SECOND), root, settings, time.sleep))


def _submit(environment: Mapping[str, str], root: Path) -> str:
    event = read_event(environment)
    if event.by_bot:
        return "这个事件由机器人引起，不作处理。"
    if not event.issue:
        return "这个事件与投稿 issue 无关，不作处理。"
    return deliver(connect(environment), event.issue, root, partial(decide, look_at=from_web(environment)))


def told(environment: Mapping[str, str], work: Callable[[], str]) -> str:
    """The work's summary, written where the environment says."""
    try:
        text = work()
    except CurateError as error:
        summarise(environment, "\n".join(f"> {line}" for line in ("[!CAUTION]", *str(error).splitlines())))
        raise
    except Exception:
        summarise(environment, f"> [!CAUTION]\n> {BUG}")
        raise
    summarise(environment, text)
    return text
