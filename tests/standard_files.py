"""The shipped files of the standard, with one thing changed, and the line on which it then stands."""

from datetime import date, timedelta

from landing.places import SHIPPED_DATA

SHIPPED = SHIPPED_DATA / "reference"
NAMES = ("standard.toml", "officials.csv", "vocabulary.csv")
OFFICIALS = "name,aliases,role,title,valid_from,valid_to,source\n"
WORDS = "kind,phrase,valid_from,valid_to,note\n"


def shipped(name: str = "standard.toml") -> str:
    return (SHIPPED / name).read_text(encoding="utf-8")


def place(text: str, rule_id: str, key: str = "[[rule]]") -> int:
    """The line, counted from 1, of a key of the first version of a rule, or of its header."""
    lines = text.split("\n")
    named = lines.index(f'id = "{rule_id}"')
    if key == "[[rule]]":
        return named
    return next(number for number, line in enumerate(lines[named:], named + 1) if line.startswith(f"{key} ="))


def with_line(rule_id: str, key: str, line: str | None, text: str | None = None) -> str:
    """The line of this key replaced; taken away where `line` is None."""
    text = shipped() if text is None else text
    lines = text.split("\n")
    at = place(text, rule_id, key) - 1
    return "\n".join(lines[:at] + ([] if line is None else [line]) + lines[at + 1 :])


def block(text: str, rule_id: str) -> str:
    """The first version of a rule as it is written."""
    return next(part for part in text.split("[[rule]]") if f'id = "{rule_id}"' in part).rstrip("\n") + "\n"


def ended(rule_id: str, last: date, text: str | None = None) -> str:
    text = shipped() if text is None else text
    old = block(text, rule_id)
    return text.replace(old, f"{old}valid_to = {last}\n")


def next_version(rule_id: str, start: date, key: str, value: object, text: str | None = None) -> str:
    """The first version ended the day before `start`, and another that differs in one value."""
    text = shipped() if text is None else text
    old = block(text, rule_id).split("\n")
    lines = [f"{key} = {value}" if line.startswith(f"{key} =") else line for line in old]
    new = "\n".join(f"valid_from = {start}" if line.startswith("valid_from") else line for line in lines)
    return f"{ended(rule_id, start - timedelta(days=1), text)}\n[[rule]]{new}"
