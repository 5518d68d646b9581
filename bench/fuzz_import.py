"""Mutate pages at random and import each: no crash, no hang, nothing lost. `python -m bench.fuzz_import 1000 [FILE…]`.

Each mutant is imported, regenerated and compared letter for letter; every tenth also as GitHub's renderer shows it.
A mutant that fails is printed with its number: the same seed makes it again.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from bot.flows.import_ import plain
from bot.readme.generate.page import readme
from bot.readme.importer.read import read_readme
from bot.readme.importer.restructure import fitted

SEEDS = [
    """# 列表

## 工具

- [甲](https://a.cn) - 一
  - [乙](https://b.cn)：二
- [丙](https://c.cn)

1. 丁，见
   https://d.cn/x
""",
    """标题
===

### 甲（更新于2023年4月21日）

\u00a0说明：https://github.com/a/a，很好

乙（更新于2023年5月1日）

地址：https://b.cn

### 丙

https://c.cn
""",
    """| 名称 | 说明 |
|---|---|
| [甲](https://a.cn) | `x|y` |
| [乙][k] | \\| |

[k]: https://b.cn '题'
""",
    """<details><summary><a href="https://a.cn">甲</a></summary>

- [x](https://b.cn)
</details>
<table>
<tr><td><a href="https://c.cn">丙</a></td></tr>
</table>

<!-- 注 -->
```sh
码
```
""",
    """**[甲](https://a.cn)**（某）

[乙](https://b.cn)：说明\x20\x20
[丙](https://c.cn)

> - [丁](https://d.cn)

* 戊：
  * 地址：https://e.cn
  * 简介：六
""",
]
PIECES = [
    "\n",
    "\n\n",
    "  ",
    "    ",
    "\t",
    "- ",
    "* ",
    "1. ",
    "# ",
    "### ",
    "|",
    "|---|",
    "```",
    "~~~",
    "<",
    ">",
    "<!--",
    "-->",
    "[",
    "](",
    ")",
    "(",
    "![",
    "`",
    "\\",
    "{{",
    "}}",
    "{%",
    "{#",
    "<details>",
    "</details>",
    "<pre>",
    "<a href=",
    "</a>",
    "https://",
    "---",
    "===",
    "&",
    "\u00a0",
    "\u2028",
    "\x85",
    "\x0c",
    "\r",
    "\x00",
    "\ufeff",
    "甲",
    "（更新于2023年1月1日）",
    "\n\n[//]: # (x)\n\n",
]


def mutant(random_: random.Random, seeds: list[str]) -> str:
    text = random_.choice(seeds)
    for _ in range(random_.randint(1, 8)):
        at = random_.randrange(len(text) + 1)
        to = min(len(text), at + random_.randint(0, 40))
        match random_.randrange(4):
            case 0:
                text = text[:at] + random_.choice(PIECES) * random_.choice([1, 1, 1, 2, 50]) + text[at:]
            case 1:
                text = text[:at] + text[to:]
            case 2:
                text = text[:to] + text[at:to] + text[to:]
            case _:
                other = random_.choice(seeds)
                place = random_.randrange(len(other))
                text = text[:at] + other[place : place + random_.randint(1, 200)] + text[to:]
    return text


def problem(text: str, *, shown: bool) -> str:
    read = read_readme(text, "README.md")
    page = readme(fitted(read.catalog), read.template)
    if not plain(page).startswith(plain(text)):
        return "text differs"
    again = read_readme(page, "README.md")
    if again.catalog != read.catalog:
        return "a second import differs"
    return _shown_otherwise(text, page) if shown and page.rpartition("\n\n[//]")[0] == plain(text) else ""


def _shown_otherwise(text: str, page: str) -> str:
    from tests.imported_pages import shown

    return "" if shown(page) == shown(text) else "shown otherwise"


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seeds = [*SEEDS, *(Path(path).read_text("utf-8", errors="replace")[:4_000] for path in sys.argv[2:])]
    started, slowest = time.perf_counter(), 0.0
    failed = 0
    for number in range(count):
        text = mutant(random.Random(number), seeds)
        begun = time.perf_counter()
        try:
            said = problem(text, shown=number % 10 == 0)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            said = repr(error)
        slowest = max(slowest, time.perf_counter() - begun)
        if said:
            failed += 1
            print(f"{number}: {said}: {text[:300]!r}")
    took = time.perf_counter() - started
    print(f"{count} mutants, {failed} failed, {took:.0f} s, slowest {slowest:.2f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
