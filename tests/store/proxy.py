"""A way to the server that counts: how often somebody waited for an answer, and what was asked.

It passes every byte on as it is. A round trip is what the client says until the server answers: several requests that
are sent in one go are one.
"""

from __future__ import annotations

import socket
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from urllib.parse import urlsplit

from tests.store.server import HOST, Access

REQUESTS = {
    0x01: "HELLO",
    0x02: "GOODBYE",
    0x0F: "RESET",
    0x10: "RUN",
    0x11: "BEGIN",
    0x12: "COMMIT",
    0x13: "ROLLBACK",
    0x2F: "DISCARD",
    0x3F: "PULL",
    0x66: "ROUTE",
    0x6A: "LOGON",
}
"""The requests of Bolt by the byte that names them; anything else is told by that byte."""

MANIFEST = bytes.fromhex("000001ff")
"""What a server answers that lets the client choose the version in a second turn."""


@dataclass
class Counted:
    """What passed through: round trips, requests by name, and all that the client said.

    Each turn waits for `delay`, in seconds, before the client gets its answer.
    """

    port: int = 0
    delay: float = 0.0
    round_trips: int = 0
    requests: Counter[str] = field(default_factory=Counter)
    said: bytearray = field(default_factory=bytearray)

    def begin(self) -> None:
        """Count anew."""
        self.round_trips = 0
        self.requests.clear()
        self.said.clear()

    def uri(self, scheme: str = "bolt") -> str:
        """The address to use instead of the server's own."""
        return f"{scheme}://{HOST}:{self.port}"


@contextmanager
def counting(access: Access, delay: float = 0.0) -> Iterator[Counted]:
    """Counts what goes to the server as long as the `with` lasts."""
    told = urlsplit(access.uri)
    where = (told.hostname or HOST, told.port or 7687)
    with socket.create_server((HOST, 0)) as listening:
        counted = Counted(listening.getsockname()[1], delay)
        taking = Thread(target=_take, args=(listening, where, counted), daemon=True)
        taking.start()
        yield counted
        # Wakes the one who waits for a call.
        listening.shutdown(socket.SHUT_RDWR)
        taking.join()


def _take(listening: socket.socket, where: tuple[str, int], counted: Counted) -> None:
    with suppress(OSError):
        while True:
            client, _ = listening.accept()
            _Line(client, socket.create_connection(where), counted).start()


class _Line:
    """One connection, with a thread for each direction."""

    def __init__(self, client: socket.socket, server: socket.socket, counted: Counted) -> None:
        self.client, self.server, self.counted = client, server, counted
        self.waits = False
        self.is_manifest = False
        self.left = b""
        self.greeting = 20
        self.begins = True
        self.is_first = True

    def start(self) -> None:
        for take in (self._forward, self._back):
            Thread(target=take, daemon=True).start()

    def _forward(self) -> None:
        with suppress(OSError), self.server:
            while data := self.client.recv(1 << 20):
                self.counted.said += data
                self._count(data)
                self.waits = True
                self.server.sendall(data)
            self.server.shutdown(socket.SHUT_WR)

    def _back(self) -> None:
        with suppress(OSError), self.client:
            while data := self.server.recv(1 << 20):
                if self.waits:
                    self.waits = False
                    self.counted.round_trips += 1
                    time.sleep(self.counted.delay)
                self.is_manifest |= self.is_first and data[:4] == MANIFEST
                self.is_first = False
                self.client.sendall(data)

    def _count(self, data: bytes) -> None:
        """Messages are chunks with their length before them, and one of no length ends each."""
        self.left += data
        if self.greeting:
            if len(self.left) < self.greeting:
                return
            self.left, self.greeting = self.left[self.greeting :], 0
            return
        if self.is_manifest:
            # The version that was chosen, and a number whose last byte is below 128.
            end = next((end for end in range(4, len(self.left)) if self.left[end] < 128), None)
            if end is None:
                return
            self.left, self.is_manifest = self.left[end + 1 :], False
        while len(self.left) >= 2:
            size = int.from_bytes(self.left[:2])
            if len(self.left) < 2 + size:
                return
            if size and self.begins:
                tag = self.left[3]
                self.counted.requests[REQUESTS.get(tag, hex(tag))] += 1
            self.begins = not size
            self.left = self.left[2 + size :]
