"""bot.github against the stand-in: what is read, to the last page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from deciding import apply, look, wanted
from standin import AUTHOR, MAINTAINER, OTHER, OWNER

from bot.errors import Gone
from bot.github import read as github_read
from bot.github.snapshot import branch_of


def test_other_submissions_commands_and_permissions_are_read(hub, author, hub_server):
    owner = hub_server.as_person(OWNER)
    owner.add_to_collaborators(MAINTAINER, "maintain")
    first, second = (author.create_issue("新项目", body="x").number for _ in range(2))
    at, now = look(hub, first)
    apply(hub, at, wanted(first, at.sha), now)
    for login, text in ((MAINTAINER, "/recheck"), (OTHER, "/allow x y"), (AUTHOR, "谢谢")):
        hub_server.as_person(login).get_issue(second).create_comment(text)
    _, now = look(hub, second)
    assert now.permissions == {MAINTAINER: "maintain", OTHER: "read", AUTHOR: "read"}
    assert [(p.issue, list(p.branch.records)) for p in now.others] == [(first, ["catalog/models/x.yml"])]
    assert sorted(issue.number for issue in now.open_by_author) == [first, second]
    assert (now.branch, now.pull) == (None, None)


@pytest.mark.parametrize(
    ("role", "permission", "expected"),
    [("maintain", "write", "maintain"), ("reviewers", "triage", "triage"), ("reviewers", "guests", "none")],
    ids=["a role of GitHub's", "a role of the organisation", "neither is known"],
)
def test_a_role_is_read_as_a_permission(hub, author, hub_server, role, permission, expected):
    number = author.create_issue("新项目", body="x").number
    hub_server.fault(path="/permission$", status=200, body={"role_name": role, "permission": permission}, times=2)
    _, now = look(hub, number)
    assert now.permissions == {AUTHOR: expected}


def test_every_page_is_read(hub, author, hub_server):
    issue = author.create_issue("新项目")
    for at in range(105):
        issue.create_comment(str(at))
    _, now = look(hub, issue.number)
    assert (len(now.comments), now.issue.body) == (105, "")


def test_what_is_no_text_is_read_all_the_same(hub, author, hub_server):
    """GraphQL gives no text for such bytes; the rules will refuse what stands there."""
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    apply(hub, at, wanted(number, at.sha), now)
    owner = hub_server.as_person(OWNER)
    contents = owner.get_contents("catalog/models/x.yml", ref=branch_of(number))
    owner.update_file(contents.path, "m", b"name: \xff\n", contents.sha, branch=branch_of(number))
    _, now = look(hub, number)
    assert now.branch.records == {"catalog/models/x.yml": "name: \ufffd\n"}
    assert [commit.author for commit in now.branch.commits] == ["github-actions[bot]", OWNER]


def test_every_page_of_pull_requests_is_read(author, hub_server, monkeypatch):
    monkeypatch.setattr("bot.github.client.PER_PAGE", 2)
    monkeypatch.setattr("bot.github.read_branches.AT_ONCE", 2)
    hub = hub_server.connection(hub_server.job_token())
    numbers = [author.create_issue("新项目", body="x").number for _ in range(5)]
    for number in numbers:
        at, now = look(hub, number)
        commit = replace(
            wanted(number, at.sha).pull.commit, files={f"catalog/models/x{number}.yml": f"name: {number}\n"}
        )
        apply(hub, at, replace(wanted(number, at.sha, commit=commit), check=None), now)
    work = github_read.open_work(hub, github_read.head(hub))
    found = {pull.issue: pull.branch.records for pull in work.pulls}
    assert found == {number: {f"catalog/models/x{number}.yml": f"name: {number}\n"} for number in numbers}


def test_a_deleted_issue_is_gone(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    hub_server.remove_issue(number)
    with pytest.raises(Gone):
        look(hub, number)
