"""Lists of other people: one command, one commit, and act runs the whole way from an issue to a merged pull request."""

from __future__ import annotations

import shutil
import subprocess
import sys

import lists
import pytest
from runner import ADOPTED
from standin import AUTHOR, MAINTAINER, OWNER, REPOSITORY
from test_workflow_runs import Hands

from bot.flows.forms import forms

PAGES = lists.PROJECT / "tests" / "data" / "lists"
SAID = {
    "books": "讲怎样把代码写得让人读得懂，例子很多，读来轻松愉快。",
    "apps": "把截图钉在屏幕上的小工具，占用的内存很少，还能取色。",
    "tools": "Counts words in any number of files, and nothing else.",
}
ENTRIES = {
    "books": "- [{0}](https://github.com/example/{1}) - {2}",
    "apps": "| [{0}](https://github.com/example/{1}) | {2} |  |",
    "tools": "- [{0}](https://github.com/example/{1}) - {2}",
}


def adopted(server, root, name):
    """The list after `curate setup` in an empty clone, pushed."""
    root.mkdir()
    shutil.copy(PAGES / f"{name}.md", root / "README.md")
    for command in ("init -qb main", f"remote add origin git@github.com:{REPOSITORY}.git"):
        subprocess.run(["git", *command.split()], cwd=root, check=True)
    setup = [sys.executable, "-m", "bot", "-C", root, "setup", "--yes", "--action", ADOPTED, "--license", "CC0 1.0"]
    subprocess.run(setup, cwd=lists.PROJECT, check=True, capture_output=True)
    shutil.rmtree(root / ".git")  # the runner makes its own checkout
    lists.push(server, lists.files_of(root))
    server.as_person(OWNER).add_to_collaborators(MAINTAINER, "maintain")
    return Hands(server, root)


def filled(root, kind, **given):
    """The list's own form as somebody fills it in; answers by id, with _ for -."""
    parts = []
    for field in forms(root)[kind].fields:
        answer = given.get(field.id.replace("-", "_"), "None" if field.type == "dropdown" else "_No response_")
        if field.type == "checkboxes":
            answer = "\n".join(f"- [X] {option}" for option in field.options)
        parts.append(f"### {field.label}\n\n{answer}")
    return "\n\n".join(parts)


@pytest.mark.parametrize("name", ENTRIES)
def test_from_an_issue_to_the_merge(hub_server, tmp_path, name):
    hands = adopted(hub_server, tmp_path / "list", name)
    root = hands.runner.root
    there = lists.tree_of(hands.server)
    assert not any(path.startswith("bot/") or path == "action.yml" or path.endswith(".py") for path in there)
    section = forms(root)["new-entry"].fields[2].options[0]
    said = SAID[name]

    def entry(called, **more):
        link = f"https://github.com/example/{called.lower()}"
        answers = {"name": called, "link": link, "section": section, "description": said, **more}
        return filled(root, "new-entry", **answers)

    first = hands.opens(entry("Gamma", link="没有网址"))
    assert hands.pull(first) is None
    hands.edits(first, entry("Gamma"))
    assert (hands.pull(first).draft, hands.pull(first).mergeable, hands.pull(first).changed_files) == (False, True, 2)

    second = hands.opens(entry("Delta"))
    hands.merges(first)
    assert hands.pull(second).mergeable, "rebuilt on what was merged"
    hands.merges(second)

    for number in (first, second):
        assert hands.pull(number).merged
        assert hands.owner.get_issue(number).state == "closed"
    page = lists.texts_of(hands.server)["README.md"]
    for called in ("Gamma", "Delta"):
        assert ENTRIES[name].format(called, called.lower(), said) in page.splitlines()
    assert page.splitlines()[0] == (PAGES / f"{name}.md").read_text("utf-8").splitlines()[0]

    problem = forms(root)["fix-entry"].fields[1].options[0]
    fix = {"entry": "Gamma", "problem": problem, "link": "https://github.com/example/moved", "reason": "Moved."}
    third = hands.opens(filled(root, "fix-entry", **fix))
    assert hands.pull(third).mergeable
    hands.merges(third)
    assert "https://github.com/example/moved" in lists.texts_of(hands.server)["README.md"]

    hands.happens("pull_request", "opened", AUTHOR, pull_request={"number": 9, "head": {"ref": "x", "label": "a:x"}})
    assert "Summary - ### curate check" in hands.logs[0]
