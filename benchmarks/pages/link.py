"""A slow line on the loopback: every byte of a page, websocket included, passes through it."""

import asyncio
import contextlib
import threading
import time

CHUNK = 4096


class Line:
    """One direction of the line, shared by all connections."""

    def __init__(self, bits_per_second: float) -> None:
        self._seconds_per_byte = 8 / bits_per_second
        self._free_at = 0.0
        self.carried = 0

    def book(self, size: int) -> float:
        """When the last of these bytes has left the sender."""
        self.carried += size
        self._free_at = max(time.monotonic(), self._free_at) + size * self._seconds_per_byte
        return self._free_at


class SlowLink:
    """Listens on `port` and forwards to `target`, `round_trip` seconds away."""

    def __init__(self, port: int, target: int, bits_per_second: float, round_trip: float) -> None:
        self.port, self._target, self._delay = port, target, round_trip / 2
        self.up, self.down = Line(bits_per_second), Line(bits_per_second)
        started = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve(started)), daemon=True).start()
        started.wait()

    async def _serve(self, started: threading.Event) -> None:
        server = await asyncio.start_server(self._connected, "127.0.0.1", self.port)
        started.set()
        await server.serve_forever()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Opening a connection costs a round trip before the first byte may be sent.
        await asyncio.sleep(2 * self._delay)
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        await asyncio.gather(self._carry(reader, far_writer, self.up), self._carry(far_reader, writer, self.down))

    async def _carry(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, line: Line) -> None:
        travelling: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        arriving = asyncio.create_task(self._arrive(travelling, sink))
        with contextlib.suppress(ConnectionError):
            while data := await source.read(CHUNK):
                left_at = line.book(len(data))
                travelling.put_nowait((left_at + self._delay, data))
                await asyncio.sleep(max(0.0, left_at - time.monotonic()))
        travelling.put_nowait((0.0, b""))
        await arriving

    async def _arrive(self, travelling: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while True:
                due, data = await travelling.get()
                if not data:
                    break
                await asyncio.sleep(max(0.0, due - time.monotonic()))
                sink.write(data)
                await sink.drain()
            sink.close()
