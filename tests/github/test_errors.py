"""GitHub's refusals say what to do next, and when."""

import time

import pytest

from bot.errors import Interrupted
from bot.github.errors import KNOWN, explain, seconds

NOON = 1_700_000_000 - 1_700_000_000 % 86_400 + 12 * 3600  # some day, 12:00 UTC


@pytest.fixture(autouse=True)
def _at_noon(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: float(NOON))


WAITS = {
    "told in seconds": ({"retry-after": "7"}, 7, "GitHub 要求等待 7 秒"),
    "just short of two minutes": ({"retry-after": "119"}, 119, "GitHub 要求等待 119 秒"),
    "two minutes": ({"retry-after": "120"}, 120, "GitHub 要求等到 12:03（UTC，约 2 分钟后）"),
    "the hour is used up": (
        {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(NOON + 1801)}, 1801,
        "GitHub 要求等到 12:31（UTC，约 31 分钟后）",
    ),
    "used up until now": ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(NOON)}, 1, "GitHub 要求等待 1 秒"),
    "not used up": ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": str(NOON + 1801)}, 60, "GitHub 要求等待 60 秒"),
    "nothing told": ({}, 60, "GitHub 要求等待 60 秒"),
}  # fmt: skip


@pytest.mark.parametrize(("headers", "wait", "said"), WAITS.values(), ids=WAITS)
@pytest.mark.parametrize("status", [403, 429])
def test_when_to_run_again(status, headers, wait, said):
    assert seconds(headers) == wait
    error = explain(status, "API rate limit exceeded", headers, "/x")
    assert isinstance(error, Interrupted)
    assert error.wait == wait
    assert str(error) == f"/x：已达到 GitHub 的请求频率上限。{said}；请到时重新运行本任务，机器人会从中断处继续。"


def test_a_clock_far_from_ours_is_no_reason_to_fail():
    error = explain(429, "rate limit", {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" * 30}, "/x")
    assert "GitHub 要求等到" in str(error)


@pytest.mark.parametrize(("said", "what", "next_step"), [
    pytest.param(told, what, step, id=told) for told, (what, step) in KNOWN.items()
])  # fmt: skip
def test_what_github_says_is_known_in_any_case(said, what, next_step):
    error = explain(403, f"Sorry: {said.upper()}.", {}, "/x")
    assert (error.what, error.next_step) == (what, next_step)
    assert next_step.startswith("请")


def test_the_words_are_githubs():
    """From its documentation and from threads that quote it, see the table."""
    assert set(KNOWN) >= {
        "not permitted to create or approve pull requests",
        "resource not accessible by integration",
        "must authenticate via a github app",
        "must be a collaborator",
    }
