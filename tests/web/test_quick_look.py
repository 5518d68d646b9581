"""A short look: what is there, what is gone, and nothing at all where we have no network."""

import socket
import time

import pytest

from bot.web import quick_look as quick
from tests.web.server import Web, page, status


@pytest.fixture
def names(monkeypatch):
    """`names(known)`: which names exist from here on."""

    def only(*known):
        def found(host, *_, **__):
            if host in known:
                return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", 443))]
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", found)

    return only


def look(*addresses, **more):
    return quick.quick_look(addresses, {}, allow_loopback=True, **more)


def test_what_pages_show():
    with Web({"/a": page("A"), "/gone": status(404)}) as web:
        seen = look(web.url("/a"), web.url("/gone"))
    assert [one.outcome for one in seen.values()] == ["alive", "gone"]


def test_a_name_that_does_not_exist_is_gone(names):
    names(quick.THERE)
    (seen,) = look("https://gituh.example/a").values()
    assert (seen.outcome, seen.why) == ("gone", "no-host")


def test_without_a_network_nothing_is_known(names):
    names()
    assert look("https://gituh.example/a") == {}


def test_what_takes_too_long_shows_nothing():
    async def never(_):
        import asyncio

        await asyncio.sleep(30)
        yield b""

    with Web({"/slow": never, "/a": page("A")}) as web:
        start = time.monotonic()
        seen = look(web.url("/a"), web.url("/slow"), budget=0.6)
    assert time.monotonic() - start < 3
    assert web.url("/slow") not in seen or seen[web.url("/slow")].outcome == "unsure"


def test_an_error_of_ours_shows_nothing(monkeypatch):
    monkeypatch.setattr(quick, "look", lambda *_: 1 / 0)
    assert look("https://a.example/") == {}
