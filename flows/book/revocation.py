"""Review a past award: must its decision be annulled."""

from flows.interview import Interview
from flows.turn import Flow

FLOW: Flow = Interview("revocation", "revocation", keeps=True)
