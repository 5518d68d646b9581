"""What the jobs of workflows do: one function each, its answer the summary for the run's page."""

from __future__ import annotations

import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bot.flows import refresh
from bot.flows.links import Settings
from bot.flows.patrol import patrol
from bot.flows.retry_loop import deliver, deliver_again, deliver_refresh
from bot.flows.submit import decide
from bot.flows.submitted_links import from_web
from bot.github.client import Repository, connect
from bot.github.events import read_event
from bot.github.read import drafts, open_issues
from bot.submissions.labels import EARLY, WAITING

DAILY = {"schedule", "workflow_dispatch"}  # events that come because time has passed
SECOND = 1.0  # what GitHub asks between two of many writes


def submit_job(environment: Mapping[str, str], root: Path) -> str:
    """What was done about the event's issue. Raises CurateError."""
    event = read_event(environment)
    if event.by_bot:
        return "这个事件由机器人引起，不作处理。"
    if not event.issue:
        return "这个事件与投稿 issue 无关，不作处理。"
    return deliver(connect(environment), event.issue, root, partial(decide, look_at=from_web(environment)))


def refresh_job(environment: Mapping[str, str], root: Path) -> str:
    """What was done about the open pull requests, and about the issues whose answer is no longer right."""
    repo = connect(environment, pace=SECOND)
    done = [deliver_refresh(repo, root, refresh.decide)]
    again = _to_judge_again(repo, daily=environment.get("GITHUB_EVENT_NAME") in DAILY)
    done.append(deliver_again(repo, again, root, partial(decide, look_at=from_web(environment))))
    return "\n\n".join(part for part in done if part)


def _to_judge_again(repo: Repository, *, daily: bool) -> list[int]:
    """Issues called ready whose pull request has become a draft; once a day also the other drafts, with which main may
    have come to agree, and what was too early for the list.
    """
    unready = drafts(repo)
    ready = open_issues(repo, WAITING.name) if unready else ()
    early = open_issues(repo, EARLY.name) if daily else ()
    return sorted({*early, *(issue for issue in unready if daily or issue in ready)})


def patrol_job(environment: Mapping[str, str], root: Path, settings: Settings) -> str:
    """What was found of the links, and what was said of it."""
    return patrol(connect(environment, pace=SECOND), root, settings, time.sleep)
