"""缺少必填字段

每条记录至少要有名称、类别和中文介绍。缺了其中一项，页面上就会出现没有名字或没有内容的条目。
撤下的条目还要写明原因：读者看到“已撤下”，先要问为什么。

## Flagged

没有类别：

```yaml
record: {name: ChatYuan, kind: null}
```

没有名称：

```yaml
record: {name: null}
```

没有介绍：

```yaml
record: {name: ChatYuan, description: null}
```

链接没有网址：

```yaml
record: {name: ChatYuan, links: [{type: repository}]}
```

撤下了，却没有写原因：

```yaml
record: {name: ChatYuan, status: withdrawn, links: null}
```

写了字段，却没有值：

```yaml
text: |
  name:
  kind: model
  description: 一个对话模型。
```

其余的条目都写了收录日期：

```yaml
record: {name: ChatYuan, added: null}
catalog:
  - {name: 灯一, slug: lamp-0, added: 2023-04-01}
  - {name: 灯二, slug: lamp-1, added: 2023-04-02}
  - {name: 灯三, slug: lamp-2, added: 2023-04-03}
  - {name: 灯四, slug: lamp-3, added: 2023-04-04}
  - {name: 灯五, slug: lamp-4, added: 2023-04-05}
  - {name: 灯六, slug: lamp-5, added: 2023-04-06}
  - {name: 灯七, slug: lamp-6, added: 2023-04-07}
  - {name: 灯八, slug: lamp-7, added: 2023-04-08}
  - {name: 灯九, slug: lamp-8, added: 2023-04-09}
  - {name: 灯十, slug: lamp-9, added: 2023-04-10}
```

## Fine

写明了位置，或者列表不用日期：

```yaml
record: {name: ChatYuan, added: null, order: 10}
catalog:
  - {name: 灯一, slug: lamp-0, added: 2023-04-01}
  - {name: 灯二, slug: lamp-1, added: 2023-04-02}
  - {name: 灯三, slug: lamp-2, added: 2023-04-03}
  - {name: 灯四, slug: lamp-3, added: 2023-04-04}
  - {name: 灯五, slug: lamp-4, added: 2023-04-05}
  - {name: 灯六, slug: lamp-5, added: 2023-04-06}
  - {name: 灯七, slug: lamp-6, added: 2023-04-07}
  - {name: 灯八, slug: lamp-7, added: 2023-04-08}
  - {name: 灯九, slug: lamp-8, added: 2023-04-09}
  - {name: 灯十, slug: lamp-9, added: 2023-04-10}
```

```yaml
record: {name: ChatYuan, kind: model, description: 元语智能发布的中文对话模型。}
```

```yaml
record: {name: ChatYuan, status: withdrawn, reason: 作者已停止服务, links: null}
```

从 README 导入、照原文保留的条目不需要另写介绍：

```yaml
record: {name: ChatYuan, description: null, body: "- [ChatYuan](https://github.com/clue-ai/ChatYuan) 对话模型"}
```

介绍写了却是空白，由 TXT001 报告：

```yaml
record: {name: ChatYuan, description: "   "}
```
"""

from collections.abc import Iterator

from bot.catalog.model import Mistake
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.parse_errors import findings
from bot.lint.sentences import Sentence

SEVERITY: Severity = "error"
SENTENCES = {
    "no-reason": Sentence("条目已撤下，却没有写原因", "请补上“reason: …”，一句话说明何时、为何撤下"),
    "no-day": Sentence("没有收录日期，而其余的条目几乎都有", "请补上“added: 年-月-日”，否则它会排到小节的最后"),
}
MOST = 0.9  # of the entries that have a day, from which on one without it was forgotten
MANY = 10  # entries from which on such a share says something


def check(ctx: LintContext) -> Iterator[Finding]:
    blank = {record.file for record in ctx.catalog.records if "description" in record.lines}
    yield from findings(ctx, (m for m in ctx.mistakes if m.kind == "missing" and not _elsewhere(m, blank)))
    for record in ctx.subjects:
        if record.status == "withdrawn" and not record.reason.strip() and "reason" not in record.lines:
            yield Finding("no-reason", place(record, "status"), {"status": record.status})
        elif record.status == "active" and not record.added and record.order is None and _dated(ctx):
            yield Finding("no-day", place(record), {"field": "added"}, severity="warning")


def _dated(ctx: LintContext) -> bool:
    """Whether the list's entries are dated, nearly all of them."""

    def share(ctx: LintContext) -> bool:
        active = [record for record in ctx.catalog.records if record.status == "active"]
        return len(active) >= MANY and sum(bool(record.added) for record in active) >= MOST * len(active)

    return not ctx.pages and ctx.once("entries are dated", share)


def _elsewhere(mistake: Mistake, blank: set[str]) -> bool:
    """A description that is there but blank is TXT001's."""
    return mistake.field == "description" and mistake.file in blank
