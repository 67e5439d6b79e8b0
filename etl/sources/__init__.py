"""One file per export format: facts first. `catalogue` finds them by listing this folder."""
