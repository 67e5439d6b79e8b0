"""The sentences that say why, read once."""

import tomllib
from pathlib import Path

SAID = tomllib.loads(Path(__file__).with_name("reasons.toml").read_text(encoding="utf-8"))
WHY: dict[str, dict[str, str]] = SAID["rules"]
FOUND: dict[str, str] = SAID["found"]
