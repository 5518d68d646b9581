"""What GitHub (or the way to it) says when it will not → one sentence that names the setting to look at."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from github import GithubException
from requests import RequestException

from bot.errors import CurateError, Gone, Interrupted, Refused

ACTIONS = "请打开仓库的 Settings → Actions → General → Workflow permissions"
HICCUP = 5.0  # seconds to wait where GitHub names no time
# What passes by itself, in GitHub's words: the first kind after a while, the second at once.
_TOO_FAST = re.compile(r"rate limit|abuse detection|was submitted too quickly", re.IGNORECASE)
_STUMBLE = re.compile(r"something went wrong|timed? ?out|try (?:your request )?again|resource limits?", re.IGNORECASE)
# What GitHub's sentence contains (lower case) → what is wrong, what to do.
KNOWN: Mapping[str, tuple[str, str]] = {
    "not permitted to create or approve pull requests": (
        "仓库不允许 GitHub Actions 创建 PR",
        f"{ACTIONS}，勾选 “Allow GitHub Actions to create and approve pull requests”，保存后重新运行本任务",
    ),
    "must be a collaborator": (
        "仓库只许协作者开 PR，机器人也被挡住了",
        "请打开 Settings → General → Features → Pull requests，把 Collaborators only 改回 All，保存后重新运行本任务",
    ),
    "resource not accessible by integration": (
        "工作流的令牌没有所需的权限",
        f"请核对工作流文件里该任务的 permissions，再{ACTIONS.removeprefix('请')}，确认没有被组织限制为只读",
    ),
    "must authenticate via a github app": (
        "只有 GitHub Actions 的令牌才能写检查结果",
        "请让工作流使用 secrets.GITHUB_TOKEN，不要换成个人令牌",
    ),
    "rule violations": (
        "仓库的规则集（ruleset）不让机器人写入分支 curate/*",
        "请打开 Settings → Rules → Rulesets，把 curate/* 排除在外，或把 GitHub Actions 加入 Bypass list",
    ),
    "protected branch": (
        "分支保护规则不让机器人写入分支 curate/*",
        "请打开 Settings → Branches，修改匹配到 curate/* 的保护规则",
    ),
    "draft pull requests are not supported": (
        "这个仓库不支持草稿 PR（私有仓库的免费方案没有此功能）",
        "请把仓库设为公开，或升级方案",
    ),
    "archived": ("仓库已归档，只能读取", "请在 Settings → General 最下方取消归档"),
    "issues are disabled": ("仓库关闭了 issue 功能", "请打开 Settings → General → Features，勾选 Issues"),
    "is locked": ("issue 已锁定，机器人无法留言", "请在 issue 右侧点 Unlock conversation"),
}


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Every failure of a request in this block becomes a CurateError. `what` is the request's path."""
    try:
        yield
    except GithubException as error:
        if isinstance(error.data, dict) and "errors" in error.data and "message" not in error.data:
            raise explain_graphql(error.data["errors"]) from error
        headers = {key.lower(): value for key, value in (error.headers or {}).items()}
        raise explain(error.status, said(error.data), headers, what) from error
    except RequestException as error:
        raise Interrupted("与 GitHub 的连接中断", what, "请稍后重新运行本任务", HICCUP) from error


def said(data: Any) -> str:
    """GitHub's own words, the details after the headline."""
    if not isinstance(data, dict):
        return str(data or "")
    details = [e.get("message") or f"{e.get('field')} {e.get('code')}" if isinstance(e, dict) else str(e)
               for e in data.get("errors") or ()]  # fmt: skip
    return "；".join(str(part) for part in (data.get("message"), *details) if part)


def explain(status: int, text: str, headers: Mapping[str, str], what: str) -> CurateError:
    """The error for one answer; `headers` with lower-case names."""
    lower = text.lower()
    if status == 429 or (status in {403, 422} and (_TOO_FAST.search(text) or "retry-after" in headers)):
        wait = seconds(headers)
        again = f"{_when(wait)}；请到时重新运行本任务，机器人会从中断处继续"
        return Interrupted("已达到 GitHub 的请求频率上限", what, again, wait)
    if status >= 500:
        return Interrupted(f"GitHub 暂时出错（{status}）", what, "请稍后重新运行本任务，机器人会从中断处继续", HICCUP)
    for mark, (wrong, step) in KNOWN.items():
        if mark in lower:
            return Refused(wrong, needed(headers), step, status, text)
    if status == 401:
        return Refused("GitHub 不接受工作流的令牌", what, "请让工作流使用 secrets.GITHUB_TOKEN", status, text)
    if status in {404, 410}:
        step = "若它应当存在，请核对工作流文件里该任务的 permissions"
        return Gone("GitHub 上找不到这一项，可能已被删除", what, step, status, text)
    return Refused(f"GitHub 拒绝了请求（{status} {text[:300]}）", what, "请把这句话转给本仓库的维护者", status, text)


def _when(wait: float) -> str:
    """How long GitHub asks to wait, and until when where one would look at a clock."""
    if wait < 120:
        return f"GitHub 要求等待 {wait:.0f} 秒"
    until = datetime.fromtimestamp(min(time.time() + wait, 4e9), UTC) + timedelta(minutes=1)
    return f"GitHub 要求等到 {until:%H:%M}（UTC，约 {math.ceil(wait / 60)} 分钟后）"


def needed(headers: Mapping[str, str]) -> str:
    """Which permission GitHub says the request needs, as `permissions:` in a workflow spells it."""
    return headers.get("x-accepted-github-permissions", "").replace("=", ": ").replace("_", "-")


def seconds(headers: Mapping[str, str]) -> float:
    """How long GitHub asks to wait: retry-after, else until x-ratelimit-reset, else its advised minute."""
    after, reset = headers.get("retry-after", ""), headers.get("x-ratelimit-reset", "")
    if after.isdigit():
        return float(after)
    if headers.get("x-ratelimit-remaining") == "0" and reset.isdigit():
        return max(1.0, float(reset) - time.time())
    return 60.0


def explain_graphql(errors: Sequence[Mapping[str, Any]]) -> CurateError:
    """GraphQL answers 200 and puts what went wrong into a list."""
    text = "；".join(str(error.get("message")) for error in errors)
    kinds = {error.get("type") for error in errors}
    if kinds & {"RATE_LIMITED", "RATE_LIMIT"} or _TOO_FAST.search(text):
        return explain(429, text, {}, "graphql")
    if _STUMBLE.search(text) or kinds & {"INTERNAL", "SERVICE_UNAVAILABLE", "RESOURCE_LIMITS_EXCEEDED"}:
        return explain(502, text, {}, "graphql")
    status = 403 if "FORBIDDEN" in kinds else 404 if "NOT_FOUND" in kinds else 422
    return explain(status, text, {}, "graphql")
