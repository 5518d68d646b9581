"""The edge against the stand-in: what is read, what is written, and that nothing is written twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from standin import AUTHOR, MAINTAINER, OTHER, OWNER, REPOSITORY

from bot.edge import github_read, github_write
from bot.edge.github import connect
from bot.errors import Gone, Interrupted
from bot.github_model import (
    PULL,
    Annotation,
    CheckRun,
    Comment,
    Commit,
    Decision,
    Label,
    Labels,
    PullRequest,
    branch_of,
)
from bot.sources.memory import Memory, mark

NEW, WAITING = Label("收录", "0e8a16", "新条目"), Label("待审核", "fbca04", "")
MARK = mark(Memory())
WRITES = {"POST", "PATCH", "PUT", "DELETE"}


@pytest.fixture
def hub(hub_server):
    return connect(hub_server.environment(hub_server.job_token()))


@pytest.fixture
def author(hub_server):
    return hub_server.as_person(AUTHOR)


def look(hub, number):
    at = github_read.head(hub)
    return at, github_read.snapshot(hub, at, number)


def wanted(number, base, text="name: x\n", **changes):
    """A decision as the flow would make it, for a submission that is in order."""
    files = {"catalog/models/x.yml": text, "README.md": f"# list\n{text}"}
    commit = Commit(parent=base, message=f"收录 x (#{number})\n\ndigest {hash(text)}", files=files)
    pull = PullRequest(branch_of(number), "main", True, False, "收录 x", f"Closes #{number}", None, commit)
    notes = tuple(Annotation("catalog/models/x.yml", line + 1, "warning", "提示", "内容") for line in range(60))
    return Decision(
        issue=number,
        summary="",
        comment=Comment(f"见 {PULL}\n{MARK}"),
        labels=Labels(
            (Label("收录", "0e8a16", "新条目"), Label("待审核", "fbca04", "")), frozenset({"收录", "待审核", "有问题"})
        ),
        pull=replace(pull, **changes),
        check=CheckRun("success", "可以合并", "没有问题", notes, f"digest {hash(text)}"),
    )


def follow(decision, snapshot):
    """The same decision in the words of the next run, which finds a comment and a pull request."""
    ours = next(c for c in snapshot.comments if c.author == snapshot.me)
    pull = replace(decision.pull, number=snapshot.pull.number)
    return replace(decision, comment=replace(decision.comment, id=ours.id), pull=pull)


def writes(server):
    """Path of each request that wrote; a query in GraphQL is no write."""
    return [
        f"{e['method']} {e['path'].removeprefix(f'/repos/{REPOSITORY}/')}"
        for e in server.log()
        if e["method"] in WRITES and not (e["body"] or {}).get("query", "").startswith("query")
    ]


def test_an_issue_becomes_a_pull_request(hub, author, hub_server):
    number = author.create_issue("新项目", body="### 名称\n\nx").number
    at, now = look(hub, number)
    assert (now.me.login, now.me.bot, now.issue.author.login) == ("github-actions[bot]", True, AUTHOR)
    github_write.apply(hub, at, wanted(number, at.sha), now)
    issue = author.get_issue(number)
    assert [c.body for c in issue.get_comments()] == [f"见 #{number + 1}\n{MARK}"]
    assert {(label.name, label.color) for label in issue.labels} == {("收录", "0e8a16"), ("待审核", "fbca04")}
    pull = author.get_pull(number + 1)
    assert (pull.head.ref, pull.commits, pull.changed_files, pull.draft) == (branch_of(number), 1, 2, False)
    (check,) = author.get_commit(pull.head.sha).get_check_runs()
    assert (check.name, check.conclusion, check.output.annotations_count) == ("curate", "success", 60)


def test_the_second_run_writes_nothing(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    decision = wanted(number, at.sha)
    github_write.apply(hub, at, decision, now)
    before = writes(hub_server)
    at, now = look(hub, number)
    assert now.branch == now.pull.branch
    assert now.branch.records == {"catalog/models/x.yml": "name: x\n"}
    assert now.branch.others == ("README.md",)
    github_write.apply(hub, at, follow(decision, now), now)
    assert writes(hub_server) == before


def test_an_edit_writes_only_what_differs(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    github_write.apply(hub, at, wanted(number, at.sha), now)
    before = len(writes(hub_server))
    at, now = look(hub, number)
    decision = follow(wanted(number, at.sha, "name: y\n", draft=True), now)
    decision = replace(decision, labels=replace(decision.labels, wanted=decision.labels.wanted[:1]), check=None)
    github_write.apply(hub, at, decision, now)
    assert writes(hub_server)[before:] == [
        "POST git/trees",
        "POST git/commits",
        "POST /graphql",
        "POST /graphql",
        f"DELETE issues/{number}/labels/%E5%BE%85%E5%AE%A1%E6%A0%B8",
    ]
    pull = author.get_pull(number + 1)
    assert (pull.draft, pull.commits, pull.changed_files) == (True, 1, 2)


def test_a_closed_pull_request_is_reopened_before_its_branch_moves(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    github_write.apply(hub, at, wanted(number, at.sha), now)
    hub_server.as_person(MAINTAINER).get_pull(number + 1).edit(state="closed")
    at, now = look(hub, number)
    assert not now.pull.open
    github_write.apply(hub, at, follow(wanted(number, at.sha, "name: y\n"), now), now)
    assert [(p.number, p.state) for p in author.get_pulls(state="all")] == [(number + 1, "open")]


def test_a_pull_request_that_cannot_be_reopened_is_followed_by_a_new_one(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    github_write.apply(hub, at, wanted(number, at.sha), now)
    hub_server.as_person(OWNER).get_pull(number + 1).edit(state="closed")
    owner = connect(hub_server.environment(f"token-of-{OWNER}"))
    owner.patch(f"git/refs/heads/{branch_of(number)}", {"sha": at.sha, "force": True})
    at, now = look(hub, number)
    github_write.apply(hub, at, follow(wanted(number, at.sha), now), now)
    assert {p.number: p.state for p in author.get_pulls(state="all")} == {number + 1: "closed", number + 2: "open"}


def test_a_branch_that_moved_meanwhile_is_not_overwritten(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, stale = look(hub, number)
    github_write.apply(hub, at, wanted(number, at.sha), stale)
    with pytest.raises(Interrupted):
        github_write.apply(hub, at, wanted(number, at.sha, "name: z\n"), stale)
    _, now = look(hub, number)
    assert now.branch.records == {"catalog/models/x.yml": "name: x\n"}


def test_two_runs_at_once_leave_one_comment(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, stale = look(hub, number)
    says = replace(wanted(number, at.sha), pull=None, check=None, labels=None)
    github_write.apply(hub, at, says, stale)
    with pytest.raises(Interrupted):
        github_write.apply(hub, at, says, stale)
    assert len(list(author.get_issue(number).get_comments())) == 1


def test_other_submissions_commands_and_permissions_are_read(hub, author, hub_server):
    owner = hub_server.as_person(OWNER)
    owner.add_to_collaborators(MAINTAINER, "maintain")
    first, second = (author.create_issue("新项目", body="x").number for _ in range(2))
    at, now = look(hub, first)
    github_write.apply(hub, at, wanted(first, at.sha), now)
    for login, text in ((MAINTAINER, "/recheck"), (OTHER, "/allow x y"), (AUTHOR, "谢谢")):
        hub_server.as_person(login).get_issue(second).create_comment(text)
    _, now = look(hub, second)
    assert now.permissions == {MAINTAINER: "maintain", OTHER: "read", AUTHOR: "read"}
    assert [(p.issue, list(p.branch.records)) for p in now.others] == [(first, ["catalog/models/x.yml"])]
    assert sorted(issue.number for issue in now.open_by_author) == [first, second]
    assert (now.branch, now.pull) == (None, None)


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
    github_write.apply(hub, at, wanted(number, at.sha), now)
    owner = hub_server.as_person(OWNER)
    contents = owner.get_contents("catalog/models/x.yml", ref=branch_of(number))
    owner.update_file(contents.path, "m", b"name: \xff\n", contents.sha, branch=branch_of(number))
    _, now = look(hub, number)
    assert now.branch.records == {"catalog/models/x.yml": "name: \ufffd\n"}
    assert [commit.author for commit in now.branch.commits] == ["github-actions[bot]", OWNER]


def test_every_page_of_pull_requests_is_read(hub, author, hub_server, monkeypatch):
    monkeypatch.setattr("bot.edge.github.PER_PAGE", 2)
    monkeypatch.setattr("bot.edge.github_branches.AT_ONCE", 2)
    numbers = [author.create_issue("新项目", body="x").number for _ in range(5)]
    for number in numbers:
        at, now = look(hub, number)
        commit = replace(
            wanted(number, at.sha).pull.commit, files={f"catalog/models/x{number}.yml": f"name: {number}\n"}
        )
        github_write.apply(hub, at, replace(wanted(number, at.sha, commit=commit), check=None), now)
    work = github_read.open_work(hub, github_read.head(hub))
    found = {pull.issue: pull.branch.records for pull in work.pulls}
    assert found == {number: {f"catalog/models/x{number}.yml": f"name: {number}\n"} for number in numbers}


def test_a_deleted_issue_is_gone(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    hub_server.remove_issue(number)
    with pytest.raises(Gone):
        look(hub, number)
