"""Texts that have bitten writers of YAML: each must come back as it went in."""

AWKWARD = [
    "---", "...", "- x", "# x", "x # y", "x: y", "x:", ": x", "key: [a, b]", "{a: b}", "[a]", "&a", "*a", "!tag", "!!int 3",
    "|", ">", "| x", "%YAML", "@x", "`x`", "'x'", '"x"', "\\x", "a\\", "?", "? x", "-", "--", "<<", "=", "~", "null", "Null",
    "true", "NO", "on", "y", "1", "01", "0o17", "0x1F", "1_000", "1e5", "1.5", "-1", "+1", ".5", ".inf", "-.Inf", ".nan",
    "2023-08-14", "2023-08-14T10:00:00Z", "12:30:45", "190:20", "0b101", "1:2", "1,000", " x", "x ", "\tx", "x\t", "a\tb",
    "中文", "“引号”", "悟道·天鹰", "全角　空格", "：", "a：b", "😀", "👨\u200d👩\u200d👧", "é", "e\u0301", "\u200b", "\u202e", "\ufeffx",
    "a\x00b", "\x07", "\x1b[2J", "\x7f", "\x85", "\xa0", "\xad", "a\u2028b", "a\u2029b", "\ue000", "\ufffd", "\uffff",
    "𠮷野家", "\U0010ffff", "x" * 5000, "中" * 5000, "词 " * 3000, "http://a.b/c?d=e&f=g#h", "C:\\new\\table", "100%", "a'b\"c",
]  # fmt: skip
BLOCKS = [
    "a\nb", "a\n", "a\n\n", "a\n\n\n", "\na", "\n", "\n\n", " a\nb", "a\n b", "  a\n", "a \nb", "a\n \nb", "a\n\t\nb",
    "a\n\n b\n", "\ta\nb", "- a\n- b\n", "# a\nb", "---\na", "a\n---\nb\n", "a\n...\nb\n", "a: b\nc: d\n", "a\r\nb", "a\rb",
    "a\x85b\n", "a\u2028b\nc", "x" * 300 + "\n" + "y" * 3000, "```\n  code\n\n```\n", "| a |\n|---|\n", "中文\n\n- 一\n- 二\n",
    "😀\n😀", "a\x0bb\n", "\ufeffa\nb",
]  # fmt: skip
