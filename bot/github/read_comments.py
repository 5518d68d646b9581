"""An issue's comments, all pages, with the reactions the bot left on those that may hold a command."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from github.Repository import Repository

from bot.errors import Gone, Interrupted
from bot.github.client import about_repository, batched
from bot.github.convert import comment_from
from bot.github.snapshot import IssueComment

REACTIONS = """query($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { id reactionGroups { content viewerHasReacted } } }
}"""
AT_ONCE = 100  # comments in one request; REST needs a request for each
WORDS = {"THUMBS_UP": "+1", "THUMBS_DOWN": "-1", "CONFUSED": "confused", "EYES": "eyes", "ROCKET": "rocket"}


def comments_of(repo: Repository, number: int) -> tuple[IssueComment, ...]:
    comments = list(repo.get_issue(number).get_comments())
    own = _own_reactions(repo, [comment.node_id for comment in comments if asks(comment.body or "")])
    return tuple(comment_from(comment, own.get(comment.node_id, frozenset())) for comment in comments)


def talked_in(repo: Repository, numbers: Sequence[int]) -> frozenset[int]:
    """Those of the pull requests that have comments: few of the bot's have. One request for 100."""
    talked: set[int] = set()
    for some in batched(numbers, AT_ONCE):
        asked = " ".join(f"p{number}: pullRequest(number: {number}) {{ comments {{ totalCount }} }}" for number in some)
        answer = about_repository(repo, asked)
        talked |= {number for number in some if answer[f"p{number}"]["comments"]["totalCount"]}
    return frozenset(talked)


def asks(body: str) -> bool:
    """May this comment hold a command? What it says is for the flow to judge."""
    return body.lstrip().startswith(("/", "／"))


def _own_reactions(repo: Repository, ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """By comment; anyone may write commands that are not obeyed, so there may be many."""
    reactions: dict[str, frozenset[str]] = {}
    for some in batched(ids, AT_ONCE):
        try:
            _, answer = repo.requester.graphql_query(REACTIONS, {"ids": some})
        except Gone as gone:
            raise Interrupted("一条留言刚刚被删除", gone.where, "请重新运行本任务") from gone
        for node in answer["data"]["nodes"]:
            mine = [group["content"] for group in node["reactionGroups"] if group["viewerHasReacted"]]
            reactions[node["id"]] = frozenset(WORDS.get(word, word) for word in mine)
    return reactions
