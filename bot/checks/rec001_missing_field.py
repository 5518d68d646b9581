"""缺少必填字段

每条记录至少要有名称、类别和中文介绍。缺了其中一项，页面上就会出现没有名字或没有内容的条目。

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

from bot.checks.mistakes import findings
from bot.model import Evidence, Finding, Mistake, Severity

SEVERITY: Severity = "error"


def check(seen: Evidence) -> Iterator[Finding]:
    blank = {record.file for record in seen.catalog.records if "description" in record.lines}
    return findings(seen, (m for m in seen.mistakes if m.kind == "missing" and not _elsewhere(m, blank)))


def _elsewhere(mistake: Mistake, blank: set[str]) -> bool:
    """A description that is there but blank is TXT001's."""
    return "“description”" in mistake.message and mistake.file in blank
