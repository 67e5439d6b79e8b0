"""The address a monitor asks: is the server up, and which publication does it show?"""

from starlette.requests import Request
from starlette.responses import JSONResponse

from landing.places import Places, places


def _publication(instance: Places) -> str | None:
    try:
        return (instance.published / "CURRENT").read_text("utf-8").strip() or None
    except OSError:
        return None


async def health(_request: Request) -> JSONResponse:
    real = _publication(places())
    shown = real or _publication(places().demo)
    state = {"sehat": True, "terbitan": shown, "contoh": real is None and shown is not None}
    return JSONResponse(state, headers={"Cache-Control": "no-store"})
