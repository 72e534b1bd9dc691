"""Facts of a case from a message in the officer's own words."""
