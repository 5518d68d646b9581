"""The real workflow files, run by act, from an issue to the merge of its pull request and of another beside it."""

from __future__ import annotations

import shutil

import lists
import pytest
from filled import new_entry
from runner import Runner
from standin import AUTHOR, MAINTAINER, OWNER


class Hands:
    """People at work; what they do starts what listens for it."""

    def __init__(self, server, root):
        self.server, self.runner = server, Runner(server, root)
        self.owner = server.as_person(OWNER)

    def happens(self, event, action, who, **payload):
        sender = {"login": who, "type": "User"}
        self.logs = self.runner.happens(event, {"action": action, "sender": sender, **payload})

    def opens(self, body):
        number = self.server.as_person(AUTHOR).create_issue("收录", body=body).number
        self.happens("issues", "opened", AUTHOR, issue=self.owner.get_issue(number).raw_data)
        return number

    def edits(self, number, body):
        self.server.as_person(AUTHOR).get_issue(number).edit(body=body)
        self.happens("issues", "edited", AUTHOR, issue=self.owner.get_issue(number).raw_data)

    def says(self, number, who, text):
        comment = self.server.as_person(who).get_issue(number).create_comment(text)
        payload = {"issue": self.owner.get_issue(number).raw_data, "comment": {"id": comment.id, "body": text}}
        self.happens("issue_comment", "created", who, **payload)

    def merges(self, number):
        """The merge is also a push to main and closes the issue."""
        pull = self.pull(number)
        self.server.as_person(MAINTAINER).get_pull(pull.number).merge()
        head = self.owner.get_git_ref("heads/main").object.sha
        self.runner.happens(
            "push", {"ref": "refs/heads/main", "after": head, "sender": {"login": MAINTAINER, "type": "User"}}
        )
        self.happens("pull_request", "closed", MAINTAINER, pull_request=self.owner.get_pull(pull.number).raw_data)
        self.happens("issues", "closed", MAINTAINER, issue=self.owner.get_issue(number).raw_data)

    def pull(self, number):
        """The pull request of an issue, None before there is one."""
        pulls = self.owner.get_pulls(state="all", head=f"{OWNER}:curate/issue-{number}")
        return next((self.owner.get_pull(pull.number) for pull in pulls), None)

    def comments(self, number):
        return [c.body for c in self.owner.get_issue(number).get_comments() if c.user.type == "Bot"]


@pytest.fixture
def hands(hub_server, tmp_path):
    root = lists.make_list(tmp_path / "list")
    shutil.copy(lists.PROJECT / "action.yml", root)
    lists.push(hub_server, lists.files_of(root))
    hub_server.as_person(OWNER).add_to_collaborators(MAINTAINER, "maintain")
    return Hands(hub_server, root)


def test_from_an_issue_to_the_merge(hands):
    first = hands.opens(new_entry("Gamma", link="没有网址"))
    assert hands.pull(first) is None
    assert "项目链接" in hands.comments(first)[0]

    hands.edits(first, new_entry("Gamma"))
    pull = hands.pull(first)
    assert (pull.draft, pull.mergeable, pull.changed_files) == (False, True, 2)

    files = [file.filename for file in hands.owner.compare("main", pull.head.sha).files]
    sender = {"login": "github-actions[bot]", "type": "Bot"}
    hands.runner.happens("pull_request", {"action": "opened", "sender": sender, "files": files})
    assert hands.runner.waiting == ["check.yml"], "ci.yml hangs no run on a bot's pull request"
    (check,) = hands.owner.get_commit(pull.head.sha).get_check_runs()
    assert (check.name, check.conclusion) == ("curate", "success"), "what waits is not needed: the bot reports it"

    assert "Summary - ### curate submit" in hands.logs[0], "the run's page says what was done"
    hands.happens("pull_request", "opened", AUTHOR, pull_request={"number": 9, "head": {"ref": "x", "label": "a:x"}})
    assert "Summary - ### curate check" in hands.logs[0]

    second = hands.opens(new_entry("Delta"))
    hands.says(second, MAINTAINER, "/recheck")
    hands.merges(first)
    assert hands.pull(second).mergeable
    hands.merges(second)

    for number in (first, second):
        assert hands.pull(number).merged
        assert hands.owner.get_issue(number).state == "closed"
        (comment,) = hands.comments(number)
        assert "已经合并" in comment
    assert {"catalog/models/gamma.yml", "catalog/models/delta.yml"} <= lists.tree_of(hands.server).keys()
