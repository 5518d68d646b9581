"""The pull request that should exist: opened, reopened, retitled, turned into a draft and back, closed."""

from __future__ import annotations

from bot.errors import Interrupted, Refused
from bot.github.branch import move
from bot.github.client import Hub, plain
from bot.github.from_json import pull_from
from bot.github.model import Branch, Pull, PullRequest
from bot.github.read import Head

DRAFT = "mutation($id: ID!) { convertPullRequestToDraft(input: {pullRequestId: $id}) { clientMutationId } }"
READY = "mutation($id: ID!) { markPullRequestReadyForReview(input: {pullRequestId: $id}) { clientMutationId } }"

UNPROCESSABLE = 422


def settle(hub: Hub, at: Head, wanted: PullRequest, now: Pull | None, branch: Branch | None) -> tuple[Pull | None, str]:
    """The pull request as it now is, and the head of its branch ("" where there is none)."""
    if wanted.number is None:
        now = None
    elif now is None or now.number != wanted.number:
        raise Interrupted("合并请求刚刚有变动", f"#{wanted.number}", "请重新运行本任务")
    if now and wanted.open and not now.open:
        now = _reopen(hub, now)
    sha = branch.sha if branch else ""
    if wanted.commit:
        sha = move(hub, at, wanted.branch, wanted.commit, branch)
    if now is None:
        return (_open(hub, wanted) if wanted.open else None), sha
    return _edit(hub, wanted, now), sha


def _reopen(hub: Hub, now: Pull) -> Pull | None:
    """None where GitHub refuses (the branch was rewritten meanwhile): then a new one is opened."""
    try:
        return pull_from(hub.patch(f"pulls/{now.number}", {"state": "open"}))
    except Refused as refusal:
        if refusal.status == UNPROCESSABLE:
            return None
        raise


def _open(hub: Hub, wanted: PullRequest) -> Pull:
    text = {"title": wanted.title, "body": wanted.body}
    try:
        return pull_from(hub.post("pulls", text | {"head": wanted.branch, "base": wanted.base, "draft": wanted.draft}))
    except Refused as refusal:
        if "already exists" in refusal.said:
            raise Interrupted("合并请求刚刚由另一个任务建立", wanted.branch, "请重新运行本任务") from None
        raise


def _edit(hub: Hub, wanted: PullRequest, now: Pull) -> Pull:
    if not now.open:
        return now
    if wanted.open and now.draft != wanted.draft:
        _set_draft(hub, now.number, draft=wanted.draft)
    changes: dict[str, str] = {} if wanted.open else {"state": "closed"}
    if wanted.title is not None and wanted.title != now.title:
        changes["title"] = wanted.title
    if wanted.body is not None and plain(wanted.body) != plain(now.body):
        changes["body"] = wanted.body
    return pull_from(hub.patch(f"pulls/{now.number}", changes)) if changes else now


def _set_draft(hub: Hub, number: int, *, draft: bool) -> None:
    """Only GraphQL can, and it wants the pull request's node id."""
    node = hub.get(f"pulls/{number}")["node_id"]
    hub.graphql(DRAFT if draft else READY, id=node)
