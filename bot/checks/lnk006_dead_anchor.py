"""页内链接没有落点

目录里的链接指到一个不存在的标题，点了没有反应。多半是标题改过而目录没改，或是手写锚点时少了、多了连字符：
GitHub 把标题转成小写，去掉标点，每个空格变成一个连字符。本规则找得到相近的标题时给出正确的写法。

## Flagged

标题改了，目录没改：

```yaml
page: |
  - [传感器](#senor)

  ## Sensor
```

“&”去掉以后，两边的空格各留一个连字符：

```yaml
page: |
  - [Boilerplates & UI Kits](#boilerplates-&-ui-kits)

  ## Boilerplates & UI Kits
```

“+”不在锚点里：

```yaml
page: |
  [C++](#c++)

  # C++
```

HTML 里的链接：

```yaml
page: |
  <a href="#install">安装</a>

  ## Installation
```

完全没有对应的标题：

```yaml
page: |
  [图床](#image-host)

  ## 短链
```

写成了另一个文件，其实少了“#”：

```yaml
page: |
  - [Miscellaneous](miscellaneous)

  ## Miscellaneous
```

## Fine

```yaml
page: |
  - [Boilerplates & UI Kits](#boilerplates--ui-kits)

  ## Boilerplates & UI Kits
```

中文标题照写：

```yaml
page: |
  [一、自主模型](#一自主模型)

  ## 一、自主模型
```

重复的标题从第二个起带编号：

```yaml
page: |
  [书](#书-1)

  ## 书
  ## 书
```

用 HTML 写明的锚点：

```yaml
page: |
  [数据](#data-sets)

  <a id="data-sets"></a>
  ## 数据集
```

代码里的不是链接：

```yaml
page: |
  写法如 `[目录](#toc-of-this-page)`。
```
"""

from collections.abc import Iterator
from urllib.parse import unquote

from bot.model import Evidence, Finding, Page, Place, Severity
from bot.sources.anchors import OFFERED, Jump, jumps, places, slug
from bot.zh import quote

SEVERITY: Severity = "error"


def check(seen: Evidence) -> Iterator[Finding]:
    for page in seen.pages:
        if not page.file.lower().endswith((".rst", ".csv")):
            there = places(page.text)
            yield from (_finding(page, jump, there) for jump in jumps(page.text) if _dead(jump.target, there))
            yield from _missing_mark(seen, page, there)


def _dead(target: str, there: dict[str, str]) -> bool:
    plain = _plain(target)
    return plain not in there and plain not in OFFERED and not target.startswith(("/", "!/", "fn"))


def _plain(target: str) -> str:
    return unquote(target).lower().removeprefix("user-content-")


def _finding(page: Page, jump: Jump, there: dict[str, str]) -> Finding:
    near = _nearest(jump, there)
    fix = f"请改为“#{near}”（标题{quote(there[near], 40)}）" if near else "请改成现有标题的锚点，或删去这个链接"
    message = f"页内链接{quote('#' + jump.target)}没有对应的标题"
    evidence = {"target": jump.target, "label": jump.label} | ({"nearest": near} if near else {})
    return Finding(message, fix, Place("", page.file, jump.line), evidence, severity="error" if near else "warning")


def _nearest(jump: Jump, there: dict[str, str]) -> str:
    """The anchor meant: that of the heading with the link's own text, else the most alike one."""
    if (own := slug(jump.label)) in there:
        return own
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a dead anchor

    best = process.extractOne(_plain(jump.target), list(there), scorer=fuzz.ratio, score_cutoff=75)
    return best[0] if best else ""


def _missing_mark(seen: Evidence, page: Page, there: dict[str, str]) -> Iterator[Finding]:
    """`[杂项](杂项)`: the name of a heading where an address should stand."""
    for record in seen.subjects:
        for link in record.links:
            if record.file == page.file and slug(link.url) in there and "." not in link.url and "/" not in link.url:
                near = slug(link.url)
                message = f"链接{quote(link.url)}不是网址，像是少了“#”的页内链接"
                at = Place(record.slug, page.file, link.line)
                yield Finding(message, f"请改为“#{near}”", at, {"target": link.url, "nearest": near})
