"""How fast curate is, measured on made-up catalogs. Nothing in bot/ imports this."""
