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

## Fine

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
SENTENCES = {"no-reason": Sentence("条目已撤下，却没有写原因", "请补上“reason: …”，一句话说明何时、为何撤下")}


def check(ctx: LintContext) -> Iterator[Finding]:
    blank = {record.file for record in ctx.catalog.records if "description" in record.lines}
    yield from findings(ctx, (m for m in ctx.mistakes if m.kind == "missing" and not _elsewhere(m, blank)))
    for record in ctx.subjects:
        if record.status == "withdrawn" and not record.reason.strip() and "reason" not in record.lines:
            yield Finding("no-reason", place(record, "status"), {"status": record.status})


def _elsewhere(mistake: Mistake, blank: set[str]) -> bool:
    """A description that is there but blank is TXT001's."""
    return mistake.field == "description" and mistake.file in blank
