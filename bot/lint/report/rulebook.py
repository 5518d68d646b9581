"""The rules' docstrings → `curate rules`, `curate explain` and docs/rules.md."""

from __future__ import annotations

from collections.abc import Sequence

from bot.lint.discover import Rule
from bot.lint.finding import SEVERITIES
from bot.lint.report.precision import precision
from bot.lint.rule_page import rule_anchor
from bot.markdown.escape import anchor

_HEADINGS = {"## Flagged": "### 会报告", "## Fine": "### 不报告"}


def table(rules: Sequence[Rule]) -> str:
    """A line per rule, columns aligned for a terminal."""
    wide = max(len(rule.name) for rule in rules)
    return "".join(f"{r.code}  {SEVERITIES[r.severity]}  {r.name:<{wide}}  {r.title}\n" for r in rules)


def page(rule: Rule) -> str:
    """One rule, as Markdown under a second-level heading."""
    title, _, rest = rule.doc.strip().partition("\n")
    for written, shown in _HEADINGS.items():
        rest = rest.replace(written, shown)
    head = f"## {rule.code} {title}"
    facts = f"`{rule.name}` · {SEVERITIES[rule.severity]}"
    read = precision(rule.code)
    facts += f"\n\n{read}" if read else ""
    return f"{head}\n\n{facts}\n\n{rest.strip()}\n"


def book(rules: Sequence[Rule]) -> str:
    """docs/rules.md."""
    used: dict[str, int] = {}
    anchor("规则手册", used)
    lines = [
        "# 规则手册",
        "",
        "本页由规则文件的文档生成（`curate rules --write docs/rules.md`），请不要手改。",
        "每条规则在 `bot/rules/` 里是一个文件，下面的例子同时也是它的测试。",
        "确有理由时可在记录里忽略：`allow: {dup001: 理由}`；文件无法解析、页面因此无法生成的，不能忽略。",
        "",
        "| 规则 | 名称 | 级别 | 查什么 |",
        "|---|---|---|---|",
    ]
    for rule in rules:
        link = f"[{rule.code}](#{anchor(f'{rule.code} {rule.title}', used)})"
        lines.append(f"| {link} | `{rule.name}` | {SEVERITIES[rule.severity]} | {rule.title} |")
    return "\n".join([*lines, "", *(f'<a id="{rule_anchor(rule.code)}"></a>\n\n{page(rule)}' for rule in rules)])
