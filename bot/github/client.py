"""A connection to one repository on GitHub: JSON in, JSON out, every failure a CurateError.

PyGithub carries the requests (auth, hosts, GraphQL address, error kinds). Its objects are not used: they fetch
again when an attribute is missing, and what the bot asks for must be countable. Nothing is retried here: a lost
answer does not tell whether the work was done, so the flow reads everything anew and decides again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from bot.errors import CurateError, Gone
from bot.github.errors import explain_graphql, explained

if TYPE_CHECKING:
    from github import Github

PER_PAGE = 100  # GitHub's limit
TIMEOUT = 30  # seconds


@dataclass(frozen=True)
class Hub:
    """`repository` is "owner/name"; every path below is relative to it."""

    client: Github
    repository: str

    @property
    def owner(self) -> str:
        return self.repository.partition("/")[0]

    def get(self, path: str, **query: Any) -> Any:
        """Raises Gone on a 404; see `find` where absence is no failure."""
        return self._send("GET", path, query or None, None)

    def find(self, path: str, **query: Any) -> Any:
        """None where there is none."""
        try:
            return self.get(path, **query)
        except Gone:
            return None

    def pages(self, path: str, **query: Any) -> Iterator[Mapping[str, Any]]:
        """Every item of a list, page after page."""
        page = 0
        while True:
            page += 1
            items = self.get(path, **query, per_page=PER_PAGE, page=page)
            yield from items
            if len(items) < PER_PAGE:
                return

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._send("POST", path, None, body)

    def patch(self, path: str, body: Mapping[str, Any]) -> Any:
        return self._send("PATCH", path, None, body)

    def delete(self, path: str) -> None:
        self._send("DELETE", path, None, None)

    def graphql(self, query: str, **variables: Any) -> Mapping[str, Any]:
        """The `data`; a partial answer counts as a failure."""
        with explained("graphql"):
            requester = self.client.requester
            body = {"query": query, "variables": variables}
            _, answer = requester.requestJsonAndCheck("POST", requester.graphql_url, input=body)
        if errors := answer.get("errors"):
            raise explain_graphql(errors)
        data: Mapping[str, Any] = answer["data"]
        return data

    def _send(self, method: str, path: str, query: Any, body: Any) -> Any:
        url = f"/repos/{self.repository}/{path}".rstrip("/")
        with explained(path):
            return self.client.requester.requestJsonAndCheck(method, url, parameters=query, input=body)[1]


def connect(environment: Mapping[str, str], *, pace: float = 0.0) -> Hub:
    """A hub from what a runner sets: GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL.

    `pace` is the least number of seconds between two writes; GitHub asks for one second when there are many.
    """
    from github import Auth, Github  # noqa: PLC0415 - heavy

    for name in ("GITHUB_TOKEN", "GITHUB_REPOSITORY"):
        if not environment.get(name):
            raise CurateError(
                f"缺少环境变量 {name}", "", "这个命令由工作流运行；在自己的电脑上请用 --issue-body 文件 --dry-run"
            )
    client = Github(
        auth=Auth.Token(environment["GITHUB_TOKEN"]),
        base_url=environment.get("GITHUB_API_URL") or "https://api.github.com",
        timeout=TIMEOUT,
        retry=None,
        seconds_between_requests=None,
        seconds_between_writes=pace or None,
        user_agent="curate",
    )
    return Hub(client, environment["GITHUB_REPOSITORY"])


def quoted(name: str) -> str:
    """A label or login as one part of a path."""
    return quote(name, safe="")


def batched(items: Sequence[str], size: int) -> Iterator[list[str]]:
    """`items` in parts of at most `size` (itertools has this only from Python 3.12)."""
    for at in range(0, len(items), size):
        yield list(items[at : at + size])


def plain(text: str) -> str:
    """For comparing: GitHub may hand back other line ends than it was given."""
    return text.replace("\r\n", "\n").strip()
