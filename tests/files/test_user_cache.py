"""What is kept in the user's cache takes the place of whatever is there, and reads nothing that others could write."""

import os
import stat

import pytest

from bot.errors import CurateError
from bot.files.access import replace
from bot.files.user_cache import keep, read_own

pytestmark = pytest.mark.skipif(os.name != "posix", reason="links and permissions of POSIX")


@pytest.fixture
def place(tmp_path):
    return tmp_path / "cache"


def test_a_link_is_replaced_and_what_it_leads_to_stays(place, tmp_path):
    (tmp_path / "other").write_bytes(b"other")
    place.symlink_to("other")
    assert read_own(place) == b""
    keep(place, b"new")
    assert not place.is_symlink()
    assert (read_own(place), (tmp_path / "other").read_bytes()) == (b"new", b"other")


def test_a_pipe_is_replaced(place):
    os.mkfifo(place)
    assert read_own(place) == b""
    keep(place, b"new")
    assert read_own(place) == b"new"


def test_permissions_of_what_was_there_are_not_taken_over(place):
    place.write_bytes(b"old")
    place.chmod(0o666)
    assert read_own(place) == b""
    keep(place, b"new")
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_where_nothing_can_be_kept_nothing_happens(place):
    place.mkdir()
    keep(place, b"new")
    assert list(place.parent.iterdir()) == [place]


def test_no_device_or_pipe_of_a_list_is_replaced(place):
    os.mkfifo(place)
    with pytest.raises(CurateError, match="这是管道或设备，不会写入"):
        replace(place, b"new")
    assert stat.S_ISFIFO(place.stat().st_mode)
