"""What Jinja 3.1 (lexer, parser, compiler, runtime, sandbox) and Python say of a template, in Chinese."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import nodes

_NAMES = "可用的名称见 docs/maintaining.md 的“模板”一节"
_SYNTAX = "请检查这一行的括号与标签"
_TOKENS = {
    "end of print statement": "}}",
    "begin of print statement": "{{",
    "end of statement block": "%}",
    "begin of statement block": "{%",
    "begin of comment": "{#",
    "end of comment": "#}",
    "template data / text": "文字",
    "end of template": "模板的结尾",
    "name": "名称",
    "string": "文字",
    "integer": "数字",
    "float": "数字",
}
_PAIRED = "autoescape|block|call|filter|for|if|macro|raw|set|with"
_INNER = r".*The innermost block that needs to be closed is '(\w+)'\."
_WIDE = "“”‘’（）［］【】｛｝，：。；％｜＝＋－！？"
# Sentence of Jinja's → what to say, and what to do where the bare advice for its kind does not help.
_SAID = (
    (r"'(\w+)' is undefined", r"没有“\1”这个名称", _NAMES),
    (r"'.*' (?:object )?has no attribute '(.*)'", r"没有“\1”这一项", _NAMES),
    (r".* has no element (.*)", r"没有“\1”这一项", _NAMES),
    (r"access to attribute '(.*)' of '.*' object is unsafe\.", r"模板里不允许用“\1”", _NAMES),
    (r"No filter named '(.*?)'.*", r"没有“\1”这个过滤器", "可用的过滤器见 Jinja 的文档"),
    (r"No test named '(.*?)'.*", r"没有“\1”这种判断", "is 后面可以写的判断见 Jinja 的文档"),
    (r"no loader for this environment specified", "模板里不能引入别的文件", "请把那个文件的内容写在这里"),
    (r"'.*' object is not callable", "这里调用的不是函数", "请去掉后面的括号"),
    (r"Encountered unknown tag '(elif|else)'.*", r"{% \1 %} 不在 {% if %} 里面", ""),
    (rf"Encountered unknown tag 'end({_PAIRED})'\..*but currently{_INNER}",
     r"{% end\1 %} 写早了，里面的 {% \2 %} 还没有结束", r"请先写 {% end\2 %}"),
    (rf"Encountered unknown tag 'end({_PAIRED})'\.{_INNER}",
     r"{% end\1 %} 与前面的 {% \2 %} 不配对", r"请先用 {% end\2 %} 结束 {% \2 %}"),
    (rf"Encountered unknown tag 'end({_PAIRED})'\..*",
     r"多出了 {% end\1 %}，前面没有与它配对的 {% \1 %}", "请删去它，或补上开头的标签"),
    (rf"Encountered unknown tag '(\w+)'\.{_INNER}", r"没有“\1”这种标签", r"请改正它；结束 {% \2 %} 要写 {% end\2 %}"),
    (r"Encountered unknown tag '(\w+)'.*", r"没有“\1”这种标签", ""),
    (rf"Unexpected end of template\.{_INNER}", r"{% \1 %} 没有结束", r"请补上 {% end\1 %}"),
    (r"Unexpected end of template\..*", "标签没有结束", "请补上 {% endfor %} 或 {% endif %} 这样的标签"),
    (r"unexpected end of template, expected '(.*)'\.", r"模板到头了，还缺“\1”", ""),
    (r"expected token '(.*)', got '(.*)'", r"多出了“\2”，这里应当是“\1”", ""),
    (r"unexpected '(.*)', expected '(.*)'", r"多出了“\1”，这里应当是“\2”", ""),
    (r".*'模板的结尾'", "模板到头了，这个标签还没有写完", ""),
    (r"Expected an expression, got '(}}|%})'", r"“\1”前面没有内容", ""),
    (r"Expected an expression, got '(.*)'|unexpected '(.+)'", r"多出了“\1\2”", ""),
    (rf"unexpected char '([{_WIDE}])' at \d+", r"标签里有全角符号 \1", "请改成半角的，如半角引号 '"),
    (r"""unexpected char ['"]\\?(['"])['"] at \d+""", r"引号 \1 没有配对", "请补上另一个引号"),
    (r"unexpected char '(.*)' at \d+", r"标签里不能有字符“\1”", ""),
    (r"Missing end of comment tag", "注释没有结束，缺“#}”", "请在注释末尾补上 #}"),
    (r"Missing end of raw directive", "{% raw %} 没有结束", "请补上 {% endraw %}"),
    (r"tag name expected", "“{%”后面没有标签的名字", ""),
    (r"a text holds NUL", "引号里不能有 NUL 字符（U+0000）", "请删去它"),
    (r"Exceeds the limit .* for integer string conversion.*", "数字太长", "请改短"),
    (r"Object of type .* is not JSON serializable", "这里的东西不能写成 JSON", "请只给 tojson 文字、数字和它们的列表"),
    (r"'.*' not supported between instances of .*", "这里的东西类型不同，不能比较", "请先用 string 或 int 过滤器"),
    (r".* object is not iterable|.* has no len\(\)", "这里要一组值，给的不是", "请检查 in 后面的或过滤器前面的"),
    (r"[\w.]+\(\) (?:missing|takes|got|expected) .*", "函数或过滤器的参数不对", "参数怎么写，见 Jinja 的文档"),
    (r"unsupported operand .*|can only concatenate .*", "这两样东西不能这样运算", "连接文字请用 ~，如 'a' ~ 1"),
    (r"can't assign to '.*'", "等号左边不是可以赋值的名称", ""),
)  # fmt: skip
# The first kind that fits.
_KINDS: tuple[tuple[type[Exception], str, str], ...] = (
    (ZeroDivisionError, "除数是零", "请检查这一行的算式"),
    (RecursionError, "宏不停地调用自己，或者括号、标签套得太深", "请让宏的调用有个尽头，或少套几层"),
    (SyntaxError, "标签套得太深", "请少套几层 {% for %} 和 {% if %}"),
    (MemoryError, "算出来的东西太大", "请检查这一行的数字"),
    (OverflowError, "算出来的东西太大", "请检查这一行的数字"),
)
_INTERNAL = re.compile(r"__|<|0x|locals|jinja2|\bbot\.")


def misuse(error: Exception) -> tuple[str, str]:
    """What is wrong, and what to do next."""
    from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415 - loaded by now

    try:
        message = str(getattr(error, "message", None) or error)
    except TemplateError as undefined:  # Python's error holds a name that is not there, which says so when printed
        message = str(undefined)
    for token, shown in _TOKENS.items():
        message = message.replace(f"'{token}'", f"'{shown}'")
    for pattern, what, fix in _SAID:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return match.expand(what), match.expand(fix) or _SYNTAX
    if not isinstance(error, TemplateError):
        for kind, what, fix in _KINDS:
            if isinstance(error, kind):
                return f"模板无法渲染：{what}", fix
    detail = "" if _INTERNAL.search(message) or not message or isinstance(error, KeyError) else f"（{message}）"
    if isinstance(error, TemplateSyntaxError):
        return f"模板无法渲染{detail}", _SYNTAX
    return f"模板无法渲染{detail}", "请检查这一行的函数、过滤器和算式用得对不对"


def opened(error: Exception, template: str) -> int:
    """The line of the tag that nothing closes, where that is what is wrong; Jinja names the last line of all."""
    message = str(getattr(error, "message", "") or "")
    if match := re.fullmatch(rf"Unexpected end of template\.{_INNER}", message, re.DOTALL):
        waiting: list[int] = []
        for tag in re.finditer(rf"{{%[-+]?\s*(end)?{match[1]}\b", template):
            if not tag[1]:
                waiting.append(tag.start())
            elif waiting:
                waiting.pop()
        return _line_at(template, waiting[-1]) if waiting else 0
    if message.startswith("unexpected end of template, ") or message.endswith("'end of template'"):
        return _line_at(template, max(template.rfind("{{"), template.rfind("{%")))
    return 0


def deepest(tree: nodes.Template) -> int:
    """The line of the innermost tag: Python, to which Jinja translates, bears only so many."""
    found, waiting = (0, 1), [(0, node) for node in tree.body]
    while waiting:
        depth, node = waiting.pop()
        found = max(found, (depth, node.lineno), key=lambda one: one[0])
        waiting += [(depth + 1, inner) for inner in node.iter_child_nodes() if hasattr(inner, "body")]
    return found[1]


def _line_at(template: str, place: int) -> int:
    return template.count("\n", 0, max(place, 0)) + 1
