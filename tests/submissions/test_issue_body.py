"""An issue's body is read by its form: what each answer becomes, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.submissions.form import Form, read_form
from bot.submissions.issue_body import BODY_LIMIT, parse

FORM = """
name: 示例
labels: [投稿]
body:
  - type: markdown
    attributes: {value: 你好}
  - type: input
    id: name
    attributes: {label: 名称}
    validations: {required: true}
  - type: input
    id: link
    # 曾用标签：网址、地址
    attributes: {label: 项目链接}
    validations: {required: true}
  - type: dropdown
    id: section
    attributes: {label: 小节, options: ["甲", "甲, 乙", "乙", "Yes"]}
  - type: dropdown
    id: tags
    attributes: {label: 标签, multiple: true, options: ["甲", "乙", "丙, 丁", "丙"]}
  - type: checkboxes
    id: promise
    attributes:
      label: 确认
      options: [{label: 我读过, required: true}, {label: 我愿意}]
  - type: textarea
    id: code
    attributes: {label: 代码, render: python}
  - type: textarea
    id: about
    attributes: {label: 介绍（可选）}
"""
FULL = {
    "名称": "甲项目",
    "项目链接": "https://a.example/x",
    "小节": "甲, 乙",
    "标签": "乙, 丙, 丁, 甲",
    "确认": "- [x] 我读过\n- [ ] 我愿意",
    "代码": "```python\nx = 1\n```",
    "介绍（可选）": "一段话",
}


@pytest.fixture(scope="module")
def form() -> Form:
    return read_form(FORM, "form.yml")


def body(**changes: str) -> str:
    return "\n\n".join(f"### {label}\n\n{text}" for label, text in {**FULL, **changes}.items())


def kinds(answers) -> list[tuple[str, str]]:
    return [(problem.field, problem.kind) for problem in answers.problems]


def test_a_full_form(form):
    answers = parse(body(), form)
    assert answers.fields == {
        "name": "甲项目",
        "link": "https://a.example/x",
        "section": "甲, 乙",
        "tags": ("乙", "丙, 丁", "甲"),
        "promise": ("我读过",),
        "code": "x = 1",
        "about": "一段话",
    }
    assert kinds(answers) == []


ANSWERS = {
    "no-response": ({"介绍（可选）": "_No response_"}, "about", None),
    "no-response-lower-case": ({"介绍（可选）": "_no response_"}, "about", None),
    "none-in-a-dropdown": ({"小节": "None"}, "section", None),
    "none-typed-into-an-input": ({"名称": "None"}, "name", "None"),
    "choice-with-other-blanks": ({"小节": "甲,乙"}, "section", "甲, 乙"),
    "choice-in-other-case": ({"小节": "yes"}, "section", "Yes"),
    "yes-stays-text": ({"小节": "Yes"}, "section", "Yes"),
    "one-of-several": ({"标签": "丙"}, "tags", ("丙",)),
    "several-empty": ({"标签": "_No response_"}, "tags", None),
    "ticks-upper-case": ({"确认": "- [X] 我读过\n- [X] 我愿意"}, "promise", ("我读过", "我愿意")),
    "ticks-without-space": ({"确认": "- [] 我愿意\n- [x] 我读过"}, "promise", ("我读过",)),
    "fence-kept-without-render": ({"介绍（可选）": "```\nx\n```"}, "about", "```\nx\n```"),
    "empty-fence-with-render": ({"代码": "```python\n\n```"}, "code", None),
    "render-without-fence": ({"代码": "x = 1"}, "code", "x = 1"),
    "unknown-heading-in-textarea": (
        {"介绍（可选）": "甲\n\n### 背景\n\n乙"},
        "about",
        "甲\n\n### 背景\n\n乙",
    ),
    "unknown-heading-after-input": ({"名称": "甲\n\n### 背景\n\n乙"}, "name", "甲"),
    "deeper-heading": ({"介绍（可选）": "#### 项目链接\n\n乙"}, "about", "#### 项目链接\n\n乙"),
    "label-in-mid-line": ({"介绍（可选）": "见 ### 项目链接"}, "about", "见 ### 项目链接"),
    "label-indented": ({"介绍（可选）": "见\n ### 项目链接"}, "about", "见\n ### 项目链接"),
    "label-in-a-fence": (
        {"介绍（可选）": "```\n### 项目链接\n\nx\n```"},
        "about",
        "```\n### 项目链接\n\nx\n```",
    ),
    "label-in-tildes": ({"介绍（可选）": "~~~md\n### 项目链接\n~~~"}, "about", "~~~md\n### 项目链接\n~~~"),
    "label-in-four-backticks": (
        {"介绍（可选）": "````\n```\n### 项目链接\n```\n````"},
        "about",
        "````\n```\n### 项目链接\n```\n````",
    ),
    "later-label-in-a-fence": ({"代码": "```\n### 介绍（可选）\n```"}, "about", "一段话"),
    "tasks-in-textarea": ({"介绍（可选）": "- [x] 甲\n- [ ] 乙"}, "about", "- [x] 甲\n- [ ] 乙"),
}


@pytest.mark.parametrize("case", ANSWERS.values(), ids=ANSWERS)
def test_one_answer_changed(form, case):
    changes, field, expected = case
    answers = parse(body(**changes), form)
    assert answers.fields[field] == expected
    assert answers.fields["link"] == "https://a.example/x"
    assert kinds(answers) == []


REFUSED = {
    "required-empty": ({"名称": "_No response_"}, [("name", "required")]),
    "unknown-option": ({"小节": "丁"}, [("section", "unknown-option")]),
    "unknown-option-of-several": ({"标签": "甲, 戊"}, [("tags", "unknown-option")]),
    "unticked-after-an-edit": ({"确认": "- [ ] 我读过"}, [("promise", "unticked")]),
    "tick-of-ones-own": ({"确认": "- [x] 我读过\n- [x] 我随便"}, [("promise", "unknown-option")]),
    "own-label-again": ({"介绍（可选）": "甲\n\n### 介绍（可选）\n\n乙"}, [("about", "ambiguous")]),
    "earlier-label-again": (
        {"介绍（可选）": "甲\n\n### 项目链接\n\nhttps://evil.example"},
        [("link", "ambiguous")],
    ),
    "later-label-before": ({"代码": "x\n\n### 介绍（可选）\n\ny"}, [("about", "ambiguous")]),
}


CHOICES = {
    "near": ("模型", "请把“### 类别”下面的那一行改成最接近的“语言模型”或“多模态模型”，或者另选：“数据集”、“一、其他”"),
    "within": ("其他", "改成最接近的“一、其他”，或者另选"),
    "far": ("咖啡", "“类别”里没有“咖啡”这个选项；请把“### 类别”下面的那一行改成其中之一：“语言模型”、“多模态模型”、"),
    "two": ("语言模型、数据集", "“类别”只能选一项，写的是“语言模型、数据集”；"),
    "none": ("_No response_", "“类别”是必填项，还没有填；请把“### 类别”下面的那一行改成其中之一：“语言模型”、"),
}
CHOICE = """
body:
  - {type: input, id: name, attributes: {label: 名称}}
  - type: dropdown
    id: kind
    attributes: {label: 类别, options: [语言模型, 多模态模型, 数据集, "一、其他"]}
    validations: {required: true}
"""


@pytest.mark.parametrize("case", CHOICES.values(), ids=CHOICES)
def test_what_to_write_instead_of_no_option(case):
    text, said = case
    answers = parse(f"### 名称\n\n甲\n\n### 类别\n\n{text}", read_form(CHOICE))
    (problem,) = answers.problems
    assert said in problem.message
    assert answers.unread == ({} if text == "_No response_" else {"kind": text})


DAMAGED = {
    "colon": ("### 名称", "### 名称："),
    "narrow-colon": ("### 项目链接", "### 项目链接:"),
    "traditional": ("### 项目链接", "### 項目鏈接"),
    "both": ("### 标签", "### 標籤："),
}


@pytest.mark.parametrize("case", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_heading_is_still_one(form, case):
    assert parse(body().replace(*case), form) == parse(body(), form)


def test_a_damaged_heading_beside_the_whole_one_is_text(form):
    about = "甲\n\n### 项目链接：\n\n乙"
    answers = parse(body(**{"介绍（可选）": about}), form)
    assert (answers.fields["about"], kinds(answers)) == (about, [])


LOST = {
    "required": (["### 项目链接"], {"name": "甲项目", "link": None}, [("link", "required")]),
    "optional-with-its-answer": (["### 小节"], {"link": "https://a.example/x"}, [("section", "required")]),
    "two": (["### 小节", "### 标签"], {"link": "https://a.example/x"}, [("section", "required"), ("tags", "required")]),
    "optional-without-answer": (["### 标签\n\n乙, 丙, 丁, 甲"], {"section": "甲, 乙", "tags": None}, []),
}


def test_a_heading_in_another_language_is_a_lost_one(form):
    answers = parse(body().replace("### 标签", "### Tags"), form)
    assert (answers.fields["section"], answers.fields["tags"]) == ("甲, 乙", None)
    assert kinds(answers) == [("tags", "required")]


@pytest.mark.parametrize("case", LOST.values(), ids=LOST)
def test_a_lost_heading_is_named_and_breaks_no_other_answer(form, case):
    gone, fields, expected = case
    text = body()
    for heading in gone:
        text = text.replace(heading, "")
    answers = parse(text, form)
    assert kinds(answers) == expected
    assert fields.items() <= answers.fields.items()
    assert all("这一行，请补上" in problem.message for problem in answers.problems)


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_what_is_refused(form, case):
    changes, expected = case
    answers = parse(body(**changes), form)
    assert kinds(answers) == expected
    assert answers.fields["link"] != "https://evil.example"


def test_unclosed_fence_loses_nothing(form):
    answers = parse(body(代码="```python\n没有写完"), form)
    assert answers.fields["about"] == "一段话"
    assert kinds(answers) == []


def test_two_unclosed_fences_of_an_earlier_textarea(form):
    answers = parse(body(标签="```\n甲", 代码="```python\n没有写完"), form)
    assert answers.fields["about"] == "一段话"


def test_former_and_shortened_labels(form):
    old = body().replace("### 项目链接", "### 地址").replace("### 介绍（可选）", "### 介绍")
    assert parse(old, form).fields == parse(body(), form).fields


def test_shortened_labels_of_two_questions_are_no_label():
    asked = [f"- {{type: input, attributes: {{label: 链接（{what}）}}}}" for what in ("官网", "论文")]
    form = read_form("\n".join(["body:", *asked]))
    assert parse("### 链接\n\nx", form).recognised == 0
    assert parse("### 链接（论文）\n\nx", form).fields == {"链接_官网": None, "链接_论文": "x"}


def test_reordered_form(form):
    parts = [f"### {label}\n\n{text}" for label, text in reversed(FULL.items())]
    assert parse("\n\n".join(parts), form).fields == parse(body(), form).fields


@pytest.mark.parametrize("ends", ["\r\n", "\r"], ids=["CRLF", "CR"])
def test_line_ends(form, ends):
    assert parse(body().replace("\n", ends), form) == parse(body(), form)


@pytest.mark.parametrize("text", ["", "   ", "谢谢！", "# 名称\n\nx", "###名称\n\nx"])
def test_not_a_form(form, text):
    answers = parse(text, form)
    assert kinds(answers) == [("", "not-a-form")]
    assert set(answers.fields.values()) == {None}


def test_a_heading_without_its_blank_is_none(form):
    about = "甲\n\n###项目链接：\n\n乙"
    assert parse(body(**{"介绍（可选）": about}), form).fields["about"] == about
    assert parse(body(名称="甲\n###乙"), form).fields["name"] == "甲\n###乙"


@pytest.mark.parametrize(("length", "read"), [(60, "x"), (61, None)])
def test_how_long_a_damaged_heading_may_be(length, read):
    label = "名" * length
    asked = read_form(f"body:\n- {{type: input, id: a, attributes: {{label: {label[1:]}}}}}\n")
    assert parse(f"### {label[1:]}：\n\nx", asked).fields == {"a": read}


def test_a_byte_order_mark(form):
    assert parse("\ufeff" + body(), form) == parse(body(), form)


def test_no_blank_lines(form):
    assert parse(body().replace("\n\n", "\n"), form).fields == parse(body(), form).fields


def test_truncated_body_says_so(form):
    long = body(**{"介绍（可选）": "字" * BODY_LIMIT})[:BODY_LIMIT]
    assert ("", "truncated") in kinds(parse(long, form))
    assert kinds(parse(long[:-1], form)) == []


def test_tick_box_labels_over_several_lines():
    form = read_form('body: [{type: checkboxes, id: a, attributes: {label: 确认, options: [{label: "甲\\n乙"}]}}]', "f")
    answers = parse("### 确认\n\n- [x] 甲\n乙\n\n以上属实", form)
    assert answers.fields == {"a": ("甲 乙",)}


def test_a_field_cut_off_is_missing(form):
    short = body().split("### 小节")[0]
    assert kinds(parse(short, form)) == [("promise", "unticked")]


def test_questions_without_id_are_named_after_their_label():
    bare = read_form("body:\n- type: input\n  attributes: {label: 项目 名称}\n", "f")
    assert parse("### 项目 名称\n\nx", bare).fields == {"项目_名称": "x"}


PIECES = st.sampled_from(
    [
        *(f"### {label}" for label in FULL),
        "```",
        "~~~",
        "````python",
        "- [x] 我读过",
        "甲, 乙",
        "_No response_",
        "",
        "文字",
    ]
)


@given(st.lists(PIECES | st.text(max_size=20), max_size=60).map("\n".join))
def test_any_body_is_answered(text):
    form = read_form(FORM, "f")
    answers = parse(text, form)
    assert set(answers.fields) == {field.id for field in form.fields}


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\r"), max_size=300))
def test_what_was_typed_last_comes_back_or_is_refused(value):
    form = read_form(FORM, "f")
    answers = parse(body(**{"介绍（可选）": value}), form)
    typed = value.strip()
    assert answers.problems or answers.fields["about"] == (None if typed.lower() in ("", "_no response_") else typed)


@pytest.mark.parametrize("line", ["### 名称", "### 介绍（可选）", "```", "- [x] a", "甲, ", "- [x] a\nb"], ids=repr)
def test_the_longest_body_ends(form, line):
    text = (line + "\n") * (BODY_LIMIT // (len(line) + 1))
    parse(body(标签=text.replace("\n", "")), form)
    parse(body(确认=text), form)
    assert set(parse(text, form).fields) == {field.id for field in form.fields}


TWO = """
name: 示例
body:
  - type: textarea
    id: about
    attributes: {{label: 介绍}}
  - type: input
    id: link
    attributes: {{label: 链接}}
    validations: {{required: {required}}}
"""


@pytest.mark.parametrize(("required", "about"), [
    ("true", "一段话"),
    ("false", "一段话\n\n### 别的\n\nhttps://a.example"),
])  # fmt: skip
def test_a_long_answer_ends_at_an_unknown_heading_only_where_a_required_one_is_missing(required, about):
    asked = read_form(TWO.format(required=required), "form.yml")
    assert parse("### 介绍\n\n一段话\n\n### 别的\n\nhttps://a.example", asked).fields["about"] == about


@pytest.mark.parametrize("required", ["true", "false"])
def test_a_long_answer_keeps_its_own_headings_where_the_next_question_is_there(required):
    asked = read_form(TWO.format(required=required), "form.yml")
    answers = parse("### 介绍\n\n一段话\n\n### 别的\n\n还有\n\n### 链接\n\nhttps://a.example", asked)
    assert answers.fields == {"about": "一段话\n\n### 别的\n\n还有", "link": "https://a.example"}
