"""The shipped issue forms are right, follow the catalog, and the mistakes a form can hold are named."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.catalog.model import Catalog, ListFile, SectionEntry
from bot.cli.main import cli
from bot.flows import forms
from bot.submissions.form import read_form
from bot.submissions.form_errors import form_mistakes
from bot.submissions.form_template import FORM_FOLDER
from bot.submissions.write_forms import filled, section_options

ROOT = Path(__file__).parents[2]
LIST = ListFile(
    "示例",
    sections=(
        SectionEntry("models", "一、模型"),
        SectionEntry("data", "二、数据", sections=(SectionEntry("qa", "问答"), SectionEntry("chat", "对话"))),
        SectionEntry("tools", "问答"),
    ),
)


def test_sections_that_are_only_split_are_no_choice():
    assert section_options(Catalog(LIST)) == {
        "一、模型": "models",
        "二、数据 / 问答": "data/qa",
        "二、数据 / 对话": "data/chat",
        "问答": "tools",
    }


def test_a_section_may_have_any_name():
    names = ("None", "Yes", "乙, 丙", "_No response_")
    listed = ListFile("t", sections=tuple(SectionEntry(f"s{at}", name) for at, name in enumerate(names)))
    assert list(section_options(Catalog(listed))) == ["None（s0）", "Yes", "乙, 丙", "_No response_（s3）"]


def test_generated_options_are_renewed_between_their_comments():
    old = "a\n    # 以下选项由 curate forms 生成：小节\n    - 旧\n    # 生成的选项到此为止\nb\n"
    assert filled(old, Catalog(ListFile("t", sections=(SectionEntry("x", "丙: 丁"),)))) == (
        'a\n    # 以下选项由 curate forms 生成：小节\n    - "丙: 丁"\n    # 生成的选项到此为止\nb\n'
    )


def test_the_shipped_forms_are_up_to_date():
    made = forms.look(ROOT)
    assert made.mistakes == ()
    assert not made.stale


@pytest.mark.parametrize("file", ["new-entry.yml", "fix-entry.yml"])
def test_every_question_has_what_a_contributor_needs(file):
    text = (ROOT / FORM_FOLDER / file).read_text()
    asked = read_form(text, file).fields
    assert all(field.given for field in asked)
    assert text.count("      description: ") == len(asked), "each question says why it is asked"


def test_check_mode_says_what_to_run(tmp_path):
    for part in ("catalog", ".github"):
        shutil.copytree(ROOT / part, tmp_path / part)
    file = tmp_path / FORM_FOLDER / "new-entry.yml"
    file.write_text(file.read_text().replace("        - 五、榜单篇\n", ""))
    stale = CliRunner().invoke(cli, ["-C", str(tmp_path), "forms", "--check"])
    assert stale.exit_code == 1
    assert "+        - 五、榜单篇" in stale.output
    assert CliRunner().invoke(cli, ["-C", str(tmp_path), "forms"]).exit_code == 0
    assert CliRunner().invoke(cli, ["-C", str(tmp_path), "forms", "--check"]).exit_code == 0


ONE = "body:\n- type: input\n  id: a\n  attributes: {label: 甲}\n"
WRONG = {
    "no-id": ("body:\n- type: input\n  attributes: {label: 甲}\n", 2, "没有 id"),
    "same-id": (ONE + "- type: input\n  id: a\n  attributes: {label: 乙}\n", 5, "id“a”用了两次"),
    "same-label": (ONE + "- type: input\n  id: b\n  attributes: {label: 甲}\n", 5, "标签“甲”用了两次"),
    "label-was-anothers": (
        ONE + "- type: input\n  id: b\n  # 曾用标签：甲\n  attributes: {label: 乙}\n",
        5,
        "标签“甲”用了两次",
    ),
    "option-none": (
        "body:\n- type: dropdown\n  id: a\n  attributes: {label: 甲, options: [乙, None]}\n",
        2,
        "选项叫 None",
    ),
    "option-twice": (
        "body:\n- type: dropdown\n  id: a\n  attributes: {label: 甲, options: [乙, 乙]}\n",
        2,
        "“乙”写了两次",
    ),
    "default-out-of-range": (
        "body:\n- type: markdown\n- type: dropdown\n  id: a\n  attributes: {label: 甲, options: [乙], default: 1}\n",
        3,
        "default 超出",
    ),
    "textarea-before-input": (
        ONE.replace("input", "textarea") + "- type: input\n  id: b\n  attributes: {label: 乙}\n",
        5,
        "排在多行文本框之后",
    ),
}


@pytest.mark.parametrize("case", WRONG.values(), ids=WRONG)
def test_mistakes_of_a_form(case):
    text, line, said = case
    found = form_mistakes(text, "f.yml")
    assert [(one.line, said in one.message) for one in found] == [(line, True)]


def test_a_sound_form_has_no_mistakes():
    assert form_mistakes(ONE, "f.yml") == []
