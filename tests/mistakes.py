"""Every kind of mistake in a record, as a table both the loader and the JSON Schema are held to.

An entry: id, the text of catalog/models/x.yml, then per mistake (line, column, kind, message, fix).
"""

import pytest

OK = "name: X\nkind: model\nlinks:\n  - url: https://example.com\ndescription: 介绍。\n"
MISSING_KIND = "请补上“kind: …”（条目类别）"

# Seen when the values are read: the schema must refuse these too.
VALUES = [
    ("unknown field", OK + "nmae: X\n", [(6, 1, "unknown-key", "不认识的字段“nmae”", "是不是想写“name”")]),
    ("unknown field known by another name", OK + "title: X\n",
     [(6, 1, "unknown-key", "不认识的字段“title”", "是不是想写“name”")]),
    ("unknown field far from all", OK + "价格: 1\n", [(6, 1, "unknown-key", "不认识的字段“价格”", "可用的字段：name、kind、")]),
    ("escape sequence in a field's name", OK + '"\\e[2J": 1\n', [(6, 1, "unknown-key", "“\\x1b[2J”", "可用的字段")]),
    ("unknown field of a link", OK.replace("url: https", "herf: https"),
     [(4, 5, "unknown-key", "“herf”", "可用的字段：url"), (4, 5, "missing", "缺少必填字段“url”", "请补上“url: …”")]),
    ("missing name", OK.replace("name: X\n", ""), [(1, 1, "missing", "缺少必填字段“name”", "请补上“name: …”")]),
    ("missing kind", OK.replace("kind: model\n", ""), [(1, 1, "missing", "缺少必填字段“kind”", MISSING_KIND)]),
    ("missing description", OK.replace("description: 介绍。\n", ""),
     [(1, 1, "missing", "缺少必填字段“description”", "请补上“description: |”")]),
    ("empty name", OK.replace("X", '""'), [(1, 7, "missing", "“name”是空的", "请填写")]),
    ("blank name", OK.replace("X", '" "'), [(1, 7, "missing", "“name”是空的", "请填写")]),
    ("name that is null", OK.replace("X", "~"), [(1, 7, "missing", "“name”是空的", "请填写")]),
    ("nothing after the colon", OK + "added:\n", [(6, 7, "missing", "“added”是空的", "请填写；不是必填的，也可以整行删去")]),
    ("an empty item", OK + "aliases:\n  - Y\n  -\n", [(8, 4, "missing", "“aliases”里有一项是空的", "整行删去")]),
    ("name over two lines", OK.replace("X", "|\n  X\n  Y"), [(1, 7, "type", "“name”只能写一行", "请把换行删去")]),
    ("name with an invisible line end", OK.replace("X", '"X\\u2028Y"'), [(1, 7, "type", "只能写一行", "换行")]),
    ("name that is a list", OK.replace("name: X", "name: [X]"),
     [(1, 7, "type", "“name”应当是一段文字，这里却是列表", "请只写一个值")]),
    ("name that is a mapping", OK.replace("name: X", "name: {x: X}"), [(1, 7, "type", "这里却是带字段的内容", "只写一个值")]),
    ("kind in Chinese", OK.replace("kind: model", "kind: 数据集"),
     [(2, 7, "choice", "“kind”的值“数据集”不在可选项里", "是不是想写“dataset”")]),
    ("kind misspelt", OK.replace("kind: model", "kind: modle"), [(2, 7, "choice", "“modle”", "是不是想写“model”")]),
    ("kind unknown", OK.replace("kind: model", "kind: 火箭"), [(2, 7, "choice", "“火箭”", "可选：model、multimodal、")]),
    ("no such day", OK + "added: 2023-02-30\n", [(6, 8, "date", "“added”的日期“2023-02-30”无效", "年-月-日，如 2023-08-14")]),
    ("date the Chinese way", OK + "added: 2023年8月14日\n", [(6, 8, "date", "“2023年8月14日”无效", "应为 2023-08-14")]),
    ("date with slashes", OK + "added: 2023/8/14\n", [(6, 8, "date", "“2023/8/14”", "应为 2023-08-14")]),
    ("date in full-width digits", OK + "added: ２０２３-０８-１４\n", [(6, 8, "date", "无效", "应为 2023-08-14")]),
    ("a time", OK + "added: 2023-08-14T00:00:00Z\n", [(6, 8, "date", "无效", "请写成年-月-日")]),
    ("order that is a word", OK + "order: first\n", [(6, 8, "type", "“order”应当是整数，这里却是“first”", "请写不超过九位")]),
    ("order too large", OK + "order: 1234567890\n", [(6, 8, "type", "应当是整数", "不超过九位")]),
    ("status unknown", OK + "status: gone\n", [(6, 9, "choice", "“gone”不在可选项里", "可选：active、withdrawn")]),
    ("address without scheme", OK.replace("https://", ""),
     [(4, 10, "url", "“example.com”不是完整网址", "以 https:// 开头")]),
    ("address with a blank", OK.replace("example.com", "example.com/a b"), [(4, 10, "url", "不是完整网址", "不含空格")]),
    ("address with a line end", OK.replace("https://example.com", '"https://example.com\\n"'), [(4, 10, "url", "不是完整网址", "")]),
    ("empty address", OK.replace("https://example.com", '""'), [(4, 10, "missing", "“url”是空的", "请填写")]),
    ("script instead of an address", OK.replace("https://example.com", "javascript:alert(1)"), [(4, 10, "url", "", "")]),
    ("links that are one text", OK.replace("links:\n  - url:", "links:"),
     [(3, 8, "type", "“links”应当是列表", "请改成列表：每项另起一行，以“- ”开头")]),
    ("link that is a bare address", OK.replace("url: ", ""),
     [(4, 5, "type", "“links”的每一项应当带有字段名", "请写成“- url: …”")]),
    ("link type unknown", OK.replace("description", "    type: 论文\ndescription"),
     [(5, 11, "choice", "“type”的值“论文”", "是不是想写“paper”")]),
    ("relation to no slug", OK + "relations:\n  - type: part-of\n    record: ../list\n",
     [(8, 13, "slug", "“record”的值“../list”不合规", "只用小写字母、数字和连字符")]),
    ("relation without type", OK + "relations:\n  - record: y\n", [(7, 5, "missing", "缺少必填字段“type”", "请补上“type: …”")]),
    ("waivers in a list", OK + "allow:\n  - dup001\n", [(7, 3, "type", "“allow”应当是“规则: 理由”", "请每行写一条，如“dup001: ")]),
    ("a waiver's reason in a list", OK + "allow:\n  dup001: [x]\n", [(7, 11, "type", "“dup001”应当是一段文字", "请只写一个值")]),
    ("everything at once", "nmae: X\nkind: x\nadded: 今天\nlinks:\n  - type: y\n    url: z\n", [
        (1, 1, "unknown-key", "", ""), (1, 1, "missing", "“name”", ""), (2, 7, "choice", "", ""),
        (3, 8, "date", "", ""), (5, 11, "choice", "", ""), (6, 10, "url", "", ""),
    ]),
]  # fmt: skip

# Seen by the YAML parser, or in how the text is written: no schema gets to see these.
TEXTS = [
    ("empty file", "", [(1, 1, "empty", "文件是空的", "请补上内容，或删除这个文件")]),
    ("blank file", " \n\n", [(1, 1, "empty", "文件是空的", "删除这个文件")]),
    ("only a comment", "# x\n", [(1, 1, "empty", "文件顶层不是“字段: 值”", "请从“name: 项目名”开始写")]),
    ("a list at the top", "- name: X\n", [(1, 1, "empty", "顶层不是“字段: 值”", "请从“name: 项目名”开始写")]),
    ("a text at the top", "GPT\n", [(1, 1, "empty", "顶层不是“字段: 值”", "name")]),
    ("field written twice", OK + "name: Y\n", [(6, 1, "duplicate-key", "字段“name”写了两次", "请合并成一处")]),
    ("waiver written twice", OK + "allow:\n  dup001: x\n  dup001: y\n", [(8, 3, "duplicate-key", "“dup001”写了两次", "合并")]),
    ("tab for indentation", OK.replace("  - url", "\t- url"), [(4, 1, "syntax", "缩进用了制表符（Tab）", "把 Tab 换成空格")]),
    ("tab in a block", "name: X\ndescription: |\n\t文字\n", [(3, 1, "syntax", "制表符", "换成空格")]),
    ("colon in a value", "name: X: Y\n", [(1, 8, "syntax", "此处不该出现“: ”", "给整个值加英文双引号")]),
    ("no colon", "name: X\nkind\n", [(3, 1, "syntax", "这一行缺少“: ”", "每个字段写作“字段: 值”")]),
    ("full-width colon", "name：X\nkind: model\n", [(2, 5, "syntax", "第 1 行的冒号是全角的", "英文冒号加一个空格")]),
    ("full-width colon further down", "name: X\nlinks:\n  - url：x\n    type: file\n",
     [(4, 9, "syntax", "第 3 行的冒号是全角的", "英文冒号加一个空格")]),
    ("open quotation", 'name: "X\nkind: model\n', [(3, 1, "syntax", "引号没有闭合", "请补上缺少的引号")]),
    ("text after a quotation", 'name: "X" Y\n', [(1, 11, "syntax", "缩进或结构有误", "请与上一个字段左对齐")]),
    ("open bracket", "name: X\naliases: [a, b\n", [(3, 1, "syntax", "方括号列表没有写完", "请补上“]”")]),
    ("open brace", "name: X\nallow: {a: b\n", [(3, 1, "syntax", "花括号没有写完", "请补上“}”")]),
    ("field set in too far", "name: X\n  kind: model\n", [(2, 7, "syntax", "此处不该出现“: ”", "")]),
    ("field set in too little", "  name: X\nkind: model\n", [(2, 1, "syntax", "这里多出了一段内容", "与上面的字段左对齐")]),
    ("list item beside its field", "aliases: - a\n", [(1, 10, "syntax", "“- ”不能写在这里", "请另起一行写“- ”")]),
    ("value that starts with @", "name: @x\n", [(1, 7, "syntax", "不能作为值的开头", "给整个值加英文双引号")]),
    ("value that starts with a backtick", "name: `x`\n", [(1, 7, "syntax", "不能作为值的开头", "双引号")]),
    ("value that starts with %", "name: %x\n", [(1, 7, "syntax", "不能作为值的开头", "双引号")]),
    ("backslash in double quotes", 'name: "C:\\data"\n', [(1, 10, "syntax", "反斜杠", "请改用单引号")]),
    ("text after a block mark", "description: | 文字\n", [(1, 16, "syntax", "“|”“>”后面多了内容", "文字从下一行开始")]),
    ("anchor", "name: &a X\n", [(1, 7, "syntax", "用了锚点与引用（& 和 *）", "请直接写出值")]),
    ("alias", "name: *a\n", [(1, 7, "syntax", "用了锚点与引用", "文字以 & * ! 开头时加引号")]),
    ("star for emphasis", "name: **X**\n", [(1, 8, "syntax", "“&”“*”后面不是名称", "给整个值加英文双引号")]),
    ("Python object", "name: !!python/object/apply:os.system [echo]\n",
     [(1, 7, "syntax", "用了类型标签（tag:yaml.org,2002:python/object/apply:os.system）", "请直接写出值")]),
    ("bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", [(1, 4, "syntax", "用了锚点与引用", "")]),
    ("merge key", "a: {b: c}\n<<: *a\n", [(2, 5, "syntax", "用了锚点与引用", "")]),
    ("too deep", "a: " + "[" * 60 + "]" * 60 + "\n", [(1, 43, "syntax", "嵌套太深", "记录最多四层")]),
    ("two documents", "name: X\n---\nname: Y\n", [(2, 1, "syntax", "一个文件里有不止一份 YAML 文档", "请删除“---”分隔线")]),
    ("a field that is a list", "[a]: b\n", [(1, 1, "syntax", "字段名不是文字", "字段名写在冒号前面，不加括号")]),
    ("control character", "name: 中文\x07\n", [(1, 9, "syntax", "含有 YAML 不允许的控制字符 U+0007", "请删除这个看不见的字符")]),
    ("null character", "name: X\nkind: 模\x00型\n", [(2, 8, "syntax", "U+0000", "删除")]),
    ("delete character", "name: X\x7f\n", [(1, 8, "syntax", "控制字符 U+007F", "删除")]),
    ("line separator", "name: X\nkind: a\u2028b\n", [(2, 8, "syntax", "少见的换行符 U+2028", "请换成普通换行或空格")]),
    ("next line", "name: X\x85\n", [(1, 8, "syntax", "少见的换行符 U+0085", "换成普通换行")]),
    ("old Mac line ends", "name: X\rkind: model\r", [(1, 8, "syntax", "少见的换行符 U+000D", "换成普通换行")]),
]  # fmt: skip

BYTES = [
    ("GBK", "name: 中文\n".encode("gbk"), [(1, 7, "encoding", "文件不是 UTF-8 编码", "请用编辑器另存为 UTF-8")]),
    ("GBK after Chinese in UTF-8", "name: 中文\nkind: 模".encode() + "型".encode("gbk"), [(2, 8, "encoding", "UTF-8", "另存为")]),
    ("UTF-16", OK.encode("utf-16"), [(1, 1, "encoding", "文件不是 UTF-8 编码", "")]),
    ("cut inside a character", "name: 中".encode()[:-1], [(1, 7, "encoding", "", "")]),
    ("an image", b"\x89PNG\r\n\x1a\n", [(1, 1, "encoding", "", "")]),
]  # fmt: skip


def table(entries):
    """The entries as pytest parameters, each under its id."""
    return [pytest.param(*entry[1:], id=entry[0]) for entry in entries]
