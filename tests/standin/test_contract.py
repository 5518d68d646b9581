"""The check of requests against GitHub's description catches what it is for."""

from __future__ import annotations

import contract
import pytest

AT = "/repos/owner/list"
CASES = {
    "labels as PyGithub sends them": ("POST", "/issues/1/labels", ["x"], ""),
    "labels that are no array": ("POST", "/issues/1/labels", "x", "is not valid"),
    "right comment": ("POST", "/issues/1/comments", {"body": "x"}, ""),
    "misspelt property": ("POST", "/issues/1/comments", {"bodi": "x"}, "no property bodi"),
    "missing property": ("POST", "/pulls", {"title": "x", "head": "x"}, "'base' is a required property"),
    "wrong type": ("POST", "/git/commits", {"message": "m", "tree": "t", "parents": "p"}, "is not of type 'array'"),
    "unknown conclusion": (
        "POST",
        "/check-runs",
        {"name": "x", "head_sha": "x", "status": "completed", "conclusion": "fine"},
        "is not one of",
    ),
    "branch with a slash": ("GET", "/git/ref/heads/curate/issue-1", None, ""),
    "unknown path": ("POST", "/issues/1/reactionz", None, "GitHub has no"),
    "wrong method": ("DELETE", "/pulls/1", None, "GitHub has no"),
}


@pytest.mark.parametrize(("method", "path", "body", "expected"), CASES.values(), ids=CASES)
def test_requests_are_judged(method, path, body, expected):
    found = contract.complaints({"method": method, "path": AT + path, "query": "", "body": body})
    assert bool(found) == bool(expected)
    assert expected in " ".join(found)


def test_queries_are_judged():
    request = {"method": "GET", "path": f"{AT}/pulls", "body": None}
    assert not contract.complaints(request | {"query": "state=open&per_page=100&page=1"})
    assert contract.complaints(request | {"query": "stat=open"})
    assert contract.complaints(request | {"query": "state=opened"})
