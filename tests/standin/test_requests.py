"""How many requests an event costs: PyGithub fetches an object again when an attribute is read that GitHub left out."""

from __future__ import annotations

import lists
import pytest
from deciding import apply, look, wanted
from scenarios import SCENARIOS, Trial
from standin import OWNER

from bot.github.snapshot import branch_of

REQUESTS = {"opened": 21, "edited": 18, "spoiled": 20, "mended": 23, "reopened": 25, "merged": 17, "refreshed": 12}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_request_is_made_twice(hub_server, small_list, scenario):
    requests = Trial(hub_server, small_list, scenario).requests
    assert len(requests) == REQUESTS[scenario], [f"{r['method']} {r['path']}" for r in requests]


def test_other_pull_requests_cost_no_request_each(hub, author, hub_server):
    """Of those that hold the bot's one commit: they are read together."""
    spent = []
    for _ in range(4):
        number = author.create_issue("新项目", body="x").number
        at, now = look(hub, number)
        apply(hub, at, wanted(number, at.sha), now)
        before = len(hub_server.log())
        _, now = look(hub, number)
        spent.append(len(hub_server.log()) - before)
    assert len(now.others) == 3
    assert {pull.branch.records["catalog/models/x.yml"] for pull in now.others} == {"name: x\n"}
    assert len(set(spent)) == 1, spent


def test_a_branch_that_somebody_else_committed_to_is_looked_at_closely(hub, author, hub_server):
    number = author.create_issue("新项目", body="x").number
    at, now = look(hub, number)
    apply(hub, at, wanted(number, at.sha), now)
    lists.push(hub_server, {"catalog/models/x.yml": "name: z\n"}, branch=branch_of(number))
    _, now = look(hub, number)
    assert [commit.author for commit in now.branch.commits] == ["github-actions[bot]", OWNER]
    assert now.branch.records == {"catalog/models/x.yml": "name: z\n"}
