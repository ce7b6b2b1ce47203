"""Side-by-side measurements: this program against what a user would write instead, in one run."""
