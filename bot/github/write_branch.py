"""One commit through the Git Data API, and the branch moved to it, all or nothing.

The ref is moved with GraphQL's `updateRefs`, which takes the value that the ref must have before: of two runs that
rebuild the same branch one wins and the other begins again. REST moves a ref blindly; it is the second choice, and
says why where a rule of the repository forbids the move.
"""

from __future__ import annotations

from github.GitRef import GitRef
from github.InputGitTreeElement import InputGitTreeElement
from github.Repository import Repository

from bot.errors import Gone, Interrupted, Refused
from bot.github.decision import Commit
from bot.github.read import Head
from bot.github.snapshot import Branch

NOWHERE = "0" * 40  # what GitHub calls the value of a ref that does not exist


def move(repo: Repository, at: Head, name: str, commit: Commit, now: Branch | None) -> str:
    """The branch's head, which then holds `commit` alone on its parent. Interrupted when it moved meanwhile."""
    if now and holds(now, commit):
        return now.sha
    return point(repo, at, name, now.sha if now else NOWHERE, _write(repo, at, commit))


def point(repo: Repository, at: Head, name: str, before: str, after: str) -> str:
    """Let the branch, which stands at `before` (NOWHERE: is not there), stand at `after`."""
    update = {"name": f"refs/heads/{name}", "beforeOid": before, "afterOid": after, "force": True}
    try:
        update_refs = {"repositoryId": at.node, "refUpdates": [update]}
        repo.requester.graphql_named_mutation("updateRefs", update_refs, "clientMutationId")
    except Refused:
        ref = _ref(repo, name)
        if (ref.object.sha if ref else NOWHERE) != before:
            raise Interrupted(f"分支 {name} 刚刚被另一个任务改动", name, "请重新运行本任务") from None
        if ref:
            ref.edit(after, force=True)
        else:
            repo.create_git_ref(f"refs/heads/{name}", after)
    return after


def holds(branch: Branch, commit: Commit) -> bool:
    """The message carries a digest of the files, so nothing else need be compared."""
    messages = [c.message.strip() for c in branch.commits]
    return branch.base == commit.parent and messages == [commit.message.strip()]


def _ref(repo: Repository, name: str) -> GitRef | None:
    try:
        return repo.get_git_ref(f"heads/{name}").complete()
    except Gone:
        return None


def _write(repo: Repository, at: Head, commit: Commit) -> str:
    parent = at.commit if commit.parent == at.sha else repo.get_git_commit(commit.parent)
    changes = [change(path, text) for path, text in commit.files.items()]
    tree = repo.create_git_tree(changes, parent.tree)
    return repo.create_git_commit(commit.message, tree, [parent]).sha


def change(path: str, text: str | None) -> InputGitTreeElement:
    """None deletes the file."""
    if text is None:
        return InputGitTreeElement(path, "100644", "blob", sha=None)
    return InputGitTreeElement(path, "100644", "blob", content=text)
