"""An issue's comments, all pages, with the reactions the bot left on those that may hold a command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.errors import Gone, Interrupted
from bot.github.client import PER_PAGE, Hub, batched
from bot.github.from_json import user_from
from bot.github.model import IssueComment

REACTIONS = """query($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { id reactionGroups { content viewerHasReacted } } }
}"""
WORDS = {"THUMBS_UP": "+1", "THUMBS_DOWN": "-1", "CONFUSED": "confused", "EYES": "eyes", "ROCKET": "rocket"}


def comments_of(hub: Hub, number: int) -> tuple[IssueComment, ...]:
    found = list(hub.pages(f"issues/{number}/comments"))
    own = _own_reactions(hub, [raw["node_id"] for raw in found if asks(raw["body"] or "")])
    return tuple(_comment(raw, own) for raw in found)


def asks(body: str) -> bool:
    """May this comment hold a command? What it says is for the flow to judge."""
    return body.lstrip().startswith(("/", "／"))


def _comment(raw: Mapping[str, Any], own: Mapping[str, frozenset[str]]) -> IssueComment:
    return IssueComment(
        raw["id"],
        user_from(raw["user"]),
        raw["body"] or "",
        raw["created_at"],
        raw["updated_at"],
        own.get(raw["node_id"], frozenset()),
    )


def _own_reactions(hub: Hub, ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """By comment; one request for a hundred, as anyone may write commands that are not obeyed."""
    found: dict[str, frozenset[str]] = {}
    for some in batched(ids, PER_PAGE):
        try:
            nodes = hub.graphql(REACTIONS, ids=some)["nodes"]
        except Gone as gone:
            raise Interrupted("一条留言刚刚被删除", gone.where, "请重新运行本任务") from gone
        for node in nodes:
            mine = [group["content"] for group in node["reactionGroups"] if group["viewerHasReacted"]]
            found[node["id"]] = frozenset(WORDS.get(word, word) for word in mine)
    return found
