"""Figures of this machine, as tables: nothing fails here but output that is not equal."""
