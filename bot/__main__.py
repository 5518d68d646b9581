"""The one place where an exception becomes an exit code.

0 fine, 1 findings or something stale, 2 cannot run (a sentence says why), 3 a bug (a traceback to paste), 130 ^C.
"""

from __future__ import annotations

import gc
import io
import os
import sys

REPORT = "这是 curate 自己的错误，不是您的。请把以上内容贴到 {} 报告。"
HOME = "https://github.com/chenking2020/FindTheChatGPTer/issues"


def main() -> None:
    """Run the command line."""
    gc.disable()  # a run ends before garbage in cycles matters; walking all records again and again does not pay

    from bot import zh_click

    zh_click.install()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal without Chinese gets codes, not a traceback
            stream.reconfigure(errors="backslashreplace")
    import click

    from bot.cli import cli
    from bot.errors import CurateError, HandEdited

    try:
        sys.exit(cli.main(prog_name="curate", standalone_mode=False))
    except CurateError as error:
        if isinstance(error, HandEdited):
            click.echo(error.diff, nl=False)
        click.echo(str(error), err=True)
        sys.exit(2)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception:  # noqa: BLE001 - everything else is a bug, said once and in full
        import traceback

        traceback.print_exc()
        click.echo(REPORT.format(HOME), err=True)
        sys.exit(3)
    finally:
        gc.freeze()  # the interpreter's last act would be to walk all of them once more


if __name__ == "__main__":
    main()
