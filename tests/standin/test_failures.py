"""GitHub refuses or stumbles: one Chinese sentence that names the setting, and the next run goes on from there."""

from __future__ import annotations

import lists
import pytest
from disturbed import FAULTS, picture
from filled import new_entry
from scenarios import Stage
from standin import ELSEWHERE, MAINTAINER, OTHER

from bot.errors import CurateError, Interrupted, Refused
from bot.flows.job import told


def answer(status, message, details="", path="", method="", **more):
    """A fault: what GitHub says instead of doing the work."""
    errors = {"errors": [{"message": details}]} if details else {}
    return {"status": status, "body": {"message": message} | errors, "path": path, "method": method} | more


NO_MOVE = {"data": None, "errors": [{"type": "UNPROCESSABLE", "message": "No."}]}
NOT_MOVED = {"path": "/graphql", "method": "POST", "skip": 1, "status": 200, "body": NO_MOVE}
NO_DRAFTS = "Draft pull requests are not supported in this repository."
USED_UP = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "99999999999"}
REFUSALS = {
    "rules protect the branch": (
        answer(422, "Repository rule violations found", path="/git/refs$"),
        "Rules → Rulesets",
    ),
    "the token is no app's": (
        answer(403, "You must authenticate via a GitHub App.", path="/check-runs$", method="POST"),
        "secrets.GITHUB_TOKEN",
    ),
    "the repository is archived": (answer(403, "Repository was archived so is read-only.", path="/trees$"), "取消归档"),
    "issues are off": (answer(410, "Issues are disabled for this repo", path="/issues/"), "勾选 Issues"),
    "the token is bad": (answer(401, "Bad credentials"), "不接受"),
    "drafts cost money": (answer(422, "Validation Failed", NO_DRAFTS, "/pulls$", "POST"), "草稿"),
    "something new": (answer(422, "tree.path is malformed", path="/trees$"), "tree.path is malformed"),
    "the hour's requests are used up": (answer(403, "API rate limit exceeded", headers=USED_UP), "请求频率上限"),
    "GitHub is down": (answer(503, "", path="/comments", times=99), "503"),
}


@pytest.fixture
def stage(hub_server, small_list):
    return Stage(hub_server, small_list)


@pytest.mark.parametrize(("fault", "named"), REFUSALS.values(), ids=REFUSALS)
def test_a_refusal_is_one_sentence_and_the_next_run_goes_on(stage, fault, named):
    number = stage.open("Gamma")
    stage.server.fault(**fault)
    if "/git/refs" in fault["path"]:
        stage.server.fault(**NOT_MOVED)
    with pytest.raises(CurateError) as caught:
        stage.submit(number)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)
    stage.server.control("POST", "faults", {"clear": True})
    stage.submit(number)
    assert stage.pull(number).state == "open"


def test_the_setting_that_forbids_pull_requests_is_named(stage):
    number = stage.open("Gamma")
    stage.server.settings(standin_actions_may_not_open_pulls=True)
    with pytest.raises(Refused, match="Allow GitHub Actions to create and approve pull requests"):
        stage.submit(number)
    stage.server.settings(standin_actions_may_not_open_pulls=False)
    stage.submit(number)
    assert stage.pull(number).state == "open"


@pytest.mark.parametrize("lacking", ["contents", "issues", "pull_requests", "checks"])
def test_a_missing_permission_is_said(stage, lacking):
    number = stage.open("Gamma")
    stage.hub = stage.server.connection(stage.server.job_token(without=lacking))
    with pytest.raises(Refused, match=f"{lacking.replace('_', '-')}: write：.*permissions"):
        stage.submit(number)


def test_a_branch_that_graphql_will_not_move_is_moved_all_the_same(stage):
    number = stage.open("Gamma")
    for name in ("Gamma", "Delta"):
        stage.edit(number, name)
        stage.server.fault(**NOT_MOVED | {"skip": 1 if name == "Gamma" else 2})
        stage.submit(number)
    (pull,) = (seen for name, seen in picture(stage.server).items() if name.startswith("pull"))
    assert [path for path, *_ in pull["files"]] == ["README.md", "catalog/models/delta.yml"]
    assert stage.rests == []


@pytest.mark.parametrize("how", FAULTS)
def test_a_stumble_is_waited_for(stage, how):
    number = stage.open("Gamma")
    stage.server.fault(**FAULTS[how], method="POST", path="/comments$")
    stage.submit(number)
    assert stage.rests == [7.0 if how == "secondary-limit" else 5.0]
    assert len(picture(stage.server)[f"issue {number}"]["comments"]) == 1


def test_a_deleted_issue_needs_nothing(stage):
    number = stage.open("Gamma")
    stage.server.remove_issue(number)
    assert f"#{number}" in stage.submit(number)


def test_a_transferred_issue_is_left_alone(stage):
    """GitHub redirects to the new repository, where a number of ours may belong to something else."""
    number, elsewhere = stage.open("Gamma"), f"{stage.server.url}/repos/{ELSEWHERE}/issues/1"
    stage.server.as_person(OTHER, ELSEWHERE).create_issue("别处的议题", body=new_entry("Gamma"))
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
    stage.server.connection("token-of-owner").delete(f"git/refs/heads/{first.head.ref}")
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


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Interrupted("已达到上限", "", "请稍后重新运行本任务"), "> 已达到上限。请稍后重新运行本任务。"),
        (KeyError("x"), "curate 自己出了错"),
    ],
    ids=["GitHub stumbled", "a bug"],
)
def test_the_summary_names_what_went_wrong(tmp_path, error, said):
    def work():
        raise error

    file = tmp_path / "summary.md"
    with pytest.raises(type(error)):
        told({"GITHUB_STEP_SUMMARY": str(file)}, work)
    assert said in file.read_text("utf-8")


def test_a_command_is_answered_once_with_a_reaction(stage):
    number = stage.open("Gamma")
    stage.submit(number)
    for login in (MAINTAINER, OTHER):
        stage.server.as_person(login).get_issue(number).create_comment("/recheck")
    for _ in range(2):
        stage.submit(number)
    said = [c for c in stage.owner.get_issue(number).get_comments() if c.body == "/recheck"]
    assert {c.user.login: [r.content for r in c.get_reactions()] for c in said} == {MAINTAINER: ["eyes"], OTHER: ["-1"]}
