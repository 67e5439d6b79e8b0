"""Facebook video level content export: it names no posts, so it is refused with guidance."""

from etl.source import REFUSED, Field, Source

SOURCE = Source(
    name="facebook_video",
    title="Facebook: konten per video (Meta Business Suite)",
    platform="facebook",
    records=REFUSED,
    fields={
        "native_id": Field(("video asset id", "id aset video"), "id", needed=True),
        "account_native_id": Field(("page id", "id halaman"), "id"),
        "account_name": Field(("page name", "nama halaman")),
        "title": Field(("title", "judul")),
        "published_at": Field(("publish time", "waktu penerbitan")),
        "duration_seconds": Field(("duration (sec)", "durasi (detik)")),
        "reach": Field(("reach", "jangkauan")),
        "watch_seconds": Field(("seconds viewed",)),
    },
    refusal=(
        "Berkas ini berisi data per video. Di dalamnya tidak ada nomor unggahan dan tautan, sehingga tidak "
        "dapat dihubungkan dengan unggahan. Ekspor ulang dari Meta Business Suite > Wawasan > Konten > "
        "Ekspor data, lalu pilih tingkat “Postingan”."
    ),
)
