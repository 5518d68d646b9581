"""`curate rules`."""

from __future__ import annotations

from pathlib import Path

import click

from bot.cli.generated_document import keep_book
from bot.cli.output import say


@click.command(options_metavar="[选项]", short_help="列出全部规则")
@click.option("--write", "target", metavar="文件", type=click.Path(path_type=Path), help="把规则手册写进这个文件。")
@click.option("--check", "only_check", is_flag=True, help="与 --write 同用：只比较，过期则以 1 退出。")
@click.pass_context
def command(ctx: click.Context, target: Path | None, only_check: bool) -> None:
    """列出全部规则，或把规则手册写进文件。

    \b
    例：
      curate rules
      curate rules --write docs/rules.md
      curate rules --write docs/rules.md --check
    """
    from bot.lint.discover import all_rules
    from bot.lint.report.rulebook import book, table

    if target is None:
        say(table(all_rules()), nl=False)
    else:
        keep_book(ctx, target, book(all_rules()), only_check)
