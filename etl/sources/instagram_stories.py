"""Instagram stories, one row per story, alone or mixed with posts (Meta Business Suite > Konten > Ekspor)."""

from etl.source import POST, Field, Source
from etl.sources import instagram_content
from etl.sources._meta import ERROR_ROW

SOURCE = Source(
    name="instagram_stories",
    title="Instagram: cerita (Meta Business Suite)",
    platform="instagram",
    records=POST,
    fields={
        **instagram_content.SOURCE.fields,
        "navigation": Field(("navigation", "navigasi"), "integer", needed=True),
        "replies": Field(("replies", "balasan"), "integer"),
        "sticker_taps": Field(("sticker taps", "ketukan stiker"), "integer"),
        "profile_visits": Field(("profile visits", "kunjungan profil"), "integer"),
        "link_clicks": Field(("link clicks", "klik tautan"), "integer"),
    },
    non_post=(ERROR_ROW,),
)
