"""The list's files at a commit, also of a repository with more files than GitHub lists at once."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from bot.errors import CurateError
from bot.github.read_files import _blob, files_at

FILES = {
    "README.md": b"page",
    "catalog/list.yml": b"list",
    "catalog/models/a.yml": b"a",
    ".github/ISSUE_TEMPLATE/new-entry.yml": b"form",
}
OTHERS = {"docs/a.md": b"x", ".github/workflows/ci.yml": b"y", "catalogue/a.yml": b"z", "a/catalog/b.yml": b"b"}


@dataclass
class Repo:
    """GitHub's part: a tree is named by its folder, and one of more than `most` files is cut short."""

    most: int = 100
    full_name: str = "owner/list"
    asked: int = 0

    def get_git_tree(self, sha, recursive=False):
        self.asked += 1
        start = "" if sha == "commit" else f"{sha}/"
        inside = {path[len(start) :]: data for path, data in (FILES | OTHERS).items() if path.startswith(start)}
        if recursive:
            entries = [entry(path, data) for path, data in inside.items()][: self.most]
            return SimpleNamespace(tree=entries, truncated=len(inside) > self.most)
        files = [entry(path, data) for path, data in inside.items() if "/" not in path]
        folders = {path.partition("/")[0] for path in inside if "/" in path}
        trees = [SimpleNamespace(path=one, sha=f"{start}{one}", mode="040000", type="tree") for one in sorted(folders)]
        return SimpleNamespace(tree=[*files, *trees], truncated=False)

    def get_git_blob(self, sha):
        raise AssertionError("nothing differs: nothing is to be fetched")


def entry(path, data):
    return SimpleNamespace(path=path, sha=_blob(data), mode="100644", type="blob")


@pytest.fixture
def root(tmp_path):
    for path, data in (FILES | OTHERS).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


@pytest.mark.parametrize(("most", "asked"), [(100, 1), (8, 1), (7, 7)], ids=["listed", "just listed", "cut short"])
def test_a_checkout_that_agrees_is_used_as_it_is(root, most, asked):
    repo = Repo(most)
    with files_at(repo, "commit", root) as folder:
        assert folder == root
    assert repo.asked == asked


def test_a_folder_that_is_itself_too_large_is_told(root):
    with pytest.raises(CurateError) as told, files_at(Repo(most=1), "commit", root):
        pass
    assert str(told.value) == (
        "owner/list/catalog：文件太多，GitHub 一次列不全（上限是 10 万个，或列表本身 7 MB）。请把列表拆成几个仓库。"
    )


def test_folders_that_are_not_there_hold_nothing(root, monkeypatch):
    monkeypatch.delitem(FILES, ".github/ISSUE_TEMPLATE/new-entry.yml")
    (root / ".github/ISSUE_TEMPLATE/new-entry.yml").unlink()
    with files_at(Repo(most=5), "commit", root) as folder:
        assert folder == root
