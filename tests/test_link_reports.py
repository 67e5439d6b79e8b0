"""Reported links: accepted, refused with a sentence, or waiting; by form and by sheet."""

from datetime import datetime

from tests.instance import Instance, instagram, written
from tests.messages import EXPORTED, FLOOD, WIB, link, loaded, office, published, said, shown

MAIN, HOUR = 1, "2026-06-10 09:00"
CLOCK = 1314220021721  # Instagram counts milliseconds from here
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def shortcode(at: str) -> str:
    """An Instagram shortcode made at that moment (WIB)."""
    number = (int(datetime.fromisoformat(at).replace(tzinfo=WIB).timestamp() * 1000) - CLOCK) << 23
    letters = ""
    while number:
        number, last = divmod(number, 64)
        letters = LETTERS[last] + letters
    return letters


def reported(here: Instance, *links: str, unit: str = "DINKES", at: str = "2026-06-10 15:00", **details: object) -> str:
    body = {"post_id": shown(MAIN), "agency_code": unit, "links": list(links), "offline": None}
    return said(here, "link-reported", at, unit, **{**body, **details})


def judged(here: Instance) -> list[tuple]:
    return here.ask("select status, reason from warehouse.link_report order by reported_at, report_id")


def reason(here: Instance) -> str:
    [(status, why)] = judged(here)
    return f"{status}: {why}"


def with_message(folder, *posts: dict, accounts: str = "") -> Instance:
    here = office(folder, accounts=accounts)
    return loaded(here, published(MAIN, HOUR, FLOOD), *posts, building=False)


def test_the_link_of_an_own_post_is_accepted_with_the_moment_of_the_post(tmp_path):
    here = with_message(tmp_path, published(2, "2026-06-10 12:00", "Teruskan", "dinkes_contoh"))
    reported(here, f"lihat {link(2)}?igsh=abc&utm_source=x ya")
    here.up_to_date()
    columns = "message_id, agency_code, kind, url, platform, post_id, account_id, status, origin"
    assert here.ask(f"select {columns} from warehouse.link_report") == [
        (shown(1), "DINKES", "link", link(2), "instagram", shown(2), "instagram:dinkes_contoh", "accepted", "form")
    ]  # fmt: skip
    local = "strftime(timezone('Asia/Jakarta', published_at), '%d %H:%M')"
    assert here.ask(f"select agency_name, {local} from marts.link_report") == [("Dinas Kesehatan", "10 12:00")]


def test_several_links_in_one_box_are_several_reports(tmp_path):
    here = with_message(tmp_path)
    codes = (shortcode(at) for at in ("2026-06-10 10:00", "2026-06-10 11:00"))
    one, other = (f"https://www.instagram.com/dinkes_contoh/p/{code}/" for code in codes)
    reported(here, f"{one}\n{other}", f"{one}, bukan tautan")
    here.up_to_date()
    assert [status for status, _ in judged(here)] == ["accepted", "accepted"]


def test_a_handle_in_the_link_is_believed_until_the_export_arrives(tmp_path):
    here = with_message(tmp_path)
    code = shortcode("2026-06-10 12:00")
    reported(here, f"https://www.instagram.com/dinkes_contoh/p/{code}/")
    here.up_to_date()
    assert reason(here) == "accepted: None"
    theirs = published(3, "2026-06-10 12:00", "Punya kecamatan", "kecpace_contoh")
    theirs["Permalink"] = f"https://www.instagram.com/p/{code}/"
    loaded(here, theirs, name="b.csv")
    assert reason(here) == "refused: Unggahan ini milik Kecamatan Pace, bukan unit yang melapor."


def test_a_link_that_names_no_account_waits_for_the_export(tmp_path):
    here = with_message(tmp_path)
    reported(here, link(2))
    here.up_to_date()
    assert reason(here).startswith("waiting: Unggahan ini belum ada di data")
    loaded(here, published(2, "2026-06-10 12:00", "Teruskan", "dinkes_contoh"), name="b.csv")
    assert reason(here) == "accepted: None"


REFUSED = [
    ("sudah kami bagikan", "refused: Ini bukan tautan."),
    ("https://desa.contoh.id/berita/7", "refused: Alamat ini bukan unggahan media sosial yang dikenal"),
    ("https://s.id/contoh", "waiting: Tautan pendek tidak menyebut unggahannya."),
    ("https://www.facebook.com/share/p/1AbCdEf/", "waiting: Tautan pendek tidak menyebut unggahannya."),
    ("https://www.instagram.com/dinkes_contoh/", "refused: Tautan ini menunjuk profil, bukan unggahan."),
    ("https://www.instagram.com/explore/", "refused: Tautan ini tidak menunjuk unggahan tertentu."),
    ("https://www.facebook.com/pemkab_contoh/posts/123456789", "refused: Unggahan ini milik Pemerintah Kabupaten"),
    ("https://www.facebook.com/asing_contoh/posts/123456789", "waiting: Akun @asing_contoh belum terdaftar"),
    (link(MAIN), "refused: Ini unggahan asal pesan itu sendiri, bukan penyebarannya."),
    (link(4), "refused: Unggahan ini terbit 10 Jun 2026 pukul 08.59 WIB, sebelum pesannya (10 Jun 2026"),
    (link(5), "refused: Unggahan ini milik Kecamatan Pace, bukan unit yang melapor."),
    (f"https://www.instagram.com/p/{shortcode('2026-06-09 12:00')}/", "refused: Unggahan ini terbit 9 Jun 2026"),
    (f"https://www.instagram.com/p/{shortcode('2026-07-05 12:00')}/", "refused: Unggahan ini bertanggal 5 Jul 2026"),
    ("http://[::1", "refused: Alamat ini bukan unggahan media sosial yang dikenal"),
    ("", "refused: Laporan ini tidak memuat tautan maupun saluran luring."),
]  # fmt: skip


def test_what_does_not_count_is_told_in_a_plain_sentence(tmp_path):
    posts = [published(4, "2026-06-10 08:59", "Lama", "dinkes_contoh"), published(5, HOUR, "Lain", "kecpace_contoh")]
    here = with_message(tmp_path, *posts)
    for minute, (pasted, _) in enumerate(REFUSED):
        reported(here, pasted, at=f"2026-06-10 15:{minute:02}")
    here.up_to_date()
    found = [f"{status}: {why}" for status, why in judged(here)]
    assert [sentence[: len(told)] for sentence, (_, told) in zip(found, REFUSED, strict=True)] == [
        told for _, told in REFUSED
    ]


NO_UNIT = {
    "DESA-35.18.01.9999": "Kode desa “DESA-35.18.01.9999” tidak ada. Periksa kodenya pada daftar wilayah.",
    "35.18.99.2001": "Kode desa “35.18.99.2001” tidak ada. Periksa kodenya pada daftar wilayah.",
    "DINAS-TIADA": "Unit “DINAS-TIADA” tidak dikenal. Tulis nama lengkap atau kode unitnya.",
    "": "Unit yang melapor belum disebut.",
}


def test_a_unit_or_village_code_that_does_not_exist_is_named(tmp_path):
    here = with_message(tmp_path)
    for minute, unit in enumerate(NO_UNIT):
        reported(here, link(2), unit=unit, at=f"2026-06-10 15:{minute:02}")
    here.up_to_date()
    assert judged(here) == [("refused", told) for told in NO_UNIT.values()]


def test_a_message_nobody_knows_is_named(tmp_path):
    here = with_message(tmp_path)
    reported(here, link(2), post_id="instagram:TIADA")
    here.up_to_date()
    assert reason(here).startswith("refused: Pesan “instagram:TIADA” tidak dikenal.")


def test_the_first_report_counts_and_the_second_is_told_so(tmp_path):
    here = with_message(tmp_path, published(2, "2026-06-10 12:00", "Teruskan", "dinkes_contoh"))
    reported(here, link(2).replace("/p/", "/reel/"), at="2026-06-10 16:00")
    reported(here, link(2) + "?igsh=1", at="2026-06-10 15:30")
    here.up_to_date()
    assert judged(here) == [
        ("accepted", None), ("refused", "Sudah dilaporkan oleh unit ini pada 10 Jun 2026 pukul 15.30 WIB.")
    ]  # fmt: skip


def test_an_account_that_moved_belongs_to_the_unit_of_the_day_of_the_post(tmp_path):
    moved = (
        "instagram,pindah_contoh,,Pindah,DINKES,2026-01-01,2026-06-11,\n"
        "instagram,pindah_contoh,,Pindah,KOMINFO,2026-06-12,,\n"
    )
    before = published(2, "2026-06-11 20:00", "Sebelum pindah", "pindah_contoh")
    after = published(3, "2026-06-12 08:00", "Sesudah pindah", "pindah_contoh")
    here = with_message(tmp_path, before, after, accounts=moved)
    for unit, place in (("DINKES", 2), ("KOMINFO", 2), ("DINKES", 3), ("KOMINFO", 3)):
        reported(here, link(place), unit=unit, at="2026-06-13 09:00")
    here.up_to_date()
    found = here.ask("select agency_code, post_id, status from warehouse.link_report order by 2, 1")
    assert found == [
        ("DINKES", shown(2), "accepted"), ("KOMINFO", shown(2), "refused"),
        ("DINKES", shown(3), "refused"), ("KOMINFO", shown(3), "accepted"),
    ]  # fmt: skip


def test_a_partner_of_a_post_may_report_it(tmp_path):
    here = with_message(tmp_path, published(2, "2026-06-10 12:00", "Bersama", "dinkes_contoh"))
    partner = published(2, "2026-06-10 12:00", "Bersama", "dinkes_contoh") | {"Reach": ""}
    mine = [published(place, "2026-06-10 13:00", "Sendiri", "kecpace_contoh") for place in (6, 7)]
    loaded(here, partner, *mine, name="b.csv", building=False)
    reported(here, link(2), unit="KEC-PACE")
    here.up_to_date()
    assert here.ask("select status, account_id from warehouse.link_report") == [
        ("accepted", "instagram:kecpace_contoh")
    ]


def test_an_offline_channel_counts_with_a_note_or_a_photo(tmp_path):
    here = with_message(tmp_path)
    for at, offline in (
        ("2026-06-10 12:00", {"channel": "papan", "note": "balai desa", "photo_sha256": None}),
        ("2026-06-10 13:00", {"channel": "papan", "note": "lagi", "photo_sha256": None}),
        ("2026-06-10 14:00", {"channel": "grup_wa", "note": " ", "photo_sha256": None}),
        ("2026-06-10 15:00", {"channel": "dari mulut ke mulut", "note": None, "photo_sha256": "ab" * 32}),
        ("2026-06-09 15:00", {"channel": "papan", "note": "kemarin", "photo_sha256": None}),
    ):
        reported(here, unit="DESA-35.18.01.2001", at=at, offline=offline)
    here.up_to_date()
    columns = "channel, kind, status, left(reason, 25)"
    assert here.ask(f"select {columns} from warehouse.link_report order by reported_at") == [
        ("papan", "offline", "refused", "Laporan ini bertanggal 9 "), ("papan", "offline", "accepted", None),
        ("papan", "offline", "refused", "Sudah dilaporkan oleh uni"),
        ("grup_wa", "offline", "refused", "Saluran luring perlu foto"), ("lainnya", "offline", "accepted", None),
    ]  # fmt: skip


SHEET = """LAPORAN SEBAR (contoh)

Timestamp,Nama Unit,Pesan,Tautan,Kanal luring
23/06/2026 08:00:00,"Desa Bendolo, Kec. Sawahan",{link},"https://www.instagram.com/desa_contoh/p/{code}/
https://s.id/abc",
23/06/2026 09:00:00,dinas kesehatan,Warga bantaran diminta menaikkan surat berharga,{own},Papan informasi
23/06/2026 10:00:00,35.18.01.9999,{link},{own},
23/06/2026 11:00:00,Kecamatan Pace,Pesan yang tidak ada,{own},
23/06/2062 12:00:00,Kecamatan Pace,{link},{own},
"""


def test_a_sheet_of_reports_is_judged_like_the_form(tmp_path):
    here = with_message(tmp_path, published(2, "2026-06-22 12:00", "Teruskan", "dinkes_contoh"))
    text = SHEET.format(link=link(MAIN), own=link(2), code=shortcode("2026-06-22 10:00"))
    here.up_to_date(written(tmp_path / "sheet.csv", text), "--exported-at", EXPORTED)
    columns = "agency_code, kind, status, split_part(reason, ' ', 1), origin"
    assert here.ask(f"select {columns} from warehouse.link_report order by reported_at, report_id") == [
        ("DESA-35.18.01.2001", "link", "accepted", None, "recap"),
        ("DESA-35.18.01.2001", "link", "waiting", "Tautan", "recap"),
        ("DINKES", "offline", "accepted", None, "recap"),
        ("DINKES", "link", "accepted", None, "recap"),
        (None, "link", "refused", "Kode", "recap"),
        ("KEC-PACE", "link", "refused", "Pesan", "recap"),
        ("KEC-PACE", "link", "refused", "Laporan", "recap"),
    ]  # fmt: skip


def test_a_sheet_that_grew_is_no_second_report(tmp_path):
    here = with_message(tmp_path)
    text = SHEET.format(link=link(MAIN), own=link(2), code=shortcode("2026-06-22 10:00"))
    here.up_to_date(written(tmp_path / "sheet.csv", text), "--exported-at", "2026-06-24T08:00")
    once = here.ask("select count(*), count(distinct report_id) from warehouse.link_report")
    more = text + f"23/06/2026 12:00:00,Kecamatan Baron,{link(MAIN)},https://s.id/x,\n"
    here.up_to_date(written(tmp_path / "sheet2.csv", more), "--exported-at", "2026-06-25T08:00")
    assert once == [(7, 7)] and here.ask("select count(*) from warehouse.link_report") == [(8,)]


def test_a_facebook_reel_is_found_by_the_number_in_its_link(tmp_path):
    here = with_message(tmp_path, accounts="facebook,dinkes_contoh,,Dinkes,DINKES,,,\n")
    row = instagram(tmp_path / "x.csv", published(2, "2026-06-10 12:00", "x", "dinkes_contoh")).read_text("utf-8-sig")
    header, line = row.splitlines()
    mapped = line.replace(link(2), "https://www.facebook.com/reel/555555555555555/").replace("dinkes_contoh", "Dinkes")
    settings = ["native_id=Post ID", "permalink=Permalink", "published_at=Publish time", "account_handle=Handle"]
    named = (
        (header + ",Handle\n" + mapped + ",dinkes_contoh\n").replace("Account ID,", "Nomor,").replace("Post type", "T")
    )
    clock = ("--date-format", "%m/%d/%Y %H:%M", "--clock", "America/Los_Angeles")
    here.etl("mapping", "fb", "--platform", "facebook", *clock, *[x for each in settings for x in ("--set", each)])
    here.up_to_date(written(tmp_path / "fb.csv", named.replace("Account username", "U")))
    reported(here, "https://web.facebook.com/reel/555555555555555/?mibextid=abc", at="2026-06-11 15:00")
    here.up_to_date()
    [(status, post_id)] = here.ask("select status, post_id from warehouse.link_report")
    assert (status, post_id) == ("accepted", "facebook:17900000000000002")
