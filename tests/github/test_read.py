"""Who the bot is, as GitHub tells it."""

from types import SimpleNamespace

import pytest

from bot.github import read
from bot.github.snapshot import User


@pytest.mark.parametrize(("login", "number", "me"), [
    ("github-actions[bot]", 41898282, User("github-actions[bot]", 41898282, bot=True)),
    ("robot", 7, User("robot", 7)),
    ("robot[bot", 7, User("robot[bot", 7)),
    ("owner", None, User("owner", 0)),
])  # fmt: skip
def test_who_we_are(monkeypatch, login, number, me):
    target = {"name": "main", "target": {}}
    viewer = {"login": login, "databaseId": number}
    repository = {"id": "R_1", "defaultBranchRef": target}
    monkeypatch.setattr(read, "graphql", lambda *_: {"data": {"viewer": viewer, "repository": repository}})
    repo = SimpleNamespace(requester=SimpleNamespace(data_as_class=lambda *_: SimpleNamespace(sha="abc")))
    at = read.head(repo)
    assert (at.me, at.node, at.default_branch, at.sha) == (me, "R_1", "main", "abc")
