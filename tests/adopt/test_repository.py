"""Addresses of git remotes, and the bot at one commit."""

import pytest

from bot.adopt.licence import licence_of
from bot.adopt.repository import read_action, read_repository
from bot.adopt.workflow_files import WORKFLOWS, action_in, workflow


@pytest.mark.parametrize(("address", "url"), [
    ("git@github.com:owner/name.git", "https://github.com/owner/name"),
    ("https://github.com/owner/name", "https://github.com/owner/name"),
    ("https://github.com/owner/name.git/", "https://github.com/owner/name"),
    ("https://token@github.com/owner/name.js.git", "https://github.com/owner/name.js"),
    ("ssh://git@ssh.github.com:443/owner/name.git", "https://github.com/owner/name"),
    ("https://www.github.com/owner/name", "https://github.com/owner/name"),
    ("https://gitee.com/owner/name.git", "https://gitee.com/owner/name"),
    ("https://gitlab.com/group/sub/name.git", "https://gitlab.com/group/sub/name"),
])  # fmt: skip
def test_a_remote(address, url):
    assert read_repository(address).url == url


@pytest.mark.parametrize(
    "address", ["", "../other", "/srv/git/name.git", "file:///srv/name.git", "owner/name", "https://github.com/owner"]
)
def test_what_is_no_remote_of_the_web(address):
    assert read_repository(address) is None


@pytest.mark.parametrize(("address", "usable"), [
    ("git@github.com:o/n.git", True), ("https://gitee.com/o/n", False), ("https://github.com/a/b/c", False),
])  # fmt: skip
def test_where_forms_and_workflows_are_of_use(address, usable):
    assert read_repository(address).on_github is usable


@pytest.mark.parametrize(
    "text", ["o/r", "o/r@main", "o/r@v1.0.0", "o/r@" + "a" * 39, "r@" + "a" * 40, "o/r@" + "A" * 40]
)
def test_an_action_that_may_move(text):
    assert read_action(text) is None


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_bot_is_found_in_our_workflows_again(name):
    action = read_action(f"owner/curate@{'a' * 40}")
    text = workflow(name, action, "seed")
    assert action_in(iter(["on: push\n", text])) == str(action)
    assert not any(word in text for word in ("CURATE", "CRON", "CHECKOUT", "UPLOAD", "DEPLOY"))


def test_not_all_lists_run_at_one_minute():
    action = read_action(f"owner/curate@{'a' * 40}")
    assert len({workflow("links", action, f"owner/list-{n}") for n in range(20)}) > 10


@pytest.mark.parametrize(("text", "name"), [
    ("MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining", "MIT"),
    ("Creative Commons Legal Code\n\nCC0 1.0 Universal", "CC0 1.0"),
    ("Attribution 4.0 International", "CC BY 4.0"),
    ("Attribution-ShareAlike 4.0 International", "CC BY-SA 4.0"),
    ("All rights reserved.", ""),
])  # fmt: skip
def test_a_licence(text, name):
    assert licence_of(text) == name
