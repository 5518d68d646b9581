"""The index on the disk says what a full check says, whatever has happened to the files or to the index meanwhile."""

import os
import sqlite3
from pathlib import Path

import pytest

from bot.edge import indexed
from bot.edge.indexed import asked
from bot.errors import CurateError, UnreadableCatalog
from bot.flows.check import check
from bot.flows.check_record import check_record

LIST = "title: 列表\nsections:\n- id: a\n  title: 甲\n- id: b\n  title: 乙\n"


TEXT = "收集潮位站每小时的读数，剔除坏的传感器，整理成干净的表格供人训练预报模型。"


def record(name, url="https://github.com/imoneoi/openchat", points_at=""):
    relations = ["relations:", f"- {{type: based-on, record: {points_at}}}"] if points_at else []
    lines = [f"name: {name}", "kind: model", "links:", f"- url: {url}", *relations, f"description: {TEXT}", ""]
    return "\n".join(lines)


FILES = {
    "catalog/list.yml": LIST,
    "README.template.md": "# {{ list.title }}\n",
    "catalog/a/openchat.yml": record("OpenChat"),
    "catalog/a/bayling.yml": record("BayLing"),
    "catalog/b/falcon.yml": record("Falcon", "https://github.com/falcon/falcon"),
    "catalog/b/plain.yml": record("Plain", "https://plain.example"),
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for path, text in FILES.items():
        write(tmp_path / "list", path, text)
    return tmp_path / "list"


def write(root, path, text):
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def agrees(root):
    """What is said of every record, alone and by a full check."""
    everything = check(root)
    for path in sorted(one.relative_to(root).as_posix() for one in root.glob("catalog/*/*.yml")):
        assert check_record(root, path) == [one for one in everything if Path(path).stem in one.records], path
    return everything


def kept(root) -> Path:
    (path,) = root.parent.glob("cache/curate/*.index")
    return path


@pytest.fixture
def filled(monkeypatch):
    """How often the index was filled from the whole catalog."""
    times = []
    fill = indexed.Index.fill
    monkeypatch.setattr(indexed.Index, "fill", lambda *given: (times.append(1), fill(*given))[1])
    return times


def rename(root):
    (root / "catalog/a/bayling.yml").rename(root / "catalog/b/bayling.yml")


CHANGES = [
    pytest.param(lambda _: None, id="nothing"),
    pytest.param(lambda root: write(root, "catalog/b/new.yml", record("OpenChat 2")), id="a new record"),
    pytest.param(lambda root: write(root, "catalog/b/plain.yml", record("OpenChat")), id="one changed"),
    pytest.param(lambda root: (root / "catalog/a/openchat.yml").unlink(), id="one removed"),
    pytest.param(rename, id="one moved"),
    pytest.param(lambda root: write(root, "catalog/list.yml", LIST.replace("乙", "最新动态")), id="another title"),
    pytest.param(
        lambda root: write(
            root, "catalog/b/plain.yml", record("X", "https://x.example", "falcon")
        ),
        id="a relation",
    ),
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_one_change_is_taken_in(root, filled, change):
    assert agrees(root)
    change(root)
    agrees(root)
    assert len(filled) == 1


def test_other_sections_begin_anew(root, filled):
    agrees(root)
    write(root, "catalog/list.yml", LIST + "- id: c\n  title: 丙\n")
    agrees(root)
    assert len(filled) == 2


def test_a_change_within_the_tick_of_a_clock_shows(root):
    path = root / "catalog/b/plain.yml"
    agrees(root)
    before = path.stat()
    write(root, "catalog/b/plain.yml", FILES["catalog/b/plain.yml"].replace("plain.example", "plaim.example"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert asked(root, lambda index: [one.links[0].url for one in index.named("plain").values()]) == [
        "https://plaim.example"
    ]


@pytest.mark.parametrize("spoil", [
    pytest.param(lambda path: path.unlink(), id="deleted"),
    pytest.param(lambda path: path.write_bytes(path.read_bytes()[:5000]), id="cut short"),
    pytest.param(lambda path: path.write_bytes(b"no database at all" * 100), id="something else"),
    pytest.param(lambda path: sqlite3.connect(path).execute("DROP TABLE word"), id="in part"),
])  # fmt: skip
def test_a_spoilt_index_is_made_anew(root, spoil):
    agrees(root)
    spoil(kept(root))
    agrees(root)


def test_where_nothing_can_be_kept_it_works_all_the_same(root, monkeypatch):
    write(root.parent, "no-folder", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(root.parent / "no-folder"))
    agrees(root)


MISTAKES = [
    pytest.param("catalog/b/plain.yml", "name: [", id="unreadable"),
    pytest.param("catalog/b/plain.yml", record("X", "https://x.example", "no"),
                 id="dangling"),
    pytest.param("catalog/c/plain2.yml", record("X", "https://x.example"), id="unknown section"),
    pytest.param("catalog/a/plain.yml", record("X", "https://x.example"), id="slug twice"),
    pytest.param("catalog/a/stray.txt", "?", id="stray"),
    pytest.param("catalog/stray.txt", "?", id="stray above the sections"),
    pytest.param("catalog/empty/stray.txt", "?", id="stray with no record beside it"),
]  # fmt: skip


@pytest.mark.parametrize("path, text", MISTAKES)
def test_a_catalog_with_mistakes_has_no_index_and_yet_each_record_its_findings(root, path, text):
    agrees(root)
    write(root, path, text)
    with pytest.raises(UnreadableCatalog):
        asked(root, str)
    found = check_record(root, "catalog/a/openchat.yml")
    assert [one.code for one in found] == ["LNK003"]
    if path.endswith(".yml"):
        assert check_record(root, path)
    (root / path).unlink()
    write(root, "catalog/b/plain.yml", FILES["catalog/b/plain.yml"])
    agrees(root)


def test_what_others_point_at_is_missed(root):
    relation = record("X", "https://x.example", "falcon")
    write(root, "catalog/b/plain.yml", relation)
    agrees(root)
    (root / "catalog/b/falcon.yml").unlink()
    with pytest.raises(UnreadableCatalog):
        asked(root, str)


def test_a_file_that_is_no_record(root):
    with pytest.raises(CurateError, match="没有这条记录"):
        check_record(root, "catalog/a/nothing.yml")
