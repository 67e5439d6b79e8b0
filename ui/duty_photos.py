"""The photos that came with offline reports of one unit."""

import pandas as pd

from ui import duty_words, formats, parts, photos
from ui.markup import Html, tag

MOST = 6
UNSEEN = "Foto ini tidak dapat ditampilkan di peramban."


def show(reports: pd.DataFrame) -> None:
    """The newest photos, each with what it is said to show."""
    with_photo = reports[reports["photo_sha256"].notna()].head(MOST)
    if len(with_photo):
        parts.show(tag("div", *map(_figure, with_photo.to_dict("records")), cls="jk-photos"))


def _figure(row: dict) -> Html:
    words = f"{duty_words.CHANNELS.get(row['channel'], 'Luring')}, {formats.moment(row['reported_at'])}"
    drawn = photos.picture(row["photo_sha256"], words)
    return tag("figure", drawn or tag("p", UNSEEN, cls="jk-note"), tag("figcaption", words))
