"""The posting standard: a caption's labels and verdicts, each with the words that decided it."""
