"""Decisions made by hand, to try bot.github with."""

from __future__ import annotations

from dataclasses import replace

from standin import REPOSITORY

from bot.github import read as github_read
from bot.github import write as github_write
from bot.github.decision import PULL, Annotation, CheckRun, Comment, Commit, Decision, Label, Labels, PullRequest
from bot.github.snapshot import branch_of
from bot.submissions.comment_state import Memory, mark, own_comment

NEW, WAITING = Label("收录", "0e8a16", "新条目"), Label("待审核", "fbca04", "")
MARK = mark(Memory())
WRITES = {"POST", "PATCH", "PUT", "DELETE"}


def look(hub, number):
    at = github_read.head(hub)
    return at, github_read.snapshot(hub, at, number)


def apply(hub, at, decision, now):
    github_write.apply(hub, at, decision, now, lambda comment: own_comment([comment], at.me) is not None)


def wanted(number, base, text="name: x\n", **changes):
    """A decision as the flow would make it, for a submission that is in order."""
    files = {"catalog/models/x.yml": text, "README.md": f"# list\n{text}"}
    commit = Commit(parent=base, message=f"收录 x (#{number})\n\ndigest {hash(text)}", files=files)
    pull = PullRequest(branch_of(number), "main", True, False, "收录 x", f"Closes #{number}", None, commit)
    notes = tuple(Annotation("catalog/models/x.yml", line + 1, "warning", "提示", "内容") for line in range(60))
    return Decision(
        issue=number,
        summary="",
        comment=Comment(f"见 {PULL}\n{MARK}"),
        labels=Labels(
            (Label("收录", "0e8a16", "新条目"), Label("待审核", "fbca04", "")), frozenset({"收录", "待审核", "有问题"})
        ),
        pull=replace(pull, **changes),
        check=CheckRun("success", "可以合并", "没有问题", notes, f"digest {hash(text)}"),
    )


def follow(decision, snapshot):
    """The same decision in the words of the next run, which finds a comment and a pull request."""
    ours = next(c for c in snapshot.comments if c.author == snapshot.me)
    pull = replace(decision.pull, number=snapshot.pull.number)
    return replace(decision, comment=replace(decision.comment, id=ours.id), pull=pull)


def is_query(entry):
    return entry["path"] == "/graphql" and entry["body"]["query"].startswith("query")


def writes(server):
    """Path of each request that wrote; a query in GraphQL is no write."""
    return [
        f"{e['method']} {e['path'].removeprefix(f'/repos/{REPOSITORY}/')}"
        for e in server.log()
        if e["method"] in WRITES and not is_query(e)
    ]
