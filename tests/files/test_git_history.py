"""The history of a stranger's clone is read without running what its .git/config names."""

import subprocess

import pytest

from bot.files import git_history
from bot.files.git_history import checkout, file_at, versions

# What a clone's .git/config may have git run, and the value that it would have here.
PROGRAMS = {
    "gpg.program": "{}",
    "core.fsmonitor": "{}",
    "core.pager": "{}",
    "core.sshCommand": "{}",
    "core.hooksPath": "{}.hooks",
    "diff.external": "{}",
    "diff.evil.textconv": "{}",
    "diff.evil.command": "{}",
    "filter.evil.clean": "{}",
    "filter.evil.smudge": "{}",
    "filter.evil.process": "{}",
    "filter.evil.required": "true",
    "log.showSignature": "true",
    "alias.log": "!{}",
    "alias.ls-files": "!{}",
    "extensions.partialClone": "origin",
    "remote.origin.url": "ext::{} x",
    "remote.origin.promisor": "true",
    "protocol.ext.allow": "always",
    "credential.helper": "{}",
}


def git(root, *arguments, **more):
    identity = ["-c", "user.name=x", "-c", "user.email=x@y"]
    return subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True, **more).stdout


@pytest.fixture
def root(tmp_path):
    """Two commits of README.md, the last of them signed."""
    root = tmp_path / "list"
    root.mkdir()
    git(root, "init", "-q")
    (root / ".gitattributes").write_text("* diff=evil filter=evil\n", encoding="utf-8")
    for number in range(2):
        (root / "README.md").write_text(f"{number}\n", encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "-qm", str(number))
    signature = b"\n\n", b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n"
    signed = git(root, "cat-file", "commit", "HEAD").replace(*signature, 1)
    hashed = git(root, "hash-object", "-t", "commit", "-w", "--stdin", input=signed).decode().strip()
    git(root, "update-ref", "HEAD", hashed)
    return root


@pytest.fixture
def ran(root, tmp_path):
    """A file that appears once git ran a program that the clone's configuration names."""
    ran, program = tmp_path / "ran", tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho $0 $@ >> {ran}\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    hooks = tmp_path / "program.hooks"
    hooks.mkdir()
    for place in (hooks, root / ".git/hooks"):
        for name in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
            (place / name).symlink_to(program)
    for name, value in PROGRAMS.items():
        git(root, "config", name, value.format(program))
    ran.unlink(missing_ok=True)
    return ran


def test_no_program_of_the_clone_is_run(root, ran):
    (root / "README.md").write_text("2\n", encoding="utf-8")  # as long as before: git would have to read it
    assert list(versions(root, "README.md")) == ["1\n", "0\n"]
    assert file_at(root, "HEAD", "README.md") == b"1\n"
    assert checkout(root) == (frozenset({".gitattributes", "README.md"}), "", frozenset())
    assert not ran.exists()


def test_nothing_is_fetched_that_the_clone_lacks(root, ran):
    name = git(root, "rev-parse", "HEAD~1:README.md").decode().strip()
    (root / ".git/objects" / name[:2] / name[2:]).unlink()
    assert list(versions(root, "README.md")) == ["1\n"]
    assert not ran.exists()


def test_a_version_that_is_too_large_is_left_out(root, monkeypatch):
    monkeypatch.setattr(git_history, "LARGEST", 4)
    (root / "README.md").write_text("12345\n", encoding="utf-8")
    git(root, "commit", "-qam", "x")
    assert list(versions(root, "README.md")) == ["1\n", "0\n"]
    assert file_at(root, "HEAD", "README.md") is None


def test_new_files_are_those_that_the_main_branch_lacks(root):
    git(root, "update-ref", "refs/remotes/origin/HEAD", "HEAD")
    below = root / "below"
    below.mkdir()
    for name in ("committed", "staged", "untracked", "ignored"):
        (below / name).write_text(name, encoding="utf-8")
    (root / ".gitignore").write_text("ignored\n", encoding="utf-8")
    git(root, "add", "below/committed")
    git(root, "commit", "-qm", "x")
    git(root, "add", "below/staged")
    (root / "README.md").write_text("changed\n", encoding="utf-8")
    new = {f"below/{name}" for name in ("committed", "staged", "untracked")} | {".gitignore"}
    assert checkout(below) == (frozenset({".gitattributes", "README.md", *new}), "below/", frozenset(new))


def test_before_the_first_commit_every_file_is_new(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "a").write_text("", encoding="utf-8")
    git(tmp_path, "add", "a")
    assert checkout(tmp_path) == (frozenset({"a"}), "", frozenset({"a"}))


def test_without_git_there_is_no_checkout(tmp_path):
    assert checkout(tmp_path) is None
