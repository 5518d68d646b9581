"""A unified diff as git shows it."""

from bot.text.diff import unified


def test_lines_that_differ():
    assert unified("a.md", "甲\n乙\n", "甲\n丙\n") == "--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n 甲\n-乙\n+丙\n"


def test_a_last_line_without_an_end():
    assert unified("a.md", "甲", "甲\n") == ("--- a/a.md\n+++ b/a.md\n@@ -1 +1 @@\n-甲\n\\ 文件末尾没有换行\n+甲\n")


def test_only_a_line_feed_ends_a_line():
    assert unified("a.md", "甲\x0b乙\n", "甲\x0b丙\n").count("\n") == 5


def test_nothing_differs():
    assert unified("a.md", "甲\n", "甲\n") == ""
