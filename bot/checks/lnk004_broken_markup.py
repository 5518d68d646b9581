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

少了一半括号，或圆括号跑到了外面：

```yaml
page: |
  ## 工具
  - [movie(https://github.com/reel-lab/movie) - 查电影。
  - [show]()https://github.com/reel-lab/show) - 看节目。
```

```yaml
page: |
  ## 工具
  - (movie](https://github.com/reel-lab/movie) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

两种括号写反了：

```yaml
page: |
  ## 工具
  - (movie)[https://github.com/reel-lab/movie] - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

链接里又套着链接，GitHub 只认里面的：

```yaml
page: |
  ## 工具
  - [[movie](https://github.com/reel-lab/movie)](https://reel-lab.cn) - 查电影。
  - [show](https://github.com/reel-lab/show) - 看节目。
```

HTML 写错了一处：

```yaml
page: |
  ## 工具
  - <ahref="https://github.com/reel-lab/movie">movie</a> - 查电影。
  - <a href="https://github.com/reel-lab/show">show</a> - 看节目。
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

方括号里的说明带着网址：

```yaml
page: |
  ## 工具
  - [show](https://github.com/reel-lab/show) - 看节目 [[论文](https://reel-lab.cn/show.pdf)]。
  - [movie(见 https://reel-lab.cn)](https://github.com/reel-lab/movie)
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

from bot.checks.form import form_problem
from bot.model import Evidence, Finding, Link, Record, Severity, place
from bot.zh import quote

SEVERITY: Severity = "error"


def check(seen: Evidence) -> Iterator[Finding]:
    for record in seen.subjects:
        for link in record.links:
            if link.written and not form_problem(record, link):  # else told by LNK001
                what, fix = _told(record, link)
                at = place(record, "links", link.line)
                yield Finding(f"{quote(link.written)}{what}", fix, at, {"written": link.written, "url": link.url})


def _told(record: Record, link: Link) -> tuple[str, str]:
    """What is wrong and how to write it."""
    url = f"<{link.url}>" if "(" in link.url or ")" in link.url else link.url
    if link.written.lower().startswith(("http", "www.")):
        return "后面紧跟着别的文字，GitHub 会一起算进网址", f"请在网址后面加一个空格，或写成 <{link.url}>"
    name = link.label or record.name
    if link.written.startswith("<"):
        return "写坏了，GitHub 不会显示成链接", f"请写成 [{name}]({url})"
    if link.written.count("](") > 1:
        return "是一个链接里又套着一个，GitHub 只认里面的", f"请只留一个，如 [{name}]({url})"
    return "写坏了，GitHub 不会显示成这个链接", f"请写成 [{name}]({url})"
