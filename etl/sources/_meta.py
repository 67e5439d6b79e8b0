"""What all Meta exports share: their clock and their error rows."""

from etl.source import NonPost

PACIFIC = "America/Los_Angeles"  # Meta writes its publish time in US Pacific, whatever the account's zone
PUBLISHED = ("%m/%d/%Y %H:%M",)  # also in the Indonesian interface
ERROR_ROW = NonPost("error_note", r"(?s).+", "baris galat dari Meta", also_column="native_id", also_pattern="")
