"""Values of one rule of the standard: whether each is of its type, and whether together they fit what is programmed."""

import math
import re
from datetime import date, datetime

from measures.standard.known import COMPARISONS, HIGHEST, NEEDS, RULES, SEVERITIES

WHOLE = 100.0
TEXTS = ("id", "scope", "title", "wording", "advice", "norm", "basis", "measure", "comparison", "severity")
NUMBERS = ("threshold", "unsure", "weight")
REQUIRED = (*TEXTS, "needs", *NUMBERS, "valid_from")
KEYS = (*REQUIRED, "valid_to")
NORM = re.compile(r"N\d{1,2}[a-z]?")
LONGEST = 40


def wrong(key: str, value: object) -> str | None:
    """What is wrong with the type of one value."""
    if key in TEXTS and not (isinstance(value, str) and value.strip() and "\0" not in value):
        return f"{key} kosong atau bukan teks. Tulis di antara tanda kutip."
    if key in NUMBERS and not _is_number(value):
        return f"{key} berisi {_said(value)}, seharusnya angka seperti 0.6, tanpa tanda kutip."
    if key.startswith("valid_") and (not isinstance(value, date) or isinstance(value, datetime)):
        return f"{key} berisi “{_said(value)}”, seharusnya tanggal tanpa tanda kutip, seperti 2026-02-13."
    if key == "needs" and not (isinstance(value, list) and value and all(each in NEEDS for each in value)):
        return f"needs seharusnya daftar dari: {', '.join(NEEDS)}."
    return None


def _is_number(value: object) -> bool:
    try:
        return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(float(value))
    except OverflowError:
        return False


def unlike(table: dict) -> tuple[str, str] | None:
    """The key and what is wrong, where values do not fit the rule that is programmed."""
    known = RULES.get(table["id"])
    if known is None:
        return "id", f"aturan “{table['id']}” tidak dikenal. Pilih salah satu: {', '.join(RULES)}."
    highest = HIGHEST[known.unit]
    allowed = {"scope": (known.scope,), "measure": (known.measure,), "comparison": COMPARISONS[known.unit],
               "severity": SEVERITIES}  # fmt: skip
    for key, values in allowed.items():
        if table[key] not in values:
            return key, f"{key} “{table[key]}” tidak dikenal untuk {table['id']}. Tulis {' atau '.join(values)}."
    if not 0 <= table["threshold"] <= highest or (known.unit == "flag" and table["threshold"] not in (0, 1)):
        between = "0 atau 1" if known.unit == "flag" else f"0 sampai {number(highest)}"
        return "threshold", f"threshold berisi {number(table['threshold'])}, seharusnya {between}."
    if not 0 <= table["unsure"] <= highest:
        return "unsure", f"unsure berisi {number(table['unsure'])}, seharusnya 0 sampai {number(highest)}."
    if not 0 <= table["weight"] <= WHOLE:
        return "weight", f"weight berisi {number(table['weight'])}, seharusnya 0 sampai 100."
    if not NORM.fullmatch(table["norm"].strip()):
        return "norm", f"norm berisi “{table['norm']}”, seharusnya nomor norma seperti N3."
    return None


def number(value: float) -> str:
    """As it is written in the file."""
    return f"{value:.10g}"


def _said(value: object) -> str:
    try:
        return str(value)[:LONGEST]
    except ValueError:  # a number too long to be written out
        return "angka yang terlalu panjang"
