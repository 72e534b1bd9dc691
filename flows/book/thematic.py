"""Propose a thematic award."""

from flows.interview import Interview
from flows.turn import Flow

FLOW: Flow = Interview("thematic", "thematic", keeps=True)
