"""What people call the columns of a recap sheet, casefolded."""

# fmt: off
_WHERE = (
    "", "postingan", "posting", "post", "konten", "unggahan", "berita", "publikasi", "kegiatan", "medsos",
    "media sosial", "ig", "instagram", "fb", "facebook", "tiktok", "youtube", "yt", "x", "twitter", "threads",
)
LINKS = tuple(f"{word} {where}".strip() for word in ("link", "tautan", "url", "alamat link") for where in _WHERE)

NAMES = {
    "agency_text": (
        "opd", "nama opd", "skpd", "perangkat daerah", "instansi", "nama instansi", "unit", "nama unit",
        "unit kerja", "satuan kerja", "dinas", "kecamatan", "desa", "nama desa", "desa/kelurahan", "pengirim",
    ),
    "published_on": (
        "tanggal", "tgl", "tanggal posting", "tanggal unggah", "tanggal publikasi", "tanggal tayang",
        "hari/tanggal", "hari, tanggal", "waktu", "date",
    ),
    "description": (
        "judul", "judul konten", "judul berita", "judul postingan", "judul kegiatan", "nama kegiatan",
        "caption", "isi", "narasi", "keterangan", "uraian", "topik", "tema",
    ),
    "platform": ("platform", "media", "medsos", "media sosial", "sosmed", "jenis media", "kanal", "saluran"),
    "account_handle": ("akun", "nama akun", "akun medsos", "username", "handle"),
}
"""Canonical field -> its titles, for what people say about a post in words."""

COUNTS = {
    "likes": (
        "like", "likes", "suka", "jumlah like", "jumlah likes", "jumlah suka", "disukai", "reaksi",
        "tanggapan",
    ),
    "comments": ("komentar", "komen", "comment", "comments", "jumlah komentar", "jumlah komen"),
    "shares": ("share", "shares", "dibagikan", "bagikan", "jumlah share", "repost", "frekuensi dibagikan"),
    "saves": ("simpan", "disimpan", "save", "saves", "frekuensi disimpan"),
    "views": (
        "tayangan", "views", "view", "viewer", "viewers", "jumlah tayangan", "jumlah views", "ditonton",
        "dilihat",
    ),
    "reach": ("jangkauan", "reach", "jumlah jangkauan"),
    "impressions": ("impresi", "impression", "impressions"),
}
# fmt: on
