"""Priority messages: by rule, by hand, and what happens to words that cannot be used as they are."""

from tests.instance import written
from tests.messages import FLOOD, loaded, notices, office, published, said, said_raw, shown

DESIGNATED = "title, designated_by, times_designated, audience_kind, audience_label"


def message(here, columns: str) -> tuple:
    [found] = here.ask(f"select {columns} from warehouse.message")
    return found


def designate(here, at: str, *places: int, **details: object) -> str:
    default = {"title": None, "audience_kind": "all", "audience_values": []}
    return said(here, "message-designated", at, **{**default, "post_ids": [shown(p) for p in places], **details})


def test_a_post_of_the_main_account_with_a_programme_is_a_message(tmp_path):
    here = loaded(office(tmp_path), published(1, "2026-06-10 09:00", FLOOD), published(2, "2026-06-10 10:00"))
    assert message(here, "message_id, programme_code, designated_by, audience_label, originals, times_designated") == (
        shown(1), "BANJIR", "rule", "Semua unit", 1, 1,
    )  # fmt: skip
    hours = (
        "epoch(deadline_at - published_at) / 3600, epoch(window_until - published_at) / 86400, published_on::varchar"
    )
    assert message(here, hours) == (48, 14, "2026-06-10")


def test_other_accounts_and_programmes_out_of_season_make_no_message(tmp_path):
    here = loaded(
        office(tmp_path),
        published(1, "2026-06-10 09:00", FLOOD, "dinkes_contoh"),
        published(2, "2026-06-25 09:00", "Pasar murah hari ini #PasarMurah"),
        published(3, "2026-06-11 09:00", "Melesat terus #NganjukMelesat"),
    )
    assert here.ask("select * from warehouse.message") == []


def test_the_same_text_on_another_account_or_once_more_is_the_same_message(tmp_path):
    again = FLOOD.replace("siang malam", "siang dan malam")
    here = loaded(
        office(tmp_path),
        published(1, "2026-06-10 09:00", FLOOD),
        published(2, "2026-06-10 12:00", again.replace(" #SiagaBanjir", ""), "pemkab_dua"),
        published(3, "2026-06-20 09:00", again),
        published(4, "2026-06-26 09:00", FLOOD),
    )
    assert here.ask("select message_id, post_id from warehouse.message_post order by 1, 2") == [
        (shown(1), shown(1)), (shown(1), shown(2)), (shown(1), shown(3)), (shown(4), shown(4)),
    ]  # fmt: skip


def test_the_next_instalment_is_a_message_of_its_own(tmp_path):
    here = loaded(
        office(tmp_path),
        published(1, "2026-06-10 09:00", FLOOD),
        published(2, "2026-06-17 09:00", FLOOD.replace("12 Juni", "19 Juni")),
    )
    assert here.ask("select count(*) from warehouse.message") == [(2,)]


def test_the_head_of_diskominfo_may_name_any_post_with_deadline_and_audience(tmp_path):
    here = office(tmp_path)
    details = {"title": "Jadwal vaksin", "deadline_hours": 72, "audience_kind": "kecamatan"}
    designate(here, "2026-06-11 09:00", 5, **details, audience_values=["35.18.01", "35.18.02"])
    loaded(here, published(5, "2026-06-10 09:00", "Vaksin hari Senin", "dinkes_contoh"))
    assert message(here, DESIGNATED) == ("Jadwal vaksin", "hand", 1, "kecamatan", "Kecamatan Sawahan, Ngetos")
    assert message(here, "epoch(deadline_at - published_at) / 3600, audience_values, said_by") == (
        72, ["35.18.01", "35.18.02"], "kepala",
    )  # fmt: skip
    assert notices(here) == []


def test_a_message_designated_twice_is_one_message_and_the_latest_word_counts(tmp_path):
    here = office(tmp_path)
    designate(here, "2026-06-11 09:00", 1, title="Kedua", audience_kind="peer_group", audience_values=["desa"])
    designate(here, "2026-06-10 12:00", 1, title="Pertama")
    loaded(here, published(1, "2026-06-10 09:00", FLOOD))
    assert message(here, DESIGNATED) == ("Kedua", "hand", 2, "peer_group", "Desa")
    assert notices(here) == [
        "Pesan ini ditetapkan 2 kali; yang berlaku penetapan terakhir, 11 Jun 2026 pukul 09.00 WIB."
    ]


def test_posts_named_together_are_originals_of_one_message(tmp_path):
    here = office(tmp_path)
    designate(here, "2026-06-11 09:00", 1, 2)
    loaded(here, published(1, "2026-06-10 09:00", "Teks ini"), published(2, "2026-06-10 08:00", "Lain sama sekali"))
    assert message(here, "message_id, originals") == (shown(2), 2)


def test_a_post_that_is_not_in_the_data_yet_waits_for_its_export(tmp_path):
    here = office(tmp_path)
    designate(here, "2026-06-11 09:00", 7)
    loaded(here, published(1, "2026-06-10 09:00"))
    assert here.ask("select * from warehouse.message") == []
    assert notices(here) == [f"Unggahan “{shown(7)}” belum ada di data; akan dipakai begitu ekspornya masuk."]
    loaded(here, published(7, "2026-06-10 09:00"), name="b.csv")
    assert message(here, "message_id, designated_by") == (shown(7), "hand") and notices(here) == []


def test_a_post_from_the_future_is_no_message(tmp_path):
    here = office(tmp_path)
    designate(here, "2026-06-11 09:00", 1)
    loaded(here, published(1, "2026-07-03 09:00", FLOOD), published(2, "2026-06-10 09:00"))
    assert here.ask("select * from warehouse.message") == []
    [told] = notices(here)
    assert "bertanggal 3 Jul 2026 pukul 09.00 WIB, lebih baru daripada data" in told


def test_a_post_of_which_only_the_day_is_known_is_no_message_yet(tmp_path):
    here = office(tmp_path)
    said(here, "message-designated", "2026-06-11 09:00", post_ids=["facebook:123456789012345"], audience_kind="all")
    sheet = "OPD,Tanggal,Link\nKEC-PACE,23/06/2026,https://www.facebook.com/pace_contoh/posts/123456789012345\n"
    here.up_to_date(written(tmp_path / "rekap.csv", sheet))
    assert here.ask("select * from warehouse.message") == []
    assert notices(here)[0].startswith("Jam terbit unggahan “facebook:123456789012345” belum diketahui")


def test_a_message_withdrawn_after_spreading_stays_with_a_notice(tmp_path):
    here = office(tmp_path)
    said(here, "message-withdrawn", "2026-06-11 09:00", post_id=shown(1), reason="Tanggal salah")
    loaded(here, published(1, "2026-06-10 09:00", FLOOD))
    assert message(here, "is_withdrawn, withdrawn_reason, epoch(withdrawn_at - published_at) / 3600") == (
        True, "Tanggal salah", 24,
    )  # fmt: skip
    assert notices(here) == [
        "Pesan ditarik 11 Jun 2026 pukul 09.00 WIB. Yang sudah meneruskan tetap tercatat; yang belum tidak lagi wajib."
    ]


def test_a_message_designated_again_after_it_was_withdrawn_counts_again(tmp_path):
    here = office(tmp_path)
    said(here, "message-withdrawn", "2026-06-11 09:00", post_id=shown(1), reason="Salah")
    designate(here, "2026-06-12 09:00", 1)
    loaded(here, published(1, "2026-06-10 09:00", FLOOD))
    assert message(here, "is_withdrawn, withdrawn_at") == (False, None)
    assert notices(here)[0].startswith("Pesan ini pernah ditarik, lalu ditetapkan lagi 12 Jun 2026")


def test_withdrawing_what_is_no_message_is_told(tmp_path):
    here = office(tmp_path)
    said(here, "message-withdrawn", "2026-06-11 09:00", post_id=shown(2), reason="Salah")
    loaded(here, published(1, "2026-06-10 09:00", FLOOD), published(2, "2026-06-10 09:00"))
    assert notices(here) == [f"Penarikan ini menunjuk unggahan “{shown(2)}” yang bukan pesan prioritas; belum dipakai."]


NO_AUDIENCE = "Sasaran penetapan ini tidak dikenal; yang dipakai sasaran sebelumnya, atau semua unit."
AUDIENCES = [
    ("villages", ["35.18.01.2001", "35.18.01.9999"], "Desa/kelurahan Bendolo",
     ["Kode desa “35.18.01.9999” tidak ada; tidak dipakai sebagai sasaran."]),
    ("villages", ["35.18.01.8888"], "Semua unit",
     ["Kode desa “35.18.01.8888” tidak ada; tidak dipakai sebagai sasaran.", NO_AUDIENCE]),
    ("kecamatan", ["35.18.99", "35.18.01"], "Kecamatan Sawahan",
     ["Kode kecamatan “35.18.99” tidak ada; tidak dipakai sebagai sasaran."]),
    ("peer_group", ["kantor", "dinas"], "Dinas", ["Kelompok unit “kantor” tidak ada; tidak dipakai sebagai sasaran."]),
    ("semesta", [], "Semua unit", [NO_AUDIENCE]),
    ("villages", [f"35.18.01.200{n}" for n in range(1, 6)], "5 desa/kelurahan", []),
]  # fmt: skip


def test_an_audience_that_does_not_exist_is_named(tmp_path):
    here = office(tmp_path)
    for place, (kind, values, _, _) in enumerate(AUDIENCES):
        designate(here, f"2026-06-11 09:{place:02}", place, audience_kind=kind, audience_values=values)
    loaded(here, *(published(place, f"2026-06-10 09:{place:02}") for place in range(len(AUDIENCES))))
    labels = here.ask("select audience_label from warehouse.message order by published_at")
    assert labels == [(label,) for _, _, label, _ in AUDIENCES]
    assert notices(here) == [told for _, _, _, every in AUDIENCES for told in every]


def test_a_deadline_that_is_no_number_of_hours_falls_back_to_the_usual_one(tmp_path):
    here, wrong = office(tmp_path), [0, -4, "banyak", 10**9, [48], True]
    for place, hours in enumerate(wrong):
        designate(here, f"2026-06-11 09:{place:02}", place, deadline_hours=hours)
    loaded(here, *(published(place, f"2026-06-10 09:{place:02}") for place in range(len(wrong))))
    assert here.ask("select distinct epoch(deadline_at - published_at) / 3600 from warehouse.message") == [(48,)]
    assert len(notices(here)) == len(wrong)
    assert all(told.endswith("bukan jumlah jam yang sah; dipakai 48 jam.") for told in notices(here))


MALFORMED = [
    b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b'"teks"', b"[" * 3000, b'{"event": 7}',
    b'{"event": "message-designated"}', b'{"event": "message-designated", "post_ids": "satu", "title": {}}',
    b'{"event": "message-designated", "post_ids": [null, 3, {"a": 1}], "at": "kemarin"}',
    b'{"event": "message-withdrawn", "post_id": ["a"]}', b'{"event": "link-reported", "links": {"a": 1}}',
    b'{"event": "link-reported", "links": [["https://x.com/a/status/1234567890"]], "offline": "ya"}',
    b'{"event": "link-decided", "carries": "mungkin"}', b'{"event": "duty-excused", "agency_code": 5}',
    b'{"event": "link-reported", "links": ["http://[::1"], "post_id": "\\u0000\\ud800", "by": 1e999}',
]  # fmt: skip


def test_malformed_events_never_break_a_build_and_are_told(tmp_path):
    here = office(tmp_path)
    landed = {said_raw(here, content) for content in MALFORMED}
    loaded(here, published(1, "2026-06-10 09:00", FLOOD))
    assert here.ask("select count(*) from raw.event") == [(len(landed),)]
    assert here.ask("select message_id from warehouse.message") == [(shown(1),)]
    told = here.ask("select event_sha256 from marts.message_notice")
    refused = here.ask("select count(*) from warehouse.link_report where status = 'refused'")
    assert {sha256 for (sha256,) in told} <= landed and len(told) >= 11 and refused == [(3,)]
    assert "Catatan ini tidak dapat dibaca, jadi tidak dipakai. Kirim ulang lewat formulir." in notices(here)


def test_a_message_without_words_has_a_title_of_its_own(tmp_path):
    here = office(tmp_path)
    designate(here, "2026-06-11 09:00", 1)
    loaded(here, {**published(1, "2026-06-10 09:00"), "Description": "#SiagaBanjir 🙏"})
    assert message(here, "title") == ("Unggahan 10 Jun 2026 pukul 09.00 WIB",)


def test_excuses_and_decisions_go_by_the_latest_word(tmp_path):
    here = office(tmp_path)
    for at, reason in (("2026-06-11 09:00", "sakit"), ("2026-06-11 10:00", "listrik padam")):
        said(here, "duty-excused", at, post_id=shown(1), agency_code="DINKES", reason=reason)
        said(here, "duty-excused", at, post_id=shown(1), agency_code="KEC-PACE", reason=reason)
    said(here, "duty-excused", "2026-06-11 11:00", post_id=shown(1), agency_code="KEC-PACE", reason="")
    said(here, "duty-excused", "2026-06-11 11:00", post_id=shown(1), agency_code="DESA-35.18.01.9999", reason="x")
    for hour, carries in enumerate((True, False)):
        said(here, "link-decided", f"2026-06-11 0{hour}:00", message_post_id=shown(1), post_id="x:1", carries=carries)
    said(here, "link-decided", "2026-06-11 08:00", message_post_id=shown(1), post_id="x:2", carries=True)
    said(here, "link-decided", "2026-06-11 09:00", message_post_id=shown(1), post_id="x:2", carries=None)
    loaded(here, published(1, "2026-06-10 09:00", FLOOD))
    assert here.ask("select agency_code, reason from warehouse.duty_excuse") == [("DINKES", "listrik padam")]
    assert here.ask("select post_id, carries from warehouse.link_decision") == [("x:1", False)]
    assert notices(here) == ["Kode desa “DESA-35.18.01.9999” tidak ada; pembebasan ini tidak dipakai."]
    assert here.ask("select count(*), count(message_id), count(title) from marts.audit") == [(10, 10, 10)]


def test_words_said_one_by_one_give_what_a_rebuild_gives(tmp_path):
    here = office(tmp_path)
    loaded(here, published(1, "2026-06-10 09:00", FLOOD), published(2, "2026-06-12 09:00", "Lain", "dinkes_contoh"))
    steps = [
        ("message-designated", {"post_ids": [shown(2), shown(9)], "audience_kind": "all"}),
        ("link-reported", {"post_id": shown(1), "agency_code": "DINKES", "links": ["https://s.id/a", "bukan"]}),
        ("duty-excused", {"post_id": shown(1), "agency_code": "KEC-PACE", "reason": "sakit"}),
        ("message-withdrawn", {"post_id": shown(1), "reason": "salah"}),
    ]
    for hour, (event, details) in enumerate(steps):
        said(here, event, f"2026-06-13 0{hour}:00", **details)
        here.up_to_date()
    loaded(here, published(9, "2026-06-11 09:00", "Sembilan"), name="b.csv")
    step_by_step = here.marts()
    assert here.etl("rebuild").code == 0 and here.marts() == step_by_step
    assert here.ask("select message_id, originals from warehouse.message order by 1") == [(shown(1), 1), (shown(9), 2)]
