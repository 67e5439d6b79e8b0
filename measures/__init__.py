"""Judgements of the mission as pure functions: no screen, no database, no files."""
