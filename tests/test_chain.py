"""The judgements of the chain on small tables: parents, cascades, shares of duties."""

import duckdb

from etl.judge import JUDGES
from tests.judged import judged, prepared
from tests.models import run_model

MESSAGE = "message_id | published_at | deadline_at | is_withdrawn \n m | 2026-06-01 08:00 | 2026-06-03 08:00 | false"
ORIGINALS = """
    message_id | post_id     | account_id       | platform  | published_at
    m          | instagram:0 | instagram:pemkab | instagram | 2026-06-01 08:00
    m          | facebook:0  | facebook:pemkab  | facebook  | 2026-06-01 12:00
"""
CARRIES = {
    "instagram:kec": "KEC | kecamatan | 35.18.03 | instagram:1 | 2 | text",
    "instagram:dinkes": "DINKES | agency | | instagram:2 | 3 | text",
    "instagram:desa": "DESA | village | 35.18.03 | instagram:3 | 5 | text",
}
CARRY = "message_id | account_id | agency_code | tier | kecamatan_code | post_id | hours | method"


def parents(expect: list[str], *said: str, original: str = "", **told: str) -> None:
    """`said`: account, caption, permalink and the parent staff named; `told`: carries added, originals' posts."""
    head = f"{CARRY} | caption | permalink | said_parent"
    texts = {account: rest for account, _, rest in (row.partition(" | ") for row in said)}
    carries = CARRIES | ({told["account"]: told["carry"]} if told else {})
    rows = [f"m | {account} | {row} | {texts.get(account, '| |')}" for account, row in carries.items()]
    judged(
        "warehouse.carrier_parent",
        "\n".join(["account_id | parent_account_id | parent_method | depth", *expect]),
        message=MESSAGE,
        message_post=ORIGINALS,
        first_carry="\n".join([head, *rows]),
        post=f"post_id | caption | permalink \n {original}" if original else "",
    )


KEC = "instagram:kec | instagram:pemkab | inferred | 1"
DINKES = "instagram:dinkes | instagram:pemkab | inferred | 1"
DESA = "instagram:desa | instagram:kec | inferred | 2"


def test_without_a_word_of_its_source_the_structure_names_the_parent():
    parents([KEC, DINKES, DESA])


def test_a_link_or_a_mention_in_the_text_names_the_parent():
    link = "instagram:desa | Info dari https://www.instagram.com/p/abcdefg2/?igsh=x | |"
    known = "instagram:dinkes | | https://www.instagram.com/p/abcdefg2/ |"
    parents([KEC, DINKES, "instagram:desa | instagram:dinkes | link | 2"], link, known)
    parents([KEC, DINKES, "instagram:desa | instagram:dinkes | mention | 2"], "instagram:desa | repost @Dinkes. | |")
    parents([KEC, DINKES, "instagram:desa | instagram:pemkab | mention | 1"], "instagram:desa | sumber: @pemkab | |")
    profile = "instagram:desa | lihat https://www.instagram.com/dinkes/ | |"
    parents([KEC, DINKES, "instagram:desa | instagram:dinkes | mention | 2"], profile)


def test_a_link_to_any_original_names_its_account_once_that_was_there():
    page = "facebook:0 | | https://www.facebook.com/pemkab/posts/777777"
    text = "https://www.facebook.com/pemkab/posts/777777"
    parents([KEC, DINKES, DESA], f"instagram:dinkes | {text} | |", original=page)
    linked = "instagram:desa | facebook:pemkab | link | 1"
    parents([KEC, DINKES, linked], f"instagram:desa | {text} | |", original=page)


def test_a_collaboration_took_it_from_the_original_it_shows():
    shown = {"account": "instagram:pkk", "carry": "PKK | agency | | instagram:0 | 0 | share"}
    parents([KEC, DINKES, DESA, "instagram:pkk | instagram:pemkab | share | 1"], **shown)


def test_what_staff_say_of_a_parent_outranks_the_text():
    wanted = [KEC, DINKES, "instagram:desa | instagram:dinkes | reported | 2"]
    parents(wanted, "instagram:desa | sumber: @kec | | instagram:dinkes")
    parents([KEC, DINKES, DESA], "instagram:desa | | | instagram:tidak_ada")


def test_a_village_that_copied_its_kecamatans_wording_took_it_from_there_for_sure():
    told = "Posyandu serentak digelar Selasa pukul delapan pagi di balai desa, bawa buku KIA dan ajak balita"
    retold = "Ibu-ibu, besok Selasa ada posyandu jam delapan pagi di balai desa masing-masing, jangan lupa buku KIA"
    original, kecamatan = f"instagram:0 | {told} |", f"instagram:kec | {retold} | |"
    copied = "instagram:desa | instagram:kec | text | 2"
    parents([KEC, DINKES, copied], kecamatan, f"instagram:desa | {retold} | |", original=original)
    parents([KEC, DINKES, DESA], kecamatan, f"instagram:desa | {told} | |", original=original)
    parents([KEC, DINKES, DESA], f"instagram:kec | {told} | |", f"instagram:desa | {told} | |", original=original)


def test_the_first_carry_of_an_account_counts_and_what_was_offline_has_no_account():
    run_model(
        "warehouse.first_carry",
        given={
            "warehouse.message": MESSAGE,
            "warehouse.repost": """
                message_id | repost_id | post_id | account_id | carried_at       | method
                m          | i:2       | i:2     | i:desa     | 2026-06-01 14:00 | text
                m          | i:1       | i:1     | i:desa     | 2026-06-01 13:00 | text
                m          | r:1       |         | i:desa     | 2026-06-01 09:00 | offline
                m          | r:2       |         |            | 2026-06-01 09:00 | reported
            """,
            "warehouse.post": "post_id | caption \n i:1 | Pesan",
            "warehouse.link_decision": "message_id | post_id | parent_account_id \n m | i:1 | i:kec",
        },
        expect="account_id | repost_id | hours | caption | said_parent \n i:desa | i:1 | 5 | Pesan | i:kec",
    )


def test_only_messages_whose_carriers_changed_are_judged_again():
    with duckdb.connect() as con:
        prepared(con, "warehouse.carrier_parent", message=MESSAGE, message_post=ORIGINALS)
        insert = "insert into warehouse.first_carry (message_id, account_id, hours, post_id, caption) values "
        con.execute(f"{insert} ('m', 'i:opd', 2, 'i:1', ''), ('n', 'i:opd', 2, 'i:2', '')")
        judge = JUDGES["warehouse.carrier_parent"]
        judge(con, {}, True)
        con.execute("update warehouse.carrier_parent set parent_method = 'lama'")
        con.execute(f"{insert} ('m', 'i:desa', 3, 'i:3', '@opd')")
        judge(con, {}, False)
        asked = "select message_id, account_id, parent_method from warehouse.carrier_parent order by all"
        told = [("m", "i:desa", "mention"), ("m", "i:opd", "inferred"), ("n", "i:opd", "lama")]
        assert con.execute(asked).fetchall() == told
        con.execute("delete from warehouse.first_carry where message_id = 'n'")
        judge(con, {}, False)
        assert con.execute(asked).fetchall() == told[:2]


CARRIERS = """
    message_id | account_id | tier      | hours | parent_account_id | parent_method | depth
    m          | i:kec      | kecamatan | 2     | i:pemkab          | inferred      | 1
    m          | i:a        | village   | 5     | i:kec             | inferred      | 2
    m          | i:b        | village   | 6     | i:kec             | link          | 2
"""


def test_a_cascade_is_measured_on_accounts_and_its_speed_on_the_units_that_owed_it():
    judged(
        "warehouse.cascade",
        """
        message_id | size | depth | virality | hours_25 | hours_50 | hours_75
        m          | 3    | 2     | 1.5      | 2        | 5        |
        n          | 0    | 0     |          |          |          |
        """,
        message="message_id | published_at \n m | 2026-06-01 08:00 \n n | 2026-06-02 08:00",
        carrier=CARRIERS,
        duty_unit="""
            message_id | agency_code | status  | hours
            m          | KEC         | on_time | 2
            m          | A           | late    | 5
            m          | B           | exempt  | 6
            m          | C           | missing |
            m          | D           | open    |
            n          | KEC         | missing |
        """,
    )  # fmt: skip


def test_cascades_are_compared_only_at_sizes_they_reached():
    rows = [f"m | i:{place:02} | village | {place} | i:pemkab | inferred | 1" for place in range(26)]
    head = CARRIERS.strip().splitlines()[0]
    judged(
        "warehouse.cascade_size",
        "message_id | size | depth | virality \n m | 10 | 1 | 1.8182 \n m | 25 | 1 | 1.9231",
        message="message_id | published_at \n m | 2026-06-01 08:00 \n n | 2026-06-02 08:00",
        carrier="\n".join([head, *rows]),
    )  # fmt: skip


def test_shares_carry_the_wilson_interval_of_a_month_and_of_all_months():
    judged(
        "warehouse.duty_share",
        """
        on_time | due | share | low    | high
        5       | 10  | 0.5   | 0.2693 | 0.7307
        0       | 10  | 0     | 0      | 0.2129
        5       | 20  | 0.25  | 0.1274 | 0.4322
        """,
        duty_count="""
            agency_code | month      | on_time | due
            DINKES      | 2026-05-01 | 5       | 10
            DINKES      | 2026-06-01 | 0       | 10
            DISDIK      | 2026-06-01 | 0       | 0
        """,
    )
