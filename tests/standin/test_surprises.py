"""What people do to issues, branches and comments while nobody looks: the bot goes on from what is there."""

from __future__ import annotations

import lists
from disturbed import picture
from filled import new_entry
from standin import ELSEWHERE, MAINTAINER, OTHER


def test_a_deleted_issue_needs_nothing(stage):
    number = stage.open("Gamma")
    stage.server.remove_issue(number)
    assert f"#{number}" in stage.submit(number)


def test_a_transferred_issue_is_left_alone(stage):
    """GitHub redirects to the new repository, where a number of ours may belong to something else."""
    number, elsewhere = stage.open("Gamma"), f"{stage.server.url}/repos/{ELSEWHERE}/issues/1"
    stage.server.as_person(OTHER, ELSEWHERE).create_issue("别处的 issue", body=new_entry("Gamma"))
    moved = {"status": 301, "headers": {"location": elsewhere}, "body": {"url": elsewhere}}
    stage.server.fault(path=f"/issues/{number}$", **moved)
    before = picture(stage.server)
    assert f"#{number}" in stage.submit(number)
    assert picture(stage.server) == before


def test_a_deleted_branch_comes_back_with_a_new_pull_request(stage):
    """A maintainer closed the pull request and deleted its branch, then somebody changed their mind."""
    number = stage.open("Gamma")
    stage.submit(number)
    first = stage.pull(number)
    stage.owner.get_pull(first.number).edit(state="closed")
    stage.owner.get_git_ref(f"heads/{first.head.ref}").complete().delete()
    stage.submit(number)
    assert stage.live_pull(number) is None
    stage.maintainer.get_issue(number).create_comment("/reopen")
    stage.submit(number)
    second = stage.live_pull(number)
    assert second.number != first.number
    assert second.title == first.title
    assert f"#{second.number}" in picture(stage.server)[f"issue {number}"]["comments"][0][1]


def test_a_deleted_comment_is_posted_again(stage):
    number = stage.open("Gamma")
    stage.submit(number)
    expected = picture(stage.server)
    (comment,) = stage.maintainer.get_issue(number).get_comments()
    comment.delete()
    stage.submit(number)
    assert picture(stage.server) == expected


def test_a_renamed_default_branch_is_followed(stage):
    head = stage.maintainer.get_branch("main").commit.sha
    stage.owner.create_git_ref("refs/heads/trunk", head)
    stage.server.settings(default_branch="trunk")
    number = stage.open("Gamma")
    stage.submit(number)
    assert stage.pull(number).base.ref == "trunk"


def test_a_checkout_that_has_aged_does_no_harm(stage):
    """The default branch got a record after this job checked it out: the page shows both."""
    added = lists.RECORD.format(name="Zeta", slug="zeta", added="2023-07-01")
    lists.push_record(stage.server, stage.root, "catalog/models/zeta.yml", added)
    number = stage.open("Gamma")
    stage.submit(number)
    pull = stage.pull(number)
    assert {f.filename for f in stage.owner.compare("main", pull.head.ref).files} == {
        "README.md",
        "catalog/models/gamma.yml",
    }
    assert stage.owner.get_pull(pull.number).mergeable


def test_the_default_branch_may_move_while_a_job_runs(stage):
    number = stage.open("Gamma")
    added = lists.RECORD.format(name="Zeta", slug="zeta", added="2023-07-01")

    def move():
        if not stage.rests:
            lists.push_record(stage.server, stage.root, "catalog/models/zeta.yml", added)

    stage.before_apply = move
    stage.submit(number)
    assert stage.rests == [0.0]
    assert stage.owner.get_pull(stage.pull(number).number).mergeable


def test_someone_elses_commit_is_not_overwritten(stage):
    number = stage.open("Gamma")
    stage.submit(number)
    branch = stage.pull(number).head.ref
    kept = lists.push(stage.server, {"catalog/models/gamma.yml": "name: 改过\n"}, "改", branch)
    lists.push(stage.server, {"other.md": "x"}, "main 动了")
    stage.refresh()
    assert stage.owner.get_branch(branch).commit.sha == kept


def test_a_command_is_answered_once_with_a_reaction(stage):
    number = stage.open("Gamma")
    stage.submit(number)
    for login in (MAINTAINER, OTHER):
        stage.server.as_person(login).get_issue(number).create_comment("/recheck")
    for _ in range(2):
        stage.submit(number)
    said = [c for c in stage.owner.get_issue(number).get_comments() if c.body == "/recheck"]
    assert {c.user.login: [r.content for r in c.get_reactions()] for c in said} == {MAINTAINER: ["eyes"], OTHER: ["-1"]}
