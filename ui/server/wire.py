"""What leaves the server: compressed once, kept for good by the browser, with safe headers."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from ui.server import frontend
from ui.server.packed import ENCODINGS, Asset, Packer

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'self'",
}


def encoding_for(accepted: str) -> str | None:
    """The best encoding the browser names; `br;q=0` is a refusal."""
    offers = [offer.strip().lower().partition(";") for offer in accepted.split(",")]
    welcome = {name.strip() for name, _, q in offers if q.replace(" ", "") not in {"q=0", "q=0.0"}}
    return next((encoding for encoding in ENCODINGS if encoding in welcome), None)


def _is_index(headers: Headers) -> bool:
    """Streamlit answers every unknown address with its index page, so the address cannot tell."""
    return headers.get("etag") == frontend.index_etag()


class Wire:
    """Middleware: answers for Streamlit's own files and its index page, passes on all the rest."""

    def __init__(self, app: ASGIApp, packer: Packer) -> None:
        self.app = app
        self._packer = packer
        base = (config.get_option("server.baseUrlPath") or "").strip("/")
        self._static = f"/{base}/static/" if base else "/static/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        asset = self._asset(scope["path"]) if "range" not in headers else None
        if asset is not None:
            response = await self._answer(asset, headers)
            return await response(scope, receive, send)
        if await self._pass_on(scope, receive, send):
            response = await self._answer(frontend.index(), headers)
            await response(scope, receive, send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Whether the answer was Streamlit's index page; that one is held back, any other is sent."""
        is_index = False

        async def watched(message: Message) -> None:
            nonlocal is_index
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_index = message["status"] == 200 and _is_index(headers)
                for name, value in SAFE.items():
                    headers.setdefault(name, value)
            if not is_index:
                await send(message)

        await self.app(scope, receive, watched)
        return is_index

    def _asset(self, path: str) -> Asset | None:
        name = path.removeprefix(self._static)
        found = frontend.find(name) if name != path else None
        return self._packer.best(found) if found is not None else None

    async def _answer(self, asset: Asset, asked: Headers) -> Response:
        encoding = encoding_for(asked.get("accept-encoding", "")) if asset.compressible else None
        headers = {
            **SAFE,
            "Cache-Control": FOR_GOOD if asset.is_lasting else ASK_AGAIN,
            "ETag": f'"{asset.digest}-{encoding or "raw"}"',
        }
        if asset.compressible:
            headers["Vary"] = "Accept-Encoding"
        if headers["ETag"] in asked.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if encoding is None:
            return Response(asset.body, headers=headers, media_type=asset.media_type)
        body = await run_in_threadpool(self._packer.encoded, asset, encoding)
        return Response(body, headers={**headers, "Content-Encoding": encoding}, media_type=asset.media_type)
