"""`curate site`: a folder is made, made anew, or left alone."""

import subprocess

import pytest

from bot.web.facts_format import text_of
from tests.web.known import gone


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_site_is_written_and_written_again_alike(curate, tiny):
    assert curate("-C", tiny, "site").code == 0
    first = tree(tiny / "_site")
    assert {"index.html", "entries/qingque.html", "feed.xml", "list.json", "list.csv", "llms.txt"} <= first.keys()
    (tiny / "_site" / "entries" / "old.html").write_text("旧")
    assert curate("-C", tiny, "site").out == f"已写入 _site（{len(first)} 个文件）。\n"
    assert tree(tiny / "_site") == first
    assert [path.name for path in tiny.iterdir() if path.name.startswith("._site")] == []


@pytest.mark.parametrize("into", [".", "catalog"])
def test_a_folder_with_something_else_in_it_is_left_alone(curate, tiny, into):
    before = tree(tiny)
    said = curate("-C", tiny, "site", "--into", into)
    assert (said.code, "不会覆盖" in said.err) == (2, True)
    assert tree(tiny) == before


def test_facts_that_cannot_be_read_stop_it(curate, tiny):
    (tiny / "facts.json").write_text("{")
    assert curate("-C", tiny, "site", "--facts", "facts.json").code == 2
    assert not (tiny / "_site").exists()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "example.org"])
def test_an_address_must_be_one(curate, tiny, address):
    assert curate("-C", tiny, "site", "--address", address).code == 2


def test_an_address_stands_in_every_page(curate, tiny):
    curate("-C", tiny, "site", "--address", "https://a.example/list")
    assert 'rel="canonical" href="https://a.example/list/entries/qingque.html"' in (
        tiny / "_site/entries/qingque.html"
    ).read_text("utf-8")


def test_a_link_to_another_folder_is_not_followed(curate, tiny, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tiny / "_site").symlink_to(tmp_path / "elsewhere")
    assert curate("-C", tiny, "site").code == 2
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize("into", [".", "elsewhere"])
def test_an_empty_folder_may_be_written_to(curate, tiny, monkeypatch, into):
    (tiny / "elsewhere").mkdir()
    monkeypatch.chdir(tiny / "elsewhere")
    assert curate("-C", tiny, "site", "--into", tiny / "elsewhere" / "." if into == "." else into).code == 0
    assert (tiny / "elsewhere" / "index.html").exists()


def test_facts_come_from_the_patrols_branch(curate, tiny):
    url = (tiny / "catalog/models/baihe.yml").read_text("utf-8").partition("url: ")[2].partition("\n")[0]
    name = ["-c", "user.name=t", "-c", "user.email=t@example.com"]
    (tiny / "facts.json").write_text(text_of({url: gone()}), encoding="utf-8")
    for command in ("init -q", "checkout -q --orphan x", "add facts.json", "commit -qm x"):
        subprocess.run(["git", *name, *command.split()], cwd=tiny, check=True)
    (tiny / "facts.json").unlink()
    assert "失效" not in written(curate, tiny)
    branch = ["git", "update-ref", "refs/remotes/origin/curate/facts", "x"]
    subprocess.run(branch, cwd=tiny, check=True)
    assert "失效" in written(curate, tiny)


def written(curate, root):
    curate("-C", root, "site")
    return (root / "_site/entries/baihe.html").read_text("utf-8")
