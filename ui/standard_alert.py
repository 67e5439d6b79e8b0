"""What staff must know when the files of the posting standard were refused."""

import pandas as pd

from ui import parts
from ui.markup import tag

REFUSED = "Standar unggahan ditolak seluruhnya. Standar yang lama tetap berlaku."
WHAT_TO_DO = "Betulkan baris berikut, lalu jalankan lagi pembaruan data."


def show(notices: pd.DataFrame) -> None:
    """An alert with file, line and remedy; nothing when the standard of the files is in force."""
    if len(notices):
        lines = (
            tag("li", tag("strong", f"{row['file']} baris {row['line']}: "), row["what"])
            for row in notices.to_dict("records")
        )
        words = (tag("p", REFUSED), tag("p", WHAT_TO_DO), tag("ul", *lines))
        parts.show(tag("div", *words, cls="jk-told jk-alert", role="alert"))
