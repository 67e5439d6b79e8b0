"""When the browser files are made smaller: ahead of time, or while the first visitors are already served."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from landing.places import Places, places
from ui.server import frontend
from ui.server.packed import Packer


def packer_in(instance: Places) -> Packer:
    return Packer(instance.root / "cache" / "wire")


packer = packer_in(places())


def pack_all(into: Packer = packer) -> None:
    """Some twenty seconds of one processor the first time, nothing to speak of afterwards."""
    for item in frontend.first_visit():
        into.pack(item)
    _cut_fonts(into)


def _cut_fonts(into: Packer) -> None:
    # Only here: a running server has no other use for the font library.
    from ui.server import fonts

    for name in [name for name in frontend.names("media/*.woff2") if fonts.is_ours(name)]:
        whole = frontend.find(name)
        if whole is not None:
            into.replace(whole, fonts.recipe(name), partial(fonts.smaller, name, whole.body))


@asynccontextmanager
async def pack_in_background(_app: object) -> AsyncIterator[None]:
    threading.Thread(target=pack_all, name="packing", daemon=True).start()
    yield
