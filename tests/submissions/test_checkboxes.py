"""Which boxes are ticked, however they are written."""

import pytest

from bot.submissions.checkboxes import read_ticks

OPTIONS = ("我读过", "甲 乙", "一 二 三 四 五 六 七 八 九")
LONG = "一\n二\n三\n四\n五\n六\n七\n八\n九"


@pytest.mark.parametrize(("text", "labels"), [
    *((f"{mark} [{tick}] 我读过", ("我读过",)) for mark in "-*+" for tick in "xX"),
    ("- [ ] 我读过", ()), ("- [] 我读过", ()), ("-[x] 我读过", ()), ("- [y] 我读过", ()), ("[x] 我读过", ()), ("1. [x] 我读过", ()),
    ("- [x]我读过", ()), ("- [x]", ("",)), ("  - [x]   我读过  ", ("我读过",)), ("- [x] 我读过\n- [x] 我读过", ("我读过",)),
    ("- [x] 甲\n乙", ("甲 乙",)), ("- [x] 甲\n\n乙", ("甲 乙",)), ("- [x] 甲\n丙", ("甲",)), ("- [x] 甲\n- [ ] 乙", ("甲",)),
    ("- [x] 别的\n- [x] 我读过", ("别的", "我读过")), (f"- [x] {LONG}", (OPTIONS[2],)), ("- [x] 我读过\n以上属实", ("我读过",)),
])  # fmt: skip
def test_ticks(text, labels):
    assert read_ticks(text, OPTIONS) == labels


@pytest.mark.parametrize(("length", "found"), [(499, True), (500, True), (501, False)])
def test_a_long_label_is_not_pieced_together(length, found):
    whole = "甲" * length + " 乙"
    assert (read_ticks("- [x] " + whole.replace(" ", "\n"), [whole]) == (whole,)) is found


@pytest.mark.parametrize(("lines", "found"), [(9, True), (10, False)])
def test_a_label_of_many_lines(lines, found):
    whole = " ".join("甲" * lines)
    assert (read_ticks("- [x] " + whole.replace(" ", "\n"), [whole]) == (whole,)) is found
