"""豁免没有用处

记录里的 `allow` 允许某条规则例外，并写明理由。问题消失以后豁免还留着，下一个真正的问题就会被它悄悄放过；
没有理由的豁免，后来的人无从判断该不该留。本规则由登记处在其他规则运行之后检查。

文件读不懂（字段不认识、值不合要求、日期或网址不成样子、文件名不合规或重复、关系没有着落……）时，`curate regen`
一律停下，页面无法生成。这样的问题不能豁免：写了豁免也照样报告，另由本规则指出豁免不起作用。

## Flagged

```yaml
record: {name: ChatYuan, allow: {dup001: 两个条目共用一个仓库}}
```

```yaml
record: {name: ChatYuan, links: [{url: "https//github.com/clue-ai/ChatYuan"}], allow: {lnk001: ""}}
```

```yaml
record: {name: ChatYuan, allow: {same-link: 没有写规则的代码}}
```

读不懂的文件不能豁免，页面无法由它生成：

```yaml
record: {name: ChatYuan, star: 7000, allow: {rec002: 日后会有这个字段}}
```

```yaml
record: {name: ChatYuan, links: [{url: "https//github.com/clue-ai/ChatYuan"}], allow: {lnk001: 原网址如此}}
```

## Fine

```yaml
record:
  name: ChatYuan
  links: [{url: "https://blog-project.dev/2023/对话模型。"}]
  allow: {lnk001: 原网址末尾确有句号}
```

```yaml
record: {name: ChatYuan}
```
"""

from collections.abc import Iterator

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity

SEVERITY: Severity = "warning"


def check(ctx: LintContext) -> Iterator[Finding]:
    """Nothing of its own: `registry.run` reports unused waivers once it knows which were used."""
    del ctx
    return iter(())
