"""Halaman: sampai ke desa mana satu pesan prioritas, lewat siapa, dan siapa yang terlewat."""

import streamlit as st

from ui import (
    chain,
    chain_head,
    chain_people,
    chain_tables,
    chain_words,
    charts_chain,
    charts_map,
    download,
    filters,
    parts,
)
from ui.cached import figure
from ui.page import heading
from ui.store import derived, query

heading("Jangkauan Berantai", "Sampai ke desa mana pesan ini, lewat siapa, dan siapa yang terlewat?",
        "orang terjangkau, berikut rentangnya")  # fmt: skip

if query("message_choices").empty:
    parts.show(parts.empty("Belum ada pesan prioritas", *chain_words.HOW_TO_DESIGNATE))
    st.stop()

with filters.row():
    options, latest = derived(chain_words.choices, "message_choices", {})
    message = filters.choice("pesan", "Pesan prioritas", options, latest, width=620)


def made(build, name, **options):
    """One part of the page, made from one answer about the chosen message and kept."""
    return derived(build, name, options, message=message)


facts = made(chain_words.first, "message_facts")
parts.show(parts.sentence(chain_words.sentence(facts)))

left, right = st.columns([3, 2], gap="large")
with left, st.container(key="peta"):
    parts.chart(
        figure(charts_map.villages, "message_map", message=message),
        made(chain_people.map_words, "message_states"),
        "Bentuk desa belum tersedia; keadaan tiap desa ada di rantai di bawah.",
    )
    parts.show(derived(chain_people.map_note, "message_map_made", {}))
with right:
    parts.show(
        chain_people.block(facts, made(chain_tables.accounts, "message_accounts")),
        made(chain_people.states, "message_states"),
        chain_head.about(facts, made(chain_head.posts, "message_originals"), made(chain_head.notes, "message_notes")),
    )

parts.show(
    parts.section("Rantai penyebaran", "Buka satu baris untuk melihat anggotanya, lalu satu nama untuk buktinya. "
                  "Kecamatan yang tersendat ada di atas."),
    made(chain_head.steps, "message_tiers", first=chain_head.first_step(facts), state=facts["state"]),
    chain.legend(),
    made(chain.tree, "message_chain"),
)  # fmt: skip

left, right = st.columns([3, 2], gap="large")
with left:
    parts.show(parts.section("Kurva kedatangan", "Bagian desa, kecamatan dan OPD yang sudah meneruskan, jam demi jam."))
    parts.chart(
        figure(charts_chain.arrival, "message_arrival", message=message),
        "Bagian desa, kecamatan dan OPD yang meneruskan sejak pesan terbit",
        chain.NO_CARRIER,
    )
    late = made(charts_chain.later, "message_arrival")
    if late:
        parts.show(parts.note(chain_words.stragglers(late)))
with right:
    parts.show(
        parts.section("Titik putus", "Tempat rantai terhenti, menurut banyaknya orang yang tertinggal di bawahnya."),
        made(chain_tables.breaks, "message_breaks"),
    )

left, right = st.columns([3, 2], gap="large")
with left:
    parts.show(
        parts.section(
            "Langkah berikut yang paling berguna", "Akun yang belum meneruskan dan menambah orang terbanyak."
        ),
        made(chain_tables.advice, "message_next", is_withdrawn=facts["is_withdrawn"]),
    )
with right:
    parts.show(
        parts.section("Dibanding pesan lain", "Hanya pada besar yang sama, dengan nilai tengah pesan lain."),
        made(chain_tables.sizes, "message_sizes"),
    )

left, right = st.columns([3, 2], gap="large")
with left:
    parts.show(
        parts.section(
            "Desa yang belum terjangkau", "Menurut kecamatan. Desa tanpa sinyal dicatat, tidak dinilai lalai."
        ),
        made(chain_people.unreached, "message_unreached"),
    )
    download.buttons(
        "desa-belum-terjangkau", lambda: query("message_unreached", message=message), chain_tables.UNREACHED_FILE
    )
with right:
    parts.show(parts.section("Teks untuk WhatsApp", "Salin dengan tombol di sudut kanan atas kotak."))
    named = {name: facts[name] for name in ("title", "published_at", "villages", "is_withdrawn")}
    st.code(made(chain_words.whatsapp, "message_unreached", **named), language=None, wrap_lines=True, height=420)

names, first = made(chain_words.village_choices, "message_villages")
if names:
    parts.show(parts.section("Satu desa dari dekat", "Dari mana angka orang di satu desa berasal, akun demi akun."))
    code = filters.choice("desa", "Desa", names, first, width=380)
    parts.show(
        made(chain_people.one_village, "message_villages", code=code),
        derived(chain_tables.shares, "village_arithmetic", {}, message=message, village=code),
    )
    download.buttons("akun-penyebar", lambda: query("message_accounts", message=message), chain_tables.ACCOUNTS_FILE)
