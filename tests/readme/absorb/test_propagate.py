"""A record whose whole story stands in another's text: it is not shown again, and follows what becomes of that text."""

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from bot.cli.main import cli

PAGE = """### 甲GPT

一个模型。其同时开源了一个评估集，共九类题目。

地址：https://huggingface.co/a/jia

评估集地址是：https://huggingface.co/datasets/a/Jia-Exam

### 旁人

地址：https://github.com/z/other
"""

PART = """name: Jia-Exam
links:
  - url: https://huggingface.co/datasets/a/Jia-Exam
    type: dataset
description: 其同时开源了一个评估集，共九类题目。
relations:
  - type: part-of
    record: jia
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(PAGE, encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", str(tmp_path / "old.md"), "--into", str(tmp_path)])
    assert done.exit_code == 0, done.output
    whole = next((tmp_path / "catalog").rglob("jia.yml"))
    whole.with_name("jia-exam.yml").write_text(PART, encoding="utf-8")
    return tmp_path


def part(home: Path) -> dict | None:
    file = next(iter((home / "catalog").rglob("jia-exam.yml")), None)
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file else None


def regen(home: Path) -> str:
    assert CliRunner().invoke(cli, ["-C", str(home), "regen"]).exit_code == 0
    return (home / "README.md").read_text(encoding="utf-8").partition("\n[//]")[0]


def test_what_its_whole_tells_is_not_shown_again(home: Path):
    assert regen(home) == PAGE


def test_with_words_of_its_own_it_is_shown(home: Path):
    file = next((home / "catalog").rglob("jia-exam.yml"))
    file.write_text(PART.replace("共九类题目", "九类题目，另有答案"), encoding="utf-8")
    assert "九类题目，另有答案" in regen(home)


EDITS: dict[str, tuple[Callable[[str], str], dict[str, str] | None]] = {
    "its sentence": (
        lambda page: page.replace("共九类", "共十类"),
        {"description": "其同时开源了一个评估集，共十类题目。"},
    ),
    "another sentence": (lambda page: page.replace("一个模型", "一个新模型"), {"name": "Jia-Exam"}),
    "its link": (lambda page: page.replace("Jia-Exam", "Jia-Quiz"), {"name": "Jia-Exam"}),
    "gone with its sentence": (lambda page: page.replace("其同时开源了一个评估集，共九类题目。", ""), None),
    "gone with its whole": (lambda page: page[page.index("### 旁人") :], None),
}


@pytest.mark.parametrize(("change", "expected"), [pytest.param(*case, id=name) for name, case in EDITS.items()])
def test_it_follows_an_edit_of_the_text(home: Path, change: Callable[[str], str], expected: dict[str, str] | None):
    wanted = change(regen(home))
    page = home / "README.md"
    page.write_text(change(page.read_text(encoding="utf-8")), encoding="utf-8")
    done = CliRunner().invoke(cli, ["-C", str(home), "absorb", "--yes"])
    assert done.exit_code == 0, done.output
    assert page.read_text(encoding="utf-8").partition("\n[//]")[0] == wanted
    record = part(home)
    assert expected.items() <= record.items() if record and expected else record is None
