"""The demo is invented, always the same, and looks exactly like what the platforms export."""

import ast
import csv
import io
import re
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import etl.demo
from etl.demo import DemoFile, ids, write
from etl.demo.calendar import ENDS_AT, STARTS_AT

SCALE = 0.04
PACIFIC = ZoneInfo("America/Los_Angeles")
PACKAGE = Path(etl.demo.__file__).parent

HEADERS = {
    "Instagram 2026": '"Post ID","Account ID","Account username","Account name",Description,"Duration (sec)",'
    '"Publish time",Permalink,"Post type","Data comment",Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n',
    "Instagram 2025": "Date,Views,Reach,Likes,Shares,Comments,Saves,Follows\n",
    "Instagram Indonesian": '"Komentar data",Tanggal,Tayangan,Suka,"Frekuensi dibagikan",Komentar,'
    '"Frekuensi Disimpan",Jangkauan,Mengikuti\n',
    "stories": 'Navigation,"Profile visits",Replies,"Link clicks","Sticker taps",Follows\n',
    "stories Indonesian": '"Kunjungan profil",Balasan,Navigasi,"Ketukan stiker"\n',
    "Facebook 2025": '"Average Seconds viewed","Estimated earnings (USD)","Ad impressions"\n',
    "Facebook 2026": '"Views from Boosted posts","Views from Organic posts"',
    "Facebook with Views twice": '"Total clicks",Views,"Reach from Organic posts","Reach from Boosted posts"',
    "Facebook page daily": '"Page ID","Page name","Data comment",Date,"Unique user engagements"',
    "Facebook video level": '"Video asset ID","Universal video ID"',
    "Meta error row": "An error occurred while computing metadata for content with ID",
    "Meta daily": 'sep=,\n"Instagram follows"\n"Date","Primary"\n',
    "Meta daily Indonesian": 'sep=,\n"Tayangan"\n"Tanggal","Primary"\n',
    "Meta daily stacked": '\n\n"Instagram follows"\n"Date","Primary"\n',
    "Meta audience": '"Age & gender"\n"","Women","Men"\n',
    "TikTok content": '"Time","Video title","Video link","Post time","Total likes","Total comments"',
    "TikTok overview": '"Date","Video Views","Profile Views","Likes","Comments","Shares"\n',
    "TikTok followers": '"Date","Followers","Difference in followers from previous day"\n',
    "TikTok activity": '"Date","Hour","Active followers"\n',
    "TikTok gender": '"Gender","Distribution"\n',
    "TikTok territories": '"Top territories","Distribution"\n',
    "TikTok viewers": '"Date","Total Viewers","New Viewers","Returning Viewers"\n',
    "TikTok missing value": '"undefined","0","0"',
    "TikTok business video": "Video title,Video link,Post time,Video views,Likes,Comments,Shares,Add to Favorites\n",
    "TikTok business overview": "Phone number clicks ,Leads submission,Net growth",
    "TikTok business audience": "Date,New followers,Total followers,Reached audience,Engaged audience\n",
    "YouTube table": "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers",
    "YouTube table Indonesian": "Konten,Judul video,Waktu publikasi video,Durasi,Penayangan,Waktu tonton (jam)",
    "YouTube 2026": "Returning viewers,Casual viewers,Regular viewers,Hypes,Hype points",
    "YouTube total row": "\nTotal,",
    "YouTube cap": "Showing top 500 results\n",
    "YouTube totals": "Date,Views\n",
    "X content": "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows",
    "X overview": "Create Post,Video views,Media views\n",
    "X legacy": '"Tweet id","Tweet permalink","Tweet text","time","impressions"',
    "recap": "Jumlah",
    "comment log": "Waktu komentar,Perlu dijawab (ya/tidak),Waktu balasan resmi,Diteruskan ke SP4N-LAPOR",
    "hoax list": "ID,Tanggal,Klaim,Putusan,Sumber,Tautan klarifikasi,Isi",
    "hoax feed": '"guid": "https://cek.example.invalid/contoh-101"',
    "event log": "Unit,Waktu kejadian,Jenis (darurat/biasa),Judul,Tautan unggahan",
    "Hootsuite": "Date (GMT),Post ID,Post Message,Post Permalink",
    "Sprout posts": "Engagement Rate (per Impression)",
    "Sprout profile": "Date,Profile,Network,Audience,Net Audience Growth",
    "Metricool": "Date;Followers;Gained followers;Lost followers;Posts;Impressions;Reach;Interactions",
    "Excel with semicolons": "Post ID;Account ID",
    "whole record in one cell": '"""Post ID"",""Account ID""',
    "damaged id": "E+16;",
    "word for a number": ",banyak,",
    "day without year, Indonesian": '"22 November"',
    "day without year, English": '"November 22"',
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[DemoFile]]:
    target = tmp_path_factory.mktemp("demo")
    return target, write(target, scale=SCALE)


@pytest.fixture(scope="module")
def texts(written: tuple[Path, list[DemoFile]]) -> str:
    return "\n".join(text for file in written[1] for text in _texts(file.path))


def test_the_same_seed_gives_the_same_bytes(written, tmp_path):
    first, _ = written
    write(tmp_path, scale=SCALE)
    assert _bytes(tmp_path) == _bytes(first)


def test_another_seed_gives_other_files(written, tmp_path):
    write(tmp_path, seed=2, scale=SCALE)
    assert _bytes(tmp_path) != _bytes(written[0])


@pytest.mark.parametrize("form", HEADERS)
def test_every_format_is_present(form, texts):
    assert HEADERS[form] in texts


def test_workbooks_are_among_the_files(written):
    names = {file.path.name for file in written[1] if file.path.suffix == ".xlsx"}
    assert any(name.startswith("fanpage_karma") for name in names)
    assert any(name.startswith("rekap medsos") for name in names)
    assert any(name.startswith("Content") for name in names), "TikTok Studio as XLSX"


def test_instagram_shortcodes_agree_with_the_publish_time(written):
    rows = [row for file in written[1] for row in _rows(file.path) if "Account username" in row]
    assert len(rows) > 200
    for row in rows:
        code = re.search(r"/(?:p|reel)/([\w-]+)/", row["Permalink"])
        if code and "E+" not in row["Post ID"]:
            written_at = datetime.strptime(row["Publish time"], "%m/%d/%Y %H:%M").replace(tzinfo=PACIFIC)
            assert timedelta() <= ids.instagram_moment(code[1]) - written_at < timedelta(minutes=1)
            assert re.fullmatch(r"1[78]\d{15}", row["Post ID"])


def test_tiktok_ids_agree_with_the_publish_time(written):
    rows = [row for file in written[1] for row in _rows(file.path) if "Add to Favorites" in row]
    assert rows
    for row in rows:
        written_at = datetime.strptime(row["Post time"], "%Y/%m/%d %H:%M:%S").replace(tzinfo=UTC)
        assert ids.tiktok_moment(row["Video link"].rsplit("/", 1)[1]) == written_at


def test_x_ids_agree_with_the_publish_time(written):
    rows = [row for file in written[1] for row in _rows(file.path) if "Tweet id" in row]
    assert rows
    for row in rows:
        written_at = datetime.strptime(row["time"], "%Y-%m-%d %H:%M %z")
        assert timedelta() <= ids.x_moment(row["Tweet id"]) - written_at < timedelta(minutes=1)


def test_a_post_never_loses_numbers_as_it_ages(written):
    seen: dict[str, int] = {}
    for file in sorted(written[1], key=lambda file: file.exported_at):
        for row in _rows(file.path):
            if "Account username" in row and row["Views"]:
                assert int(row["Views"]) >= seen.get(row["Post ID"], 0)
                seen[row["Post ID"]] = int(row["Views"])
    assert len(seen) > 100


def test_every_handle_and_name_says_that_it_is_invented(written, texts):
    target, _ = written
    accounts = _rows(target / "reference" / "accounts.csv")
    assert all(account["handle"].endswith("_contoh") for account in accounts)
    assert all(account["name"].endswith("(contoh)") for account in accounts)
    in_links = re.findall(r"(?:tiktok\.com/@|x\.com/|facebook\.com/)(?!reel/)([\w.]+)/", texts)
    assert in_links and all(handle.endswith("_contoh") for handle in in_links)
    mentions = set(re.findall(r"(?<![\w/])@(\w+)", texts))
    assert mentions and all(handle.endswith("_contoh") for handle in mentions)


def test_phone_numbers_belong_to_nobody(texts):
    phones = re.findall(r"(?<!\d)08\d{2}-\d{4}-\d{4}(?!\d)", texts)
    assert phones and all(phone[4:10] == "-0000-" for phone in phones)


def test_only_files_that_cannot_say_whose_they_are_carry_an_account(written):
    told = {file.path.name.split(".")[0] for file in written[1] if file.account}
    assert "metricool evolution" in told
    assert not any(name.startswith(("May-", "tweet_activity", "Video ")) for name in told)


def test_everything_lies_within_the_demo_calendar(written):
    taken = [file.exported_at for file in written[1]]
    assert all(STARTS_AT < moment <= ENDS_AT and moment.utcoffset() == timedelta() for moment in taken)
    assert max(taken) == datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


def test_three_kecamatan_messages_stop_there(written):
    target, _ = written
    truth = target / "truth"
    patterns = {row["key"]: row["pattern"] for row in _rows(truth / "messages.csv")}
    carried: dict[str, set[str]] = {}
    for row in _rows(truth / "carriers.csv"):
        if row["agency_code"].startswith("KEC-"):
            carried.setdefault(row["message"], set()).add(row["agency_code"])
    assert len(patterns) == 24
    assert all(len(carried[key]) == 3 for key, pattern in patterns.items() if pattern == "three")


def test_nothing_in_the_package_asks_for_the_time_or_for_shared_chance():
    forbidden = {"now", "today", "utcnow", "time_ns", "perf_counter", "urandom", "uuid4", "hash"}
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                assert name not in forbidden, f"{path.name}:{node.lineno}"
            if isinstance(node, ast.Import):
                assert all(alias.name not in ("random", "time") for alias in node.names), path.name


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _texts(path: Path) -> list[str]:
    content = path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as box:
            return [_decoded(box.read(name)) for name in box.namelist()]
    return [] if path.suffix == ".xlsx" else [_decoded(content)]


def _decoded(content: bytes) -> str:
    if content.startswith(b"\xff\xfe"):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def _rows(path: Path) -> list[dict[str, str]]:
    """Rows of a plain comma file; other files give nothing."""
    if path.suffix != ".csv":
        return []
    return list(csv.DictReader(io.StringIO(_texts(path)[0], newline="")))
