"""能否商用，介绍和字段说法不一

`use` 写的是可以商用，介绍里却说“不得商用”“仅限研究”，或者反过来：按哪一处用都可能违反许可。
两处总有一处是旧的，请照项目现在的许可改成一致。介绍里两样都说到的（旧版限研究，新版可商用），不查。

## Flagged

```yaml
record: {name: Lantern, use: free, description: 会聊天的灯，仅限学术研究，不得商用。}
```

```yaml
record: {name: Lantern, use: free, description: 会聊天的灯。, license: {weights: CC BY-NC 4.0}}
```

```yaml
record: {name: Lantern, use: research, description: 会聊天的灯，代码和权重都可免费商用。}
```

## Fine

```yaml
record: {name: Lantern, use: research, description: 会聊天的灯，仅限学术研究，不得商用。}
```

```yaml
record: {name: Lantern, use: register, description: 登记以后可以商用，未经授权不得商用。}
```

新旧两版都说到了：

```yaml
record: {name: Lantern, use: free, description: 第一版不得商用，第二版起可免费商用。}
```

没有写 `use`：

```yaml
record: {name: Lantern, description: 不得商用。}
```

各个版本的许可不同：

```yaml
record: {name: Lantern, use: free, description: 会聊天的灯。, license: {weights: CC-BY-4.0（甲）、CC-BY-NC-4.0（乙）}}
```

许可里的限制和 `use` 一致：

```yaml
record: {name: Lantern, use: research, description: 会聊天的灯。, license: {code: Apache-2.0, weights: CC BY-NC 4.0}}
```
"""

import re
from collections.abc import Iterator

from bot.catalog.model import Record
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Place, Severity, place
from bot.lint.sentences import Sentence
from bot.lint.text_fields import Text, description

SEVERITY: Severity = "warning"
_FIX = "请照项目现在的许可，把两处改成一致"
SENTENCES = {
    "forbidden": Sentence("use 写的是可以商用，{where}却说“{words:40}”", _FIX),
    "allowed": Sentence("use 写的是仅限研究，{where}却说“{words:40}”", _FIX),
}
FORBIDDEN = re.compile(
    r"(?:不得|不可|不能|不允许|不支持|禁止|严禁|不许)(?:用于)?(?:任何)?商[用业]|非商[业用]|仅(?:限|供|可)?(?:用)?于?(?:学术|科研|研究|教育)"
    r"|\bnon-?commercial\b|\bresearch(?: use| purposes?)? only\b|\bcc[- ]by[- ]nc\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(
    r"(?<!不)(?:可以?|允许|支持|能)(?:免费|自由|直接|用于)?商[用业]|(?:免费|自由)商用|商用友好"
    r"|commercial(?:ly)? (?:use )?(?:allowed|permitted|usable|free)",
    re.IGNORECASE,
)


def check(ctx: LintContext) -> Iterator[Finding]:
    for record in ctx.subjects:
        if record.use == "free":
            yield from _against(record, "forbidden", FORBIDDEN, ALLOWED)
        elif record.use == "research":
            yield from _against(record, "allowed", ALLOWED, FORBIDDEN)


def _against(record: Record, sentence: str, against: re.Pattern[str], agrees: re.Pattern[str]) -> Iterator[Finding]:
    """What the text or a licence says against the field, where nothing in it agrees."""
    text, terms = description(record), record.license.weights
    if not all(against.search(part) for part in re.split("[、，,;；]", terms)):
        terms = ""  # several versions, each on its own terms
    if agrees.search(text.value) or (sentence == "allowed" and agrees.search(terms)):
        return
    for where, value in (("介绍", text.value), ("license", terms)):
        if words := against.search(value):
            evidence = {"use": record.use, "words": words[0]}
            at = _line(text, words.start()) if where == "介绍" else place(record, "license")
            yield Finding(sentence, at, evidence, {"where": where}, (place(record, "use"),))
            return


def _line(text: Text, at: int) -> Place:
    return text.place(text.value.count("\n", 0, at))
