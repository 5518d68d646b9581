"""同一条记录里，一个链接或别名写了两遍

读者以为两个链接通向两处，点开却是同一个页面；日后改了一处，另一处就悄悄过时。
协议、`www.`、大小写、末尾的斜杠、`.git`、`#readme`、跟踪参数都不算区别。仓库里的另一个文件夹、文件、分支或锚点，
另一种语言的页面，论文的摘要页与 PDF，镜像站，都是另一处，不报告。
别名与名称或另一个别名一字不差的，是提示；大小写、空格、连字符不同的别名，读者可能照样搜索，不算重复。
直接维护的页面和照原文保留的条目不查：名称带链接，旁边再写出网址，是常有的写法。

## Flagged

```yaml
record:
  name: Lantern
  links:
    - {url: "https://github.com/lamp-lab/lantern", type: repository, label: 代码仓库}
    - {url: "https://github.com/lamp-lab/lantern", type: homepage, label: 主页}
```

写法不同，是同一个页面：

```yaml
record:
  name: Lantern
  links:
    - {url: "https://github.com/lamp-lab/lantern", type: repository}
    - {url: "HTTPS://www.github.com/Lamp-Lab/Lantern/#readme", type: docs}
```

```yaml
record:
  name: Lantern
  links:
    - {url: "https://hf.co/lamp-lab/lantern", type: model}
    - {url: "https://huggingface.co/lamp-lab/lantern/tree/main", type: model}
```

别名写了两遍：

```yaml
record: {name: Lantern, aliases: [Night Lantern, 灯笼, Night Lantern]}
```

别名就是名称：

```yaml
record: {name: Lantern, aliases: [Lantern]}
```

## Fine

仓库里的另一个文件夹、分支、锚点或文件：

```yaml
record:
  name: Lantern
  links:
    - {url: "https://github.com/lamp-lab/lantern", type: repository}
    - {url: "https://github.com/lamp-lab/lantern/tree/main/data", type: directory}
    - {url: "https://github.com/lamp-lab/lantern/tree/v2", type: directory}
    - {url: "https://github.com/lamp-lab/lantern#使用", type: docs}
    - {url: "https://github.com/lamp-lab/lantern/blob/main/README_zh.md", type: file}
    - {url: "https://github.com/lamp-lab/lantern/releases", type: other}
```

另一种语言的页面：

```yaml
record:
  name: Lantern
  links:
    - {url: "https://lantern-project.dev/en", type: homepage}
    - {url: "https://lantern-project.dev/zh", type: homepage}
```

论文的摘要页与 PDF，模型页与它的镜像：

```yaml
record:
  name: Lantern
  links:
    - {url: "https://arxiv.org/abs/2301.12345", type: paper}
    - {url: "https://arxiv.org/pdf/2301.12345", type: paper}
    - {url: "https://huggingface.co/lamp-lab/lantern", type: model}
    - {url: "https://hf-mirror.com/lamp-lab/lantern", type: model}
```

别名是名称的一部分，或另一种写法：

```yaml
record: {name: Lantern-7B（灯笼）, aliases: [Lantern, 灯笼, LANTERN, Lantern 7B]}
```

页面里名称带链接，旁边又写出网址：

```yaml
page: |
  ## 工具
  - [Lantern](https://lantern-project.dev)：会聊天的灯，见 https://lantern-project.dev
  - [Wick](https://wick-project.dev)：灯芯计算器
```
"""

import re
from collections.abc import Iterator

from bot.catalog.model import Link, Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import has_own_file, of_record
from bot.urls.hosts import site_name
from bot.urls.normalise import link_key
from bot.urls.shape import host_name

SEVERITY: Severity = "warning"
SENTENCES = {
    "link": Sentence(
        "“{url:60}”与{there}的“{first:60}”是同一个页面",
        "请只留一处；想指到页面里的某一部分，请写那个文件夹、文件或锚点的网址",
    ),
    "alias-is-name": Sentence("别名“{alias:40}”与名称重复", "请删去这个别名"),
    "alias-again": Sentence("别名“{alias:40}”与前面的别名重复", "请删去这个别名"),
}
# Two names of one site that nobody prefers for a reason, as one may a mirror.
_SHORT = frozenset({"hf.co", "m.github.com", "twitter.com", "dx.doi.org"})
_AROUND = re.compile(r"^https?://(?:www\.)?|(?:/index\.html?)?/*$")


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        if has_own_file(record) and not record.body:
            yield from _links(record)
            yield from _aliases(record)


def _links(record: Record) -> Iterator[Finding]:
    pages = [link_key(link.url).page for link in record.links]
    if len(set(pages)) == len(pages):
        return
    first: dict[tuple[str, ...], Link] = {}
    for link in record.links:
        earlier = first.setdefault(_as_read(link.url), link)
        if earlier is not link and link_key(link.url).host:
            at, there = place(record, "links", link.line), place(record, "links", earlier.line)
            yield Finding("link", at, {"url": link.url, "first": earlier.url}, {"there": there}, (there,))


def _as_read(url: str) -> tuple[str, ...]:
    """What is equal for two links that show a reader just the same: the page, its language, its site, its form."""
    key, host = link_key(url), host_name(url)
    form = "pdf" if "pdf" in url.lower() else ""
    return key.page, _AROUND.sub("", key.url).lower(), site_name(host) if host in _SHORT else host, form


def _aliases(record: Record) -> Iterator[Finding]:
    if len({record.name, *record.aliases}) > len(record.aliases):
        return
    earlier: set[str] = set()
    for text in of_record(record):
        if text.field != "aliases":
            continue
        if text.value == record.name or text.value in earlier:
            sentence = "alias-is-name" if text.value == record.name else "alias-again"
            yield Finding(sentence, text.place(0), {"alias": text.value}, severity="info")
        earlier.add(text.value)
