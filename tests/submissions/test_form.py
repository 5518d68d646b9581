"""A form file as data."""

import pytest

from bot.errors import CurateError
from bot.submissions.form import FormField, plain, read_form, slug_of

FORM = """\
name: 推荐
labels: 投稿, 新
body:
  - type: markdown
    attributes: {value: 你好}
  # 曾用标签：不是谁的
  - type: input
    id: name
    # 曾用标签：名 称、名字,称呼，叫法
    attributes: {label: " 项目  名称 ", description: "叫 什么"}
    validations: {required: true}
  - type: textarea
    attributes: {label: 代码 & 数据, render: python}
    validations: {required: "false"}
  - type: dropdown
    attributes: {label: 类别, multiple: true, options: [Yes, "", 甲]}
  - type: checkboxes
    attributes: {label: 类别, options: [{label: 我读过, required: true}, {label: 我愿意}]}
  - type: upload
    attributes: {label: "!!!"}
"""


def test_every_question():
    form = read_form(FORM, "f.yml")
    assert (form.file, form.name, form.labels) == ("f.yml", "推荐", ("投稿", "新"))
    assert form.fields == (
        FormField(
            "name",
            "input",
            "项目 名称",
            ("名 称", "名字", "称呼", "叫法"),
            required=True,
            given="name",
            about="叫 什么",
            line=7,
        ),
        FormField("代码_数据", "textarea", "代码 & 数据", render=True, line=12),
        FormField("类别", "dropdown", "类别", multiple=True, options=("Yes", "甲"), line=15),
        FormField("类别_2", "checkboxes", "类别", options=("我读过", "我愿意"), ticks=frozenset({"我读过"}), line=17),
        FormField("field", "textarea", "!!!", line=19),
    )


@pytest.mark.parametrize(("text", "where", "what"), [
    ("a: 1\nb: [\n", "f:3", "不是合法的 YAML"), ("- a", "f", "没有 body 列表"), ("body: x", "f", "没有 body 列表"),
    ("", "f", "没有 body 列表"),
])  # fmt: skip
def test_what_is_no_form(text, where, what):
    with pytest.raises(CurateError) as caught:
        read_form(text, "f")
    assert caught.value.where == where
    assert what in caught.value.what


@pytest.mark.parametrize(("text", "expected"), [(" a \n b ", "a b"), ("e\u0301", "é")])
def test_plain(text, expected):
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("label", "slug"), [("项目 名称", "项目_名称"), ("A_b-C", "a_b_c"), ("_a_", "a"), ("!!!", "field"), ("", "field")]
)
def test_slug_of(label, slug):
    assert slug_of(label) == slug
