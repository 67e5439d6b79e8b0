"""Words that more than one page shows."""

PLATFORMS = {
    "semua": "Semua platform",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "x": "X",
    "threads": "Threads",
}

POST_TYPES = {
    "photo": "Foto",
    "video": "Video",
    "carousel": "Karusel",
    "story": "Cerita",
    "text": "Teks",
    "link": "Tautan",
    "live": "Siaran langsung",
    "other": "Lainnya",
}

FRESHNESS = {
    "fresh": "Segar",
    "aging": "Mulai lama",
    "stale": "Lama",
    "none": "Belum pernah",
}

FRESHNESS_HINTS = {
    "fresh": "diamati paling lama 8 hari sebelum data terbaru",
    "aging": "diamati 9 sampai 35 hari sebelum data terbaru",
    "stale": "tidak diamati lebih dari 35 hari",
    "none": "belum ada berkas dari akun ini",
}

METRICS = {
    "views": "tayangan",
    "reach": "jangkauan",
    "impressions": "impresi",
    "likes": "suka",
    "comments": "komentar",
    "shares": "dibagikan",
    "saves": "disimpan",
    "followers": "pengikut",
    "interactions": "interaksi",
}

COMPARISONS = {"termasuk": "Termasuk diri sendiri", "tanpa": "Tanpa diri sendiri"}

ORDERS = {
    "terbaru": "Terbaru",
    "terlama": "Terlama",
    "interaksi": "Interaksi terbanyak",
    "harapan": "Paling melampaui harapan",
    "tayangan": "Tayangan terbanyak",
    "jangkauan": "Jangkauan terbanyak",
}

FILE_STATUS = {
    "load": "Dimuat seluruhnya",
    "load_some": "Dimuat sebagian",
    "reject": "Ditolak",
}

# The same fortnight as in the definition of an active unit (measures/definitions.toml).
ACTIVE_WITHIN_DAYS = 14
ASSUMED_NAME = "nama belum dipastikan"
DEMO_BANNER = "Data contoh: semua akun dan angka di halaman ini rekaan."
OLD_DATA = "data lama"
NOT_ENOUGH = "belum cukup data"
NOTHING_FOR_CHOICE = "Belum ada data untuk pilihan ini."
CHOOSE_OTHERWISE = "Coba periode yang lebih panjang atau platform lain."

NOTHING_PUBLISHED = "Belum ada data yang bisa ditampilkan"
HOW_TO_LOAD = (
    "Unduh berkas ekspor dari Instagram, Facebook, TikTok atau YouTube, lalu taruh di folder ini:",
    "Setelah itu jalankan perintah berikut, atau tunggu sampai folder diperiksa otomatis:",
)
LOAD_COMMAND = "python3 start.py etl load <berkas>"
RUN_COMMAND = "python3 start.py etl run"

NO_ACCESS = "Anda belum punya hak akses"
HOW_TO_GET_ACCESS = (
    "Data ini hanya untuk petugas yang dikenal. Hubungi Dinas Kominfo untuk dibuatkan akun.",
    "Bila aplikasi ini berjalan di komputer sendiri tanpa login, jalankan ulang dengan salah satu peran "
    "kepala, petugas atau pimpinan:",
)
ACCESS_COMMAND = "python3 start.py --viewer kepala"

FAILED = "Halaman ini sedang tidak bisa ditampilkan"
WHAT_TO_DO_WHEN_FAILED = (
    "Datanya tidak hilang. Muat ulang halaman. Bila tetap begini, beri tahu petugas Dinas Kominfo; "
    "rinciannya sudah tercatat di log aplikasi."
)


def kind(post_type: str | None, platform: str) -> str:
    """`Video TikTok`; plainly `Unggahan TikTok` where the kind says nothing."""
    known = POST_TYPES.get(post_type or "", "Unggahan")
    return f"{'Unggahan' if post_type == 'other' else known} {PLATFORMS.get(platform, platform)}"


def metric_names(listed: str) -> str:
    """`"shares,saves"` as "dibagikan, disimpan"."""
    return ", ".join(METRICS.get(name.strip(), name.strip()) for name in listed.split(",") if name.strip())
