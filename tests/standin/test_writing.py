"""bot.github against the stand-in: what is written, and that nothing is written twice."""

from __future__ import annotations

from dataclasses import replace

import pytest
from deciding import MARK, apply, follow, look, wanted, writes
from standin import AUTHOR, MAINTAINER, OWNER

from bot.errors import Interrupted
from bot.github.snapshot import branch_of


def test_an_issue_becomes_a_pull_request(hub, author, hub_server):
    number = author.create_issue("新项目", body="### 名称\n\nx").number
    at, now = look(hub, number)
    assert (now.me.login, now.me.bot, now.issue.author.login) == ("github-actions[bot]", True, AUTHOR)
    apply(hub, at, wanted(number, at.sha), now)
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
    apply(hub, at, decision, now)
    before = writes(hub_server)
    at, now = look(hub, number)
    assert now.branch == now.pull.branch
    assert now.branch.records == {"catalog/models/x.yml": "name: x\n"}
    assert now.branch.others == ("README.md",)
    apply(hub, at, follow(decision, now), now)
    assert writes(hub_server) == before


def test_an_edit_writes_only_what_differs(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    apply(hub, at, wanted(number, at.sha), now)
    before = len(writes(hub_server))
    at, now = look(hub, number)
    decision = follow(wanted(number, at.sha, "name: y\n", draft=True), now)
    decision = replace(decision, labels=replace(decision.labels, wanted=decision.labels.wanted[:1]), check=None)
    apply(hub, at, decision, now)
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
    apply(hub, at, wanted(number, at.sha), now)
    hub_server.as_person(MAINTAINER).get_pull(number + 1).edit(state="closed")
    at, now = look(hub, number)
    assert not now.pull.open
    apply(hub, at, follow(wanted(number, at.sha, "name: y\n"), now), now)
    assert [(p.number, p.state) for p in author.get_pulls(state="all")] == [(number + 1, "open")]


def test_a_pull_request_that_cannot_be_reopened_is_followed_by_a_new_one(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    apply(hub, at, wanted(number, at.sha), now)
    hub_server.as_person(OWNER).get_pull(number + 1).edit(state="closed")
    ref = hub_server.as_person(OWNER).get_git_ref(f"heads/{branch_of(number)}").complete()
    ref.edit(at.sha, force=True)
    at, now = look(hub, number)
    apply(hub, at, follow(wanted(number, at.sha), now), now)
    assert {p.number: p.state for p in author.get_pulls(state="all")} == {number + 1: "closed", number + 2: "open"}


def test_a_branch_that_moved_meanwhile_is_not_overwritten(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, stale = look(hub, number)
    apply(hub, at, wanted(number, at.sha), stale)
    with pytest.raises(Interrupted):
        apply(hub, at, wanted(number, at.sha, "name: z\n"), stale)
    _, now = look(hub, number)
    assert now.branch.records == {"catalog/models/x.yml": "name: x\n"}


def test_two_runs_at_once_leave_one_comment(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, stale = look(hub, number)
    says = replace(wanted(number, at.sha), pull=None, check=None, labels=None)
    apply(hub, at, says, stale)
    with pytest.raises(Interrupted):
        apply(hub, at, says, stale)
    assert len(list(author.get_issue(number).get_comments())) == 1


def test_a_new_text_is_not_merged_by_itself(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    decision = wanted(number, at.sha)
    apply(hub, at, decision, now)
    hub_server.as_person(OWNER).get_pull(number + 1).enable_automerge()
    at, now = look(hub, number)
    assert now.pull.armed
    apply(hub, at, follow(decision, now), now)
    assert look(hub, number)[1].pull.armed, "the same text stays armed"
    at, now = look(hub, number)
    apply(hub, at, follow(wanted(number, at.sha, "name: y\n"), now), now)
    at, now = look(hub, number)
    assert (now.pull.armed, now.branch.records) == (False, {"catalog/models/x.yml": "name: y\n"})
