"""The Chinese words for what the model names in English, in one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # as in errors.py
    from bot.catalog.model import Kind, LinkType, RelationType
    from bot.lint.finding import Severity

KINDS: Mapping[Kind, str] = {
    "model": "语言模型",
    "multimodal": "多模态模型",
    "dataset": "数据集",
    "benchmark": "评测集",
    "leaderboard": "榜单",
    "framework": "训练框架",
    "method": "方法",
    "agent": "智能体",
    "service": "在线服务",
    "prompts": "提示词",
    "other": "其他",
}
LINKS: Mapping[LinkType, str] = {
    "repository": "代码仓库",
    "directory": "仓库目录",
    "file": "仓库文件",
    "model": "模型权重",
    "dataset": "数据集",
    "space": "在线演示空间",
    "organisation": "组织主页",
    "homepage": "项目主页",
    "paper": "论文",
    "blog": "博客文章",
    "docs": "文档",
    "demo": "在线体验",
    "other": "链接",
}
RELATIONS: Mapping[RelationType, str] = {"part-of": "隶属于", "successor-of": "后继于", "based-on": "基于"}
SEVERITIES: Mapping[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}


def join(parts: Iterable[str]) -> str:
    """「甲、乙、丙」."""
    return "、".join(parts)


def visible(text: str) -> str:
    """What has no shape of its own (line ends, escape sequences, bytes that are no text) as a backslash and a code."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode() for c in text)


def quote(text: str, most: int = 60) -> str:
    """A value in Chinese quotation marks, cut where it would fill the screen, safe on a terminal."""
    return f"“{visible(text if len(text) <= most else text[: most - 1] + '…')}”"
