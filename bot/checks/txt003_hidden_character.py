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
from collections.abc import Iterator
from itertools import islice

from bot.checks.texts import Text, texts
from bot.hidden import hidden
from bot.model import Evidence, Finding, Place, Severity
from bot.zh import quote

SEVERITY: Severity = "error"
MOST = 10
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_NAMES = {"名称", "别名", "机构"}


def check(seen: Evidence) -> Iterator[Finding]:
    for text in texts(seen):
        if text.value.isascii() and text.value.isprintable():
            continue
        yield from islice(_hidden(text), MOST)
        yield from islice(_radicals(text), MOST)
        normal = unicodedata.normalize("NFC", text.value)
        if text.name in _NAMES and normal != text.value:
            fix = f"请改写成{quote(normal, 60)}（看上去一样，编码不同）"
            yield Finding(f"{text.name}{quote(text.value, 60)}不是标准组合形式（NFC）", fix, text.at, {"nfc": normal})


def _hidden(text: Text) -> Iterator[Finding]:
    for one in hidden(text.value):
        where = _where(text.value, one.at)
        fix = "请删去这个字符" if one.removable else "请核对原文，换成本来的字"
        message = f"{text.name}里有{one.what} {one.code}（{where}）"
        yield Finding(message, fix, _place(text, one.at), {"code": one.code, "index": one.at})


def _radicals(text: Text) -> Iterator[Finding]:
    for match in _RADICAL.finditer(text.value):
        code = f"U+{ord(match[0]):04X}"
        plain = unicodedata.normalize("NFKC", match[0])
        fix = f"请改成汉字“{plain}”" if plain != match[0] else "请换成对应的汉字"
        message = f"{text.name}里的“{match[0]}”是部首符号 {code}，不是汉字（{_where(text.value, match.start())}）"
        at = _place(text, match.start())
        yield Finding(message, fix, at, {"code": code, "index": match.start()}, severity="warning")


def _where(value: str, at: int) -> str:
    """Which character it is, and what stands before it, so that an editor's search finds the spot."""
    line = value.rfind("\n", 0, at) + 1
    before = value[max(line, at - 8) : at].strip()
    row = f"第 {value.count(chr(10), 0, at) + 1} 行" if "\n" in value.strip() else ""
    return f"{row}第 {at - line + 1} 个字符" + (f"，在“{before}”之后" if before.isprintable() and before else "")


def _place(text: Text, at: int) -> Place:
    return text.place(text.value.count("\n", 0, at))
