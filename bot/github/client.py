"""A connection to one repository: PyGithub's own objects, each failure a CurateError.

The objects are lazy: a request is made when it is asked for, or when an attribute is read that GitHub did not send;
tests/standin/test_requests.py counts them. Nothing is retried here: a lost answer does not tell whether the work was
done, so the flow reads everything anew and decides again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from github import Auth
from github.Repository import Repository
from github.Requester import Requester

from bot.errors import CurateError
from bot.github.errors import explained

__all__ = ["Repository", "about_repository", "batched", "connect", "graphql", "plain"]  # the flows hand a Repository on

T = TypeVar("T")

PER_PAGE = 100  # GitHub's limit
TIMEOUT = 30  # seconds
_BEFORE_PATH = re.compile(r".*?/(repos/[^/]+/[^/]+/?|repositories/\d+/?|(?=graphql$))")


class _Requester(Requester):
    """PyGithub sends every request through these two methods."""

    def requestJsonAndCheck(self, verb: str, url: str, *args: Any, **more: Any) -> tuple[dict[str, Any], Any]:  # noqa: N802
        with explained(_BEFORE_PATH.sub("", url.partition("?")[0], 1)):
            return super().requestJsonAndCheck(verb, url, *args, **more)

    def graphql_query(self, query: str, variables: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        with explained("graphql"):
            return super().graphql_query(query, variables)


def connect(environment: Mapping[str, str], *, pace: float = 0.0) -> Repository:
    """The repository that a runner names: GITHUB_TOKEN, GITHUB_REPOSITORY ("owner/name"), GITHUB_API_URL.

    `pace` is the least number of seconds between two writes; GitHub asks for one second when there are many.
    """
    for name in ("GITHUB_TOKEN", "GITHUB_REPOSITORY"):
        if not environment.get(name):
            raise CurateError(
                f"缺少环境变量 {name}", "", "这个命令由工作流运行；在自己的电脑上请用 --issue-body 文件 --dry-run"
            )
    requester = _Requester(
        auth=Auth.Token(environment["GITHUB_TOKEN"]),
        base_url=environment.get("GITHUB_API_URL") or "https://api.github.com",
        timeout=TIMEOUT,
        user_agent="curate",
        per_page=PER_PAGE,
        verify=True,
        retry=None,
        pool_size=None,
        seconds_between_requests=None,
        seconds_between_writes=pace or None,
        lazy=True,
    )
    return Repository(requester, attributes={"full_name": environment["GITHUB_REPOSITORY"]})


def graphql(repo: Repository, query: str, **variables: Any) -> Mapping[str, Any]:
    """The answer to a query about the repository, which takes its name as $owner and $name."""
    owner, _, name = repo.full_name.partition("/")
    return repo.requester.graphql_query(query, {"owner": owner, "name": name, **variables})[1]


def about_repository(repo: Repository, fields: str, fragments: str = "", **strings: str) -> Mapping[str, Any]:
    """The answer to a query for `fields` of the repository, which may name `strings` as variables."""
    declared = "".join(f", ${name}: String!" for name in strings)
    asked = f"repository(owner: $owner, name: $name) {{ {fields} }}"
    query = f"query($owner: String!, $name: String!{declared}) {{ {asked} }} {fragments}"
    answer: Mapping[str, Any] = graphql(repo, query, **strings)["data"]["repository"]
    return answer


def batched(items: Sequence[T], size: int) -> Iterator[list[T]]:
    """`items` in parts of at most `size` (itertools has this only from Python 3.12)."""
    for start in range(0, len(items), size):
        yield list(items[start : start + size])


def plain(text: str) -> str:
    """For comparing: GitHub may hand back other line ends than it was given."""
    return text.replace("\r\n", "\n").strip()
