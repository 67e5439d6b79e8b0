"""Facebook page content, one row per post, lifetime values (Meta Business Suite > Konten > Ekspor)."""

from etl.source import POST, Field, Source
from etl.sources._meta import ERROR_ROW, PACIFIC, PUBLISHED

# The Indonesian names are the best known translation; no real file in Indonesian has been seen yet.
# A header may name `Views` twice; the first one belongs to the post and counts, the second to its video part.
SOURCE = Source(
    name="facebook_content",
    title="Facebook: konten per unggahan (Meta Business Suite)",
    platform="facebook",
    records=POST,
    fields={
        "native_id": Field(("post id", "id postingan"), "id", needed=True),
        "account_native_id": Field(("page id", "id halaman"), "id", needed=True),
        "account_name": Field(("page name", "nama halaman")),
        "title": Field(("title", "judul")),
        "description": Field(("description", "deskripsi")),
        "duration_seconds": Field(("duration (sec)", "durasi (detik)"), "duration"),
        "published_at": Field(("publish time", "waktu penerbitan"), "moment", True, PUBLISHED, PACIFIC),
        "permalink": Field(("permalink", "tautan permanen")),
        "is_crosspost": Field(("is crosspost", "apakah crosspost"), "flag"),
        "is_share": Field(("is share", "apakah dibagikan"), "flag"),
        "post_type": Field(("post type", "jenis postingan")),
        "error_note": Field(("data comment", "komentar data")),
        "views": Field(("views", "tayangan"), "integer"),
        "impressions": Field(("impressions", "impresi"), "integer"),
        "reach": Field(("reach", "jangkauan"), "integer"),
        "interactions_reported": Field(
            ("reactions, comments and shares", "tanggapan, komentar, dan frekuensi dibagikan"), "integer"
        ),
        "likes": Field(("reactions", "tanggapan"), "integer"),
        "comments": Field(("comments", "komentar"), "integer"),
        "shares": Field(("shares", "frekuensi dibagikan"), "integer"),
        "clicks": Field(("total clicks", "total klik"), "integer"),
        "link_clicks": Field(("link clicks", "klik tautan"), "integer"),
        "watch_seconds": Field(("seconds viewed", "detik ditonton"), "decimal"),
        "organic_views": Field(("views from organic posts",), "integer"),
        "boosted_views": Field(("views from boosted posts",), "integer"),
        "organic_reach": Field(("reach from organic posts",), "integer"),
        "boosted_reach": Field(("reach from boosted posts",), "integer"),
    },
    non_post=(ERROR_ROW,),
)
