"""`curate new`: the form's questions on a terminal, or answers from a file."""

import shutil

import pytest
from click.testing import CliRunner
from worlds import FORMS, LIST, ROOT, TEMPLATE, World

from bot.catalog.write import list_text
from bot.cli.main import cli

ANSWERS = """\
name: Baichuan-7B
link: https://github.com/baichuan-inc/Baichuan-7B/
section: models
类别: 语言模型
aliases: [百川, Baichuan]
more-links:
  - https://huggingface.co/baichuan-inc/Baichuan-7B 模型权重
description: |
  百川智能发布的 70 亿参数中英双语模型，用 1.2 万亿词元训练，代码以 Apache-2.0 许可开放。
"""
TYPED = [
    "Baichuan-7B", "百度", "https://github.com/baichuan-inc/Baichuan-7B", "1", "1", "百川", "", "",
    "百川智能发布的 70 亿参数中英双语模型，用 1.2 万亿词元训练。", "代码以 Apache-2.0 许可开放。", "",
]  # fmt: skip


@pytest.fixture
def root(tmp_path):
    """The small list of the other tests, on disk."""
    for path, text in World().main.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    (tmp_path / "README.template.md").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "catalog/list.yml").write_text(list_text(LIST), encoding="utf-8")
    shutil.copytree(FORMS, tmp_path / FORMS.relative_to(ROOT))
    run(tmp_path, "regen", "--force")
    run(tmp_path, "forms")
    return tmp_path


def run(root, *arguments, typed=""):
    return CliRunner().invoke(cli, ["-C", str(root), *arguments], input=typed)


def test_answers_from_a_file(root):
    (root / "a.yml").write_text(ANSWERS, encoding="utf-8")
    done = run(root, "new", "--from", "a.yml")
    assert done.exit_code == 0, done.output
    assert "+name: Baichuan-7B" in done.output
    written = (root / "catalog/models/baichuan-7b.yml").read_text()
    assert "url: https://github.com/baichuan-inc/Baichuan-7B\n" in written
    assert "Baichuan-7B" in (root / "README.md").read_text()
    assert run(root, "regen", "--check").exit_code == 0


def test_a_section_left_open_is_asked_for(root):
    (root / "a.yml").write_text(ANSWERS.replace("models", "不确定，请维护者决定"), encoding="utf-8")
    done = run(root, "new", "--from", "a.yml")
    assert done.exit_code == 1
    assert "请选一个小节" in done.output
    assert not (root / "catalog/models/baichuan-7b.yml").exists()


def test_answers_typed(root):
    done = run(root, "new", typed="\n".join([*TYPED, "y"]) + "\n")
    assert done.exit_code == 0, done.output
    assert "这不是完整的网址" in done.output
    assert "训练。代码以" in (root / "catalog/models/baichuan-7b.yml").read_text()


def test_a_choice_may_be_in_words(root):
    done = run(root, "new", typed="\n".join([*TYPED[:3], "99", "模型", "语言模型", *TYPED[5:], "y"]) + "\n")
    assert done.exit_code == 0, done.output
    assert "请写 1 到 2 的序号，或选项里的文字" in done.output


def test_the_wrong_answer_is_asked_for_again(root):
    typed = [*TYPED[:7], "论文 2403.17297", "", *TYPED[8:], "https://arxiv.org/abs/2403.17297 论文", "", "y"]
    done = run(root, "new", typed="\n".join(typed) + "\n")
    assert done.exit_code == 0, done.output
    assert "https://arxiv.org/abs/2403.17297" in (root / "catalog/models/baichuan-7b.yml").read_text()


def test_what_was_typed_is_kept_for_another_day(root):
    done = run(root, "new", typed="\n".join(TYPED[:6]) + "\n")
    assert done.exit_code == 1
    assert "curate new --from curate-new.yml" in done.output
    assert "name: Baichuan-7B" in (root / "curate-new.yml").read_text()


def test_saying_no_writes_nothing(root):
    done = run(root, "new", typed="\n".join([*TYPED, "n"]) + "\n")
    assert done.exit_code == 1
    assert not (root / "catalog/models/baichuan-7b.yml").exists()


def test_a_duplicate_is_shown_before_the_rest_is_asked(root):
    done = run(root, "new", typed="别的名字\nhttps://github.com/clue-ai/ChatYuan/tree/main\nn\n")
    assert done.exit_code == 1
    assert "列表里已有：ChatYuan（catalog/models/chatyuan.yml）" in done.output
    assert "所属栏目" not in done.output


WRONG = {
    "missing": (ANSWERS.replace("name: Baichuan-7B\n", ""), 1, "“项目名称”是必填项"),
    "unknown-section": (
        ANSWERS.replace("section: models", "section: x"),
        1,
        "没有“x”，可写：一、模型、二、数据 / 对话",
    ),
    "unknown-question": (ANSWERS + "author: 我\n", 2, "没有“author”这个问题"),
    "no-yaml": ("a: [", 2, "不是合法的 YAML"),
    "no-mapping": ("- a", 2, "顶层不是"),
    "no-address": (ANSWERS.replace("https://github.com/baichuan-inc/Baichuan-7B/", "百度"), 1, "不是读者能打开的网址"),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_what_is_refused_writes_nothing(root, case):
    text, code, said = case
    (root / "a.yml").write_text(text, encoding="utf-8")
    before = sorted(path.name for path in root.rglob("*"))
    done = run(root, "new", "--from", "a.yml")
    assert (done.exit_code if code == 1 else 2) == code
    assert said in done.output + str(done.exception)
    assert sorted(path.name for path in root.rglob("*")) == before


PAGE = "# 好书单\n\n## 科学\n\n- [数学之美](https://github.com/books/math) - 讲搜索引擎背后的数学，适合中学生。\n"
BOOK = """\
name: 万历十五年
link: https://github.com/books/wanli
section: 科学
added: 2024-05-06
description: 从一年里的小事看一个王朝的制度，写得像小说。
"""


def test_a_list_without_forms_and_kinds(tmp_path):
    (tmp_path / "README.md").write_text(PAGE, encoding="utf-8")
    assert run(tmp_path, "import", str(tmp_path / "README.md")).exit_code == 0
    (tmp_path / "a.yml").write_text(BOOK, encoding="utf-8")
    done = run(tmp_path, "new", "--from", "a.yml")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "README.md").read_text(encoding="utf-8").splitlines()[5] == (
        "- [万历十五年](https://github.com/books/wanli) - 从一年里的小事看一个王朝的制度，写得像小说。"
    )
    (record,) = tmp_path.glob("catalog/*/wanli*.yml")
    assert "added: 2024-05-06\n" in record.read_text(encoding="utf-8")


def test_a_day_that_there_is_not(root):
    (root / "a.yml").write_text(ANSWERS + "added: 去年\n", encoding="utf-8")
    done = run(root, "new", "--from", "a.yml")
    assert done.exit_code != 0
    assert "2023-08-14" in str(done.exception)
