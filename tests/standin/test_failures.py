"""GitHub refuses or stumbles: one Chinese sentence that names the setting, and the next run goes on from there."""

from __future__ import annotations

import pytest
from disturbed import FAULTS, picture

from bot.errors import CurateError, Gone, Interrupted, Refused
from bot.github.read import head
from bot.github.snapshot import NOT_READY


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
    "only collaborators may": (
        answer(422, "Validation Failed", "must be a collaborator", "/pulls$", "POST"),
        "Collaborators only",
    ),
    "something new": (answer(422, "tree.path is malformed", path="/trees$"), "tree.path is malformed"),
    "the hour's requests are used up": (answer(403, "API rate limit exceeded", headers=USED_UP), "请求频率上限"),
    "GitHub is down": (answer(503, "", path="/comments", times=99), "503"),
}


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


GRAPHQL = {
    "limit": ({"type": "RATE_LIMITED", "message": "API rate limit exceeded"}, Interrupted, "请求频率上限"),
    "grant": ({"type": "FORBIDDEN", "message": "Resource not accessible by integration"}, Refused, "permissions"),
    "absent": ({"type": "NOT_FOUND", "message": "Could not resolve to a Repository"}, Gone, "找不到"),
    "new": ({"message": "Field 'x' doesn't exist"}, Refused, "Field 'x' doesn't exist"),
}


@pytest.mark.parametrize(("error", "kind", "named"), GRAPHQL.values(), ids=GRAPHQL)
def test_what_graphql_refuses_is_said_as_well(hub, hub_server, error, kind, named):
    """It answers 200 and puts what went wrong into a list."""
    hub_server.fault(path="/graphql", status=200, body={"data": None, "errors": [error]})
    with pytest.raises(CurateError, match=named) as caught:
        head(hub)
    assert type(caught.value) is kind


PASSING = {
    "something": {"message": "Something went wrong while executing your query. This may be the result of a timeout"},
    "limit": {"type": "RATE_LIMIT", "message": "API rate limit already exceeded for installation ID 1"},
    "secondary": {"message": "You have exceeded a secondary rate limit."},
    "abuse": {"message": "You have triggered an abuse detection mechanism."},
    "too fast": {"message": "was submitted too quickly"},
}


@pytest.mark.parametrize("error", PASSING.values(), ids=PASSING)
def test_what_passes_in_graphql_is_tried_again(stage, error):
    number = stage.open("Gamma")
    stage.server.fault(path="/graphql", skip=1, status=200, body={"data": None, "errors": [error]})
    stage.submit(number)
    assert len(stage.rests) == 1
    assert stage.live_pull(number)


def test_where_drafts_are_refused_title_and_check_say_that_it_is_not_ready(stage):
    number = stage.open("Gamma")
    stage.submit(number)
    title = stage.pull(number).title
    stage.server.settings(standin_has_no_drafts=True)
    for _ in range(2):
        stage.edit(number, "")
        stage.submit(number)
        seen = picture(stage.server)
        (pull,) = (one for name, one in seen.items() if name.startswith("pull"))
        assert pull["text"][0] == f"{NOT_READY}{title}"
        assert pull["checks"] == [("curate", "failure", "有 1 处需要修改")]
        assert "待修改" in seen[f"issue {number}"]["labels"]
        assert "还有 1 处需要修改" in seen[f"issue {number}"]["comments"][0][1]
    stage.refresh()
    assert stage.pull(number).title == f"{NOT_READY}{title}", "a push makes nothing ready"
    stage.edit(number, "Gamma")
    stage.submit(number)
    (pull,) = (one for name, one in picture(stage.server).items() if name.startswith("pull"))
    assert (pull["text"][0], pull["checks"][0][1]) == (title, "success")


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
        stage.server.fault(**NOT_MOVED | {"skip": 1 if name == "Gamma" else 3})
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
