"""Benchmarks: what one process on this machine can do."""
