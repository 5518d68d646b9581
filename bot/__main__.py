"""The one place where an exception becomes an exit code.

0 fine, 1 findings or something stale, 2 cannot run (a sentence says why), 3 a bug (a traceback to paste), 130 ^C.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import NoReturn

from bot import HOME

REPORT = "这是 curate 自己的错误，不是你的。请把以上内容贴到 {} 报告。"


def main() -> None:
    """Run the command line."""
    gc.disable()  # a run ends before garbage in cycles matters; walking all records again and again does not pay
    try:
        _open_streams()
        _run()
    except KeyboardInterrupt:  # before there is a command that could tell
        sys.exit(130)
    finally:
        gc.freeze()  # the interpreter's last act would be to walk all of them once more


def _open_streams() -> None:
    """Somewhere to write to, in any encoding: a terminal without Chinese gets codes, not a traceback."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed: there is nobody to tell
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w"))
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run() -> None:
    from bot.cli import click_zh

    click_zh.install()
    import click

    from bot.cli.job_summary import job_failed
    from bot.cli.main import cli
    from bot.cli.output import say
    from bot.errors import CurateError, HandEdited

    try:
        sys.exit(cli.main(prog_name="curate", standalone_mode=False))
    except CurateError as error:
        if isinstance(error, HandEdited):
            say(error.diff, nl=False)
        say(str(error), err=True)
        job_failed(str(error))
        sys.exit(2)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except BrokenPipeError:
        _hush()
        sys.exit(1)
    except OSError as error:
        if error.errno is None:
            _report()
        from bot.files.access import explain

        if not error.filename:
            _hush()
        said = str(explain(error, str(error.filename or "标准输出")))
        say(said, err=True)
        job_failed(said)
        sys.exit(2)
    except Exception:  # noqa: BLE001 - everything else is a bug, said once and in full
        _report()


def _hush() -> None:
    """Nothing more to stdout, not what is still to be flushed at the end either."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report() -> NoReturn:
    import traceback

    from bot.cli.job_summary import BUG, job_failed
    from bot.cli.output import say

    say(traceback.format_exc(), nl=False, err=True)
    say(REPORT.format(f"{HOME}/issues"), err=True)
    job_failed(BUG)
    sys.exit(3)


if __name__ == "__main__":
    main()
