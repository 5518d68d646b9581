"""Which addresses may be connected to; over the network the same is tried in test_safety.py."""

import pytest

from bot.web.address_guard import is_public

PUBLIC = ["1.1.1.1", "140.82.112.3", "172.32.0.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
REFUSED = {
    "loopback": "127.0.0.1", "loopback-far": "127.9.9.9", "loopback-6": "::1", "unspecified": "0.0.0.0",
    "unspecified-6": "::", "this-network": "0.1.2.3", "private-10": "10.1.2.3", "private-172": "172.16.0.1",
    "private-192": "192.168.1.1", "link-local": "169.254.1.1", "metadata": "169.254.169.254",
    "metadata-alibaba": "100.100.100.200", "metadata-aws-6": "fd00:ec2::254", "carrier": "100.64.0.1",
    "protocols": "192.0.0.8", "benchmark": "198.18.0.1", "multicast": "224.0.0.1", "reserved": "240.0.0.1",
    "broadcast": "255.255.255.255", "documentation": "192.0.2.1", "unique-local": "fc00::1", "link-local-6": "fe80::1",
    "zone": "fe80::1%eth0", "zone-of-public": "2606:4700::1111%eth0", "site-local": "fec0::1",
    "multicast-6": "ff02::1", "mapped-loopback": "::ffff:127.0.0.1", "mapped-private": "::ffff:10.0.0.1",
    "mapped-metadata": "::ffff:a9fe:a9fe", "compatible": "::127.0.0.1", "nat64": "64:ff9b::7f00:1",
    "nat64-local": "64:ff9b:1::a00:1", "6to4": "2002:7f00:1::", "teredo": "2001:0:7f00:1::80ff:fffe",
    "documentation-6": "2001:db8::1", "no-address": "localhost", "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address):
    assert is_public(address)


@pytest.mark.parametrize("address", REFUSED.values(), ids=REFUSED)
def test_refused(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.30", "::1"])
def test_loopback_where_allowed(address):
    assert is_public(address, allow_loopback=True)


@pytest.mark.parametrize("address", ["10.0.0.1", "169.254.169.254", "0.0.0.0", "::ffff:10.0.0.1"])
def test_nothing_else_is_then_allowed(address):
    assert not is_public(address, allow_loopback=True)
