"""Checks of the tree and makers of its data, for those who work on it; never installed."""
