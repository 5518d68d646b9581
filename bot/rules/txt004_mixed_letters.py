"""一个词里混进了别的文字的字母

西里尔字母的 М、希腊字母的 Ο 看上去和拉丁字母一模一样，却是另一个字符：搜索搜不到，同一个名字会被当成两个，
冒充别人的项目也常用这一手。名称和链接文字里的是错误，介绍里的多半是输入法没有切换，是警告。
比较名称与网址时，这样的字母一律按看上去的样子算。用作符号的希腊字母（β-VAE、μTransfer）、整个用另一种文字写的名称、
全角字母、和拉丁字母写在一起的汉字，都不算。

## Flagged

西里尔字母的 М：

```yaml
record: {name: "ChatGL\\u041c2-6B"}
```

数字后面的西里尔字母 В：

```yaml
record: {name: "ChatYuan-6\\u0412"}
```

链接文字里的 і：

```yaml
record: {name: ChatYuan, links: [{url: "https://github.com/clue-ai/ChatYuan", label: "g\\u0456thub"}]}
```

希腊字母的 Ο 和夹在中间的 α：

```yaml
record: {name: ChatYuan, aliases: ["\\u039fpenChat", "Ll\\u03b1ma"]}
```

介绍里的：

```yaml
record: {name: ChatYuan, description: "与 \\u0421hatGPT 相似的对话模型。"}
```

可以是另一种文字的词，但看不出来的，是警告：

```yaml
record: {name: "\\u0420\\u0443GPT"}
```

## Fine

用作符号的希腊字母：

```yaml
record: {name: "β-VAE", aliases: [μTransfer, "LLaMA-α", "νGPT", "λ 演算"]}
```

整个用西里尔字母写的，和拉丁字母用连字符隔开的，有别的西里尔字母一看便知的：

```yaml
record: {name: Сайга, aliases: [ГигаЧат, СССР, "GPT-модель", ЯндексGPT, СберGPT]}
```

汉字、假名、带符号的拉丁字母、全角字母：

```yaml
record: {name: 开源ChatGLM模型, aliases: [カタカナBERT, Café, ＣｈａｔＧＬＭ]}
```

从 README 导入、照原文写的作者名：

```yaml
record: {name: ChatYuan, description: "作者 Пётр Иванов 说，效果与 GPT-4 相近。"}
```
"""

from collections.abc import Iterator
from itertools import islice

from bot.lint.context import LintContext
from bot.lint.finding import Finding, Severity
from bot.lint.sentences import Sentence
from bot.lint.text_fields import Text, texts
from bot.text.look_alikes import Mixed, mixed

SEVERITY: Severity = "error"
_LOOKS = "{field}的“{word:40}”里，“{char}”是{script} {code}，看上去却和拉丁字母“{like}”一样"
SENTENCES = {
    "mixed": Sentence(_LOOKS, "请改成“{plain:40}”（看上去一样，字符不同）"),
    "maybe-a-word": Sentence(
        _LOOKS,
        "请改成“{plain:40}”；如果确实是用{script}写的，请写明忽略的理由",
        "请改成“{plain:40}”；如果确实是用{script}写的，无须修改，由维护者处理",
    ),
}
MOST = 10
PROSE = frozenset({"description", "introduction", "reason", "data", "hardware"})


def check(ctx: LintContext) -> Iterator[Finding]:
    for text in texts(ctx):
        for letter in islice(mixed(text.value), MOST):
            yield _finding(text, letter)


def _finding(text: Text, letter: Mixed) -> Finding:
    evidence = {"char": letter.char, "code": letter.code, "looks_like": letter.like, "word": letter.word}
    parts = {"field": text.name, "script": letter.script, "like": letter.like, "plain": letter.plain}
    severity: Severity = "warning" if letter.name or text.field in PROSE else "error"
    at = text.place(text.value.count("\n", 0, letter.at))
    return Finding("maybe-a-word" if letter.name else "mixed", at, evidence, parts, severity=severity)
