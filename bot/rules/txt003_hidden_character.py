"""文字里有看不见或认不出的字符

零宽空格、文字方向控制符、私用区字符肉眼看不见或各机不同：搜索搜不到，复制出来打不开，还能让一段话显示得和写的不一样。
康熙部首（如 U+2FAF）看起来是汉字，却不是那个汉字。名称另要求写成 Unicode 的标准组合形式（NFC），
否则同一个名字会被当成两个。网址里的由 LNK001 报告。

## Flagged

名称里有零宽空格：

```yaml
record: {name: "Chat\\u200bYuan"}
```

介绍里有文字方向控制符：

```yaml
record: {name: ChatYuan, description: "开源\\u202e模型\\u202c"}
```

私用区字符：

```yaml
record: {name: ChatYuan, organisations: ["元语智能\\ue001"]}
```

乱码留下的替换符：

```yaml
record: {name: ChatYuan, description: "元语\\ufffd能发布。"}
```

部首当汉字用：

```yaml
record: {name: ChatYuan, description: "全\\u2faf开放。"}
```

重音符号拆开写的名称（应当是一个 é）：

```yaml
record: {name: "Cafe\\u0301"}
```

把这样的字符写成代号，页面上一样会生效：

```yaml
record: {name: ChatYuan, description: "开源&#x202e;模型&#x202c;"}
```

```yaml
record: {name: ChatYuan, description: "开源&lrm;对话&#8203;模型"}
```

```yaml
record: {name: ChatYuan}
sections: [{id: models, title: 模型, introduction: "收录&#8238;对话模型。"}]
```

## Fine

反引号里的代号照原样显示；其他代号看得见：

```yaml
record: {name: ChatYuan, description: "`&lrm;` 是方向标记；5 &lt; 7&nbsp;B &copy; &#128512;"}
```

```yaml
record: {name: Café, description: "全面开放，支持 “中英” 双语……"}
```

表情符号里的连接符和变体选择符：

```yaml
record: {name: ChatYuan, description: "欢迎试用 👩\\u200d💻 ❤\\ufe0f"}
```

阿拉伯文里的方向标记：

```yaml
record: {name: ChatYuan, description: "支持阿拉伯语（العربية\\u200f）。"}
```
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

from bot.lint.context import LintContext
from bot.lint.finding import Clause, Finding, Place, Severity
from bot.lint.sentences import Sentence
from bot.lint.text_fields import LISTS, Text, texts
from bot.markdown.references import Character, characters
from bot.text.invisible import Hidden, hidden, seems_harmless

SEVERITY: Severity = "error"
_HIDDEN = "{field}里有{kind} {code}（{where}{after}{more}）"
_RADICAL_SIGN = "{field}里的“{char}”是部首符号 {code}，不是汉字（{where}{after}{more}）"
SENTENCES = {
    "removable": Sentence(_HIDDEN, "请删去这个字符"),
    "in-place-of-another": Sentence(_HIDDEN, "请核对原文，换成本来的字"),
    "reference": Sentence(
        "{field}里的“{reference}”写的是{kind} {code}，看不见却会生效（{where}{after}{more}）", "请删去“{reference}”"
    ),
    "radical": Sentence(_RADICAL_SIGN, "请改成汉字“{plain}”"),
    "unknown-radical": Sentence(_RADICAL_SIGN, "请换成对应的汉字"),
    "not-nfc": Sentence("{field}“{value:60}”不是标准组合形式（NFC）", "请改写成“{nfc:60}”（看上去一样，编码不同）"),
}
CLAUSES = {
    "character": "第 {number} 个字符",
    "line-and-character": "第 {line} 行第 {number} 个字符",
    "after": "，在“{before}”之后",
    "more": "，共 {count} 个",
}
MOST, ENOUGH = 10, 10_000
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_NAMES = {"name", *LISTS}
MARKDOWN = {"description", "introduction", "extra", "title", "reason"}


def check(ctx: LintContext) -> Iterator[Finding]:
    for text in texts(ctx):
        if not seems_harmless(text.value):
            yield from _hidden(text)
        yield from _radicals(text)
        yield from _references(text) if text.field in MARKDOWN and "&" in text.value else ()
        normal = unicodedata.normalize("NFC", text.value)
        if text.field in _NAMES and normal != text.value:
            yield Finding("not-nfc", text.at, {"nfc": normal}, {"field": text.name, "value": text.value})


def _hidden(text: Text) -> Iterator[Finding]:
    """One finding a kind of character: a text out of a broken editor may hold hundreds of one."""
    found: dict[str, list[Hidden]] = defaultdict(list)
    for one in islice(hidden(text.value), ENOUGH):
        found[one.code].append(one)
    for code, places in found.items():
        first = places[0]
        sentence = "removable" if first.removable else "in-place-of-another"
        parts = {"field": text.name, "kind": first.what, **_where(text.value, first.at, len(places))}
        evidence = {"code": code, "at": [place.at for place in places[:MOST]], "count": len(places)}
        yield Finding(sentence, _place(text, first.at), evidence, parts)


def _references(text: Text) -> Iterator[Finding]:
    """Such characters that Markdown makes of what stands for them; in code they stay as written."""
    found: dict[str, list[Character]] = defaultdict(list)
    for one in islice(characters(text.value), ENOUGH):
        found[one.written].append(one)
    for written, places in found.items():
        first = places[0]
        parts = {"field": text.name, "kind": first.kind, **_where(text.value, first.at, len(places))}
        evidence = {
            "code": first.code,
            "at": [place.at for place in places[:MOST]],
            "count": len(places),
            "reference": written,
        }
        severity: Severity = "error" if first.kind == "文字方向控制符" else "warning"  # others may keep words apart
        yield Finding("reference", _place(text, first.at), evidence, parts, severity=severity)


def _radicals(text: Text) -> Iterator[Finding]:
    counts = Counter(_RADICAL.findall(text.value))
    for char, count in counts.items():
        at, code = text.value.index(char), f"U+{ord(char):04X}"
        plain = unicodedata.normalize("NFKC", char)
        sentence = "radical" if plain != char else "unknown-radical"
        evidence = {"code": code, "at": [at], "count": count}
        parts = {"field": text.name, "char": char, "plain": plain, **_where(text.value, at, count)}
        yield Finding(sentence, _place(text, at), evidence, parts, severity="warning")


def _where(value: str, at: int, count: int) -> dict[str, Clause | None]:
    """Which character it is, and what stands before it, so that an editor's search finds the spot; how many more."""
    start = value.rfind("\n", 0, at) + 1
    before = value[max(start, at - 8) : at].strip()
    number, line = at - start + 1, value.count("\n", 0, at) + 1
    name = "line-and-character" if "\n" in value.strip() else "character"
    return {
        "where": Clause(name, {"line": line, "number": number}),
        "after": Clause("after", {"before": before}) if before.isprintable() and before else None,
        "more": Clause("more", {"count": count}) if count > 1 else None,
    }


def _place(text: Text, at: int) -> Place:
    return text.place(text.value.count("\n", 0, at))
