"""项目已经归档

作者把仓库设成了只读：不再维护，但还在，还能用。可以在介绍里写一句，也可以不动，所以只是提示。
要有事实（`curate links` 记下的）才查得出来。

## Flagged

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
facts: {"https://github.com/lamp-lab/lantern": {outcome: archived, why: archived, status: 200}}
```

## Fine

```yaml
record: {name: 灯笼, links: [{url: "https://github.com/lamp-lab/lantern"}]}
facts: {"https://github.com/lamp-lab/lantern": {outcome: alive, status: 200}}
```

介绍里已经写了：

```yaml
record:
  name: 灯笼
  links: [{url: "https://github.com/lamp-lab/lantern"}]
  description: 由高校实验室发布的对话模型，仓库已归档，不再更新。
facts: {"https://github.com/lamp-lab/lantern": {outcome: archived, why: archived, status: 200}}
```

撤下的条目：

```yaml
record: {name: 灯笼, status: withdrawn, reason: 不再维护, links: [{url: "https://github.com/lamp-lab/lantern"}]}
facts: {"https://github.com/lamp-lab/lantern": {outcome: archived, why: archived, status: 200}}
```
"""

import re
from collections.abc import Iterator

from bot.lint.analysis.link_verdicts import judged_links
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence

SEVERITY: Severity = "info"
FROM_FACTS = True
SENTENCES = {
    "archived": Sentence("“{name:40}”的仓库 {url} 已经归档，不再维护", "可以在介绍里写明，也可以不改", "不用改"),
}
TOLD = re.compile(r"(?i)归档|不再(?:维护|更新)|停止(?:维护|更新)|archived|unmaintained|deprecated")


def check(ctx: LintContext) -> Iterator[Finding]:
    for link in judged_links(ctx):
        record = ctx.catalog.by_slug.get(link.place.record)
        if link.verdict.outcome == "archived" and not (record and TOLD.search(record.description + record.body)):
            yield link.finding("archived")
