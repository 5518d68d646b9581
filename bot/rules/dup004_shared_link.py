"""几个条目共用一个页面

模型、它的数据集和它的几个规模常放在一个仓库里，这样列出没有错；只是链接若能各自指到子目录、模型页或论文，
读者就不必自己找。也可能是抄邻近条目时忘了改链接。本规则只作提示。

## Flagged

```yaml
record: {name: Kite-7B, links: [{url: "https://github.com/kite-lab/kite"}]}
catalog: [{name: Kite-13B, links: [{url: "https://github.com/kite-lab/kite"}]}]
```

```yaml
record: {name: MindTalk, links: [{url: "https://github.com/quiet-lab/calm"}]}
catalog: [{name: TeaConv, section: corpora, links: [{url: "https://github.com/quiet-lab/calm"}]}]
```

三个条目只提示一次：

```yaml
record: {name: 评测一, links: [{url: "https://bench-project.dev/2005/"}]}
catalog:
  - {name: 语料二, slug: second, links: [{url: "https://bench-project.dev/2005"}]}
  - {name: 榜单三, slug: third, links: [{url: "http://bench-project.dev/2005/"}]}
```

论文同时介绍模型和数据：

```yaml
record: {name: HerbGPT, links: [{url: "https://arxiv.org/abs/2301.12345"}]}
catalog: [{name: PlantVision, section: corpora, links: [{url: "https://arxiv.org/pdf/2301.12345.pdf"}]}]
```

一家网站上的两个产品：

```yaml
record: {name: Qin, links: [{url: "https://qin-toolkit-project.dev/"}]}
catalog: [{name: Qin Creator, section: corpora, links: [{url: "https://qin-toolkit-project.dev/"}]}]
```

## Fine

各有各的子目录：

```yaml
record: {name: Kite-7B, links: [{url: "https://github.com/kite-lab/kite/tree/main/7b"}]}
catalog: [{name: Kite-13B, links: [{url: "https://github.com/kite-lab/kite/tree/main/13b"}]}]
```

锚点指到各自的一段：

```yaml
record: {name: Kite-zh, links: [{url: "https://github.com/kite-lab/kite#dataset-zh"}]}
catalog: [{name: Kite-en, links: [{url: "https://github.com/kite-lab/kite#dataset-en"}]}]
```

重复的条目归 DUP001：

```yaml
record: {name: Lantern, links: [{url: "https://github.com/lantern-lab/lantern"}]}
catalog: [{name: Lantern, slug: lantern-2, links: [{url: "https://github.com/lantern-lab/lantern/"}]}]
```

介绍里提到的别的项目不是这条的主要链接：

```yaml
record:
  name: Sail
  links: [{url: "https://github.com/harbor/sail"}, {url: "https://github.com/harbor/mast", label: Mast}]
catalog: [{name: Mast, links: [{url: "https://github.com/harbor/mast"}]}]
```

同一组织的两个仓库：

```yaml
record: {name: Sail, links: [{url: "https://github.com/harbor/sail"}]}
catalog: [{name: Mast, links: [{url: "https://github.com/harbor/mast"}]}]
```
"""

from collections.abc import Iterator

from bot.lint.analysis.copied_links import taken
from bot.lint.analysis.same_page import projects, refs
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence

SEVERITY: Severity = "info"
SENTENCES = {
    "shared-page": Sentence(
        "“{name:40}”与{others}共用一个页面 {url}",
        "如果各自有子目录、模型页或论文，请换成更具体的链接；如果是复制后忘改，请更正",
    )
}


def check(ctx: LintContext) -> Iterator[Finding]:
    for group in projects(ctx):
        heads = [entry for entry, *_ in group if not taken(entry, ctx)]
        heads.sort(key=lambda entry: ctx.is_new(entry.record))
        if len(heads) > 1:
            *others, last = heads
            parts = {"name": last.record.name, "others": refs(others)}
            related = tuple(entry.place for entry in others)
            yield Finding("shared-page", last.place, {"url": last.key.url}, parts, related)
