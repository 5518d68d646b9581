"""A connection: what it needs, and the path that an error names."""

import pytest
import requests

from bot.errors import CurateError, Interrupted
from bot.github.client import connect

ENVIRONMENT = {"GITHUB_TOKEN": "t", "GITHUB_REPOSITORY": "owner/list", "GITHUB_API_URL": "http://github.test/api/v3"}


@pytest.mark.parametrize("missing", ["GITHUB_TOKEN", "GITHUB_REPOSITORY"])
def test_what_is_missing_is_named(missing):
    with pytest.raises(CurateError, match=missing):
        connect({name: value for name, value in ENVIRONMENT.items() if name != missing})


ASKED = {
    "an object": (lambda repo: repo.get_issue(1).complete(), "/api/v3/repos/owner/list/issues/1", "issues/1"),
    "a list": (lambda repo: list(repo.get_pulls()), "/api/v3/repos/owner/list/pulls?per_page=100", "pulls"),
    "a branch": (
        lambda repo: repo.get_git_ref("heads/repos/a/b").complete(),
        "/api/v3/repos/owner/list/git/ref/heads/repos/a/b",
        "git/ref/heads/repos/a/b",
    ),
    "a later page": (
        lambda repo: repo.requester.requestJsonAndCheck("GET", "http://github.test/api/v3/repositories/7/pulls?page=2"),
        "/api/v3/repositories/7/pulls?page=2",
        "pulls",
    ),
    "GraphQL": (lambda repo: repo.requester.graphql_query("query { x }", {}), "/api/graphql", "graphql"),
}


@pytest.mark.parametrize(("ask", "path", "where"), ASKED.values(), ids=ASKED)
def test_a_lost_connection_names_the_path_and_nothing_is_tried_twice(monkeypatch, ask, path, where):
    asked = []

    def send(session, request, **options):
        asked.append((request.url, options["timeout"]))
        raise requests.ConnectionError

    monkeypatch.setattr(requests.Session, "send", send)
    repo = connect(ENVIRONMENT)
    assert not asked
    with pytest.raises(Interrupted) as caught:
        ask(repo)
    assert caught.value.where == where
    assert asked == [(f"http://github.test:80{path}", 30)]
