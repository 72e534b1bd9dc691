"""A draft on its way to a decision: sent, confirmed, reviewed, returned, decided."""
