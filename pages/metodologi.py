"""Halaman: arti tiap ukuran dan cara membacanya."""

from ui import method_parts, method_standard, parts, wording
from ui.page import heading

heading("Metodologi", "Apa arti tiap angka, bagaimana dihitung, dan di mana batasnya?")

parts.show(
    parts.section("Cara membaca angka"),
    wording.steps(
        "Bandingkan hanya unit dalam kelompok yang sama; dinas tidak dibandingkan dengan desa.",
        "Lihat rentangnya, bukan hanya titiknya. Bila rentang dua unit tumpang tindih, urutannya belum pasti.",
        "“Tidak tersedia” berarti platform tidak memberi angkanya atau berkasnya belum masuk. Itu bukan nol.",
        "Jangkauan beberapa akun tidak dijumlahkan menjadi jumlah orang: satu orang bisa terjangkau berkali-kali.",
        "Sebelum menegur unit yang tampak diam, periksa Mutu Data: mungkin berkasnya belum masuk.",
        "Angka yang bergaris bawah titik-titik di kepala tabel punya penjelasan; arahkan penunjuk ke sana.",
    ),
)
for group, measures in wording.measures_by_group().items():
    parts.show(parts.section(group), wording.definition_list(measures))
parts.show(
    parts.section("Bagaimana penyebaran dikenali", "Tanda yang terkuat menentukan, dari atas ke bawah."),
    method_parts.signs(),
    parts.section(
        "Apa yang ditimbang saat teks dibandingkan", "Bobot di atas nol menguatkan, di bawah nol melemahkan."
    ),
    method_parts.weights(),
    parts.section("Seberapa sering benar", "Dibandingkan dengan dua cara yang lebih sederhana."),
    method_parts.figures(),
    method_parts.texts_sentence(),
    method_parts.plain_ways(),
    parts.section("Yang tidak dapat dikenali"),
    method_parts.limits(),
    parts.section(
        "Seberapa baik rantai disusun kembali", "Ketika semua tautan diketahui, dan ketika sebagian tersembunyi."
    ),
    method_parts.chains(),
    parts.section("Anggapan di balik jumlah orang"),
    method_parts.assumptions(),
)
parts.show(
    parts.section("Bagaimana naskah dinilai", "Sama untuk unggahan yang sudah terbit dan untuk Periksa Naskah."),
    method_standard.ways(),
    parts.section("Arti tiap label"),
    method_standard.labels(),
    parts.section("Seberapa sering naskah dinilai benar"),
    method_standard.texts_sentence(),
    method_standard.emphasis(),
    method_standard.figures(),
    parts.section("Seberapa sama kedua pelabelan", "Mesin tidak dapat lebih benar daripada label yang dipelajarinya."),
    method_standard.agreement(),
    parts.section("Yang dapat keliru dinilai"),
    method_standard.limits(),
)
parts.show(
    parts.section("Daftar istilah"),
    wording.glossary_list(),
    parts.section("Batas yang perlu diingat"),
    wording.steps(
        "Hanya akun yang berkasnya diunduh dan dimasukkan yang terlihat.",
        "Unggahan yang dihapus sebelum diekspor tidak pernah terlihat.",
        "Angka platform dapat berubah beberapa hari setelah terbit; yang dipakai adalah pengamatan terakhir.",
        "Unggahan berbayar tercampur bila platform tidak memisahkannya; bila diketahui, unggahan itu diberi tanda.",
    ),
)
