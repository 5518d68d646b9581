"""What is known of the links of a list: from a facts file, else from the branch that the patrol keeps them on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.errors import CurateError
from bot.files.below import is_there
from bot.files.git_history import file_at
from bot.web.facts import parse_facts, read_facts
from bot.web.facts_format import Facts

BRANCH, FILE = "curate/facts", "facts.json"


@dataclass(frozen=True)
class KnownFacts:
    """`newest` is the day of the last look, None where nobody has looked."""

    facts: Facts = field(default_factory=dict)

    @property
    def newest(self) -> date | None:
        return max((fact.looked for fact in self.facts.values()), default=None)

    def age(self, today: date) -> str:
        """How old they are, for whoever reads the findings; empty where there are none."""
        if not self.newest:
            return ""
        days = (today - self.newest).days
        return f"链接的事实记到 {self.newest}" + (f"，{days} 天前。" if days > 0 else "。")


def known_facts(root: Path, path: Path | None = None, *, branch: bool = True) -> KnownFacts:
    """Those in the file, which must be there; else, from the branch, as git has it here or of its remote."""
    if path:
        if not is_there(path.parent, path.name):
            raise CurateError("找不到事实文件", str(path), "请核对路径，或先运行 curate links --facts 文件")
        return KnownFacts(read_facts(path))
    for reference in (f"refs/heads/{BRANCH}", f"refs/remotes/origin/{BRANCH}") if branch else ():
        if (data := file_at(root, reference, FILE)) is not None:
            return KnownFacts(parse_facts(data, f"{reference}:{FILE}"))
    return KnownFacts()
