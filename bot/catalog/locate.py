"""A folder without a catalog: what to tell whoever asked for one there."""

from __future__ import annotations

from pathlib import Path

from bot.catalog.arrange import LIST_FILE
from bot.errors import CurateError
from bot.files.access import real
from bot.files.below import is_file


def list_above(path: Path) -> Path | None:
    """The nearest folder above a path, symbolic links resolved, that holds a catalog."""
    return next((folder for folder in real(path).parents if is_file(folder, LIST_FILE)), None)


def no_catalog(root: Path) -> CurateError:
    above = list_above(root)
    fix = f"上级文件夹里有，请用 curate -C {above} 运行" if above else "请进入列表所在的文件夹，或用 -C 指定"
    return CurateError("这里没有条目库（找不到 catalog/list.yml）", str(real(root)), f"{fix}；新建请用 curate import")
