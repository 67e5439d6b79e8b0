"""Server time of checking a draft on Periksa Naskah: the whole page run, as a phone waits for it.

One command: python benchmarks/draft.py. Every draft is another one, so that nothing comes from a cache; the client
speaks Streamlit's own websocket protocol and waits for the message that the run has finished.
"""

import argparse
import asyncio
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

sys.path.insert(0, str(Path(__file__).parent))
from server_time import REPOSITORY, prepare, serving

TEXTS = Path(__file__).parent / "standard" / "texts"
PAGE, POSTS, WANTED_MS = "periksa_naskah", 2_000, 500
LONG, LONGEST = 2_200, 70_000
ANSWER = '<div class="jk-draft-answer"'


def drafts(count: int) -> list[str]:
    """Labelled captions, each made another text than any before."""
    found = [
        json.loads(line)["caption"] for path in sorted(TEXTS.glob("*.jsonl")) for line in path.open(encoding="utf-8")
    ]
    return [f"{found[place % len(found)]}\nNomor {place}." for place in range(count)]


class Visitor:
    """One open page; `typed` sends a draft and says in how many milliseconds the run was finished."""

    def __init__(self, socket) -> None:
        self.socket, self.box = socket, ""

    async def typed(self, text: str | None) -> float:
        message = BackMsg()
        message.rerun_script.query_string, message.rerun_script.page_name = "", PAGE
        if text is not None:
            message.rerun_script.widget_states.widgets.add(id=self.box, string_value=text)
        started = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        told = ""
        async for element in self._answers():
            if element.WhichOneof("type") == "text_area":
                self.box = element.text_area.id
            elif element.WhichOneof("type") == "html":
                told += element.html.body
        assert (ANSWER in told) == (text is not None), "the page gave no answer"
        return (time.perf_counter() - started) * 1000

    async def _answers(self) -> Iterator:
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await self.socket.recv())
            if answer.WhichOneof("type") == "script_finished":
                return
            if answer.WhichOneof("type") == "delta":
                yield answer.delta.new_element


async def measure(port: int, texts: list[str]) -> dict[str, list[float]]:
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    async with websockets.connect(address, subprotocols=["streamlit"], max_size=None) as socket:
        visitor = Visitor(socket)
        empty = [await visitor.typed(None) for _ in range(8)][3:]
        first = [await visitor.typed(texts[0])]
        every = [await visitor.typed(text) for text in texts[1:]]
        joined = " ".join(texts)
        long = [await visitor.typed(joined[place : place + LONG]) for place in range(0, 20 * LONG, LONG)]
        longest = [await visitor.typed((joined * 40)[place : place + LONGEST]) for place in range(5)]
    return {"no draft": empty, "the first draft of a server": first, "a draft": every,
            f"{LONG:,} letters": long, f"{LONGEST:,} letters": longest}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=300)
    parser.add_argument("--data", type=Path, help="a published instance to use instead of making one")
    args = parser.parse_args()
    scratch = Path(tempfile.mkdtemp())
    data = args.data or scratch / "data"
    if not args.data:
        prepare(data, POSTS)
    with serving(REPOSITORY / "dashboard.py", data) as port:
        for name, times in asyncio.run(measure(port, drafts(args.drafts))).items():
            ninety = sorted(times)[int(len(times) * 0.95)]
            median, highest = statistics.median(times), max(times)
            verdict = "" if highest < WANTED_MS else f"   above {WANTED_MS} ms"
            print(f"{name:28s} median {median:5.0f} ms   95 % {ninety:5.0f} ms   highest {highest:5.0f} ms{verdict}")
    shutil.rmtree(scratch)


if __name__ == "__main__":
    main()
