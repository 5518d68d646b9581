"""What is on GitHub now → Snapshot or OpenWork. Reads only; everything from the start, every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from bot.errors import Gone
from bot.github.branches import branches
from bot.github.client import Hub, quoted
from bot.github.comments import asks, comments_of
from bot.github.from_json import issue_from, pull_from
from bot.github.model import Branch, Issue, OpenWork, Permission, Pull, Snapshot, User, branch_of, issue_of

HEAD = """query($owner: String!, $name: String!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    id defaultBranchRef { name target { oid ... on Commit { tree { oid } } } }
  }
}"""
PERMISSIONS: Mapping[str, Permission] = {word: word for word in get_args(Permission)}


@dataclass(frozen=True, slots=True)
class Head:
    """Who we are, and where the default branch stands. `node` is the repository's id in GraphQL."""

    me: User
    node: str
    default_branch: str
    sha: str
    tree: str


def head(hub: Hub) -> Head:
    owner, _, name = hub.repository.partition("/")
    data = hub.graphql(HEAD, owner=owner, name=name)
    viewer, ref = data["viewer"], data["repository"]["defaultBranchRef"]
    me = User(viewer["login"], viewer["databaseId"] or 0, bot=viewer["login"].endswith("[bot]"))
    return Head(me, data["repository"]["id"], ref["name"], ref["target"]["oid"], ref["target"]["tree"]["oid"])


def snapshot(hub: Hub, at: Head, number: int) -> Snapshot:
    """Everything that bears on issue `number`. Raises Gone where it was deleted or transferred."""
    issue = issue_from(_here(hub, f"issues/{number}"))
    comments = comments_of(hub, number)
    asking = [issue.author, *(comment.author for comment in comments if asks(comment.body))]
    own, pulls = branch_of(number), _open_pulls(hub)
    heads = {pull["head"]["ref"]: pull["head"]["sha"] for pull in pulls}
    found = branches(hub, {**heads, **_branch(hub, own)}, at.sha)
    return Snapshot(
        repository=hub.repository,
        default_branch=at.default_branch,
        base=at.sha,
        me=at.me,
        issue=issue,
        comments=comments,
        permissions={login: _permission(hub, login) for login in sorted({u.login for u in asking if not u.bot})},
        branch=found.get(own),
        pull=_newest(hub, own, found.get(own)),
        others=tuple(pull_from(p, found[p["head"]["ref"]]) for p in pulls if p["head"]["ref"] != own),
        open_by_author=tuple(_open_issues(hub, issue.author.login)),
    )


def open_work(hub: Hub, at: Head) -> OpenWork:
    """Every open pull request from a bot branch, with its branch and comments."""
    raws = _open_pulls(hub)
    found = branches(hub, {raw["head"]["ref"]: raw["head"]["sha"] for raw in raws}, at.sha)
    pulls = tuple(pull_from(raw, found[raw["head"]["ref"]], comments_of(hub, raw["number"])) for raw in raws)
    return OpenWork(hub.repository, at.default_branch, at.sha, at.me, pulls)


def _here(hub: Hub, path: str) -> Mapping[str, Any]:
    """A transferred issue answers from its new repository, under another number: for us it is gone."""
    raw: Mapping[str, Any] = hub.get(path)
    if not raw["repository_url"].lower().endswith(f"/repos/{hub.repository}".lower()):
        raise Gone("议题已转移到别的仓库", path, "无须处理", status=301)
    return raw


def _open_pulls(hub: Hub) -> list[Mapping[str, Any]]:
    return [raw for raw in hub.pages("pulls", state="open") if _ours(hub, raw)]


def _ours(hub: Hub, raw: Mapping[str, Any]) -> bool:
    """From a bot branch of this repository, not of a fork."""
    repository = (raw["head"]["repo"] or {}).get("full_name", "")
    return repository.lower() == hub.repository.lower() and issue_of(raw["head"]["ref"]) > 0


def _branch(hub: Hub, name: str) -> Mapping[str, str]:
    """The branch's name and commit; empty where there is none. It may be without a pull request after a crash."""
    ref = hub.find(f"git/ref/heads/{name}")
    return {name: ref["object"]["sha"]} if ref else {}


def _newest(hub: Hub, name: str, branch: Branch | None) -> Pull | None:
    """An open one first: there is at most one, and it need not have the highest number."""
    found = [p for p in hub.pages("pulls", state="all", head=f"{hub.owner}:{name}") if _ours(hub, p)]
    raw = max(found, key=lambda p: (p["state"] == "open", p["number"]), default=None)
    return pull_from(raw, branch) if raw else None


def _permission(hub: Hub, login: str) -> Permission:
    """`author_association` is wrong for private members; this endpoint is not.

    An organisation may have roles of its own: then only `permission` holds a word that we know.
    """
    raw = hub.find(f"collaborators/{quoted(login)}/permission") or {}
    known = [PERMISSIONS[raw[key]] for key in ("role_name", "permission") if raw.get(key) in PERMISSIONS]
    return known[0] if known else "none"


def _open_issues(hub: Hub, author: str) -> Iterator[Issue]:
    for raw in hub.pages("issues", creator=author, state="open"):
        if "pull_request" not in raw:
            yield issue_from(raw)
