"""Addresses of git remotes, and the bot at one commit."""

import pytest

from bot.adopt.licence import licence_of
from bot.adopt.repository import read_action, read_repository
from bot.adopt.workflow_files import WORKFLOWS, action_in, runs, workflow


@pytest.mark.parametrize(("address", "url"), [
    ("git@github.com:owner/name.git", "https://github.com/owner/name"),
    ("https://github.com/owner/name", "https://github.com/owner/name"),
    ("https://github.com/owner/name.git/", "https://github.com/owner/name"),
    ("https://token@github.com/owner/name.js.git", "https://github.com/owner/name.js"),
    ("ssh://git@ssh.github.com:443/owner/name.git", "https://github.com/owner/name"),
    ("https://www.github.com/owner/name", "https://github.com/owner/name"),
    ("https://gitee.com/owner/name.git", "https://gitee.com/owner/name"),
    ("https://gitlab.com/group/sub/name.git", "https://gitlab.com/group/sub/name"),
    ("git@github.com:9Owner-X/My_List.2-b.git", "https://github.com/9Owner-X/My_List.2-b"),
    ("user_1@git.example.org:o/n", "https://git.example.org/o/n"),
    ("git://github.com/o/n", "https://github.com/o/n"),
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


def test_the_bot_is_found_beside_other_inputs():
    sha = "0123456789abcdef0123456789abcdef01234567"
    step = (
        "      - uses: {} # v1\n        with:\n          token-1: x\n          folder_2: y\n          command: check\n"
    )
    assert action_in(iter([step.format(f"o/r@{sha}")])) == f"o/r@{sha}"
    assert (
        action_in(
            iter(
                [
                    step.format("o/r@main"),
                    "      - uses: actions/checkout@" + sha + "\n        with:\n          ref: x\n",
                ]
            )
        )
        == ""
    )


@pytest.mark.parametrize(("line", "name", "same"), [
    ("          command: check", "check", True), ("          command: check # it", "check", True), ("          command: patrol", "links", True),
    ("          command: site", "pages", True), ("          command: checks", "check", False), ("command: check", "check", False),
    ("          command: links", "links", False), ("          # command: check", "check", False),
])  # fmt: skip
def test_a_workflow_of_somebodys_own_that_does_the_same(line, name, same):
    assert runs(f"on: push\n{line}\n", name) is same


def test_not_all_lists_run_at_one_minute():
    action = read_action(f"owner/curate@{'a' * 40}")
    texts = {workflow("links", action, f"owner/list-{n}") for n in range(600)}
    assert len(texts) > 400
    crons = [line.split('"')[1].split() for text in texts for line in text.splitlines() if "cron:" in line]
    minutes, hours, days = ([cron[at] for cron in crons] for at in (0, 1, 4))
    assert {*minutes} == {*map(str, range(5, 55))}, "never on the hour, when GitHub is busiest"
    assert {*hours} == {*map(str, range(1, 13))}
    assert {*days} == {*map(str, range(7))}


def test_the_site_is_built_after_the_patrol():
    action = read_action(f"owner/curate@{'a' * 40}")
    links, site = ([*map(int, line.split('"')[1].replace("*", "0").split())] for name in ("links", "pages")
                   for line in workflow(name, action, "s").splitlines() if "cron:" in line)  # fmt: skip
    assert (site[0], site[1], site[4]) == (links[0], links[1] + 2, links[4])


@pytest.mark.parametrize(("text", "name"), [
    ("MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining", "MIT"),
    ("Creative Commons Legal Code\n\nCC0 1.0 Universal", "CC0 1.0"),
    ("Attribution 4.0 International", "CC BY 4.0"),
    ("Attribution-ShareAlike 4.0 International", "CC BY-SA 4.0"),
    ("Creative Commons Legal Code\n\nCC0", "CC0 1.0"),
    ("Attribution-NonCommercial 4.0 International", "CC BY-NC 4.0"),
    ("Attribution-NonCommercial-ShareAlike 4.0 International", "CC BY-NC-SA 4.0"),
    ("                Apache License\n           Version 2.0, January 2004", "Apache 2.0"),
    ("GNU GENERAL PUBLIC LICENSE\n  Version 3, 29 June 2007", "GPL 3.0"),
    ("GNU GENERAL PUBLIC LICENSE\n  Version 2, June 1991", "GPL 2.0"),
    ("This is free and unencumbered software released into the public domain.", "Unlicense"),
    ("All rights reserved.", ""),
    (" " * 2000 + "Attribution 4.0", ""),
])  # fmt: skip
def test_a_licence(text, name):
    assert licence_of(text) == name
