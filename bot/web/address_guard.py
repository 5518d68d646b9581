"""Which network addresses a link that a stranger typed may lead us to: public ones only.

The rule is asked about the address that is about to be connected to, never about a host's name: literals, redirects
and names that resolve differently the second time are then covered alike.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
_COMPATIBLE = ip_network("::/96")
# What `is_global` of some supported Python lets pass.
_REFUSED = tuple(map(ip_network, (
    "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
    "fec0::/10", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "100::/64",
)))  # fmt: skip


def is_public(text: str, *, allow_loopback: bool = False) -> bool:
    """Whether an IP address is one of the open internet; none with a zone is.

    >>> is_public("1.1.1.1"), is_public("::ffff:169.254.169.254"), is_public("127.0.0.1", allow_loopback=True)
    (True, False, True)
    """
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if allow_loopback and address.is_loopback:
        return True
    return "%" not in text and all(map(_is_public, _hidden(address)))


def _hidden(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """The IPv4 addresses that an IPv6 one carries, else the address itself."""
    if isinstance(address, IPv4Address):
        return [address]
    if address.ipv4_mapped or address.sixtofour:
        return [address.ipv4_mapped or address.sixtofour or address]
    if address.teredo:
        return list(address.teredo)
    last = IPv4Address(int(address) & 0xFFFFFFFF)
    if address in _NAT64[0]:
        return [last]
    return [last, address] if address in _NAT64[1] or address in _COMPATIBLE else [address]


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return False
    return not any(address in network for network in _REFUSED if network.version == address.version)
