"""What is on GitHub now → Snapshot or OpenWork. Reads only; everything from the start, every page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import get_args

from github.GitCommit import GitCommit
from github.PullRequest import PullRequest
from github.Repository import Repository

from bot.errors import Gone
from bot.github.client import graphql
from bot.github.convert import issue_from, pull_from
from bot.github.read_branches import branches
from bot.github.read_comments import asks, comments_of, talked_in
from bot.github.snapshot import Branch, Issue, OpenWork, Permission, Pull, Snapshot, User, branch_of, issue_of

HEAD = """query($owner: String!, $name: String!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    id defaultBranchRef { name target { sha: oid ... on Commit { tree { sha: oid } } } }
  }
}"""
Standing = tuple[Branch | None, Pull | None]  # a branch, and its newest pull request
PERMISSIONS: Mapping[str, Permission] = {word: word for word in get_args(Permission)}


@dataclass(frozen=True, slots=True)
class Head:
    """Who we are, and the commit the default branch stands at. `node` is the repository's id in GraphQL."""

    me: User
    node: str
    default_branch: str
    commit: GitCommit

    @property
    def sha(self) -> str:
        return self.commit.sha


def head(repo: Repository) -> Head:
    """One request; a job's token may not ask REST who it is."""
    answer = graphql(repo, HEAD)
    viewer, repository = answer["data"]["viewer"], answer["data"]["repository"]
    me = User(viewer["login"], viewer["databaseId"] or 0, bot=viewer["login"].endswith("[bot]"))
    commit = repo.requester.data_as_class({}, repository, ["defaultBranchRef", "target"], GitCommit)
    return Head(me, repository["id"], repository["defaultBranchRef"]["name"], commit)


def snapshot(repo: Repository, at: Head, number: int) -> Snapshot:
    """Everything that bears on issue `number`. Raises Gone where it was deleted or transferred."""
    issue = _issue(repo, number)
    comments = comments_of(repo, number)
    asking = [issue.author, *(comment.author for comment in comments if asks(comment.body))]
    own, pulls = branch_of(number), _open_pulls(repo)
    heads = {pull.head.ref: pull.head.sha for pull in pulls} | _branch(repo, own)
    found = branches(repo, heads, at.sha, at.me, _numbers(pulls))
    return Snapshot(
        repository=repo.full_name,
        default_branch=at.default_branch,
        base=at.sha,
        me=at.me,
        issue=issue,
        comments=comments,
        permissions={login: _permission(repo, login) for login in sorted({u.login for u in asking if not u.bot})},
        branch=found.get(own),
        pull=_newest(repo, own, found.get(own)),
        others=tuple(pull_from(pull, found[pull.head.ref]) for pull in pulls if pull.head.ref != own),
        open_by_author=tuple(_open_issues(repo, issue.author.login)),
    )


def open_issues(repo: Repository, label: str) -> tuple[int, ...]:
    """The numbers of those with a label, the oldest first."""
    return tuple(sorted(issue.number for issue in repo.get_issues(state="open", labels=[label])))


def drafts(repo: Repository) -> tuple[int, ...]:
    """The issues whose pull requests are not ready to be merged, in order."""
    return tuple(sorted(pull.issue for pull in map(pull_from, _open_pulls(repo)) if pull.draft))


def open_work(repo: Repository, at: Head) -> OpenWork:
    """Every open pull request from a bot branch, with its branch and comments."""
    pulls = _open_pulls(repo)
    found = branches(repo, {pull.head.ref: pull.head.sha for pull in pulls}, at.sha, at.me, _numbers(pulls))
    talked = talked_in(repo, [pull.number for pull in pulls])
    comments = {number: comments_of(repo, number) for number in talked}
    whole = tuple(pull_from(pull, found[pull.head.ref], comments.get(pull.number, ())) for pull in pulls)
    return OpenWork(repo.full_name, at.default_branch, at.sha, at.me, whole)


def pulls_from(repo: Repository, at: Head, prefix: str, names: Collection[str]) -> Mapping[str, Standing]:
    """Of the branches `names`, and of every open pull request from one with that prefix: branch and pull request."""
    pulls = [pull for pull in repo.get_pulls(state="open") if _is_here(repo, pull) and pull.head.ref.startswith(prefix)]
    wanted = sorted({*names, *(pull.head.ref for pull in pulls)})
    heads = {name: sha for one in wanted for name, sha in _branch(repo, one).items()}
    found = branches(repo, heads, at.sha, at.me, _numbers(pulls))
    return {name: (found.get(name), _newest(repo, name, found.get(name))) for name in wanted}


def _issue(repo: Repository, number: int) -> Issue:
    """A transferred issue answers from its new repository, under another number: for us it is gone."""
    issue = repo.get_issue(number).complete()
    if not issue.repository_url.lower().endswith(f"/repos/{repo.full_name}".lower()):
        raise Gone("issue 已转移到别的仓库", f"issues/{number}", "无须处理", status=301)
    return issue_from(issue)


def _open_pulls(repo: Repository) -> list[PullRequest]:
    return [pull for pull in repo.get_pulls(state="open") if _ours(repo, pull)]


def _numbers(pulls: Sequence[PullRequest]) -> dict[str, int]:
    return {pull.head.ref: pull.number for pull in pulls}


def _ours(repo: Repository, pull: PullRequest) -> bool:
    """From the branch of an issue."""
    return _is_here(repo, pull) and issue_of(pull.head.ref) > 0


def _is_here(repo: Repository, pull: PullRequest) -> bool:
    """From a branch of this repository, not of a fork (whose repository may be deleted)."""
    home = pull.head.repo.full_name if pull.head.repo else ""
    return home.lower() == repo.full_name.lower()


def _branch(repo: Repository, name: str) -> dict[str, str]:
    """The branch's name and commit; empty where there is none. It may be without a pull request after a crash."""
    try:
        return {name: repo.get_git_ref(f"heads/{name}").complete().object.sha}
    except Gone:
        return {}


def _newest(repo: Repository, name: str, branch: Branch | None) -> Pull | None:
    """An open one first: there is at most one, and it need not have the highest number."""
    owner = repo.full_name.partition("/")[0]
    pulls = [pull for pull in repo.get_pulls(state="all", head=f"{owner}:{name}") if _is_here(repo, pull)]
    newest = max(pulls, key=lambda pull: (pull.state == "open", pull.number), default=None)
    return pull_from(newest, branch) if newest else None


def _permission(repo: Repository, login: str) -> Permission:
    """`author_association` is wrong for private members; this endpoint is not.

    An organisation may have roles of its own: then only the second answer is a word that we know.
    """
    with suppress(Gone):
        for ask in (repo.get_collaborator_role_name, repo.get_collaborator_permission):
            if (word := ask(login)) in PERMISSIONS:
                return PERMISSIONS[word]
    return "none"


def _open_issues(repo: Repository, author: str) -> Iterator[Issue]:
    """GitHub lists pull requests among the issues; what tells them apart is sent for those only."""
    for issue in repo.get_issues(creator=author, state="open"):  # type: ignore[arg-type]  # a login will do
        if issue.html_url.endswith(f"/issues/{issue.number}"):
            yield issue_from(issue)
