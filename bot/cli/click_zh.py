"""click's own words in Chinese.

click looks its messages up with `gettext.gettext` as it was when click was imported, and ships no translations;
a compiled catalogue would need a locale on every machine. So the look-up is put in its place before that import.
Messages as in click 8.x (core.py, decorators.py, exceptions.py, types.py); one not listed here stays English.
"""

from __future__ import annotations

import gettext

WORDS = {
    "Usage: ": "用法：",
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Error: {message}": "错误：{message}",
    "Show this message and exit.": "显示这份说明。",
    "Show the version and exit.": "显示版本。",
    "Missing command.": "缺少命令。",
    "No such command {name!r}.": "没有命令 {name!r}。",
    "No such option {name!r}.": "没有选项 {name!r}。",
    "No such option: {name}": "没有选项 {name}。",
    "Did you mean {possibility}?": "是不是想写 {possibility}？",
    "(Possible options: {possibilities})": "（相近的：{possibilities}）",
    "Missing argument": "缺少参数",
    "{missing}{param_hint}.{msg}": "{missing}{param_hint}。{msg}",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing parameter: {param_name}": "缺少参数：{param_name}",
    "Invalid value: {message}": "值不合适：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不合适：{message}",
    "Try '{command} {option}' for help.": "用法见“{command} {option}”。",
    "Aborted!": "已中止。",
    "Choose from:\n\t{choices}": "可选：{choices}",
    "default: {default}": "默认 {default}",
    "required": "必填",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "{name} {filename!r} does not exist.": "{name} {filename!r} 不存在。",
    "{name} {filename!r} is a file.": "{filename!r} 是文件，不是{name}。",
    "{name} {filename!r} is a directory.": "{filename!r} 是文件夹，不是{name}。",
    "{name} {filename!r} is not readable.": "{name} {filename!r} 无法读取。",
    "Option {name!r} does not take a value.": "选项 {name!r} 不带值。",
}
PLURALS = {
    "Option {name!r} requires an argument.": "选项 {name!r} 需要一个值。",
    "Got unexpected extra argument ({args})": "多出了参数（{args}）",
    "{value!r} is not {choice}.": "{value!r} 不在可选项里：{choice}。",
    "{value!r} is not one of {choices}.": "{value!r} 不在可选项里：{choices}。",
    "Possible option: {possibilities}": "相近的：{possibilities}",
    "(Possible option: {possibilities})": "（相近的：{possibilities}）",
    "Did you mean {possibility}?": "是不是想写 {possibility}？",
    "Did you mean one of: {possibilities}?": "是不是想写其中之一：{possibilities}？",
    "Option {name!r} requires {nargs} arguments.": "选项 {name!r} 需要 {nargs} 个值。",
}


def install() -> None:
    """Must run before click is imported."""
    english, english_plural = gettext.gettext, gettext.ngettext
    gettext.gettext = lambda message: WORDS.get(message) or english(message)
    gettext.ngettext = lambda msgid1, msgid2, n: PLURALS.get(msgid1) or english_plural(msgid1, msgid2, n)
