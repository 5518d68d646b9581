"""What a YAML parser complains of, in Chinese, with the next step.

The messages are those of libyaml's scanner.c and parser.c, and of PyYAML's own parser where it words them otherwise.
"""

from __future__ import annotations

# What a parser says, or would say had it known where to look.
COLON = "mapping values are not allowed"
NO_COLON = "could not find expected ':'"
SET_IN = "set in too far"
TIGHT_DASH = "no blank after a dash"
OPEN_QUOTE = "found unexpected end of stream"
_QUOTE = "请给整个值加英文双引号"
_KNOWN = (
    (COLON, "此处不该出现“: ”", f"值里含有英文冒号加空格时，{_QUOTE}"),
    (SET_IN, "这一行缩进得太多", f"请与上一个字段左对齐；若是上一行文字的一部分，{_QUOTE}"),
    (TIGHT_DASH, "“-”后面少了一个空格", "请写成“- 字段: 值”，“-”后面空一格"),
    (NO_COLON, "这一行缺少“: ”", "每个字段写作“字段: 值”；多行文字用“|”，并整体缩进"),
    (
        "did not find expected key",
        "缩进或结构有误，这里应当是一个字段",
        "请与上一个字段左对齐；值里有英文引号时用单引号括住整个值",
    ),
    (
        "expected <block end>",
        "缩进或结构有误，这里应当是一个字段",
        "请与上一个字段左对齐；值里有英文引号时用单引号括住整个值",
    ),
    (OPEN_QUOTE, "引号没有闭合", "请补上缺少的引号"),
    ("found unexpected document indicator", "引号没有闭合", "请补上缺少的引号"),
    ("expected ',' or ']'", "方括号列表没有写完", "请补上“]”，或改写成每行一个“- ”"),
    ("expected ',' or '}'", "花括号没有写完", "请补上“}”，或改写成每行一个字段"),
    ("expected '-' indicator", "列表结构有误", "列表的每一项以“- ”开头，并且左对齐"),
    ("sequence entries are not allowed", "列表的“- ”不能写在这里", "请另起一行写“- ”，并且缩进"),
    ("mapping keys are not allowed", "“? ”不能写在这里", _QUOTE),
    ("cannot start any token", "此处的字符不能作为值的开头", _QUOTE),
    ("expected node content", "此处应当有一个值", "请补上值，或删去多余的逗号、冒号"),
    ("expected the node content", "此处应当有一个值", "请补上值，或删去多余的逗号、冒号"),
    ("unknown escape character", "双引号里有 YAML 不认识的反斜杠写法", "请改用单引号，或把反斜杠写两次"),
    ("hexdecimal number", "双引号里的“\\x”“\\u”后面不是十六进制数字", "请改用单引号，或把反斜杠写两次"),
    ("hexadecimal number", "双引号里的“\\x”“\\u”后面不是十六进制数字", "请改用单引号，或把反斜杠写两次"),
    ("invalid Unicode character escape", "双引号里的“\\u”写的不是一个字符", "请直接写出这个字"),
    ("alphabetic or numeric character", "“&”“*”后面不是名称", _QUOTE),
    ("comment or a line break", "“|”“>”后面多了内容", "“|”独占行尾，文字从下一行开始，整体缩进"),
    ("expected comment or line break", "“|”“>”后面多了内容", "“|”独占行尾，文字从下一行开始，整体缩进"),
    ("expected chomping or indentation", "“|”“>”后面多了内容", "“|”独占行尾，文字从下一行开始，整体缩进"),
    ("indentation indicator", "“|”“>”后面的数字不对", "“|”后面不必写数字，文字整体缩进两格即可"),
    ("indentation indicators", "“|”“>”后面的数字不对", "“|”后面不必写数字，文字整体缩进两格即可"),
    ("<document start>", "这里多出了一段内容", "请与上面的字段左对齐，或删去"),
    ("undefined tag handle", "以“!”开头的写法 YAML 不认识", _QUOTE),
    ("expected '!'", "以“!”开头的写法 YAML 不认识", _QUOTE),
    ("expected URI", "以“!”开头的写法 YAML 不认识", _QUOTE),
    ("tag URI", "以“!”开头的写法 YAML 不认识", _QUOTE),
    ("expected whitespace or line break", "这里少了一个空格", _QUOTE),
    ("expected directive name", "以“%”开头的行 YAML 不认识", "请删去这一行"),
    ("directive", "以“%”开头的行 YAML 不认识", "请删去这一行"),
    ("non-alphabetical character", "以“%”开头的行 YAML 不认识", "请删去这一行"),
    ("incompatible YAML document", "以“%”开头的行 YAML 不认识", "请删去这一行"),
)


def explain(problem: str) -> tuple[str, str]:
    """(what is wrong, what to do)."""
    for part, what, fix in _KNOWN:
        if part in problem:
            return what, fix
    return f"YAML 语法有误（{problem}）", "请对照相邻的记录检查缩进、引号与冒号"
