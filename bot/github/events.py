"""What a workflow run is told and tells: the event file, and the summary a maintainer reads on the run's page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import CurateError
from bot.files.given import append_text, given_text
from bot.github.snapshot import issue_of

LARGEST_SUMMARY = 1_000_000  # bytes; GitHub shows none of a step's summary above 1 MiB


@dataclass(frozen=True, slots=True)
class Event:
    """`issue` is the number of the issue it is about, 0 where it is about none of ours. `by_bot`: who caused it."""

    name: str
    issue: int
    by_bot: bool


def read_event(environment: Mapping[str, str]) -> Event:
    """From GITHUB_EVENT_PATH, never from the command line: an event holds text that strangers wrote."""
    path = environment.get("GITHUB_EVENT_PATH", "")
    if not path:
        raise CurateError(
            "缺少环境变量 GITHUB_EVENT_PATH", "", "这个命令由工作流运行；在自己的电脑上请用 --issue-body 文件 --dry-run"
        )
    try:
        payload = json.loads(given_text(Path(path)))
    except json.JSONDecodeError as error:
        raise CurateError("事件文件不是 JSON", f"{path}:{error.lineno}", "请重新运行本任务") from error
    sender = payload.get("sender") or {}
    by_bot = sender.get("type") == "Bot" or str(sender.get("login", "")).endswith("[bot]")
    return Event(environment.get("GITHUB_EVENT_NAME", ""), _issue(payload), by_bot)


def _issue(payload: Mapping[str, Any]) -> int:
    if pull := payload.get("pull_request"):
        same = (pull["head"].get("repo") or {}).get("full_name") == payload["repository"]["full_name"]
        return issue_of(pull["head"]["ref"]) if same else 0
    issue = payload.get("issue") or {}
    return 0 if "pull_request" in issue else int(issue.get("number", 0))


def summarise(environment: Mapping[str, str], text: str) -> bool:
    """Append Markdown to the run's summary; False where there is none to append to."""
    path = environment.get("GITHUB_STEP_SUMMARY", "")
    if not path:
        return False
    whole = text.rstrip("\n")
    if len(whole.encode()) > LARGEST_SUMMARY:
        whole = whole.encode()[:LARGEST_SUMMARY].decode("utf-8", "ignore").rpartition("\n")[0] + "\n\n……"
    append_text(Path(path), f"{whole}\n\n")
    return True
