"""The command line. One file per command in bot/cli/commands; a command imports what it needs when it runs."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from bot.cli import commands
from bot.cli.click_zh import WORDS
from bot.cli.output import say

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Commands(click.Group):
    """Finds its commands by file name; `import_.py` is the command `import`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        import pkgutil

        del ctx
        return sorted(module.name.rstrip("_") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        del ctx
        for module in (f"bot.cli.commands.{name}", f"bot.cli.commands.{name}_") if name.isalpha() else ():
            try:
                command: click.Command = import_module(module).command
            except ModuleNotFoundError as error:
                if error.name != module:
                    raise
            else:
                return command
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it; one that is not there is told together with the nearest that is."""
        name = args[0]
        if not name.startswith("-") and self.get_command(ctx, name) is None:
            from difflib import get_close_matches

            near = get_close_matches(name, self.list_commands(ctx), 1)
            said = WORDS["No such command {name!r}."].format(name=name)
            ctx.fail(said + "".join(WORDS["Did you mean {possibility}?"].format(possibility=repr(one)) for one in near))
        return super().resolve_command(ctx, args)


@click.command(cls=Commands, context_settings=CONTEXT, options_metavar="[选项]", subcommand_metavar="命令 [参数]…")
@click.option(
    "-C",
    "root",
    metavar="文件夹",
    type=click.Path(path_type=Path),
    multiple=True,
    help="先进入该文件夹再运行（可重复）。",
)
@click.version_option(package_name="curate-list", prog_name="curate", message="%(prog)s %(version)s", help="显示版本。")
@click.pass_context
def cli(ctx: click.Context, root: tuple[Path, ...]) -> None:
    """维护 awesome 列表：每条一个 YAML 文件，自动生成 README，自动查错。

    \b
    例：
      curate regen                 改好 catalog/ 后，重新生成 README.md
      curate check                 检查条目库，列出问题与修改建议
      curate -C ../别的列表 check   检查另一个列表
      curate explain dup001        说明一条规则

    \b
    命令补全（bash；zsh、fish 同理）：
      eval "$(_CURATE_COMPLETE=bash_source curate)"
    """
    ctx.obj = Path(*root)
    go_on(ctx.obj)


def go_on(root: Path) -> None:
    """A run that was killed while it wrote: the next one, whichever command it is, first writes the rest."""
    from bot.files.together import finish

    if written := finish(root):
        say(f"上次的写入被打断，已写完：{'、'.join(written)}。", err=True)
