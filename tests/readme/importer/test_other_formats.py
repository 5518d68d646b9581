"""reStructuredText and CSV as the Markdown that stands on the same lines."""

import pytest

from bot.readme.importer.other_formats import as_markdown

RST = {
    "a title": ("列表\n====\n", "# 列表\n\n"),
    "a title below": ("一节\n----\n", "## 一节\n\n"),
    "any other line": ("一节\n~~~~\n", "### 一节\n\n"),
    "the shortest line": ("一节\n===", "# 一节\n"),
    "too short a line": ("一节\n==\n", "一节\n==\n"),
    "blanks behind the line": ("一节\n=== \n", "# 一节\n"),
    "words behind the line": ("一节\n=== x\n", "一节\n=== x\n"),
    "on the first line": ("===\n一节\n", "===\n一节\n"),
    "below nothing": ("\n===\n", "\n===\n"),
    "below blanks": ("  \n===\n", "  \n===\n"),
    "below what is set in": (" 一节\n===\n", " 一节\n===\n"),
    "below a tab": ("\t一节\n===\n", "\t一节\n===\n"),
    "below an item": ("* 甲\n===\n", "* 甲\n===\n"),
    "below another item": ("- 甲\n===\n", "- 甲\n===\n"),
    "below another line": ("====\n===\n", "====\n===\n"),
    "a blank at the title's end": ("一节 \n===\n", "# 一节\n\n"),
    "a link": ("* `甲 <https://a.cn>`_ 说明\n", "* [甲](https://a.cn) 说明\n"),
    "a link of its own": ("`甲 <https://a.cn>`__\n", "[甲](https://a.cn)\n"),
    "a link without its blank": ("`甲<https://a.cn>`_\n", "[甲](https://a.cn)\n"),
    "code": ("`甲 <https://a.cn>`\n", "`甲 <https://a.cn>`\n"),
    "a name without an address": ("`甲`_\n", "`甲`_\n"),
}
RST |= {f"a line of {sign}": (f"一节\n{sign * 4}\n", "### 一节\n\n") for sign in "~^\"'+*#:."}
RST |= {f"{text} is no link": (f"{text}\n", f"{text}\n") for text in [
    "`甲<乙 <https://a.cn>`_", "`甲>乙 <https://a.cn>`_", "`甲 <https://a cn>`_", "`甲 <https://a<cn>`_",
    "`甲 <https://a>cn>`_", "`甲 <https://a`cn>`_", "`甲 <>`_", "` <https://a.cn>`", "===x",
]}  # fmt: skip
RST["code before a link"] = ("`码` 与 `甲 <https://a.cn>`_\n", "`码` 与 [甲](https://a.cn)\n")
CSV = {
    "name, address, words": ("甲,https://a.cn,说明", "- [甲](https://a.cn) - 说明"),
    "the address first": ("https://a.cn,甲,说明", "- [甲](https://a.cn) - 说明"),
    "in quotes": ('"甲, 乙", https://a.cn, "说, 明"', "- [甲, 乙](https://a.cn) - 说, 明"),
    "two addresses": ("甲,https://a.cn,https://b.cn,说明", "- [甲](https://a.cn) - 说明 <https://b.cn>"),
    "an address alone": ("https://a.cn", "- [](https://a.cn) - "),
    "no address": ("名称,网址,说明", "名称,网址,说明"),
    "an address amid words": ("甲,见 https://a.cn", "甲,见 https://a.cn"),
    "words behind an address": ("甲,https://a.cn 起", "甲,https://a.cn 起"),
    "capitals": ("甲,HTTPS://a.cn", "- [甲](HTTPS://a.cn) - "),
    "no row at all": ("", ""),
    "a field longer than the reader takes": ("甲," + "x" * 200_000, "甲," + "x" * 200_000),
}


@pytest.mark.parametrize(("text", "markdown"), RST.values(), ids=RST)
def test_rst(text, markdown):
    expected = markdown if markdown.endswith("\n") or not text.endswith("\n") else markdown + "\n"
    assert as_markdown(text, ".rst").rstrip("\n") == expected.rstrip("\n")
    assert as_markdown(text, ".rst").count("\n") == text.count("\n")


@pytest.mark.parametrize(("text", "markdown"), CSV.values(), ids=CSV)
def test_csv(text, markdown):
    assert as_markdown(text, ".csv") == markdown


@pytest.mark.parametrize("suffix", [".md", "", ".txt"])
def test_anything_else_stays(suffix):
    text = "一节\n====\n甲,https://a.cn\n"
    assert as_markdown(text, suffix) == text
