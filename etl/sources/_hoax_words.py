"""What fact checkers call the columns of their lists and their verdicts, casefolded."""

from etl.sources._recap_names import COUNTS
from etl.sources._recap_names import NAMES as RECAP

# fmt: off
NAMES = {
    "public_id": (
        "id", "nomor", "nomor id", "id hoaks", "nomor hoaks", "kode", "kode hoaks", "id publik", "nomor registrasi",
        "guid", "nid",
    ),
    "listed_on": (
        "tanggal", "tgl", "tanggal publikasi", "tanggal terbit", "tanggal klarifikasi", "tanggal periksa", "waktu",
        "date", "date_published", "published", "published_at", "pubdate", "date_gmt",
    ),
    "claim": (
        "klaim", "judul", "judul/klaim", "judul klaim", "judul hoaks", "judul hoax", "judul isu", "isu", "hoaks",
        "isi klaim", "claim", "title", "headline", "judul klarifikasi",
    ),
    "verdict_text": (
        "kategori", "putusan", "kategori/putusan", "hasil", "hasil periksa", "hasil pemeriksaan", "kesimpulan",
        "klasifikasi", "label", "status hoaks", "status klaim", "verdict", "rating", "category", "categories",
        "classification", "tags",
    ),
    "source_text": (
        "sumber", "sumber klaim", "sumber hoaks", "asal klaim", "pemeriksa", "penerbit", "source", "author",
    ),
    "link": (
        "tautan klarifikasi", "link klarifikasi", "klarifikasi", "tautan klarifikasi resmi", "link counter",
        "sumber klarifikasi", "tautan", "link", "url", "external_url", "permalink",
    ),
    "body": (
        "isi", "penjelasan", "isi klarifikasi", "narasi", "keterangan", "uraian", "ringkasan", "deskripsi", "content",
        "content_text", "content_html", "content:encoded", "description", "summary", "excerpt",
    ),
}
VERDICTS = {
    "hoaks": (
        "hoaks", "hoax", "salah", "tidak benar", "palsu", "penipuan", "fabrikasi", "konten palsu", "konten tiruan",
        "false", "fake", "fabricated content", "imposter content", "impostor content", "scam",
    ),
    "disinformasi": (
        "disinformasi", "disinformation", "manipulasi", "konten manipulasi", "konten yang dimanipulasi",
        "manipulated content", "altered",
    ),
    "konteks_keliru": (
        "konteks keliru", "konteks yang salah", "konteks salah", "salah konteks", "menyesatkan", "konten menyesatkan",
        "konten yang menyesatkan", "misinformasi", "false context", "misleading", "misleading content",
        "missing context", "false connection", "koneksi yang salah",
    ),
    "fakta": ("fakta", "benar", "true", "fact"),
    "belum_terbukti": (
        "belum terbukti", "belum dapat dibuktikan", "belum terverifikasi", "unproven", "unverified",
    ),
}
# fmt: on
ABSENT = frozenset(
    name for names in (*COUNTS.values(), RECAP["agency_text"], RECAP["account_handle"]) for name in names
) | {"platform", "medsos", "media sosial", "sosmed", "social network", "network", "post id", "profile"}
"""Columns of sheets about posts: a recap may have a title and a category too."""
