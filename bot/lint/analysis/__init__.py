"""What several rules share. A rule picks a verdict from it; nothing here does."""
