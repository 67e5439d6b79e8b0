"""A caption as the matcher reads it: plain words, without contacts, greetings, links and decoration."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.cascade.texts import PHONE, read_text, words_of
from measures.cascade.words import root


def words(caption: str) -> str:
    return " ".join(read_text(caption).words)


@pytest.mark.parametrize(
    "caption, plain",
    [
        ("𝗩𝗮𝗸𝘀𝗶𝗻𝗮𝘀𝗶 𝓽𝓮𝓻𝓷𝓪𝓴", "vaksinasi ternak"),
        ("ＧＲＡＴＩＳ ① hari", "gratis 1 hari"),
        ("gratisssss yaaaa", "gratis ya"),
        ("Jumaaaat", "jumat"),
        ("va\u200bksi\u00adnasi", "vaksinasi"),
        ("maaf, saat itu", "maaf saat itu"),
        ("Jum’at Jum'at", "jum'at jum'at"),
        ("🚑💉 imunisasi 👶🏽", "imunisasi"),
        ("pukul 08.00", "pukul 08.00"),
    ],
)
def test_fancy_and_stretched_letters_read_like_plain_ones(caption, plain):
    assert words(caption) == plain


@pytest.mark.parametrize(
    "caption",
    [
        "#NganjukMelesat #PasarMurah", "https://nganjukkab.go.id/berita/12", "www.nganjukkab.go.id",
        "dinkes.nganjukkab.go.id/x",
        "s.id", "@pemkab_contoh @dinkes.contoh", "❤️✨", "", "   \n\n",
    ],
)  # fmt: skip
def test_hashtags_links_and_mentions_are_no_words(caption):
    assert words(caption) == ""


def test_a_full_stop_without_a_space_is_no_address():
    assert words("Pasar libur.Identitas wajib dibawa") == "pasar libur identitas wajib dibawa"


def test_mentions_are_known_without_their_sign_and_in_small_letters():
    found = read_text("Repost @Pemkab_Contoh. Terima kasih @dinkes.contoh!")
    assert found.mentions == {"pemkab_contoh", "dinkes.contoh"}


@pytest.mark.parametrize(
    "line",
    [
        "Hubungi 0812-3456-7890", "Call Center 112", "Narahubung: (0358) 321 456", "WA +62 812 3456 7890",
        "Follow Instagram, Facebook dan TikTok", "Info: telp 0358-321456",
    ],
)  # fmt: skip
def test_a_line_of_contacts_is_left_out(line):
    assert words(f"Bibit cabai dibagikan di balai desa.\n{line}") == "bibit cabai dibagikan di balai desa"


def test_a_line_that_says_more_than_where_to_call_stays():
    line = (
        "Petani yang lahannya terdampak banjir dapat melapor lewat telepon 0358-321456 atau datang ke balai penyuluhan"
    )
    assert "lahannya terdampak banjir" in words(line)


def test_an_hour_beside_a_contact_word_is_no_phone_number():
    assert "periksa mata gratis" in words("Periksa mata gratis, info pukul 08.00 - 11.00 di balai desa")


def test_a_sentence_that_only_greets_is_left_out():
    caption = "Selamat Hari Raya Idul Fitri, mohon maaf lahir dan batin. Pasar Wage tutup tiga hari."
    assert words(caption) == "pasar wage tutup tiga hari"


@pytest.mark.parametrize(
    "text, number",
    [
        ("0812-3456-7890", "0812-3456-7890"),
        ("+62 812 3456 7890", "+62 812 3456 7890"),
        ("081234567890", "081234567890"),
        ("hubungi 112", "112"),
        ("Call Center: 119", "119"),
        ("08.00 - 11.00", None),
        ("03-03-2026", None),
        ("kuota 115 orang", None),
        ("2.500.000", None),
    ],
)
def test_only_numbers_to_call_are_phone_numbers(text, number):
    found = PHONE.search(text)
    assert (found and found[0]) == number


@pytest.mark.parametrize(
    "spelling, word",
    [
        ("yg", "yang"), ("dgn", "dengan"), ("pelayanannya", "layanan"), ("kangge", "untuk"), ("banyune", "air"),
        ("omahe", "rumah"), ("griyanipun", "rumah"), ("warga", "masyarakat"),
    ],
)  # fmt: skip
def test_spellings_and_javanese_words_share_the_root_of_their_indonesian_word(spelling, word):
    assert root(spelling) == root(word)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_text_can_be_read(caption):
    found = read_text(caption)
    assert len(found.words) == len(found.roots) == sum(map(len, found.sentences))
    assert all(found.words) and all(found.roots)


@settings(deadline=None)
@given(st.text(st.sampled_from("aA1 .,#@/:-\n"), max_size=200))
def test_words_never_hold_spaces_or_marks_of_their_own(caption):
    assert all(word == word.strip(" #@\n") and word for word in words_of(caption))
