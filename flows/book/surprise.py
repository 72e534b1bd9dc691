"""Propose a surprise award."""

from flows.interview import Interview
from flows.turn import Flow

FLOW: Flow = Interview("surprise", "surprise", keeps=True)
