"""The app: `streamlit run dashboard.py`."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ui.server.health import health
from ui.server.packing import pack_in_background, packer
from ui.server.wire import Wire

HERE = Path(__file__).resolve().parent

app = st.App(
    "ui/menu.py",
    routes=[
        Route("/api/sehat", health),
        Mount("/app/static", StaticFiles(directory=HERE / "static")),
    ],
    middleware=[Middleware(Wire, packer=packer)],
    lifespan=pack_in_background,
)
