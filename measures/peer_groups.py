"""The groups within which units are compared, and what they are called on screen."""

PEER_GROUPS = {
    "induk": "Akun induk",
    "sekretariat": "Sekretariat & Bagian",
    "dinas": "Dinas",
    "badan": "Badan & Inspektorat",
    "layanan": "RSUD, BUMD & kanal layanan",
    "kecamatan": "Kecamatan",
    "kelurahan": "Kelurahan",
    "desa": "Desa",
}
