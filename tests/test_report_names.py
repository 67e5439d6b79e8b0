"""Units and offline channels under the names that people write into a sheet."""

import pytest

from etl.report_claims import channel_of
from etl.report_units import UnitNames, spelled


@pytest.mark.parametrize(
    ("text", "code"),
    [("Papan informasi RT 3", "papan"), ("Grup WhatsApp warga", "grup_wa"), ("pertemuan RT", "pertemuan"),
     ("toa masjid", "pengeras"), ("dari mulut ke mulut", "lainnya"), ("grup_wa", "grup_wa")],
)  # fmt: skip
def test_offline_channels_are_understood_as_people_write_them(text, code):
    assert channel_of(text) == code


UNITS = UnitNames(
    [
        ("DINKES", "Dinas Kesehatan", None), ("KEC-PACE", "Kecamatan Pace", "35.18.07"),
        ("DESA-35.18.07.2001", "Desa Pace Kulon (Kec. Pace)", "35.18.07.2001"),
        ("DESA-35.18.01.2003", "Desa Banaran (Kec. Sawahan)", "35.18.01.2003"),
        ("KEL-BANARAN", "Kelurahan Banaran (Kec. Kertosono)", "35.18.09.1001"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code"),
    [("dinkes", "DINKES"), ("DINAS  KESEHATAN Kab. Nganjuk", "DINKES"), ("Kec. Pace", "KEC-PACE"), ("pace", "KEC-PACE"),
     ("Pemdes Pace Kulon", "DESA-35.18.07.2001"), ("Ds. Banaran, Kec. Sawahan", "DESA-35.18.01.2003"),
     ("Kel. Banaran", "KEL-BANARAN"), ("35.18.01.2003", "DESA-35.18.01.2003")],
)  # fmt: skip
def test_units_are_found_under_the_names_people_write(said, code):
    assert UNITS.find(said) == (code, None)


def test_a_name_that_two_units_share_is_asked_back():
    assert UNITS.find("Banaran") == (
        None, "Nama unit “Banaran” dimiliki lebih dari satu unit. Tulis kodenya, atau desa beserta kecamatannya.",
    )  # fmt: skip
    assert spelled("Pemerintah Kabupaten") == "pemerintah kabupaten"
