"""小节没有印在页面上

模板逐节写明要印哪些条目。条目库里添了小节而模板里没有，那一节的条目就谁也看不到，也不会有任何提示。

## Flagged

```yaml
record: {name: ChatYuan}
unprinted: [models]
```

```yaml
record: {name: ChatYuan}
catalog: [{name: PromptCLUE}]
unprinted: [models, corpora]
```

## Fine

```yaml
record: {name: ChatYuan}
```

小节还是空的，或者只有撤下的条目：

```yaml
record: {name: ChatYuan, status: withdrawn, reason: 仓库已删除}
unprinted: [models, corpora]
```
"""

from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity, place
from bot.lint.sentences import Sentence

SEVERITY: Severity = "error"
SENTENCES = {
    "not-printed": Sentence(
        "小节“{section}”没有印在页面上，读者看不到这个条目",
        "请在 README.template.md 里写上 {call}",
    )
}


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        if record.section in ctx.unprinted and record.status == "active":
            call = f'{{{{ entries("{record.section}") }}}}'
            yield Finding("not-printed", place(record), {"section": record.section}, {"call": call})
