"""The page behind our own web server."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

import streamlit as st
from starlette.middleware import Middleware

from ui.server.packing import pack_in_background, packer
from ui.server.wire import Wire

app = st.App("page.py", middleware=[Middleware(Wire, packer=packer)], lifespan=pack_in_background)
