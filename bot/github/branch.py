"""One commit through the Git Data API, and the branch moved to it, all or nothing.

The ref is moved with GraphQL's `updateRefs`, which takes the value that the ref must have before: of two runs that
rebuild the same branch one wins and the other begins again. REST moves a ref blindly; it is the second choice, and
says why where a rule of the repository forbids the move.
"""

from __future__ import annotations

from bot.errors import Interrupted, Refused
from bot.github.client import Hub
from bot.github.model import Branch, Commit
from bot.github.read import Head

NOWHERE = "0" * 40  # what GitHub calls the value of a ref that does not exist
MOVE = """mutation($repository: ID!, $ref: GitRefname!, $before: GitObjectID!, $after: GitObjectID!) {
  updateRefs(input: {
    repositoryId: $repository
    refUpdates: [{name: $ref, beforeOid: $before, afterOid: $after, force: true}]
  }) { clientMutationId }
}"""


def move(hub: Hub, at: Head, name: str, commit: Commit, now: Branch | None) -> str:
    """The branch's head, which then holds `commit` alone on its parent. Interrupted when it moved meanwhile."""
    if now and holds(now, commit):
        return now.sha
    before = now.sha if now else NOWHERE
    after = _write(hub, at, commit)
    try:
        hub.graphql(MOVE, repository=at.node, ref=f"refs/heads/{name}", before=before, after=after)
    except Refused:
        ref = hub.find(f"git/ref/heads/{name}")
        if (ref["object"]["sha"] if ref else NOWHERE) != before:
            raise Interrupted(f"分支 {name} 刚刚被另一个任务改动", name, "请重新运行本任务") from None
        if ref:
            hub.patch(f"git/refs/heads/{name}", {"sha": after, "force": True})
        else:
            hub.post("git/refs", {"ref": f"refs/heads/{name}", "sha": after})
    return after


def holds(branch: Branch, commit: Commit) -> bool:
    """The message carries a digest of the files, so nothing else need be compared."""
    messages = [c.message.strip() for c in branch.commits]
    return branch.base == commit.parent and messages == [commit.message.strip()]


def _write(hub: Hub, at: Head, commit: Commit) -> str:
    tree = [
        {"path": path, "mode": "100644", "type": "blob"} | ({"sha": None} if text is None else {"content": text})
        for path, text in commit.files.items()
    ]
    base = at.tree if commit.parent == at.sha else hub.get(f"git/commits/{commit.parent}")["tree"]["sha"]
    made = hub.post("git/trees", {"base_tree": base, "tree": tree})
    body = {"message": commit.message, "tree": made["sha"], "parents": [commit.parent]}
    sha: str = hub.post("git/commits", body)["sha"]
    return sha
