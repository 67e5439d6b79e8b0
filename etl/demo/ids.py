"""Native ids whose built-in clock agrees with the time of publishing, as on the real platforms."""

from datetime import UTC, datetime, timedelta
from random import Random

INSTAGRAM_EPOCH_MS = 1314220021721
X_EPOCH_MS = 1288834974657
SHORTCODE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(moment: datetime) -> int:
    return (moment - UNIX_EPOCH) // timedelta(milliseconds=1)


def digits(random: Random, count: int, first: str = "123456789") -> str:
    return random.choice(first) + str(random.randrange(10 ** (count - 1))).zfill(count - 1)


def instagram_media_id(random: Random) -> str:
    return "1" + digits(random, 16, first="78")


def instagram_account_id(random: Random) -> str:
    return "1784" + digits(random, 13)


def instagram_shortcode(moment: datetime, random: Random) -> str:
    number = ((milliseconds(moment) - INSTAGRAM_EPOCH_MS) << 23) | random.getrandbits(23)
    code = ""
    while number:
        number, rest = divmod(number, 64)
        code = SHORTCODE[rest] + code
    return code


def instagram_moment(shortcode: str) -> datetime:
    number = 0
    for letter in shortcode:
        number = number * 64 + SHORTCODE.index(letter)
    return UNIX_EPOCH + timedelta(milliseconds=(number >> 23) + INSTAGRAM_EPOCH_MS)


def tiktok_id(moment: datetime, random: Random) -> str:
    return str(((milliseconds(moment) // 1000) << 32) | random.getrandbits(32))


def tiktok_moment(native_id: str) -> datetime:
    return UNIX_EPOCH + timedelta(seconds=int(native_id) >> 32)


def x_id(moment: datetime, random: Random) -> str:
    return str(((milliseconds(moment) - X_EPOCH_MS) << 22) | random.getrandbits(22))


def x_moment(native_id: str) -> datetime:
    return UNIX_EPOCH + timedelta(milliseconds=(int(native_id) >> 22) + X_EPOCH_MS)


def youtube_id(random: Random) -> str:
    return "".join(random.choices(SHORTCODE, k=10)) + random.choice("AEIMQUYcgkosw048")


def youtube_channel_id(random: Random) -> str:
    return "UC" + "".join(random.choices(SHORTCODE, k=22))


def facebook_id(random: Random) -> str:
    return digits(random, 15)


def facebook_page_id(random: Random) -> str:
    return "1000" + digits(random, 11)


def facebook_pfbid(random: Random) -> str:
    """Facebook's second kind of link: a new string at every export of the same post."""
    return "pfbid0" + "".join(random.choices(BASE58, k=58))
