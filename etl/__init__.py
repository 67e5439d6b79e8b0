"""Stage, model, judge, publish: from landed files to a snapshot. Run it with `python -m etl`."""
