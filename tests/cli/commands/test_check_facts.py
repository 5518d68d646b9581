"""`curate check` with what `curate links` remembers: from a file, and from the branch of the patrol."""

import subprocess

import pytest

from bot.web.facts_format import text_of
from tests.web.known import gone


@pytest.fixture
def broken(tiny, curate):
    """The tiny list, one link of which is gone; its page is current."""
    record = tiny / "catalog" / "models" / "baihe.yml"
    url = record.read_text("utf-8").partition("url: ")[2].partition("\n")[0]
    curate("-C", tiny, "regen")
    return tiny, text_of({url: gone()}), url


def git(root, *arguments):
    name = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    subprocess.run(["git", *name, *arguments], cwd=root, check=True, capture_output=True)


def test_from_a_file(broken, curate):
    root, facts, url = broken
    (root / "facts.json").write_text(facts, encoding="utf-8")
    found = curate("-C", root, "check", "--facts", "facts.json")
    assert found.code == 1
    assert "LNK012" in found.out
    assert f"https://web.archive.org/web/{url}" in found.out
    assert found.err.startswith("链接的事实记到 2026-11-18")
    one = curate("-C", root, "check", "catalog/models/baihe.yml", "--facts", "facts.json")
    assert "LNK012" in one.out


def test_from_the_branch(broken, curate):
    root, facts, _ = broken
    git(root, "init", "-q", "-b", "main")
    (root / "facts.json").write_text(facts, encoding="utf-8")
    git(root, "checkout", "-q", "--orphan", "curate/facts")
    git(root, "add", "facts.json")
    git(root, "commit", "-qm", "x")
    (root / "facts.json").unlink()
    assert "LNK012" in curate("-C", root, "check").out
    git(root, "update-ref", "refs/remotes/origin/curate/facts", "curate/facts")
    git(root, "update-ref", "-d", "refs/heads/curate/facts")
    assert "LNK012" in curate("-C", root, "check").out


@pytest.mark.parametrize(
    "text, arguments, says",
    [
        pytest.param(None, (), "找不到事实文件", id="no file"),
        pytest.param("{", (), "事实文件无法解析", id="broken"),
        pytest.param('{"version": 99}', (), "更新的 curate", id="newer"),
        pytest.param("{}", ("--fix",), "--fix 不看链接的事实", id="with --fix"),
    ],
)
def test_what_cannot_be_used(tiny, curate, text, arguments, says):
    if text:
        (tiny / "facts.json").write_text(text, encoding="utf-8")
    found = curate("-C", tiny, "check", "--facts", "facts.json", *arguments)
    assert found.code == 2
    assert says in found.err


def test_without_facts_a_waiver_of_a_dead_link_is_not_called_unused(tiny, curate):
    record = tiny / "catalog" / "models" / "baihe.yml"
    record.write_text(record.read_text("utf-8") + "allow:\n  lnk012: 历史条目\n", encoding="utf-8")
    assert "ALW001" not in curate("-C", tiny, "check").out
