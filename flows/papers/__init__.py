"""What the papers of a proposal still want to be told, asked part by part."""
