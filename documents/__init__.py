"""The papers of a dossier as Word files: made from templates, read back, checked, bundled."""
