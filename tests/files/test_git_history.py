"""The history of a stranger's clone is read without running what its .git/config names."""

import subprocess

from bot.files.git_history import versions


def git(root, *arguments):
    identity = ["-c", "user.name=x", "-c", "user.email=x@y"]
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)


def test_no_program_of_the_clone_is_run(tmp_path):
    root, ran = tmp_path / "list", tmp_path / "ran"
    root.mkdir()
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho $0 $@ >> {ran}\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    git(root, "init", "-q")
    (root / ".gitattributes").write_text("* diff=evil filter=evil\n", encoding="utf-8")
    for number in range(2):
        (root / "README.md").write_text(f"{number}\n", encoding="utf-8")
        git(root, "add", ".")
        git(root, "commit", "-qm", str(number))
    commit = subprocess.run(["git", "-C", root, "cat-file", "commit", "HEAD"], check=True, capture_output=True).stdout
    signed = commit.replace(
        b"\n\n", b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n", 1
    )
    hashed = subprocess.run(
        ["git", "-C", root, "hash-object", "-t", "commit", "-w", "--stdin"], input=signed, check=True, capture_output=True
    ).stdout.decode().strip()  # fmt: skip
    git(root, "update-ref", "HEAD", hashed)
    for name in (
        "gpg.program",
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
    ):
        git(root, "config", name, str(program))
    git(root, "config", "log.showSignature", "true")
    ran.unlink(missing_ok=True)
    assert list(versions(root, "README.md")) == ["1\n", "0\n"]
    assert not ran.exists()
