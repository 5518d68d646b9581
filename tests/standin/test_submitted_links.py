"""The links of a submission are asked for in one query, and what they lead to decides with the text."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import lists
import pytest
from deciding import is_query
from filled import fix_entry, new_entry

from bot.flows.retry_loop import deliver
from bot.flows.submit import decide
from bot.flows.submitted_links import from_web
from bot.flows.today import in_china
from bot.flows.workflow_job import refresh_job

LINK = "https://github.com/example/gamma"
THEIRS = f"""\
name: Gamma
kind: model
added: 2024-01-01
links:
  - url: {LINK}
    type: repository
description: |
  示例团队的模型，由别人先收进列表：七十亿参数，权重公开。
"""


@pytest.fixture
def answered(stage):
    """`answered(body)`: the comment, labels and open pull request that an issue with that body gets."""

    def answer(body, **overrides):
        issue = stage.author.create_issue("收录", body=body)
        environment = stage.server.environment(stage.server.job_token()) | overrides
        deliver(stage.hub, issue.number, stage.root, partial(decide, look_at=from_web(environment)), stage.rests.append)
        (comment,) = issue.get_comments()
        labels = sorted(label.name for label in stage.owner.get_issue(issue.number).labels)
        return comment.body, labels, stage.live_pull(issue.number)

    return answer


def queries(server):
    return [one for one in server.log() if is_query(one) and "licenseInfo" in one["body"]["query"]]


def test_a_sound_one_costs_one_query(stage, answered):
    _, labels, pull = answered(new_entry("Gamma", more_links=f"{LINK}-data 语料"))
    assert pull
    assert labels == ["待审核", "投稿"]
    assert len(queries(stage.server)) == 1


def test_what_is_not_there_is_to_mend(stage, answered):
    stage.server.elsewhere("example/gamma", None)
    comment, labels, pull = answered(new_entry("Gamma"))
    assert f"“项目链接”里的 `{LINK}` 不存在（或没有公开）；请核对拼写" in comment
    assert labels == ["待修改", "投稿"]
    assert pull is None


def test_the_entry_under_its_old_name_is_recognised(stage, answered):
    stage.server.renamed("example/alpha", "new-home/alpha")
    stage.server.elsewhere("new-home/alpha", {})
    comment, _, pull = answered(new_entry("Alef", link="https://github.com/new-home/alpha"))
    assert pull is None
    assert "`https://github.com/new-home/alpha` 就是已收录的 [Alpha](https://github.com/owner/list#alpha" in comment


def test_the_entry_under_its_new_name_is_recognised(stage, answered):
    stage.server.renamed("old-home/beta", "example/beta")
    comment, _, pull = answered(new_entry("Bet", link="https://github.com/old-home/beta"))
    assert pull is None
    assert "[Beta](https://github.com/owner/list#beta" in comment
    assert "已换成现在的网址：`https://github.com/old-home/beta` → `https://github.com/example/beta`" in comment


def test_a_renamed_one_is_stored_under_its_new_name(stage, answered):
    stage.server.renamed("example/gamma", "gamma-lab/gamma")
    stage.server.elsewhere("gamma-lab/gamma", {"licenseInfo": {"spdxId": "Apache-2.0"}})
    comment, _, pull = answered(new_entry("Gamma"))
    record = lists.texts_of(stage.server, pull.head.ref)["catalog/models/gamma.yml"]
    assert "https://github.com/gamma-lab/gamma" in record
    assert LINK not in record
    assert "Apache-2.0" not in record, "offered, not filled in"
    assert "- 许可：Apache-2.0" in comment


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({"isArchived": True}, "已归档，不再更新"),
        ({"defaultBranchRef": None}, "还是空仓库"),
        ({"isFork": True, "parent": {"nameWithOwner": "example/alpha"}}, "是已收录的 [Alpha]("),
    ],
    ids=["archived", "empty", "a fork of an entry"],
)
def test_what_a_maintainer_should_know_is_a_remark(stage, answered, about, said):
    stage.server.elsewhere("example/gamma", about)
    comment, labels, pull = answered(new_entry("Gamma"))
    assert said in comment.partition("**提醒**")[2]
    assert labels == ["待审核", "投稿"]
    assert pull


def test_a_correction_to_what_is_not_there(stage, answered):
    stage.server.elsewhere("example/moved", None)
    comment, labels, pull = answered(fix_entry("Alpha"))
    assert "“正确的链接”里的 `https://github.com/example/moved` 不存在" in comment
    assert (labels, pull) == (["待修改", "更正"], None)


@pytest.mark.parametrize("wrong", [{"GITHUB_GRAPHQL_URL": "http://localhost:9"}, {"GITHUB_TOKEN": "expired"}], ids=str)
def test_an_error_lets_pass(answered, wrong):
    _, _, pull = answered(new_entry("Gamma"), **wrong)
    assert pull


def test_what_was_too_early_is_looked_at_again_every_day(stage, answered):
    lists.push(stage.server, {"catalog/list.yml": f"{lists.LIST}intake:\n  older_than: 30\n"})
    stage.server.elsewhere("example/gamma", {"createdAt": f"{in_china()}T00:00:00Z"})
    comment, labels, pull = answered(new_entry("Gamma"))
    assert (labels, pull) == (["待复查", "投稿"], None)
    assert f"{in_china() + timedelta(30)} 起可以收录" in comment

    (issue,) = (one for one in stage.owner.get_issues(state="open") if "/issues/" in one.html_url)
    stage.server.elsewhere("example/gamma", {"createdAt": "2023-01-01T00:00:00Z"})
    environment = stage.server.environment(stage.server.job_token())
    for event, opened in (("push", False), ("schedule", True)):
        refresh_job({**environment, "GITHUB_EVENT_NAME": event}, stage.root)
        assert bool(stage.live_pull(issue.number)) is opened


def test_a_clash_with_main_is_told_at_once_and_forgotten_once_it_is_over(stage, answered):
    """The contributor read that the entry passes; then main got one with the same link, and lost it again."""
    _, labels, pull = answered(new_entry("Gamma"))
    assert (labels, pull.draft) == (["待审核", "投稿"], False)
    (issue,) = (one for one in stage.owner.get_issues(state="open") if "/issues/" in one.html_url)
    environment = stage.server.environment(stage.server.job_token())
    theirs, page = "catalog/models/theirs.yml", lists.texts_of(stage.server)["README.md"]

    def after(event: str):
        refresh_job({**environment, "GITHUB_EVENT_NAME": event}, stage.root)
        return stage.live_pull(issue.number).draft, sorted(
            label.name for label in stage.owner.get_issue(issue.number).labels
        )

    lists.push_record(stage.server, stage.root, theirs, THEIRS)
    assert after("push") == (True, ["待修改", "投稿"])
    assert "DUP001" in [comment.body for comment in stage.owner.get_issue(issue.number).get_comments()][-1]
    lists.push(stage.server, {theirs: None, "README.md": page})
    assert after("push") == (True, ["待修改", "投稿"])
    assert after("schedule") == (False, ["待审核", "投稿"])
