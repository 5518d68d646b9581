"""What is said of one record is what a check of the whole catalog says of it."""

import shutil
from pathlib import Path

import pytest

from bot.errors import CurateError
from bot.flows.check import check, check_record

REPOSITORY = Path(__file__).parents[2]
LIST = "title: 列表\nkinds: {model: 语言模型}\nsections:\n- id: a\n  title: 甲\n- id: b\n  title: 乙\n"


TEXTS = {
    "BayLing": "把博物馆里的手写标签拍成照片，认出年代和产地，志愿者在手机上就能核对。",
    "Plain": "按纸张的纤维和水印给旧书定年，附一套可以自己补充的样张。",
    "X": "把电梯的震动声录下来，提前几天报告哪一根钢索该换了。",
    "Falcon": "听鸟鸣辨认种类，录音先去掉风声，再和标本馆的声音档案逐段比较。",
}
TEXT = "收集潮位站每小时的读数，剔除坏的传感器，整理成干净的表格供人训练预报模型。"


def record(name, url="https://github.com/imoneoi/openchat", points_at=""):
    relations = ["relations:", f"- {{type: based-on, record: {points_at}}}"] if points_at else []
    lines = [
        f"name: {name}",
        "kind: model",
        "links:",
        f"- url: {url}",
        *relations,
        f"description: {TEXTS.get(name, TEXT)}",
        "",
    ]
    return "\n".join(lines)


FILES = {
    "catalog/list.yml": LIST,
    "README.template.md": "# {{ list.title }}\n\n{% for section in sections %}{{ entries(section.path) }}{% endfor %}\n",
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
    everything = check(root).findings
    for path in sorted(one.relative_to(root).as_posix() for one in root.glob("catalog/*/*.yml")):
        assert list(check_record(root, path).findings) == [
            one for one in everything if Path(path).stem in one.records
        ], path
    return everything


def test_each_record_has_its_own_of_all_findings(root):
    assert agrees(root)


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
def test_a_catalog_with_mistakes_has_its_findings_for_each_record(root, path, text):
    write(root, path, text)
    found = check_record(root, "catalog/a/openchat.yml").findings
    assert [one.code for one in found] == ["LNK003"]
    if path.endswith(".yml"):
        assert check_record(root, path).findings
    (root / path).unlink()
    write(root, "catalog/b/plain.yml", FILES["catalog/b/plain.yml"])
    agrees(root)


def test_a_file_that_is_no_record(root):
    with pytest.raises(CurateError, match="没有这条记录"):
        check_record(root, "catalog/a/nothing.yml")


def test_a_record_that_is_a_link_is_told_as_one(tiny, curate):
    path = tiny / "catalog/models/linked.yml"
    path.symlink_to("/etc/hostname")
    said = curate("check", path)
    assert said.code == 1
    assert "CAT001 这是符号链接或特殊文件" in said.out


def test_a_section_that_the_page_leaves_out(tiny, curate):
    template = tiny / "README.template.md"
    template.write_text('# 列表\n\n{{ entries("models") }}\n', encoding="utf-8")
    forms = tiny / ".github/ISSUE_TEMPLATE"
    forms.mkdir(parents=True)
    shutil.copy(REPOSITORY / ".github/ISSUE_TEMPLATE/new-entry.yml", forms)
    curate("-C", tiny, "regen")
    curate("-C", tiny, "forms")
    said = curate("-C", tiny, "check")
    assert said.code == 1
    assert "CAT002 小节“corpora/dialogue”没有印在页面上" in said.out
    assert "“models”没有印" not in said.out
    alone = curate("-C", tiny, "check", "catalog/corpora/dialogue/duolun.yml")
    assert "CAT002" in alone.out
    offered = (forms / "new-entry.yml").read_text("utf-8")
    assert "模型" in offered
    assert "对话" not in offered.partition("生成：小节")[2].partition("生成的选项")[0]
