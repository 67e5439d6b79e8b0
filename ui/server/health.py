"""The address a monitor asks: is the server up, and which publication does it show?"""

from starlette.requests import Request
from starlette.responses import JSONResponse

from ui.instance import instance, pointed_name


async def health(_request: Request) -> JSONResponse:
    shown = instance()
    state = {
        "sehat": True,
        "terbitan": pointed_name(shown.published) if shown else None,
        "contoh": shown.is_demo if shown else False,
    }
    return JSONResponse(state, headers={"Cache-Control": "no-store"})
