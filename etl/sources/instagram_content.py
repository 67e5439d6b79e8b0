"""Instagram content, one row per post, lifetime values (Meta Business Suite > Konten > Ekspor)."""

from etl.source import POST, Field, Source
from etl.sources._meta import ERROR_ROW, PACIFIC, PUBLISHED

SOURCE = Source(
    name="instagram_content",
    title="Instagram: konten per unggahan (Meta Business Suite)",
    platform="instagram",
    records=POST,
    fields={
        "native_id": Field(("post id", "id postingan"), "id", needed=True),
        "account_native_id": Field(("account id", "id akun"), "id", needed=True),
        "account_handle": Field(("account username", "nama pengguna akun"), needed=True),
        "account_name": Field(("account name", "nama akun")),
        "description": Field(("description", "deskripsi")),
        "duration_seconds": Field(("duration (sec)", "durasi (detik)"), "duration"),
        "published_at": Field(("publish time", "waktu penerbitan"), "moment", True, PUBLISHED, PACIFIC),
        "permalink": Field(("permalink",), needed=True),
        "post_type": Field(("post type", "jenis postingan")),
        "error_note": Field(("data comment", "komentar data")),
        "views": Field(("views", "tayangan"), "integer"),
        "impressions": Field(("impressions", "impresi"), "integer"),
        "plays": Field(("plays",), "integer"),
        "reach": Field(("reach", "jangkauan"), "integer"),
        "likes": Field(("likes", "suka"), "integer"),
        "shares": Field(("shares", "frekuensi dibagikan"), "integer"),
        "follows": Field(("follows", "mengikuti"), "delta"),
        "comments": Field(("comments", "komentar"), "integer"),
        "saves": Field(("saves", "frekuensi disimpan"), "integer"),
    },
    non_post=(ERROR_ROW,),
)
