"""字段的值不合要求

类别、链接类型、状态等只能从固定的几种里选，位置要写整数，名称只占一行。
不合要求的值无法解析，条目会被当成没有写这个字段。名称、别名、机构和标题最多 120 个字符，链接文字最多 200 个：
更长的多半是把介绍粘进来了，目录、锚点和评论里都放不下。

## Flagged

类别不在可选项里：

```yaml
record: {name: ChatYuan, kind: chatbot}
```

链接类型写成了中文：

```yaml
record: {name: ChatYuan, links: [{url: "https://github.com/clue-ai/ChatYuan", type: 仓库}]}
```

应当是列表：

```yaml
record: {name: ChatYuan, aliases: 元语对话}
```

应当是整数：

```yaml
record: {name: ChatYuan, order: 第三}
```

关系里要写对方的文件名，不是名称：

```yaml
record: {name: Alpaca-LoRA, relations: [{type: based-on, record: Stanford Alpaca}]}
catalog: [{name: Stanford Alpaca}]
```

名称太长：

```yaml
record:
  name: >-
    ChatYuan 是一个支持中英双语的功能型对话语言大模型，它使用了和 ChatYuan-large-v1 相同的技术方案，在微调数据、
    人类反馈强化学习、思维链等方面进行了优化，可以在消费级显卡上推理，支持长文本、写代码、做数学题和角色扮演，用户还可以自己微调后部署在本地使用
```

别名、机构、链接文字和小节标题也一样：

```yaml
record:
  name: ChatYuan
  aliases:
    - >-
      支持中英双语的功能型对话语言大模型，它使用了和 ChatYuan-large-v1 相同的技术方案，在微调数据、
      思维链等方面进行了优化，可以在消费级显卡上推理，支持长文本、写代码、做数学题和角色扮演，用户还可以自己微调，微调以后再部署在本地
```

## Fine

论文的标题，不到 120 个字符：

```yaml
record:
  name: >-
    Learning to Rank Lanterns by Their Light:
    A Survey of Large Language Models for Quiet Rooms and Steam Kettles
```

```yaml
record: {name: ChatYuan, kind: model, order: 30, aliases: [元语对话]}
```

```yaml
record: {name: Alpaca-LoRA, relations: [{type: based-on, record: stanford-alpaca}]}
catalog: [{name: Stanford Alpaca}]
```
"""

from collections.abc import Iterator

from bot.catalog.limits import LONGEST
from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.parse_errors import of_kinds
from bot.lint.sentences import Sentence
from bot.lint.text_fields import Text, texts

SEVERITY: Severity = "error"
SENTENCES = {
    "too-long": Sentence(
        "{field}“{value:30}”有 {length} 个字符，最多 {most} 个", "请写短一些，细节放进介绍", "请写短一些，细节写进介绍"
    )
}


def check(ctx: LintContext) -> Iterator[Finding]:
    yield from of_kinds(ctx, "type", "choice", "slug")
    for text in texts(ctx):
        if len(text.value) > LONGEST.get(text.field, len(text.value)):
            yield _too_long(text)


def _too_long(text: Text) -> Finding:
    evidence = {"length": len(text.value), "most": LONGEST[text.field]}
    return Finding("too-long", text.at, evidence, {"field": text.name, "value": text.value})
