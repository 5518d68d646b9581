"""Ways to disturb a delivery at its k-th request, and a picture of GitHub to compare what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import requests
from github.PullRequest import PullRequest
from github.Repository import Repository
from standin import OWNER


class Killed(BaseException):
    """The process ends here: nothing after the k-th request happens, not even error handling."""


@contextmanager
def killed_after(request: int) -> Iterator[None]:
    """Let `request` requests through, then end; 1 ends right after the first."""
    send, count = requests.Session.send, 0

    def counting(self, *args, **kwargs):
        nonlocal count
        count += 1
        answer = send(self, *args, **kwargs)
        if count >= request:
            raise Killed
        return answer

    requests.Session.send = counting
    try:
        yield
    finally:
        requests.Session.send = send


BUSY = {"message": "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."}
# name → the stand-in's fault, without the request it strikes.
FAULTS = {
    "502": {"status": 502},
    "secondary-limit": {"status": 403, "headers": {"retry-after": "7"}, "body": BUSY},
    "lost-answer": {"status": 502, "after": True},
}
# The hour's budget is spent: the job ends, and whoever runs it again finds the rest to do.
SPENT = {
    "status": 403,
    "headers": {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "3999999999"},
    "body": {"message": "API rate limit exceeded for installation."},
}


def picture(server) -> dict[str, object]:
    """All that a person sees: issues, comments, labels, pull requests with their files and checks, main."""
    owner = server.as_person(OWNER)
    seen: dict[str, object] = {"main": blobs(owner, "main")}
    for issue in owner.get_issues(state="all"):
        if "/issues/" in issue.html_url:
            seen[f"issue {issue.number}"] = {
                "state": (issue.state, issue.state_reason),
                "labels": sorted(label.name for label in issue.labels),
                "comments": comments(owner, issue.number),
            }
    for pull in owner.get_pulls(state="all"):
        seen[f"pull {pull.number}"] = shown(owner, pull)
    return seen


def shown(owner: Repository, pull: PullRequest) -> dict[str, object]:
    compared = owner.compare(pull.base.sha, pull.head.sha).complete()
    checks = owner.get_commit(pull.head.sha).get_check_runs(filter="latest")
    return {
        "head": pull.head.ref,
        "state": (pull.state, bool(pull.merged_at), pull.draft),
        "text": (pull.title, pull.body),
        "comments": comments(owner, pull.number),
        "commits": [commit.commit.message for commit in compared.commits],
        "files": sorted((file.filename, file.status, file.sha) for file in compared.files),
        "checks": [(check.name, check.conclusion, check.output.title) for check in checks],
    }


def comments(owner: Repository, number: int) -> list[tuple[str, str]]:
    return [(comment.user.login, comment.body) for comment in owner.get_issue(number).get_comments()]


def blobs(owner: Repository, ref: str) -> dict[str, str]:
    """Path → blob of a branch."""
    tree = owner.get_git_tree(ref, recursive=True).tree
    return {entry.path: entry.sha for entry in tree if entry.type == "blob"}


@contextmanager
def interrupted_at(request: int, act: Callable[[], object]) -> Iterator[None]:
    """Between request number `request` and the next, `act` happens as a whole: another job, or a person."""
    send, count = requests.Session.send, 0

    def counting(self, *args, **kwargs):
        nonlocal count
        count += 1
        answer = send(self, *args, **kwargs)
        if count == request:
            act()
        return answer

    requests.Session.send = counting
    try:
        yield
    finally:
        requests.Session.send = send
