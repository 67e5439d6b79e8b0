"""What a standard may speak of: the rules that are programmed, what each measures, and the kinds of words."""

from dataclasses import dataclass

POST, ACCOUNT = "post", "account"
SCOPES = (POST, ACCOUNT)
SEVERITIES = ("wajib", "anjuran")
NEEDS = ("caption", "links", "alt_text", "comments", "event_log", "schedule")
FLAG, SHARE, AMOUNT = "flag", "share", "amount"
COMPARISONS = {FLAG: ("is",), SHARE: ("at_most", "at_least"), AMOUNT: ("at_most", "at_least")}
HIGHEST = {FLAG: 1.0, SHARE: 1.0, AMOUNT: 10_000.0}  # an amount is a count, days or hours


@dataclass(frozen=True)
class Known:
    """A programmed rule: about a post or an account, the one measure it can hold, and in what that is given."""

    scope: str
    measure: str
    unit: str


RULES = {
    "no_personal_praise": Known(POST, "personal_emphasis", FLAG),
    "service_first": Known(POST, "service_emphasis", FLAG),
    "sourced_claims": Known(POST, "unsourced_claim", FLAG),
    "personal_data_hidden": Known(POST, "personal_data", FLAG),
    "readable_capitals": Known(POST, "capital_share", SHARE),
    "readable_hashtags": Known(POST, "hashtag_count", AMOUNT),
    "alt_text": Known(POST, "alt_text", FLAG),
    "official_links": Known(POST, "unofficial_link", FLAG),
    "ai_media_declared": Known(POST, "ai_declared", FLAG),
    "current_slogan": Known(POST, "stale_slogan", FLAG),
    "app_with_step": Known(POST, "smart_city_cta", FLAG),
    "service_share": Known(ACCOUNT, "service_share", SHARE),
    "figure_share": Known(ACCOUNT, "figure_share", SHARE),
    "educational_share": Known(ACCOUNT, "educational_share", SHARE),
    "accountability_share": Known(ACCOUNT, "accountability_share", SHARE),
    "actionable_share": Known(ACCOUNT, "actionable_share", SHARE),
    "brand_share": Known(ACCOUNT, "brand_share", SHARE),
    "app_share": Known(ACCOUNT, "app_share", SHARE),
    "app_step_share": Known(ACCOUNT, "app_step_share", SHARE),
    "compliant_share": Known(ACCOUNT, "compliant_share", SHARE),
    "weekly_posts": Known(ACCOUNT, "weekly_posts", AMOUNT),
    "longest_gap": Known(ACCOUNT, "longest_gap", AMOUNT),
    "original_share": Known(ACCOUNT, "original_share", SHARE),
    "uniqueness": Known(ACCOUNT, "uniqueness", SHARE),
    "answered_share": Known(ACCOUNT, "answered_share", SHARE),
    "event_hours": Known(ACCOUNT, "event_hours", AMOUNT),
    "emergency_hours": Known(ACCOUNT, "emergency_hours", AMOUNT),
    "ai_declared_share": Known(ACCOUNT, "ai_declared_share", SHARE),
    "correction_hours": Known(ACCOUNT, "correction_hours", AMOUNT),
}

KINDS = {
    "ai": "pernyataan bahwa gambar, suara, atau video dibuat dengan AI",
    "app": "nama aplikasi Nganjuk Smart City",
    "beneficiary": "warga yang dilayani",
    "brand": "slogan dan sebutan daerah yang berlaku",
    "ceremony": "acara dan seremoni",
    "condition": "keadaan yang membuat layanan diperlukan",
    "condolence": "belasungkawa",
    "contact": "nomor, alamat, dan saluran layanan",
    "correct": "klarifikasi, ralat, dan ajakan memeriksa",
    "cta": "ajakan yang dapat dilakukan",
    "deference": "hormat kepada pimpinan",
    "false": "kabar palsu, keliru, atau tiruan",
    "fraud": "penipuan dan penyalahgunaan nama",
    "future": "waktu yang akan datang",
    "greeting": "ucapan",
    "internal": "kegiatan internal kantor",
    "past": "waktu yang sudah lewat",
    "personal": "tanda kabar pribadi",
    "place": "tempat dan waktu layanan",
    "praise": "pujian kepada orang",
    "private": "data pribadi",
    "reason": "alasan dan sebab akibat",
    "require": "syarat dan biaya",
    "result": "hasil, anggaran, dan sasaran",
    "rumour": "kabar tanpa sumber",
    "service": "layanan",
    "source": "sumber dan dasar",
    "spread": "kabar yang beredar dan cara menyebarnya",
    "stale": "slogan lama",
    "teach": "penjelasan dan cara",
    "title": "jabatan",
}
