"""Writing is all or nothing, whatever stops it; every failure is one sentence that names the path."""

import errno
import os
import signal
import stat

import pytest

from bot.errors import CurateError
from bot.files import access as files
from bot.files import below
from bot.flows import regen

OLD, NEW = "旧\n" * 9999, "新\n" * 9999


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "README.md"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_what_is_the_same_is_not_written(page):
    before = page.stat()
    assert files.write_if_changed(page, OLD) is False
    assert page.stat().st_mtime_ns == before.st_mtime_ns
    assert files.write_if_changed(page, NEW) is True
    assert page.read_text(encoding="utf-8") == NEW


def test_nothing_is_left_beside_it(page):
    files.write_if_changed(page, NEW)
    assert list(page.parent.iterdir()) == [page]


def test_permissions_stay(page):
    page.chmod(0o640)
    files.write_if_changed(page, NEW)
    assert stat.S_IMODE(page.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(page):
    (page.parent / "other").touch()
    files.write_if_changed(page.parent / "new/README.md", NEW)
    assert (page.parent / "new/README.md").stat().st_mode == (page.parent / "other").stat().st_mode


def test_a_symbolic_link_stays_one(page):
    link = page.parent / "link.md"
    link.symlink_to("README.md")
    files.write_if_changed(link, NEW)
    assert link.is_symlink()
    assert page.read_text(encoding="utf-8") == NEW


# What a run may be stopped at, in order.
STEPS = ["open", "fsync", "chmod", "replace"]
TROUBLES = [
    pytest.param(OSError(errno.ENOSPC, "No space left on device"), "磁盘已满，没有写入", "请腾出空间后重试", id="disk full"),
    pytest.param(OSError(errno.EDQUOT, "Quota exceeded"), "磁盘已满，没有写入", "请腾出空间后重试", id="quota"),
    pytest.param(PermissionError(errno.EACCES, "Denied"), "没有读写权限", "请检查文件夹的权限后重试", id="read-only folder"),
    pytest.param(OSError(errno.EROFS, "Read-only file system"), "磁盘是只读的，没有写入", "请换一个可以写的位置",
                 id="read-only disk"),
    pytest.param(OSError(errno.EIO, "Input/output error"), "读写失败（Input/output error）", "请排除故障后重试", id="disk error"),
]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(("trouble", "what", "fix"), TROUBLES)
def test_trouble_leaves_the_old_page_and_is_said_in_one_sentence(page, monkeypatch, step, trouble, what, fix):
    real = getattr(os, step)

    def broken(first, *more, **named):
        if step == "open" and not str(first).endswith(".tmp"):
            return real(first, *more, **named)
        raise trouble

    with monkeypatch.context() as patch:
        patch.setattr(os, step, broken)
        with pytest.raises(CurateError) as raised:
            files.write_if_changed(page, NEW)
    assert str(raised.value) == f"{page}：{what}。{fix}。"
    assert page.read_text(encoding="utf-8") == OLD
    assert list(page.parent.iterdir()) == [page]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_the_page_is_the_old_one_or_the_new_one(page, step, moment):
    child = os.fork()
    if not child:
        real = getattr(os, step)

        def killed(first, *more, **named):
            ours = step != "open" or str(first).endswith(".tmp")
            if ours and moment == "before":
                os.kill(os.getpid(), signal.SIGKILL)
            result = real(first, *more, **named)
            if ours:
                os.kill(os.getpid(), signal.SIGKILL)
            return result

        setattr(os, step, killed)
        files.write_if_changed(page, NEW)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    assert page.read_text(encoding="utf-8") == (NEW if (step, moment) == ("replace", "after") else OLD)


def test_the_next_run_finishes_what_a_killed_one_began(tiny, monkeypatch, curate):
    left = tiny / ".README.md.999999999-0123456789ab.tmp"  # no system has so many processes
    left.write_text("half a pa", encoding="utf-8")
    assert curate("-C", tiny, "regen").code == 0
    assert regen.look(tiny).stale == {}
    assert not left.exists()


READING = [
    pytest.param(lambda path: path.unlink(), "找不到这个文件或文件夹", id="gone"),
    pytest.param(lambda path: (path.unlink(), path.mkdir()), "这是文件夹，不是文件", id="folder"),
    pytest.param(lambda path: path.write_bytes(b"a\nb\xff"), "文件不是 UTF-8 编码", id="no text"),
    pytest.param(lambda path: (path.unlink(), path.symlink_to(path.name)), "符号链接", id="link to itself"),
]


@pytest.mark.parametrize(("happen", "what"), READING)
def test_reading(page, happen, what):
    happen(page)
    with pytest.raises(CurateError) as raised:
        below.text(page.parent, page.name)
    assert what in raised.value.what
    assert raised.value.where.startswith(str(page))
    assert raised.value.next_step


def test_text_that_is_no_utf8_is_named_by_line(page):
    page.write_bytes("一\n二\n".encode() + b"\xff")
    with pytest.raises(CurateError, match=r"README\.md:3：文件不是 UTF-8 编码"):
        below.text(page.parent, page.name)


@pytest.mark.parametrize(("data", "text"), [
    pytest.param(b"a\r\nb\r\n", "a\nb\n", id="CRLF"),
    pytest.param(b"\xef\xbb\xbfa\n", "a\n", id="byte order mark"),
    pytest.param(b"", "", id="empty"),
    pytest.param(b"x" * 200_000, "x" * 200_000, id="more than one read"),
])  # fmt: skip
def test_text_is_read_with_plain_line_ends(page, data, text):
    page.write_bytes(data)
    assert below.text(page.parent, page.name) == text
