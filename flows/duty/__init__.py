"""Reports that an office asks of units: the unit's part, and the office's."""
