"""Ways to disturb a delivery at its k-th request, and a picture of GitHub to compare what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import requests
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


def picture(server) -> dict[str, object]:
    """All that a person sees: issues, comments, labels, pull requests with their files and checks, main."""
    owner = server.connection(f"token-of-{OWNER}")
    seen: dict[str, object] = {"main": blobs(owner, "main")}
    for issue in owner.pages("issues", state="all"):
        if "pull_request" not in issue:
            seen[f"issue {issue['number']}"] = {
                "state": (issue["state"], issue["state_reason"]),
                "labels": sorted(label["name"] for label in issue["labels"]),
                "comments": comments(owner, issue["number"]),
            }
    for pull in owner.pages("pulls", state="all"):
        seen[f"pull {pull['number']}"] = shown(owner, pull)
    return seen


def shown(owner, pull) -> dict[str, object]:
    compared = owner.get(f"compare/{pull['base']['sha']}...{pull['head']['sha']}")
    checks = owner.get(f"commits/{pull['head']['sha']}/check-runs", filter="latest")["check_runs"]
    return {
        "head": pull["head"]["ref"],
        "state": (pull["state"], bool(pull["merged_at"]), pull["draft"]),
        "text": (pull["title"], pull["body"]),
        "comments": comments(owner, pull["number"]),
        "commits": [c["commit"]["message"] for c in compared["commits"]],
        "files": sorted((f["filename"], f["status"], f["sha"]) for f in compared["files"]),
        "checks": [(check["name"], check["conclusion"], check["output"]["title"]) for check in checks],
    }


def comments(owner, number: int) -> list[tuple[str, str]]:
    return [(c["user"]["login"], c["body"]) for c in owner.pages(f"issues/{number}/comments")]


def blobs(owner, ref: str) -> dict[str, str]:
    tree = owner.get(f"git/trees/{ref}", recursive=1)["tree"]
    return {entry["path"]: entry["sha"] for entry in tree if entry["type"] == "blob"}


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
