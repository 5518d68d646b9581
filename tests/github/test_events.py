"""Which issue an event is about, and who caused it."""

from __future__ import annotations

import json

import pytest

from bot.errors import CurateError
from bot.flows.workflow_job import submit_job
from bot.github import events
from bot.github.events import Event, read_event

PERSON, BOT = {"login": "a", "type": "User"}, {"login": "github-actions[bot]", "type": "Bot"}
REPOSITORY = {"full_name": "owner/list"}


def pull(ref: str, repository: str | None = "owner/list"):
    return {"pull_request": {"head": {"ref": ref, "repo": repository and {"full_name": repository}}}}


ISSUE = {"issue": {"number": 5}}
ON_PULL = {"issue": {"number": 6, "pull_request": {}}}
NOT_A_BOT = BOT | {"type": "User"}
CASES = {
    "an issue": ("issues", ISSUE, PERSON, 5, False),
    "a comment": ("issue_comment", ISSUE, PERSON, 5, False),
    "a comment by a bot": ("issue_comment", ISSUE, BOT, 5, True),
    "a bot that says it is a user": ("issues", ISSUE, NOT_A_BOT, 5, True),
    "a comment on a pull request": ("issue_comment", ON_PULL, PERSON, 0, False),
    "our pull request": ("pull_request", pull("curate/issue-5"), PERSON, 5, False),
    "someone's pull request": ("pull_request", pull("fix"), PERSON, 0, False),
    "a fork's branch of that name": ("pull_request", pull("curate/issue-5", "x/list"), PERSON, 0, False),
    "a deleted fork": ("pull_request", pull("curate/issue-5", None), PERSON, 0, False),
    "nothing we know": ("workflow_dispatch", {}, PERSON, 0, False),
}


def environment(tmp_path, name, payload, sender):
    path = tmp_path / "event.json"
    path.write_text(json.dumps(payload | {"repository": REPOSITORY, "sender": sender}), "utf-8")
    return {"GITHUB_EVENT_PATH": str(path), "GITHUB_EVENT_NAME": name}


@pytest.mark.parametrize("case", CASES)
def test_events(tmp_path, case):
    name, payload, sender, issue, by_bot = CASES[case]
    assert read_event(environment(tmp_path, name, payload, sender)) == Event(name, issue, by_bot)


@pytest.mark.parametrize("case", ["a comment by a bot", "a comment on a pull request", "a fork's branch of that name"])
def test_nothing_is_asked_of_github_for_an_event_that_is_not_ours(tmp_path, case):
    """No token is set: a request would fail."""
    name, payload, sender, *_ = CASES[case]
    assert "不作处理" in submit_job(environment(tmp_path, name, payload, sender), tmp_path)


def test_without_an_event_the_way_out_is_said():
    with pytest.raises(CurateError, match="--dry-run"):
        read_event({})


@pytest.mark.parametrize(("text", "kept"), [
    ("一\n二\n\n", "一\n二\n\n"), ("x" * 20, "x" * 20 + "\n\n"), ("x" * 10 + "\n" + "y" * 10, "x" * 10 + "\n\n……\n\n"),
    ("一二三\n四五六", "一二三\n\n……\n\n"),
], ids=["short", "just short enough", "a byte too long", "counted in bytes"])  # fmt: skip
def test_a_long_summary_ends_with_a_whole_line(tmp_path, monkeypatch, text, kept):
    monkeypatch.setattr(events, "LARGEST_SUMMARY", 20 if "x" in text or "\n二" in text else 18)
    path = tmp_path / "summary"
    assert events.summarise({"GITHUB_STEP_SUMMARY": str(path)}, text)
    assert path.read_text("utf-8") == kept


def test_without_a_place_for_it_there_is_no_summary():
    assert not events.summarise({}, "x")
