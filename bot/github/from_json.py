"""GitHub's JSON → the nouns of github_model, one function each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.github.model import Branch, BranchCommit, Issue, IssueComment, Pull, User


def user_from(raw: Mapping[str, Any] | None) -> User:
    if not raw:  # the account was deleted
        return User("ghost", 0)
    return User(raw["login"], raw["id"], bot=raw.get("type") == "Bot" or raw["login"].endswith("[bot]"))


def issue_from(raw: Mapping[str, Any]) -> Issue:
    return Issue(
        number=raw["number"],
        title=raw["title"],
        body=raw["body"] or "",
        author=user_from(raw["user"]),
        open=raw["state"] == "open",
        labels=frozenset(label["name"] for label in raw["labels"]),
        created_at=raw["created_at"],
        closed_at=raw["closed_at"] or "",
    )


def pull_from(raw: Mapping[str, Any], branch: Branch | None = None, comments: tuple[IssueComment, ...] = ()) -> Pull:
    return Pull(
        number=raw["number"],
        head=raw["head"]["ref"],
        title=raw["title"],
        body=raw["body"] or "",
        author=user_from(raw["user"]),
        open=raw["state"] == "open",
        merged=bool(raw.get("merged_at")),
        draft=bool(raw.get("draft")),
        closed_at=raw["closed_at"] or "",
        branch=branch,
        comments=comments,
    )


def commit_from(raw: Mapping[str, Any]) -> BranchCommit:
    written = raw["commit"]
    author = (raw["author"] or {}).get("login") or written["author"]["email"]
    return BranchCommit(raw["sha"], author, written["message"])
