"""页内链接失效

目录里的链接指到一个不存在的标题，点了没有反应。多半是标题改过而目录没改，或是手写锚点时少了、多了连字符：
GitHub 把标题转成小写，去掉标点，每个空格变成一个连字符。本规则找得到相近的标题时给出正确的写法。

页面由条目库生成时，也看生成的页面：请改模板或记录，或直接改 README.md 再用 `curate absorb` 收进条目库。

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

标题末尾有图片，图片前的空格也变成连字符：

```yaml
page: |
  [Tools](#tools)

  ## Tools ![new](https://quiet-lab.cn/new.svg)
```

两个标题同名，目录里的后一个没有带编号：

```yaml
page: |
  - [英文](#英文)
    - [书](#书)
  - [中文](#中文)
    - [书](#书)

  ## 英文
  ### 书
  ## 中文
  ### 书
```

目录自己也是标题，点了停在原地：

```yaml
page: |
  #### [工具](#工具)

  # 工具
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

表情后面看不见的字符（U+FE0F）也在锚点里：

```yaml
page: |
  [安装](#️-安装)

  ## ⚙️ 安装
```

```yaml
page: |
  [Tools](#tools-)

  ## Tools ![new](https://quiet-lab.cn/new.svg)
```

没有扩展名的文件：

```yaml
page: |
  [MIT](LICENSE)

  ## License
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

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from bot.lint.context import LintContext, Page
from bot.lint.finding import Clause, Finding, Fix, Place, Severity
from bot.lint.sentences import Sentence
from bot.markdown.anchors import OFFERED, Anchor, Jump, anchors, jumps, slug
from bot.markdown.wrong_anchors import Astray, astray, plain

SEVERITY: Severity = "error"
KIND = "anchors"
_DEAD = "页内链接“{anchor:60}”没有对应的标题{more}"
SENTENCES = {
    "dead": Sentence(_DEAD, "请改成现有标题的锚点，或删去这个链接"),
    "dead-like": Sentence(_DEAD, "最像的是“#{near}”（标题“{title:40}”），请核对"),
    "dead-sure": Sentence(_DEAD, "请改为“#{near}”（标题“{title:40}”）"),
    "wrong": Sentence(
        "页内链接“{label:40}”指到了“{anchor:60}”：{why}", "请改为“#{meant}”（{there}的标题“{title:40}”）"
    ),
    "no-mark": Sentence("链接“{target:60}”不是网址，像是少了“#”的页内链接", "请改为“#{nearest}”"),
}
CLAUSES = {"more": "（另有 {count} 处）"}
FIX: Fix = "anchor"
_UNSEEN = str.maketrans("", "", "\ufe0f\u200c\u200d")
FILES = frozenset({"license", "licence", "contributing", "changelog", "readme", "makefile", "dockerfile", "authors"})


def check(ctx: LintContext) -> Iterator[Finding]:
    for page in (*ctx.pages, *filter(None, [ctx.printed])):
        if not page.file.lower().endswith((".rst", ".csv")):
            found, leaps = anchors(page.text), jumps(page.text)
            there = {anchor.name: anchor for anchor in reversed(found)}
            for dead in _dead(leaps, there):
                yield _finding(page, dead, there)
            yield from (_wrong(page, jump) for jump in astray(leaps, found))
            yield from _missing_mark(ctx, page, there)


def _dead(leaps: Sequence[Jump], there: Mapping[str, Anchor]) -> list[list[Jump]]:
    """The links that lead nowhere, those with one target together."""
    found: dict[str, list[Jump]] = defaultdict(list)
    for jump in leaps:
        to = plain(jump.target)
        if to not in there and to not in OFFERED and not jump.target.startswith(("/", "!/", "fn")):
            found[to].append(jump)
    return list(found.values())


def _finding(page: Page, dead: Sequence[Jump], there: Mapping[str, Anchor]) -> Finding:
    jump, *others = dead
    near, sure = _nearest(dead, there)
    parts = {
        "anchor": f"#{jump.target}",
        "more": Clause("more", {"count": len(others)}) if others else None,
        "near": near,
        "title": there[near].title if near else "",
    }
    evidence = {"target": jump.target, "label": jump.label} | ({"nearest": near} if sure else {})
    related = tuple(Place("", page.file, line) for line in dict.fromkeys(other.line for other in others))
    sentence = "dead-sure" if sure else "dead-like" if near else "dead"
    severity: Severity = "error" if near else "warning"
    if near and plain(jump.target).translate(_UNSEEN) == near.translate(_UNSEEN):
        severity = "info"  # only a mark behind an emoji that nobody sees
    return Finding(sentence, Place("", page.file, jump.line), evidence, parts, related, severity=severity)


def _nearest(dead: Sequence[Jump], there: Mapping[str, Anchor]) -> tuple[str, bool]:
    """The anchor meant and whether it surely is: that of the heading with the link's own text, else the most alike."""
    lines = {jump.line for jump in dead}
    others = [name for name, anchor in there.items() if name and anchor.line not in lines]
    if len({jump.label for jump in dead}) == 1 and (own := slug(dead[0].label)) in others:
        return own, True
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only for a dead anchor

    best = process.extractOne(plain(dead[0].target), others, scorer=fuzz.ratio, score_cutoff=75)
    return (best[0], best[1] >= 88) if best else ("", False)


def _wrong(page: Page, one: Astray) -> Finding:
    there = Place("", page.file, one.meant.line)
    evidence = {"target": one.jump.target, "meant": one.meant.name}
    parts = {
        "label": one.jump.label,
        "anchor": f"#{one.jump.target}",
        "why": one.why,
        "there": there,
        "title": one.meant.title,
    }
    return Finding("wrong", Place("", page.file, one.jump.line), evidence, parts, (there,), severity="warning")


def _missing_mark(ctx: LintContext, page: Page, there: Mapping[str, Anchor]) -> Iterator[Finding]:
    """`[杂项](杂项)`: the name of a heading where an address should stand."""
    for record in ctx.subjects:
        for link in record.links:
            near = slug(link.label)
            bare = not any(mark in link.url for mark in "./:#") and link.url.lower() not in FILES
            if bare and record.file == page.file and near in there and _letters(link.url) == _letters(near):
                at = Place(record.slug, page.file, link.line)
                yield Finding("no-mark", at, {"target": link.url, "nearest": near})


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
