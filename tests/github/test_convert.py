"""What GitHub leaves out or sends as null becomes one of our nouns without another request."""

import pytest
import requests
from github.Commit import Commit
from github.Issue import Issue
from github.IssueComment import IssueComment
from github.NamedUser import NamedUser
from github.PullRequest import PullRequest

from bot.github import snapshot
from bot.github.client import connect
from bot.github.convert import comment_from, commit_from, issue_from, pull_from, user_from
from bot.github.snapshot import NOT_READY, BranchCommit, Pull, User

PERSON = {"login": "a", "id": 7, "type": "User"}
TIME = "2024-05-06T07:08:09Z"
ALICE, GHOST = User("a", 7), User("ghost", 0)


@pytest.fixture
def made(monkeypatch):
    """An object as a list of GitHub's holds it. A request fails."""
    monkeypatch.setattr(requests.Session, "send", None)
    requester = connect({"GITHUB_TOKEN": "t", "GITHUB_REPOSITORY": "owner/list"}).requester
    return lambda kind, sent: kind(requester, {}, sent | {"url": "/x"})


USERS = {
    "a person": (PERSON, ALICE),
    "an app": ({"login": "x[bot]", "id": 8, "type": "Bot"}, User("x[bot]", 8, bot=True)),
    "an app that says it is a user": (
        {"login": "x[bot]", "id": 8, "type": "User"},
        User("x[bot]", 8, bot=True),
    ),
    "a bot without the ending": ({"login": "x", "id": 8, "type": "Bot"}, User("x", 8, bot=True)),
}


@pytest.mark.parametrize(("sent", "expected"), USERS.values(), ids=USERS)
def test_users(made, sent, expected):
    assert user_from(made(NamedUser, sent)) == expected


ISSUE = {
    "number": 5, "title": "t", "body": "b\r\n", "user": PERSON, "state": "closed", "labels": [{"name": "x"}],
    "created_at": TIME, "closed_at": TIME,
}  # fmt: skip
OPEN = {"body": None, "user": None, "state": "open", "labels": [], "closed_at": None}
ISSUES = {
    "closed": ({}, snapshot.Issue(5, "t", "b\r\n", ALICE, False, frozenset({"x"}), TIME, TIME)),
    "open, empty, of a deleted account": (OPEN, snapshot.Issue(5, "t", "", GHOST, created_at=TIME)),
}


@pytest.mark.parametrize(("changes", "expected"), ISSUES.values(), ids=ISSUES)
def test_issues(made, changes, expected):
    assert issue_from(made(Issue, ISSUE | changes)) == expected


def test_comments(made):
    sent = {"id": 3, "user": None, "body": None, "created_at": TIME, "updated_at": TIME}
    expected = snapshot.IssueComment(3, GHOST, "", TIME, TIME, frozenset({"eyes"}))
    assert comment_from(made(IssueComment, sent), frozenset({"eyes"})) == expected


PULL = {
    "number": 6, "title": "t", "body": None, "user": PERSON, "state": "closed", "merged_at": TIME, "draft": False,
    "closed_at": TIME, "head": {"ref": "curate/issue-5", "sha": "0", "repo": None},
    "auto_merge": None,
}  # fmt: skip
DRAFT = {"state": "open", "merged_at": None, "draft": True, "closed_at": None}
PULLS = {
    "merged": ({}, Pull(6, "curate/issue-5", "t", "", ALICE, False, True, False, TIME)),
    "merged by itself when it may be": (
        DRAFT | {"draft": False, "auto_merge": {"merge_method": "merge"}},
        Pull(6, "curate/issue-5", "t", "", ALICE, armed=True),
    ),
    "a draft": (DRAFT, Pull(6, "curate/issue-5", "t", "", ALICE, draft=True)),
    "marked as one": (
        DRAFT | {"draft": False, "title": f"{NOT_READY}t"},
        Pull(6, "curate/issue-5", f"{NOT_READY}t", "", ALICE, draft=True, marked=True),
    ),
}


@pytest.mark.parametrize(("changes", "expected"), PULLS.values(), ids=PULLS)
def test_pull_requests(made, changes, expected):
    assert pull_from(made(PullRequest, PULL | changes)) == expected


@pytest.mark.parametrize(
    ("author", "expected"), [(PERSON, "a"), (None, "a@b"), ({}, "a@b")], ids=["an account", "none", "an empty one"]
)
def test_commits(made, author, expected):
    sent = {"sha": "0", "author": author, "commit": {"message": "m", "author": {"email": "a@b"}}}
    assert commit_from(made(Commit, sent)) == BranchCommit("0", expected, "m")
