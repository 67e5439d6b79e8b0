"""The app's script: reads who is asking and offers only the pages that viewer may open."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

import streamlit as st  # noqa: E402

from ui import page  # noqa: E402
from ui.access import current_viewer  # noqa: E402
from ui.catalogue import CATALOGUE  # noqa: E402

st.set_page_config(page_title="Jangkau", page_icon=str(ROOT / "ui" / "icon.svg"), layout="wide")
st.logo(str(ROOT / "ui" / "logo.svg"), size="large")

viewer = current_viewer()
offered = {
    section: [
        st.Page(ROOT / "pages" / f"{entry.file}.py", title=entry.title, url_path=entry.file,
                icon=entry.icon, default=entry.is_default)
        for entry in entries
        if entry.is_default or viewer.sight(entry.scope) != "nothing"
    ]
    for section, entries in CATALOGUE.items()
}  # fmt: skip
chosen = st.navigation({section: pages for section, pages in offered.items() if pages})
try:
    chosen.run()
except Exception:
    page.failed()
