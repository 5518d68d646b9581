"""What is on GitHub now → Snapshot or OpenWork. Reads only; everything from the start, every page."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from bot.edge.github import Hub, quoted
from bot.errors import Gone
from bot.github_model import (
    Branch,
    BranchCommit,
    Issue,
    IssueComment,
    OpenWork,
    Permission,
    Pull,
    Snapshot,
    User,
    branch_of,
    issue_of,
)
from bot.sources.memory import same_user

HEAD = """query($owner: String!, $name: String!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) { id defaultBranchRef { name target { oid } } }
}"""
RECORDS = "catalog/"
PERMISSIONS: Mapping[str, Permission] = {word: word for word in get_args(Permission)}


@dataclass(frozen=True, slots=True)
class Head:
    """Who we are, and where the default branch stands. `node` is the repository's id in GraphQL."""

    me: User
    node: str
    default_branch: str
    sha: str


def head(hub: Hub) -> Head:
    owner, _, name = hub.repository.partition("/")
    data = hub.graphql(HEAD, owner=owner, name=name)
    viewer, ref = data["viewer"], data["repository"]["defaultBranchRef"]
    me = User(viewer["login"], viewer["databaseId"] or 0, bot=viewer["login"].endswith("[bot]"))
    return Head(me, data["repository"]["id"], ref["name"], ref["target"]["oid"])


def snapshot(hub: Hub, at: Head, number: int) -> Snapshot:
    """Everything that bears on issue `number`. Raises Gone where it was deleted."""
    issue = _issue(_here(hub, f"issues/{number}"))
    comments = tuple(comments_of(hub, at.me, number))
    asking = {issue.author.login} | {c.author.login for c in comments if _asks(c.body) and not c.author.bot}
    pulls = [p for p in hub.pages("pulls", state="open") if _ours(hub, p)]
    own = branch_of(number)
    branch = _branch(hub, own, at.sha)
    return Snapshot(
        repository=hub.repository,
        default_branch=at.default_branch,
        base=at.sha,
        me=at.me,
        issue=issue,
        comments=comments,
        permissions={login: _permission(hub, login) for login in sorted(asking)},
        branch=branch,
        pull=_newest(hub, own, branch),
        others=tuple(pull_from(p, _branch_at(hub, p, at.sha)) for p in pulls if p["head"]["ref"] != own),
        open_by_author=tuple(_open_issues(hub, issue.author.login)),
    )


def open_work(hub: Hub, at: Head) -> OpenWork:
    """Every open pull request from a bot branch, with its branch and comments."""
    pulls = []
    for raw in hub.pages("pulls", state="open"):
        if _ours(hub, raw):
            comments = tuple(comments_of(hub, at.me, raw["number"]))
            pulls.append(pull_from(raw, _branch_at(hub, raw, at.sha), comments))
    return OpenWork(hub.repository, at.default_branch, at.sha, at.me, tuple(pulls))


def _here(hub: Hub, path: str) -> Mapping[str, Any]:
    """A transferred issue answers from its new repository, under another number: for us it is gone."""
    raw: Mapping[str, Any] = hub.get(path)
    if not raw["repository_url"].lower().endswith(f"/repos/{hub.repository}".lower()):
        raise Gone("议题已转移到别的仓库", path, "无须处理", status=301)
    return raw


def _user(raw: Mapping[str, Any] | None) -> User:
    if not raw:  # the account was deleted
        return User("ghost", 0)
    return User(raw["login"], raw["id"], bot=raw.get("type") == "Bot" or raw["login"].endswith("[bot]"))


def _issue(raw: Mapping[str, Any]) -> Issue:
    return Issue(
        number=raw["number"],
        title=raw["title"],
        body=raw["body"] or "",
        author=_user(raw["user"]),
        open=raw["state"] == "open",
        labels=frozenset(label["name"] for label in raw["labels"]),
        created_at=raw["created_at"],
        closed_at=raw["closed_at"] or "",
    )


def comments_of(hub: Hub, me: User, number: int) -> Iterator[IssueComment]:
    for raw in hub.pages(f"issues/{number}/comments"):
        body = raw["body"] or ""
        own = _own_reactions(hub, me, raw["id"]) if _asks(body) else frozenset()
        times = raw["created_at"], raw["updated_at"]
        yield IssueComment(raw["id"], _user(raw["user"]), body, *times, own_reactions=own)


def _asks(body: str) -> bool:
    """May this comment hold a command? What it says is for the flow to judge."""
    return body.lstrip().startswith("/")


def _own_reactions(hub: Hub, me: User, comment: int) -> frozenset[str]:
    found = hub.pages(f"issues/comments/{comment}/reactions")
    return frozenset(r["content"] for r in found if same_user(_user(r["user"]).login, me.login))


def _permission(hub: Hub, login: str) -> Permission:
    """`author_association` is wrong for private members; this endpoint is not."""
    raw = hub.find(f"collaborators/{quoted(login)}/permission")
    for word in (
        (raw["role_name"], raw["permission"]) if raw else ()
    ):  # a role of the organisation's own has another name
        if word in PERMISSIONS:
            return PERMISSIONS[word]
    return "none"


def _open_issues(hub: Hub, author: str) -> Iterator[Issue]:
    for raw in hub.pages("issues", creator=author, state="open"):
        if "pull_request" not in raw:
            yield _issue(raw)


def _ours(hub: Hub, raw: Mapping[str, Any]) -> bool:
    repository = (raw["head"]["repo"] or {}).get("full_name", "")
    return repository.lower() == hub.repository.lower() and issue_of(raw["head"]["ref"]) > 0


def _newest(hub: Hub, name: str, branch: Branch | None) -> Pull | None:
    """An open one first: there is at most one, and it need not have the highest number."""
    found = [p for p in hub.pages("pulls", state="all", head=f"{hub.owner}:{name}") if _ours(hub, p)]
    raw = max(found, key=lambda p: (p["state"] == "open", p["number"]), default=None)
    return pull_from(raw, branch) if raw else None


def pull_from(raw: Mapping[str, Any], branch: Branch | None = None, comments: tuple[IssueComment, ...] = ()) -> Pull:
    return Pull(
        number=raw["number"],
        head=raw["head"]["ref"],
        title=raw["title"],
        body=raw["body"] or "",
        author=_user(raw["user"]),
        open=raw["state"] == "open",
        merged=bool(raw.get("merged_at")),
        draft=bool(raw.get("draft")),
        closed_at=raw["closed_at"] or "",
        branch=branch,
        comments=comments,
    )


def _branch(hub: Hub, name: str, base: str) -> Branch | None:
    ref = hub.find(f"git/ref/heads/{name}")
    return _compared(hub, name, ref["object"]["sha"], base) if ref else None


def _branch_at(hub: Hub, raw: Mapping[str, Any], base: str) -> Branch:
    return _compared(hub, raw["head"]["ref"], raw["head"]["sha"], base)


def _compared(hub: Hub, name: str, sha: str, base: str) -> Branch:
    """The branch's own changes: from its merge base with the default branch to its head."""
    raw = hub.get(f"compare/{base}...{sha}")
    changed = {path: blob for f in raw["files"] for path, blob in _changes(f)}
    return Branch(
        name=name,
        sha=sha,
        base=raw["merge_base_commit"]["sha"],
        commits=tuple(_commit(c) for c in raw["commits"]),
        records={p: text(hub, blob) if blob else None for p, blob in changed.items() if p.startswith(RECORDS)},
        others=tuple(p for p in changed if not p.startswith(RECORDS)),
    )


def _changes(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Path and blob ("": deleted); a rename is two changes."""
    if raw["status"] == "renamed":
        yield raw["previous_filename"], ""
    yield raw["filename"], "" if raw["status"] == "removed" else raw["sha"]


def _commit(raw: Mapping[str, Any]) -> BranchCommit:
    written = raw["commit"]
    author = (raw["author"] or {}).get("login") or written["author"]["email"]
    return BranchCommit(raw["sha"], author, written["message"])


def text(hub: Hub, blob: str) -> str:
    """A blob as text; bytes that are no UTF-8 become U+FFFD, which the rules then refuse."""
    raw = hub.get(f"git/blobs/{blob}")
    return base64.b64decode(raw["content"]).decode("utf-8", "replace")
