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

## Fine

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

from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Place, Severity
from bot.lint.text_fields import Text, texts
from bot.text.invisible import Hidden, harmless, hidden
from bot.text.zh import quote

SEVERITY: Severity = "error"
MOST, ENOUGH = 10, 10_000
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_NAMES = {"名称", "别名", "机构"}


def check(ctx: LintContext) -> Iterator[Finding]:
    for text in texts(ctx, but=_is_plain):
        yield from _hidden(text)
        yield from _radicals(text)
        normal = unicodedata.normalize("NFC", text.value)
        if text.name in _NAMES and normal != text.value:
            fix = f"请改写成{quote(normal, 60)}（看上去一样，编码不同）"
            yield Finding(f"{text.name}{quote(text.value, 60)}不是标准组合形式（NFC）", fix, text.at, {"nfc": normal})


def _is_plain(record: Record) -> bool:
    """The quick way out for nearly every record: all its texts looked at as one."""
    names = (record.name, *record.aliases, *record.organisations)
    whole = "\n".join((*names, record.reason, record.description, *(link.label for link in record.links)))
    return harmless(whole) and not _RADICAL.search(whole) and all(unicodedata.is_normalized("NFC", n) for n in names)


def _hidden(text: Text) -> Iterator[Finding]:
    """One finding a kind of character: a text out of a broken editor may hold hundreds of one."""
    found: dict[str, list[Hidden]] = defaultdict(list)
    for one in islice(hidden(text.value), ENOUGH):
        found[one.code].append(one)
    for code, places in found.items():
        first = places[0]
        more = f"，共 {len(places)} 个" if len(places) > 1 else ""
        message = f"{text.name}里有{first.what} {code}（{_where(text.value, first.at)}{more}）"
        fix = "请删去这个字符" if first.removable else "请核对原文，换成本来的字"
        evidence = {"code": code, "at": [one.at for one in places[:MOST]], "count": len(places)}
        yield Finding(message, fix, _place(text, first.at), evidence)


def _radicals(text: Text) -> Iterator[Finding]:
    counts = Counter(_RADICAL.findall(text.value))
    for char, count in counts.items():
        at, code = text.value.index(char), f"U+{ord(char):04X}"
        plain = unicodedata.normalize("NFKC", char)
        fix = f"请改成汉字“{plain}”" if plain != char else "请换成对应的汉字"
        more = f"，共 {count} 个" if count > 1 else ""
        message = f"{text.name}里的“{char}”是部首符号 {code}，不是汉字（{_where(text.value, at)}{more}）"
        evidence = {"code": code, "at": [at], "count": count}
        yield Finding(message, fix, _place(text, at), evidence, severity="warning")


def _where(value: str, at: int) -> str:
    """Which character it is, and what stands before it, so that an editor's search finds the spot."""
    line = value.rfind("\n", 0, at) + 1
    before = value[max(line, at - 8) : at].strip()
    row = f"第 {value.count(chr(10), 0, at) + 1} 行" if "\n" in value.strip() else ""
    return f"{row}第 {at - line + 1} 个字符" + (f"，在“{before}”之后" if before.isprintable() and before else "")


def _place(text: Text, at: int) -> Place:
    return text.place(text.value.count("\n", 0, at))
