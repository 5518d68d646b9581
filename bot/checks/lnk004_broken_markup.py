"""Markdown 写坏了，读者看到的不是这个链接

方括号与圆括号之间多了空格、少了一半括号、裸网址后面紧跟着中文，GitHub 都会照另一种方式显示：
不成链接，或者把后面的文字也算进网址。

## Flagged

方括号与圆括号之间有空格：

```yaml
page: |
  ## 工具
  - [movie] (https://github.com/reel-lab/movie) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

方括号没有写对：

```yaml
page: |
  ## 工具
  - [podman][https://podman-docs.dev] - 容器。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

括号写了两层：

```yaml
page: |
  ## 工具
  - [AMBERT]((https://arxiv.org/pdf/2008.11869.pdf)
  - [show](https://github.com/reel-lab/show) - 看节目。
```

全角括号：

```yaml
page: |
  ## 工具
  - [steedos]（https://github.com/steed-lab/mini-vip)
  - [show](https://github.com/reel-lab/show) - 看节目。
```

裸网址后面紧跟着中文，GitHub 把中文也算进网址：

```yaml
page: |
  ## 工具
  - show：地址是 https://github.com/reel-lab/show，欢迎使用。
  - movie：地址是 https://github.com/reel-lab/movie
```

## Fine

```yaml
page: |
  ## 工具
  - [movie](https://github.com/reel-lab/movie) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

网址后面有空格：

```yaml
page: |
  ## 工具
  - show：地址是 https://github.com/reel-lab/show ，欢迎使用。
  - movie：地址是 https://github.com/reel-lab/movie
```

尖括号隔开了网址：

```yaml
page: |
  ## 工具
  - show：<https://github.com/reel-lab/show>，欢迎使用。
  - movie：<https://github.com/reel-lab/movie>
```

网址里成对的括号：

```yaml
page: |
  ## 工具
  - [Claude](https://en.wikipedia.org/wiki/Claude_(language_model)) - 百科。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

代码里的写法：

```yaml
page: |
  ## 工具
  - [show](https://github.com/reel-lab/show) - 写作 `[show] (https://github.com/reel-lab/show)` 就不成链接。
  - [movie](https://github.com/reel-lab/movie)
```
"""

from collections.abc import Iterator

from bot.identity import link_key
from bot.model import Evidence, Finding, Severity, place
from bot.zh import quote

SEVERITY: Severity = "error"


def check(seen: Evidence) -> Iterator[Finding]:
    for record in seen.subjects:
        for link in record.links:
            if link.written:
                url = link_key(link.url).url
                bare = link.written.lower().startswith(("http", "www."))
                what = "后面紧跟着别的文字，GitHub 会一起算进网址" if bare else "写坏了，GitHub 不会显示成这个链接"
                fix = f"请在网址后面加一个空格，或写成 <{url}>" if bare else f"请写成 [{record.name}]({url})"
                at = place(record, "links", link.line)
                yield Finding(f"{quote(link.written)}{what}", fix, at, {"written": link.written, "url": link.url})
